"""What the store holds -> the records that a ledger file would give: for loading on top of it, and for export.

Only reads. A key that the file left to a default is left out again, so that the default keeps following what it comes
from.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from truce_tracker.ledger_file.format import LISTED, LISTS, SIBLINGS, SINGULAR
from truce_tracker.ledger_file.records import Entries, Record, Value
from truce_tracker.ledger_file.rows_found import Children
from truce_tracker.store import Connection, named_rows

Rows = dict[str, dict[str, dict[str, Any]]]  # table -> id -> row
_CHUNK = 500  # values that one statement names

# tables that hold nothing but which ids hang on which row, in the order of the file: the row's column, the ids' column
CHILDREN = {
    "obligor": ("commitment", "party"),
    "beneficiary": ("commitment", "party"),
    "exchange": ("commitment", "in_exchange_for"),
    "deadline_replaces": ("deadline", "replaces"),
    "claim_party": ("claim", "party"),
    "claim_commitment": ("claim", "commitment"),
    "claim_about": ("claim", "party"),
    "check_topic": ("check", "topic"),
}
KEYS: dict[str, dict[str, str]] = {  # list -> the keys of a record that are such tables
    "commitments": {"obligors": "obligor", "beneficiaries": "beneficiary", "in_exchange_for": "exchange"},
    "deadlines": {"replaces": "deadline_replaces"},
    "claims": {"parties": "claim_party", "commitments": "claim_commitment", "about": "claim_about"},
    "checks": {"topics": "check_topic"},
}


def stored_children(connection: Connection, child: str) -> Children:
    """What a table of ids holds, by the row that they hang on."""
    return _hanging(connection.execute(_children_of(child)))


def some_children(connection: Connection, child: str, ids: Iterable[str]) -> Children:
    """What a table of ids holds of some rows."""
    return _hanging(in_chunks(connection, _children_of(child, f'WHERE "{CHILDREN[child][0]}" IN ({{marks}})'), ids))


def _children_of(child: str, condition: str = "") -> str:
    parent, column = CHILDREN[child]
    return f'SELECT "{parent}", "{column}" FROM "{child}" {condition} ORDER BY "{parent}", place'


def _hanging(rows: Iterable[tuple[str, str]]) -> Children:
    found: Children = defaultdict(list)
    for identity, value in rows:
        found[identity].append(value)
    return dict(found)


def in_chunks(connection: Connection, query: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query with so many ``{marks}`` as there are values, asked for some of them at a time."""
    left = iter(values)
    while chunk := list(islice(left, _CHUNK)):
        yield from connection.execute(query.format(marks=", ".join("?" * len(chunk))), chunk)


def stored_rows(connection: Connection) -> Rows:
    """Every entered row of the store, by table and id, in order of entry; the milestones by their day."""
    rows: Rows = {"milestone": some_rows(connection, "milestone", order="due, id")}
    for name in SINGULAR.values():
        rows[name] = some_rows(connection, name)
    return rows


def some_rows(
    connection: Connection, name: str, ids: Iterable[str] | None = None, column: str = "id", order: str = "entry"
) -> dict[str, dict[str, Any]]:
    """The rows of a table by id, in an order, each value of the kind that the model says: all of them, or those that
    have one of the `ids` in a column."""
    if ids is None:
        return _by_id(connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}'))
    query = f'SELECT * FROM "{name}" WHERE "{column}" IN ({{marks}}) ORDER BY {order}'
    made: dict[str, dict[str, Any]] = {}
    left = iter(ids)
    while chunk := list(islice(left, _CHUNK)):
        made |= _by_id(connection.execute(query.format(marks=", ".join("?" * len(chunk))), chunk))
    return made


def _by_id(found: sqlite3.Cursor) -> dict[str, dict[str, Any]]:
    special = [(column, _KINDS[column]) for column, *_ in found.description if column in _KINDS]
    made: dict[str, dict[str, Any]] = {}
    for row in named_rows(found):
        for column, kind in special:
            if row[column] is not None:
                row[column] = kind(row[column])
        made[row["id"]] = row
    return made


_KINDS: dict[str, Callable[[Any], Any]] = {**dict.fromkeys(LISTED, json.loads), "on_record": bool, "cumulative": bool}


def all_children(connection: Connection) -> dict[str, Children]:
    """What every table of ids holds."""
    return {child: stored_children(connection, child) for child in CHILDREN}


def stored_entries(
    connection: Connection, rows: Rows, texts: bool = False, children: dict[str, Children] | None = None
) -> Entries:
    """The records behind the rows; with `texts`, also the stored words of the sources. `children` are those stored,
    where they have been read already."""
    children = children or all_children(connection)
    entries: Entries = {name: entries_of(name, rows[singular], children) for name, singular in SINGULAR.items()}
    if texts:
        for source, text in connection.execute("SELECT source, text FROM source_text"):
            entries["sources"][source].values["text"] = text
    return entries


def entries_of(list_name: str, rows: dict[str, dict[str, Any]], children: dict[str, Children]) -> dict[str, Record]:
    """The records behind some rows of a list, by id; `children` are what hangs on these."""
    entries = {identity: Record(list_name, _values(list_name, row)) for identity, row in rows.items()}
    for key, child in KEYS.get(list_name, {}).items():
        for identity, items in children[child].items():
            _put(entries[identity], key, items, rows[identity])
    return entries


def _values(list_name: str, row: dict[str, Any]) -> dict[str, Value]:
    defaults = row["defaults"].split() if list_name == "claims" else ()
    values: dict[str, Value] = {}
    for key, implied in _IMPLIED[list_name]:
        value = row.get(key)
        if value is None or value == []:
            continue
        if key == "deadline":
            value = row["milestone"] or value
        if key in defaults:
            continue
        value = str(value).lower() if isinstance(value, bool) else value
        if value != implied:
            values[key] = value
    return values


_IMPLIED = {name: [(key, kind.implied) for key, kind in keys.items()] for name, keys in LISTS.items()}


def _put(record: Record, key: str, items: list[str], row: dict[str, Any]) -> None:
    """Give a record the ids of a key: under the key for one where there is one, and not what a default gave it."""
    one = _ONE.get(record.list_name, {}).get(key)
    if one and one in row["defaults"].split():
        return
    if one and len(items) == 1:
        record.values[one] = items[0]
    else:
        record.values[key] = items


_ONE = {name: {several: one for one, several in siblings.items()} for name, siblings in SIBLINGS.items()}
