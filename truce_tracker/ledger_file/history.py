"""Every change of every record, kept: by which command, when, by whom, and what was there before.

A command is an operation, and each record that it touches one change. A change holds only the values that were others
before; what a record said at any time follows from what it says now, walking back. Nothing here is ever rewritten: to
take a command back is another one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import groupby
from typing import Any, NamedTuple

from truce_tracker.ledger_file.format import SINGULAR
from truce_tracker.ledger_file.inserting import insert_rows
from truce_tracker.ledger_file.read_store import stored_entries, stored_rows
from truce_tracker.ledger_file.records import Value
from truce_tracker.ledger_file.three_way import Values
from truce_tracker.rows.log import told
from truce_tracker.store import Connection, named_rows

EMPTY = "0" * 16  # the revision of an empty ledger
BEFORE_HISTORY = "entered before history was kept"

Key = tuple[str, str]  # a record's list and its id


@dataclass(frozen=True, slots=True)
class Act:
    """A command that changes the ledger: the moment (UTC, to the second), as it was typed, and by whom."""

    moment: str
    command: str
    by: str | None = None

    def as_user(self, user: str | None) -> Act:
        """The same, with the user of the database who writes behind the name that was given."""
        if user is None or user == self.by:
            return self
        return replace(self, by=f"{self.by} ({user})" if self.by else user)

    def proposed(self, proposers: Mapping[str, Sequence[str]]) -> Act:
        """The same with those who proposed its records, a person apart; of several, which records each."""
        if not proposers:
            return self
        several = len(proposers) > 1
        told = (f"{who} ({', '.join(ids)})" if several else who for who, ids in proposers.items())
        return replace(self, command=f"{self.command} [proposed by {'; '.join(told)}]")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a record said once; `values` are None where it was not there."""

    values: dict[str, Value] | None
    entry: int | None = None
    recorded: str | None = None


@dataclass(slots=True)
class Changed:
    """One record before and after, None where it is not there. `entry` and `recorded` are those that it had; a record
    that is `put_back` gets those again that it had then."""

    list_name: str
    id: str
    before: Values | None
    after: Values | None
    entry: int | None = None
    recorded: str | None = None
    was: str | None = None
    put_back: Earlier | None = None

    @property
    def keys(self) -> list[str]:
        """The keys whose values differ, in the order of the record."""
        before, after = self.before or {}, self.after or {}
        return [key for key in {**before, **after} if before.get(key) != after.get(key)]

    def told(self) -> list[str]:
        """What is done to it, a line for each value: ``claims k1: stance affirms -> denies``."""
        return told(self.list_name, self.id, self.before, self.after, self.was)


def digest_of(list_name: str, values: Values) -> str:
    """16 hexadecimal digits that stand for all that a record says."""
    said = json.dumps([list_name, *sorted(values.items())], ensure_ascii=False, separators=(",", ":"))
    return blake2b(said.encode(), digest_size=8).hexdigest()


def revision_after(before: str, digests: Iterable[str]) -> str:
    """The revision once records with these digests have come or gone; in whatever order, it is the same."""
    number = int(before, 16)
    for digest in digests:
        number ^= int(digest, 16)
    return f"{number:016x}"


def last_operation(connection: Connection) -> int:
    """The number of the last operation; 0 where there is none yet."""
    return int(connection.execute("SELECT COALESCE(MAX(number), 0) FROM operation").fetchone()[0])


def revision(connection: Connection) -> str:
    """What the ledger holds now, in 16 hexadecimal digits: equal for equal ledgers."""
    found = connection.execute("SELECT revision FROM operation ORDER BY number DESC LIMIT 1").fetchone()
    if found is not None:
        return str(found[0])
    entries = stored_entries(connection, stored_rows(connection), texts=True)
    return revision_after(EMPTY, (digest_of(name, each.values) for name in entries for each in entries[name].values()))


def operation_at(connection: Connection, revision: str) -> int | None:
    """The last operation after which the ledger was at a revision."""
    (found,) = connection.execute("SELECT MAX(number) FROM operation WHERE revision = ?", (revision,)).fetchone()
    return None if found is None else int(found)


def keep(connection: Connection, act: Act, changes: Iterable[Changed], takes_back: Iterable[int] = ()) -> int | None:
    """Keep what a command does to records, and the commands that it takes back; gives its number.

    Nothing is kept of a command that changes nothing.
    """
    rows, digests = [], []
    for change in changes:
        before = digest_of(change.list_name, change.before) if change.before is not None else None
        after = digest_of(change.list_name, change.after) if change.after is not None else None
        if before == after:
            continue
        digests += [each for each in (before, after) if each]
        rows.append(_row(change, after))
    taken = " ".join(map(str, takes_back)) or None
    if not rows and not taken:
        return None
    number = last_operation(connection) + 1
    held = revision_after(revision(connection), digests)
    _write(connection, Written(number, act.moment, act.command, act.by, taken, held), rows)
    return number


