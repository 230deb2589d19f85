"""The day on which something was published, read from the few ways in which pages and bylines write it plainly.

The day is the one that is written, in the time zone that is written. What can be two days (02/03/2025) is none.
"""

from __future__ import annotations

import re
from datetime import date

_NAMED = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTHS = _NAMED.split("|")
_MONTH = rf"(?P<month>{_NAMED})[a-z]{{0,6}}\.?"
_YEAR, _DAY = r"(?P<year>[12]\d{3})", r"(?P<day>\d{1,2})"
_TIME = r"(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?,?\s*(?:[A-Za-z]{2,4},)?\s*(?:on\s+)?)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{1,2}})-{_DAY}(?!\d)",
        rf"{_YEAR}/(?P<month>\d{{1,2}})/{_DAY}(?!\d)",
        rf"{_YEAR}\.(?P<month>\d{{1,2}})\.{_DAY}(?!\d)",
        rf"{_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月\s?{_DAY}\s?日",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?!\d)",
        rf"{_TIME}{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"{_TIME}{_WEEKDAY}{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
    )
)
_FIRST_YEAR = 1800
_STAND_INS = frozenset({"1900-01-01", "1970-01-01"})
_LONG = 80


def day_of(text: str) -> str | None:
    """``2025-11-20`` for a text that begins with a day, with or without a time after it; None for any other."""
    text = text.strip()
    if len(text) > _LONG:
        return None
    return next((day for form in _FORMS if (found := form.match(text)) and (day := _day(found))), None)


def _day(found: re.Match[str]) -> str | None:
    month = found["month"].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        day = date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None
    return day if int(found["year"]) >= _FIRST_YEAR and day not in _STAND_INS else None
