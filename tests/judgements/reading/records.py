"""A ledger as written -> what is known of it on a day, with every default of DESIGN section 2 filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from .days import due_day, first_day, last_day, repeated

Ledger = dict[str, Any]
Record = dict[str, Any]

POSITIONS = ("affirms", "affirms-in-part", "denies", "proposes", "withdraws")
REPORTS = ("reports-progress", "reports-met", "reports-unmet")


@dataclass(frozen=True)
class Claim:
    """A claim; `order` is "(first(said), last(said), order of entry)"; `deadline` is as written."""

    id: str
    entry: int
    said: str
    party: str | None
    speaker: str | None
    on_record: bool
    stance: str
    topic: str
    commitment: str | None
    deadline: str | None
    written: Record

    @property
    def first(self) -> date:
        return first_day(self.said)

    @property
    def order(self) -> tuple[date, date, int]:
        return self.first, last_day(self.said), self.entry

    @property
    def reports(self) -> bool:
        return self.stance in REPORTS

    @property
    def binds(self) -> bool:
        """Whether it counts for a party: "background, anonymous and third-party words are kept but bind nobody"."""
        return self.on_record and self.party is not None


@dataclass(frozen=True)
class Commitment:
    """A commitment; parties are sorted: "Rows with several values are sorted by party id"."""

    id: str
    summary: str
    topic: str
    obligors: list[str]
    beneficiaries: list[str]
    in_exchange_for: list[str]

    @property
    def concerned(self) -> list[str]:
        """Obligors and beneficiaries, each once."""
        return sorted({*self.obligors, *self.beneficiaries})


@dataclass(frozen=True)
class Deadline:
    """A deadline; `milestones` are pairs of id and due day."""

    id: str
    commitment: str
    kind: str
    phrase: str | None
    stated: str | None
    replaces: str | None
    milestones: list[tuple[str, date]]


@dataclass(frozen=True)
class Known:
    """A ledger as of a day. `claims` are those that count, in their order; `all_claims` also those said later."""

    as_of: date
    parties: list[str]
    commitments: dict[str, Commitment]
    claims: list[Claim]
    all_claims: list[Claim]
    deadlines: list[Deadline]
    checks: list[Record]

    def on(self, commitment: Commitment) -> list[Claim]:
        """The claims on a commitment that count, in their order."""
        return [claim for claim in self.claims if claim.commitment == commitment.id]


def known(ledger: Ledger, as_of: str) -> Known:
    """What counts by a day: "Only claims with first(said) <= D count"."""
    day = date.fromisoformat(as_of)
    commitments = {record["id"]: _commitment(record) for record in _all(ledger, "commitments")}
    claims = [_claim(ledger, record, entry) for entry, record in enumerate(_all(ledger, "claims"))]
    return Known(
        as_of=day,
        parties=sorted(record["id"] for record in _all(ledger, "parties")),
        commitments=commitments,
        claims=sorted((claim for claim in claims if claim.first <= day), key=lambda claim: claim.order),
        all_claims=claims,
        deadlines=[_deadline(record) for record in _all(ledger, "deadlines")],
        checks=_all(ledger, "checks"),
    )


def _claim(ledger: Ledger, record: Record, entry: int) -> Claim:
    """A claim with "the speaker's party", "the source's `published`", "the commitment's" topic, "the speaker's" record.

    A party that speaks as such, without a speaker, is an institution: on record.
    """
    speaker = _find(ledger, "speakers", record.get("speaker"))
    commitment = _find(ledger, "commitments", record.get("commitment"))
    source = _find(ledger, "sources", record.get("source"))
    return Claim(
        id=record["id"],
        entry=entry,
        said=str(record.get("said", source.get("published"))),
        party=record.get("party", speaker.get("party")),
        speaker=record.get("speaker"),
        on_record=_truth(record.get("on_record", speaker.get("on_record", True))),
        stance=record["stance"],
        topic=str(record.get("topic", commitment.get("topic"))),
        commitment=record.get("commitment"),
        deadline=record.get("deadline"),
        written=record,
    )


def _commitment(record: Record) -> Commitment:
    return Commitment(
        id=record["id"],
        summary=record["summary"],
        topic=record["topic"],
        obligors=sorted(record["obligors"]),
        beneficiaries=sorted(record.get("beneficiaries", [])),
        in_exchange_for=sorted(record.get("in_exchange_for", [])),
    )


def _deadline(record: Record) -> Deadline:
    """A deadline: "without `repeats` has one milestone, with the deadline's id"; else "`<deadline>@<due day>`"."""
    due = due_day(record.get("due"), record.get("phrase"))
    milestones = [(record["id"], due)]
    if "repeats" in record:
        milestones = [(f"{record['id']}@{day.isoformat()}", day) for day in repeated(due, record["repeats"])]
    return Deadline(
        id=record["id"],
        commitment=record["commitment"],
        kind=record.get("kind", "due"),
        phrase=record.get("phrase"),
        stated=record.get("stated"),
        replaces=record.get("replaces"),
        milestones=milestones,
    )


def last_checked(known: Known, parties: list[str], topic: str) -> str | None:
    """The latest `to`: "among checks on that party that were made by D (`checked` <= D) and cover the topic"."""
    days = [
        last_day(check["to"])
        for check in known.checks
        if check["party"] in parties
        and first_day(check["checked"]) <= known.as_of
        and ("topics" not in check or topic in check["topics"])
    ]
    return max(days).isoformat() if days else None


def _all(ledger: Ledger, name: str) -> list[Record]:
    return ledger.get(name) or []


def _find(ledger: Ledger, name: str, wanted: str | None) -> Record:
    return next((record for record in _all(ledger, name) if record["id"] == wanted), {})


def _truth(written: object) -> bool:
    return str(written).lower() == "true"
