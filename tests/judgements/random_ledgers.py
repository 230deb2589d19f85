"""Random ledgers that a loader must take: they keep to "What must agree" in DESIGN section 2.

Days are few, so that ties are common; parties, commitments and deadlines are few, so that claims meet.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import yaml

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


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes no anchors: a ledger has none."""

    def ignore_aliases(self, data: object) -> bool:
        """Whether to write a value out each time: always."""
        return True


def as_yaml(ledger: Ledger) -> str:
    """The text of a ledger."""
    return str(yaml.dump(ledger, Dumper=_Plain, sort_keys=False, allow_unicode=True))


def random_ledger(seed: int) -> Ledger:
    """A ledger, as YAML has it; the same seed, the same ledger. Plain chance meets more cases than a clever search."""
    chance = Random(seed)
    parties = ["CN", "US", "EU"][: chance.choice([2, 2, 3])]
    topics = [f"topic{number}" for number in range(chance.choice([1, 1, 2, 3]))]
    speakers = _speakers(parties)
    commitments = _commitments(chance, parties, topics)
    deadlines = _deadlines(chance, commitments)
    claims = [_claim(chance, parties, speakers, topics, commitments, deadlines) for _ in range(chance.randint(0, 14))]
    checks = [_check(chance, parties, topics) for _ in range(chance.randint(0, 3))]
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


def smallest(ledger: Ledger, fails: Callable[[Ledger], bool]) -> Ledger:
    """The ledger without the claims and checks that its failure does not need."""
    for name in ("claims", "checks"):
        for record in list(ledger[name]):
            smaller = ledger | {name: [other for other in ledger[name] if other is not record]}
            ledger = smaller if fails(smaller) else ledger
    return ledger


def _seldom(chance: Random) -> bool:
    return chance.random() < 0.25


def _speakers(parties: list[str]) -> list[Record]:
    """Of each party one on and one off record, and two third parties."""
    of_parties = [
        {"id": f"{party}-{name}", "name": f"{party} {name}", "party": party, "on_record": name == "minister"}
        for party in parties
        for name in ("minister", "source")
    ]
    return [*of_parties, {"id": "analyst", "name": "Analyst"}, {"id": "rumour", "name": "Rumour", "on_record": False}]


def _commitments(chance: Random, parties: list[str], topics: list[str]) -> list[Record]:
    ids = [f"c{number}" for number in range(chance.choice([1, 1, 2, 2, 3, 4]))]
    return [
        {
            "id": id,
            "summary": f"Commitment {id}",
            "topic": chance.choice(topics),
            "obligors": _some(chance, parties, chance.choice([1, 1, 2])),
            "beneficiaries": _some(chance, parties, chance.choice([0, 1, 1, 2])),
            "in_exchange_for": sorted(_some(chance, [other for other in ids if other != id], chance.choice([0, 1, 2]))),
        }
        for id in ids
    ]


def _some(chance: Random, values: list[str], number: int) -> list[str]:
    return chance.sample(values, min(number, len(values)))


def _deadlines(chance: Random, commitments: list[Record]) -> list[Record]:
    """Up to four; one may replace another of its commitment that was made before it, so that no circle arises."""
    deadlines: list[Record] = []
    for number in range(chance.randint(0, 4)):
        commitment = chance.choice(commitments)["id"]
        deadline = {"id": f"d{number}", "commitment": commitment} | _date(chance)
        earlier = [other["id"] for other in deadlines if other["commitment"] == commitment]
        if earlier and _seldom(chance):
            deadline["replaces"] = chance.choice(earlier)
        deadlines.append(deadline)
    return chance.sample(deadlines, len(deadlines))


def _date(chance: Random) -> Record:
    deadline: Record = chance.choice([{}, {}, {"kind": "due"}, {"kind": "expires"}]).copy()
    if _seldom(chance):
        deadline["stated"] = chance.choice(DAYS)
        if _seldom(chance):
            return deadline | {"phrase": f"by {chance.choice(DAYS)}"}
    deadline["due"] = chance.choice(DUE)
    if _seldom(chance):
        deadline["repeats"] = chance.choice(REPEATS)
    if _seldom(chance):
        deadline["from"] = "2025-10"
    return deadline


def _claim(
    chance: Random,
    parties: list[str],
    speakers: list[Record],
    topics: list[str],
    commitments: list[Record],
    deadlines: list[Record],
) -> Record:
    claim = _voice(chance, parties, speakers) | {"source": chance.choice(SOURCES)["id"]}
    if not _seldom(chance):
        claim["said"] = chance.choice([*DAYS, *DAYS, *COARSE])
    if _seldom(chance):
        stance = chance.choice(["mentions", "declines", "affirms", "denies"])
        claim |= {"topic": chance.choice(topics), "stance": stance}
    else:
        commitment = chance.choice(commitments)
        claim |= {"commitment": commitment["id"], "stance": chance.choice(STANCES)}
        named = chance.choice(_nameable(claim, deadlines))
        claim |= {"deadline": named} if named else {}
        claim |= {"topic": commitment["topic"]} if _seldom(chance) else {}
    claim |= {"quantity": chance.choice(QUANTITIES)} if _seldom(chance) else {}
    return claim | ({"text": "Some words"} if _seldom(chance) else {})


def _voice(chance: Random, parties: list[str], speakers: list[Record]) -> Record:
    """A party as such, or a speaker; on record by default or by its own say."""
    voice: Record = {}
    if chance.random() < 0.5:
        voice["party"] = chance.choice(parties)
    else:
        speaker = chance.choice(speakers)
        voice["speaker"] = speaker["id"]
        if "party" in speaker and chance.random() < 0.5:
            voice["party"] = speaker["party"]
    if _seldom(chance):
        voice["on_record"] = chance.random() < 0.5
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


def _check(chance: Random, parties: list[str], topics: list[str]) -> Record:
    """A check made on the last day that it covers or later."""
    to = chance.choice([*DAYS, "2025-10", "2025-11"])
    made = [day for day in [*DAYS, "2025-11-07", "2025-12-01", "2025-12"] if last_day(to) <= last_day(day)]
    check: Record = {
        "party": chance.choice(parties),
        "what": "briefings",
        "from": "2025-10",
        "to": to,
        "checked": chance.choice(made),
        "by": "kr",
    }
    covered = _some(chance, topics, chance.choice([0, 1, 2]))
    return check | ({"topics": covered} if covered else {})
