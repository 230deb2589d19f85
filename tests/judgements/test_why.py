"""Why a verdict is what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from truce_tracker import Ledger
from truce_tracker.verdicts import MilestoneStatus, State, Status

from .conftest import Ask
from .ledgers import AS_OF, ledger

TEXT = ledger("""
    sources:
    - {id: wire, kind: article, published: 2025-11-15}
    - {id: retold, kind: article, outlet: The Copy, based_on: wire}
    - {id: twice-retold, kind: article, based_on: retold}
    - {id: sheet, kind: fact-sheet}
    - {id: sheet-2, kind: fact-sheet, outlet: The House, replaces: sheet}
    claims:
    - {id: k1, said: 2025-11-01, party: US, stance: affirms, source: wire}
    - {id: k2, said: 2025-11-01, speaker: bessent, stance: affirms, source: retold}
    - {id: k3, said: 2025-11-02, speaker: bessent, stance: affirms, source: twice-retold}
    - {id: k4, said: 2025-11-03, party: US, stance: affirms, source: sheet}
    - {id: k5, said: 2025-11-03, party: US, stance: affirms, source: sheet-2}
    - {id: k6, said: 2025-11-04, party: CN, stance: declines}
    - {id: k7, said: 2025-11-05, party: CN, stance: mentions}
    - {id: k8, said: 2025-11-05, party: EU, stance: affirms}
    - {id: out1, said: 2025-11-06, speaker: insider, stance: affirms}
    - {id: out2, said: 2025-11-06, speaker: analyst, stance: affirms}
    - {id: out3, said: 2025-11-06, party: EU, stance: mentions}
    - {id: out4, said: 2025-11-06, party: CN, stance: mentions, topic: trade}
    - {id: out5, said: 2025-11-06, party: US, stance: reports-met}
    - {id: out6, said: 2025-12-06, party: CN, stance: affirms}
    - {id: out7, said: 2025-11-06, party: CN, stance: mentions, topic: fentanyl}
    """)


def one(ask: Ask, identity: str, kind: str, as_of: str = AS_OF, text: str = TEXT) -> dict[str, Any]:
    """The one explanation of that kind."""
    (row,) = [row for row in ask(text, "why", as_of, identity=identity) if row["kind"] == kind]
    return row


def looked_at(row: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(each["claim"], each["decides"]) for each in row["looked_at"]]


def left_out(row: dict[str, Any]) -> list[tuple[str, int, list[str]]]:
    return [(each["why"], each["count"], each["claims"]) for each in row["left_out"]]


def would_change(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["what"], each["verdict"]) for each in row["would_change"]]


def test_a_status(ask: Ask) -> None:
    row = one(ask, "soy", "commitment")
    assert row["verdict"] == "declined"
    assert row["rule"].startswith(Status.DECLINED.meaning)
    assert row["facts"] == [
        "CN, obligor: declines since 2025-11-04",
        "US, beneficiary: affirms since 2025-11-01",
        "EU, which neither owes it nor is owed it: affirms since 2025-11-05",
    ]
    decisions = {"k1": False, "k2": False, "k3": False, "k4": True, "k6": True, "k7": False, "k8": True}
    assert looked_at(row) == list(decisions.items())


def test_what_was_left_out_and_why(ask: Ask) -> None:
    assert left_out(one(ask, "soy", "commitment")) == [
        ("told also: another account of the same words leads", 1, ["k5"]),
        ("background, or off the record", 1, ["out1"]),
        ("said by a third party", 1, ["out2"]),
        ("by a party that neither owes it nor is owed it, and takes no position", 1, ["out3"]),
        ("on the topic alone, not on this commitment", 1, ["out4"]),
        ("reports on what another party owes", 1, ["out5"]),
        ("said after that day", 1, ["out6"]),
        ("on another topic", 1, []),
    ]
    published_later = ("published after that day", 1, ["k1"])  # told on 1 November in a paper of the 15th
    assert published_later in left_out(one(ask, "soy", "commitment", "2025-11-10"))


def test_origins_follow_what_retells_and_what_replaces_and_count_what_tells_the_words_again(ask: Ask) -> None:
    sides = {(each["party"], each["stance"]): each for each in one(ask, "soy", "commitment")["sides"]}
    assert {key: (each["articles"], each["origins"]) for key, each in sides.items()} == {
        ("CN", "declines"): (1, 1),
        ("CN", "mentions"): (1, 1),
        ("EU", "affirms"): (1, 1),
        ("US", "affirms"): (5, 2),
    }


def test_what_would_change_a_status_is_what_the_sql_says_of_it(ask: Ask) -> None:
    assert would_change(one(ask, "soy", "commitment")) == [
        ("CN affirming it on the record", "agreed"),
        ("CN affirming a part of it on the record", "partial"),
        ("CN denying it", "denied"),
        ("CN withdrawing", "withdrawn"),
    ]


def test_who_tells_the_words_also(ask: Ask) -> None:
    told = {each["claim"]: each["told_also"] for each in one(ask, "soy", "commitment")["looked_at"]}
    assert {claim: outlets for claim, outlets in told.items() if outlets} == {"k4": ["The House"]}


# -- a claim -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "as_of", "why"),
    [
        ("k6", AS_OF, "its stance is declines"),
        ("k5", AS_OF, "it tells k4 again, which leads"),
        ("k1", "2025-11-10", "it is published after that day"),
        ("out1", AS_OF, "it is background, or off the record"),
        ("out2", AS_OF, "a third party says it"),
        ("out4", AS_OF, "it names no commitment"),
        ("out6", AS_OF, "it is said after that day"),
        ("k1", "2025-12-10", "a counterparty affirms"),
    ],
)
def test_a_claim_that_is_not_one_sided(ask: Ask, claim: str, as_of: str, why: str) -> None:
    row = one(ask, claim, "claim", as_of)
    assert (row["verdict"], row["facts"][0]) == ("not one-sided", why)


def test_a_one_sided_claim(ask: Ask) -> None:
    row = one(ask, "k1", "claim")
    assert (row["verdict"], row["facts"]) == ("one-sided", ["CN, obligor: declines since 2025-11-04"])
    assert [each["what"] for each in row["would_change"]] == ["CN affirming it on the record", "US withdrawing"]


@pytest.mark.parametrize(
    ("then", "why"),
    [
        ("party: US, stance: withdraws", "US has withdrawn"),
        ("party: US, stance: drops", "US has withdrawn"),
        ("party: US, stance: denies", "US has since taken another position: denies"),
        ("parties: [CN, US], stance: reports-ended", "it is closed: done or ended by the word of both sides"),
    ],
)
def test_what_became_of_a_one_sided_claim(ask: Ask, then: str, why: str) -> None:
    text = ledger(f"""
        claims:
        - {{id: k1, said: 2025-11-01, party: US, stance: affirms}}
        - {{id: k2, said: 2025-11-05, {then}}}
        """)
    assert one(ask, "k1", "claim", "2025-11-04", text)["verdict"] == "one-sided"
    row = one(ask, "k1", "claim", "2025-11-06", text)
    assert (row["verdict"], row["facts"][0]) == ("not one-sided", why)


def test_a_claim_on_two_commitments_by_two_parties_is_explained_for_each(ask: Ask) -> None:
    text = ledger("""
        commitments:
        - {id: soy, obligors: [CN], beneficiaries: [US]}
        - {id: beef, obligors: [CN], beneficiaries: [US]}
        claims:
        - {id: k1, said: 2025-11-01, parties: [US, EU], stance: affirms, commitments: [soy, beef]}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms, commitment: beef}
        """)
    silent, us = "CN, obligor: silent", "US, beneficiary: affirms since 2025-11-01"
    bought = "CN, obligor: affirms since 2025-11-02"
    assert [(row["verdict"], row["facts"]) for row in ask(text, "why", AS_OF, identity="k1")] == [
        ("not one-sided", ["a counterparty affirms", silent, us]),  # for the EU, the US is a counterparty, and affirms
        ("one-sided", [silent]),
        ("not one-sided", ["a counterparty affirms", bought, us]),
        ("not one-sided", ["a counterparty affirms", bought]),
    ]


# -- a state -----------------------------------------------------------------------------------------------------------

STATES = [
    pytest.param(
        """
        deadlines:
        - {id: x, due: 2025-12-20, stated: 2025-11-01}
        """,
        State.DUE,
        ["x (due 2025-12-20): open"],
        [],
        ["late", "breach reported", "ended"],
        id="due",
    ),
    pytest.param(
        """
        deadlines:
        - {id: x, due: 2025-11-20, stated: 2025-11-01}
        claims:
        - {id: k1, said: 2025-11-12, party: US, stance: reports-met}
        - {id: k2, said: 2025-11-13, party: US, stance: reports-progress}
        """,
        State.DONE,
        ["said by US alone", "x (due 2025-11-20): met"],
        [("k1", True), ("k2", False)],
        ["breach reported", "ended"],
        id="done, by one side alone",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-12, party: US, stance: reports-met}
        - {id: k2, said: 2025-11-13, party: CN, stance: reports-met}
        - {id: k3, said: 2025-11-14, speaker: analyst, stance: reports-met}
        """,
        State.DONE,
        ["said by CN, US, third party"],
        [("k1", True), ("k2", True), ("k3", True)],
        ["breach reported", "ended"],
        id="done, as all say",
    ),
    pytest.param(
        """
        commitments:
        - {id: soy, obligors: [CN, US]}
        deadlines:
        - {id: term, kind: expires, due: 2025-12-20, stated: 2025-11-01}
        claims:
        - {id: k1, said: 2025-11-12, party: US, stance: reports-breach}
        - {id: k2, said: 2025-11-14, party: US, stance: reports-breach}
        - {id: k3, said: 2025-11-15, speaker: analyst, stance: reports-breach}
        """,
        State.BREACH_REPORTED,
        [
            "said by US, third party",
            "term (expires 2025-12-20): in force",
            "broken by CN, says US (2 times, last on 2025-11-14)",
            "broken by nobody by name, says a third party (once, on 2025-11-15)",
        ],
        [("k1", False), ("k2", True), ("k3", True)],
        ["lapsed", "ended"],
        id="broken, as one side and an outsider say",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-12, party: CN, stance: reports-ended}
        """,
        State.ENDED,
        ["said by CN alone"],
        [("k1", True)],
        [],
        id="ended",
    ),
    pytest.param(
        """
        commitments:
        - {id: soy, obligors: [CN], beneficiaries: [US]}
        - {id: beef, obligors: [CN], beneficiaries: [US]}
        deadlines:
        - {id: x, due: 2025-11-20, stated: 2025-11-01}
        - {id: y, due: 2025-12-20, stated: 2025-11-08, replaces: x, commitment: beef}
        """,
        State.DUE,
        ["y (due 2025-12-20): open"],
        [],
        ["late", "breach reported", "ended"],
        id="due on a date of another commitment, to which its own was moved",
    ),
]


@pytest.mark.parametrize(("parts", "state", "facts", "looked", "after"), STATES)
def test_a_state(
    ask: Ask, parts: str, state: State, facts: list[str], looked: list[tuple[str, bool]], after: list[str]
) -> None:
    row = one(ask, "soy", "state", text=ledger(parts))
    assert (row["verdict"], row["facts"]) == (state, facts)
    assert row["rule"].startswith(state.meaning)
    assert looked_at(row) == looked
    assert [verdict for _, verdict in would_change(row)] == after


# -- a milestone -------------------------------------------------------------------------------------------------------

MILESTONE = ledger("""
    deadlines:
    - {id: x, due: 2025-11-20, stated: 2025-11-01}
    claims:
    - {id: k1, said: 2025-11-02, speaker: bessent, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-10, party: CN, stance: reports-progress}
    - {id: k3, said: 2025-11-12, party: US, stance: reports-unmet}
    - {id: k4, said: 2025-11-22, party: CN, stance: reports-met, done: 2025-11-11}
    - {id: k5, said: 2025-12-22, party: US, stance: reports-met}
    """)


@pytest.mark.parametrize(
    ("as_of", "status", "looked", "after"),
    [
        (
            "2025-11-20",
            MilestoneStatus.OPEN,
            [("k2", False), ("k3", False)],
            ["overdue, or unmet where one says so", "met"],
        ),
        ("2025-11-21", MilestoneStatus.UNMET, [("k2", False), ("k3", True)], ["met late"]),
        ("2025-11-22", MilestoneStatus.DISPUTED, [("k2", False), ("k3", True), ("k4", True)], []),
        ("2025-12-22", MilestoneStatus.MET, [("k2", False), ("k3", False), ("k4", True), ("k5", True)], ["disputed"]),
    ],
)
def test_a_milestone(
    ask: Ask, as_of: str, status: MilestoneStatus, looked: list[tuple[str, bool]], after: list[str]
) -> None:
    row = one(ask, "x", "milestone", as_of, MILESTONE)
    assert (row["verdict"], row["rule"]) == (status, status.meaning)
    assert row["facts"][0] == "due 2025-11-20, first said by US bessent (k1)"
    assert looked_at(row) == looked
    assert [verdict for _, verdict in would_change(row)] == [*after, "moved"]


def test_what_is_said_of_a_milestone_later_is_left_out(ask: Ask) -> None:
    assert left_out(one(ask, "x", "milestone", AS_OF, MILESTONE)) == [("said after that day", 1, ["k5"])]
    assert one(ask, "x", "milestone", "2025-10-01", MILESTONE)["verdict"] == "not known"


def test_a_milestone_that_nobody_is_late_for_a_clock_and_a_misread_day_say_so(ask: Ask) -> None:
    text = ledger("""
        sources:
        - {id: copy, kind: article, published: 2025-11-03, based_on: paper}
        commitments:
        - {id: soy, obligors: [CN], beneficiaries: [US]}
        - {id: cut, obligors: [US], beneficiaries: [CN]}
        deadlines:
        - {id: ultimatum, due: 2025-11-20}
        - {id: clock, within: 10 days, of: cut, stated: 2025-11-01}
        - {id: said, due: 2025-12-10, commitment: cut}
        - {id: wrong, due: 2025-12-01, commitment: cut}
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: proposes, deadline: ultimatum}
        - {id: k2, said: 2025-11-05, party: US, stance: reports-met, commitment: cut, done: 2025-11-05, deadline: said}
        - {id: k3, said: 2025-11-09, speaker: analyst, stance: reports-met, commitment: cut, deadline: said}
        - {id: k4, said: 2025-11-02, speaker: bessent, stance: affirms, commitment: cut, deadline: said}
        - {id: k5, said: 2025-11-02, speaker: bessent, stance: affirms, source: copy, commitment: cut, deadline: wrong}
        """)
    facts = {name: one(ask, name, "milestone", AS_OF, text)["facts"] for name in ("ultimatum", "clock", "wrong")}
    assert facts["ultimatum"][1] == (
        "it makes nobody late: nobody who owes it gave this day, and nobody did otherwise than as a proposal"
    )
    assert facts["clock"][:3] == [
        "due 2025-11-19",
        "the clock runs out on 2025-11-15 by the word of US",
        "the clock runs out on 2025-11-19 by the word of a third party",
    ]
    assert "another telling of said" in facts["wrong"]


def test_a_report_on_the_date_of_another_commitment_that_it_replaced_is_looked_at(ask: Ask) -> None:
    text = ledger("""
        sources:
        - {id: ministry, kind: readout, published: 2025-11-10}
        commitments:
        - {id: soy, obligors: [CN], beneficiaries: [US]}
        - {id: beef, obligors: [CN], beneficiaries: [US]}
        deadlines:
        - {id: x, due: 2025-11-20, stated: 2025-11-01}
        - {id: y, due: 2025-12-20, stated: 2025-11-08, replaces: x, commitment: beef}
        claims:
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x, source: ministry}
        """)
    row = one(ask, "y", "milestone", text=text)
    assert (row["verdict"], looked_at(row)) == ("met", [("k1", True)])
    assert [(side["party"], side["articles"], side["origins"]) for side in row["sides"]] == [("CN", 1, 1)]


def test_a_deadline_that_repeats_is_explained_by_its_milestones(ask: Ask) -> None:
    text = ledger("deadlines:\n- {id: x, due: 2025-11-20, repeats: FREQ=MONTHLY;COUNT=2}")
    assert [row["id"] for row in ask(text, "why", AS_OF, identity="x")] == ["x@2025-11-20", "x@2025-12-20"]
    assert ask(text, "why", AS_OF, identity="nothing") == []


def test_sources_that_are_versions_of_what_retells_them_have_one_origin(ask: Ask) -> None:
    text = ledger("""
        sources:
        - {id: a, based_on: b, published: 2025-11-01}
        - {id: b, replaces: a, published: 2025-11-01}
        claims:
        - {id: k1, party: US, speaker: bessent, stance: affirms, source: a}
        - {id: k2, party: US, speaker: greer, stance: affirms, source: b}
        """)
    (side,) = one(ask, "soy", "commitment", text=text)["sides"]
    assert (side["articles"], side["origins"]) == (2, 1)


def test_every_verdict_of_the_seed_is_explained_as_listed(seed_store: Path) -> None:
    with Ledger.open(seed_store) as open_ledger:
        for row in open_ledger.commitments("2025-12-10"):
            status, state = open_ledger.why("2025-12-10", row.commitment)
            assert (status.verdict, state.verdict) == (row.status, row.state)
            decided = {each.party for each in status.looked_at if each.decides}
            assert decided == {position.party for position in row.positions if position.position != "silent"}
            if row.state_by:
                assert state.facts[0].startswith(f"said by {', '.join(row.state_by)}")
        one_sided = {(row.claim, row.commitment, row.party) for row in open_ledger.one_sided("2025-12-10")}
        for claim in open_ledger.claims("2025-12-10", party=["CN"]):
            told = [why.verdict == "one-sided" for why in open_ledger.why("2025-12-10", claim.claim)]
            sides = [(claim.claim, each, party) for each in claim.commitments for party in claim.parties]
            assert told == [side in one_sided for side in sides or [None]]
