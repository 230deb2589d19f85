"""The engine on which tests keep ledgers: SQLite, or the PostgreSQL that $TRUCE_TEST_POSTGRESQL is the address of.

The same tests run on both; `.ci/run` starts a server of its own for the second time.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from truce_tracker import store

SERVER = os.environ.get("TRUCE_TEST_POSTGRESQL")


def empty_ledger() -> store.Place:
    """A place that holds a ledger without records. In a database it is the same one each time, emptied."""
    if SERVER:
        return emptied(_ledger())
    return Path(shutil.copy(_empty_file(), tempfile.mkdtemp()))


def emptied(place: store.Address) -> store.Address:
    """A ledger in a database, without its records."""
    from truce_tracker.store.copying import tables

    with store.transaction(place) as connection:
        names = ", ".join(f'"{name}"' for name in tables())
        connection.execute(f"TRUNCATE {names}")
    return place


@cache
def _ledger() -> store.Address:
    assert SERVER
    place = store.place_of(f"{SERVER}?ledger=test-{os.getpid()}")
    assert isinstance(place, store.Address)
    store.publish(store.create(place), place)
    return place


@cache
def _empty_file() -> Path:
    place = Path(tempfile.mkdtemp()) / "truce.db"
    store.publish(store.create(place), place)
    return place
