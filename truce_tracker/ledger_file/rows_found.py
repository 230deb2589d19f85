"""What resolving a ledger stands on: the rows and problems that it finds, how a record becomes a row, and how an id
leads to its record or back to itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from truce_tracker.dates import read_date
from truce_tracker.errors import Problem, did_you_mean, quoted
from truce_tracker.ledger_file.format import LISTS, PROPOSED, SINGULAR
from truce_tracker.ledger_file.records import Entries, Record

_SUGGESTIONS = 20  # how many problems get a "did you mean": each one reads through all ids
_SHOWN = 5  # ids of a circle

Row = dict[str, Any]
Cause = tuple[Record | None, str]  # a record, and the key of it from which something follows


@dataclass(slots=True)
class Resolved:
    """The rows of each table, and what was found on the way. Warnings are Problems that stop nothing."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    loaded: Record | None = None  # the first record that comes from a file

    def note(
        self,
        record: Record,
        what: str,
        key: str | None = None,
        item: int | None = None,
        because: Iterable[Cause] = (),
    ) -> None:
        """Note a problem of a record.

        A stored record was right when it was stored, so a file has made it wrong: the problem is shown there, at the
        first of `because` that a file gives.
        """
        cause = record
        if record.file is None:
            kind = SINGULAR[record.list_name]
            what = f"breaks the stored {record.path(key)}: {what}; load that {kind} with it, corrected"
            files = ((each, key) for each, key in because if each and each.file)
            (cause, key), item = next(files, (self.loaded or record, None)), None
        self.problems.append(cause.problem(what, key, item))


def is_whole(record: Record) -> bool:
    """Whether every value that a row cannot be without is there; where one is not, that is noted already."""
    keys = LISTS[record.list_name].items()
    return all(name in record.values for name, key in keys if key.required)


def row_of(record: Record, **more: Any) -> Row:
    """The row of a record: every key that its table has a column for, and `more`."""
    values = record.values
    return {name: values.get(name) for name in _COLUMNS[record.list_name]} | more


def ends_of(key: str, record: Record) -> Row:
    """The columns for the first and last possible day of a date."""
    written = record.text(key)
    when = read_date(written) if written else None
    return {
        f"{key}_first": when.first.isoformat() if when else None,
        f"{key}_last": when.last.isoformat() if when else None,
    }


def first_from_file(entries: Entries) -> Record | None:
    """The first record that a file gives."""
    records = (record for each in entries.values() for record in each.values())
    return next((record for record in records if record.file), None)


def _columns(list_name: str) -> tuple[str, ...]:
    apart = {PROPOSED, "text"} if list_name == "sources" else {PROPOSED}  # a source's text has a table of its own
    return tuple(name for name, key in LISTS[list_name].items() if not key.is_list and name not in apart)


_COLUMNS = {name: _columns(name) for name in LISTS}


class References:
    """Finds the record that an id means.

    Of a list in `incomplete` a record may have been lost to a problem, so that an unknown id there is no problem yet.
    """

    def __init__(self, entries: Entries, found: Resolved, incomplete: Iterable[str]) -> None:
        self.entries = entries
        self.found = found
        self.incomplete = frozenset(incomplete)
        self.suggestions = _SUGGESTIONS
        self.names: dict[str, dict[str, str]] = {}  # list -> name or alias -> id

    def record(self, list_name: str, identity: str | None) -> Record | None:
        """The record of an id; None where there is none, or no id."""
        return self.entries[list_name].get(identity) if identity else None

    def check(self) -> None:
        """Note every id that a file gives and that no record has, and every circle."""
        for name in LISTS:
            for record in self.entries[name].values():
                if record.file is not None:
                    self._check_record(record)
        for list_name, key in (("sources", "based_on"), ("sources", "replaces"), ("deadlines", "replaces")):
            self._check_circles(list_name, key)

    def unknown(self, record: Record, key: str, list_name: str, identity: str, item: int | None = None) -> None:
        """Note that no record of a list has an id."""
        if list_name in self.incomplete:
            return
        hint = ""
        if self.suggestions:
            self.suggestions -= 1
            named = self._by_name(list_name).get(identity.casefold())
            hint = f" (did you mean {named}?)" if named else did_you_mean(identity, self.entries[list_name])
        self.found.note(record, f"there is no {SINGULAR[list_name]} {quoted(identity)}{hint}", key, item)

    def _check_record(self, record: Record) -> None:
        for name, key in LISTS[record.list_name].items():
            if key.refers_to is None or name not in record.values:
                continue
            known = self.entries[key.refers_to]
            if key.is_list:
                for item, identity in enumerate(record.items(name)):
                    if identity not in known:
                        self.unknown(record, name, key.refers_to, identity, item)
            elif record.values[name] not in known:
                self.unknown(record, name, key.refers_to, str(record.values[name]))

    def _by_name(self, list_name: str) -> dict[str, str]:
        if list_name not in self.names:
            self.names[list_name] = {
                name.casefold(): identity
                for identity, record in reversed(self.entries[list_name].items())
                for name in (*record.items("aliases"), record.text("name") or "")
            }
        return self.names[list_name]

    def _check_circles(self, list_name: str, key: str) -> None:
        """Follow each record once; a circle holds at least one record that a file gives, and is noted there."""
        records = self.entries[list_name]
        done: set[str] = set()
        for start in records:
            chain: dict[str, int] = {}
            at: str | None = start
            while at is not None and at in records and at not in done and at not in chain:
                chain[at] = len(chain)
                at = records[at].text(key)
            if at in chain:
                circle = list(chain)[chain[at] :]
                self._note_circle([records[identity] for identity in circle], key)
            done.update(chain)

    def _note_circle(self, circle: list[Record], key: str) -> None:
        record = next((each for each in circle if each.file), circle[0])
        at = circle.index(record)
        ids = [each.id for each in (*circle[at:], *circle[:at], record)]
        shown = ids if len(ids) <= _SHOWN else [*ids[: _SHOWN - 1], "...", ids[-1]]
        self.found.note(record, f"goes round in a circle: {' -> '.join(shown)}", key)
