"""Loading and exporting in the tests' own words."""

from __future__ import annotations

import io

from engines import rows

from truce_tracker import store
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import Loaded, load
from truce_tracker.ledger_file.read_store import stored_entries, stored_rows
from truce_tracker.ledger_file.writer import write_ledger

__all__ = ["counted", "export", "load_at", "rows"]


def load_at(path: store.Place, moment: str, text: str) -> Loaded:
    """Load a ledger at a moment."""
    with store.transaction(path) as connection:
        return load(connection, [("ledger.yaml", text.encode())], Act(moment, "load"))


def export(path: store.Place) -> str:
    """The whole store as a ledger."""
    stream = io.StringIO()
    with store.snapshot(path) as connection:
        write_ledger(stored_entries(connection, stored_rows(connection), texts=True), stream)
    return stream.getvalue()


def counted(loaded: Loaded) -> dict[str, str]:
    """``{"claims": "1 new, 0 changed, 2 unchanged"}`` for the lists that the load brought something to."""
    return {
        name: f"{counts.new} new, {counts.changed} changed, {counts.unchanged} unchanged"
        for name, counts in loaded.counts.items()
        if counts.new + counts.changed + counts.unchanged
    }
