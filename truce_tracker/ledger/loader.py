"""Ledger files -> the store: merged with what is there, resolved as one whole, written all or nothing.

The caller opens the transaction; nothing here begins, commits or opens a file. Rows go in by SQLAlchemy's bulk insert:
the reader has checked each value with its line, and the tables' CHECKs hold what it promised.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select, update

from truce_tracker.errors import LedgerProblems, Problem
from truce_tracker.ledger.format import LISTS, SINGULAR
from truce_tracker.ledger.reader import LedgerFile, read_ledger
from truce_tracker.ledger.records import Record
from truce_tracker.ledger.resolved import Resolved, Row
from truce_tracker.ledger.resolver import resolve
from truce_tracker.ledger.stored import Rows, stored_entries, stored_rows
from truce_tracker.model import table

Progress = Callable[[str, int, int], object]  # told what is going on, how far it is, and of how much

_CHILD_OF = {
    "obligor": "commitment",
    "beneficiary": "commitment",
    "exchange": "commitment",
    "milestone": "deadline",
    "check_topic": "check",
}
_BATCH = 5_000  # rows written between two reports of progress


@dataclass(slots=True)
class Counts:
    """How many records of a list a load brings: ids that are new, differ from the store's, or are as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Loaded:
    """What a load did, by list, and what it warns of."""

    counts: dict[str, Counts] = field(default_factory=lambda: {name: Counts() for name in LISTS})
    warnings: list[Problem] = field(default_factory=list)


def load(
    connection: Connection,
    files: Sequence[tuple[str, bytes]],
    recorded: str,
    progress: Progress = lambda what, done, total: None,
) -> Loaded:
    """Load ledger files, (name, content) each, into the store behind an open transaction.

    `recorded` is the moment to note on every new row. Raises LedgerProblems with every problem of every file; the
    caller must then roll back (nothing is written before all is checked).
    """
    with _no_garbage_collection():
        return _load(connection, files, recorded, progress)


def _load(connection: Connection, files: Sequence[tuple[str, bytes]], recorded: str, progress: Progress) -> Loaded:
    read = [_read(name, content, progress) for name, content in files]
    rows = stored_rows(connection)
    entries = stored_entries(connection, rows)
    texts = _stored_texts(connection, read)
    for source, text in texts.items():
        entries["sources"][source].values["text"] = text
    loaded = Loaded()
    for found in read:
        for list_name, records in found.records.items():
            _merge(entries[list_name], records, loaded.counts[list_name])
    progress("checking", 0, 1)
    resolved = resolve(entries, {name for found in read for name in found.incomplete})
    problems = [problem for found in read for problem in found.problems] + resolved.problems
    if problems:
        raise LedgerProblems(_in_order(problems, [name for name, _ in files]))
    loaded.warnings = resolved.warnings
    _Writer(connection, recorded, progress).write(rows, texts, resolved)
    return loaded


def _read(name: str, content: bytes, progress: Progress) -> LedgerFile:
    lines = content.count(b"\n") + 1
    return read_ledger(name, content, lambda line: progress(f"reading {name}", line, lines))


def _stored_texts(connection: Connection, read: Sequence[LedgerFile]) -> dict[str, str]:
    """The stored words of those sources for which a file gives some."""
    columns = table("source_text").c
    given = {record.text("id") for found in read for record in found.records["sources"] if record.text("text")}
    found = (connection.execute(select(columns.source, columns.text).where(columns.source == each)) for each in given)
    return {source: text for result in found for source, text in result}


def _merge(stored: dict[str, Record], records: list[Record], counts: Counts) -> None:
    """Put a file's records in: each takes the whole place of the one that had its id, but for a source's words."""
    for record in records:
        before = record.before = stored.get(record.id)
        if before is not None and (words := before.text("text")) and record.list_name == "sources":
            record.values.setdefault("text", words)
        if before is None:
            counts.new += 1
        elif before.values == record.values:
            counts.unchanged += 1
        else:
            counts.changed += 1
        stored[record.id] = record


def _in_order(problems: list[Problem], names: list[str]) -> list[Problem]:
    place = {name: number for number, name in enumerate(names)}
    return sorted(problems, key=lambda problem: (place.get(problem.file, -1), problem.line, problem.column))


class _Writer:
    """Writes what differs, table by table. Rows of a list keep their `entry` and `recorded` for good."""

    def __init__(self, connection: Connection, recorded: str, progress: Progress) -> None:
        self.connection = connection
        self.recorded = recorded
        self.progress = progress

    def write(self, before: Rows, texts: dict[str, str], resolved: Resolved) -> None:
        for name in SINGULAR.values():
            self._write_entered(name, before[name], resolved.rows[name])
            for child in (child for child, parent in _CHILD_OF.items() if parent == name):
                self._write_children(child, name, resolved.rows[child])
        for row in resolved.rows["source_text"]:
            if texts.get(row["source"]) != row["text"]:
                self._replace("source_text", "source", row["source"], [row | {"recorded": self.recorded}])

    def _write_entered(self, name: str, before: dict[str, Row], after: list[Row]) -> None:
        entry = max((row["entry"] for row in before.values()), default=0)
        new = [row for row in after if row["id"] not in before]
        for number, row in enumerate(new, entry + 1):
            row["entry"], row["recorded"] = number, self.recorded
        for start in range(0, len(new), _BATCH):
            self.connection.execute(insert(table(name)), new[start : start + _BATCH])
            self.progress(f"writing {name}", start, len(new))
        identity = table(name).c.id
        for row in after:
            old = before.get(row["id"])
            if old and any(old[column] != value for column, value in row.items()):
                self.connection.execute(update(table(name)).where(identity == row["id"]).values(row))

    def _write_children(self, child: str, parent: str, after: list[Row]) -> None:
        stored = (dict(row) for row in self.connection.execute(select(table(child))).mappings())
        before = _by_parent(parent, stored)
        wanted = _by_parent(parent, after)
        if not before and after:
            self.connection.execute(insert(table(child)), after)
            return
        for identity in before.keys() | wanted.keys():
            if before.get(identity) != wanted.get(identity):
                self._replace(child, parent, identity, wanted.get(identity, []))

    def _replace(self, name: str, column: str, value: str, rows: list[Row]) -> None:
        self.connection.execute(delete(table(name)).where(table(name).c[column] == value))
        if rows:
            self.connection.execute(insert(table(name)), rows)


def _by_parent(parent: str, rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[parent]].append(row)
    for children in found.values():
        children.sort(key=lambda row: (row.get("place", 0), row.get("due", "")))
    return dict(found)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Building many small objects takes twice as long while the collector looks through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
