"""Asks the questions of the SQL files beside it and gives typed rows. No rule is decided here: that is the SQL's.

A question that builds on another's answer reads it from a temporary table: `_PREPARED` says which file fills which.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypedDict, TypeVar, Unpack

from truce_tracker import store
from truce_tracker.dates import days_between
from truce_tracker.rows import (
    Asserter,
    ClaimRow,
    CommitmentRow,
    Exchange,
    MilestoneRow,
    ObligorPosition,
    OneSidedRow,
    PartyPosition,
    PartyRow,
    Report,
    Response,
    SetBy,
    SourceRow,
    SpeakerRow,
    TopicRow,
    UnmatchedRow,
)

Row = TypeVar("Row")
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


class Ledger:
    """A store, open for questions. Each takes the day to answer for (ISO text) and Filters."""

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

    # -- the verdicts ----------------------------------------------------------------------------------------------

    def claims(self, as_of: str, **filters: Unpack[Filters]) -> Answer[ClaimRow]:
        """Every claim said by the day, by first possible day, then order of entry."""
        found = self._ask("claims", as_of, filters)
        rows = [_claim_row(row) for row in found]
        return Answer(rows, self._total("claims", as_of, filters, len(rows)))

    def one_sided(self, as_of: str, **filters: Unpack[Filters]) -> Answer[OneSidedRow]:
        """The claims that no counterparty affirms."""
        found = self._ask("one_sided", as_of, filters, "position", "standing")
        rows: dict[str, tuple[sqlite3.Row, list[Response]]] = {}
        for row in found:
            responses = rows.setdefault(row["claim"], (row, []))[1]
            responses.append(Response(*(row[name] for name in _RESPONSE)))
        return Answer((_one_sided_row(row, responses, as_of) for row, responses in rows.values()), _total_of(found))

    def unmatched(self, as_of: str, **filters: Unpack[Filters]) -> Answer[UnmatchedRow]:
        """The commitments that somebody counts on while an obligor has not affirmed them."""
        found = self._ask("unmatched", as_of, filters, "position", "standing", "status")
        obligors = _grouped(row for row in self._table("standing") if row["is_obligor"])
        asserters = _grouped(self._ask("asserters", as_of, {}))
        exchanges = _grouped(self._ask("exchanges", as_of, {}))
        rows = (
            UnmatchedRow(
                **_named(row, "commitment", "summary", "topic", "status"),
                obligors=tuple(
                    ObligorPosition(*_pick(each, "party", "position", "since")) for each in obligors[row[0]]
                ),
                asserted_by=tuple(Asserter(*_pick(each, "party", "since", "claim")) for each in asserters[row[0]]),
                in_exchange_for=tuple(
                    Exchange(*_pick(each, "in_exchange_for", "status")) for each in exchanges.get(row[0], ())
                ),
            )
            for row in found
        )
        return Answer(rows, _total_of(found))

    def commitments(self, as_of: str, **filters: Unpack[Filters]) -> Answer[CommitmentRow]:
        """Every commitment with its status and the positions that the status follows from."""
        found = self._ask("commitments", as_of, filters, "position", "standing", "status")
        standings = _grouped(self._table("standing"))
        return Answer((_commitment_row(row, standings[row["commitment"]]) for row in found), _total_of(found))

    def deadlines(self, as_of: str, **filters: Unpack[Filters]) -> Answer[MilestoneRow]:
        """Every milestone known by the day, by its due day."""
        return self._milestones(as_of, filters, overdue=False)

    def overdue(self, as_of: str, **filters: Unpack[Filters]) -> Answer[MilestoneRow]:
        """The milestones past their day of which nobody, or nobody last, said that they were met; longest past first."""
        return self._milestones(as_of, filters, overdue=True)

    def _milestones(self, as_of: str, filters: Filters, overdue: bool) -> Answer[MilestoneRow]:
        found = self._ask("deadlines", as_of, filters, "report", "milestone_state", overdue=int(overdue))
        reports = _grouped(self._table("report", "milestone, said_first, said_last, entry"))
        stated = _grouped(self._ask("stated", as_of, {}))
        rows = (
            _milestone_row(row, reports.get(row["milestone"], []), stated.get(row["milestone"], []), as_of)
            for row in found
        )
        return Answer(rows, _total_of(found))

    # -- what the ledger holds -------------------------------------------------------------------------------------

    def parties(self, as_of: str, **filters: Unpack[Filters]) -> Answer[PartyRow]:
        """The parties, in order of entry."""
        return Answer(PartyRow(**_unpacked(row, "aliases")) for row in self._ask("parties", as_of, filters))

    def speakers(self, as_of: str, **filters: Unpack[Filters]) -> Answer[SpeakerRow]:
        """The speakers, in order of entry."""
        found = self._ask("speakers", as_of, filters)
        return Answer(SpeakerRow(**_unpacked(row, "aliases", "on_record")) for row in found)

    def topics(self, as_of: str, **filters: Unpack[Filters]) -> Answer[TopicRow]:
        """The topics, in order of entry."""
        return Answer(TopicRow(**dict(row)) for row in self._ask("topics", as_of, filters))

    def sources(self, as_of: str, **filters: Unpack[Filters]) -> Answer[SourceRow]:
        """The sources, by first possible day of publication."""
        found = self._ask("sources", as_of, filters)
        return Answer(SourceRow(**_unpacked(row, "authors", "has_text")) for row in found)

    # -- asking ----------------------------------------------------------------------------------------------------

    def _ask(self, name: str, as_of: str, filters: Filters, *needs: str, **more: object) -> list[sqlite3.Row]:
        for table in needs:
            self._prepare(table, as_of)
        return self.connection.execute(_sql(name), _parameters(as_of, filters) | more).fetchall()

    def _prepare(self, table: str, as_of: str) -> None:
        if self._prepared.get(table) == as_of:
            return
        name, needs, key = _PREPARED[table]
        for needed in needs:
            self._prepare(needed, as_of)
        self.connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        self.connection.execute(f"CREATE TEMP TABLE {table} AS {_sql(name)}", {"as_of": as_of})
        if key:
            self.connection.execute(f"CREATE UNIQUE INDEX temp.{table}_key ON {table} ({key})")
        self._prepared[table] = as_of

    def _table(self, table: str, order: str = "commitment, party") -> list[sqlite3.Row]:
        return self.connection.execute(f"SELECT * FROM temp.{table} ORDER BY {order}").fetchall()

    def _total(self, name: str, as_of: str, filters: Filters, shown: int) -> int:
        """How many rows there are without the limit; counted only where the limit was reached."""
        if shown < (filters.get("limit") or _ALL):
            return shown
        unlimited = _parameters(as_of, filters) | {"limit": _ALL}
        (total,) = self.connection.execute(f"SELECT COUNT(*) FROM ({_sql(name)})", unlimited).fetchone()
        return int(total)


_RESPONSE = ("counterparty", "position", "since", "chances", "last_checked")
_ONE_SIDED = ("claim", "said", "party", "speaker", "topic", "commitment", "text", "source")


def _sql(name: str) -> str:
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")


def _parameters(as_of: str, filters: Filters) -> dict[str, object]:
    given: Mapping[str, Any] = filters
    lists = ("party", "speaker", "topic", "commitment", "source", "stance")
    parameters: dict[str, object] = {name: f",{','.join(given[name])}," if given.get(name) else None for name in lists}
    return parameters | {
        "as_of": as_of,
        "since": given.get("since"),
        "until": given.get("until"),
        "search": _pattern(given["search"]) if given.get("search") else None,
        "limit": _ALL if given.get("limit") is None else given["limit"],
    }


def _pattern(words: str) -> str:
    escaped = words.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _grouped(rows: Iterable[sqlite3.Row]) -> dict[str, list[sqlite3.Row]]:
    """Rows by their first column."""
    groups: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(row)
    return groups


def _pick(row: sqlite3.Row, *names: str) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def _named(row: sqlite3.Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _total_of(rows: list[sqlite3.Row]) -> int:
    return int(rows[0]["total"]) if rows else 0


def _unpacked(row: sqlite3.Row, texts: str, flag: str | None = None) -> dict[str, Any]:
    values = dict(row)
    values[texts] = tuple(json.loads(values[texts]))
    if flag:
        values[flag] = bool(values[flag])
    return values


def _claim_row(row: sqlite3.Row) -> ClaimRow:
    values = list(row)
    values[4] = bool(values[4])  # on_record
    return ClaimRow(*values)


def _one_sided_row(row: sqlite3.Row, responses: list[Response], as_of: str) -> OneSidedRow:
    age = days_between(row["said_first"], as_of)
    return OneSidedRow(**_named(row, *_ONE_SIDED), age=age, responses=tuple(responses))


def _commitment_row(row: sqlite3.Row, standings: list[sqlite3.Row]) -> CommitmentRow:
    return CommitmentRow(
        commitment=row["commitment"],
        summary=row["summary"],
        topic=row["topic"],
        obligors=tuple(each["party"] for each in standings if each["is_obligor"]),
        beneficiaries=tuple(each["party"] for each in standings if each["is_beneficiary"]),
        status=row["status"],
        positions=tuple(
            PartyPosition(
                each["party"], "obligor" if each["is_obligor"] else "beneficiary", each["position"], each["since"]
            )
            for each in standings
        ),
    )


def _milestone_row(row: sqlite3.Row, reports: list[sqlite3.Row], stated: list[sqlite3.Row], as_of: str) -> MilestoneRow:
    met = {each["party"] for each in reports if each["stance"] == "reports-met"}
    met_by = (*sorted(party for party in met if party), *(("third party",) if None in met else ()))
    was_met = row["status"] in ("met", "met late")
    return MilestoneRow(
        **_named(row, "milestone", "deadline", "commitment", "summary", "kind", "phrase", "due"),
        days=days_between(row["due"], as_of),
        status=row["status"],
        set_by=SetBy(*_pick(stated[0], "claim", "party", "speaker")) if stated else None,
        stated_by=tuple(sorted({each["party"] for each in stated})),
        met_by=met_by,
        one_sided=was_met and len(met_by) == 1 and met_by != ("third party",),
        progress=row["progress"],
        reports=tuple(
            Report(*_pick(each, "claim", "stance", "party", "speaker", "said", "quantity")) for each in reports
        ),
        last_checked=row["last_checked"],
    )
