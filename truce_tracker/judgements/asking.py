"""How a question is asked: its SQL (see `compose`), its parameters, and the temporary tables that it rests on.

What verdicts rest on is kept for the day in temporary tables. What stands behind the rows of an answer is asked for
those rows alone: their ids are in the temporary table `shown`.
"""

from __future__ import annotations

import contextlib
import sqlite3
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import Any, Generic, Self, TypedDict, TypeVar

from truce_tracker import store
from truce_tracker.errors import TruceError
from truce_tracker.judgements.compose import ALL, asked, base_needed, listed, query

_OF_SCOPE = "commitment IN (SELECT id FROM temp.scope)"
_EXCHANGED = """
    SELECT in_exchange_for FROM exchange WHERE commitment IN (SELECT value FROM json_each(:commitments))
"""
# the accounts of what was said, which are all that decides who leads: others of a statement, what is told again,
# whatever tells it again, and all that the same claims count as
_NEAR = """
    INSERT INTO temp.near
    WITH RECURSIVE near (place) AS (
        {seed}
        UNION
        SELECT other.place
        FROM near
        JOIN main.pair AS p ON p.place = near.place
        JOIN main.pair AS other ON other.place = p.retells OR other.retells = p.place
             OR other.statement = p.statement OR other.claim = p.claim
    )
    SELECT place FROM near
"""
SHOWN = "SELECT p.place FROM shown JOIN main.pair AS p ON p.claim = shown.id"
"""The seed of what is near the claims that are shown."""
_ON_THEIR_TOPICS = """
    SELECT p.place FROM main.pair AS p
    WHERE p.party IN (SELECT id FROM party)
          AND p.topic IN (SELECT topic FROM commitment WHERE id IN (SELECT value FROM json_each(:commitments)))
"""
FEW = 5_000  # claims, up to which it is faster to look at what is near them than at all
_SCOPED = {
    "pair": _OF_SCOPE,
    "told_of": _OF_SCOPE,
    "obligor": _OF_SCOPE,
    "beneficiary": _OF_SCOPE,
    "deadline": _OF_SCOPE,
    "commitment": "id IN (SELECT id FROM temp.scope)",
    "milestone": f"deadline IN (SELECT id FROM main.deadline WHERE {_OF_SCOPE})",
}

Row = TypeVar("Row")
Day = str | date  # ISO text, or a date


