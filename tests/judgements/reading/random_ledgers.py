"""Random small ledgers of format truce/2 that a loader must take: they keep to "What must agree" of the definitions.

Days, parties, commitments and deadlines are few, so that claims meet: ties, tellings, contradictions and moves are
common. `random_ledger(seed)` gives plain dicts, `as_yaml` their text, `smallest` what a failure needs of one.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

import yaml

from .days import first
from .records import POSITIONS, REPORTS, Ledger, Written

START = date(2025, 11, 1)
DAYS = [(START + timedelta(days=number)).isoformat() for number in range(20)]
COARSE = ["2025-11", "2025", "2025-11-02/2025-11-04", "2025-11-06/2025-12", "2025-11-08~", "2025-10/2025-11-05"]
AS_OF_DAYS = ["2025-10-31", *DAYS[2::3], "2025-11-21", "2025-12-31", "2026-12-31"]
REPEATS = ["FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;COUNT=2"]
SPANS = ["0 days", "3 days", "5 days", "1 week", "1 month", "1 year"]
QUANTITIES = ["12 million t", "at least 12 million t", "25 million t per year", "10 to 12 million t", "200 aircraft"]
FIGURES = ["2 million t", "3 million t", "7.5 million t", "40 aircraft", "1 to 2 million t"]
PERIODS = ["2025-11-01/2025-11-04", "2025-11-05/2025-11-08", "2025-11-07/2025-11-12", "2025-11-13/2025-11-15"]
BASES = ["sales", "shipments"]
TEXT = 'The minister said: “we will buy beans”. He told us that we may sell rice, and "so be it".'
IN_TEXT = ["we will buy beans", "we may sell rice", "so be it"]
QUOTES = ["we will buy", "nothing was signed"]
INSTRUMENTS = ["interview", "fact-sheet", "press-conference", "joint-statement"]
SOURCES: list[Written] = [
    {"id": "s1", "outlet": "The Paper", "published": "2025-11-02", "kind": "article"},
    {"id": "s2", "outlet": "The Weekly", "published": "2025-11", "kind": "article"},
    {"id": "s3", "outlet": "The Ministry", "published": "2025-11-05", "kind": "fact-sheet"},
    {"id": "s4", "outlet": "The Agency", "published": "2025-11-09", "kind": "article", "text": TEXT},
    {"id": "s5", "outlet": "The Copy", "published": "2025-11-10", "kind": "article", "based_on": "s4"},
    {"id": "s6", "outlet": "The Archive", "kind": "article"},
    {"id": "s7", "outlet": "The Wire", "published": "2025-11-15", "kind": "article", "text": TEXT},
]
STANCES = [
    *["affirms"] * 6,
    *["affirms-in-part", "proposes", "denies"] * 2,
    *["withdraws", "drops", "declines", "mentions"],
    *["reports-met"] * 4,
    *["reports-unmet"] * 3,
    *["reports-progress"] * 2,
    *["reports-breach", "reports-ended", "reports-ended"],
]

THEMES = {  # what many claims of a ledger do, so that they meet
    "all": [],
    "figures": ["reports-progress"] * 30,
    "doing": ["reports-met"] * 25,
    "ends": ["reports-ended"] * 12 + ["affirms"] * 6,
    "tellings": ["affirms"] * 10,
}


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes no anchors: a ledger has none."""

    def ignore_aliases(self, data: object) -> bool:
        """Whether to write a value out each time: always."""
        return True


def as_yaml(ledger: Written) -> str:
    """The text of a ledger."""
    return str(yaml.dump(ledger, Dumper=_Plain, sort_keys=False, allow_unicode=True))


def random_ledger(seed: int) -> Written:
    """A ledger as plain dicts; the same seed, the same ledger."""
    return _Maker(Random(seed)).ledger()


