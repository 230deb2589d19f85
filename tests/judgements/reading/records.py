"""A ledger as written -> its records with every default filled in. Nothing here depends on a day asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from .days import first, instances, last, phrase_days

Written = dict[str, Any]

POSITIONS = ("affirms", "affirms-in-part", "denies", "proposes", "withdraws", "drops")
REPORTS = ("reports-progress", "reports-met", "reports-unmet", "reports-breach", "reports-ended")
GIVING = ("affirms", "affirms-in-part", "proposes")
OWN_WORDS = ("signed-text", "joint-statement", "notice", "fact-sheet", "readout", "post", "order", "transcript")
_MARKED = re.compile('"[^"]*"|“[^”]*”|«[^»]*»|「[^」]*」|『[^』]*』|„[^“]*“')


@dataclass(frozen=True, eq=False)
class Source:
    """A document, as far as verdicts look at it."""

    id: str
    outlet: str | None
    published: str | None
    kind: str | None
    based_on: str | None
    text: str | None


@dataclass(frozen=True, eq=False)
class Commitment:
    """A commitment; parties are sorted: "Rows with several values are sorted by party id"."""

    id: str
    summary: str | None
    topic: str
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    in_exchange_for: tuple[str, ...]

    @property
    def other_beneficiaries(self) -> list[str]:
        """Each "beneficiary that is no obligor"."""
        return [party for party in self.beneficiaries if party not in self.obligors]

    @property
    def concerned(self) -> list[str]:
        """Obligors and beneficiaries, each once."""
        return sorted({*self.obligors, *self.beneficiaries})


@dataclass(frozen=True, eq=False)
class Deadline:
    """A deadline with its days; `within` and `of` make it a clock, whose due day depends on reports."""

    id: str
    commitment: str
    kind: str
    phrase: str | None
    stated: str | None
    due: date | None
    from_day: date | None
    repeats: str | None
    replaces: tuple[str, ...]
    within: str | None
    of: str | None
    no_later_than: date | None


@dataclass(frozen=True, eq=False)
class Milestone:
    """One dated instance of a deadline; `due` is None where it has none or where a clock gives it."""

    id: str
    deadline: Deadline
    due: date | None


@dataclass(frozen=True, eq=False)
class Claim:
    """A claim with its defaults. `entry` is its place in the ledger."""

    id: str
    entry: int
    said: str
    parties: tuple[str, ...]
    speaker: str | None
    on_record: bool
    stance: str
    condition: str | None
    commitments: tuple[str, ...]
    topic: str | None
    source: Source
    quantity: str | None
    deadline: str | None
    retells: str | None
    done: str
    basis: str | None
    covers: str | None
    cumulative: bool
    written: Written

    @property
    def reports(self) -> bool:
        """Whether its stance is a report."""
        return self.stance in REPORTS

    @property
    def gives(self) -> bool:
        """Definitions: "it *gives* its deadline and its quantity when its stance is affirms, affirms-in-part or
        proposes: who denies a date did not state it"."""
        return self.stance in GIVING

    @cached_property
    def order(self) -> tuple[date, date, int]:
        """Definitions: "ordered by (first(said), last(said), order of entry)"."""
        return first(self.said), last(self.said), self.entry

    @cached_property
    def known_from(self) -> date:
        """Definitions, Known: "from the later of first(said) and last(published) of its source; where the source has
        no `published`, from last(said)"."""
        if self.source.published is None:
            return last(self.said)
        return max(first(self.said), last(self.source.published))

    @cached_property
    def words(self) -> str | None:
        """Definitions, words: as written, else null without a quote, else own by its instrument, else by the source's
        kind, or where the stored text has the quote inside quotation marks; otherwise reported."""
        if "words" in self.written:
            return str(self.written["words"])
        if "quote" not in self.written:
            return None
        if self.written.get("instrument", self.source.kind) in OWN_WORDS:
            return "own"
        return "own" if _stands_in_marks(self.written["quote"], self.source.text or "") else "reported"


