"""Where a quantity stands in an English text; what it amounts to is read by `truce_tracker.quantities`, in one place.

Only what is surely counted is found: a number without a unit, or with a word that is no unit, gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from truce_tracker.articles.proposing.amounts import Amount, Pair, amount_read, amounts_of
from truce_tracker.numerals import ENGLISH
from truce_tracker.quantities.units import (
    ADVERBS,
    BOUNDS,
    BOUNDS_AFTER,
    CODES,
    PERIODS,
    SCALES,
    SIGNS,
    VARIANTS,
    known_unit,
    meant_scale,
)  # fmt: skip

# what is counted with a unit of its own; without one of these a number alone is no quantity ("the 12 million figure")
_COUNTED = (
    "ships vessels trucks lorries soldiers prisoners hostages detainees cargoes shipments boats trawlers aircraft"
    " planes jets guns cannons missiles rockets barrels bushels containers flights inspections voyages crossings"
    " acres hectares litres gallons chemicals homes megawatts gigawatts troops tanks wells visas convoys buses"
    " bodies inspectors"
)
_MEASURES = r"(?:cubic|square)\s+(?:kilo)?met(?:re|er)s|kilowatt[-\s]hours"
_NOT_COUNTED = ("point", "points")  # of a plan, as often as of a percentage


def _any_of(words: Iterable[str]) -> str:
    """One pattern for several words, the longest first; between their parts any space or a hyphen."""
    return "|".join(re.escape(word).replace(r"\ ", r"[-\s]+") for word in sorted(words, key=len, reverse=True))


_ENDS = r"(?![^\W\d_])"  # no letter follows
_LARGE = [scale for scale in SCALES if scale != "t"]
_SPELLED = _any_of(["dozen", *(scale for scale in _LARGE if len(scale) > 3)])
_UNITS = _any_of(unit for unit in VARIANTS if unit[-1].isalpha() and unit not in _NOT_COUNTED)
# up to two words may describe it: "aid trucks", "heavy artillery guns"
_DESCRIBED = (
    rf"(?:(?!(?:and|of|to|in|on|or|at|{_SPELLED})\b|{ENGLISH})[a-z]+\s+){{0,2}}(?:{'|'.join(_COUNTED.split())})"
)
_NUMBER = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,15}(?:\.[0-9]{1,6})?(?![0-9])"
    rf"|\b(?:{ENGLISH}|half\s+an?(?=\s+\w*illion\b)|an?(?=\s+(?:{_SPELLED})\b))"
)
_PERIOD = (
    rf"\s+(?:a|an|per|each|every)\s+(?:{_any_of(PERIODS)})\b(?!\s+of\b)|/\s?(?:{_any_of(PERIODS)})\b"
    rf"|\s+(?:{_any_of(ADVERBS)})\b|\s+p\.a\."
)
# "12 million tons or more of soybeans"; "at least" can also begin what follows
_AFTER = (
    rf",?\s+(?:(?:{_any_of(after for after in BOUNDS_AFTER if after.startswith('or '))})\b"
    rf"|(?:{_any_of(after for after in BOUNDS_AFTER if not after.startswith('or '))})(?=\s*(?:[^\w\s$]|\Z)))"
)
# bound, sign, number, scale, unit and, behind "(MMT) of U.S. soybeans", a period; the words between are few, so that no
# text makes the search slow
_AMOUNT = re.compile(
    rf"(?:(?<!\w)(?:(?P<bound>{_any_of(BOUNDS)})(?:(?<=~)\s*|\s+)(?:of\s+)?))?"
    rf"(?<![\w$])(?P<sign>{_any_of(SIGNS)}|(?-i:{_any_of(CODES)})(?=\s?[0-9]))?(?(sign)\s?|(?<![\w.,$€£₹₩₽₴¥]))"
    rf"(?P<number>{_NUMBER})"
    rf"(?:[\s-]{{0,9}}(?P<scale>dozen|{_any_of(_LARGE)}|(?(sign)t|(?!))){_ENDS})?"
    rf"(?:[\s-]{{0,9}}(?P<unit>%|(?:{_UNITS}|{_MEASURES}|{_DESCRIBED}){_ENDS}(?![-\s]*(?:zone|area)\b)))?"
    rf"(?P<after>{_AFTER})?"
    rf"(?:\s+\([A-Z]{{1,5}}\))?(?:\s+of(?:\s+[\w.’'-]+){{1,4}}?)?(?P<period>{_PERIOD})?",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s?[-‐‑‒–—−]\s?|\s+to\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|of|since|during)\s+(?:19|20)[0-9]{2}\Z", re.IGNORECASE)  # "in 2026 to 12 million t"
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
# what rose by one amount to another was never between them, and "rose by 10 to 12 million t" can be either
_CHANGE = re.compile(
    r"\b(?:by|r[ao]ised?|rising|rose|increas\w*|gr[eo]w\w*|jump\w*|climb\w*|surg\w*|cut\w*|lower\w*|reduc\w*|f[ae]ll\w*"
    r"|drop\w*|declin\w*|slash\w*)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_SCALE_BEFORE = re.compile(rf"\b(?:(?:{_SPELLED})[\s-]+|(?:hundred|thousand)\s+and\s+)\Z", re.IGNORECASE)
_WORDS_BEFORE = re.compile(rf"\b(?:{ENGLISH})[\s-]+\Z", re.IGNORECASE)
_FOLLOWING = re.compile(r"[\s-]?([^\W\d_]+\.?)")
# "an annual purchase of at least 25 million t"
_ADJECTIVES = {"annual": "year", **ADVERBS}
_ADJECTIVE = re.compile(rf"\b({_any_of(_ADJECTIVES)})\b[^.;0-9]{{0,40}}\Z", re.IGNORECASE)
_SEEN = 60  # characters before an amount that can change what it is


@lru_cache(maxsize=256)
def english_amounts(text: str) -> tuple[Amount, ...]:
    """The quantities of a text in order; those in Chinese characters are not seen."""
    return amounts_of(_AMOUNT.finditer(text), _pair, _read)


def _pair(low: re.Match[str], high: re.Match[str]) -> Pair:
    """Whether two numbers are the ends of one amount: "10 to 12 million t", "between 10 and 12 million t"."""
    if high["bound"] or low["after"] or low["period"] or not (_counts(high) or (low["sign"] and high["scale"])):
        return Pair.APART
    link, before = low.string[_end(low) : high.start()], _before(low)
    if _BETWEEN.search(before):
        return Pair.RANGE if _AND.fullmatch(link) else Pair.APART
    if not _LINK.fullmatch(link) or _FROM.search(before) or _YEAR.search(before + low[0]):
        return Pair.APART
    return Pair.UNSURE if "to" in link.lower() and _CHANGE.search(before) else Pair.RANGE


def _counts(match: re.Match[str]) -> bool:
    unit = (match["unit"] or "").split()
    named = any(word[0].isupper() for word in unit[:-1])  # "5 July ships" are not five
    return bool(match["sign"] or (unit and (not named or known_unit(" ".join(unit)))))


def _read(low: re.Match[str], high: re.Match[str]) -> Amount | None:
    """The amount of one number, or of two that are its ends."""
    if not (_counts(high) or _counts(low)) or _goes_on(low):
        return None
    both = [low] if low is high else [low, high]
    if any(map(_is_misspelled, both)):
        return None
    ends = [_one(match) for match in both]
    period = high["period"]
    adjective = None if period else _ADJECTIVE.search(_before(low))
    period = f" per {_ADJECTIVES[adjective[1].lower()]}" if adjective else period or ""
    after = "" if low["bound"] else high["after"] or ""
    words = f"{low['bound'] or ''} {' to '.join(ends)}{period}" if not after else f"{' to '.join(ends)}{after}{period}"
    return amount_read(" ".join(words.split()), low.start(), _end(high))


def _one(match: re.Match[str]) -> str:
    """The number with its sign, scale and unit; of "aid trucks" the trucks."""
    unit = " ".join((match["unit"] or "").split())
    is_described = unit and not known_unit(unit.replace("-", " ")) and not re.fullmatch(_MEASURES, unit, re.IGNORECASE)
    unit = unit.split()[-1] if is_described else unit
    return f"{match['sign'] or ''}{match['number']} {match['scale'] or ''} {unit}"


def _goes_on(match: re.Match[str]) -> bool:
    """Whether a number is only the rest of one: "two thousand five hundred ships", "12 000 t"."""
    before, number = _before(match), match["number"]
    if number.isdigit():
        return bool(_SCALE_BEFORE.search(before) or (len(number) == 3 and re.search(r"[0-9]\s\Z", before)))
    return bool(_SCALE_BEFORE.search(before) or _WORDS_BEFORE.search(before))


def _before(match: re.Match[str]) -> str:
    return match.string[max(match.start() - _SEEN, 0) : match.start()]


def _is_misspelled(match: re.Match[str]) -> bool:
    """Whether a word that looks like a scale stands at the number: "12 milion barrels" are not twelve, nor "$5 mrd"."""
    following = _FOLLOWING.match(match.string, match.end("number"))
    unit = match["unit"] or (following[1] if following and not match["scale"] else "")
    return bool(unit and meant_scale(unit))


def _end(match: re.Match[str]) -> int:
    return match.end(next(part for part in ("period", "after", "unit", "scale", "number") if match[part]))
