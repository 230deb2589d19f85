"""All rows of one store into another, whatever the engines: ids, order of entry, `recorded`, history."""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path

from truce_tracker.store.opening import Connection, run_script

_HERE = Path(__file__).parent
_TABLE = re.compile(r'^CREATE TABLE "?(\w+)"? \((.*?)\n\)', re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r'^\t"?(\w+)"? ([A-Z]+)', re.MULTILINE)
_MANY = 5_000  # rows at a time


@cache
def tables() -> dict[str, dict[str, str]]:
    """The tables of a store, each with its columns and their types, as the models have them."""
    text = (_HERE / "tables.sql").read_text(encoding="utf-8")
    kinds = ("VARCHAR", "INTEGER", "BOOLEAN", "JSON", "FLOAT")
    return {
        name: {column: kind for column, kind in _COLUMN.findall(body) if kind in kinds}
        for name, body in _TABLE.findall(text)
    }


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy all rows of all tables into a store that has none."""
    for name, columns in tables().items():
        names = ", ".join(f'"{column}"' for column in columns)
        truths = [place for place, kind in enumerate(columns.values()) if kind == "BOOLEAN"]
        rows = source.execute(f'SELECT {names} FROM "{name}"{_IN_ORDER.get(name, "")}')
        statement = f'INSERT INTO "{name}" ({names}) VALUES ({", ".join("?" * len(columns))})'
        while found := rows.fetchmany(_MANY):
            made = [list(row) for row in found]
            for row in made:
                for place in truths:
                    row[place] = None if row[place] is None else bool(row[place])
            target.executemany(statement, made)


# a table whose order of rows says something that no column does
_IN_ORDER = {"change": " ORDER BY operation, rowid"}


def copy_into_file(source: Connection, target: sqlite3.Connection) -> None:
    """Make the tables of a store in an empty SQLite database, and copy all rows into it."""
    run_script(target, _HERE / "tables.sql")
    run_script(target, _HERE / "search.sql")
    copy_rows(source, target)
