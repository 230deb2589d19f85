"""Loading and exporting in the tests' own words."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from truce_tracker import store
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import Loaded, load
from truce_tracker.ledger_file.read_store import stored_entries, stored_rows
from truce_tracker.ledger_file.writer import write_ledger


def load_at(path: Path, moment: str, text: str) -> Loaded:
    """Load a ledger at a moment."""
    with store.transaction(path) as connection:
        return load(connection, [("ledger.yaml", text.encode())], Act(moment, "load"))


def export(path: Path) -> str:
    """The whole store as a ledger."""
    stream = io.StringIO()
    with store.snapshot(path) as connection:
        write_ledger(stored_entries(connection, stored_rows(connection), texts=True), stream)
    return stream.getvalue()


def rows(path: Path, query: str, *parameters: object) -> list[tuple[Any, ...]]:
    """What a query gives."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, parameters).fetchall()


def counted(loaded: Loaded) -> dict[str, str]:
    """``{"claims": "1 new, 0 changed, 2 unchanged"}`` for the lists that the load brought something to."""
    return {
        name: f"{counts.new} new, {counts.changed} changed, {counts.unchanged} unchanged"
        for name, counts in loaded.counts.items()
        if counts.new + counts.changed + counts.unchanged
    }
