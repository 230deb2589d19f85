"""Claims -> rows: who says it, what it is about, which milestone it names, and whether all that agrees."""

from __future__ import annotations

from collections.abc import Iterator

from truce_tracker.errors import quoted
from truce_tracker.ledger_file.records import Entries, Record
from truce_tracker.ledger_file.rows_found import Cause, References, Resolved, is_whole, row_of
from truce_tracker.ledger_file.schedule import Schedule
from truce_tracker.quantities import read_quantity
from truce_tracker.searching import bigrams
from truce_tracker.vocabulary import Stance

_REPORTS = frozenset(stance for stance in Stance if stance.reports)
_DEFAULTED = ("party", "said", "topic", "on_record")


class Claims:
    """Makes the rows of claims, with what their speaker, source and commitment give them by default."""

    def __init__(self, entries: Entries, references: References, schedule: Schedule, found: Resolved) -> None:
        self.entries = entries
        self.references = references
        self.schedule = schedule
        self.found = found

    def fill(self) -> None:
        """Check every claim, and make its row where it is whole."""
        for record in self.entries["claims"].values():
            self._claim_row(record)

    def _claim_row(self, record: Record) -> None:
        said = self.schedule.said.get(record.id)
        party, on_record = self._who(record)
        topic = self._topic(record)
        deadline, milestone = self._milestone(record)
        if not (said and topic and is_whole(record)):
            return
        row = row_of(record)
        row["defaults"] = " ".join(key for key in _DEFAULTED if key not in record.values)
        row["party"], row["on_record"], row["topic"] = party, on_record, topic
        row["said"], row["said_first"], row["said_last"] = said.written, said.first.isoformat(), said.last.isoformat()
        row["deadline"], row["milestone"] = deadline, milestone
        row["bigrams"] = bigrams(row["text"], row["quote"], row["note"])
        row["amount"] = row["unit"] = row["period"] = row["bound"] = None
        if written := row["quantity"]:
            quantity = read_quantity(written)
            row["amount"], row["unit"] = quantity.amount, quantity.unit
            row["period"], row["bound"] = quantity.period, quantity.bound
        self.found.rows["claim"].append(row)

    def _who(self, record: Record) -> tuple[str | None, bool]:
        """The party and whether it is on record: the speaker's where the claim does not say."""
        party, given = record.text("party"), record.text("on_record")
        speaker = self.references.record("speakers", record.text("speaker"))
        if speaker is None:
            if party is None and record.lacks("party") and record.lacks("speaker"):
                self.found.note(record, "names neither a speaker nor a party: who says it?")
            return party, given != "false"
        its_party = speaker.text("party")
        if party != its_party and self._are_known("parties", party, None if speaker.lacks("party") else its_party):
            whose = f"speaks for {its_party}" if its_party else "has no party"
            what = f"party is {party}, but {speaker.id} {whose}: they must agree"
            self.found.note(record, what, "party", because=[(speaker, "party")])
        return its_party, (given or speaker.text("on_record")) == "true"

    def _topic(self, record: Record) -> str | None:
        """The topic: the commitment's where there is one."""
        topic = record.text("topic")
        commitment = self.references.record("commitments", record.text("commitment"))
        if commitment is None:
            if topic is None and record.lacks("topic") and record.lacks("commitment"):
                self.found.note(record, "has neither a commitment nor a topic: what is it about?")
            return topic
        its_topic = commitment.text("topic")
        if topic != its_topic and self._are_known("topics", topic, its_topic):
            what = f"topic is {topic}, but {commitment.id} is about {its_topic}: they must agree"
            self.found.note(record, what, "topic", because=[(commitment, "topic")])
        return its_topic

    def _milestone(self, record: Record) -> tuple[str | None, str | None]:
        """The deadline that a claim names and the milestone: None where it means all, or none."""
        named = record.text("deadline")
        reports = record.text("stance") in _REPORTS
        if named is None:
            if reports and record.lacks("deadline"):
                self._check_unnamed(record)
            return None, None
        identity, at, _ = named.partition("@")
        deadline = self.references.record("deadlines", identity)
        if deadline is None:
            self.references.unknown(record, "deadline", "deadlines", identity)
            return None, None
        self._check_commitment(record, deadline)
        names = self.schedule.milestones.get(identity, [])
        repeats = deadline.text("repeats") is not None
        if at and names and named not in names:
            has = _some(names) if repeats else "no repeats: name it without @"
            what = f"there is no milestone {quoted(named)}: {identity} has {has}"
            self.found.note(record, what, "deadline", because=[(deadline, "repeats")])
        elif repeats and reports and not at and len(names) > 1:
            what = f"{identity} has several milestones: name the one reported on ({_some(names)})"
            self.found.note(record, what, "deadline", because=[(deadline, "repeats")])
        if not repeats:
            return identity, identity
        return identity, named if at else None

    def _check_unnamed(self, record: Record) -> None:
        """A report that names no milestone belongs to the only one of its commitment."""
        commitment = record.text("commitment")
        several = self.schedule.open.get(commitment, []) if commitment else []
        if len(several) > 1:
            what = f"reports on {commitment}, which has several milestones: name one as its deadline ({_some(several)})"
            self.found.note(record, what, because=self._deadlines_of(commitment))

    def _check_commitment(self, record: Record, deadline: Record) -> None:
        """A claim and the deadline that it names are about one commitment."""
        commitment, its_commitment = record.text("commitment"), deadline.text("commitment")
        if commitment == its_commitment or its_commitment is None:
            return
        if commitment is None and record.lacks("commitment"):
            what = f"{deadline.id} is a deadline of {its_commitment}, but the claim has no commitment: give it that one"
        elif self._are_known("commitments", commitment, its_commitment):
            what = f"{deadline.id} is a deadline of {its_commitment}, but the claim is about {commitment}"
        else:
            return
        self.found.note(record, what, "deadline", because=[(deadline, "commitment")])

    def _deadlines_of(self, commitment: str | None) -> Iterator[Cause]:
        for deadline in self.entries["deadlines"].values():
            if commitment in (each.text("commitment") for each in (deadline, deadline.before) if each):
                yield deadline, "commitment"

    def _are_known(self, list_name: str, given: str | None, other: str | None) -> bool:
        """Whether two ids can be held against each other: an id that no record has is a problem of its own."""
        return given in self.entries[list_name] and (other is None or other in self.entries[list_name])


def _some(names: list[str]) -> str:
    return ", ".join(names[:4]) + (f" ... {names[-1]}" if len(names) > 4 else "")
