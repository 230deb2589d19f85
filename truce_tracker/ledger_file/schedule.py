"""When things are: the day of each claim, the due day of each deadline, its milestones, and those a report can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from truce_tracker.dates import EdtfDate, read_date
from truce_tracker.errors import UnreadableValue, quoted
from truce_tracker.ledger_file.records import Entries, Record
from truce_tracker.ledger_file.rows_found import Cause, References, Resolved, ends_of, is_whole, row_of
from truce_tracker.vocabulary import DeadlineKind

if TYPE_CHECKING:
    from truce_tracker.deadlines import Reading


class Schedule:
    """The days of a ledger, as its claims and deadlines give them."""

    def __init__(self, entries: Entries, references: References, found: Resolved) -> None:
        self.entries = entries
        self.references = references
        self.found = found
        self.said: dict[str, EdtfDate] = {}  # claim -> when
        self.milestones: dict[str, list[str]] = {}  # deadline -> the ids of its milestones
        self.open: dict[str, list[str]] = defaultdict(list)  # commitment -> the milestones that a report can mean
        self.first_named: dict[str, EdtfDate] = {}  # deadline -> when the first claim that names it was said
        self.undated: set[str] = set()  # deadlines that a claim names of which it is not known yet when it was said

    def fill(self) -> None:
        """Read every day, and make the rows of deadlines and milestones."""
        self._date_claims()
        for record in self.entries["deadlines"].values():
            if is_whole(record):
                self._deadline_row(record)
        self._find_open_milestones()

    def _date_claims(self) -> None:
        first: dict[str, tuple[Any, ...]] = {}
        for order, (identity, record) in enumerate(self.entries["claims"].items()):
            deadline = (record.text("deadline") or "").partition("@")[0]
            source = self.references.record("sources", record.text("source"))
            written = record.text("said") or (source.text("published") if source else None)
            if written is None:
                if record.lacks("said") and source is not None and source.lacks("published"):
                    what = f"said is missing, and the source {source.id} has no `published` to take instead"
                    self.found.note(record, what, because=[(source, "published")])
                self.undated.add(deadline)
                continue
            said = self.said[identity] = read_date(written)
            if deadline:
                key = (said.first, said.last, order, said)
                first[deadline] = min(first.get(deadline, key), key)
        self.first_named = {deadline: key[-1] for deadline, key in first.items()}

    def _deadline_row(self, record: Record) -> None:
        reading = self._read_phrase(record)
        due = self._due_day(record, reading)
        if due is None:
            return
        from_day = reading.from_day.isoformat() if reading and reading.from_day else None
        if written := record.text("from"):
            from_day = read_date(written).first.isoformat()
        if from_day and from_day > due:
            what = f"from {from_day} comes after the due day {due}"
            self.found.note(record, what, "from", because=self._who_dated(record))
        self.found.rows["deadline"].append(row_of(record, due_day=due, from_day=from_day, **ends_of("stated", record)))
        days = self._milestone_rows(record, due)
        if reading and reading.due and days and reading.due.isoformat() not in (days[0], days[-1]):
            self._warn(record, reading, due)

    def _warn(self, record: Record, reading: Reading, due: str) -> None:
        """Warn of a phrase that reads as another day than `due`, at what a file says of it."""
        causes = [(record, "due"), *self._who_dated(record)]
        cause, key = next(((each, key) for each, key in causes if each and each.file), (None, ""))
        if cause is not None:
            what = f"{quoted(reading.phrase)} reads as {reading.due}, but due says {due}: due holds"
            self.found.warnings.append(cause.problem(what, key))

    def _read_phrase(self, record: Record) -> Reading | None:
        phrase, stated = record.text("phrase"), record.text("stated")
        anchor = read_date(stated) if stated else self.first_named.get(record.id)
        if phrase is None or anchor is None:
            return None
        from truce_tracker.deadlines import read_phrase_between  # 30 ms, and many loads read no phrase

        return read_phrase_between(phrase, anchor.first, anchor.last)

    def _due_day(self, record: Record, reading: Reading | None) -> str | None:
        read = reading.due.isoformat() if reading and reading.due else None
        written, phrase = record.text("due"), record.text("phrase")
        if written:
            return read_date(written).last.isoformat()
        if read or not record.lacks("due"):
            return read
        if phrase is not None:
            self._note_no_day(record, phrase, reading)
        elif record.lacks("phrase"):
            self.found.note(record, "gives no day: it has neither due nor a phrase")
        return None

    def _note_no_day(self, record: Record, phrase: str, reading: Reading | None) -> None:
        if reading is not None:
            no_day = f"no day in {quoted(phrase)}"
            why = "" if reading.rule.startswith("no day") else f" ({reading.rule})"
            what = f"{no_day}{why}: give due, or leave the deadline out"
        elif record.lacks("stated") and record.id not in self.undated and "claims" not in self.references.incomplete:
            what = f"no claim tells when {quoted(phrase)} was said: give stated, or due"
        else:
            return
        self.found.note(record, what, "phrase", because=self._who_dated(record))

    def _who_dated(self, record: Record) -> Iterator[Cause]:
        """What a file changes about the claims that say when the phrase of a deadline was said."""
        for claim in self.entries["claims"].values():
            named = [(each.text("deadline") or "").partition("@")[0] for each in (claim, claim.before) if each]
            if record.id in named:
                yield claim, "said"
                yield self.references.record("sources", claim.text("source")), "published"

    def _milestone_rows(self, record: Record, due: str) -> list[str]:
        """The due days of the milestones, whose rows it makes; none where the rule of a repeat cannot be read."""
        identity, days = record.id, [due]
        if rule := record.text("repeats"):
            from truce_tracker.deadlines import milestones

            try:
                days = [day.isoformat() for day in milestones(rule, read_date(due).first)]
            except UnreadableValue as error:
                self.found.note(record, str(error), "repeats", because=self._who_dated(record))
                return []
        names = [f"{identity}@{day}" for day in days] if rule else [identity]
        self.milestones[identity] = names
        for name, day in zip(names, days, strict=True):
            self.found.rows["milestone"].append({"id": name, "deadline": identity, "due": day})
        return days

    def _find_open_milestones(self) -> None:
        replaced = {record.text("replaces") for record in self.entries["deadlines"].values()}
        for identity, names in self.milestones.items():
            record = self.entries["deadlines"][identity]
            if record.text("kind") == DeadlineKind.DUE and identity not in replaced:
                self.open[str(record.values["commitment"])] += names
