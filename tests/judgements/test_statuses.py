"""Definitions, Status of a commitment: each status, and which comes before which."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, ledger

ONE = "{id: soy, obligors: [CN], beneficiaries: [US]}"
TWO_BENEFIT = "{id: soy, obligors: [CN], beneficiaries: [US, EU]}"
ALONE = "{id: soy, obligors: [CN]}"
JOINT = "{id: soy, obligors: [CN, US]}"
JOINT_FOR_EU = "{id: soy, obligors: [CN, US], beneficiaries: [EU]}"
MUTUAL = "{id: soy, obligors: [CN, US], beneficiaries: [US]}"

CASES = [
    (ONE, "CN denies", "denied", "an obligor denies"),
    (ONE, "CN denies, US affirms", "denied", "denied whatever the beneficiary says"),
    (JOINT, "CN denies, US withdraws", "denied", "denied comes before withdrawn"),
    (JOINT, "CN affirms, US denies", "denied", "one obligor of two denies"),
    (ONE, "CN affirms, US denies", "undertaken", "a beneficiary that denies does not make it denied"),
    (ONE, "EU denies", "unclaimed", "a party not concerned that denies does not make it denied"),
    (ONE, "CN affirms, CN withdraws", "withdrawn", "an obligor withdraws"),
    (JOINT, "CN affirms, US withdraws", "withdrawn", "one obligor of two withdraws"),
    (JOINT, "CN declines, US withdraws", "withdrawn", "withdrawn comes before declined"),
    (ONE, "CN affirms, CN drops", "withdrawn", "an obligor drops it"),
    (ONE, "US affirms, US drops", "unclaimed", "a beneficiary that drops it does not make it withdrawn"),
    (ONE, "US affirms, US withdraws", "unclaimed", "a beneficiary that withdraws does not make it withdrawn"),
    (ONE, "CN affirms, US affirms", "agreed", "the obligor and a beneficiary affirm"),
    (TWO_BENEFIT, "CN affirms, EU affirms", "agreed", "one beneficiary of two is enough"),
    (TWO_BENEFIT, "CN affirms, EU affirms, US denies", "agreed", "one beneficiary affirms though the other denies"),
    (JOINT, "CN affirms, US affirms", "agreed", "two obligors and no beneficiary"),
    (JOINT_FOR_EU, "CN affirms, US affirms, EU affirms", "agreed", "two obligors and their beneficiary"),
    (MUTUAL, "CN affirms, US affirms", "agreed", "an obligor that also benefits affirms"),
    (ONE, "CN reports-met, US affirms", "agreed", "an obligor's report affirms"),
    (ONE, "CN affirms", "undertaken", "all obligors affirm and the beneficiary is silent"),
    (ALONE, "CN affirms", "undertaken", "one obligor and no beneficiary"),
    (JOINT_FOR_EU, "CN affirms, US affirms", "undertaken", "two obligors affirm and the beneficiary is silent"),
    (ONE, "CN affirms, US affirms-in-part", "undertaken", "the beneficiary affirms in part only"),
    (ONE, "CN affirms, US reports-met", "undertaken", "a beneficiary's report does not affirm"),
    (ONE, "CN affirms, EU affirms", "undertaken", "a party not concerned is no beneficiary"),
    (ONE, "CN reports-progress", "undertaken", "an obligor's progress undertakes"),
    (ONE, "CN affirms-in-part", "partial", "the obligor affirms in part"),
    (ONE, "CN affirms-in-part, US affirms", "partial", "in part though the beneficiary affirms"),
    (JOINT, "CN affirms, US affirms-in-part", "partial", "one obligor wholly and one in part"),
    (JOINT, "CN affirms-in-part, US affirms-in-part", "partial", "each obligor in part"),
    (ONE, "CN declines", "declined", "an obligor declines"),
    (ONE, "CN declines, US affirms", "declined", "declined comes before unacknowledged"),
    (JOINT, "CN affirms, US declines", "declined", "one obligor of two declines"),
    (JOINT, "CN proposes, US declines", "declined", "declined comes before proposed"),
    (ONE, "US declines", "unclaimed", "a beneficiary that declines does not make it declined"),
    (ONE, "US affirms", "unacknowledged", "a beneficiary affirms"),
    (ONE, "US affirms-in-part", "unacknowledged", "a beneficiary affirms in part"),
    (JOINT, "CN affirms", "unacknowledged", "one obligor of two affirms"),
    (JOINT, "CN affirms-in-part", "unacknowledged", "one obligor of two affirms in part"),
    (MUTUAL, "CN affirms", "unacknowledged", "the obligor that also benefits is silent"),
    (ONE, "CN mentions, US affirms", "unacknowledged", "the obligor mentions"),
    (ONE, "CN proposes, US affirms", "unacknowledged", "unacknowledged comes before proposed"),
    (ONE, "EU affirms", "unacknowledged", "a party not concerned affirms"),
    (JOINT, "EU affirms-in-part, CN declines", "declined", "declined whatever a party not concerned says"),
    (ONE, "CN proposes", "proposed", "an obligor proposes"),
    (ONE, "US proposes", "proposed", "a beneficiary proposes"),
    (ONE, "EU proposes", "proposed", "a party not concerned proposes"),
    (ONE, "CN affirms, CN proposes", "undertaken", "who asks for a change has not taken back the word"),
    (ONE, "CN mentions, US mentions", "unclaimed", "mentions claim nothing"),
    (ONE, "CN reports-unmet, US reports-unmet", "unclaimed", "reports of nothing done claim nothing"),
    (ONE, "", "unclaimed", "nobody has said anything"),
]


@pytest.mark.parametrize(("commitment", "said", "status"), [pytest.param(*case[:3], id=case[3]) for case in CASES])
def test_status(answer: Answer, commitment: str, said: str, status: str) -> None:
    words = [word.split() for word in said.split(", ") if word]
    claims = [
        f"- {{id: k{number}, said: 2025-11-0{number}, party: {party}, stance: {stance}}}"
        for number, (party, stance) in enumerate(words, start=1)
    ]
    text = ledger(f"commitments:\n- {commitment}", "claims:" if claims else "", *claims)
    assert answer(text, "commitments", AS_OF)[0]["status"] == status


def test_a_status_is_replayed_for_each_day(answer: Answer) -> None:
    text = ledger("""
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: proposes}
        - {id: k2, said: 2025-11-03, party: US, stance: affirms}
        - {id: k3, said: 2025-11-04, party: CN, stance: declines}
        - {id: k4, said: 2025-11-05, party: CN, stance: affirms-in-part}
        - {id: k5, said: 2025-11-06, party: CN, stance: affirms}
        - {id: k6, said: 2025-11-07, party: CN, stance: withdraws}
        - {id: k7, said: 2025-11-08, party: CN, stance: denies}
        """)
    assert answer(text, "commitments", "2025-11-01") == []  # nobody had spoken of it
    assert [answer(text, "commitments", f"2025-11-0{day}")[0]["status"] for day in range(2, 9)] == [
        "proposed",
        "unacknowledged",
        "declined",
        "partial",
        "agreed",
        "withdrawn",
        "denied",
    ]
