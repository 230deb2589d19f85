"""No text breaks the reading, and nothing in a proposal is made up."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.articles.proposing.proposer import Proposal
from truce_tracker.articles.proposing.rules import Rules
from truce_tracker.articles.proposing.sentences import split_sentences
from truce_tracker.dates import read_date
from truce_tracker.quantities import read_quantity
from truce_tracker.vocabulary import Instrument, Modality, Stance

from .measuring import ledger, load, pages, proposals_for

WORDS = (
    "Bessent", "He", "Yadong", "China", "Washington", "said", "told", "agreed", "to", "buy", "at", "least", "12",
    "million", "tons", "%", "by", "Thanksgiving", "until", "November", "10", ",", "2026", "2025", "“", "”", '"', "and",
    "but", "not", "declined", "according", "sources", "the", "a", "U.S.", ".", "?", ":", ";", "\n", "\n\n", "- ", "1. ",
    "(", ")", "$", "who", "商务部", "表示", "，", "。", "中方", "将", "购买", "1200万吨", "大豆", "年底前", "「", "」",
    "他", "说", "據", "知情人士",
)  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)
TEXTS = st.one_of(PIECES, st.lists(st.sampled_from(WORDS), max_size=80).map("".join), st.text(max_size=300))
DAYS = st.one_of(st.none(), st.dates(date.min, date.max).map(lambda day: read_date(day.isoformat())))


def check(text: str, proposal: Proposal) -> None:
    assert text[proposal.start : proposal.end] == proposal.quote
    assert proposal.quote.strip()
    assert len(proposal.quote.split()) <= 12
    assert text[proposal.sentence.start : proposal.sentence.end] == proposal.sentence.text
    assert proposal.sentence.start <= proposal.start < proposal.end <= proposal.sentence.end
    assert proposal.quantity is None or read_quantity(proposal.quantity)
    assert proposal.phrase is None or proposal.phrase in " ".join(text.split())
    assert proposal.due is None or (proposal.phrase and date.fromisoformat(proposal.due))
    assert proposal.said is None or read_date(proposal.said)
    assert proposal.stance in list(Stance)
    assert proposal.modality is None or proposal.modality in list(Modality)
    assert proposal.instrument is None or proposal.instrument in list(Instrument)
    assert proposal.new_speaker is None or proposal.new_speaker.name in " ".join(text.split())
    assert not (proposal.speaker and proposal.new_speaker)
    assert 0 <= proposal.score <= 1
    assert len(proposal.text) <= 200
    assert proposal.why


@settings(max_examples=150)
@given(TEXTS, DAYS, st.sampled_from([None, "white-house"]))
def test_nothing_crashes_and_nothing_is_made_up(text: str, day: object, speaker: str | None) -> None:
    for proposal in Rules(speaker)(text, day, ledger("busan")):  # type: ignore[arg-type]
        check(text, proposal)


@settings(max_examples=150)
@given(TEXTS)
def test_sentences_have_their_places(text: str) -> None:
    end = 0
    for sentence in split_sentences(text):
        assert sentence.text == text[sentence.start : sentence.end]
        assert end <= sentence.start < sentence.end
        end = sentence.end


@pytest.mark.parametrize("folder", ["tuned", "held_out"])
def test_what_is_proposed_of_the_pages_stands_in_them(folder: str) -> None:
    for name in pages(folder):
        page = load(folder, name)
        for proposal in proposals_for(page):
            check(page.text, proposal)


UNITS = {
    "an article": "Bessent said China will buy 12 million tons of soybeans by Thanksgiving. China denied it.\n\n",
    "Chinese": "商务部表示，中方将购买1200万吨大豆。\n",
    "no end": "Bessent said that ",
    "no space": "a",
    "commas": "China, ",
    "quotation marks": "“said” ",
    "numbers": "at least 12 million ",
    "dots": ". ",
    "dots without a space": ".",
    "question marks without a space": "?!",
    "short lines": "He said no.\n\n",
    "list marks": "1. a\n",
    "Chinese without an end": "商务部表示，",
    "brackets": "（",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_long_text_takes_time_in_proportion(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    start = time.process_time()
    Rules()(text, read_date("2025-11-20"), ledger("busan"))
    assert time.process_time() - start < 3


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_megabyte_takes_less_than_ten_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    Rules()(text, read_date("2025-11-20"), ledger("busan"))
    assert time.process_time() - start < 10
