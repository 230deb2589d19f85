"""EDTF dates (ISO 8601-2): a date as written, its first and its last possible day. No phrases: see `deadlines`.

The notation of a ledger is a part of EDTF: ``2025-11-27``, ``2025-11``, ``2025``, an interval of two of them
(``2025-11-17/2025-11-30``: some day in it) and a trailing ``~`` for "about".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from truce_tracker.errors import UnreadableValue

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
_OTHER_ORDER = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_NOTATION = "write a date as 2025-11-27, 2025-11, 2025 or 2025-11-17/2025-11-30, with ~ at the end for about"


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
    if "/" in text and not _OTHER_ORDER.fullmatch(text) or "~" in text:
        raise UnreadableValue(f"{text!r} is not one day: give a day, a month or a year, as in 2025-11-27 or 2025-11")
    return read_date(text)


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO day to another; negative when `later` comes first."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _read_part(part: str, whole: str) -> tuple[date, date]:
    found = _PART.fullmatch(part)
    if not found:
        raise UnreadableValue(_why_not(whole))
    year, month, day = (int(group) if group else 0 for group in found.group(1, 2, 3))
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise UnreadableValue(f"{whole!r}: there is no such day") from None
    if day:
        return first, first
    return first, date(year, month or 12, calendar.monthrange(year, month or 12)[1])


def _why_not(text: str) -> str:
    if order := _OTHER_ORDER.fullmatch(text):
        one, two, year = order.groups()
        return f"{text!r} can be two days: write {year}-{one:0>2}-{two:0>2} or {year}-{two:0>2}-{one:0>2}"
    return f"{text!r} is no date that truce reads: {_NOTATION}"
