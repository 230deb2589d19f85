"""Quantities: variants of one amount become one amount, unlike ones stay unlike, and nothing is guessed."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import Quantity, as_notation, numbers_in, read_quantity


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12 million t", ("exactly", 12e6, "t", None)),
        ("12 million tonnes", ("exactly", 12e6, "t", None)),
        ("12 million metric tons", ("exactly", 12e6, "t", None)),
        ("12,000,000 Metric Tons", ("exactly", 12e6, "t", None)),
        ("12 Mt", ("exactly", 12e6, "t", None)),
        ("12 MMT", ("exactly", 12e6, "t", None)),
        ("12 MT", ("exactly", 12, "t", None)),
        ("12000kt", ("exactly", 12e6, "t", None)),
        ("at least 25 million t per year", ("at least", 25e6, "t", "year")),
        ("At Least 25 mn tons per calendar year", ("at least", 25e6, "t", "year")),
        ("about 8.2 million t", ("about", 8.2e6, "t", None)),
        ("up to 100%", ("up to", 100, "%", None)),
        ("at most 24 percent", ("at most", 24, "%", None)),
        ("24 per cent", ("exactly", 24, "%", None)),
        ("24 per cent per month", ("exactly", 24, "%", "month")),
        ("10 percentage points", ("exactly", 10, "percentage points", None)),
        ("200 billion USD", ("exactly", 200e9, "USD", None)),
        ("$200 billion", ("exactly", 200e9, "USD", None)),
        ("US$200bn", ("exactly", 200e9, "USD", None)),
        ("200 billion US dollars", ("exactly", 200e9, "USD", None)),
        ("1.5 trillion yuan", ("exactly", 1.5e12, "CNY", None)),
        ("€5 million", ("exactly", 5e6, "EUR", None)),
        ("500 Boeing aircraft", ("exactly", 500, "boeing aircraft", None)),
        ("exactly 0 ships", ("exactly", 0, "ships", None)),
        ("12 million t per marketing year", ("exactly", 12e6, "t", "season")),
        ("  12   million\u00a0t ", ("exactly", 12e6, "t", None)),
    ],
)
def test_an_amount_in_its_base_unit(written: str, expected: tuple[str, float, str, str | None]) -> None:
    read = read_quantity(written)
    assert (read.bound, read.amount, read.unit, read.period) == expected
    assert read.written == written


NEWSPAPERS = """
12m tonnes | exactly | 12e6 | t | -
12 m tonnes | exactly | 12e6 | t | -
12-million-ton | exactly | 12e6 | t | -
12mmt | exactly | 12e6 | t | -
12mln t | exactly | 12e6 | t | -
25 MMT of U.S. soybeans | exactly | 25e6 | t | -
$1.2bn | exactly | 1.2e9 | USD | -
$500m | exactly | 500e6 | USD | -
$5b | exactly | 5e9 | USD | -
$1.2T | exactly | 1.2e12 | USD | -
US$200 billion | exactly | 200e9 | USD | -
1.2 billion dollars | exactly | 1.2e9 | USD | -
€5bn | exactly | 5e9 | EUR | -
€ 5 million | exactly | 5e6 | EUR | -
£300m | exactly | 300e6 | GBP | -
RMB 5 billion | exactly | 5e9 | CNY | -
1.2 trillion yuan | exactly | 1.2e12 | CNY | -
5,000 crore rupees | exactly | 50e9 | INR | -
₹5 lakh crore | exactly | 5e12 | INR | -
12bn cubic metres | exactly | 12e9 | cubic metres | -
twelve million t | exactly | 12e6 | t | -
half a million tons | exactly | 5e5 | t | -
a million barrels per day | exactly | 1e6 | barrels | day
two dozen aircraft | exactly | 24 | aircraft | -
twenty-five percent | exactly | 25 | % | -
one hundred and twenty ships | exactly | 120 | ships | -
1.234 billion USD | exactly | 1.234e9 | USD | -
25 bps | exactly | 25 | basis points | -
more than 5 t | at least | 5 | t | -
no less than 25 million tonnes a year | at least | 25e6 | t | year
12 million tons or more | at least | 12e6 | t | -
less than $5bn | at most | 5e9 | USD | -
as much as 12 million t | up to | 12e6 | t | -
nearly 3 million tons | about | 3e6 | t | -
some 200 aircraft | about | 200 | aircraft | -
12 t/year | exactly | 12 | t | year
12 ships each month | exactly | 12 | ships | month
12 t annually | exactly | 12 | t | year
"""
CHINESE = """
1200万吨 | exactly | 12e6 | t | -
１２００万吨 | exactly | 12e6 | t | -
1200 万 吨 | exactly | 12e6 | t | -
1200万吨大豆 | exactly | 12e6 | t | -
一千二百万吨 | exactly | 12e6 | t | -
1.2千万吨 | exactly | 12e6 | t | -
二千五百万公噸 | exactly | 25e6 | t | -
1万2千吨 | exactly | 12e3 | t | -
1.2亿美元 | exactly | 120e6 | USD | -
三百亿美元 | exactly | 30e9 | USD | -
1.2万亿元人民币 | exactly | 1.2e12 | CNY | -
人民币1.2亿元 | exactly | 120e6 | CNY | -
50億歐元 | exactly | 5e9 | EUR | -
至少达到2500万吨 | at least | 25e6 | t | -
1200万吨以上 | at least | 12e6 | t | -
上限为1200万吨 | at most | 12e6 | t | -
最多1200万吨 | up to | 12e6 | t | -
约220万吨 | about | 2.2e6 | t | -
30多万吨 | about | 3e5 | t | -
每年购买2500万吨 | exactly | 25e6 | t | year
10万桶/日 | exactly | 1e5 | 桶 | day
六成 | exactly | 60 | % | -
九成以上 | at least | 90 | % | -
百分之十 | exactly | 10 | % | -
24个百分点 | exactly | 24 | percentage points | -
200架飞机 | exactly | 200 | 架飞机 | -
"""
RANGES = """
10 to 12 million t | 10e6 | 12e6 | t
10-12 million tonnes | 10e6 | 12e6 | t
10–12m tonnes | 10e6 | 12e6 | t
between 10 and 12 million t | 10e6 | 12e6 | t
from 10 to 12 million t | 10e6 | 12e6 | t
10 million to 12 million t | 10e6 | 12e6 | t
800 kt to 1.2 Mt | 8e5 | 12e5 | t
ten to twelve ships | 10 | 12 | ships
$10-12bn | 10e9 | 12e9 | USD
$800m to $1.2bn | 800e6 | 1.2e9 | USD
15% to 20% | 15 | 20 | %
15-20 per cent | 15 | 20 | %
1000万至1200万吨 | 10e6 | 12e6 | t
1000万吨至1200万吨 | 10e6 | 12e6 | t
1000-1200万吨 | 10e6 | 12e6 | t
8亿到12亿美元 | 800e6 | 1.2e9 | USD
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.splitlines() if line]


