"""EDTF dates (ISO 8601-2): a date as written, its first and its last possible day. No phrases: see `deadlines`.

The notation of a ledger is a part of EDTF: ``2025-11-27``, ``2025-11``, ``2025``, an interval of two of them
(``2025-11-17/2025-11-30``: some day in it) and a trailing ``~`` for "about".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from truce_tracker.errors import UnreadableValue, quoted

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
_OTHER_ORDER = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_LENGTH = re.compile(r"([0-9]{1,4}) (day|week|month|year)s?")
_IN_BASE_UNITS = {"day": (1, "day"), "week": (7, "day"), "month": (1, "month"), "year": (12, "month")}
_WITHIN_NOTATION = "write a length of time as 30 days, 2 weeks, 6 months or 1 year (0 days: at once)"
_NOTATION = "write a date as 2025-11-27, 2025-11, 2025 or 2025-11-17/2025-11-30, with ~ at the end for about"
_PLAIN_NOTATION = "give a day, a month or a year, as in 2025-11-27, 2025-11 or 2025"


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as precise as its source. `first` and `last` are the ends of the days it can mean, both included."""

    written: str
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it means one day and no other."""
        return self.first == self.last


@lru_cache(maxsize=4096)
def read_date(text: str) -> EdtfDate:
    """Read a date in the notation. Raises UnreadableValue that says what is wrong and how to write it."""
    ends = [_read_part(part, text) for part in text.split("/", 1)]
    first, last = ends[0][0], ends[-1][1]
    if first > last:
        raise UnreadableValue(f"{text!r} ends before it begins: put the earlier day first")
    return EdtfDate(text, first, last)


def read_plain_date(text: str) -> EdtfDate:
    """Read a day, a month or a year, as `due`, `from` and `to` are written: no interval, no ``~``."""
    if _PART.fullmatch(text) and "~" not in text:
        return read_date(text)
    raise UnreadableValue(_why_not(text, f"is not one day: {_PLAIN_NOTATION}"))


@dataclass(frozen=True, slots=True)
class Within:
    """A length of time, in days or in months: a week is 7 days, a year 12 months."""

    written: str
    count: int
    unit: str  # day or month


def read_within(text: str) -> Within:
    """Read a length of time: ``30 days``, ``2 weeks``, ``6 months``, ``1 year``. Raises UnreadableValue."""
    found = _LENGTH.fullmatch(text)
    if not found:
        raise UnreadableValue(f"{quoted(text)} is no length of time that truce reads: {_WITHIN_NOTATION}")
    times, unit = _IN_BASE_UNITS[found[2]]
    return Within(text, int(found[1]) * times, unit)


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO day to another; negative when `later` comes first."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def next_day(day: str) -> str:
    """The ISO day after an ISO day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _read_part(part: str, whole: str) -> tuple[date, date]:
    found = _PART.fullmatch(part)
    if not found:
        raise UnreadableValue(_why_not(whole, f"is no date that truce reads: {_NOTATION}"))
    year, month, day = found.group(1, 2, 3)
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise UnreadableValue(f"{whole!r} is not in the calendar") from None
    if day:
        return first, first
    last_month = first.month if month else 12
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def _why_not(text: str, otherwise: str) -> str:
    days = _days_in_other_order(text)
    if len(days) > 1:
        return f"{text!r} can be two days: write {' or '.join(days)}"
    return f"{text!r} is no date that truce reads: write {days[0]}" if days else f"{text!r} {otherwise}"


def _days_in_other_order(text: str) -> list[str]:
    found = _OTHER_ORDER.fullmatch(text)
    if not found:
        return []
    one, two, year = (int(group) for group in found.groups())
    orders = {(year, one, two): None, (year, two, one): None}
    days = (f"{year:04}-{month:02}-{day:02}" for year, month, day in orders)
    return [day for day in days if _is_in_calendar(day)]


def _is_in_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
