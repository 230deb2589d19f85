"""A repeating deadline's instances, by RFC 5545."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.deadlines import milestones
from truce_tracker.errors import UnreadableValue

NOV_10 = date(2025, 11, 10)  # a Monday


@pytest.mark.parametrize(
    ("rule", "due", "days"),
    [
        ("FREQ=YEARLY;COUNT=3", "2026-12-31", "2026-12-31 2027-12-31 2028-12-31"),
        ("RRULE:freq=yearly;until=20281231", "2026-12-31", "2026-12-31 2027-12-31 2028-12-31"),
        ("FREQ=MONTHLY;COUNT=4", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31"),
        ("FREQ=YEARLY;COUNT=2", "2024-02-29", "2024-02-29 2028-02-29"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", "2025-11-10", "2025-11-10 2025-11-24 2025-12-08"),
        ("FREQ=MONTHLY;BYDAY=4TH;COUNT=2", "2025-11-27", "2025-11-27 2025-12-25"),
        ("FREQ=DAILY;UNTIL=20251112T000000Z", "2025-11-10", "2025-11-10 2025-11-11 2025-11-12"),
        ("FREQ=YEARLY;COUNT=1", "9999-12-31", "9999-12-31"),
    ],
)
def test_instances(rule, due, days):
    assert [str(day) for day in milestones(rule, date.fromisoformat(due))] == days.split()


def test_a_thousand_are_not_too_many():
    assert len(milestones("FREQ=DAILY;COUNT=1000", NOV_10)) == 1000


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("", "not one line"),
        ("every year", "no part of an RFC 5545 rule: write it as FREQ=YEARLY;COUNT=3"),
        ("FREQ=YEARLY", "must end, with one of COUNT and UNTIL"),
        ("FREQ=YEARLY;COUNT=3;UNTIL=20281231", "must end, with one of COUNT and UNTIL"),
        ("COUNT=3", "no FREQ"),
        ("FREQ=DAILY;COUNT=1001", "more than 1,000 instances"),
        ("FREQ=DAILY;UNTIL=99991231", "more than 1,000 instances"),
        ("FREQ=YEARLY;COUNT=1000", "more than 400 years"),
        ("FREQ=YEARLY;UNTIL=29991231", "more than 400 years"),
        ("FREQ=HOURLY;COUNT=3", "milestones are days"),
        ("FREQ=DAILY;BYHOUR=1,2;COUNT=3", "not for truce"),
        ("DTSTART=20251110;FREQ=YEARLY;COUNT=3", "not for truce"),
        ("DTSTART:20251110\nRRULE:FREQ=YEARLY;COUNT=3", "not one line"),
        ("FREQ=YEARLY;COUNT=3;COUNT=4", "there twice"),
        ("FREQ=YEARLY;COUNT=3;", "no part of an RFC 5545 rule"),
        ("FREQ=YEARLY;COUNT=0", "not a value of COUNT"),
        ("FREQ=YEARLY;INTERVAL=0;COUNT=3", "not a value of INTERVAL"),
        ("FREQ=YEARLY;BYMONTH=13;COUNT=3", "not a value of BYMONTH"),
        ("FREQ=YEARLY;UNTIL=20250230", "no day 20250230"),
        ("FREQ=YEARLY;UNTIL=20241231", "no instance"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", "no instance"),
        ("FREQ=WEEKLY;BYMONTHDAY=10;COUNT=3", "goes with FREQ="),
        ("FREQ=WEEKLY;BYDAY=2MO;COUNT=3", "numbered BYDAY"),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "its first instance would be 2025-11-11, not the due day 2025-11-10"),
    ],
)
def test_no_rule_and_the_reason(rule, why):
    before = time.perf_counter()
    with pytest.raises(UnreadableValue) as error:
        milestones(rule, NOV_10)
    assert why in str(error.value)
    assert time.perf_counter() - before < 5


PARTS = [
    "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "COUNT=3", "UNTIL=20271231", "INTERVAL=2", "BYDAY=MO",
    "BYDAY=-1FR", "BYMONTH=2", "BYMONTHDAY=31", "BYYEARDAY=366", "BYWEEKNO=53", "BYSETPOS=-1", "WKST=SU", "X",
]  # fmt: skip


@given(st.text(max_size=60) | st.lists(st.sampled_from(PARTS), max_size=6).map(";".join), st.dates())
@settings(max_examples=150, deadline=None)
def test_days_that_begin_with_due_or_an_unreadable_value(rule, due):
    try:
        days = milestones(rule, due)
    except UnreadableValue:
        return
    assert days[0] == due
    assert days == sorted(set(days))
    assert len(days) <= 1000
