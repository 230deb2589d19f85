"""Definitions, One-sided claim: who is listed, and what the row says of the counterparties."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, column, ledger, one, stands

LISTED = [
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: affirms-in-part}
        - {id: k3, said: 2025-11-03, party: US, stance: proposes}
        - {id: k4, said: 2025-11-04, party: US, stance: mentions}
        - {id: k5, said: 2025-11-05, party: US, stance: declines}
        - {id: k6, said: 2025-11-06, party: US, stance: affirms, condition: if the price is right}
        - {id: k7, said: 2025-11-07, party: US, stance: reports-met}
        - {id: k8, said: 2025-11-08, party: US, stance: reports-progress}
        - {id: k9, said: 2025-11-09, party: US, stance: reports-unmet}
        """,
        ["k1", "k2", "k6"],
        id="claims that affirm wholly, on a condition or in part and no others",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: drops}
        """,
        [],
        id="none that a later paper of the same party drops",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
        """,
        ["k1"],
        id="an obligor's own word that the beneficiary leaves alone",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: CN, stance: reports-met}
        """,
        [],
        id="an obligor's report is no claim that affirms",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms}
        """,
        [],
        id="neither, once both affirm",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-12-01, party: CN, stance: affirms}
        """,
        ["k1"],
        id="an answer that comes later does not count yet",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-01, party: CN, stance: affirms}
        """,
        [],
        id="the counterparty may have affirmed first",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms-in-part}
        """,
        ["k1"],
        id="a counterparty that affirms in part does not affirm",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms}
        - {id: k3, said: 2025-11-03, party: CN, stance: denies}
        """,
        ["k1"],
        id="one-sided again when the counterparty denies",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: affirms-in-part}
        - {id: k3, said: 2025-11-03, party: US, stance: withdraws}
        """,
        [],
        id="withdrawn, all of them",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: withdraws}
        - {id: k3, said: 2025-11-03, party: US, stance: affirms}
        """,
        ["k1", "k3"],
        id="withdrawn and said again",
    ),
    pytest.param(
        """
        commitments:
        - {id: soy, obligors: [CN]}
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
        """,
        [],
        id="without a counterparty nothing is one-sided",
    ),
    pytest.param(
        """
        commitments:
        - {id: soy, obligors: [CN]}
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        """,
        ["k1"],
        id="without a beneficiary the obligor is the counterparty",
    ),
    pytest.param(
        """
        commitments:
        - {id: soy, obligors: [CN, US]}
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        """,
        ["k1"],
        id="joint obligors are each other's counterparties",
    ),
    pytest.param(
        """
        commitments:
        - {id: soy, obligors: [CN], beneficiaries: [US, EU]}
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: EU, stance: affirms}
        """,
        [],
        id="one counterparty of two that affirms is enough",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: EU, stance: affirms}
        """,
        ["k1"],
        id="a party that is not concerned has both for counterparties",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: EU, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: affirms}
        """,
        ["k2"],
        id="a party that is not concerned is nobody's counterparty",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: aide, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: analyst, stance: affirms}
        - {id: k3, said: 2025-11-03, speaker: bessent, stance: affirms, on_record: false}
        """,
        [],
        id="background and third-party words are not listed",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: insider, stance: affirms}
        """,
        ["k1"],
        id="a background voice does not answer for the counterparty",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: aide, stance: withdraws}
        """,
        ["k1"],
        id="a background voice does not withdraw",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: bessent, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: greer, stance: affirms}
        """,
        ["k1", "k2"],
        id="another speaker of the same party is no counterparty",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: bessent, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: greer, stance: withdraws}
        """,
        [],
        id="another speaker of the same party can withdraw",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: reports-progress}
        """,
        [],
        id="an obligor's report answers",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: reports-met}
        - {id: k3, said: 2025-11-03, party: CN, stance: denies}
        """,
        ["k1"],
        id="an obligor's denial after its report counts",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: CN, stance: affirms}
        - {id: k2, said: 2025-11-02, party: US, stance: reports-met}
        """,
        ["k1"],
        id="a beneficiary's report does not answer",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, topic: trade}
        """,
        [],
        id="a claim on a topic alone has no counterparty",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-03, party: US, stance: affirms}
        - {id: k2, said: 2025-11-01, party: US, stance: affirms}
        - {id: k3, said: 2025-11, party: US, stance: affirms}
        - {id: k4, said: 2025-11-02/2025-11-05, party: US, stance: affirms}
        """,
        ["k2", "k3", "k4", "k1"],
        id="by first day said, then by entry",
    ),
]


