"""What holds for every phrase: nothing crashes it, a window never ends before it begins, a deadline is not past."""

import re
import time
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.deadlines import read_phrase, read_phrase_between

VOCABULARY = """by before until through within for from to in on at of the end beginning starting effective expires
valid over next this last year month quarter week day days weeks months years hours decade a one ninety (90) 90 1 31 30
' 2026 2028 2026-02-30 10/11/2026 november nov. may march february monday friday thanksgiving christmas easter q1 half
first second summer and or , - 's not no later than earlier after since between now today tomorrow extended period
million tons 25 mid-december year-end 12:01 a.m. est if unless once each every annually
H1 early EOY of-signing 上半年 每年 如果 后 年底前 三个月内 11月27日 至 起 <d0> <n1> ^ ½ ²"""
WORDS = VOCABULARY.split()
YEARLESS = ["Thanksgiving", "Christmas", "Easter", "Nov. 27", "1 March", "January", "the end of June", "Q3", "mid-May",
            "year-end", "the end of the month", "Monday", "the 15th", "Lunar New Year",
            "H1", "EOY", "December first", "the second Tuesday of March", "the first half of May", "next week",
            "late June", "the end of the quarter"]  # fmt: skip
said_days = st.dates(date(2020, 1, 1), date(2034, 12, 31))
sentences = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@given(st.text(max_size=500) | sentences, st.dates())
@settings(max_examples=600, deadline=None)
def test_nothing_crashes_it(phrase, said):
    reading = read_phrase(phrase, said)
    assert (reading.phrase, reading.said) == (phrase, said)
    assert reading.rule
    assert not (reading.due and reading.from_day) or reading.from_day <= reading.due
    assert (reading.precision == "unknown") == (reading.due is None and reading.from_day is None)


@given(sentences, said_days)
@settings(max_examples=500, deadline=None)
def test_the_calendar_is_only_left_at_its_ends(phrase, said):
    assert "outside the calendar" not in read_phrase(phrase, said).rule


@given(st.sampled_from(YEARLESS), said_days)
@settings(max_examples=300, deadline=None)
def test_a_quantity_beside_it_does_not_matter(named, said):
    alone = read_phrase(f"by {named}", said)
    for phrase in (f"they hope to buy 25 million tons by {named}", f"by {named} for 25 million tons, at 10%"):
        assert read_phrase(phrase, said).due == alone.due


@given(
    st.sampled_from(["by", "before", "until", "through", "no later than", "expires"]),
    st.sampled_from(YEARLESS),
    said_days,
)
@settings(max_examples=600, deadline=None)
def test_a_deadline_without_a_year_is_to_come(word, named, said):
    due = read_phrase(f"{word} {named}", said).due
    assert due is None or timedelta(0) <= due - said <= timedelta(366)


@given(sentences, said_days, st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_between_two_days_gives_the_day_of_both_ends(phrase, first, days):
    last = first + timedelta(days)
    reading = read_phrase_between(phrase, first, last)
    assert reading.due in (None, read_phrase(phrase, first).due)
    assert reading.due in (None, read_phrase(phrase, last).due)


@given(sentences, said_days)
@settings(max_examples=500, deadline=None)
def test_only_what_names_its_year_or_tells_of_the_past_lies_behind(phrase, said):
    due = read_phrase(phrase, said).due
    assert due is None or due >= said or re.search("20[0-9]{2}|expire|ended|since", phrase)


@given(
    st.sampled_from(
        ["如果", "后", "自", "每年", "半", "至", "二〇", "if ", "within 30 days of ", "each ", "until ", "the ", "1 "]
    )
)
@settings(max_examples=30, deadline=None)
def test_long_runs_are_read_fast(run):
    before = time.perf_counter()
    read_phrase((run * 400)[:400], date(2025, 11, 16))
    read_phrase(run * 10_000, date(2025, 11, 16))
    assert time.perf_counter() - before < 0.4


@given(st.sampled_from(WORDS), st.sampled_from(["", " ", ", ", "-", "(", " and "]))
@settings(max_examples=200, deadline=None)
def test_repetition_ends_fast(word, link):
    before = time.perf_counter()
    read_phrase((word + link) * 400, date(2025, 11, 16))
    read_phrase(((word + link) * 400)[:400], date(2025, 11, 16))
    assert time.perf_counter() - before < 2