@dataclass(frozen=True, eq=False)
class Pair:
    """Definitions: "A claim with several parties or commitments counts, everywhere below, as one claim for each pair
    (its deadline only for the pair of the deadline's own commitment)"."""

    claim: Claim
    party: str | None
    commitment: str | None
    topic: str
    deadline: str | None
    about: tuple[str, ...]
    place: tuple[int, int]

    @property
    def order(self) -> tuple[Any, ...]:
        """The claim's order; the pairs of one claim by party, then by commitment as the claim has them."""
        return (*self.claim.order, *self.place)

    @property
    def reporter(self) -> str:
        """Definitions: "A *reporter* is a party, or a third-party speaker"."""
        return self.party or f"speaker {self.claim.speaker}"


class Ledger:
    """All records of a ledger; `views` holds what was worked out as of a day."""

    def __init__(self, written: Written) -> None:
        self.written = _with_defaults(written)
        self.views: dict[date, Any] = {}
        self.parties = sorted(record["id"] for record in self._all("parties"))
        self.speakers = {record["id"]: record for record in self._all("speakers")}
        self.sources = {record["id"]: _source(record) for record in self._all("sources")}
        self.commitments = {record["id"]: _commitment(record) for record in self._all("commitments")}
        self.claims = [self._claim(record, entry) for entry, record in enumerate(self._all("claims"))]
        self.deadlines = {record["id"]: self._deadline(record) for record in self._all("deadlines")}
        self.milestones = {each.id: each for deadline in self.deadlines.values() for each in _milestones(deadline)}
        self.checks = self._all("checks")
        self.pairs = sorted((pair for claim in self.claims for pair in self._pairs(claim)), key=lambda pair: pair.order)

    def _all(self, name: str) -> list[Written]:
        return self.written.get(name) or []

    def claims_on_date(self, deadline: str) -> list[Claim]:
        """The claims that name a deadline or report on it, or on one of its instances."""
        return [claim for claim in self.claims if deadline_named(claim.deadline) == deadline]

    def _claim(self, record: Written, entry: int) -> Claim:
        """Defaults: "the speaker's party", "the source's `published`", "the commitment's" topic, "the speaker's"
        record; for `done` "said", for `cumulative` "true"."""
        speaker = self.speakers.get(record.get("speaker", ""), {})
        source = self.sources[record["source"]]
        said = str(record.get("said", source.published))
        return Claim(
            id=record["id"],
            entry=entry,
            said=said,
            parties=tuple(sorted(_several(record, "party", "parties") or _several(speaker, "party", "parties"))),
            speaker=record.get("speaker"),
            on_record=_truth(record.get("on_record", speaker.get("on_record", True))),
            stance=record["stance"],
            condition=record.get("condition"),
            commitments=self._commitments_of(record),
            topic=record.get("topic"),
            source=source,
            quantity=record.get("quantity"),
            deadline=record.get("deadline"),
            retells=record.get("retells"),
            done=str(record.get("done", said)),
            basis=record.get("basis"),
            covers=record.get("covers"),
            cumulative=_truth(record.get("cumulative", True)),
            written=record,
        )

    def _commitments_of(self, record: Written) -> tuple[str, ...]:
        """`answers`: "it confirms, denies or corrects that claim; its commitment is then the default"."""
        own = _several(record, "commitment", "commitments")
        if own or "answers" not in record:
            return tuple(own)
        answered = next(each for each in self._all("claims") if each["id"] == record["answers"])
        return self._commitments_of(answered)

    def _pairs(self, claim: Claim) -> list[Pair]:
        named = self.deadlines.get(deadline_named(claim.deadline))
        return [
            Pair(
                claim=claim,
                party=party,
                commitment=commitment,
                topic=claim.topic or self.commitments[commitment or ""].topic,
                deadline=claim.deadline if named and named.commitment == commitment else None,
                about=self.about(claim, commitment),
                place=(number, place),
            )
            for number, party in enumerate(claim.parties or [None])
            for place, commitment in enumerate(claim.commitments or [None])
        ]

    def about(self, claim: Claim, commitment_id: str | None) -> tuple[str, ...]:
        """Definitions, about: obligors. "Default: for reports-met, -progress and -ended by an obligor, itself; for
        reports-unmet and -breach by an obligor, the other obligors if there are any, else itself; by anybody else, all
        obligors, but a reports-breach by one who is no obligor, where there are several, is about nobody".

        "In a joint text "itself" is the obligors among its parties and "the other obligors" those that are not."
        """
        if not claim.reports or commitment_id is None:
            return ()
        obligors = self.commitments[commitment_id].obligors
        if "about" in claim.written:
            return tuple(party for party in obligors if party in claim.written["about"])
        itself = tuple(party for party in obligors if party in claim.parties)
        others = tuple(party for party in obligors if party not in claim.parties)
        if not itself:
            return () if claim.stance == "reports-breach" and len(obligors) > 1 else obligors
        return others or itself if claim.stance in ("reports-unmet", "reports-breach") else itself

    def _deadline(self, record: Written) -> Deadline:
        """Definitions: "`due`, `from` [...]: `from` means the first day, `due` and `to` the last"; where the phrase
        resolves and `due` is not written, the phrase gives it."""
        from_day, due = self._phrase_days(record)
        return Deadline(
            id=record["id"],
            commitment=record["commitment"],
            kind=record.get("kind", "due"),
            phrase=record.get("phrase"),
            stated=record.get("stated"),
            due=last(record["due"]) if "due" in record else due,
            from_day=first(record["from"]) if "from" in record else from_day,
            repeats=record.get("repeats"),
            replaces=tuple(_list(record.get("replaces"))),
            within=record.get("within"),
            of=record.get("of"),
            no_later_than=last(record["no_later_than"]) if "no_later_than" in record else None,
        )

    def _phrase_days(self, record: Written) -> tuple[date | None, date | None]:
        """A phrase against the day it was said: `stated`, else the first claim with this date."""
        claims = sorted(self.claims_on_date(record["id"]), key=lambda claim: claim.order)
        anchor = record.get("stated") or next((claim.said for claim in claims), None)
        return phrase_days(record["phrase"], anchor) if "phrase" in record and anchor else (None, None)


