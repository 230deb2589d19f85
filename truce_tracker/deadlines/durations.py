"""Lengths of time in a phrase ("90 days", "ninety (90) days", "a year"), and how to count them from a day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from truce_tracker.deadlines.mentions import NoDayError
from truce_tracker.deadlines.scan import Length, Rules, Scan

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
NUMBER = rf"(?:[0-9]{{1,4}}\b|(?:(?:one|an?) hundred\b(?: (?:and )?{_BELOW_100})?)|{_BELOW_100})"
# in days or months; hours only where they make whole days
_UNITS = {"day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1),
          "decade": ("year", 10)}  # fmt: skip
_UNIT = r"(?:full |calendar |consecutive )?(?P<unit>hour|day|week|fortnight|month|year|decade)s?\b"
# "25 million tons a year, until ..." is a rate: not after the first of these words, and before the others
_BEFORE_A_LENGTH = r"(?:^|\b(?:within|for|of|in|the|valid|extended|by|is|be)) $"
_AFTER_A_RATE = r"$|[,.;:)]| (?:until|till|through|by|in|for|over|starting|beginning|to|as|and|with|under|at|on)\b"


def number_value(words: str) -> int:
    """The value of a number as NUMBER matches it."""
    if words.isdigit():
        return int(words)
    total = 0
    for word in re.split(r"[- ]", words):
        total = max(total, 1) * 100 if word == "hundred" else total + _VALUES.get(word, 0)
    return total


def after_length(day: date, length: Length) -> date:
    """The day a length after a day; from a month's 31st, the last day of a shorter month."""
    if length.unit in ("day", "week"):
        return day + timedelta(length.count * (7 if length.unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + length.count * (12 if length.unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day_of(start: date, length: Length) -> date:
    """The last day of a length that starts on a day. Years and months end the day before the anniversary; days are
    counted as orders count them: the day plus 90."""
    end = after_length(start, length)
    return end - timedelta(1) if length.unit in ("month", "year") and end.day == start.day else end


def _read_number(match: re.Match[str], scan: Scan) -> Length | None:
    if match["digits"] and number_value(match["spelled"]) != int(match["digits"]):
        raise NoDayError(f"{match[0]!r} gives two numbers")
    return _length(match[0], number_value(match["digits"] or match["spelled"]), match["unit"])


def _read_one(match: re.Match[str], scan: Scan) -> Length | None:
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_rate = re.match(_AFTER_A_RATE, after) and not re.search(_BEFORE_A_LENGTH, before)
    return None if is_rate else _length(match[0], 1, match["unit"])


def _length(words: str, count: int, unit: str) -> Length | None:
    if unit == "hour":
        return None if count % 24 else Length(words, count // 24, "day")
    base, times = _UNITS[unit]
    return Length(words, count * times, base)


RULES: Rules = (
    (rf"(?<![\w.,/-])(?P<spelled>{NUMBER})(?: \((?P<digits>[0-9]{{1,4}})\))? {_UNIT}", _read_number),
    (rf"(?<![\w-])an?(?:other| additional| further)? {_UNIT}", _read_one),
    (
        r"(?<=\bthe next )(?P<unit>day|week|month|year|decade)\b",
        lambda match, scan: _length(f"one {match[0]}", 1, match["unit"]),
    ),
)