@pytest.mark.parametrize(("written", "bound", "amount", "unit", "period"), rows(NEWSPAPERS + CHINESE))
def test_as_newspapers_and_chinese_spell_it(written: str, bound: str, amount: str, unit: str, period: str) -> None:
    read = read_quantity(written)
    found = (read.bound, read.amount, read.upper, read.unit, read.period or "-")
    assert found == (bound, float(amount), None, unit, period)
    assert read.written == written


@pytest.mark.parametrize(("written", "low", "high", "unit"), rows(RANGES))
def test_a_range_has_two_ends(written: str, low: str, high: str, unit: str) -> None:
    read = read_quantity(written)
    assert (read.bound, read.amount, read.upper, read.unit) == ("exactly", float(low), float(high), unit)


def test_a_range_can_be_about() -> None:
    assert read_quantity("about 10 to 12 million t").bound == "about"


NOTATION = "write it as [at least|at most|up to|about|exactly] number [thousand|million|billion] unit [per year]"
NO_QUANTITIES = [
    "", " ", "t", "a lot", "a t", "about t", "-5%", "+5%", "5%%", "1,2,3 t", "12,00 t", "1.000.000 t", "1 000 t",
    ".5 t", "5. t", "1e6 t", "٣ t", "12 t, 13 t", "nan t", "inf USD", "at least at least 5 t", "5 t (soybeans)",
    "x" * 500, "9" * 31 + " t", "15 and 20 t", "between 15 t", "10-11-12 t", "dozens of ships", "hundreds of ships",
    "tens of billions of dollars", "1200万", "两万五吨", "约三分之一的1200万吨", "至少1200万吨以下", "12万亿万吨",
]  # fmt: skip
PERIODS = "year, season, quarter, month, week, day"
PERIOD = "write the period as per year, per season, per month ..."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("12", f"'12' has no unit (t, %, USD, ships ...): {NOTATION}"),
        ("12 million", f"'12 million' has no unit (t, %, USD, ships ...): {NOTATION}"),
        ("12 a year", f"'12 a year' has no unit (t, %, USD, ships ...): {NOTATION}"),
        ("12 mt", "'12 mt': mt can be metric tons or million tonnes: write t or Mt"),
        ("¥5bn", "'¥5bn': ¥ can be yuan or yen: write CNY or JPY"),
        ("12m", "'12m': which unit is m? If it is a scale, write a unit after it: 12m tonnes"),
        ("1.200 t", "'1.200 t' can be 1,200 or 1.2: write the one that is meant"),
        ("12.500 ships", "'12.500 ships' can be 12,500 or 12.5: write the one that is meant"),
        ("$5 billion USD", "'$5 billion USD' has two units, $ and USD: keep one"),
        ("12 t per decade", f"'12 t per decade': 'decade' is no period that truce knows: use one of {PERIODS}"),
        ("300 USD/t", f"'300 USD/t': {PERIOD}"),
        ("12 to 10 t", "'12 to 10 t' ends before it begins: put the smaller number first, with its scale"),
        ("500 to 1.2 million t", "'500 to 1.2 million t' ends before it begins: put the smaller number first, with "
         "its scale"),
        ("10 t to 12 ships", "'10 t to 12 ships' has two units, t and ships: keep one"),
        ("up to 10 to 12 t", "'up to 10 to 12 t' has a bound and two numbers: keep the bound or the range"),
        ("at least 5 t or so", "'at least 5 t or so' has two bounds, at least and or so: keep one"),
        *((wrong, f"{wrong!r} is no quantity that truce reads: {NOTATION}") for wrong in NO_QUANTITIES),
    ],
)  # fmt: skip
def test_what_is_no_quantity_is_told(written: str, told: str) -> None:
    with pytest.raises(UnreadableValue) as error:
        read_quantity(written)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("written", "wrong", "meant"),
    [
        ("12 milion t", "milion", "million t"),
        ("12 millions t", "millions", "million t"),
        ("12 mio t", "mio", "million t"),
        ("12 thousend ships", "thousend", "thousand ships"),
        ("5 milliard EUR", "milliard", "billion EUR"),
        ("5 Mrd. EUR", "Mrd.", "billion EUR"),
        ("4 bilion USD", "bilion", "billion USD"),
        ("12 thousand billion USD", "billion", "billion USD"),
        ("12 mtonnes", "mtonnes", "million tonnes"),
        ("5 mil dollars", "mil", "thousand or million dollars"),
    ],
)
def test_a_scale_that_is_not_read_is_no_unit(written: str, wrong: str, meant: str) -> None:
    with pytest.raises(UnreadableValue) as error:
        read_quantity(written)
    assert str(error.value) == f"{written!r}: {wrong!r} is no scale that truce reads (did you mean {meant}?)"


