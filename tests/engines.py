"""The engine on which tests keep ledgers: SQLite, or the PostgreSQL that $TRUCE_TEST_POSTGRESQL is the address of.

The same tests run on both; `.ci/run` starts a server of its own for the second time.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from truce_tracker import store

SERVER = os.environ.get("TRUCE_TEST_POSTGRESQL")


def empty_ledger(name: str = "test") -> store.Place:
    """A place that holds a ledger without records. In a database it is the same one for each name, emptied."""
    if SERVER:
        return emptied(_ledger(name))
    return Path(shutil.copy(_empty_file(), tempfile.mkdtemp(dir=_folder().name)))


def emptied(place: store.Address) -> store.Address:
    """A ledger in a database, without its records."""
    from truce_tracker.store.copying import tables

    with store.transaction(place) as connection:
        names = ", ".join(f'"{name}"' for name in tables())
        connection.execute(f"TRUNCATE {names}")
    return place


@cache
def _ledger(name: str) -> store.Address:
    assert SERVER
    place = store.place_of(f"{SERVER}?ledger={name}-{os.getpid()}")
    assert isinstance(place, store.Address)
    store.publish(store.create(place), place)
    return place


@cache
def _empty_file() -> Path:
    place = Path(_folder().name) / "truce.db"
    store.publish(store.create(place), place)
    return place


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="truce-tests-")


def rows(place: store.Place, query: str, *parameters: object) -> list[tuple[Any, ...]]:
    """What a query gives; of a file as it is, of whatever format."""
    if isinstance(place, Path):
        with closing(sqlite3.connect(place)) as connection:
            return connection.execute(query, parameters).fetchall()
    with store.snapshot(place) as connection:
        return [tuple(row) for row in connection.execute(query, parameters).fetchall()]
