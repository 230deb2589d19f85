"""Definitions: claims as they are listed, with their defaults."""

from __future__ import annotations

from .conftest import Answer
from .ledgers import AS_OF, column, ledger

KEYS = (
    "claim said party speaker on_record stance modality topic commitment text quote quantity deadline source instrument"
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
              modality: will
              topic: trade
              commitment: soy
              text: China will buy soybeans
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
            "party": "CN",
            "speaker": "he",
            "on_record": True,
            "stance": "affirms",
            "modality": "will",
            "topic": "trade",
            "commitment": "soy",
            "text": "China will buy soybeans",
            "quote": None,
            "quantity": "at least 25 million t per year",
            "deadline": "x@2026-12-31",
            "source": "paper",
            "instrument": "press-conference",
        }
    ]
    assert list(rows[0]) == KEYS.split()


def test_a_row_of_defaults(answer: Answer) -> None:
    rows = answer(ledger("claims:\n- {id: k1, speaker: insider, stance: declines, source: weekly}"), "claims", AS_OF)
    filled = {"claim": "k1", "said": "2025-11", "party": "CN", "speaker": "insider", "on_record": False}
    filled |= {"stance": "declines", "topic": "trade", "commitment": "soy", "source": "weekly"}
    assert rows == [dict.fromkeys(KEYS.split()) | filled]


def test_a_claim_on_a_topic_alone_by_the_party_as_such(answer: Answer) -> None:
    text = ledger("claims:\n- {id: k1, said: 2025-11-02, party: CN, stance: mentions, topic: fentanyl}")
    (row,) = answer(text, "claims", AS_OF)
    assert (row["commitment"], row["topic"], row["speaker"], row["on_record"]) == (None, "fentanyl", None, True)


def test_a_third_party_has_no_party(answer: Answer) -> None:
    text = ledger("claims:\n- {id: k1, said: 2025-11-02, speaker: analyst, stance: mentions}")
    assert column(answer(text, "claims", AS_OF), "party") == [None]


def test_by_first_day_said_then_by_entry_and_none_that_is_said_later(answer: Answer) -> None:
    text = ledger("""
        claims:
        - {id: k1, said: 2025-12-01, party: CN, stance: mentions}
        - {id: k2, said: 2025-11-30, party: CN, stance: mentions}
        - {id: k3, said: 2025-11, party: CN, stance: mentions}
        - {id: k4, said: 2025-11-01, party: US, stance: mentions}
        - {id: k5, said: 2025-11-29/2025-12-02, speaker: analyst, stance: mentions}
        """)
    assert column(answer(text, "claims", AS_OF), "claim") == ["k3", "k4", "k5", "k2"]
