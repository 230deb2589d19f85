"""What resolving a ledger gives: the rows of each table and the problems; and how a record becomes a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from truce_tracker.dates import read_date
from truce_tracker.errors import Problem
from truce_tracker.ledger_file.format import LISTS, PROPOSED, SINGULAR
from truce_tracker.ledger_file.records import Entries, Record

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
