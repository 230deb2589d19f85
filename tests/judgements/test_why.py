"""Why a verdict is what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from truce_tracker import Ledger
from truce_tracker.verdicts import MilestoneStatus, Status

from .ledgers import AS_OF, ledger

SOURCES = """
    sources:
    - {id: paper, kind: article, published: 2025-11-15}
    - {id: retold, kind: article, based_on: paper}
    - {id: twice-retold, kind: article, based_on: retold}
    - {id: sheet, kind: fact-sheet}
    - {id: sheet-2, kind: fact-sheet, replaces: sheet}
"""
CLAIMS = """
    claims:
    - {id: k1, said: 2025-11-01, party: US, stance: affirms}
    - {id: k2, said: 2025-11-01, speaker: bessent, stance: affirms, source: retold}
    - {id: k3, said: 2025-11-02, speaker: bessent, stance: affirms, source: twice-retold}
    - {id: k4, said: 2025-11-03, party: US, stance: affirms, source: sheet}
    - {id: k5, said: 2025-11-03, party: US, stance: affirms, source: sheet-2}
    - {id: k6, said: 2025-11-04, party: CN, stance: declines}
    - {id: k7, said: 2025-11-05, party: CN, stance: mentions}
    - {id: out1, said: 2025-11-06, speaker: insider, stance: affirms}
    - {id: out2, said: 2025-11-06, speaker: analyst, stance: affirms}
    - {id: out3, said: 2025-11-06, party: EU, stance: affirms}
    - {id: out4, said: 2025-11-06, party: CN, stance: mentions, topic: trade}
    - {id: out5, said: 2025-11-06, party: US, stance: reports-met}
    - {id: out6, said: 2025-12-06, party: CN, stance: affirms}
    - {id: out7, said: 2025-11-06, party: CN, stance: mentions, topic: fentanyl}
"""


def one(ask: Any, text: str, identity: str, as_of: str = AS_OF) -> dict[str, Any]:
    (row,) = ask(text, "why", as_of, identity=identity)
    return dict(row)


@pytest.fixture
def text() -> str:
    preamble, rest = ledger(CLAIMS).split("sources:\n", 1)
    _, rest = rest.split("commitments:", 1)
    sources = "\n".join(line[4:] for line in SOURCES.strip("\n").splitlines()) + "\n"
    return f"{preamble}{sources}commitments:{rest}"


def test_a_commitment(ask: Any, text: str) -> None:
    row = one(ask, text, "soy")
    assert (row["kind"], row["verdict"]) == ("commitment", "declined")
    assert row["rule"].startswith(Status.DECLINED.meaning)
    assert row["facts"] == ["CN, obligor: declines since 2025-11-04", "US, beneficiary: affirms since 2025-11-03"]
    assert [(each["claim"], each["decides"]) for each in row["looked_at"]] == [
        ("k1", False),
        ("k2", False),
        ("k3", False),
        ("k4", False),
        ("k5", True),
        ("k6", True),
        ("k7", False),
    ]


def test_what_was_left_out_and_why(ask: Any, text: str) -> None:
    assert [(each["why"], each["count"], each["claims"]) for each in one(ask, text, "soy")["left_out"]] == [
        ("background, or off the record", 1, ["out1"]),
        ("said by a third party", 1, ["out2"]),
        ("by a party that neither owes it nor is owed it", 1, ["out3"]),
        ("on the topic alone, not on this commitment", 1, ["out4"]),
        ("reports on what another party owes", 1, ["out5"]),
        ("said after that day", 1, ["out6"]),
        ("on another topic", 1, []),
    ]


def test_origins_follow_what_retells_and_what_replaces(ask: Any, text: str) -> None:
    sides = {(each["party"], each["stance"]): each for each in one(ask, text, "soy")["sides"]}
    assert (sides["US", "affirms"]["articles"], sides["US", "affirms"]["origins"]) == (5, 2)
    assert (sides["CN", "declines"]["articles"], sides["CN", "declines"]["origins"]) == (1, 1)


def test_what_would_change_a_status_is_what_the_sql_says_of_it(ask: Any, text: str) -> None:
    assert [(each["what"], each["verdict"]) for each in one(ask, text, "soy")["would_change"]] == [
        ("CN affirming it on the record", "agreed"),
        ("CN affirming a part of it on the record", "partial"),
        ("CN denying it", "denied"),
        ("CN withdrawing", "withdrawn"),
    ]


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("k6", "its stance is declines"),
        ("out1", "it is background, or off the record"),
        ("out2", "a third party says it"),
        ("out4", "it names no commitment"),
        ("out6", "it is said after that day"),
    ],
)
def test_a_claim_that_is_not_one_sided(ask: Any, text: str, claim: str, why: str) -> None:
    row = one(ask, text, claim)
    assert (row["verdict"], row["facts"][0]) == ("not one-sided", why)


def test_a_one_sided_claim(ask: Any, text: str) -> None:
    row = one(ask, text, "k1")
    assert (row["verdict"], row["facts"]) == ("one-sided", ["CN, obligor: declines since 2025-11-04"])
    assert [each["what"] for each in row["would_change"]] == ["CN affirming it on the record", "US withdrawing"]


def test_a_claim_that_was_affirmed(ask: Any, text: str) -> None:
    row = one(ask, text, "k1", "2025-12-10")
    assert (row["verdict"], row["facts"][0]) == ("not one-sided", "a counterparty affirms")


MILESTONE = """
    deadlines:
    - {id: x, due: 2025-11-20, stated: 2025-11-01}
    claims:
    - {id: k1, said: 2025-11-02, speaker: bessent, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-10, party: CN, stance: reports-progress}
    - {id: k3, said: 2025-11-12, party: CN, stance: reports-met}
    - {id: k4, said: 2025-11-22, party: US, stance: reports-unmet}
    - {id: k5, said: 2025-12-22, party: CN, stance: reports-met}
