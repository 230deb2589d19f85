"""EDTF dates (ISO 8601-2): a date as written, its first and its last possible day. No phrases: see `deadlines`.

The notation of a ledger is a part of EDTF: ``2025-11-27``, ``2025-11``, ``2025``, an interval of two of them
(``2025-11-17/2025-11-30``: some day in it) and a trailing ``~`` for "about". Beside it: a length of time, as the
``within`` of a clock has it (``30 days``), and the day a length after a day.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from truce_tracker.errors import UnreadableValue, quoted
from truce_tracker.numerals import NUMBER, number_value

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
_OTHER_ORDER = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_BESIDE = re.compile(r"([+-][0-9]{1,4})([dw])")
_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1, "last-week": -7}
_NOTATION = "write a date as 2025-11-27, 2025-11, 2025 or 2025-11-17/2025-11-30, with ~ at the end for about"
_WITHIN = re.compile(rf"(?P<count>{NUMBER}) (?P<unit>hour|day|week|month|year)s?", re.IGNORECASE)
_WITHIN_NOTATION = "write a length of time as 30 days, 2 weeks, 6 months or 1 year (0 days: at once)"
_LENGTHS = {"day": (1, "day"), "week": (7, "day"), "month": (1, "month"), "year": (12, "month")}
_LONGEST = {"day": 146_097, "month": 4_800}  # 400 years, after which the calendar repeats
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


@dataclass(frozen=True, slots=True)
class Within:
    """A length of time as written, and as `count` of `unit`, which is ``day`` or ``month``: 2 weeks are 14 days, a year
    12 months."""

    written: str
    count: int
    unit: str

    def after(self, day: date) -> date:
        """The day this length after a day. Raises OverflowError past the calendar's end, the year 9999."""
        return add_months(day, self.count) if self.unit == "month" else day + timedelta(self.count)


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


def read_date_beside(text: str, today: date) -> EdtfDate:
    """Read a date as `read_plain_date` does, or a day told from today: yesterday, last-week (-7d), +3d, -2w."""
    found = _BESIDE.fullmatch(text)
    if not found and text not in _NAMED:
        return read_plain_date(text)
    days = int(found[1]) * (7 if found[2] == "w" else 1) if found else _NAMED[text]
    day = today + timedelta(days=days)
    return EdtfDate(text, day, day)


def read_within(text: str) -> Within:
    """Read a length of time: ``30 days``, ``two weeks``. Raises UnreadableValue that says how to write it."""
    found = _WITHIN.fullmatch(" ".join(text[:60].split()))
    count = number_value(found["count"].lower()) if found else 0
    if not found or len(text) > 60 or (found["unit"].lower() == "hour" and count % 24):
        raise UnreadableValue(f"{quoted(text)} is no length of time that truce reads: {_WITHIN_NOTATION}")
    is_hours = found["unit"].lower() == "hour"
    times, unit = _LENGTHS["day" if is_hours else found["unit"].lower()]
    count = count // 24 if is_hours else count * times
    if count > _LONGEST[unit]:
        raise UnreadableValue(f"{quoted(text)} is more than 400 years: give a shorter one")
    return Within(text, count, unit)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier, for a negative number); from a 31st, the last of a shorter month.
    Raises OverflowError outside the calendar, the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"the year {year} is outside the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO day to another; negative when `later` comes first."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def days_before(day: str, days: int) -> str:
    """The ISO day so many days before an ISO day."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


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
