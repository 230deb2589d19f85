"""How a question is asked: its SQL file, its parameters, and the temporary tables that it builds on.

A question that needs another's answer reads it from a temporary table: `_PREPARED` says which file fills which.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypedDict, TypeVar

from truce_tracker import store

Row = TypeVar("Row")
Day = str | date  # ISO text, or a date
_ALL = 2**62  # rows: more than any store holds

# temporary table -> the file that fills it, the tables it needs first, and its key
_PREPARED: dict[str, tuple[str, tuple[str, ...], str | None]] = {
    "position": ("positions", (), "commitment, party"),
    "standing": ("standings", ("position",), "commitment, party"),
    "status": ("statuses", ("standing",), "commitment"),
    "report": ("reports", (), None),
    "milestone_state": ("milestones", ("report",), "milestone"),
}


class Filters(TypedDict, total=False):
    """What a question lets through. Ids must exist; `since` and `until` are ISO days, both included."""

    party: Iterable[str]
    speaker: Iterable[str]
    topic: Iterable[str]
    commitment: Iterable[str]
    source: Iterable[str]
    stance: Iterable[str]
    since: str | None
    until: str | None
    search: str | None
    limit: int | None


class Answer(list[Row], Generic[Row]):
    """The rows of an answer; `total` counts those that a limit kept away too."""

    def __init__(self, rows: Iterable[Row], total: int | None = None) -> None:
        super().__init__(rows)
        self.total = len(self) if total is None else total


class Asker:
    """A store, open for questions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        self.connection = connection
        self._prepared: dict[str, str] = {}  # temporary table -> the day it was filled for

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a store to ask. Raises StoreError where it cannot be read."""
        return cls(store.open_reading(Path(path)))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _ask(self, name: str, as_of: Day, filters: Filters, *needs: str, **more: object) -> list[sqlite3.Row]:
        for table in needs:
            self._prepare(table, as_of)
        return self.connection.execute(_sql(name), _parameters(as_of, filters) | more).fetchall()

    def _prepare(self, table: str, as_of: Day) -> None:
        if self._prepared.get(table) == str(as_of):
            return
        name, needs, key = _PREPARED[table]
        for needed in needs:
            self._prepare(needed, as_of)
        self.connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        self.connection.execute(f"CREATE TEMP TABLE {table} AS {_sql(name)}", {"as_of": str(as_of)})
        if key:
            self.connection.execute(f"CREATE UNIQUE INDEX temp.{table}_key ON {table} ({key})")
        self._prepared[table] = str(as_of)

    def _table(self, table: str, order: str = "commitment, party") -> list[sqlite3.Row]:
        return self.connection.execute(f"SELECT * FROM temp.{table} ORDER BY {order}").fetchall()

    def _total(self, name: str, as_of: Day, filters: Filters, shown: int) -> int:
        """How many rows there are without the limit; counted only where the limit was reached."""
        if shown < (filters.get("limit") or _ALL):
            return shown
        unlimited = _parameters(as_of, filters) | {"limit": _ALL}
        (total,) = self.connection.execute(f"SELECT COUNT(*) FROM ({_sql(name)})", unlimited).fetchone()
        return int(total)


def _sql(name: str) -> str:
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")


def _parameters(as_of: Day, filters: Filters) -> dict[str, object]:
    given: Mapping[str, Any] = filters
    lists = ("party", "speaker", "topic", "commitment", "source", "stance")
    parameters: dict[str, object] = {name: f",{','.join(given[name])}," if given.get(name) else None for name in lists}
    return parameters | {
        "as_of": str(as_of),
        "since": given.get("since"),
        "until": given.get("until"),
        "search": _pattern(given["search"]) if given.get("search") else None,
        "limit": _ALL if given.get("limit") is None else given["limit"],
    }


def _pattern(words: str) -> str:
    escaped = words.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
