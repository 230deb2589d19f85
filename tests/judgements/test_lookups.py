"""What a name means, which ids begin so, which source is at an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import load_text

from truce_tracker import Ledger

LEDGER = """
format: truce/1
parties:
- {id: US, name: United States, aliases: [America, U.S.]}
- {id: CN, name: China, aliases: [中国]}
- {id: united-states, name: A Ship}
topics: [{id: tea, name: Straße}, {id: team}]
speakers: [{id: he, name: He Lifeng, party: CN}, {id: paper, name: The Paper}]
sources:
- {id: first, published: 2025, url: "https://www.example.org/a?utm_source=x&b=1#top", title: A Deal}
- {id: second, published: 2025, url: "http://example.org/a/?b=1", title: A Deal, text: He bought it all.}
- {id: other, published: 2025, url: "https://example.org/a?b=2"}
commitments: [{id: tea, summary: Buy tea, topic: tea, obligors: [CN]}]
deadlines: [{id: later, commitment: tea, due: 2025-12-31}, {id: late, commitment: tea, due: 2025-12-31}]
claims:
- {id: k1, speaker: he, source: second, topic: tea, stance: affirms, quote: bought it}
- {id: k2, speaker: he, source: second, topic: tea, stance: affirms}
"""


@pytest.fixture
def ledger(db: Path) -> Iterator[Ledger]:
    load_text(db, LEDGER)
    with Ledger.open(db) as ledger:
        yield ledger


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("US", ["US"]),
        ("us", ["US"]),
        ("america", ["US"]),
        ("u.s.", ["US"]),
        ("中国", ["CN"]),
        ("united states", ["US"]),
        ("united-states", ["united-states"]),
        ("UNITED-STATES", ["united-states"]),
        ("Amer", []),
        ("", []),
    ],
)
def test_what_a_party_is_called(ledger: Ledger, word: str, ids: list[str]) -> None:
    assert ledger.named("party", word) == ids


def test_what_has_no_name_is_called_by_its_id(ledger: Ledger) -> None:
    assert ledger.named("topic", "STRASSE") == ["tea"]
    assert ledger.named("commitment", "tea") == ["tea"]
    assert ledger.named("commitment", "Tea") == ledger.named("commitment", "Buy tea") == []
    assert ledger.words("topic") == ["tea", "team", "Straße"]


def test_ids(ledger: Ledger) -> None:
    assert ledger.has("deadline", "late")
    assert not ledger.has("deadline", "lat")
    assert ledger.ids("topic", "commitment") == ["tea", "team"]
    assert ledger.ids("deadline", "milestone", beginning="late") == ["late", "later"]
    assert ledger.ids("deadline", beginning="late", limit=1) == ["late"]
    assert ledger.ids("party", beginning="%") == []


def test_sources(ledger: Ledger) -> None:
    assert ledger.sources_at("https://example.org/a?b=1&utm_medium=y") == ["first", "second"]
    assert ledger.sources_at("https://example.org/a") == []
    assert ledger.sources_titled("a deal") == ["first"]
    assert ledger.quoted("second") == [("k1", "bought it")]
    assert ledger.source("nowhere") is None
    assert (ledger.source("other") or {})["url"] == "https://example.org/a?b=2"


def test_what_a_proposal_may_mean(ledger: Ledger) -> None:
    assert ledger.third_party("The Paper") == "paper"
    assert ledger.third_party("He Lifeng") is None
    assert ledger.deadline_on("tea", "2025-12-31") == "later"
    assert ledger.deadline_on("tea", "2025-12-30") is None
