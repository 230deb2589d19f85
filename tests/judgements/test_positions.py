"""Definitions, Position: one case for every line of the definition. China owes, the United States benefits."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, ledger, one, stands

CASES = [
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
        - {id: k2, said: 2025-11-03, party: CN, stance: denies}
        """,
        ["CN denies 2025-11-03", "US silent"],
        id="the latest claim decides",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-03, party: CN, stance: denies}
        - {id: k2, said: 2025-11-01, party: CN, stance: affirms}
        """,
        ["CN denies 2025-11-03", "US silent"],
        id="latest is by day and not by entry",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-03, party: CN, stance: denies}
        - {id: k2, said: 2025-11-03, party: CN, stance: proposes}
        """,
        ["CN proposes 2025-11-03", "US silent"],
        id="on one day the order of entry decides",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-03/2025-11-05, party: CN, stance: denies}
        - {id: k2, said: 2025-11-03, party: CN, stance: proposes}
        """,
        ["CN denies 2025-11-03", "US silent"],
        id="of one first day the last possible day decides before the entry",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11, party: CN, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: denies}
        """,
        ["CN denies 2025-11-02", "US silent"],
        id="a month is ordered by its first day",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11, party: CN, stance: affirms}
        - {id: k2, said: 2025-11-01/2025-11-29, party: CN, stance: denies}
        """,
        ["CN affirms 2025-11-01", "US silent"],
        id="a month lasts to its last day",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025, party: CN, stance: affirms}
        """,
        ["CN affirms 2025-01-01", "US silent"],
        id="the since of a year is its first day",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-04~, party: CN, stance: affirms}
        - {id: k2, said: 2025-11-03, party: CN, stance: denies}
        """,
        ["CN affirms 2025-11-04", "US silent"],
        id="about a day is that day",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, party: CN, stance: affirms}
        - {id: k2, party: US, stance: affirms, source: weekly}
        """,
        ["CN affirms 2025-01-01", "US affirms 2025-11-01"],
        id="said is the day of publication by default",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-30, party: CN, stance: affirms}
        - {id: k2, said: 2025-12-01, party: CN, stance: denies}
        """,
        ["CN affirms 2025-11-30", "US silent"],
        id="what is said on the day counts, what is said later does not",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-29/2025-12-24, party: CN, stance: affirms}
        - {id: k2, said: 2025-12, party: CN, stance: denies}
        """,
        ["CN affirms 2025-11-29", "US silent"],
        id="an interval counts from its first possible day",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: he, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: li, stance: denies}
        """,
        ["CN denies 2025-11-02", "US silent"],
        id="the party is the speaker's by default, and all speakers speak for it",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: he, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: insider, stance: denies}
        - {id: k3, said: 2025-11-03, speaker: aide, stance: affirms}
        """,
        ["CN affirms 2025-11-01", "US silent"],
        id="a background voice binds nobody",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: he, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: he, stance: denies, on_record: false}
        """,
        ["CN affirms 2025-11-01", "US silent"],
        id="a claim can be off record though its speaker is not",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, speaker: insider, stance: denies, on_record: true}
        """,
        ["CN denies 2025-11-02", "US silent"],
        id="a claim can be on record though its speaker is not",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, speaker: analyst, stance: denies}
        """,
        ["CN silent", "US silent"],
        id="a third party binds nobody",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: declines}
        - {id: k3, said: 2025-11-03, party: CN, stance: mentions}
        """,
        ["CN affirms 2025-11-01", "US silent"],
        id="a position outlives later refusals and mentions",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: mentions}
        - {id: k2, said: 2025-11-02, party: US, stance: mentions}
        """,
        ["CN silent", "US mentions 2025-11-01"],
        id="mentions where there is nothing else, since the first mention",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: insider, stance: declines}
        - {id: k2, said: 2025-11-02, speaker: aide, stance: mentions}
        """,
        ["CN silent", "US silent"],
        id="refusals and mentions count on record only",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: withdraws}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms}
        """,
        ["CN affirms 2025-11-02", "US silent"],
        id="what was withdrawn can be affirmed again",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: reports-met}
        """,
        ["CN affirms 2025-11-01", "US silent"],
        id="an obligor that reports it met affirms",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms-in-part}
        - {id: k2, said: 2025-11-02, party: CN, stance: reports-progress, quantity: 2 million t}
        """,
        ["CN affirms 2025-11-02", "US silent"],
        id="an obligor that reports progress affirms",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: reports-unmet}
        """,
        ["CN mentions 2025-11-01", "US silent"],
        id="an obligor that reports it unmet takes no position, and has spoken of it",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: insider, stance: reports-met}
        """,
        ["CN silent", "US silent"],
        id="an obligor's report off record is no position",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: reports-met}
        - {id: k2, said: 2025-11-01, party: US, stance: reports-progress}
        """,
        ["CN silent", "US mentions 2025-11-01"],
        id="a beneficiary's report is no position, and speaks of it",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: reports-met}
        - {id: k2, said: 2025-11-02, party: CN, stance: denies}
        """,
        ["CN denies 2025-11-02", "US silent"],
        id="a later denial overrides a report",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: denies}
        - {id: k2, said: 2025-11-02, party: CN, stance: reports-progress}
        """,
        ["CN affirms 2025-11-02", "US silent"],
        id="a later report overrides a denial",
    ),
    pytest.param(
        """
        commitments:
        - {id: soy, obligors: [CN], beneficiaries: [US]}
        - {id: beef, obligors: [CN], beneficiaries: [US]}
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms, commitment: beef}
        - {id: k2, said: 2025-11-01, party: US, stance: mentions, topic: trade}
        """,
        ["CN silent", "US silent"],
        id="claims on another commitment or on the topic alone do not count",
    ),
]


