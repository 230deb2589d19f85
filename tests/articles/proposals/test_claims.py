"""What is proposed of a sentence: its words, stance, quantity, date, commitment; and what is not proposed."""

from __future__ import annotations

from typing import Any

import pytest

from truce_tracker.articles.proposing.proposer import Proposal
from truce_tracker.articles.proposing.rules import Rules
from truce_tracker.dates import read_date

from .measuring import ledger


def read(text: str, name: str = "busan", **document: Any) -> list[Proposal]:
    return Rules(**document)(text, read_date("2025-11-21"), ledger(name))


@pytest.mark.parametrize(
    ("text", "stance", "modality"),
    [
        ("Bessent said China will buy 12 million tons of soybeans.", "affirms", "will"),
        ("Bessent hopes to finish the rare earth agreement by Thanksgiving.", "affirms", "hopes"),
        ("Bessent said China may buy 12 million tons of soybeans.", "mentions", "may"),
        ("China said it would not accept the rare earth agreement.", "denies", "will"),
        ("He Yadong denied that China would buy 12 million tons of soybeans.", "denies", "will"),
        ("He Yadong neither confirmed nor denied the purchase of soybeans.", "declines", None),
        ("The Ministry of Commerce declined to comment on the soybeans.", "declines", None),
        ("He Yadong did not say when the soybeans would be bought.", "declines", None),
        ("Greer demanded that China buy 25 million tons of soybeans.", "proposes", None),
        ("The USDA has confirmed sales of 1.6 million tons of soybeans to China.", "reports-progress", None),
        ("The White House said China had resumed purchases of sorghum.", "reports-met", None),
        ("The USDA said China had failed to buy the soybeans.", "reports-unmet", None),
        (
            "China will buy the soybeans only if the tariffs go, the Ministry of Commerce said.",
            "affirms",
            "will",
        ),
    ],
)
def test_stance_and_modality(text: str, stance: str, modality: str | None) -> None:
    (proposal,) = read(text)
    assert (proposal.stance, proposal.modality) == (stance, modality)


def test_two_amounts_are_two_claims() -> None:
    text = (
        "China will purchase at least 12 million metric tons (MMT) of U.S.\nsoybeans during the last two months of 2025"
        " and also purchase at\nleast 25 MMT of U.S. soybeans in each of 2026, 2027, and 2028.\n"
    )
    first, second = read(text, document_speaker="white-house")
    assert (first.quantity, first.due, first.commitment) == ("at least 12 million t", "2025-12-31", "cn-soybeans-2025")
    assert (second.quantity, second.phrase) == ("at least 25 million t", "in each of 2026, 2027, and 2028")
    assert second.commitment == "cn-soybeans-annual"
    assert first.quote != second.quote
    assert all(len(proposal.quote.split()) <= 12 for proposal in (first, second))
    assert {proposal.speaker for proposal in (first, second)} == {"white-house"}


def test_what_a_fact_sheet_says_of_the_other_party_is_its_own_word() -> None:
    (proposal,) = read("China will suspend the export controls on rare earths.", document_speaker="white-house")
    assert (proposal.speaker, proposal.party, proposal.stance) == ("white-house", "US", "affirms")
    assert proposal.commitment == "cn-suspend-october-controls"


def test_a_joint_statement_is_said_by_both() -> None:
    text = "The Parties will set up a mechanism to continue the talks on trade."
    assert [proposal.party for proposal in read(text, document_parties=["US", "CN"])] == ["US", "CN"]


def test_the_date_of_a_statement_and_its_phrase() -> None:
    text = "On November 16th, Bessent said the rare earth agreement would be finished before Thanksgiving."
    (proposal,) = read(text)
    assert (proposal.said, proposal.phrase, proposal.due) == ("2025-11-16", "before Thanksgiving", "2025-11-26")
    (undated,) = Rules()(text, None, ledger("busan"))
    assert (undated.said, undated.phrase, undated.due) == (None, "before Thanksgiving", None)


@pytest.mark.parametrize("phrase", ["soon", "imminently", "since March 4, 2025", "on October 9, 2025", "last month"])
def test_no_day_is_made_up(phrase: str) -> None:
    (proposal,) = read(f"Bessent said China would suspend the export controls on rare earths {phrase}.")
    assert proposal.due is None


def test_why_names_the_words() -> None:
    (proposal,) = read("Scott Bessent hopes to finish the rare earth agreement by next week’s Thanksgiving holiday.")
    assert proposal.why[:3] == ("speaker: Scott Bessent", "says: 'hopes'", "stance affirms: 'hopes'")
    assert "date: 'by next week’s Thanksgiving'" in proposal.why
    assert any(word.startswith("commitment rare-earth-deal: ") for word in proposal.why)


def test_the_draft_is_the_sentence_cut_to_a_line() -> None:
    text = f"Bessent said {'again and ' * 30}again that China will buy 12 million tons of soybeans {'very ' * 30}soon."
    (proposal,) = read(text)
    assert len(proposal.text) <= 160
    assert proposal.quote in proposal.text
    assert proposal.text.strip(" .") in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Stocks rose 1.2% after the call.",
        "Will China buy 12 million tons of soybeans?",
        "Soybean deal: what we know",
        "The weather in Beijing was fine, Bessent said.",
        "Copyright 2025. All rights reserved.",
        "China bought 27 million tons of soybeans last year.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert read(text) == []


def test_the_same_told_again_is_proposed_once() -> None:
    sentence = "Bessent said he hopes to finish the rare earth agreement by Thanksgiving."
    assert len(read(f"{sentence}\n\n{sentence} Photo: EPA\n")) == 1


def test_silence_is_the_authors_word_and_no_claim_of_the_silent() -> None:
    (proposal,) = read("China has not confirmed the soybean purchases.")
    assert (proposal.speaker, proposal.party, proposal.stance) == (None, None, "mentions")


def test_analysts_stand_for_no_party_and_weigh_less() -> None:
    analyst, minister = read(
        "Ann Lee, an analyst in Beijing, said China would buy 12 million tons of soybeans.\n\n"
        "Scott Bessent said China would buy 12 million tons of soybeans."
    )
    assert analyst.party is None
    assert analyst.score < minister.score


def test_the_search_of_the_ledger_is_asked_and_not_trusted_blindly() -> None:
    """A hit on a commitment that shares no telling word with the claim is taken only when it stands out."""
    known = ledger("busan")
    asked: list[str] = []

    def find(words: str) -> list[tuple[str, float]]:
        asked.append(words)
        return [("cn-boeing-200", 2.0), ("cn-logs", 1.9)]

    from dataclasses import replace

    (proposal,) = Rules()("Bessent said China will buy 12 million tons of soybeans.", None, replace(known, find=find))
    assert proposal.commitment == "cn-soybeans-2025"
    assert asked
    assert all('"' not in words for words in asked)
