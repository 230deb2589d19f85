"""What one ledger file holds, and how a record that was read is taken into it, whatever the notation of the file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from truce_tracker.errors import Problem
from truce_tracker.ledger_file.format import LISTS, PROPOSED, SINGULAR
from truce_tracker.ledger_file.records import Place, Record


@dataclass(slots=True)
class LedgerFile:
    """What one file holds: its records by list, in order, and everything that is wrong with it.

    Records that are only proposed are kept apart, and what is wrong with them is nobody's concern yet.
    `incomplete` names the lists of which a record may have been lost to a problem: an id that seems unknown there may
    be one of those.
    """

    name: str
    records: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    proposed: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    problems: list[Problem] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)


class Intake:
    """Takes records into a LedgerFile: defaults filled, what is missing noted, an id kept once."""

    def __init__(self, found: LedgerFile) -> None:
        self.found = found
        self.seen: dict[str, dict[str, Place]] = {name: {} for name in LISTS}

    def take(self, record: Record, path: str, since: int) -> None:
        """Take a record in.

        `path` is how its problems have named it so far, and `since` how many problems there were before it.
        """
        if record.values.pop(PROPOSED, "false") == "true":
            self._put_aside(record, since)
            return
        self._finish(record)
        if len(self.found.problems) > since:
            self._name_path(record, path, since)

    def _put_aside(self, record: Record, since: int) -> None:
        del self.found.problems[since:]
        _fill_defaults(record)
        if record.text("id"):
            self.found.proposed[record.list_name].append(record)

    def _finish(self, record: Record) -> None:
        """Fill defaults, note what is missing, and an id that another record of the list has already."""
        _fill_defaults(record)
        for name, key in LISTS[record.list_name].items():
            if key.required and name not in record.values and name not in record.places:
                self.found.problems.append(record.problem(f"{name} is missing"))
        identity = record.text("id")
        if identity is None:
            self.found.incomplete.add(record.list_name)
            return
        first = self.seen[record.list_name].setdefault(identity, record.start)
        if first != record.start:
            what = f"the id {identity!r} is taken by the {SINGULAR[record.list_name]} in line {(first >> 32) + 1}"
            self.found.problems.append(record.problem(what, "id"))
        else:
            self.found.records[record.list_name].append(record)

    def _name_path(self, record: Record, path: str, since: int) -> None:
        """Problems that were noted before the id was known name the record by its number: name it as the others do."""
        if identity := record.text("id"):
            noted = self.found.problems
            for place in range(since, len(noted)):
                named = noted[place].path.replace(path, f"{record.list_name}[{identity}]", 1)
                noted[place] = replace(noted[place], path=named)


def _fill_defaults(record: Record) -> None:
    for name, key in LISTS[record.list_name].items():
        if key.default is not None:
            record.values.setdefault(name, key.default)
