"""Everything that a store holds, to be compared before and after."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from engines import rows

from truce_tracker import store

Dump = dict[str, list[tuple[Any, ...]]]


def dump(path: store.Place) -> Dump:
    """The rows of every table, in the order in which they stand."""
    if not isinstance(path, Path):
        from truce_tracker.store.copying import tables

        return {name: rows(path, f'SELECT * FROM "{name}"') for name in sorted(tables())}
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}


def is_sound(path: store.Place) -> bool:
    """Whether SQLite finds nothing wrong with the file and every reference leads somewhere; PostgreSQL sees to that."""
    if not isinstance(path, Path):
        return True
    with closing(sqlite3.connect(path)) as connection:
        checked = connection.execute("PRAGMA integrity_check").fetchall()
        return checked == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()