class _Maker:
    """One random ledger; what is made first can be referred to by what is made later."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.parties = ["CN", "US", "EU"][: chance.choice([2, 3])]
        self.topics = ["topic0", "topic1"][: chance.choice([1, 2])]
        self.speakers = self._speakers()
        self.theme = chance.choice(["all", "all", "doing", *THEMES])
        self.commitments = [self._commitment(number) for number in range(chance.choice([1, 1, 2, 2, 3, 4]))]
        self.deadlines: list[Written] = []
        for number in range(5 if self.theme == "tellings" else chance.choice([0, 1, 2, 3, 4, 5])):
            self.deadlines.append(self._deadline(number))
        self.claims: list[Written] = []
        for number in range(chance.randint(5, 25)):
            self.claims.append({"id": f"k{number}"} | self._claim())

    def ledger(self) -> Written:
        """The ledger: claims in another order than they were made in, its defaults taken out of the records."""
        self.chance.shuffle(self.claims)
        return self._with_defaults(
            {
                "format": "truce/2",
                "parties": [{"id": party, "name": party} for party in self.parties],
                "speakers": self.speakers,
                "topics": [{"id": topic, "name": topic} for topic in self.topics],
                "sources": deepcopy(SOURCES),
                "commitments": self.commitments,
                "deadlines": self.chance.sample(self.deadlines, len(self.deadlines)),
                "claims": self.claims,
                "checks": [{"id": f"check{number}"} | self._check() for number in range(self.chance.randint(0, 3))],
            }
        )

    def seldom(self, probability: float = 0.25) -> bool:
        """Whether something happens that does not happen often."""
        return self.chance.random() < probability

    def some(self, values: list[str], number: int) -> list[str]:
        """Some of these, none twice."""
        return sorted(self.chance.sample(values, min(number, len(values))))

    def _speakers(self) -> list[Written]:
        """Of each party one on and one off record, and one to three third parties."""
        of_parties = [
            {"id": f"{party}-{name}", "name": f"{party} {name}", "party": party, "on_record": name == "minister"}
            for party in self.parties
            for name in ("minister", "source")
        ]
        others: list[Written] = [
            {"id": "analyst", "name": "Analyst"},
            {"id": "agency", "name": "Agency"},
            {"id": "rumour", "name": "Rumour", "on_record": False},
        ]
        return [*of_parties, *others[: self.chance.choice([1, 2, 3])]]

    def _commitment(self, number: int) -> Written:
        others = [f"c{other}" for other in range(number)]
        return {
            "id": f"c{number}",
            "summary": f"Commitment {number}",
            "topic": self.chance.choice(self.topics),
            "obligors": self.some(self.parties, self.chance.choice([1, 1, 1, 2])),
            "beneficiaries": self.some(self.parties, self.chance.choice([0, 1, 1, 1, 2])),
            "in_exchange_for": self.some(others, self.chance.choice([0, 0, 1, 2])),
        }

    def _deadline(self, number: int) -> Written:
        """A deadline of either kind; it can replace earlier ones of its kind, mostly of its commitment."""
        deadline: Written = {"id": f"d{number}", "commitment": self.chance.choice(self.commitments)["id"]}
        if self.seldom(0.3):
            deadline["kind"] = "expires"
        if self.seldom(0.3):
            deadline["stated"] = self.chance.choice([*DAYS[:12], "2025-11-03/2025-11-06"])
        deadline |= self._days(deadline)
        kind = deadline.get("kind", "due")
        earlier = [other for other in self.deadlines if other.get("kind", "due") == kind]
        own = [other["id"] for other in earlier if other["commitment"] == deadline["commitment"]]
        replaced = own if own and self.seldom(0.8) else [other["id"] for other in earlier]
        if replaced and self.seldom(0.45):
            deadline["replaces"] = self.some(replaced, self.chance.choice([1, 1, 2]))
        return deadline

    def _days(self, deadline: Written) -> Written:
        """A day, a repeat, a phrase, a day not before, or a clock."""
        form = self.chance.choice(["due"] * 6 + ["repeats", "repeats", "phrase", "from", "clock", "clock", "clock"])
        day = self.chance.choice(DAYS[2:])
        if form == "clock":
            milestones = [each["id"] for each in self.deadlines if "repeats" not in each]
            of = self.chance.choice([*[each["id"] for each in self.commitments], *milestones])
            limit = {"no_later_than": self.chance.choice(DAYS[5:])} if self.seldom(0.3) else {}
            return {"within": self.chance.choice(SPANS), "of": of} | limit
        if form == "from":
            return {"from": day}
        if form == "phrase":
            return {"phrase": f"by {day}", "stated": deadline.get("stated", "2025-11-01")}
        coarse = self.chance.choice(["2025-11", "2025-12"]) if self.seldom(0.1) else day
        if form == "repeats":
            return {"due": day, "repeats": self.chance.choice(REPEATS)}
        return {"due": coarse} | ({"from": "2025-10"} if self.seldom() else {})

    def _claim(self) -> Written:
        claim = self._voice()
        claim["source"] = self.chance.choice(SOURCES)["id"]
        if "published" not in _by_id(SOURCES, claim["source"]) or not self.seldom(0.2):
            claim["said"] = self.chance.choice([*DAYS, *DAYS, *COARSE])
        claim |= self._subject()
        if "commitment" in claim or "commitments" in claim or "answers" in claim:
            claim["stance"] = self.chance.choice([*STANCES, *THEMES[self.theme]])
            claim |= self._of_stance(claim)
        else:
            claim["stance"] = self.chance.choice(["mentions", "declines", "affirms", "reports-progress", "denies"])
        claim |= self._wording(claim)
        if self.claims and self.seldom(0.6 if self.theme == "tellings" else 0.3):
            return self._telling(claim)
        return claim

    def _voice(self) -> Written:
        """A party as such, two parties at once, or a speaker; on record by default or by its own say."""
        voice: Written = {}
        form = self.chance.random()
        if form < 0.6 and self.theme == "figures":
            voice["party"] = "US"
        elif form < 0.35:
            voice["party"] = self.chance.choice(self.parties)
        elif form < 0.45:
            voice["parties"] = self.some(self.parties, 2)
            speakers = [each["id"] for each in self.speakers if each.get("party") in voice["parties"]]
            voice |= {"speaker": self.chance.choice(speakers)} if self.seldom() else {}
        else:
            speaker = self.chance.choice(self.speakers)
            voice["speaker"] = speaker["id"]
            voice |= {"party": speaker["party"]} if "party" in speaker and self.seldom() else {}
        return voice | ({"on_record": self.seldom(0.6)} if self.seldom(0.15) else {})

    def _subject(self) -> Written:
        """One commitment, two, that of another claim which it answers, or a topic alone."""
        form = self.chance.random()
        if form < 0.1:
            return {"topic": self.chance.choice(self.topics)}
        if form < 0.2 and len(self.commitments) > 1:
            return {"commitments": self.some([each["id"] for each in self.commitments], 2)}
        answered = [claim["id"] for claim in self.claims if _commitments(claim, self.claims)]
        if form < 0.3 and answered:
            return {"answers": self.chance.choice(answered)}
        commitment = self.chance.choice(self.commitments)
        own = {"topic": commitment["topic"]} if self.seldom(0.1) else {}
        return {"commitment": commitment["id"]} | own

    def _of_stance(self, claim: Written) -> Written:
        """The keys that go with a stance."""
        stance, commitments = claim["stance"], _commitments(claim, self.claims)
        keys: Written = {}
        nameable = self._nameable(commitments)
        if nameable and self.seldom(0.6):
            keys["deadline"] = self.chance.choice(nameable)
        if stance == "affirms" and self.seldom():
            keys["condition"] = "once the duties are lifted"
        if stance in POSITIONS and self.seldom(0.5):
            keys["quantity"] = self.chance.choice(QUANTITIES)
        return keys | (self._of_report(claim, commitments) if stance in REPORTS else {})

    def _of_report(self, claim: Written, commitments: list[str]) -> Written:
        stance, keys = claim["stance"], {}
        obligors = set.intersection(*(set(_by_id(self.commitments, id)["obligors"]) for id in commitments))
        if obligors and self.seldom(0.3):
            keys["about"] = self.some(sorted(obligors), self.chance.choice([1, 2]))
        if stance == "reports-met" and self.seldom(0.4):
            said = claim.get("said") or _by_id(SOURCES, claim["source"])["published"]
            keys["done"] = (first(said) - timedelta(days=self.chance.randint(0, 6))).isoformat()
        if stance in ("reports-progress", "reports-met") and self.seldom(0.7):
            keys["quantity"] = self.chance.choice(FIGURES)
        if stance == "reports-progress":
            keys |= {"basis": self.chance.choice(BASES)} if self.seldom() else {}
            keys |= {"covers": self.chance.choice(PERIODS)} if self.seldom(0.8) else {}
            for_a_period = 0.95 if self.theme == "figures" else 0.5
            keys |= (
                {"cumulative": False} if self.seldom(for_a_period) else {"cumulative": True} if self.seldom() else {}
            )
        return keys

    def _nameable(self, commitments: list[str]) -> list[str]:
        """Deadlines of these commitments and, where they repeat, their instances."""
        own = [each for each in self.deadlines if each["commitment"] in commitments]
        written = {"parties": [], "commitments": self.commitments, "claims": [], "deadlines": own}
        return sorted({*Ledger(written).milestones, *(each["id"] for each in own)})

    def _wording(self, claim: Written) -> Written:
        """A quote (which stands in the source's text, where it has one), whose words it is, text and form."""
        keys: Written = {"text": "Some words"} if self.seldom() else {}
        if self.seldom(0.5):
            has_text = "text" in _by_id(SOURCES, claim["source"])
            keys["quote"] = self.chance.choice(IN_TEXT if has_text else QUOTES)
        keys |= {"words": self.chance.choice(["own", "reported"])} if self.seldom(0.1) else {}
        keys |= {"instrument": self.chance.choice(INSTRUMENTS)} if self.seldom() else {}
        return keys | ({"modality": "hopes"} if self.seldom(0.1) else {})

    def _telling(self, claim: Written) -> Written:
        """The claim as an account of one made before: the same statement again from another source, or `retells`."""
        other = self.chance.choice(self.claims)
        if self.seldom(0.6):
            again = {key: value for key, value in other.items() if key not in ("id", "source", "quote", "retells")}
            again.setdefault("said", _by_id(SOURCES, other["source"]).get("published"))
            source = {"source": claim["source"]} | ({"quote": claim["quote"]} if "quote" in claim else {})
            return self._changed(again | source)
        shared = set(_commitments(claim, self.claims)) & set(_commitments(other, self.claims))
        topics = _commitments(claim, self.claims) + _commitments(other, self.claims) == [] and (
            claim["topic"] == other["topic"]
        )
        return claim | ({"retells": other["id"]} if shared or topics else {})

    def _changed(self, claim: Written) -> Written:
        """Sometimes another date, figure or basis: a telling can err."""
        nameable = self._nameable(_commitments(claim, self.claims))
        if claim["stance"] in POSITIONS and nameable and self.seldom(0.5):
            claim["deadline"] = self.chance.choice(nameable)
        if "quantity" in claim and self.seldom():
            claim["quantity"] = self.chance.choice(QUANTITIES)
        return claim

    def _check(self) -> Written:
        """A check made on the last day that it covers or later."""
        to = self.chance.randrange(len(DAYS))
        check: Written = {
            "party": self.chance.choice(self.parties),
            "what": "briefings",
            "from": "2025-10",
            "to": DAYS[to],
            "checked": self.chance.choice(DAYS[to:]),
            "by": "kr",
        }
        covered = self.some(self.topics, self.chance.choice([0, 1, 2]))
        return check | ({"topics": covered} if covered else {})

    def _with_defaults(self, ledger: Written) -> Written:
        """Sometimes the commonest source, and a commitment, as defaults of the file instead of in each record."""
        if not self.seldom():
            return ledger
        defaults = {"source": "s1"}
        if all("commitment" in claim or "commitments" in claim for claim in ledger["claims"]):
            defaults["commitment"] = "c0"
        ledger["claims"] = [
            {key: value for key, value in claim.items() if defaults.get(key) != value} for claim in ledger["claims"]
        ]
        return {"format": ledger["format"], "defaults": {"claims": defaults}} | ledger


def _by_id(records: list[Written], id: str) -> Written:
    return next(record for record in records if record["id"] == id)


def _commitments(claim: Written, claims: list[Written]) -> list[str]:
    """The commitments of a claim, also those that it has from the one it answers."""
    if "answers" in claim and not {"commitment", "commitments"} & claim.keys():
        return _commitments(_by_id(claims, claim["answers"]), claims)
    return [claim["commitment"]] if "commitment" in claim else list(claim.get("commitments", []))


def without(ledger: Written, gone: dict[str, set[str]]) -> Written:
    """A ledger without some claims, deadlines or checks, and without what refers to them: still one that loads.

    A claim that had its commitment from a claim which is gone gets it written down; a clock on a date that is gone goes
    too.
    """
    kept = deepcopy(ledger)
    _write_commitments(kept, gone.get("claims", set()))
    dates = {*gone.get("deadlines", set())}
    dates |= {each["id"] for each in kept.get("deadlines", []) if each.get("of", "").partition("@")[0] in dates}
    for name, ids in {**gone, "deadlines": dates}.items():
        kept[name] = [record for record in kept.get(name, []) if record["id"] not in ids]
    for claim in kept["claims"]:
        _drop(claim, "retells", gone.get("claims", set()))
        _drop(claim, "answers", gone.get("claims", set()))
        if claim.get("deadline", "").partition("@")[0] in dates:
            del claim["deadline"]
    for deadline in kept["deadlines"]:
        deadline["replaces"] = [id for id in deadline.get("replaces", []) if id not in dates]
    return kept


def _write_commitments(ledger: Written, gone: set[str]) -> None:
    defaults = ledger.get("defaults", {}).get("claims", {})
    for claim in ledger["claims"]:
        if claim.get("answers") in gone and not {"commitment", "commitments"} & {*claim, *defaults}:
            claim["commitments"] = _commitments(claim, ledger["claims"])


def _drop(record: Written, key: str, gone: set[str]) -> None:
    if record.get(key) in gone:
        del record[key]


def smallest(ledger: Written, fails: Callable[[Written], Any]) -> Written:
    """The ledger without the claims, deadlines and checks that its failure does not need."""
    for _ in range(2):
        for name in ("claims", "deadlines", "checks"):
            for record in list(ledger[name]):
                smaller = without(ledger, {name: {record["id"]}})
                ledger = smaller if fails(smaller) else ledger
    return ledger