@pytest.mark.parametrize("unit", ["bullion bars", "battalions", "billets", "medallions", "short tons", "metres"])
def test_a_unit_that_is_no_scale_is_kept(unit: str) -> None:
    assert (read_quantity(f"12 {unit}").amount, read_quantity(f"12 {unit}").unit) == (12, unit)


def test_one_figure_is_one_value_however_it_is_spelled() -> None:
    spellings = ("12 million t", "12m tonnes", "12,000,000 metric tons", "twelve million tons", "1200万吨", "12 Mt")
    assert {(read_quantity(each).amount, read_quantity(each).unit) for each in spellings} == {(12e6, "t")}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("buy 12m tonnes for $1.2bn", {12, 12e6, 1.2, 1.2e9}),
        ("采购一千二百万吨", {12e6}),
        ("采购1200万吨", {1200, 12e6}),
        ("three ships", {3}),
        ("twelve million tons", {12, 12e6}),
        ("half a million tons, or a dozen ships", {5e5, 12}),
        ("10 to 12 million tons", {10, 10e6, 12, 12e6}),
        ("between 10 and\n12 million tons", {10e6, 12e6}),
        ("$800m to $1.2bn", {800e6, 1.2e9}),
        ("1000-1200万吨", {10e6, 12e6}),
        ("1000万至1200万吨", {10e6, 12e6}),
    ],
)
def test_numbers_in_a_text(text: str, numbers: set[float]) -> None:
    assert numbers <= numbers_in(text)


