"""How a question is asked: its SQL file, its parameters, and the temporary tables that it builds on.

A question that needs another's answer reads it from a temporary table: `PREPARED` says which file fills which. What
stands behind the rows of an answer is asked for those rows alone: their ids are in the temporary table `shown`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypedDict, TypeVar

from truce_tracker import store
from truce_tracker.errors import TruceError

Row = TypeVar("Row")
Day = str | date  # ISO text, or a date
_ALL = 2**62  # rows: more than any store holds

# temporary table -> the file that fills it, the tables it needs first, and its key
PREPARED: dict[str, tuple[str, tuple[str, ...], str | None]] = {
    "position": ("positions", (), "commitment, party"),
    "standing": ("standings", ("position",), "commitment, party"),
    "status": ("statuses", ("standing",), "commitment"),
    "last_check": ("last_checks", (), "party, topic"),
    "report": ("reports", (), None),
    "milestone_state": ("milestones", ("report", "last_check"), "milestone"),
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
    """The rows of an answer; `total` counts those that a limit kept away too, `kind` names the class of a row."""

    def __init__(self, rows: Iterable[Row], total: int | None = None, kind: str | None = None) -> None:
        super().__init__(rows)
        self.total = len(self) if total is None else total
        self.kind = kind

    def frame(self) -> Any:
        """The rows as a data frame of pandas, or of polars where only that is installed (extra `frames`).

        A column for each field of the row: dates are ISO text, several values are a list, rows in a row are dicts.
        """
        from truce_tracker.judgements.data_frames import frame_of

        return frame_of(self, self.kind)


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

    def at_one_moment(self) -> None:
        """Answer everything from here on as of one moment, whatever others write meanwhile."""
        self.connection.execute("BEGIN")

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _ask(self, name: str, as_of: Day, filters: Filters, *needs: str, **more: object) -> sqlite3.Cursor:
        _check_day(as_of)
        for table in needs:
            self._prepare(table, as_of)
        return self.connection.execute(sql(name), _parameters(as_of, filters) | more)

    def _prepare(self, table: str, as_of: Day) -> None:
        if self._prepared.get(table) == str(as_of):
            return
        name, needs, key = PREPARED[table]
        for needed in needs:
            self._prepare(needed, as_of)
        self.connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        self.connection.execute(f"CREATE TEMP TABLE {table} AS {sql(name)}", {"as_of": str(as_of)})
        if key:
            self.connection.execute(f"CREATE UNIQUE INDEX temp.{table}_key ON {table} ({key})")
        self._prepared[table] = str(as_of)

    def _show(self, found: Iterable[sqlite3.Row]) -> None:
        """Put the ids of an answer, its first column, into `shown`."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS shown (id TEXT PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.shown")
        self.connection.executemany("INSERT INTO temp.shown VALUES (?)", ((row[0],) for row in found))

    def _behind(self, table: str, order: str) -> sqlite3.Cursor:
        """What a prepared table has on the shown ids, in an order that begins with its column for them."""
        key = order.partition(",")[0]
        query = f"SELECT * FROM temp.{table} WHERE {key} IN (SELECT id FROM temp.shown) ORDER BY {order}"
        return self.connection.execute(query)

    def _total(self, name: str, as_of: Day, filters: Filters, shown: int) -> int:
        """How many rows there are without the limit; counted only where the limit was reached."""
        limit = filters.get("limit")
        if limit is None or shown < limit:
            return shown
        unlimited = _parameters(as_of, filters) | {"limit": _ALL}
        (total,) = self.connection.execute(f"SELECT COUNT(*) FROM ({sql(name)})", unlimited).fetchone()
        return int(total)


def sql(name: str) -> str:
    """The query of a question, as it stands in its file."""
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")


def _check_day(as_of: Day) -> None:
    """Refuse what would be compared with days as text and is none: a month, a moment, another notation."""
    try:
        if date.fromisoformat(str(as_of)).isoformat() == str(as_of):
            return
    except ValueError:
        pass
    raise TruceError(f"as_of is {as_of!r}: give a day, as a date or as text (2025-11-28)")


def _parameters(as_of: Day, filters: Filters) -> dict[str, object]:
    given: Mapping[str, Any] = filters
    lists = ("party", "speaker", "topic", "commitment", "source", "stance")
    parameters: dict[str, object] = {name: f",{','.join(given[name])}," if given.get(name) else None for name in lists}
    return parameters | {
        "as_of": str(as_of),
        "since": given.get("since"),
        "until": given.get("until"),
        "search": _match(given["search"]) if given.get("search") else None,
        "pattern": _pattern(given["search"]) if given.get("search") else None,
        "limit": _ALL if given.get("limit") is None else given["limit"],
    }


def _match(words: str) -> str:
    from truce_tracker.searching import match  # its expressions take a listing longer to compile than its question

    return match(words)


def _pattern(words: str) -> str:
    escaped = words.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