class Filters(TypedDict, total=False):
    """What a question lets through. Ids must exist; `since` and `until` are ISO days, both included.

    `all` lists what is left out otherwise: what is closed, and days on which nobody can be late. `skip` passes over the
    first claims, so that a limit can give the newest.
    """

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
    skip: int
    all: bool


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
        self._is_scoped = False

    @classmethod
    def open(cls, path: str | store.Place, tell: Callable[[str], object] = warnings.warn) -> Self:
        """Open a store to ask. Raises StoreError where it cannot be read.

        A store of an older truce is brought up to date first; `tell` is told so in a sentence.
        """
        place = store.place_of(path) if isinstance(path, str) else path
        return cls(store.open_reading(place, _settle, tell))

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

    def _own(self, room: str, name: str) -> str:
        """The text of a query that an engine has its own file for, else that of all."""
        engine = getattr(self.connection, "dialect", None)
        return query(engine or room, name).text

    def _ask(self, question: str, as_of: Day, filters: Filters, party: str = "party", **more: object) -> sqlite3.Cursor:
        """The rows of a listing; `party` says what its filter of that name means: who spoke, or the commitment's."""
        _check_day(as_of)
        self._rest_on(base_needed("listings", question), as_of)
        values = {**parameters_of(as_of, filters, party), **more}
        given = frozenset(name for name, value in values.items() if value is not None)
        return self.connection.execute(asked("listings", question, given), values)

    def _ask_behind(self, question: str, as_of: Day, **more: object) -> sqlite3.Cursor:
        """The rows that stand behind an answer."""
        _check_day(as_of)
        self._rest_on(base_needed("behind", question), as_of)
        return self.connection.execute(asked("behind", question), {"as_of": str(as_of), **more})

    def _rest_on(self, needs: Iterable[str], as_of: Day) -> None:
        """Have the tables of the base for the day."""
        for name in needs:
            if self._prepared.get(name) == str(as_of):
                continue
            self._rest_on(base_needed("base", name), as_of)
            self.connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
            self.connection.execute(f"CREATE TEMP TABLE {name} AS {asked('base', name)}", {"as_of": str(as_of)})
            if key := query("base", name).key:
                self.connection.execute(f"CREATE UNIQUE INDEX temp.{name}_key ON {name} ({key})")
            self._prepared[name] = str(as_of)

    def _show(self, found: Iterable[Sequence[Any] | sqlite3.Row]) -> None:
        """Put the ids of an answer, its first column, into `shown`."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS shown (id TEXT PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.shown")
        self.connection.executemany("INSERT OR IGNORE INTO temp.shown VALUES (?)", ((row[0],) for row in found))

    @contextlib.contextmanager
    def _near(self, seed: str, keep: Iterable[str] = (), **values: object) -> Iterator[None]:
        """Ask within of some claims as they count, those whose places a query finds, and of all their accounts.

        What is worked out within is worked out again behind it, but for what is kept.
        """
        before = set(self._prepared)
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS near (place INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.near")
        self.connection.execute(_NEAR.format(seed=seed), values)
        near = "SELECT * FROM main.pair WHERE place IN (SELECT place FROM temp.near)"
        self.connection.execute(f"CREATE TEMP VIEW pair AS {near}")
        try:
            yield
        finally:
            self.connection.execute("DROP VIEW temp.pair")
            for name in self._prepared.keys() - before - set(keep):
                del self._prepared[name]

    @contextlib.contextmanager
    def _with_chances(self, commitments: Iterable[str], as_of: Day) -> Iterator[None]:
        """Ask within of some commitments, and of what was said on their topics since: the chances to speak of them."""
        wanted = set(commitments)
        if not wanted or self._prepared or self._is_scoped:
            yield
            return
        with self._near(_ON_THEIR_TOPICS, ("spoken",), commitments=_list(wanted)):
            self._rest_on(["spoken"], as_of)
        with self._only(wanted | self._exchanged(wanted), ("spoken",)):
            yield

    @contextlib.contextmanager
    def _only(self, commitments: Iterable[str], keep: Iterable[str] = ()) -> Iterator[None]:
        """Ask within of some commitments alone, and of what their verdicts can depend on: as if there were no others.

        Views of the same names stand before the tables, so that every query is the same and reads less. What is worked
        out already, and kept, holds within, too.
        """
        self._show([(each,) for each in commitments])
        wanted = self.connection.execute(query("behind", "reached").text).fetchall()
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS scope (id TEXT PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.scope")
        self.connection.executemany("INSERT INTO temp.scope VALUES (?)", ((row[0],) for row in wanted))
        for table, condition in _SCOPED.items():
            self.connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {condition}")
        self._prepared = {name: self._prepared[name] for name in keep}
        self._is_scoped = True
        try:
            yield
        finally:
            self._is_scoped = False
            for table in _SCOPED:
                self.connection.execute(f"DROP VIEW temp.{table}")
            self._prepared.clear()

    @contextlib.contextmanager
    def _within(self, filters: Filters) -> Iterator[None]:
        """Ask within of the commitments that are asked for, and those given in exchange, where the verdicts of all are
        not worked out already."""
        wanted = list(filters.get("commitment") or self._on_topics(filters.get("topic") or ()))
        if not wanted or self._prepared or self._is_scoped:
            yield
            return
        with self._only({*wanted} | self._exchanged(wanted)):
            yield

    def _on_topics(self, topics: Iterable[str]) -> list[str]:
        """The commitments on some topics."""
        query = "SELECT id FROM commitment WHERE topic IN (SELECT value FROM json_each(?))"
        return [row[0] for row in self.connection.execute(query, (listed(topics),))]

    def _exchanged(self, commitments: Iterable[str]) -> set[str]:
        """What was given in exchange for some commitments."""
        return {row[0] for row in self.connection.execute(_EXCHANGED, {"commitments": _list(commitments)})}

    def _total(self, question: str, as_of: Day, filters: Filters, shown: int) -> int:
        """How many rows there are without the limit; counted only where the limit was reached."""
        limit = filters.get("limit")
        if limit is None or shown < limit:
            return shown
        unlimited = parameters_of(as_of, filters) | {"limit": ALL}
        (total,) = self.connection.execute(
            f"SELECT COUNT(*) FROM ({asked('listings', question)}) AS counted", unlimited
        ).fetchone()
        return int(total)


def _settle(connection: store.Connection) -> None:
    from truce_tracker.judgements.derive import settle  # which only writing needs

    settle(connection)


def _check_day(as_of: Day) -> None:
    """Refuse what would be compared with days as text and is none: a month, a moment, another notation."""
    try:
        if date.fromisoformat(str(as_of)).isoformat() == str(as_of):
            return
    except ValueError:
        pass
    raise TruceError(f"as_of is {as_of!r}: give a day, as a date or as text (2025-11-28)")


OWES = "obligor"  # what the filter `party` means where commitments are listed: who must act ...
TAKES_PART = "involved"  # ... or for whom it is, too
_LISTS = ("speaker", "topic", "commitment", "source", "stance")


def parameters_of(as_of: Day, filters: Filters, party: str = "party") -> dict[str, object]:
    """What the parameters of a listing stand for; `party` says what the filter of that name means."""
    given: Mapping[str, Any] = filters
    words = given.get("search")
    return {"party": None, OWES: None, TAKES_PART: None} | {
        **{name: _list(given.get(name)) for name in _LISTS},
        party: _list(given.get("party")),
        "as_of": str(as_of),
        "since": given.get("since"),
        "until": given.get("until"),
        "search": _match(words) if words else None,
        "words": _match(words) if words else None,  # as `search`, where it is the commitment's alone
        "pattern": _pattern(words) if words else None,
        "all": int(bool(given.get("all"))),
        "limit": ALL if given.get("limit") is None else given["limit"],
        "skip": given.get("skip", 0),
    }


def _list(values: Iterable[str] | None) -> str | None:
    wanted = list(values or ())
    return listed(wanted) if wanted else None


def _match(words: str) -> str:
    from truce_tracker.searching import match  # its expressions take a listing longer to compile than its question

    return match(words)


def _pattern(words: str) -> str:
    escaped = words.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


# -- the rows that SQL gives -------------------------------------------------------------------------------------------


def grouped(found: Iterable[sqlite3.Row]) -> dict[str, list[sqlite3.Row]]:
    """Rows by their first column."""
    groups: dict[str, list[sqlite3.Row]] = {}
    for row in found:
        groups.setdefault(row[0], []).append(row)
    return groups


def pick(row: sqlite3.Row, *names: str) -> tuple[Any, ...]:
    """The values of some columns, in the order asked."""
    return tuple(row[name] for name in names)


def named(row: sqlite3.Row, *names: str) -> dict[str, Any]:
    """The values of some columns, by name."""
    return {name: row[name] for name in names}


def total_of(found: list[sqlite3.Row]) -> int:
    """How many rows there are without the limit, as the query counted them."""
    return int(found[0]["total"]) if found else 0


def ids_in(array: str | None) -> tuple[str, ...]:
    """The ids of a JSON array; no id has a character that JSON escapes, and to import json takes a listing too long."""
    return tuple(array[2:-2].split('","')) if array and len(array) > 2 else ()
