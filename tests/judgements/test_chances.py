"""Definitions, One-sided claim: the counterparty's chances to answer, and when somebody last looked."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, ledger, one

COMMITMENTS = """
    commitments:
    - {id: soy, obligors: [CN], beneficiaries: [US]}
    - {id: beef, obligors: [CN], beneficiaries: [US]}
    - {id: pills, obligors: [CN], beneficiaries: [US], topic: fentanyl}
    """
CLAIM = """
    claims:
    - {id: k, said: 2025-11-03, party: US, stance: affirms}
    """

CHANCES = [
    pytest.param("", 0, id="no word, no chance"),
    pytest.param(
        "- {id: c1, said: 2025-11-05, speaker: he, stance: mentions, topic: trade}",
        1,
        id="a word on the topic",
    ),
    pytest.param(
        "- {id: c1, said: 2025-11-05, speaker: he, stance: affirms, topic: trade}",
        1,
        id="a position on the topic alone is none on the commitment",
    ),
    pytest.param(
        "- {id: c1, said: 2025-11-05, speaker: he, stance: declines}",
        1,
        id="a refusal to answer",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: declines}
        - {id: c2, said: 2025-11-05, speaker: he, stance: mentions, topic: trade}
        """,
        1,
        id="two claims of one speaker on one day are one statement",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: mentions}
        - {id: c2, said: 2025-11-05, speaker: li, stance: mentions}
        - {id: c3, said: 2025-11-05, party: CN, stance: mentions}
        """,
        3,
        id="two speakers and the party as such make three statements",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: mentions}
        - {id: c2, said: 2025-11-06, speaker: he, stance: mentions}
        """,
        2,
        id="two days are two statements",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-04/2025-11-05, speaker: he, stance: mentions}
        - {id: c2, said: 2025-11-04/2025-11-06, speaker: he, stance: mentions}
        - {id: c3, said: 2025-11-04, speaker: he, stance: mentions}
        """,
        1,
        id="a statement is known by its first possible day",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-02, speaker: he, stance: mentions}
        - {id: c2, said: 2025-11-02/2025-11-09, speaker: he, stance: mentions}
        """,
        0,
        id="nothing from before the claim",
    ),
    pytest.param(
        "- {id: c1, said: 2025-11-03, speaker: he, stance: mentions}",
        1,
        id="the day of the claim counts",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-30, speaker: he, stance: mentions}
        - {id: c2, said: 2025-12-01, speaker: he, stance: mentions}
        """,
        1,
        id="the day itself counts and nothing after it",
    ),
    pytest.param(
        "- {id: c1, said: 2025-11-05, speaker: he, stance: affirms-in-part}",
        0,
        id="affirms-in-part takes a position",
    ),
    pytest.param("- {id: c1, said: 2025-11-05, speaker: he, stance: denies}", 0, id="denies takes a position"),
    pytest.param("- {id: c1, said: 2025-11-05, speaker: he, stance: proposes}", 0, id="proposes takes a position"),
    pytest.param("- {id: c1, said: 2025-11-05, speaker: he, stance: withdraws}", 0, id="withdraws takes a position"),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: affirms}
        - {id: c2, said: 2025-11-06, speaker: li, stance: denies}
        """,
        0,
        id="affirms takes a position, whatever is said later",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: mentions, topic: trade}
        - {id: c2, said: 2025-11-05, speaker: he, stance: denies}
        """,
        0,
        id="a statement that takes a position somewhere is no chance",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: mentions}
        - {id: c2, said: 2025-11-05, speaker: li, stance: denies}
        """,
        1,
        id="another speaker's position the same day leaves the chance",
    ),
    pytest.param(
        "- {id: c1, said: 2025-11-05, speaker: he, stance: affirms, commitment: beef}",
        1,
        id="a position on another commitment of the topic is a chance",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: affirms, commitment: pills}
        - {id: c2, said: 2025-11-06, speaker: he, stance: mentions, topic: fentanyl}
        """,
        0,
        id="another topic is no chance",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: insider, stance: mentions}
        - {id: c2, said: 2025-11-06, speaker: he, stance: mentions, on_record: false}
        - {id: c3, said: 2025-11-07, speaker: analyst, stance: mentions}
        """,
        0,
        id="background and third-party words are no chance",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: he, stance: mentions}
        - {id: c2, said: 2025-11-05, speaker: he, stance: denies, on_record: false}
        """,
        1,
        id="a position off record leaves the chance",
    ),
    pytest.param(
        """
        - {id: c1, said: 2025-11-05, speaker: bessent, stance: mentions}
        - {id: c2, said: 2025-11-06, party: EU, stance: mentions}
        """,
        0,
        id="other parties' statements are not the counterparty's",
    ),
    pytest.param(
        "- {id: c1, said: 2025-11-05, speaker: he, stance: reports-unmet}",
        1,
        id="a report takes no position on the commitment",
    ),
]


@pytest.mark.parametrize(("said", "chances"), CHANCES)
def test_chances(answer: Answer, said: str, chances: int) -> None:
    row = one(answer(ledger(COMMITMENTS, CLAIM, said), "one-sided", AS_OF), claim="k")
    assert [each["chances"] for each in row["responses"]] == [chances]


def test_chances_are_counted_from_each_claim_and_for_each_counterparty(answer: Answer) -> None:
    text = ledger("""
        claims:
        - {id: k1, said: 2025-11-03, party: EU, stance: affirms}
        - {id: k2, said: 2025-11-05, party: EU, stance: affirms}
        - {id: c1, said: 2025-11-04, party: CN, stance: mentions}
        - {id: c2, said: 2025-11-05, party: CN, stance: mentions}
        - {id: c3, said: 2025-11-04, party: US, stance: declines}
        """)
    rows = answer(text, "one-sided", AS_OF)
    assert [[(each["party"], each["chances"]) for each in row["responses"]] for row in rows] == [
        [("CN", 2), ("US", 1)],
        [("CN", 1), ("US", 0)],
    ]


CHECKS = [
    pytest.param("", None, id="nobody looked"),
    pytest.param(
        """
        - {id: c1, party: CN, to: 2025-11-20, checked: 2025-11-20}
        - {id: c2, party: CN, to: 2025-11-10, checked: 2025-11-21}
        """,
        "2025-11-20",
        id="the latest to, whenever it was checked",
    ),
    pytest.param(
        "- {id: c1, party: CN, to: 2025-11-20, checked: 2025-12-01}",
        None,
        id="not made by the day",
    ),
    pytest.param(
        "- {id: c1, party: CN, to: 2025-11-29, checked: 2025-11-30}",
        "2025-11-29",
        id="made on the day",
    ),
    pytest.param(
        "- {id: c1, party: CN, to: 2025-11-20, checked: 2025-11-20, topics: [fentanyl]}",
        None,
        id="made for another topic",
    ),
    pytest.param(
        "- {id: c1, party: CN, to: 2025-11-20, checked: 2025-11-20, topics: [fentanyl, trade]}",
        "2025-11-20",
        id="made for this topic among others",
    ),
    pytest.param(
        "- {id: c1, party: US, to: 2025-11-20, checked: 2025-11-20}",
        None,
        id="made on another party",
    ),
    pytest.param(
        "- {id: c1, party: CN, to: 2025-10, checked: 2025-11-20}",
        "2025-10-31",
        id="a coarser to is its last day",
    ),
    pytest.param(
        "- {id: c1, party: CN, to: 2025-11-01, checked: 2025-11-20}",
        "2025-11-01",
        id="looked before the claim was made",
    ),
]


@pytest.mark.parametrize(("checks", "last_checked"), CHECKS)
def test_last_checked(answer: Answer, checks: str, last_checked: str | None) -> None:
    text = ledger(COMMITMENTS, CLAIM, "checks:" if checks else "", checks)
    row = one(answer(text, "one-sided", AS_OF), claim="k")
    assert [each["last_checked"] for each in row["responses"]] == [last_checked]