def deadline_named(written: str | None) -> str:
    """The deadline of a claim's `deadline`, which can be that of one instance: "`<deadline>@<due day>`"."""
    return (written or "").partition("@")[0]


def _with_defaults(written: Written) -> Written:
    """Defaults: "what every record of this file has unless it says otherwise, by list"; "one given in a record
    displaces the other from `defaults`"."""
    filled = dict(written)
    for name, defaults in (written.get("defaults") or {}).items():
        filled[name] = [_filled(record, defaults) for record in written.get(name) or []]
    return filled


def _filled(record: Written, defaults: Written) -> Written:
    displaced = {"party": "parties", "parties": "party", "commitment": "commitments", "commitments": "commitment"}
    return {key: value for key, value in defaults.items() if displaced.get(key) not in record} | record


def _source(record: Written) -> Source:
    return Source(**{key: record.get(key) for key in ("id", "outlet", "published", "kind", "based_on", "text")})


def _commitment(record: Written) -> Commitment:
    return Commitment(
        id=record["id"],
        summary=record.get("summary"),
        topic=record["topic"],
        obligors=tuple(sorted(record["obligors"])),
        beneficiaries=tuple(sorted(record.get("beneficiaries", []))),
        in_exchange_for=tuple(sorted(record.get("in_exchange_for", []))),
    )


def _milestones(deadline: Deadline) -> list[Milestone]:
    """Definitions: "A deadline without `repeats` has one milestone, with the deadline's id; one that repeats has one
    for each instance"."""
    if deadline.repeats is None or deadline.due is None:
        return [Milestone(deadline.id, deadline, deadline.due)]
    days = instances(deadline.repeats, deadline.due)
    return [Milestone(f"{deadline.id}@{day.isoformat()}", deadline, day) for day in days]


def _stands_in_marks(quote: str, text: str) -> bool:
    """Whether every run of a quote (an ellipsis parts runs) stands inside quotation marks of the stored text."""
    marked = [" ".join(passage.split()) for passage in _MARKED.findall(text)]
    runs = [" ".join(run.split()) for run in re.split(r"…|\.\.\.", quote)]
    return all(any(run in passage for passage in marked) for run in runs)


def _several(record: Written, one: str, many: str) -> list[str]:
    return [record[one]] if one in record else list(record.get(many, []))


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def _truth(written: object) -> bool:
    return str(written).lower() == "true"