class Written(NamedTuple):
    """An operation as it is written, but for its digest."""

    number: int
    moment: str
    command: str
    by: str | None
    takes_back: str | None
    revision: str


def _write(connection: Connection, operation: Written, rows: Sequence[dict[str, Any]]) -> None:
    before = connection.execute("SELECT digest FROM operation WHERE number = ?", (operation.number - 1,)).fetchone()
    digest = chained(before and before[0], operation, (tuple(row.values()) for row in rows))
    insert_rows(connection, "operation", [{**operation._asdict(), "digest": digest}])
    if rows:
        insert_rows(connection, "change", [{"operation": operation.number, **row} for row in rows])


def chained(before: str | None, operation: Written, changes: Iterable[tuple[Any, ...]]) -> str:
    """The digest of an operation: of that of the one before, itself, and its changes in their order."""
    said = blake2b(json.dumps([before, *operation], ensure_ascii=False).encode(), digest_size=8)
    for change in changes:
        said.update(json.dumps(change, ensure_ascii=False).encode())
    return said.hexdigest()


def _row(change: Changed, digest: str | None) -> dict[str, Any]:
    before = after = None
    if change.before is not None and change.after is None:
        before = json.dumps(change.before, ensure_ascii=False)
    elif change.before is not None and change.after is not None:
        before, after = (
            json.dumps({key: values.get(key) for key in change.keys}, ensure_ascii=False)
            for values in (change.before, change.after)
        )
    return {
        "list": change.list_name,
        "id": change.id,
        "was": change.was,
        "before": before,
        "after": after,
        "entry": change.entry if digest is None else None,
        "recorded": change.recorded,
        "digest": digest,
    }


def begin(connection: Connection) -> None:
    """Where records are older than their history, keep that they were entered, in the order of their moments."""
    if last_operation(connection):
        return
    rows = stored_rows(connection)
    if not any(rows[name] for name in SINGULAR.values()):
        return
    entries = stored_entries(connection, rows, texts=True)
    found = [
        (rows[singular][identity]["recorded"], Changed(name, identity, None, record.values))
        for name, singular in SINGULAR.items()
        for identity, record in entries[name].items()
    ]
    found.sort(key=lambda each: each[0])
    held = EMPTY
    for number, (moment, together) in enumerate(groupby(found, key=lambda each: each[0]), 1):
        digests = [(change, digest_of(change.list_name, change.after or {})) for _, change in together]
        held = revision_after(held, (digest for _, digest in digests))
        changes = [_row(change, digest) for change, digest in digests]
        _write(connection, Written(number, moment, BEFORE_HISTORY, None, None, held), changes)


# -- walking back ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kept:
    """A change as it is kept: `before` are the values that were others (all of a removed record), None of a new one."""

    operation: int
    key: Key
    before: dict[str, Value | None] | None
    entry: int | None
    recorded: str | None
    was: str | None
    removed: bool


def changes_after(connection: Connection, operation: int) -> Iterator[Kept]:
    """All changes since an operation, the newest first."""
    query = "SELECT * FROM change WHERE operation > ? ORDER BY operation DESC, list DESC, id DESC"
    return map(_kept, named_rows(connection.execute(query, (operation,))))


def _kept(row: Mapping[str, Any]) -> Kept:
    before = json.loads(row["before"]) if row["before"] is not None else None
    key = (row["list"], row["id"])
    return Kept(row["operation"], key, before, row["entry"], row["recorded"], row["was"], row["digest"] is None)


def before(kept: Kept, after: Earlier) -> Earlier:
    """What a record said before a change, by what it said after it."""
    if kept.before is None:
        return Earlier(None)
    if kept.removed:
        return Earlier(_given(kept.before), kept.entry, kept.recorded)
    return Earlier(_given({**(after.values or {}), **kept.before}), after.entry, kept.recorded)


def _given(values: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value is not None}


def as_of(changes: Iterable[Kept], now: Callable[[Key], Earlier]) -> dict[Key, Earlier]:
    """What each record said before these changes, which begin with the newest; `now` tells what a record says."""
    found: dict[Key, Earlier] = {}
    for kept in changes:
        found[kept.key] = before(kept, found[kept.key] if kept.key in found else now(kept.key))
    return found
