"""Definitions: claims as they are listed, with their defaults."""

from __future__ import annotations

from .conftest import Answer
from .ledgers import AS_OF, column, ledger

KEYS = (
    "claim said parties speaker on_record stance condition modality topic commitments text quote words quantity"
    " deadline about source instrument telling_of"
)


def test_a_row_with_everything(answer: Answer) -> None:
    rows = answer(
        ledger("""
            deadlines:
            - {id: x, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=2}
            claims:
            - id: k1
              said: 2025-11-17~
              party: CN
              speaker: he
              on_record: true
              stance: affirms
              condition: if the price is right
              modality: will
              topic: trade
              commitment: soy
              text: China will buy soybeans
              quote: we shall buy
              words: own
              quantity: at least 25 million t per year
              deadline: x@2026-12-31
              source: paper
              instrument: press-conference
            """),
        "claims",
        AS_OF,
    )
    assert rows == [
        {
            "claim": "k1",
            "said": "2025-11-17~",
            "parties": ["CN"],
            "speaker": "he",
            "on_record": True,
            "stance": "affirms",
            "condition": "if the price is right",
            "modality": "will",
            "topic": "trade",
            "commitments": ["soy"],
            "text": "China will buy soybeans",
            "quote": "we shall buy",
            "words": "own",
            "quantity": "at least 25 million t per year",
            "deadline": "x@2026-12-31",
            "about": None,
            "source": "paper",
            "instrument": "press-conference",
            "telling_of": None,
        }
    ]
    assert list(rows[0]) == KEYS.split()


def test_a_row_of_defaults(answer: Answer) -> None:
    rows = answer(ledger("claims:\n- {id: k1, speaker: insider, stance: declines, source: weekly}"), "claims", AS_OF)
    filled = {"claim": "k1", "said": "2025-11", "parties": ["CN"], "speaker": "insider", "on_record": False}
    filled |= {"stance": "declines", "topic": "trade", "commitments": ["soy"], "source": "weekly"}
    assert rows == [dict.fromkeys(KEYS.split()) | filled]


def test_a_claim_on_a_topic_alone_by_the_party_as_such(answer: Answer) -> None:
    text = ledger("claims:\n- {id: k1, said: 2025-11-02, party: CN, stance: mentions, topic: fentanyl}")
    (row,) = answer(text, "claims", AS_OF)
    assert (row["commitments"], row["topic"], row["speaker"], row["on_record"]) == ([], "fentanyl", None, True)


def test_a_third_party_has_no_party(answer: Answer) -> None:
    text = ledger("claims:\n- {id: k1, said: 2025-11-02, speaker: analyst, stance: mentions}")
    assert column(answer(text, "claims", AS_OF), "parties") == [[]]


def test_by_first_then_last_day_said_then_entry_and_none_that_is_known_later(answer: Answer) -> None:
    text = ledger("""
        claims:
        - {id: k1, said: 2025-12-01, party: CN, stance: mentions}
        - {id: k2, said: 2025-11-30, party: CN, stance: mentions}
        - {id: k3, said: 2025-11, party: CN, stance: mentions}
        - {id: k4, said: 2025-11-01, party: US, stance: mentions}
        - {id: k5, said: 2025-11-29/2025-12-02, speaker: analyst, stance: mentions}
        - {id: k6, said: 2025-11-01, party: CN, stance: mentions}
        """)
    assert column(answer(text, "claims", AS_OF), "claim") == ["k4", "k6", "k3", "k5", "k2"]
