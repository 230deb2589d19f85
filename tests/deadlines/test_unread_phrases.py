"""Phrases from which no day is certain: a wrong date is far worse than none. phrase | why (a part of the rule)"""

from datetime import date

import pytest

from truce_tracker.deadlines import read_phrase

SAID = date(2025, 11, 20)  # a Thursday
VAGUE = """
soon | no day in 'soon'
imminent | no day
in the coming weeks | no day
over the next few months | no day
as soon as possible | no day
until further notice | no day
indefinitely | no day
by early December | no day in 'early december'
in the first week of December | no day in 'first week of december'
by the start of 2026 | no day
in mid-2026 | no day
in early December | no day
at the beginning of next year | no day
by around December 1 | around
by Thanksgiving or so | or
by Thanksgiving or shortly thereafter | or
until at least November 10, 2026 | at least
December 1 at the earliest | earliest
through 2028 and beyond | beyond
midway through next year | midway
well before Christmas | well
deep into next year | into
at least through 2026 | at least
sometime around Christmas | around
"""
OPEN_READINGS = """
by Thursday | no one day
by next Friday | one of two
by next Thanksgiving | one of two
by next December | one of two
by the end of the week | Friday, Saturday or Sunday
by 10/11/2026 | 2026-10-11 or 2026-11-10
by November 27 or 28 | which one
by November 27-28 | beginning or its end
by Thanksgiving or Christmas | christmas
by November 10 | past
by the end of October | past
in the first half of the year | no one day
by summer 2026 | beginning or its end
in October | past
by the end of winter | winter
on Monday | past or to come
announced Monday | counts
November 30 | counts
in each of 2026 and 2028 | follow
from Monday to Friday | stretch
"""
IMPOSSIBLE = """
by Feb 30 | there is no
by November 31, 2025 | there is no
by February 29 | to come
by 2026-13-01 | there is no
by Friday, November 29 | does not fit
by Thanksgiving (Nov. 26) | does not fit
by Lunar New Year 2040 | there is no
from November 10, 2026 to November 10, 2025 | before it begins
"""
NOT_THAT_DAY = """
by the November summit | no day
by the November 2025 summit | no day
by Friday's meeting | 's
by the week of November 24 | week
by Thanksgiving weekend | weekend
early this year | no one day
by the second week of next month | no day
by the fifth Friday of February 2027 | there is no
after the summit in November | after
until the Supreme Court rules in January | until
before the truce expires on November 10, 2026 | before
after the November 10, 2026 deadline | after
extend the November 10, 2026 deadline | extend
not expected by Thanksgiving | not
no deal by Thanksgiving | no
won't be signed before November 10, 2026 | n't
missed the December 1 deadline | missed
before 2026 is out | is out
sign it a month before Thanksgiving | a month
by the end of each year | repeats
by November 10, 2026 plus ten days | ten days
until after Thanksgiving | until
by Nov. 27, '26 | '2
by Canadian Thanksgiving | canadian
by Independence Day of India | of
by Black Friday | black
by Ramadan | no day
by Golden Week | no day
by the end of the fiscal year | calendar of its own
in the 2025/26 marketing year | calendar of its own
in fiscal 2026 | calendar of its own
by the end of last month | past
last Thanksgiving | past
earlier this month | earlier
was to have been finished by the end of the month | past
would have expired on November 29 | have
China bought 5 million tons this year | counts
bought 2 million tons in November | past
at the end of the day | counts
until December 31, 2026, and the other until November 10, 2026 | which one
Bessent said Sunday it would be done by Thanksgiving | sunday
"""
LENGTHS = """
for one year | from when
for an initial period of 90 days | from when
for the next three years | from when
over the next 60 days | from when
extended for 120 days | from when
in two weeks | from when
for the first time in three years | from when
72-hour ceasefire | no day
within a few days | no day
within 30 to 60 days | from when
within a day or two | or
within six and a half weeks | no day
within 1½ years | no day
within 36 hours | no day
within 10 business days | no day
within ninety (60) days | two numbers
was promised within 90 days | told as past
more than 90 days after November 10, 2025 | than
30 days or so before November 10, 2026 | 30 days
takes effect 30 days after November 10, 2025 | takes effect
90 days from January 2026 | from when
on April 4, 2025 for 90 days | 90 days
by 9999 years from today | outside the calendar
"""
NUMBERS = """
by 2000 tons | no day
by 2,028 tons | no day
by November 25 million tons | no day
by 2030 vehicles | no day
in 2025 dollars | no day
by 10% | no day
by 2026-27 | no day
down to 2024 levels by December 31 | 2024
"""
CHINESE = """
尽快 | no day
一年 | no day
春节前 | leaves open
本周五前 | leaves open
明年上半年前 | leaves open
2026年年中 | no day
上周五 | no day
十个工作日内 | no day
两个半月内 | no day
一个季度内 | no day
10月30日之后 | no day
若干措施将于年底前 | no day
11月27日前 | leaves open
2026年11月10日之前 | leaves open
去年底 | no day
近三个月内 | no day
三至六个月内 | no day
从2025年11月10日起一年 | no day
自11月底起 | no day
13月1日 | no month
"""
TABLE = [
    line.split(" | ")
    for line in (VAGUE + OPEN_READINGS + IMPOSSIBLE + NOT_THAT_DAY + LENGTHS + NUMBERS + CHINESE).splitlines()
    if line
]


@pytest.mark.parametrize(("phrase", "why"), TABLE)
def test_no_day_and_the_reason(phrase, why):
    reading = read_phrase(phrase, SAID)
    assert reading.due is None, reading.rule
    assert why in reading.rule
    assert reading.precision == "unknown"


def test_a_page_is_no_phrase():
    reading = read_phrase("by Thanksgiving " * 100_000, SAID)
    assert (reading.due, reading.rule) == (None, "more than 400 characters: give the few words that name the day")


@pytest.mark.parametrize(
    ("phrase", "said"),
    [("by next year", date.max), ("within 90 days", date.max), ("by tomorrow", date.max), ("by Friday", date.min)],
)
def test_the_ends_of_the_calendar(phrase, said):
    reading = read_phrase(phrase, said)
    assert reading.due is None or reading.due >= said
