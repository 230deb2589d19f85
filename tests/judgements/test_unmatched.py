"""Definitions, Unmatched commitment: somebody counts on it, and who must do it has not said so."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, column, ledger

JOINT = """
    commitments:
    - {id: soy, obligors: [CN, US]}
    """

# What is said -> who asserts it ("" where the commitment is matched or nobody counts on it).
ASSERTED = [
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        """,
        ["US 2025-11-01 k1"],
        id="a beneficiary affirms and the obligor is silent",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms-in-part}
        """,
        ["US 2025-11-01 k1"],
        id="in part is enough to count on it",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms}
        """,
        [],
        id="the obligor affirms",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-12-01, party: CN, stance: affirms}
        """,
        ["US 2025-11-01 k1"],
        id="the obligor affirms later than the day",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: insider, stance: affirms}
        """,
        ["US 2025-11-01 k1"],
        id="the obligor affirms in the background only",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: reports-progress}
        """,
        [],
        id="the obligor's report affirms",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms-in-part}
        """,
        ["US 2025-11-01 k1"],
        id="the obligor affirms in part only",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms-in-part}
        """,
        [],
        id="the obligor alone does not count on itself",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: proposes}
        """,
        [],
        id="a proposal counts on nothing",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: reports-met}
        """,
        [],
        id="a beneficiary's report counts on nothing",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: EU, stance: affirms}
        """,
        ["EU 2025-11-01 k1"],
        id="any other party may assert it",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: EU, stance: affirms}
        - {id: k3, said: 2025-11-03, party: US, stance: withdraws}
        """,
        ["EU 2025-11-02 k2"],
        id="who takes it back no longer asserts it",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: denies}
        """,
        [],
        id="who denies it no longer asserts it",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: aide, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: analyst, stance: affirms}
        """,
        [],
        id="background and third-party words assert nothing",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: aide, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: mentions}
        - {id: k3, said: 2025-11-03, party: US, stance: affirms-in-part}
        - {id: k4, said: 2025-11-04, party: US, stance: affirms}
        """,
        ["US 2025-11-04 k4"],
        id="since the first claim on record that takes the position that it has now",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: denies}
        - {id: k3, said: 2025-11-03, party: US, stance: affirms}
        """,
        ["US 2025-11-03 k3"],
        id="since it was said again, where it was denied in between",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01/2025-11-04, party: US, stance: affirms}
        - {id: k2, said: 2025-11-01, party: US, stance: affirms}
        - {id: k3, said: 2025-11-01, party: US, stance: affirms}
        """,
        ["US 2025-11-01 k1"],
        id="by the latest claim, by first day, last day and entry",
    ),
    pytest.param(
        JOINT
        + """
    claims:
    - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
    """,
        ["CN 2025-11-01 k1"],
        id="one joint obligor counts on the other",
    ),
    pytest.param(
        JOINT
        + """
    claims:
    - {id: k1, said: 2025-11-01, party: CN, stance: affirms-in-part}
    - {id: k2, said: 2025-11-02, party: US, stance: affirms-in-part}
    """,
        ["CN 2025-11-01 k1", "US 2025-11-02 k2"],
        id="both joint obligors in part count on each other",
    ),
    pytest.param(
        JOINT
        + """
    claims:
    - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
    - {id: k2, said: 2025-11-02, party: US, stance: affirms-in-part}
    """,
        ["CN 2025-11-01 k1"],
        id="who affirms in part does not count on who affirms",
    ),
    pytest.param(
        JOINT
        + """
    claims:
    - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
    - {id: k2, said: 2025-11-02, party: US, stance: affirms}
    """,
        [],
        id="both joint obligors affirm",
    ),
    pytest.param(
        JOINT
        + """
    claims:
    - {id: k1, said: 2025-11-01, party: CN, stance: reports-progress}
    - {id: k2, said: 2025-11-04, party: CN, stance: affirms}
    """,
        ["CN 2025-11-01 k2"],
        id="since an obligor's report, which affirms",
    ),
]


