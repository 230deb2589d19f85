"""Random ledgers that a loader must take: they keep to "What must agree" in DESIGN section 2.

Days are few, so that ties are common; parties, commitments and deadlines are few, so that claims meet.
"""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from .reading.days import due_day, last_day, repeated
from .reading.records import POSITIONS, REPORTS, Ledger, Record

DAYS = [f"2025-11-0{day}" for day in range(1, 7)]
COARSE = ["2025-11", "2025", "2025-11-02/2025-11-04", "2025-11-03/2025-12", "2025-11-03~", "2025-10/2025-11-02"]
AS_OF_DAYS = ["2025-10-31", *DAYS, "2025-11-07", "2025-12-01", "2026-12-31"]
DUE = [*DAYS[1:], "2025-10", "2025-11", "2025-12-31"]
REPEATS = [f"FREQ={every};COUNT={count}" for every in ("DAILY", "MONTHLY", "YEARLY") for count in (1, 2, 3)]
QUANTITIES = ["12 million t", "at least 3 million t", "about 8.2 million t", "up to 100%", "200 billion USD"]
STANCES = [
    *POSITIONS,
    *POSITIONS,
    "affirms",
    "affirms-in-part",
    *["declines", "mentions"] * 2,
    *REPORTS * 2,
    "reports-met",
]
SOURCES = [
    {"id": "s1", "outlet": "The Paper", "title": "One", "published": "2025-11-02", "kind": "article"},
    {"id": "s2", "outlet": "The Weekly", "title": "Two", "published": "2025-11", "kind": "article"},
    {"id": "s3", "outlet": "The Agency", "title": "Three", "published": "2025-11-04~", "kind": "notice"},
]

