"""The quantities of a running text, as a ledger file would have them: same amount, unit, bound and period."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import load_text
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.articles.proposing.claims import amounts
from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import Quantity, as_notation, read_quantity

from .measuring import load, pages, proposals_for

FOUND = """
at least 12 million metric tons (MMT) of U.S. soybeans | at least 12 million t
at least 25 MMT in each of 2026, 2027, and 2028 | at least 25 million t
approximately 120 million metric tons | about 120 million t
an annual purchase of at least 25 million metric tons | at least 25 million t per year
2.5 million tonnes of ammonia a year | 2.5 million t per year
an average of 100 trucks a day | about 100 trucks per day
from 20 percent to 10 percent | 20% ; 10%
from 10 percent to 20 percent | 10% ; 20%
removing 10 percentage points | 10 percentage points
$200 billion worth of goods | 200 billion USD
100 aid trucks a day | 100 trucks per day
ten ships daily | 10 ships per day
no more than 110,000 tonnes | at most 110,000 t
12 million tons or more of soybeans | at least 12 million t
twenty-five ships | 25 ships
two dozen aircraft | 24 aircraft
half a million tons | 500,000 t
$1.2T | 1.2 trillion USD
A$5 million | 5 million AUD
5,000 crore rupees | 50 billion INR
between 10 and 12 million tons a year | 10 to 12 million t per year
tariffs of 10 to 20 percent | 10 to 20%
$10-12bn | 10 to 12 billion USD
10–12m tonnes | 10 to 12 million t
raise it from 10 to 12 million tons | 12 million t
rose 5 million tons to 12 million tons | 5 million t ; 12 million t
in 2026 to 12 million tons | 12 million t
每年购买至少2500万吨 | at least 25 million t per year
至少购买2500万吨 | at least 25 million t
约220万吨美国大豆 | about 2.2 million t
1.05亿吨 | 105 million t
24%的关税 | 24%
降低２４％ | 24%
不超过11万吨 | at most 110,000 t
30多辆卡车 | about 30 辆
一千二百万吨 | 12 million t
三百亿美元 | 30 billion USD
1000万至1200万吨 | 10 to 12 million t
从20%到10% | 20% ; 10%
六成以上 | at least 60%
百分之十 | 10%
5亿千瓦时 | 500 million 千瓦时
10万桶/日 | 100,000 桶 per day
"""
NONE = [
    "the 12 million figure", "within 90 days", "on 5 July ships left", "15 points", "several hundred ships",
    "two thousand five hundred ships", "12 000 tons", "S$5bn", "¥5bn", "1.200 tons", "the 20 euro zone members",
    "12 milion barrels", "12 milion tons", "12 mio barrels", "$12 milion", "$5 mrd", "a $5 bill",
    "cut by 10 to 12 million tons", "up to 10 to 12 million tons", "dozens of ships", "数百万吨", "上百万吨",
    "二三十万吨", "第三艘", "三成功", "增加10至12万吨",
]  # fmt: skip
SPELLINGS = [
    "$1.2bn", "12m tonnes", "1200万吨", "2500万吨", "10 to 12 million tons", "至少1200万吨", "$500m", "€5bn",
    "12 MMT", "12-million-ton", "twelve million tons", "US$200 billion", "RMB 5 billion", "1.2 trillion yuan",
    "nearly 3 million tons", "no less than 25 million tonnes a year", "25 bps", "15-20 per cent", "$800m to $1.2bn",
    "1.2亿美元", "人民币1.2亿元", "约220万吨", "24个百分点", "8亿到12亿美元", "1000万吨至1200万吨", "1200万吨以上",
]  # fmt: skip

LEDGER = """\
format: truce/1
parties: [{id: US, name: United States}]
topics: [{id: goods, name: Goods}]
commitments: [{id: buys, summary: Buy goods, topic: goods, obligors: [US]}]
sources: [{id: page, published: 2025-11-20}]
claims:
"""


def plain(read: Quantity) -> Quantity:
    return replace(read, written="")


@pytest.mark.parametrize(("text", "expected"), [line.split(" | ") for line in FOUND.splitlines() if line])
def test_amounts(text: str, expected: str) -> None:
    assert " ; ".join(amount.written for amount in amounts(text)) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_certain_amount(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_a_spelling_is_the_same_in_a_ledger_file_and_in_an_article(spelled: str) -> None:
    before, after = (
        ("商务部说，中方将购买", "的货物。") if spelled[-1] > "一" else ("Officials spoke of ", ", he said.")
    )
    (amount,) = amounts(f"{before}{spelled}{after}")
    assert plain(read_quantity(amount.written)) == plain(read_quantity(spelled))


def test_a_ledger_file_has_the_same_figures_for_a_spelling_and_for_what_an_article_proposes(db: Path) -> None:
    claims = [
        f"  - {{id: {kind}-{number}, party: US, source: page, commitment: buys, stance: affirms, "
        f"quantity: {words!r}}}\n"
        for number, spelled in enumerate(SPELLINGS)
        for kind, words in (("spelled", spelled), ("proposed", amounts(f"（{spelled}）")[0].written))
    ]
    load_text(db, LEDGER + "".join(claims))
    with sqlite3.connect(db) as connection:
        rows = connection.execute("SELECT amount, amount_to, unit, bound, period FROM claim ORDER BY entry").fetchall()
    assert len(rows) == 2 * len(SPELLINGS)
    assert rows[::2] == rows[1::2]


NUMBERS = st.decimals(min_value=1, max_value=999, places=1).map(lambda number: f"{number.normalize():f}")
ENGLISH = st.tuples(
    st.sampled_from(["", "at least ", "up to ", "about ", "more than ", "no more than "]),
    NUMBERS,
    st.sampled_from([" million tons", "m tonnes", " MMT", "%", " percent", " billion dollars", "bn yuan", "k barrels"]),
    st.sampled_from(["", " a year", " per month", " daily"]),
).map("".join)
SIGNED = st.tuples(st.sampled_from(["$", "US$", "€", "£", "A$"]), NUMBERS, st.sampled_from(["bn", "m", " trillion"]))
CHINESE = st.tuples(
    st.sampled_from(["", "至少", "最多", "约", "超过", "不超过"]),
    NUMBERS,
    st.sampled_from(["万吨", "亿美元", "亿元", "%", "个百分点", "千吨", "万亿元", "亿千瓦时"]),
    st.sampled_from(["", "/日"]),
).map("".join)


@given(st.one_of(ENGLISH, SIGNED.map("".join), CHINESE))
def test_what_an_article_gives_loads_as_what_it_spells(spelled: str) -> None:
    text = (
        f"他说{spelled}，" if spelled[-1] > "一" or "吨" in spelled or "元" in spelled else f"It is {spelled}, he said."
    )
    try:
        expected = read_quantity(spelled)
    except UnreadableValue:
        assert amounts(text) == ()
        return
    assert [plain(read_quantity(amount.written)) for amount in amounts(text)] == [plain(expected)]


@pytest.mark.parametrize("folder", ["tuned", "held_out"])
def test_what_is_proposed_of_the_pages_loads_as_it_reads(folder: str) -> None:
    for name in pages(folder):
        for proposal in proposals_for(load(folder, name)):
            if proposal.quantity:
                read = read_quantity(proposal.quantity)
                assert as_notation(read) == proposal.quantity
                assert proposal.quantity in [amount.written for amount in amounts(proposal.sentence.text)]