@pytest.mark.parametrize(("said", "asserted"), ASSERTED)
def test_asserted_by(answer: Answer, said: str, asserted: list[str]) -> None:
    rows = answer(ledger(said), "unmatched", AS_OF)
    found = [f"{each['party']} {each['since']} {each['claim']}" for row in rows for each in row["asserted_by"]]
    assert (found, len(rows)) == (asserted, 1 if asserted else 0)


def test_the_row_whole(answer: Answer) -> None:
    rows = answer(
        ledger("""
            commitments:
            - {id: soy, summary: Buy soybeans, topic: trade, obligors: [EU, CN], in_exchange_for: [ports, tariff]}
            - {id: ports, obligors: [US], beneficiaries: [CN]}
            - {id: tariff, obligors: [US], beneficiaries: [CN], topic: fentanyl}
            claims:
            - {id: k1, said: 2025-11-03, party: US, stance: affirms, condition: if the price is right}
            - {id: k2, said: 2025-11-04, party: EU, stance: affirms}
            - {id: k3, said: 2025-11-05, party: CN, stance: declines}
            - {id: k4, said: 2025-11-06, party: CN, stance: declines}
            - {id: k5, said: 2025-11-05, party: US, stance: reports-met, commitment: tariff}
            """),
        "unmatched",
        AS_OF,
    )
    assert rows == [
        {
            "commitment": "soy",
            "summary": "Buy soybeans",
            "topic": "trade",
            "status": "declined",
            "state": "open",
            "state_one_sided": False,
            "obligors": [
                {"party": "CN", "position": "declines", "since": "2025-11-05", "latest": "2025-11-06"},
                {"party": "EU", "position": "affirms", "since": "2025-11-04", "latest": "2025-11-04"},
            ],
            "asserted_by": [
                {"party": "EU", "position": "affirms", "since": "2025-11-04", "claim": "k2"},
                {"party": "US", "position": "affirms-if", "since": "2025-11-03", "claim": "k1"},
            ],
            "in_exchange_for": [
                {"commitment": "ports", "status": "unclaimed", "state": "open"},
                {"commitment": "tariff", "status": "undertaken", "state": "done"},
            ],
        }
    ]
    keys = "commitment summary topic status state state_one_sided obligors asserted_by in_exchange_for"
    assert list(rows[0]) == keys.split()


@pytest.mark.parametrize(
    ("obligor", "status"),
    [
        ("mentions", "unacknowledged"),
        ("proposes", "unacknowledged"),
        ("declines", "declined"),
        ("affirms-in-part", "partial"),
        ("withdraws", "withdrawn"),
        ("denies", "denied"),
    ],
)
def test_the_obligor_has_not_said_so_in_any_of_these_ways(answer: Answer, obligor: str, status: str) -> None:
    rows = answer(
        ledger(f"""
            claims:
            - {{id: k1, said: 2025-11-01, party: US, stance: affirms}}
            - {{id: k2, said: 2025-11-02, party: CN, stance: {obligor}}}
            """),
        "unmatched",
        AS_OF,
    )
    assert [(row["status"], row["obligors"][0]["position"]) for row in rows] == [(status, obligor)]


def test_order_is_that_of_entry_of_the_commitments(answer: Answer) -> None:
    rows = answer(
        ledger("""
            commitments:
            - {id: soy, obligors: [CN], beneficiaries: [US]}
            - {id: rice, obligors: [CN], beneficiaries: [US]}
            - {id: beef, obligors: [CN], beneficiaries: [US]}
            claims:
            - {id: k1, said: 2025-11-01, party: US, stance: affirms, commitment: beef}
            - {id: k2, said: 2025-11-02, party: US, stance: affirms, commitment: soy}
            """),
        "unmatched",
        AS_OF,
    )
    assert column(rows, "commitment") == ["soy", "beef"]
