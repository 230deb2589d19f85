"""What truce asks SQLite for a listing, as a script for the sqlite3 shell: the same SQL, the same parameters. Of an
address of PostgreSQL, what it asks that, as a script for psql.

    python bench/statements.py truce.db overdue 2025-10-31 20 | sqlite3 truce.db

Run as a program of its own, so that the harness need not import truce.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


class Recorder:
    """Stands in for a connection: passes everything on and keeps the statements."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.script = [".parameter init"]

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        """Note a statement with its parameters, and run it."""
        if isinstance(parameters, Mapping):
            self.script += [f'.parameter set :{name} "{_literal(value)}"' for name, value in parameters.items()]
        spelled = sql
        for value in () if isinstance(parameters, Mapping) else parameters:
            spelled = spelled.replace("?", _literal(value), 1)
        self.script.append(f"{spelled.rstrip()}\n;")
        return self.connection.execute(sql, parameters)

    def executemany(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Note an insert of many rows, and run it."""
        kept = list(rows)
        values = ", ".join(f"({', '.join(map(_literal, row))})" for row in kept)
        if kept:
            self.script.append(f"{sql[: sql.rindex('(')]}{values};")
        self.connection.executemany(sql, kept)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


class DeskRecorder:
    """Stands in for a connection to PostgreSQL: keeps the statements as they are sent."""

    def __init__(self, connection: Any) -> None:
        import psycopg

        self.connection = connection
        self.cursor = psycopg.ClientCursor(connection.raw)
        self.script = [f'SET search_path TO "{connection.schema}";']

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Note a statement with its parameters, and run it."""
        self._note(self.cursor.mogrify(self.connection._statement(sql), parameters))
        return self.connection.execute(sql, parameters)

    def executemany(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Note an insert of many rows, and run it."""
        kept = list(rows)
        for row in kept:
            self._note(self.cursor.mogrify(self.connection._statement(sql), row))
        self.connection.executemany(sql, kept)

    def _note(self, statement: str) -> None:
        from truce_tracker.store.postgresql.connection import _FILLED

        self.script.append(f"{statement};")
        if filled := _FILLED.match(statement):
            self.script.append(f"ANALYZE {filled[1]};")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


def main(db: str, listing: str, as_of: str, limit: str) -> None:
    """Ask a question of a store and print what was asked of SQLite."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from truce_tracker import Ledger

    with Ledger.open(db) as ledger:
        made = Recorder if isinstance(ledger.connection, sqlite3.Connection) else DeskRecorder
        recorder: Any = made(ledger.connection)
        ledger.connection = recorder
        getattr(ledger, listing.replace("-", "_"))(as_of, limit=int(limit))
        print("\n".join(recorder.script))


if __name__ == "__main__":
    main(*sys.argv[1:])
