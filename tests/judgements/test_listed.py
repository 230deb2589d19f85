"""What listings leave out without `all`, and how far some were carried out: asked of the product."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Ask
from .ledgers import AS_OF, column, ledger

CLOSED = ledger("""
    commitments:
    - {id: visit, obligors: [CN, EU], beneficiaries: [US]}
    - {id: soy, obligors: [CN], beneficiaries: [US]}
    deadlines:
    - {id: ultimatum, due: 2025-11-10}
    - {id: promise, due: 2025-11-12}
    - {id: of-visit, due: 2025-11-14, commitment: visit, stated: 2025-11-01}
    claims:
    - {id: k1, said: 2025-11-01, party: US, stance: affirms, commitment: visit}
    - {id: k2, said: 2025-11-01, party: US, stance: proposes, deadline: ultimatum}
    - {id: k3, said: 2025-11-01, party: US, stance: affirms, deadline: promise}
    - {id: k4, said: 2025-11-16, party: CN, stance: reports-ended, commitment: visit}
    - {id: k5, said: 2025-11-17, party: US, stance: reports-ended, commitment: visit}
    """)


@pytest.mark.parametrize(
    ("question", "key", "listed", "everything"),
    [
        ("one-sided", "claim", ["k3"], ["k1", "k3"]),
        ("unmatched", "commitment", ["soy"], ["visit", "soy"]),
        ("overdue", "milestone", ["promise"], ["ultimatum", "promise", "of-visit"]),
    ],
)
def test_what_is_closed_and_what_makes_nobody_late_is_listed_with_all(
    ask: Ask, question: str, key: str, listed: list[str], everything: list[str]
) -> None:
    assert column(ask(CLOSED, question, AS_OF), key) == listed
    assert column(ask(CLOSED, question, AS_OF, all=False), key) == listed
    assert column(ask(CLOSED, question, AS_OF, all=True), key) == everything
    assert column(ask(CLOSED, question, "2025-11-16", all=True), key) == everything
    before = ask(CLOSED, question, "2025-11-16")  # the obligor alone has said that it ended
    assert column(before, key) == [each for each in everything if each != "ultimatum"]


def test_all_goes_with_other_filters(ask: Ask) -> None:
    assert column(ask(CLOSED, "unmatched", AS_OF, all=True, commitment=["visit"]), "commitment") == ["visit"]
    assert column(ask(CLOSED, "overdue", AS_OF, all=True, party=["EU"]), "milestone") == ["of-visit"]
    assert column(ask(CLOSED, "overdue", AS_OF, all=True, limit=1), "milestone") == ["ultimatum"]


OF_A_PERIOD = "party: US, stance: reports-progress, cumulative: false"

# What is reported of 12 million tonnes -> basis, quantity and share of each row of progress.
PROGRESS = [
    pytest.param(
        """
        - {id: k1, said: 2025-11-05, party: US, stance: reports-progress, quantity: 3 million t, basis: sales}
        - {id: k2, said: 2025-11-06, party: US, stance: reports-progress, quantity: 2 million t, basis: arrivals}
        - {id: k3, said: 2025-11-07, party: CN, stance: reports-progress, quantity: 6 million t, basis: sales}
        """,
        ["CN sales 6 million t 0.5", "US arrivals 2 million t 0.167", "US sales 3 million t 0.25"],
        id="of each reporter and basis",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-05, party: US, stance: reports-progress, quantity: 3 million t}
        - {id: k2, said: 2025-11-06, party: US, stance: reports-progress, quantity: 40 aircraft}
        """,
        ["US None 40 aircraft None", "US None 3 million t 0.25"],
        id="of each unit, and a share only of what was promised in that unit",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-05, party: US, stance: reports-progress, quantity: "1,000,000 t"}
        - {id: k2, said: 2025-11-05, party: US, stance: reports-progress, quantity: 1.2 million t}
        """,
        ["US None 1.2 million t 0.1"],
        id="of two figures of one day the later entered",
    ),
    pytest.param(
        f"""
        - {{id: k1, said: 2025-11-10, quantity: 332000 t, covers: 2025-10, {OF_A_PERIOD}}}
        - {{id: k2, said: 2025-11-12, quantity: 792000 t, covers: 2025-11, {OF_A_PERIOD}}}
        """,
        ["US None 1124000 t 0.094"],
        id="the sum of those for a period each, as sales of weeks are told",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-10, party: US, stance: reports-progress, quantity: 3 to 6 million t}
        - {id: k2, said: 2025-11-11, party: US, stance: reports-met}
        """,
        ["US None 3 to 6 million t 0.25"],
        id="a range by its lower end, and no figure where none is given",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-10, speaker: aide, stance: reports-progress, quantity: 3 million t}
        - {id: k2, said: 2025-11-11, speaker: analyst, stance: reports-unmet, quantity: 4 million t}
        """,
        [],
        id="neither by nobody named nor of what was not done",
    ),
]


@pytest.mark.parametrize(("reported", "expected"), PROGRESS)
def test_progress(ask: Ask, reported: str, expected: list[str]) -> None:
    promised = "- {id: k0, said: 2025-11-01, party: CN, stance: affirms, quantity: 12 million t}"
    (row,) = ask(ledger("claims:", promised, reported), "commitments", AS_OF)
    assert [_told(each) for each in row["progress"]] == expected


def _told(figure: dict[str, Any]) -> str:
    share = None if figure["share"] is None else round(figure["share"], 3)
    return f"{figure['party']} {figure['basis']} {figure['quantity']} {share}"


def test_the_timeline_shows_each_statement_once_and_no_misread_day(ask: Ask) -> None:
    text = ledger("""
        sources:
        - {id: copy, kind: article, published: 2025-11-05, based_on: paper}
        deadlines:
        - {id: said, due: 2025-12-10}
        - {id: wrong, due: 2025-12-01}
        - {id: some-day, from: 2025-12-05, stated: 2025-11-01}
        claims:
        - {id: k1, said: 2025-11-02, speaker: bessent, stance: affirms, deadline: said}
        - {id: k2, said: 2025-11-02, speaker: bessent, stance: affirms, deadline: wrong, source: copy}
        - {id: k3, said: 2025-11-03, parties: [CN, US], stance: reports-progress}
        """)
    entries = [(row["day"], row["kind"], row["id"], row["party"]) for row in ask(text, "timeline", AS_OF)]
    assert entries == [
        ("2025-11-02", "claim", "k1", "US"),
        ("2025-11-03", "claim", "k3", "CN,US"),
        ("2025-12-10", "due", "said", None),
    ]
