"""Rows into a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from truce_tracker.ledger_file.format import LISTED
from truce_tracker.store import Connection


def insert_rows(connection: Connection, name: str, rows: Sequence[dict[str, Any]], into: str | None = None) -> None:
    """Insert rows of a table, which all have the same columns, into it or into another place that has these columns."""
    columns = list(rows[0])
    lists = [column for column in columns if column in LISTED]
    if lists:
        rows = [row | {column: json.dumps(row[column]) for column in lists} for row in rows]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    place = into or f'"{name}"'
    values_of = itemgetter(*columns)
    connection.executemany(f"INSERT INTO {place} ({names}) VALUES ({marks})", [values_of(row) for row in rows])


def update_row(connection: Connection, name: str, row: dict[str, Any]) -> None:
    """Write the values of a row in the place of those that the row of its id has."""
    values = {column: json.dumps(value) if column in LISTED else value for column, value in row.items()}
    names = ", ".join(f'"{column}" = :{column}' for column in values if column != "id")
    connection.execute(f'UPDATE "{name}" SET {names} WHERE id = :id', values)
