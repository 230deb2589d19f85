"""Days: first and last possible day, a phrase's day, a repeat's days, a span added to a day. No ledger here."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from truce_tracker.dates import read_date
from truce_tracker.deadlines import milestones, read_phrase_between


def first(written: str) -> date:
    """Definitions: "first(x), last(x): the first and last possible day of a date"."""
    return read_date(written).first


def last(written: str) -> date:
    """The last possible day of a date."""
    return read_date(written).last


def phrase_days(phrase: str, anchor: str) -> tuple[date | None, date | None]:
    """Not before, and the last acceptable day: "phrases are read against the day they were said"."""
    said = read_date(anchor)
    reading = read_phrase_between(phrase, said.first, said.last)
    return reading.from_day, reading.due


def instances(rule: str, due: date) -> list[date]:
    """Days of a repeat: "an RFC 5545 rule; `due` is its first instance"."""
    return milestones(rule, due)


def later_by(day: date, span: str) -> date:
    """A clock: "0 days is allowed; days, weeks, months, years; 31 January plus a month is the last of February"."""
    number, unit = span.split()
    match unit.removesuffix("s"):
        case "day":
            return day + timedelta(days=int(number))
        case "week":
            return day + timedelta(weeks=int(number))
        case "month":
            return _months_later(day, int(number))
        case "year":
            return _months_later(day, 12 * int(number))
    raise ValueError(f"the second reading does not read the span {span!r}")


def overlap(one: str, other: str) -> bool:
    """Whether two periods share a day."""
    return first(one) <= last(other) and first(other) <= last(one)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
