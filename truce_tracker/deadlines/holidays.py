"""Holidays in a phrase: only those whose day is known for certain; the others stay unread."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from truce_tracker.deadlines.mentions import Mention, Rules, Scan, Span
from truce_tracker.deadlines.which import WHICH, which_one

# Chinese (lunar) New Year's Day; beyond these years truce does not know it
_LUNAR_NEW_YEARS = {
    2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3), 2031: (1, 23), 2032: (2, 11), 2033: (1, 31),
    2034: (2, 19), 2035: (2, 8),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: the pattern of its names, a note that says when it falls, and its day in a year (None: not known)."""

    names: str
    note: str
    on: Callable[[int], date | None]


def _fixed(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: date(year, month, day)


def _nth(count: int, weekday: int, month: int) -> Callable[[int], date | None]:
    """The count-th weekday (Monday is 0) of a month."""

    def on(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))

    return on


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta((last.weekday() - calendar.MONDAY) % 7)


def _easter(days_after: int) -> Callable[[int], date | None]:
    def on(year: int) -> date | None:
        from dateutil.easter import easter

        return easter(year) + timedelta(days_after) if 1583 <= year <= 4099 else None

    return on


def _lunar_new_year(year: int) -> date | None:
    return date(year, *_LUNAR_NEW_YEARS[year]) if year in _LUNAR_NEW_YEARS else None


# the first pattern that fits holds, so the longer names come first
_HOLIDAYS = (
    Holiday(r"thanksgiving(?: day)?", "Thanksgiving is the 4th Thursday of November", _nth(4, calendar.THURSDAY, 11)),
    Holiday(r"christmas eve", "Christmas Eve is December 24", _fixed(12, 24)),
    Holiday(r"christmas(?: day)?", "Christmas is December 25", _fixed(12, 25)),
    Holiday(
        r"(?:chinese|lunar) new year(?:'s day)?|spring festival", "by truce's table of lunar years", _lunar_new_year
    ),
    Holiday(r"new year's eve", "New Year's Eve is December 31", _fixed(12, 31)),
    Holiday(r"new year(?:'s(?: day)?)?", "New Year is January 1", _fixed(1, 1)),
    Holiday(r"good friday", "Good Friday is two days before Easter", _easter(-2)),
    Holiday(r"easter monday", "Easter Monday is the day after Easter", _easter(1)),
    Holiday(r"easter(?: sunday)?", "Easter by the western church's reckoning", _easter(0)),
    Holiday(r"memorial day", "Memorial Day is the last Monday of May", _last_monday_of_may),
    Holiday(r"(?:international (?:workers'|labou?r) day|may day)", "International Labour Day is May 1", _fixed(5, 1)),
    Holiday(r"labor day", "Labor Day in the US is the 1st Monday of September", _nth(1, calendar.MONDAY, 9)),
    Holiday(r"(?:us |american )?independence day|fourth of july", "Independence Day in the US is July 4", _fixed(7, 4)),
    Holiday(r"columbus day", "Columbus Day is the 2nd Monday of October", _nth(2, calendar.MONDAY, 10)),
    Holiday(r"veterans day", "Veterans Day is November 11", _fixed(11, 11)),
    Holiday(r"(?:china's|chinese) national day", "China's National Day is October 1", _fixed(10, 1)),
    Holiday(r"halloween", "Halloween is October 31", _fixed(10, 31)),
)


def _read(holiday: Holiday, match: re.Match[str], scan: Scan) -> Mention:
    def at(year: int) -> Span | None:
        day = holiday.on(year)
        return (day, day) if day else None

    return which_one(Mention(match["name"], "holiday", at=at, note=holiday.note), match["which"], scan)


RULES: Rules = tuple(
    (rf"{WHICH}(?:\bthe )?\b(?P<name>{holiday.names})\b(?: holiday\b)?", partial(_read, holiday))
    for holiday in _HOLIDAYS
)
