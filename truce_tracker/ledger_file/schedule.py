"""When things are: the day of each claim, the due day of each deadline, its milestones, what a clock starts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from truce_tracker.dates import EdtfDate, read_date, read_within
from truce_tracker.errors import UnreadableValue, did_you_mean, quoted
from truce_tracker.ledger_file.records import Entries, Record, ids_of
from truce_tracker.ledger_file.rows_found import Cause, References, Resolved, Row, ends_of, is_whole, row_of
from truce_tracker.vocabulary import Stance

if TYPE_CHECKING:
    from truce_tracker.deadlines import Reading

REPORTS = frozenset(stance for stance in Stance if stance.reports)
_CLOCK = ("within", "of", "no_later_than")


class Schedule:
    """The days of a ledger, as its claims and deadlines give them; `before` are the rows of the store."""

    def __init__(
        self, entries: Entries, references: References, found: Resolved, before: Mapping[str, Mapping[str, Row]]
    ) -> None:
        self.entries = entries
        self.references = references
        self.found = found
        self.said: dict[str, EdtfDate] = {}  # claim -> when
        self.milestones: dict[str, list[str]] = {}  # deadline -> the ids of its milestones
        self.repeating: set[str] = set()  # deadlines
        self.first_named: dict[str, EdtfDate] = {}  # deadline -> when the first claim that names it was said
        self.undated: set[str] = set()  # deadlines that a claim names of which it is not known yet when it was said
        self.touched: set[str] = set()  # deadlines of which a file may say otherwise when their phrase was said
        self.before = before
        self.milestones_before: dict[str, list[Row]] = {}  # deadline -> its milestones, by their day
        for row in before["milestone"].values():
            self.milestones_before.setdefault(row["deadline"], []).append(row)

    def fill(self) -> None:
        """Read every day, and make the rows of deadlines and milestones."""
        self._date_claims()
        deadlines = self.entries["deadlines"]
        for record in deadlines.values():
            if is_whole(record):
                if record.file is None and record.id not in self.touched:
                    self._stays(record)
                else:
                    self._deadline_row(record)
                self._check_replaced(record)
        for row in self.found.rows["deadline"]:
            if row["within"]:
                self._start_clock(deadlines[row["id"]], row)

    # -- claims ------------------------------------------------------------------------------------------------------

    def _date_claims(self) -> None:
        first: dict[str, tuple[Any, ...]] = {}
        for order, (identity, record) in enumerate(self.entries["claims"].items()):
            deadline = (record.text("deadline") or "").partition("@")[0]
            source = self.references.record("sources", record.text("source"))
            written = record.text("said") or (source.text("published") if source else None)
            if record.file or (source and source.file):
                before = record.before.text("deadline") if record.before else None
                self.touched |= {deadline, (before or "").partition("@")[0]}
            if written is None:
                if record.lacks("said") and source is not None and source.lacks("published"):
                    what = f"said is missing, and the source {source.id} has no `published` to take instead"
                    self.found.note(record, what, because=[(source, "published")])
                self.undated.add(deadline)
                continue
            said = self.said[identity] = read_date(written)
            if deadline and record.text("stance") not in REPORTS:  # a report says nothing of when the date was set
                key = (said.first, said.last, order, said)
                first[deadline] = min(first.get(deadline, key), key)
        self.first_named = {deadline: key[-1] for deadline, key in first.items()}

    # -- deadlines ---------------------------------------------------------------------------------------------------

    def _stays(self, record: Record) -> None:
        """Keep what was read of a stored deadline; what starts its clock may be another thing by now."""
        identity = record.id
        self.found.rows["deadline"].append(
            {**self.before["deadline"][identity], "of_commitment": None, "of_milestone": None}
        )
        rows = self.milestones_before[identity]
        self.found.rows["milestone"] += rows
        self.milestones[identity] = [row["id"] for row in rows]
        if record.text("repeats"):
            self.repeating.add(identity)

    def _deadline_row(self, record: Record) -> None:
        row = row_of(record, **dict.fromkeys(_READ), **ends_of("stated", record))
        if all(record.lacks(key) for key in _CLOCK):
            reading = self._read_phrase(record)
            if not self._read_days(record, reading, row):
                return
            days = self._milestone_rows(record, row["due_day"])
            if reading and reading.due and days and reading.due.isoformat() not in (days[0], days[-1]):
                self._warn_of_due(record, reading, f"reads as {reading.due}", row["due_day"])
            elif reading and _SEVERAL in reading.rule and len(days) == 1:
                self._warn_of_due(record, reading, _SEVERAL, row["due_day"])
        else:
            self._check_clock(record)
            self._read_clock(record, row)
            self._milestone_rows(record, None)
        self.found.rows["deadline"].append(row)

    def _read_days(self, record: Record, reading: Reading | None, row: Row) -> bool:
        """Fill the day by which, and the one from which on. False where there is neither."""
        due, start = record.text("due"), record.text("from")
        if due:
            row["due_day"] = read_date(due).last.isoformat()
        elif reading and reading.due:
            row["due_day"] = reading.due.isoformat()
        if start:
            row["from_day"] = read_date(start).first.isoformat()
        elif reading and reading.from_day and reading.from_day.isoformat() <= (row["due_day"] or "9999-12-31"):
            row["from_day"] = reading.from_day.isoformat()  # a phrase that begins after `due` does not hold
        if row["due_day"] is None and row["from_day"] is None:
            if record.lacks("due") and record.lacks("from"):
                self._note_no_day(record, reading)
            return False
        if row["due_day"] and row["from_day"] and row["from_day"] > row["due_day"]:
            what = f"from {row['from_day']} comes after the due day {row['due_day']}"
            self.found.note(record, what, "from", because=self._who_dated(record))
        return True

    def _read_phrase(self, record: Record) -> Reading | None:
        phrase, stated = record.text("phrase"), record.text("stated")
        anchor = read_date(stated) if stated else self.first_named.get(record.id)
        if phrase is None or anchor is None:
            return None
        from truce_tracker.deadlines import read_phrase_between  # 30 ms, and many loads read no phrase

        return read_phrase_between(phrase, anchor.first, anchor.last)

    def _note_no_day(self, record: Record, reading: Reading | None) -> None:
        phrase = record.text("phrase")
        if phrase is None:
            if record.lacks("phrase"):
                self.found.note(record, "gives no day: it has neither due nor a phrase, neither from nor within")
            return
        if reading is not None:
            no_day = f"no day in {quoted(phrase)}"
            if _SEVERAL in reading.rule:
                what = f"{no_day}: {reading.rule}"
            else:
                why = "" if reading.rule.startswith("no day") else f" ({reading.rule})"
                what = f"{no_day}{why}: give due, or leave the deadline out"
        elif record.lacks("stated") and record.id not in self.undated and "claims" not in self.references.incomplete:
            what = f"no claim tells when {quoted(phrase)} was said: give stated, or due"
        else:
            return
        self.found.note(record, what, "phrase", because=self._who_dated(record))

    def _warn_of_due(self, record: Record, reading: Reading, reads: str, due: str) -> None:
        """Warn of a phrase that reads as another day than `due`, at what a file says of it."""
        causes = [(record, "due"), *self._who_dated(record)]
        cause, key = next(((each, key) for each, key in causes if each and each.file), (None, ""))
        if cause is not None:
            what = f"{quoted(reading.phrase)} {reads}, but due says {due}: due holds"
            self.found.warn(cause, what, key)

    def _who_dated(self, record: Record) -> Iterator[Cause]:
        """What a file changes about the claims that say when the phrase of a deadline was said."""
        for claim in self.entries["claims"].values():
            named = [(each.text("deadline") or "").partition("@")[0] for each in (claim, claim.before) if each]
            if record.id in named:
                yield claim, "said"
                yield self.references.record("sources", claim.text("source")), "published"

    def _check_replaced(self, record: Record) -> None:
        """What was moved is of the same kind as what it was moved to."""
        self.found.children["deadline_replaces"][record.id] = record.items("replaces")
        kind = record.text("kind")
        for item, identity in enumerate(record.items("replaces")):
            other = self.references.record("deadlines", identity)
            its_kind = other.text("kind") if other else None
            if other and (record.file or other.file) and kind and its_kind and kind != its_kind:
                what = (
                    f"{record.id} is of kind {kind}, but {identity} of kind {its_kind}: a date replaces one of its kind"
                )
                self.found.note(record, what, "replaces", item, because=[(other, "kind")])

    def _milestone_rows(self, record: Record, due: str | None) -> list[str | None]:
        """The due days of the milestones, whose rows it makes; none where the rule of a repeat cannot be read."""
        identity, rule = record.id, record.text("repeats")
        days: list[str | None] = [due]
        if rule and due:
            from truce_tracker.deadlines import milestones

            try:
                days = [day.isoformat() for day in milestones(rule, read_date(due).first)]
            except UnreadableValue as error:
                self.found.note(record, str(error), "repeats", because=self._who_dated(record))
                return []
            self.repeating.add(identity)
        elif rule and all(record.lacks(key) for key in _CLOCK):
            self.found.note(record, "repeats needs a due day, that of its first instance", "repeats")
        names = [f"{identity}@{day}" for day in days] if identity in self.repeating else [identity]
        self.milestones[identity] = names
        for name, day in zip(names, days, strict=True):
            self.found.rows["milestone"].append({"id": name, "deadline": identity, "due": day})
        return days

    # -- clocks ------------------------------------------------------------------------------------------------------

    def _check_clock(self, record: Record) -> None:
        for key, needs in (("within", "of"), ("of", "within"), ("no_later_than", "within")):
            if not record.lacks(key) and record.lacks(needs):
                self.found.note(record, f"{key} goes with {needs}, which is missing: {_CLOCK_NEEDS[key]}", key)
        for key, instead in (("due", "write no_later_than for the last day"), ("repeats", "a clock runs once")):
            if not record.lacks("within") and not record.lacks(key):
                what = f"{key} and within exclude each other: take one of them out ({instead})"
                self.found.note(record, what, key)

    def _read_clock(self, record: Record, row: Row) -> None:
        row["due"] = None
        if within := record.text("within"):
            length = read_within(within)
            row["within_count"], row["within_unit"] = length.count, length.unit
        if last := record.text("no_later_than"):
            row["no_later_than_day"] = read_date(last).last.isoformat()
        if start := record.text("from"):
            row["from_day"] = read_date(start).first.isoformat()

    def _start_clock(self, record: Record, row: Row) -> None:
        """Find the commitment or the milestone that a clock starts from."""
        identity = record.text("of")
        if identity is None:
            return
        deadline = identity.partition("@")[0]
        is_commitment = identity in self.entries["commitments"]
        is_milestone = identity in self.milestones.get(deadline, ())
        if is_commitment and is_milestone:
            what = f"{quoted(identity)} is the id of a commitment and of a milestone: give one of them another id"
            self.found.note(record, what, "of", because=[(self.entries["commitments"][identity], "id"),
                                                         (self.entries["deadlines"][deadline], "id")])  # fmt: skip
        elif is_commitment:
            row["of_commitment"] = identity
        elif is_milestone:
            row["of_milestone"] = identity
        else:
            self._note_no_start(record, identity, deadline)

    def _note_no_start(self, record: Record, identity: str, deadline: str) -> None:
        names = self.milestones.get(deadline)
        if names and deadline in self.repeating:
            what = f"{deadline} has several milestones: name the one that starts the clock ({some(names)})"
        elif names:
            what = f"there is no milestone {quoted(identity)}: {deadline} has no repeats: name it without @"
        elif deadline in self.entries["deadlines"]:
            return  # what is wrong with that one is told already
        elif self.references.incomplete & {"commitments", "deadlines"}:
            return
        else:
            known = [
                *ids_of(self.entries["commitments"]),
                *(name for each in self.milestones.values() for name in each),
            ]
            what = f"there is no commitment or milestone {quoted(identity)}{did_you_mean(identity, known)}"
        self.found.note(record, what, "of", because=[(self.entries["deadlines"].get(deadline), "repeats")])


def some(names: list[str]) -> str:
    """A few names of many, as a message shows them."""
    return ", ".join(names[:4]) + (f" ... {names[-1]}" if len(names) > 4 else "")


_SEVERAL = "names a day in each of several periods"  # as the rule of a reading says it; it tells what to write, too
_READ = (
    "due_day", "from_day", "within_count", "within_unit", "of_commitment", "of_milestone", "no_later_than_day",
)  # fmt: skip
_CLOCK_NEEDS = {
    "within": "name the commitment or the milestone whose doing starts the clock",
    "of": "say how long the clock runs, such as 30 days",
    "no_later_than": "write due for a date without a clock",
}
