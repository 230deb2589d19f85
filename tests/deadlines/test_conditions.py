"""What hangs on a condition or an event names no day, in no language: the words of it are told, and the clock."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.deadlines import read_phrase, read_phrase_between

SAID = date(2025, 11, 16)
CONDITIONS = """
unless either side objects by 10 November | unless either side objects by 10 november
until China agrees | until china agrees
until a final agreement is reached | until a final agreement is reached
until entry into force | until entry into force
by December 31, 2026 unless either side objects | unless either side objects
by December 1, if not sooner | if not sooner
until November 10, 2026, provided that China complies | provided that china complies
provided Beijing approves, by December 1 | provided beijing approves
by December 1, subject to approval | subject to approval
by December 1 on condition that tariffs fall | on condition that tariffs fall
by December 1 as long as the truce holds | as long as the truce holds
only after the summit on December 1 | only after the summit on december 1
contingent on a deal by December 1 | contingent on a deal by december 1
in the event that no deal is reached by December 1 | in the event that no deal is reached by december 1
by December 1, pending review | pending review
assuming a deal, by December 1 | assuming a deal
by December 31, 2025, except for soybeans | except for soybeans
following ratification, by December 1 | following ratification
should talks fail, by December 1 | should talks fail
when Trump visits in April | when trump visits in april
if it is not done by February 30 | if it is not done by february 30
upon request, by December 1 | upon request
如果美国取消关税，将在12月31日前购买 | 如果美国取消关税
除非美方取消关税，2026年11月10日起 | 除非美方取消关税
只要美方遵守，至2026年11月10日 | 只要美方遵守
一旦达成协议，年底前 | 一旦达成协议
在談判結束後，年底前 | 在谈判结束后
倘若美方同意，年底前 | 倘若美方同意
以取消关税为条件，年底前 | 以取消关税为条件
在取消关税的前提下，年底前 | 在取消关税的前提下
视谈判进展而定，年底前 | 视谈判进展而定
经双方批准，年底前 | 经双方批准
只有在制裁解除后才执行，年底前 | 只有在制裁解除后才执行
"""
CLOCKS = """
within 30 days of signing | 30 | day | signing
within 90 days if China complies | 90 | day | china complies
within 30 days of the date of entry into force of this Agreement | 30 | day | entry into force of this agreement
within ninety (90) days of receipt of the request | 90 | day | receipt of the request
no later than six months after ratification | 6 | month | ratification
two weeks after signature | 14 | day | signature
within a year of the summit | 12 | month | summit
within 30 days once sanctions are lifted | 30 | day | sanctions are lifted
once sanctions are lifted, within 30 days | 30 | day | sanctions are lifted
签署后90天内 | 90 | day | 签署
协议生效之日起三个月内 | 3 | month | 协议生效
收到请求后十天内 | 10 | day | 收到请求
待美国解除制裁后，伊朗将在30天内 | 30 | day | 美国解除制裁
"""
NO_CONDITIONS = """
to be provided by December 1 | 2025-12-01
as soon as possible, by December 1 | 2025-12-01
agreed upon by December 1 | 2025-12-01
over the year following November 10, 2025, until November 10, 2026 | -
within 90 days of December 1, 2025 | 2026-03-01
within 30 days of the date of this order | 2025-12-16
the following steps by December 1 | 2025-12-01
今后三年 | 2028-11-16
"""
CLAUSES = [
    "if China complies", "unless either side objects", "provided that talks go on", "subject to approval",
    "once signed", "except where licences lapse", "as long as the truce holds", "only after a vote",
    "contingent on a deal", "conditional on a deal", "in the event that talks fail", "assuming a deal",
    "pending review", "upon ratification",
    "following the summit", "when the order lapses", "until China agrees", "within 30 days of entry into force",
    "as soon as the tariffs end", "in case talks fail", "depending on talks", "barring a delay", "without a deal",
]  # fmt: skip
CHINESE_CLAUSES = [
    "如果达成协议", "除非美方反对", "只要美方遵守", "一旦签署", "在协议签署后", "以批准为前提", "经双方批准",
    "若美方同意", "倘若谈判失败", "协议生效后30天内",
]  # fmt: skip
DATED = [
    "by December 31, 2026", "until November 10, 2026", "in April", "by the end of the year", "within 90 days",
    "by Thanksgiving", "in each of 2026, 2027 and 2028", "from January 1 to March 31, 2026", "by next Friday",
    "next week", "for one year, starting on November 10, 2025", "through 2028", "by H1 2026", "before Christmas",
    "tomorrow",
]  # fmt: skip
CHINESE_DATED = [
    "年底前", "至2026年11月10日", "2026年第一季度", "三个月内", "半年内", "明年上半年", "12月31日止", "本月底",
]  # fmt: skip


def rows(table):
    return [line.split(" | ") for line in table.splitlines() if line]


@pytest.mark.parametrize(("phrase", "condition"), rows(CONDITIONS))
def test_a_condition_is_no_date(phrase, condition):
    reading = read_phrase(phrase, SAID)
    assert (reading.due, reading.from_day, reading.repeats) == (None, None, None)
    assert reading.condition == condition
    assert "gives no day" in reading.rule


@pytest.mark.parametrize(("phrase", "count", "unit", "event"), rows(CLOCKS))
def test_a_length_from_an_event_is_a_clock(phrase, count, unit, event):
    reading = read_phrase(phrase, SAID)
    assert (reading.due, reading.from_day) == (None, None)
    assert (reading.clock.within.count, reading.clock.within.unit, reading.clock.of) == (int(count), unit, event)


@pytest.mark.parametrize(("phrase", "due"), rows(NO_CONDITIONS))
def test_a_word_that_is_no_condition(phrase, due):
    reading = read_phrase(phrase, SAID)
    assert (str(reading.due or "-"), reading.condition) == (due, None)


def test_a_condition_stays_between_two_days():
    assert read_phrase_between("until China agrees", SAID, SAID + timedelta(9)).condition == "until china agrees"


@given(
    st.sampled_from(DATED), st.sampled_from(CLAUSES), st.sampled_from(["{0} {1}", "{0}, {1}", "{1}, {0}"]), st.dates()
)
@settings(max_examples=400, deadline=None)
def test_no_phrase_with_a_condition_has_a_day(dated, clause, form, said):
    reading = read_phrase(form.format(dated, clause), said)
    assert (reading.due, reading.from_day, reading.repeats) == (None, None, None)


@given(
    st.sampled_from(CHINESE_DATED),
    st.sampled_from(CHINESE_CLAUSES),
    st.sampled_from(["{0}，{1}", "{1}，{0}", "{1}{0}"]),
)
@settings(max_examples=200, deadline=None)
def test_no_chinese_phrase_with_a_condition_has_a_day(dated, clause, form):
    reading = read_phrase(form.format(dated, clause), SAID)
    assert (reading.due, reading.from_day, reading.repeats) == (None, None, None)
    assert reading.condition
