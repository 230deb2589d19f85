"""Numbers in words and signs, English and Chinese -> their value. No unit, no scale (million) and no day is here."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: value for value, word in enumerate((*_ONES, *_TEENS), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "a": 1, "an": 1,
}  # fmt: skip
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)})\b)?|{'|'.join(_TEENS)}|{'|'.join(_ONES)})\b"
ENGLISH = rf"(?:(?:one|two|three|four|five|six|seven|eight|nine|an?) hundred\b(?: (?:and )?{_BELOW_100})?|{_BELOW_100})"
NUMBER = rf"(?:[0-9]{{1,4}}\b|{ENGLISH})"

_ORDINALS = {
    **dict(zip(("first", "second", "third", "fifth", "eighth", "ninth", "twelfth"), (1, 2, 3, 5, 8, 9, 12),
               strict=True)),
    **{f"{word}th": _VALUES[word] for word in ("four", "six", "seven", "ten", "eleven", *_TEENS[3:])},
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_UNDER_10TH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINAL = rf"(?:(?:twenty|thirty)[- ](?:{_UNDER_10TH})|{'|'.join(_ORDINALS)})\b"  # up to thirty-ninth

_CHINESE_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "壹": 1}
_CHINESE_PLACES = {"十": 1, "百": 2, "千": 3}  # powers of ten within a section
_CHINESE_SIGNS = "〇零一二两三四五六七八九十百千"
CHINESE = rf"[0-9{_CHINESE_SIGNS}万亿](?:[0-9,.{_CHINESE_SIGNS}万亿]{{0,30}}[0-9{_CHINESE_SIGNS}万亿])?"
_SECTION = re.compile(r"([0-9]+(?:\.[0-9]+)?|[〇零一二两三四五六七八九])?([十百千])")


def number_value(words: str) -> int:
    """The value of a number as NUMBER matches it: ``90``, ``ninety``, ``one hundred and twenty``."""
    if words.isdigit():
        return int(words)
    total = 0
    for word in re.split(r"[- ]", words):
        total = max(total, 1) * 100 if word == "hundred" else total + _VALUES.get(word, 0)
    return total


def ordinal_value(words: str) -> int:
    """The value of an ordinal as ORDINAL matches it: ``first``, ``twenty-fifth``."""
    tens, _, ones = words.replace(" ", "-").rpartition("-")
    return _VALUES.get(tens, 0) + _ORDINALS[ones]


def chinese_number(signs: str) -> Decimal | None:
    """The value of a number in Chinese signs, in digits or in both (``一千二百万``, ``1.2亿``, ``3000``).

    None for what is no number, or can be two (``两万五`` is 25,000 to some and 20,005 to others).
    """
    if re.search(r",(?![0-9]{3}(?![0-9]))", signs):
        return None
    signs = signs.replace(",", "")
    for place, power in (("亿", 8), ("万", 4)):
        left, found, right = signs.rpartition(place)
        if found:
            is_short = len(right) == 1 and right not in "十百千"
            high, low = chinese_number(left), chinese_number(right.lstrip("零〇")) if right else Decimal(0)
            if high is None or low is None or is_short or place in left or low >= 10**power:
                return None
            return high.scaleb(power) + low
    return _section(signs)


def _section(signs: str) -> Decimal | None:
    """The value of signs below 10,000, or of plain digits."""
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", signs):
        return Decimal(signs)
    if re.fullmatch(r"[〇零一二三四五六七八九]{2,}|[〇零一二两三四五六七八九]", signs):  # 二〇二六, digit by digit
        return Decimal("".join(str(_CHINESE_DIGITS[sign]) for sign in signs))
    total, end, last = Decimal(0), 0, 4
    for match in _SECTION.finditer(signs):
        power = _CHINESE_PLACES[match[2]]
        if signs[end : match.start()].strip("零〇") or power >= last:
            return None
        total, end, last = total + _digit(match[1]).scaleb(power), match.end(), power
    rest = signs[end:]
    if not end or (rest and last > 1 and not rest.startswith(("零", "〇"))):
        return None
    ones = rest.lstrip("零〇")
    return total + (_digit(ones) if ones else 0) if not ones or ones in _CHINESE_DIGITS else None


def _digit(written: str | None) -> Decimal:
    """The value of one sign or of digits; of nothing before 十, one."""
    return Decimal(_CHINESE_DIGITS.get(written or "一", written or 1))
