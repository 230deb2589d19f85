"""Plain Chinese words for days (至2026年11月10日, 年底前, 三个月内) -> the English words that the rules read.

前 and 之前 after a day leave open whether that day still counts (感恩节前 is also how "by Thanksgiving" is told), so
they give no day; after the end of a month or a year both readings are the same, and it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from truce_tracker.deadlines.mentions import NoDayError

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMERALS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {"": 1, "两": 2}
_UNITS = {"天": "days", "日": "days", "周": "weeks", "星期": "weeks", "月": "months", "年": "years"}
_PERIODS = {
    "今年": "this year", "本年": "this year", "年": "the year", "明年": "next year", "本月": "this month",
    "月": "the month", "下月": "next month", "下个月": "next month",
}  # fmt: skip
_TRADITIONAL = str.maketrans("個內週號兩後來間時", "个内周号两后来间时")
_ANY = r"[㐀-鿿]"
_HARMLESS = r"[中美双][方国]|中美|至少"
# what is left over and could change the day: other time words; not, about, over, already, if, except
_CHANGES = r"[年月日天周季旬初末底前后内起止至到未不没无非约左右超多每上下去已曾或若如除再近最]|星期|期间"

_NUMBER = r"(?P<count>[0-9]{1,3}|[一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十|两)"
_DAY = r"(?<![0-9-])(?P<year>[0-9]{4}年|今年|明年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]"
# 三年内, 去年底 and 上个月底 are no end of this year or month
_END = (
    r"(?<![0-9-])(?P<period>[0-9]{4}年|今年|本年|明年|本月|下个?月|(?<![一二三四五六七八九十两几数个上去前后每半多近财学当同次该第])[年月]"
    r"|(?P<year>[0-9]{4}年|今年|明年)?(?P<month>[0-9]{1,2})月(?!之?内))(?:年?[底末]|之?内)(?:之前|以前|前)?"
)


def in_english(text: str) -> str:
    """The text with its Chinese time words in English. Raises NoDayError where what is left could change the day."""
    if not re.search(_ANY, text):
        return text
    text = re.sub(r"(?<![a-z]) (?![a-z])", "", text.translate(_TRADITIONAL))
    for pattern, instead in _REWRITES:
        text = re.sub(pattern, instead, text)
    if re.search(_CHANGES, re.sub(_HARMLESS, "", text)):
        raise NoDayError(f"no day that is certain in {text[:60].strip()!r}")
    return re.sub(_ANY, " ", text)


def _day(match: re.Match[str]) -> str:
    return f" {_month(match['month'])} {match['day']}{_year(match['year'])} "


def _end(match: re.Match[str]) -> str:
    if match["month"]:
        return f" by the end of {_month(match['month'])}{_year(match['year'])} "
    return f" by the end of {_PERIODS.get(match['period']) or match['period'][:4]} "


def _month(digits: str) -> str:
    if not 1 <= int(digits) <= 12:
        raise NoDayError(f"there is no month {digits}")
    return _MONTHS[int(digits) - 1]


def _year(written: str | None) -> str:
    return "" if not written else f" {_PERIODS[written]}" if written in _PERIODS else f", {written[:4]}"


def _within(match: re.Match[str]) -> str:
    return f" within {_value(match['count'])} {_UNITS[match['unit']]} "


def _over_the_next(match: re.Match[str]) -> str:
    return f" over the next {_value(match['count'])} {_UNITS[match['unit']]} "


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_NUMERALS[tens] * 10 if ten else 0) + (_NUMERALS[ones] if ones else 0)


def _before(match: re.Match[str]) -> str:
    raise NoDayError(f"{match[0]!r} leaves open whether the day itself still counts")


def _worded(word: str) -> Callable[[re.Match[str]], str]:
    return lambda match: f" {word}{_day(match)}"


_REWRITES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        rf"(?<![0-9一二三四五六七八九十两百千几数第至到或近~-]){_NUMBER}个?(?P<unit>[天日周年]|星期|(?<=个)月)[之以]?内",
        _within,
    ),
    (rf"(?:未来|今后){_NUMBER}个?(?P<unit>年|(?<=个)月)", _over_the_next),
    (rf"(?:在|于|到|至|截至|不晚于|不迟于|最迟|最晚)?{_END}", _end),
    (rf"{_DAY}(?:之前|以前|前)", _before),
    (rf"{_DAY}[及或](?:之前|以前|前)", _worded("by")),
    (rf"(?:不晚于|不迟于|最迟|最晚){_DAY}", _worded("by")),
    (rf"(?:自|从)?{_DAY}起", _worded("from")),
    (rf"(?:自|从){_DAY}(?=至|到)", _worded("from")),
    (rf"(?:自即日起)?(?:直至|直到|截至|截止到|至|到){_DAY}(?:为止|止)?", _worded("until")),
    (_DAY, _day),
)