@pytest.mark.parametrize(("claims", "listed"), LISTED)
def test_listed(answer: Answer, claims: str, listed: list[str]) -> None:
    assert column(answer(ledger(claims), "one-sided", AS_OF), "claim") == listed


def test_the_row_whole(answer: Answer) -> None:
    rows = answer(
        ledger("""
            claims:
            - {id: k1, said: 2025-11-17/2025-11-20, speaker: bessent, stance: affirms, text: China will buy}
            - {id: k2, said: 2025-11-18, speaker: he, stance: declines}
            - {id: k3, said: 2025-11-19, speaker: li, stance: declines}
            - {id: k4, said: 2025-11-17/2025-11-20, speaker: bessent, stance: affirms, source: weekly}
            checks:
            - {id: c1, party: CN, to: 2025-11-24, checked: 2025-11-25}
            """),
        "one-sided",
        AS_OF,
    )
    response = {
        "party": "CN",
        "position": "declines",
        "since": "2025-11-18",
        "latest": "2025-11-19",
        "chances": 2,
        "last_checked": "2025-11-24",
    }
    assert rows == [
        {
            "claim": "k1",
            "said": "2025-11-17/2025-11-20",
            "party": "US",
            "speaker": "bessent",
            "topic": "trade",
            "commitment": "soy",
            "text": "China will buy",
            "source": "paper",
            "age": 13,
            "state": "open",
            "state_one_sided": False,
            "tellings": 1,
            "responses": [response],
        }
    ]
    keys = "claim said party speaker topic commitment text source age state state_one_sided tellings responses"
    assert list(rows[0]) == keys.split()
    assert list(rows[0]["responses"][0]) == ["party", "position", "since", "latest", "chances", "last_checked"]


def test_what_is_absent_is_null_and_what_has_a_default_has_it(answer: Answer) -> None:
    text = ledger("claims:\n- {id: k1, party: US, stance: affirms, source: weekly}")
    row = one(answer(text, "one-sided", AS_OF), claim="k1")
    assert (row["said"], row["speaker"], row["text"], row["topic"], row["age"]) == ("2025-11", None, None, "trade", 29)


def test_a_party_not_concerned_is_answered_by_every_counterparty(answer: Answer) -> None:
    text = ledger("""
        commitments:
        - {id: soy, obligors: [US], beneficiaries: [CN]}
        claims:
        - {id: k1, said: 2025-11-01, party: EU, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: denies}
        """)
    row = one(answer(text, "one-sided", AS_OF), claim="k1")
    assert stands(row, "responses") == ["CN denies 2025-11-02", "US silent"]


@pytest.mark.parametrize(
    ("commitment", "counterparties"),
    [
        ("{id: soy, obligors: [CN], beneficiaries: [US]}", ["CN"]),
        ("{id: soy, obligors: [US], beneficiaries: [CN]}", ["CN"]),
        ("{id: soy, obligors: [US, EU], beneficiaries: [CN]}", ["CN", "EU"]),
        ("{id: soy, obligors: [EU], beneficiaries: [EU, US]}", ["EU"]),
        ("{id: soy, obligors: [EU], beneficiaries: [CN]}", ["CN", "EU"]),
    ],
)
def test_counterparties_are_all_concerned_but_the_claimant(
    answer: Answer, commitment: str, counterparties: list[str]
) -> None:
    text = ledger(f"commitments:\n- {commitment}", "claims:\n- {id: k1, said: 2025-11-01, party: US, stance: affirms}")
    row = one(answer(text, "one-sided", AS_OF), claim="k1")
    assert column(row["responses"], "party") == counterparties


def test_age_is_counted_from_the_first_possible_day(answer: Answer) -> None:
    text = ledger("""
        claims:
        - {id: k1, said: 2025-11-30, party: US, stance: affirms}
        - {id: k2, said: 2025-10, party: US, stance: affirms}
        """)
    assert column(answer(text, "one-sided", AS_OF), "age") == [60, 0]
