"""Dates: what each notation means as days, what is refused, and that no precision is lost or invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.dates import (
    EdtfDate,
    add_months,
    days_between,
    read_date,
    read_date_beside,
    read_plain_date,
    read_within,
)
from truce_tracker.errors import UnreadableValue


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-11-27", "2025-11-27", "2025-11-27"),
        ("2025-11", "2025-11-01", "2025-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-11-27~", "2025-11-27", "2025-11-27"),
        ("2025-11~", "2025-11-01", "2025-11-30"),
        ("2025-11-17/2025-11-30", "2025-11-17", "2025-11-30"),
        ("2025-11-17/2025-11-17", "2025-11-17", "2025-11-17"),
        ("2025-11-17~/2025-11~", "2025-11-17", "2025-11-30"),
        ("2025/2026", "2025-01-01", "2026-12-31"),
        ("2025-11-17/2025-11", "2025-11-17", "2025-11-30"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_date_is_its_first_and_last_possible_day(written: str, first: str, last: str) -> None:
    read = read_date(written)
    assert (read.written, read.first.isoformat(), read.last.isoformat()) == (written, first, last)
    assert read.is_day == (first == last)


NOTATION = "write a date as 2025-11-27, 2025-11, 2025 or 2025-11-17/2025-11-30, with ~ at the end for about"
NO_DATES = [
    "", " ", "2025-11-27 ", "2025-1-1", "25-11-27", "20251127", "2025-11-27T08:00", "2025-W48", "2025-11-27/", "/2025",
    "2025/2026/2027", "2025-11-27?", "~2025", "2025~~", "tomorrow", "Nov 27, 2025", "２０２５", "-2025", "2025-11-27\n",
    "12025", "today/tomorrow",
]  # fmt: skip
NO_DAYS = ["2025-11-27~", "2025-11-17/2025-11-30", "and/or", "soon", ""]
PLAIN = "give a day, a month or a year, as in 2025-11-27, 2025-11 or 2025"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("10/11/2026", "'10/11/2026' can be two days: write 2026-10-11 or 2026-11-10"),
        ("1.2.2026", "'1.2.2026' can be two days: write 2026-01-02 or 2026-02-01"),
        ("25/12/2025", "'25/12/2025' is no date that truce reads: write 2025-12-25"),
        ("12-25-2025", "'12-25-2025' is no date that truce reads: write 2025-12-25"),
        ("11/11/2025", "'11/11/2025' is no date that truce reads: write 2025-11-11"),
        ("30/02/2025", f"'30/02/2025' is no date that truce reads: {NOTATION}"),
        ("2025-02-29", "'2025-02-29' is not in the calendar"),
        ("2025-13", "'2025-13' is not in the calendar"),
        ("2025-00", "'2025-00' is not in the calendar"),
        ("2025-11-00", "'2025-11-00' is not in the calendar"),
        ("0000", "'0000' is not in the calendar"),
        ("2025-11-30/2025-11-17", "'2025-11-30/2025-11-17' ends before it begins: put the earlier day first"),
        ("2025-11-17/2025-13", "'2025-11-17/2025-13' is not in the calendar"),
        *((wrong, f"{wrong!r} is no date that truce reads: {NOTATION}") for wrong in NO_DATES),
    ],
)
def test_what_is_no_date_is_told(written: str, told: str) -> None:
    with pytest.raises(UnreadableValue) as error:
        read_date(written)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("10/11/2026", "'10/11/2026' can be two days: write 2026-10-11 or 2026-11-10"),
        ("2025-11-31", "'2025-11-31' is not in the calendar"),
        *((wrong, f"{wrong!r} is not one day: {PLAIN}") for wrong in NO_DAYS),
    ],
)
def test_a_plain_date_is_no_interval_and_not_about(written: str, told: str) -> None:
    assert read_plain_date("2025-11") == read_date("2025-11")
    with pytest.raises(UnreadableValue) as error:
        read_plain_date(written)
    assert str(error.value) == told


days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@given(days)
def test_a_day_is_itself(day: date) -> None:
    read = read_date(day.isoformat())
    assert read.first == read.last == day


@given(days, st.sampled_from([4, 7]))
def test_a_month_or_a_year_is_all_of_its_days(day: date, length: int) -> None:
    """It holds the day it was cut from, begins with its first day and ends with its last."""
    read = read_date(day.isoformat()[:length])
    assert read.first <= day <= read.last
    assert read.first.isoformat()[:length] == read.last.isoformat()[:length] == read.written
    assert read.first == date.min or (read.first - timedelta(1)).isoformat()[:length] != read.written
    assert read.last == date.max or (read.last + timedelta(1)).isoformat()[:length] != read.written


@given(days, days)
def test_an_interval_is_its_ends(one: date, two: date) -> None:
    first, last = min(one, two), max(one, two)
    read = read_date(f"{first}/{last}")
    assert (read.first, read.last) == (first, last)


@given(st.text("0123456789-/~ T.", max_size=22) | st.text(max_size=22))
def test_any_text_is_a_date_as_written_or_told(text: str) -> None:
    for read in (read_date, read_plain_date):
        found = read_or_told(read, text)
        if isinstance(found, str):
            assert found.startswith(repr(text))
        else:
            assert found.written == text
            assert found.first <= found.last


def read_or_told(read: Callable[[str], EdtfDate], text: str) -> EdtfDate | str:
    try:
        return read(text)
    except UnreadableValue as error:
        return str(error)


def test_days_between() -> None:
    assert days_between("2025-11-27", "2025-11-28") == 1
    assert days_between("2025-12-31", "2025-11-28") == -33


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2024-02-29", "2024-02-29"),
        ("yesterday", "2024-02-28", "2024-02-28"),
        ("tomorrow", "2024-03-01", "2024-03-01"),
        ("-7d", "2024-02-22", "2024-02-22"),
        ("+3d", "2024-03-03", "2024-03-03"),
        ("-2w", "2024-02-15", "2024-02-15"),
        ("+0d", "2024-02-29", "2024-02-29"),
        ("-9999w", "1832-07-12", "1832-07-12"),
        ("2025-11", "2025-11-01", "2025-11-30"),
    ],
)
def test_a_day_told_from_another(text: str, first: str, last: str) -> None:
    told = read_date_beside(text, date(2024, 2, 29))
    assert (told.written, told.first.isoformat(), told.last.isoformat()) == (text, first, last)


@pytest.mark.parametrize("text", ["7d", "-7", "-7m", "- 7d", "-10000d", "Yesterday", "-7d~", "now", ""])
def test_a_day_that_is_not_told_so(text: str) -> None:
    with pytest.raises(UnreadableValue):
        read_date_beside(text, date(2024, 2, 29))


@pytest.mark.parametrize(
    ("written", "count", "unit", "due"),
    [
        ("30 days", 30, "day", "2026-03-02"),
        ("0 days", 0, "day", "2026-01-31"),
        ("1 day", 1, "day", "2026-02-01"),
        ("2 weeks", 14, "day", "2026-02-14"),
        ("two weeks", 14, "day", "2026-02-14"),
        ("72 hours", 3, "day", "2026-02-03"),
        ("1 month", 1, "month", "2026-02-28"),
        ("Six Months", 6, "month", "2026-07-31"),
        ("1 year", 12, "month", "2027-01-31"),
        ("  1   year ", 12, "month", "2027-01-31"),
    ],
)
def test_a_length_and_the_day_it_ends(written: str, count: int, unit: str, due: str) -> None:
    within = read_within(written)
    assert (within.written, within.count, within.unit) == (written, count, unit)
    assert str(within.after(date(2026, 1, 31))) == due


@pytest.mark.parametrize(
    "written", ["", "days", "30", "-1 days", "1.5 years", "36 hours", "30 days ago", "30天", "x" * 90]
)
def test_what_is_no_length_is_told(written: str) -> None:
    with pytest.raises(UnreadableValue, match="is no length of time that truce reads: write a length"):
        read_within(written)


def test_a_length_has_an_end() -> None:
    assert read_within("400 years").count == 4800
    with pytest.raises(UnreadableValue, match="more than 400 years"):
        read_within("401 years")
    with pytest.raises(OverflowError):
        read_within("400 years").after(date(9999, 1, 1))


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(-1200, 1200))
def test_months_on_it_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(1)).day == 1)
