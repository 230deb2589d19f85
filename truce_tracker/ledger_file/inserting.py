"""Many rows into a table, by the driver itself: SQLAlchemy takes longer to put the values in order than SQLite to write
them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Connection

from truce_tracker.model import table


def insert_rows(connection: Connection, name: str, rows: Sequence[dict[str, Any]], into: str | None = None) -> None:
    """Insert rows of a table, which all have the same columns, into it or into another place that has these columns."""
    columns = list(rows[0])
    lists = [column for column in columns if isinstance(table(name).c[column].type, JSON)]
    if lists:
        rows = [row | {column: json.dumps(row[column]) for column in lists} for row in rows]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    values_of = itemgetter(*columns)
    connection.exec_driver_sql(
        f"INSERT INTO {into or name} ({names}) VALUES ({marks})", [values_of(row) for row in rows]
    )