def test_a_number_that_is_part_of_another_is_not_in_a_text() -> None:
    assert numbers_in("twenty-five ships, 10 or 12 million tons") == {25, 10, 12, 12e6}


@given(
    st.sampled_from(["", "at least ", "about "]),
    st.decimals(min_value=0, max_value=10**13, places=2),
    st.none() | st.decimals(min_value="0.01", max_value=10**6, places=2),
    st.sampled_from(["t", "%", "USD", "ships", "percentage points"]),
    st.sampled_from(["", " per year"]),
)
def test_what_the_notation_writes_reads_as_the_same(
    bound: str, low: Decimal, more: Decimal | None, unit: str, period: str
) -> None:
    if more is not None and bound == "at least ":
        return
    read = read_quantity(f"{bound}{low} {f'to {low + more} ' if more else ''}{unit}{period}")
    again = read_quantity(as_notation(read))
    assert replace(again, written=read.written) == read


@given(st.text(max_size=6), st.sampled_from(["1", "1,", "a ", "万", "1-", "$", "1 to ", "约", "12 m", "每年", "5 x-"]))
def test_long_texts_are_told_fast(start: str, run: str) -> None:
    before = time.perf_counter()
    for length in (900, 10_000):
        read_or_told((start + run * length)[:length])
    assert time.perf_counter() - before < 0.4


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from(["", "at least ", "about "]),
    st.sampled_from([("", 0), (" thousand", 3), (" million", 6), (" bn", 9)]),
    st.sampled_from(["t", "%", "USD", "ships"]),
    st.sampled_from(["", " per year"]),
)
def test_the_number_is_the_number(number: object, bound: str, scale: tuple[str, int], unit: str, period: str) -> None:
    read = read_quantity(f"{bound}{number:,}{scale[0]} {unit}{period}")
    assert read.amount == float(f"{number}e{scale[1]}")
    assert (read.bound, read.unit, read.period) == (bound.strip() or "exactly", unit, period[5:] or None)


@given(st.text(max_size=40) | st.text("0123456789,. tMm%$€perya", max_size=30))
def test_any_text_is_a_quantity_as_written_or_told(text: str) -> None:
    found = read_or_told(text)
    if isinstance(found, str):
        assert found.startswith(repr(text))
    else:
        assert found.written == text
        assert 0 <= found.amount < float("inf")


@pytest.mark.parametrize("piece", ["2", "2.", "1,", "2..", "亿", "2亿", "至", "2至", "-"])
def test_numbers_in_a_long_text_are_soon_found(piece: str) -> None:
    text = f"三亿吨，{piece * (200_000 // len(piece))}x"
    began = time.process_time()
    assert 3e8 in numbers_in(text)
    assert time.process_time() - began < 4


def read_or_told(text: str) -> Quantity | str:
    try:
        return read_quantity(text)
    except UnreadableValue as error:
        return str(error)
