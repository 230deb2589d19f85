"""What the store holds -> the records that a ledger file would give: for loading on top of it, and for export.

Only reads. A key that the file left to a default is left out again, so that the default keeps following what it comes
from.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, select

from truce_tracker.ledger_file.format import LISTS, SINGULAR
from truce_tracker.ledger_file.records import Entries, Record, Value
from truce_tracker.model import table

Rows = dict[str, dict[str, dict[str, Any]]]  # table -> id -> row

_CHILDREN = {
    "commitments": {
        "obligors": ("obligor", "party"),
        "beneficiaries": ("beneficiary", "party"),
        "in_exchange_for": ("exchange", "in_exchange_for"),
    },
    "checks": {"topics": ("check_topic", "topic")},
}


def stored_rows(connection: Connection) -> Rows:
    """Every entered row of the store, by table and id, in order of entry."""
    rows: Rows = {}
    for name in SINGULAR.values():
        query = select(table(name)).order_by(table(name).c.entry)
        rows[name] = {row["id"]: dict(row) for row in connection.execute(query).mappings()}
    return rows


def stored_entries(connection: Connection, rows: Rows, texts: bool = False) -> Entries:
    """The records behind the rows; with `texts`, also the stored words of the sources."""
    entries: Entries = {}
    for name, singular in SINGULAR.items():
        children = _children(connection, name)
        entries[name] = {
            identity: Record(name, _values(name, row) | children.get(identity, {}))
            for identity, row in rows[singular].items()
        }
    if texts:
        for source, text in connection.execute(select(table("source_text").c.source, table("source_text").c.text)):
            entries["sources"][source].values["text"] = text
    return entries


def _values(list_name: str, row: dict[str, Any]) -> dict[str, Value]:
    defaults = row["defaults"].split() if list_name == "claims" else ()
    values: dict[str, Value] = {}
    for key in LISTS[list_name]:
        value = row.get(key)
        if key == "deadline":
            value = row["milestone"] or value
        if value is None or value == [] or key in defaults:
            continue
        values[key] = str(value).lower() if isinstance(value, bool) else value
    return values


def _children(connection: Connection, list_name: str) -> dict[str, dict[str, Value]]:
    found: dict[str, dict[str, Value]] = defaultdict(dict)
    for key, (child, column) in _CHILDREN.get(list_name, {}).items():
        columns = table(child).c
        query = select(columns[SINGULAR[list_name]], columns[column]).order_by(columns.place)
        for parent, value in connection.execute(query):
            items = found[parent].setdefault(key, [])
            assert isinstance(items, list)
            items.append(value)
    return found
