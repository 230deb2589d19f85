"""A quantity as it is written -> its amount in the base unit, and the numbers that stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from truce_tracker.errors import UnreadableValue, quoted
from truce_tracker.numerals import CHINESE, ENGLISH, chinese_number, number_value
from truce_tracker.quantities import chinese
from truce_tracker.quantities.units import (
    ADVERBS,
    BOUNDS,
    BOUNDS_AFTER,
    CODES,
    PERIODS,
    SCALES,
    SIGNS,
    known_unit,
    meant_scale,
)  # fmt: skip
from truce_tracker.vocabulary import Bound

LONGEST = 1_000  # characters
_LARGE = ("trillion", "billion", "million")


def _any_of(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,30})?|[0-9]{1,30}(?:\.[0-9]{1,30})?"
_NUMBER = (
    rf"(?:(?P<digits>{_DIGITS})(?![0-9,.])|(?P<words>{ENGLISH})|(?P<half>half an?(?= \w*illion))|(?P<one>an?)(?= \w))"
)
_SCALE = rf"(?P<scale>dozen|{_any_of(word for word in SCALES if word != 't')}|(?(sign)t|(?!)))(?![^\W\d_])"
_SIGN = rf"(?P<sign>{_any_of(SIGNS)}|(?:{_any_of(CODES)})(?=[ 0-9]))"
_SIGNED = re.compile(_SIGN, re.IGNORECASE)
_END = re.compile(
    rf"(?:{_SIGN} ?)?{_NUMBER}(?:[ -]?{_SCALE})?"
    rf"(?:[ -]?(?P<unit>%|{_any_of(SIGNS)}|[^\W\d_][^\d,;:()]*))?",
    re.IGNORECASE,
)
_BOUND = re.compile(rf"(?P<bound>{_any_of(BOUNDS)})(?<=[\w.~]) ?(?=[\W\d]|(?<= )\w)", re.IGNORECASE)
_AFTER = re.compile(rf",? (?P<bound>{_any_of(BOUNDS_AFTER)})\Z", re.IGNORECASE)
_LINK = re.compile(
    rf"(?<=[\w%.€£$]) ?(?:- ?(?=(?:(?:{_any_of(SIGNS)}) ?)?[0-9])"
    rf"|\b(?:to|and) (?=(?:(?:{_any_of(SIGNS)}|{_any_of(CODES)}) ?)?[0-9]|{ENGLISH}))",
    re.IGNORECASE,
)
_PERIOD = re.compile(rf"(?: (?:an?|each|every|per) |/ ?|\bp\.)(?P<period>{_any_of(PERIODS)}|a\.)\Z", re.IGNORECASE)
_ADVERB = re.compile(rf" (?P<period>{_any_of(ADVERBS)})\Z", re.IGNORECASE)
_UNCOUNTED = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores) of\b", re.I)
_WIDE = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(map(ord, "‐‑‒–—−～〜"), "-") | {0x2019: "'"}
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


@dataclass(frozen=True, slots=True)
class _End:
    """One number of a quantity as it is written: `unit` with the sign before it, if any."""

    number: Decimal
    power: int
    is_scaled: bool
    unit: str


@lru_cache(maxsize=4096)
def read_quantity(text: str) -> Quantity:
    """Read a quantity: in the notation, or as newspapers spell it, in English or Chinese. Raises UnreadableValue that
    says what is wrong and how to write it."""
    if len(text) > LONGEST:
        raise UnreadableValue(f"{quoted(text)} is longer than a quantity: at most {LONGEST:,} characters are read")
    plain = " ".join(text.translate(_WIDE).split())
    if chinese.ANY.search(plain):
        plain = chinese.in_notation(plain) or plain
    plain, period = _split_period(plain, text)
    bound, plain = _split_bound(plain, text)
    low, high = _ends(plain, text)
    unit, power = _read_unit(high.unit, text)
    if low is None:
        return Quantity(text, bound or Bound.EXACTLY, _amount(high, power), unit, period)
    return _range(low, high, bound, Quantity(text, bound or Bound.EXACTLY, 0, unit, period, _amount(high, power)))


def as_notation(quantity: Quantity) -> str:
    """A quantity in the notation, which reads as the same: ``at least 25 million t per year``."""
    ends = [Decimal(repr(end)) for end in (quantity.amount, quantity.upper) if end is not None]
    power, word = next(((SCALES[name], name) for name in _LARGE if ends[0] >= 10 ** SCALES[name]), (0, ""))
    number = " ".join(filter(None, (" to ".join(_plain(end.scaleb(-power)) for end in ends), word)))
    bound = "" if quantity.bound == Bound.EXACTLY else quantity.bound
    amount = f"{number}%" if quantity.unit == "%" else f"{number} {quantity.unit}"
    return " ".join(filter(None, (bound, amount, f"per {quantity.period}" if quantity.period else "")))


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _split_period(text: str, whole: str) -> tuple[str, str | None]:
    if match := _ADVERB.search(text):
        return text[: match.start()], ADVERBS[match["period"].lower()]
    if match := _PERIOD.search(text):
        return text[: match.start()], PERIODS.get(match["period"].lower(), "year")
    _, per, period = text.rpartition(" per ")
    if per and not period.lower().startswith("cent"):
        known = ", ".join(dict.fromkeys(PERIODS.values()))
        raise UnreadableValue(f"{whole!r}: {period!r} is no period that truce knows: use one of {known}")
    return text, None


def _split_bound(text: str, whole: str) -> tuple[str | None, str]:
    before, after = _BOUND.match(text), _AFTER.search(text)
    if before and after:
        raise UnreadableValue(f"{whole!r} has two bounds, {before['bound']} and {after['bound']}: keep one")
    if before:
        return BOUNDS[before["bound"].lower()], text[before.end() :]
    return (BOUNDS_AFTER[after["bound"].lower()], text[: after.start()]) if after else (None, text)


def _ends(text: str, whole: str) -> tuple[_End | None, _End]:
    """The lower end, if there are two, and the number or upper end."""
    word = re.match(r"(?:between|from) ", text, re.IGNORECASE)
    text = text[word.end() :] if word else text
    links = [match for match in _LINK.finditer(text) if "and" not in match[0] or (word and word[0].lower() != "from ")]
    if len(links) == 1:
        low, high = text[: links[0].start()], text[links[0].end() :]
        sign = _SIGNED.match(low)
        if sign and not _SIGNED.match(high):  # "$10-12bn"
            high = f"{sign[0]} {high}"
        return _end(low, whole), _end(high, whole)
    if word or links:
        raise UnreadableValue(_no_quantity(whole))
    return None, _end(text, whole)


def _end(text: str, whole: str) -> _End:
    shape = _END.fullmatch(text)
    if not shape or _UNCOUNTED.search(text) or (shape["one"] and not shape["scale"]):
        raise UnreadableValue(_no_quantity(whole))
    sign, unit, scale = shape["sign"], shape["unit"], (shape["scale"] or "").lower()
    if sign and unit:
        raise UnreadableValue(f"{whole!r} has two units, {sign} and {unit}: keep one")
    if len(scale) == 1 and not sign and not unit:
        raise UnreadableValue(f"{whole!r}: which unit is {scale}? If it is a scale, write a unit after it: 12m tonnes")
    if shape["digits"] and not scale and unit != "%" and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", shape["digits"]):
        point, thousands = Decimal(shape["digits"]), shape["digits"].replace(".", ",")
        raise UnreadableValue(f"{whole!r} can be {thousands} or {point.normalize():f}: write the one that is meant")
    if scale == "dozen":
        return _End(_number(shape) * 12, 0, False, sign or unit or "")
    return _End(_number(shape), SCALES[scale] if scale else 0, bool(scale), sign or unit or "")


def _number(shape: re.Match[str]) -> Decimal:
    if shape["digits"]:
        return Decimal(shape["digits"].replace(",", ""))
    return Decimal("0.5") if shape["half"] else Decimal(number_value((shape["words"] or shape["one"]).lower()))


def _no_quantity(text: str) -> str:
    return f"{text!r} is no quantity that truce reads: {_NOTATION}"


def _amount(end: _End, power: int) -> float:
    return float(end.number.scaleb(end.power + power))


def _range(low: _End, high: _End, bound: str | None, read: Quantity) -> Quantity:
    """The range of two ends; the scale and the unit of the upper one hold for the lower where it has none."""
    if bound not in (None, Bound.ABOUT):
        raise UnreadableValue(f"{read.written!r} has a bound and two numbers: keep the bound or the range")
    unit, power = _read_unit(low.unit, read.written) if low.unit else _read_unit(high.unit, read.written)
    scale = low.power if low.is_scaled or (low.unit != "" and low.unit not in (*SIGNS, *CODES)) else high.power
    amount = _amount(_End(low.number, scale, True, ""), power)
    if unit != read.unit:
        raise UnreadableValue(f"{read.written!r} has two units, {unit} and {read.unit}: keep one")
    if read.upper is None or amount >= read.upper:
        raise UnreadableValue(f"{read.written!r} ends before it begins: put the smaller number first, with its scale")
    return Quantity(read.written, read.bound, amount, unit, read.period, read.upper)


def _read_unit(spelled: str, text: str) -> tuple[str, int]:
    """The base unit and its power of ten; a unit that is not known is kept in small letters."""
    spelled = spelled.strip().rstrip("-")
    if not spelled:
        raise UnreadableValue(f"{text!r} has no unit (t, %, USD, ships ...): {_NOTATION}")
    if spelled == "mt":
        raise UnreadableValue(f"{text!r}: mt can be metric tons or million tonnes: write t or Mt")
    if spelled == "¥":
        raise UnreadableValue(f"{text!r}: ¥ can be yuan or yen: write CNY or JPY")
    head = re.split(r" of |-(?=worth\b)| worth\b", spelled)[0]
    known = known_unit(spelled.replace("-", " ")) or known_unit(spelled) or known_unit(head.replace("-", " "))
    if known:
        return known
    if meant := meant_scale(spelled):
        raise UnreadableValue(f"{text!r}: {spelled.split()[0]!r} is no scale that truce reads (did you mean {meant}?)")
    if re.search(r"/", spelled):
        raise UnreadableValue(f"{text!r}: write the period as per year, per season, per month ...")
    if re.search(r"[万亿萬億]", spelled):
        raise UnreadableValue(_no_quantity(text))
    return spelled.lower(), 0


_WORTH = {scale: Decimal(10) ** power for scale, power in SCALES.items() if scale != "t"} | {
    "mmt": Decimal(10) ** 6, "mt": Decimal(10) ** 6, "dozen": Decimal(12),
}  # fmt: skip
_IN_TEXT = re.compile(
    rf"(?:(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)"
    rf"|\b(?:(?P<words>{ENGLISH})|(?P<half>half an?(?=\s\w*illion))|(?P<one>an?(?=\s(?:dozen|\w*illion)))))"
    rf"(?:[\s-]*(?P<scale>{_any_of(_WORTH)})(?![^\W\d_]))?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?[-‐‑‒–—−]\s?|\s(?:to|and)\s(?:[$€£]\s?)?", re.IGNORECASE)
_CHINESE_IN_TEXT = re.compile(rf"(?:(?<![0-9])(?<![0-9]\.)(?P<low>[0-9]+(?:\.[0-9]+)*)[至到~-])?(?P<number>{CHINESE})")


def numbers_in(text: str) -> frozenset[float]:
    """Every number that stands in a text, in digits, in words or in Chinese, with and without its scale; the lower end
    of a range (``10 to 12 million``) with the scale of the upper one too."""
    found: set[Decimal] = set()
    before: re.Match[str] | None = None
    for match in _IN_TEXT.finditer(text):
        worth = _WORTH[match["scale"].lower()] if match["scale"] else Decimal(1)
        found |= {_number(match), _number(match) * worth}
        if before and not before["scale"] and _TO.fullmatch(text, before.end(), match.start()):
            found.add(_number(before) * worth)
        before = match
    if chinese.ANY.search(text):
        found |= _chinese_numbers_in(text)
    return frozenset(map(float, found))


def _chinese_numbers_in(text: str) -> set[Decimal]:
    found: set[Decimal] = set()
    for match in _CHINESE_IN_TEXT.finditer(text):
        scale = re.search(r"[十百千万亿]*\Z", match["number"])
        ends = [match["number"], match["low"] + scale[0] if match["low"] and scale else ""]
        found |= {value for value in map(chinese_number, ends) if value is not None}
    return found
