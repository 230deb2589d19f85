"""What follows from the ledger and not from the day that is asked for: worked out once, when it is written.

How each claim counts for each of its parties and commitments, whose doing a report tells of, from when a deadline is
known, and to which milestone a report belongs (sql/derived). Whoever writes a store calls this in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from truce_tracker.judgements import views
from truce_tracker.judgements.views import Connection

_ORDER = ("told_of", "pair", "retells", "known_deadline", "home")
_TABLES = ("known_deadline", "pair", "told_of")


def settle(connection: Connection) -> None:
    """Make anew what a store holds beside the ledger: what follows from it, and the views for other programs."""
    derive(connection)
    views.install(connection)


def out_of_step(connection: Any) -> Iterator[str]:
    """The tables that do not hold what follows from the ledger; works it out again, so that they do."""
    before = {name: _rows(connection, name) for name in _TABLES}
    derive(connection)
    yield from (name for name in _TABLES if _rows(connection, name) != before[name])


def _rows(connection: Any, name: str) -> list[str]:
    return sorted(repr(tuple(row)) for row in connection.execute(f"SELECT * FROM {name}").fetchall())


def derive(connection: Connection) -> None:
    """Work out again all that follows from the ledger as it is now."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    for name in _ORDER:
        path = Path(__file__).with_name("sql") / "derived" / f"{name}.sql"
        connection.execute(path.read_text(encoding="utf-8"))