"""


def test_a_milestone(ask: Any) -> None:
    row = one(ask, ledger(MILESTONE), "x")
    assert (row["verdict"], row["rule"]) == ("unmet", MilestoneStatus.UNMET.meaning)
    assert row["facts"][0] == "due 2025-11-20, first said by US bessent (k1)"
    assert [(each["claim"], each["decides"]) for each in row["looked_at"]] == [
        ("k2", False),
        ("k3", False),
        ("k4", True),
    ]
    assert row["left_out"] == [{"why": "said after that day", "count": 1, "claims": ["k5"]}]
    assert {"what": "a report that it was met", "verdict": "met late"} in row["would_change"]
    assert one(ask, ledger(MILESTONE), "x", "2025-10-01")["verdict"] == "not known"


def test_a_deadline_that_repeats_is_explained_by_its_milestones(ask: Any) -> None:
    text = ledger("deadlines:\n- {id: x, due: 2025-11-20, repeats: FREQ=MONTHLY;COUNT=2}")
    assert [row["id"] for row in ask(text, "why", AS_OF, identity="x")] == ["x@2025-11-20", "x@2025-12-20"]
    assert ask(text, "why", AS_OF, identity="nothing") == []


def test_sources_that_retell_and_replace_in_a_circle_have_one_origin(ask: Any) -> None:
    text = ledger(
        "claims:\n- {id: k1, party: US, stance: affirms, source: a}\n- {id: k2, party: US, stance: affirms, source: b}"
    )
    text = text.replace(
        "sources:\n",
        "sources:\n- {id: a, based_on: b, published: 2025-11-01}\n- {id: b, replaces: a, published: 2025-11-01}\n",
    )
    (side,) = one(ask, text, "soy")["sides"]
    assert (side["articles"], side["origins"]) == (2, 1)


@pytest.fixture
def seeded(truce: Any, tmp_path: Path) -> Path:
    truce("--db", tmp_path / "seed.db", "init")
    return tmp_path / "seed.db"


def test_every_verdict_of_the_seed_is_explained_as_listed(seeded: Path) -> None:
    with Ledger.open(seeded) as open_ledger:
        for row in open_ledger.commitments("2025-12-10"):
            (why,) = open_ledger.why("2025-12-10", row.commitment)
            assert why.verdict == row.status
            decided = {each.party for each in why.looked_at if each.decides}
            assert decided == {position.party for position in row.positions if position.position != "silent"}
        one_sided = {row.claim for row in open_ledger.one_sided("2025-12-10")}
        for claim in open_ledger.claims("2025-12-10"):
            (why,) = open_ledger.why("2025-12-10", claim.claim)
            assert (why.verdict == "one-sided") == (claim.claim in one_sided)
            if why.facts[:1] == ("a counterparty affirms",):
                assert any(": affirms since" in fact for fact in why.facts[1:])
