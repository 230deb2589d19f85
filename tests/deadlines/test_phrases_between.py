"""A phrase whose day of saying is only known to lie between two days."""

from datetime import date

import pytest

from truce_tracker.deadlines import read_phrase, read_phrase_between

FIRST, LAST = date(2025, 11, 17), date(2025, 11, 23)


@pytest.mark.parametrize("phrase", ["by Thanksgiving", "until November 10, 2026", "by the end of the month", "soon"])
def test_both_ends_agree(phrase):
    assert read_phrase_between(phrase, FIRST, LAST) == read_phrase(phrase, FIRST)


@pytest.mark.parametrize("phrase", ["within 90 days", "by Friday", "tomorrow", "starting tomorrow"])
def test_the_ends_differ(phrase):
    reading = read_phrase_between(phrase, FIRST, LAST)
    assert (reading.from_day, reading.due, reading.precision) == (None, None, "unknown")
    assert reading.rule.startswith("the day it was said is not known well enough: ")


def test_the_rule_tells_both_days():
    rule = read_phrase_between("by Friday", FIRST, LAST).rule
    assert rule.endswith("2025-11-21 if said on 2025-11-17, 2025-11-28 on 2025-11-23")
