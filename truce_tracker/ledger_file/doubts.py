"""What a file may mean otherwise than it says: warnings, which stop nothing. Only what a file gives is warned of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from truce_tracker.dates import read_date
from truce_tracker.ledger_file.records import Entries, Record
from truce_tracker.ledger_file.rows_found import References, Resolved, circles, shown
from truce_tracker.ledger_file.schedule import REPORTS, Schedule, some
from truce_tracker.vocabulary import DeadlineKind, Stance

_ALONE = (Stance.REPORTS_BREACH, Stance.REPORTS_ENDED)  # they tell of no milestone unless they name one


class Doubts:
    """Looks for what loading warns of, once every record is resolved."""

    def __init__(self, entries: Entries, references: References, schedule: Schedule, found: Resolved) -> None:
        self.entries = entries
        self.references = references
        self.schedule = schedule
        self.found = found
        self.parties = found.children["claim_party"]
        self.commitments = found.children["claim_commitment"]

    def warn(self) -> None:
        """Warn of everything."""
        reports = []
        for claim in self.entries["claims"].values():
            if claim.file is None:
                continue
            if claim.text("stance") in REPORTS:
                reports.append(claim)
            if len(self.commitments[claim.id]) > 1:
                self._warn_of_figures(claim)
        self._warn_of_reports(reports)
        self._warn_of_deadlines()
        self._warn_of_joint_texts()
        self._warn_of_clocks()

    # -- single claims -----------------------------------------------------------------------------------------------

    def _warn_of_figures(self, claim: Record) -> None:
        several = ", ".join(self.commitments[claim.id])
        for key in ("quantity", "basis"):
            if key in claim.values:
                what = f"counts for each of {several}: split the claim where it is said of one of them"
                self.found.warn(claim, what, key)

    def _warn_of_reports(self, reports: list[Record]) -> None:
        if not reports:
            return
        known = _Known(self.entries, self.references, self.schedule)
        for report in reports:
            if report.text("stance") == Stance.REPORTS_BREACH and "about" not in report.values:
                self._warn_of_breach(report)
            if report.text("cumulative") == "false" and "covers" not in report.values:
                what = "is left out of every sum, because it covers no period: give covers"
                self.found.warn(report, what, "quantity" if "quantity" in report.values else "cumulative")
            if report.text("stance") not in _ALONE:
                self._warn_of_milestone(report, known)

    def _warn_of_breach(self, report: Record) -> None:
        for commitment in self.commitments[report.id]:
            record = self.references.record("commitments", commitment)
            obligors = record.items("obligors") if record else []
            if len(obligors) > 1 and not set(obligors) & set(self.parties[report.id]):
                what = f"tells of a breach by nobody: say about whom of {', '.join(obligors)}"
                self.found.warn(report, what, "stance")

    def _warn_of_milestone(self, report: Record, known: _Known) -> None:
        named = report.text("deadline")
        if named is None:
            for commitment in self.commitments[report.id]:
                names = [name for each in known.open(commitment, report) for name in self.schedule.milestones[each]]
                if len(names) > 1:
                    what = (
                        f"reports on {commitment}, which has several milestones: it counts for none of them until one"
                    )
                    self.found.warn(report, f"{what} is named as its deadline ({some(names)})")
        elif named in self.schedule.repeating:
            names = self.schedule.milestones[named]
            what = f"{named} has several milestones: it counts for none of them until one is named ({some(names)})"
            self.found.warn(report, what, "deadline")

    # -- deadlines ---------------------------------------------------------------------------------------------------

    def _warn_of_deadlines(self) -> None:
        named = {(claim.text("deadline") or "").partition("@")[0] for claim in self.entries["claims"].values()}
        for deadline in self.entries["deadlines"].values():
            if deadline.lacks("stated") and deadline.id not in named:
                what = (
                    "nobody knows since when: no claim names it, and it has no stated; it counts from the first claim"
                )
                self.found.warn(deadline, f"{what} on its commitment")

    def _warn_of_clocks(self) -> None:
        """A clock whose start waits, over other clocks, for what it dates itself."""
        clocks = {row["id"]: row for row in self.found.rows["deadline"] if row["within"]}
        on: dict[str, list[str]] = defaultdict(list)  # commitment -> its clocks
        for identity, row in clocks.items():
            on[row["commitment"]].append(identity)
        after = {
            identity: on[row["of_commitment"]] if row["of_commitment"] else [row["of_milestone"]]
            for identity, row in clocks.items()
        }
        for circle in circles(after):
            records = [self.entries["deadlines"][identity] for identity in circle]
            if record := next((each for each in records if each.file), None):
                self.found.warn(record, f"the clocks wait for each other: {shown(circle)}", "of")

    # -- joint texts -------------------------------------------------------------------------------------------------

    def _warn_of_joint_texts(self) -> None:
        """A text of several parties of which only one side's sources give an account may be that side's alone."""
        texts: dict[tuple[object, ...], list[Record]] = defaultdict(list)
        for claim in self.entries["claims"].values():
            if len(parties := self.parties[claim.id]) > 1:
                said = self.schedule.said.get(claim.id)
                about = self.commitments[claim.id] or [claim.text("topic") or ""]
                texts[frozenset(parties), said, *about].append(claim)
        if not any(claim.file for claims in texts.values() for claim in claims):
            return
        sides = _Sides(self.entries, self.parties)
        for claims in texts.values():
            owners = {sides.of(claim.text("source")) for claim in claims}
            owner = owners.pop() if len(owners) == 1 else None
            first = next((claim for claim in claims if claim.file), None)
            if first and owner in self.parties[first.id]:
                what = f"every source of this joint text is of {owner}: what one side alone publishes is its own claim"
                self.found.warn(first, what, "parties")


class _Known:
    """From which day on claims and deadlines are known, as nearly as a warning needs it."""

    def __init__(self, entries: Entries, references: References, schedule: Schedule) -> None:
        self.entries = entries
        self.references = references
        self.schedule = schedule
        self.first_named: dict[str, date] = {}  # deadline -> when the first claim with it became known
        for claim in entries["claims"].values():
            if (named := claim.text("deadline")) and (day := self.day(claim)):
                identity = named.partition("@")[0]
                self.first_named[identity] = min(day, self.first_named.get(identity, day))
        self.due: dict[str, list[Record]] = defaultdict(list)  # commitment -> its deadlines of kind due
        self.moved: dict[str, list[str]] = defaultdict(list)  # deadline -> those that replace it
        for deadline in entries["deadlines"].values():
            if deadline.text("kind") == DeadlineKind.DUE:
                self.due[deadline.text("commitment") or ""].append(deadline)
            for replaced in deadline.items("replaces"):
                self.moved[replaced].append(deadline.id)

    def day(self, claim: Record) -> date | None:
        """The day from which a claim is known: that of its source, if it was not said later."""
        said = self.schedule.said.get(claim.id)
        source = self.references.record("sources", claim.text("source"))
        published = source.text("published") if source else None
        if said is None:
            return None
        return max(said.first, read_date(published).last) if published else said.last

    def open(self, commitment: str, report: Record) -> Iterator[str]:
        """The deadlines of kind due that a report can mean: known when it was, and not moved by then."""
        day = self.day(report)
        for deadline in self.due[commitment]:
            moved = any(self._is_known(each, day) for each in self.moved[deadline.id])
            if deadline.id in self.schedule.milestones and self._is_known(deadline.id, day) and not moved:
                yield deadline.id

    def _is_known(self, identity: str, day: date | None) -> bool:
        deadline = self.references.record("deadlines", identity)
        stated = deadline.text("stated") if deadline else None
        since = read_date(stated).first if stated else self.first_named.get(identity)
        return since is None or day is None or since <= day


class _Sides:
    """Whose a source is: its outlet is a party or one of its speakers, or nobody but that party speaks in the outlet.

    The latter only where its kind is one in which institutions publish; a retelling is as much a side's as what it
    retells.
    """

    def __init__(self, entries: Entries, parties: dict[str, list[str]]) -> None:
        self.sources = entries["sources"]
        self.names: dict[str, str] = {}
        for speaker in entries["speakers"].values():
            if party := speaker.text("party"):
                self.names.update(dict.fromkeys(_names(speaker), party))
        for record in entries["parties"].values():
            self.names.update(dict.fromkeys(_names(record), record.id))
        self.heard: dict[str, set[str]] = defaultdict(set)  # outlet -> who speaks alone in it
        for claim in entries["claims"].values():
            source = self.sources.get(claim.text("source") or "")
            if source and len(who := parties.get(claim.id, [])) < 2:
                self.heard[source.text("outlet") or ""].update(who or ["third party"])

    def of(self, source: str | None) -> str | None:
        """The party whose a source is, or None."""
        seen: set[str] = set()
        while source in self.sources and source not in seen:
            seen.add(source)
            record = self.sources[source]
            if owner := self._owner(record):
                return owner
            source = record.text("based_on")
        return None

    def _owner(self, source: Record) -> str | None:
        outlet = source.text("outlet")
        if outlet is None:
            return None
        if owner := self.names.get(_plain(outlet)):
            return owner
        heard = self.heard[outlet]
        return next(iter(heard)) if source.text("kind") in _OFFICIAL and len(heard) == 1 else None


_OFFICIAL = ("signed-text", "joint-statement", "notice", "fact-sheet", "readout", "order", "transcript")


def _names(record: Record) -> Iterable[str]:
    return map(_plain, (record.id, record.text("name") or record.id, *record.items("aliases")))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")
