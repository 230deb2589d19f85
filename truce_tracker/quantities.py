"""Quantities: ``[bound] number [scale] unit [per period]`` as a comparable amount. Nothing about dates.

Variants of one unit (t, tonnes, metric tons, Mt, MMT) become one unit, so that amounts can be compared; a unit that
is not known here is kept as the word it is and compares only with itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from truce_tracker.errors import UnreadableValue
from truce_tracker.vocabulary import Bound

SCALES = {"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}  # powers of ten
PERIODS = {
    "year": "year", "annum": "year", "calendar year": "year", "season": "season", "marketing year": "season",
    "quarter": "quarter", "month": "month", "week": "week", "day": "day",
}  # fmt: skip
# base unit -> its variants, each with the power of ten that it stands for
_UNITS: dict[str, dict[str, int]] = {
    "t": {
        "t": 0, "ton": 0, "tons": 0, "tonne": 0, "tonnes": 0, "metric ton": 0, "metric tons": 0, "metric tonne": 0,
        "metric tonnes": 0, "MT": 0, "kt": 3, "Mt": 6, "MMT": 6, "mmt": 6,
    },
    "%": {"%": 0, "percent": 0, "per cent": 0, "pct": 0},
    "percentage points": {"percentage point": 0, "percentage points": 0, "pp": 0, "point": 0, "points": 0},
    "USD": {"usd": 0, "$": 0, "us$": 0, "us dollar": 0, "us dollars": 0, "u.s. dollars": 0},
    "CNY": {"cny": 0, "rmb": 0, "yuan": 0, "renminbi": 0},
    "EUR": {"eur": 0, "€": 0, "euro": 0, "euros": 0},
}  # fmt: skip
_VARIANTS = {variant: (base, power) for base, variants in _UNITS.items() for variant, power in variants.items()}
_SHAPE = re.compile(
    rf"(?:(?P<bound>{'|'.join(Bound)})\s+)?"
    r"(?P<sign>(?:US)?\$|€)?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,30}(?:\.[0-9]{1,30})?)(?![0-9,.])"
    rf"(?:\s*(?P<scale>{'|'.join(SCALES)})\b)?"
    r"\s*(?P<unit>%|(?:US)?\$|€|[^\W\d_][^\d,;:()]*)?",
    re.IGNORECASE,
)
_RATE = re.compile(
    rf"\b(?:an?|each|every) (?:{'|'.join(PERIODS)})$|\b(?:annually|yearly|monthly|weekly|daily)$|/", re.IGNORECASE
)
_NOTATION = "write it as [at least|at most|up to|about|exactly] number [thousand|million|billion] unit [per year]"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in its base unit (t, %, percentage points, USD, ...), per `period` where it recurs. A range has its
    lower end in `amount` and its upper end in `upper`, which is None for one number."""

    written: str
    bound: str
    amount: float
    unit: str
    period: str | None
    upper: float | None = None


@lru_cache(maxsize=4096)
def read_quantity(text: str) -> Quantity:
    """Read a quantity in the notation. Raises UnreadableValue that says what is wrong and how to write it."""
    amount, period = _split_period(" ".join(text.split()))
    shape = _SHAPE.fullmatch(amount)
    if not shape:
        raise UnreadableValue(f"{text!r} is no quantity that truce reads: {_NOTATION}")
    unit, power = _read_unit(shape["sign"], shape["unit"], text)
    power += SCALES[shape["scale"].lower()] if shape["scale"] else 0
    number = Decimal(shape["number"].replace(",", "")).scaleb(power)
    return Quantity(text, (shape["bound"] or "exactly").lower(), float(number), unit, _read_period(period, text))


def _split_period(text: str) -> tuple[str, str | None]:
    amount, per, period = text.rpartition(" per ")
    return (amount, period) if per and period.lower() != "cent" else (text, None)


def _read_unit(sign: str | None, unit: str | None, text: str) -> tuple[str, int]:
    if sign and unit:
        raise UnreadableValue(f"{text!r} has two units, {sign} and {unit}: keep one")
    if unit and _RATE.search(unit):
        raise UnreadableValue(f"{text!r}: write the period as per year, per season, per month ...")
    spelled = sign or unit
    if not spelled:
        raise UnreadableValue(f"{text!r} has no unit (t, %, USD, ships ...): {_NOTATION}")
    if spelled == "mt":
        raise UnreadableValue(f"{text!r}: mt can be metric tons or million tonnes: write t or Mt")
    return _VARIANTS.get(spelled) or _VARIANTS.get(spelled.lower()) or (spelled.lower(), 0)


def _read_period(period: str | None, text: str) -> str | None:
    if period is None:
        return None
    if period.lower() not in PERIODS:
        known = ", ".join(dict.fromkeys(PERIODS.values()))
        raise UnreadableValue(f"{text!r}: {period!r} is no period that truce knows: use one of {known}")
    return PERIODS[period.lower()]


_NUMBER_WORDS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty""".split()  # noqa: SIM905
_WORTH = SCALES | {"mmt": 6, "mt": 6, "万": 4, "亿": 8}
_NUMBER = re.compile(rf"([0-9][0-9,]*(?:\.[0-9]+)?)\s*({'|'.join(_WORTH)})?", re.IGNORECASE)


def numbers_in(text: str) -> frozenset[float]:
    """Every number that stands in a text, in digits or as a word up to twenty, with and without its scale."""
    found = {float(number) for number, word in enumerate(_NUMBER_WORDS, 1) if re.search(rf"\b{word}\b", text, re.I)}
    for digits, scale in _NUMBER.findall(text):
        number = float(digits.replace(",", ""))
        found.add(number)
        if scale:
            found.add(float(Decimal(digits.replace(",", "")).scaleb(_WORTH[scale.lower()])))
    return frozenset(found)