said_days = st.one_of(st.sampled_from(DAYS), st.sampled_from(DAYS), st.sampled_from(COARSE))
some_days = st.lists(st.sampled_from(AS_OF_DAYS), min_size=4, max_size=4, unique=True)
seldom: st.SearchStrategy[bool] = st.sampled_from([False, False, False, True])
often: st.SearchStrategy[bool] = st.sampled_from([True, True, True, False])


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes no anchors: a ledger has none."""

    def ignore_aliases(self, data: object) -> bool:
        """Whether to write a value out each time: always."""
        return True


def as_yaml(ledger: Ledger) -> str:
    """The text of a ledger."""
    return str(yaml.dump(ledger, Dumper=_Plain, sort_keys=False, allow_unicode=True))


@st.composite
def ledgers(draw: DrawFn) -> Ledger:
    """A ledger, as YAML has it."""
    parties = ["CN", "US", "EU"][: draw(st.sampled_from([2, 2, 3]))]
    topics = [f"topic{number}" for number in range(draw(st.integers(1, 3)))]
    speakers = _speakers(parties)
    commitments = draw(_commitments(parties, topics))
    deadlines = draw(_deadlines(commitments))
    said = range(draw(st.sampled_from(range(25))))
    claims = [draw(_claims(parties, speakers, topics, commitments, deadlines)) for _ in said]
    checks = draw(st.lists(_checks(parties, topics), max_size=3))
    return {
        "format": "truce/1",
        "parties": [{"id": party, "name": party} for party in parties],
        "speakers": speakers,
        "topics": [{"id": topic, "name": topic} for topic in topics],
        "sources": SOURCES,
        "commitments": commitments,
        "deadlines": deadlines,
        "claims": [{"id": f"k{number}"} | claim for number, claim in enumerate(claims)],
        "checks": [{"id": f"check{number}"} | check for number, check in enumerate(checks)],
    }


def _speakers(parties: list[str]) -> list[Record]:
    """Of each party one on and one off record, and two third parties."""
    of_parties = [
        {"id": f"{party}-{name}", "name": f"{party} {name}", "party": party, "on_record": name == "minister"}
        for party in parties
        for name in ("minister", "source")
    ]
    return [*of_parties, {"id": "analyst", "name": "Analyst"}, {"id": "rumour", "name": "Rumour", "on_record": False}]


@st.composite
def _commitments(draw: DrawFn, parties: list[str], topics: list[str]) -> list[Record]:
    ids = [f"c{number}" for number in range(draw(st.sampled_from([1, 1, 1, 2, 2, 3, 4])))]
    return [
        {
            "id": id,
            "summary": f"Commitment {id}",
            "topic": draw(st.sampled_from(topics)),
            "obligors": draw(_some(parties, at_least=1)),
            "beneficiaries": draw(_some(parties)),
            "in_exchange_for": sorted(draw(_some([other for other in ids if other != id]))),
        }
        for id in ids
    ]


def _some(values: list[str], at_least: int = 0) -> st.SearchStrategy[list[str]]:
    if not values:
        return st.just([])
    return st.lists(st.sampled_from(values), min_size=at_least, max_size=2, unique=True)


@st.composite
def _deadlines(draw: DrawFn, commitments: list[Record]) -> list[Record]:
    """Up to four; one may replace another of its commitment that was drawn before it, so that no circle arises."""
    deadlines: list[Record] = []
    for number in range(draw(st.sampled_from([0, 1, 1, 2, 2, 3, 4]))):
        commitment = draw(st.sampled_from(commitments))["id"]
        deadline = {"id": f"d{number}", "commitment": commitment} | draw(_dates())
        earlier = [other["id"] for other in deadlines if other["commitment"] == commitment]
        if draw(seldom) and earlier:
            deadline["replaces"] = draw(st.sampled_from(earlier))
        deadlines.append(deadline)
    shuffled: list[Record] = draw(st.permutations(deadlines))
    return shuffled


@st.composite
def _dates(draw: DrawFn) -> Record:
    deadline: Record = draw(st.sampled_from([{}, {}, {"kind": "due"}, {"kind": "expires"}])).copy()
    if draw(seldom):
        deadline["stated"] = draw(st.sampled_from(DAYS))
        if draw(st.booleans()):
            return deadline | {"phrase": f"by {draw(st.sampled_from(DAYS))}"}
    deadline["due"] = draw(st.sampled_from(DUE))
    if draw(seldom):
        deadline["repeats"] = draw(st.sampled_from(REPEATS))
    if draw(seldom):
        deadline["from"] = "2025-10"
    return deadline


@st.composite
def _claims(
    draw: DrawFn,
    parties: list[str],
    speakers: list[Record],
    topics: list[str],
    commitments: list[Record],
    deadlines: list[Record],
) -> Record:
    claim: Record = draw(_voice(parties, speakers)) | {"source": draw(st.sampled_from(SOURCES))["id"]}
    if draw(often):
        claim["said"] = draw(said_days)
    if draw(often):
        commitment = draw(st.sampled_from([commitments[0], *commitments]))
        claim |= {"commitment": commitment["id"], "stance": draw(st.sampled_from(STANCES))}
        named = draw(st.sampled_from(_nameable(claim, deadlines)))
        claim |= {"deadline": named} if named else {}
        claim |= {"topic": commitment["topic"]} if draw(seldom) else {}
    else:
        stance = draw(st.sampled_from(["mentions", "declines", "affirms", "denies"]))
        claim |= {"topic": draw(st.sampled_from(topics)), "stance": stance}
    claim |= {"quantity": draw(st.sampled_from(QUANTITIES))} if draw(st.booleans()) else {}
    return claim | draw(st.sampled_from([{}, {"text": "Some words"}]))


@st.composite
def _voice(draw: DrawFn, parties: list[str], speakers: list[Record]) -> Record:
    """A party as such, or a speaker; on record by default or by its own say."""
    voice: Record = {}
    if draw(st.booleans()):
        voice["party"] = draw(st.sampled_from(parties))
    else:
        speaker = draw(st.sampled_from(speakers))
        voice["speaker"] = speaker["id"]
        if "party" in speaker and draw(st.booleans()):
            voice["party"] = speaker["party"]
    if draw(seldom):
        voice["on_record"] = draw(st.booleans())
    return voice


def _nameable(claim: Record, deadlines: list[Record]) -> list[str | None]:
    """What a claim may name: a report one milestone, and it must where several could be meant; others any date."""
    own = [deadline for deadline in deadlines if deadline["commitment"] == claim["commitment"]]
    milestones = [id for deadline in own for id in _milestones(deadline)]
    if claim["stance"] not in REPORTS:
        return [None, *sorted({*milestones, *(deadline["id"] for deadline in own)})]
    replaced = {deadline.get("replaces") for deadline in deadlines}
    current = [each for each in own if each.get("kind", "due") == "due" and each["id"] not in replaced]
    several = sum(len(_milestones(deadline)) for deadline in current) > 1
    return [*milestones] if several else [None, *milestones]


def _milestones(deadline: Record) -> list[str]:
    if "repeats" not in deadline:
        return [deadline["id"]]
    days = repeated(due_day(deadline.get("due"), deadline.get("phrase")), deadline["repeats"])
    return [f"{deadline['id']}@{day.isoformat()}" for day in days]


@st.composite
def _checks(draw: DrawFn, parties: list[str], topics: list[str]) -> Record:
    """A check made on the last day that it covers or later."""
    to = draw(st.sampled_from([*DAYS, "2025-10", "2025-11"]))
    made = [day for day in [*DAYS, "2025-11-07", "2025-12-01", "2025-12"] if last_day(to) <= last_day(day)]
    check: dict[str, Any] = {
        "party": draw(st.sampled_from(parties)),
        "what": "briefings",
        "from": "2025-10",
        "to": to,
        "checked": draw(st.sampled_from(made)),
        "by": "kr",
    }
    covered = draw(_some(topics))
    return check | ({"topics": covered} if covered else {})
