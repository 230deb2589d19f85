"""Phrases that name a day in each of several periods: a rule and its first day, or the reason to give one."""

from datetime import date

import pytest

from truce_tracker.deadlines import milestones, read_phrase

SAID = date(2025, 11, 16)
REPEATS = """
in each of 2026, 2027 and 2028 | 2026-12-31 2027-12-31 2028-12-31
at least 25 MMT of U.S. soybeans in each of 2026, 2027, and 2028 | 2026-12-31 2027-12-31 2028-12-31
in each of the years 2026 through 2028 | 2026-12-31 2027-12-31 2028-12-31
annually from 2026 to 2028 | 2026-12-31 2027-12-31 2028-12-31
each year from 2026 to 2028 | 2026-12-31 2027-12-31 2028-12-31
starting in 2026, every year through 2028 | 2026-12-31 2027-12-31 2028-12-31
by the end of each year from 2026 to 2028 | 2026-12-31 2027-12-31 2028-12-31
25 million tons per year in 2026, 2027 and 2028 | 2026-12-31 2027-12-31 2028-12-31
by June 30 each year from 2026 to 2028 | 2026-06-30 2027-06-30 2028-06-30
every June 30 through 2027 | 2026-06-30 2027-06-30
each December through 2027 | 2025-12-31 2026-12-31 2027-12-31
at the end of every quarter in 2026 | 2026-03-31 2026-06-30 2026-09-30 2026-12-31
each month from January to March 2026 | 2026-01-31 2026-02-28 2026-03-31
1 million tons a month in the first half of 2026 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30
in each of November and December | 2025-11-30 2025-12-31
every half-year from 2026 to 2027 | 2026-06-30 2026-12-31 2027-06-30 2027-12-31
从2026年到2028年每年采购2500万吨 | 2026-12-31 2027-12-31 2028-12-31
2026年、2027年和2028年每年采购 | 2026-12-31 2027-12-31 2028-12-31
2026年每季度 | 2026-03-31 2026-06-30 2026-09-30 2026-12-31
"""
NO_FIRST = """
annually through 2028 | FREQ=YEARLY;UNTIL=20281231
25 million tons a year through 2028 | FREQ=YEARLY;UNTIL=20281231
every quarter until the end of 2026 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20261231
monthly until June 2026 | FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260630
"""
ASKED = """
annually
every year
each year by December 31
once a year by December 1
by the end of each year
twice a year until 2028
every other year through 2030
every three months until December 2026
weekly until the end of 2026
by Thanksgiving each year from 2026 to 2028
each year for the next three years
未来三年中国每年采购2500万吨
每年年底前
"""
NONE = """
each side by December 31, 2025 | 2025-12-31
the annual summit by December 31, 2025 | 2025-12-31
25 million tons a year by 2028 | 2028-12-31
the truce is suspended a year at a time until November 10, 2026 | 2026-11-10
5 million tons per month stays in force until November 10, 2026 | 2026-11-10
"""


def rows(table):
    return [line.split(" | ") for line in table.splitlines() if line]


@pytest.mark.parametrize(("phrase", "days"), rows(REPEATS))
def test_the_rule_has_a_day_in_each_period(phrase, days):
    reading = read_phrase(phrase, SAID)
    assert (reading.due, reading.from_day, reading.precision) == (None, None, "unknown")
    assert [str(day) for day in milestones(reading.repeats.rule, reading.repeats.first_due)] == days.split()


@pytest.mark.parametrize(("phrase", "rule"), rows(NO_FIRST))
def test_which_period_is_the_first_is_not_guessed(phrase, rule):
    reading = read_phrase(phrase, SAID)
    assert (reading.due, reading.repeats.first_due, reading.repeats.rule) == (None, None, rule)
    assert f"give due, the first of them, and repeats: {rule}" in reading.rule


@pytest.mark.parametrize("phrase", [line for line in ASKED.splitlines() if line])
def test_without_a_certain_end_repeats_is_asked_for(phrase):
    reading = read_phrase(phrase, SAID)
    assert (reading.due, reading.repeats) == (None, None)
    assert "give due, the first of them, and repeats" in reading.rule


@pytest.mark.parametrize(("phrase", "due"), rows(NONE))
def test_what_names_one_day_alone(phrase, due):
    reading = read_phrase(phrase, SAID)
    assert (str(reading.due or "-"), reading.repeats) == (due, None), reading.rule


def test_the_first_period_is_told():
    assert read_phrase("in each of 2026 and 2027", SAID).repeats.from_day == date(2026, 1, 1)