@pytest.mark.parametrize(("claims", "expected"), CASES)
def test_position(answer: Answer, claims: str, expected: list[str]) -> None:
    row = one(answer(ledger(claims), "commitments", AS_OF), commitment="soy")
    assert stands(row) == expected


@pytest.mark.parametrize("stance", ["affirms", "affirms-in-part", "denies", "proposes", "withdraws", "drops"])
def test_each_stance_that_takes_a_position(answer: Answer, stance: str) -> None:
    claims = f"claims:\n- {{id: k1, said: 2025-11-01, party: CN, stance: {stance}}}"
    row = one(answer(ledger(claims), "commitments", AS_OF), commitment="soy")
    assert stands(row) == [f"CN {stance} 2025-11-01", "US silent"]


def test_a_position_is_replayed_for_each_day(answer: Answer) -> None:
    text = ledger("""
        claims:
        - {id: k1, said: 2025-11-03, party: CN, stance: mentions}
        - {id: k2, said: 2025-11-05, party: CN, stance: affirms-in-part}
        - {id: k3, said: 2025-11-07, party: CN, stance: affirms}
        """)
    assert answer(text, "commitments", "2025-11-02") == []  # nobody had spoken of it
    days = ["2025-11-03", "2025-11-04", "2025-11-05", "2025-11-06", "2025-11-07"]
    assert [stands(answer(text, "commitments", day)[0])[0] for day in days] == [
        "CN mentions 2025-11-03",
        "CN mentions 2025-11-03",
        "CN affirms-in-part 2025-11-05",
        "CN affirms-in-part 2025-11-05",
        "CN affirms 2025-11-07",
    ]


def test_the_row_whole(answer: Answer) -> None:
    rows = answer(
        ledger("""
            commitments:
            - {id: pause, summary: Pause port fees, topic: trade, obligors: [US, CN], beneficiaries: [US, EU]}
            claims:
            - {id: k1, said: 2025-11-03, party: US, stance: affirms, commitment: pause}
            - {id: k2, said: 2025-11-05, party: EU, stance: declines, commitment: pause}
            - {id: k3, said: 2025-11-06, party: EU, stance: declines, commitment: pause}
            """),
        "commitments",
        AS_OF,
    )
    assert rows == [
        {
            "commitment": "pause",
            "summary": "Pause port fees",
            "topic": "trade",
            "obligors": ["CN", "US"],
            "beneficiaries": ["EU", "US"],
            "status": "unacknowledged",
            "state": "open",
            "state_by": [],
            "state_one_sided": False,
            "breaches": [],
            "progress": [],
            "positions": [
                _stand("CN", "obligor", "silent", None, None, None),
                _stand("EU", "beneficiary", "declines", "2025-11-05", "2025-11-06", "k3"),
                _stand("US", "both", "affirms", "2025-11-03", "2025-11-03", "k1"),
            ],
        }
    ]
    keys = "commitment summary topic obligors beneficiaries status state state_by state_one_sided breaches progress"
    assert list(rows[0]) == [*keys.split(), "positions"]
    assert list(rows[0]["positions"][0]) == STAND


STAND = ["party", "role", "position", "since", "latest", "claim"]


def _stand(*values: str | None) -> dict[str, str | None]:
    return dict(zip(STAND, values, strict=True))


def test_commitments_are_listed_in_order_of_entry_but_for_those_that_only_later_words_name(answer: Answer) -> None:
    rows = answer(
        ledger("""
            commitments:
            - {id: soy, obligors: [CN]}
            - {id: beef, obligors: [CN]}
            - {id: rice, obligors: [CN]}
            - {id: fish, obligors: [CN]}
            claims:
            - {id: k1, said: 2025-11-01, party: CN, stance: affirms, commitment: rice}
            - {id: k2, said: 2025-12-01, party: CN, stance: affirms, commitment: fish}
            """),
        "commitments",
        AS_OF,
    )
    assert [(row["commitment"], row["status"]) for row in rows] == [
        ("soy", "unclaimed"),
        ("beef", "unclaimed"),
        ("rice", "undertaken"),
    ]
