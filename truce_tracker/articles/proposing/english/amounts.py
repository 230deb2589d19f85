"""Quantities in an English text -> the notation of `truce_tracker.quantities`. Nothing about dates.

Only what the notation can carry is found: a number without a unit, or with a word that is no unit, gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import read_quantity

# the notation has no strict bounds: "more than" is read as "at least"
_BOUNDS = {
    "at least": "at least", "no less than": "at least", "not less than": "at least", "no fewer than": "at least",
    "a minimum of": "at least", "minimum of": "at least", "more than": "at least", "over": "at least",
    "at most": "at most", "no more than": "at most", "not more than": "at most", "a maximum of": "at most",
    "less than": "at most", "fewer than": "at most", "under": "at most", "below": "at most",
    "up to": "up to", "as much as": "up to", "as many as": "up to", "about": "about", "around": "about",
    "approximately": "about", "roughly": "about", "some": "about", "nearly": "about", "almost": "about",
    "an average of": "about", "an estimated": "about", "close to": "about", "exactly": "exactly",
}  # fmt: skip
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a dozen": 12, "dozen": 12,
}  # fmt: skip
# what is counted with a unit of its own; without one of these a number alone is no quantity ("the 12 million figure")
_COUNTED = (
    "ships vessels trucks lorries soldiers prisoners hostages detainees cargoes shipments boats trawlers aircraft"
    " planes jets guns cannons missiles rockets barrels bushels containers flights inspections voyages crossings"
    " acres hectares litres gallons chemicals homes megawatts gigawatts troops tanks wells visas convoys buses"
    " bodies inspectors"
)
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR"}
_UNITS = (
    (r"(?:metric )?ton(?:ne)?s?", "t"), (r"per ?cent|percent|pct|%", "%"),
    (r"percentage[- ]points?", "percentage points"),
    (r"(?:u\.?s\.? )?dollars", "USD"), (r"yuan|renminbi", "CNY"), (r"euros", "EUR"),
    (r"kilowatt[- ]hours", "kilowatt-hours"),
)  # fmt: skip
# up to two words may describe it: "aid trucks", "heavy artillery guns"
_COUNTED_UNIT = rf"(?:(?!and\b|of\b|to\b|in\b|on\b|or\b|at\b)[a-z]+\s+){{0,2}}(?:{'|'.join(_COUNTED.split())})\b"
# bound, sign, number, scale, unit and, behind "(MMT) of U.S. soybeans", a period; the words between are few, so that no
# text makes the search slow
_ENGLISH = re.compile(
    rf"(?:\b(?P<bound>{'|'.join(sorted(_BOUNDS, key=len, reverse=True)).replace(' ', chr(92) + 's+')})\s+(?:of\s+)?)?"
    r"(?P<sign>US\$|\$|€)?(?<![\w.,])"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?"
    rf"|\b(?:{'|'.join(_NUMBERS)})\b)(?![0-9])"
    r"(?:[\s-]{1,9}(?P<scale>thousand|million|billion|trillion|mn|bn)\b)?"
    r"(?:[\s-]{0,9}(?P<unit>(?:metric\s+)?(?:tonnes?|tons?)\b|MMT\b|Mt\b|percentage[-\s]points?\b|per\s?cent\b|pct\b|%"
    r"|(?:U\.?S\.?\s+)?dollars\b|yuan\b|euros\b|(?:cubic|square)\s+(?:kilo)?met(?:re|er)s\b|kilowatt[-\s]hours\b"
    rf"|{_COUNTED_UNIT}))?"
    r"(?:\s+\([A-Z]{1,5}\))?(?:\s+of(?:\s+[\w.’'-]+){1,4}?)?"
    r"(?P<period>\s+(?:(?:a|an|per|each|every)\s+(?:calendar\s+)?(?:year|annum|month|week|day|quarter)"
    r"|annually|yearly|daily|monthly|weekly)\b)?",
    re.IGNORECASE,
)
# "an annual purchase of at least 25 million t"
_ANNUAL = re.compile(r"\b(annual|yearly|daily|monthly|weekly|quarterly)\b[^.;0-9]{0,40}\Z", re.IGNORECASE)
_PERIODS = {"annual": "year", "annum": "year", "year": "year", "dai": "day", "day": "day", "month": "month",
            "week": "week", "quarter": "quarter"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity found in a text: `written` is in the notation; `start` and `end` are places in the searched text."""

    written: str
    start: int
    end: int
    is_share: bool  # a percentage


@lru_cache(maxsize=256)
def english_amounts(text: str) -> tuple[Amount, ...]:
    """The quantities of a text in order; those in Chinese characters are not seen."""
    return tuple(_amounts(text))


def written_amount(bound: str, number: str, unit: str, period: str | None, start: int, end: int) -> Amount | None:
    """The amount in the notation; None where the notation cannot carry it."""
    joined = f"{number}{unit}" if unit == "%" else f"{number} {unit}"
    written = " ".join(filter(None, (bound, joined, f"per {period}" if period else "")))
    try:
        read_quantity(written)
    except UnreadableValue:
        return None
    return Amount(written, start, end, unit in ("%", "percentage points"))


def _amounts(text: str) -> Iterator[Amount]:
    for match in _ENGLISH.finditer(text):
        unit = (match["unit"] or "").split()
        named = any(word[0].isupper() for word in unit[:-1] if word[0] != "U")  # "5 July ships" are not five
        if (match["sign"] or (unit and not named)) and (amount := _read(match, text)):
            yield amount


def _read(match: re.Match[str], text: str) -> Amount | None:
    number = str(_NUMBERS.get(match["number"].lower(), match["number"]))
    scale = f" {match['scale'].lower()}" if match["scale"] else ""
    bound = _BOUNDS.get(" ".join((match["bound"] or "").lower().split()), "")
    unit = _SIGNS.get(match["sign"] or "") or _unit(match["unit"])
    last = next(part for part in ("period", "unit", "scale", "number") if match[part])
    period = _period(match["period"], text[max(match.start() - 60, 0) : match.start()])
    return written_amount(bound, number + scale, unit, period, match.start(), match.end(last))


def _unit(written: str) -> str:
    """A unit in the notation's spelling; of "aid trucks" the trucks."""
    plain = " ".join(written.split())
    for pattern, unit in _UNITS:
        if re.fullmatch(pattern, plain, re.IGNORECASE):
            return unit
    return plain if plain.lower().startswith(("cubic", "square")) else plain.split()[-1]


def _period(written: str | None, before: str) -> str | None:
    """The period after the unit ("a year"), or one that an adjective before gives ("an annual purchase of ...")."""
    adjective = _ANNUAL.search(before)
    word = written.split()[-1].lower() if written else adjective[1].lower() if adjective else ""
    return next((period for stem, period in _PERIODS.items() if word.startswith(stem)), None)
