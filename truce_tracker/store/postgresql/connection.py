"""A connection to PostgreSQL that is spoken to as the one to SQLite is: the same SQL, the same marks, the same rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import psycopg
from psycopg import sql
from psycopg.abc import Buffer
from psycopg.adapt import Loader

from truce_tracker.store.postgresql.dialect import translated


class Row(tuple[Any, ...]):
    """A row whose values are found by place and by name."""

    names: Mapping[str, int] = {}

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(self.names[key] if isinstance(key, str) else key)

    def keys(self) -> list[str]:
        """The names of the columns."""
        return list(self.names)


class Cursor:
    """What a statement gave."""

    def __init__(self, found: psycopg.ClientCursor[Any]) -> None:
        self._found = found
        self.rowcount = found.rowcount
        self.description = [(column.name,) for column in found.description or ()]
        names = {name: place for place, (name,) in reversed(list(enumerate(self.description)))}
        self._kind = type("Row", (Row,), {"names": dict(reversed(list(names.items())))})

    def fetchone(self) -> Any:
        """The next row; None behind the last."""
        row = self._found.fetchone()
        return None if row is None else self._kind(row)

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        return [self._kind(row) for row in self._found.fetchall()]

    def fetchmany(self, size: int) -> list[Any]:
        """Some rows."""
        return [self._kind(row) for row in self._found.fetchmany(size)]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.fetchall())


class _Number(Loader):
    """A sum, which PostgreSQL gives as a decimal, as SQLite does."""

    def load(self, data: Buffer) -> int | float:
        """A whole number, or one with a point."""
        written = bytes(data).decode()
        return float(written) if "." in written else int(written)


class Connection:
    """One connection, whose names are those of one ledger: a schema of the database."""

    dialect = "postgresql"
    row_factory: Any = None

    def __init__(self, raw: psycopg.Connection[Any], schema: str) -> None:
        self.raw = raw
        self.schema = schema
        raw.adapters.register_loader("numeric", _Number)
        self._main = sql.Identifier(schema).as_string(raw) + "."

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.raw.info.transaction_status != psycopg.pq.TransactionStatus.IDLE

    def execute(self, text: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Cursor:
        """Run a statement."""
        cursor = psycopg.ClientCursor(self.raw)
        statement = self._statement(text)
        cursor.execute(statement, _given(text, values))
        self._look_at(statement)
        return Cursor(cursor)

    def executemany(self, text: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each row of values."""
        statement = self._statement(text)
        with self.raw.cursor() as cursor:
            cursor.executemany(statement, list(rows))
        self._look_at(statement)

    def install_views(self, views: Mapping[str, str]) -> None:
        """Make views, by name, again where a text is another by now; its comment stands for it."""
        query = """
            SELECT c.relname, obj_description(c.oid, 'pg_class') FROM pg_class AS c
            JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = %s AND c.relkind = 'v'
        """
        made = dict(self.raw.execute(query, (self.schema,)).fetchall())
        wanted = {name: blake2b(text.encode(), digest_size=16).hexdigest() for name, text in views.items()}
        if all(made.get(name) == digest for name, digest in wanted.items()):
            return
        for name in views:
            self.raw.execute(sql.SQL("DROP VIEW IF EXISTS {} CASCADE").format(sql.Identifier(self.schema, name)))
        for name, text in views.items():
            self.execute(f"CREATE VIEW {name} AS {text}")
            comment = sql.SQL("COMMENT ON VIEW {} IS {}")
            self.raw.execute(comment.format(sql.Identifier(self.schema, name), sql.Literal(wanted[name])))

    def close(self) -> None:
        """Let go of the database."""
        self.raw.close()

    def _look_at(self, statement: str) -> None:
        """Have PostgreSQL see what is in a temporary table: else it plans as if there were a thousand rows."""
        if filled := _FILLED.match(statement):
            self.raw.execute(f"ANALYZE {filled[1]}")

    def _statement(self, text: str) -> str:
        return _SCHEMA.sub(self._main, translated(text))


_FILLED = re.compile(r"\s*(?:CREATE TEMPORARY TABLE (?=\w+ AS\s)|INSERT INTO (?:pg_temp\.|\"pg_temp\"\.\")\s*)(\w+)")
_SCHEMA = re.compile(r'"main"\.|\bmain\.')


def _given(text: str, values: Sequence[Any] | Mapping[str, Any]) -> Any:
    """The values as psycopg takes them: numbered marks by name; none at all where there are none."""
    if "?1" in text or "?2" in text:
        return {f"p{number}": value for number, value in enumerate(values, 1)}
    return values
