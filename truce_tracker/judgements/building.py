"""Rows of SQL -> typed rows: what is named, gathered and counted in days, and nothing decided."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from truce_tracker.dates import days_between
from truce_tracker.rows import (
    Asserter,
    ClaimRow,
    CommitmentRow,
    Divergence,
    Exchange,
    MilestoneRow,
    ObligorPosition,
    OneSidedRow,
    PartyPosition,
    Report,
    Response,
    SetBy,
    UnmatchedRow,
    Value,
    ValueClaim,
)

_ONE_SIDED = ("claim", "said", "party", "speaker", "topic", "commitment", "text", "source")


def grouped(rows: Iterable[sqlite3.Row]) -> dict[str, list[sqlite3.Row]]:
    """Rows by their first column."""
    groups: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(row)
    return groups


def pick(row: sqlite3.Row, *names: str) -> tuple[Any, ...]:
    """The values of some columns, in the order asked."""
    return tuple(row[name] for name in names)


def named(row: sqlite3.Row, *names: str) -> dict[str, Any]:
    """The values of some columns, by name."""
    return {name: row[name] for name in names}


def total_of(rows: list[sqlite3.Row]) -> int:
    """How many rows there are without the limit, as the query counted them."""
    return int(rows[0]["total"]) if rows else 0


def unpacked(row: sqlite3.Row, texts: str, flag: str | None = None) -> dict[str, Any]:
    """All values by name, with a list that is stored as JSON and a flag that is stored as a number as what they are."""
    values = dict(row)
    values[texts] = tuple(json.loads(values[texts]))
    if flag:
        values[flag] = bool(values[flag])
    return values


def claim_row(row: sqlite3.Row) -> ClaimRow:
    """A row of claims.sql."""
    values = list(row)
    values[4] = bool(values[4])  # on_record
    return ClaimRow(*values)


def response(row: sqlite3.Row) -> Response:
    """A counterparty's part of a row of one_sided.sql."""
    return Response(*pick(row, "counterparty", "position", "since", "chances", "last_checked"))


def one_sided_row(row: sqlite3.Row, responses: list[Response], as_of: str) -> OneSidedRow:
    """The rows of one_sided.sql for one claim."""
    age = days_between(row["said_first"], as_of)
    return OneSidedRow(**named(row, *_ONE_SIDED), age=age, responses=tuple(responses))


def commitment_row(row: sqlite3.Row, standings: list[sqlite3.Row]) -> CommitmentRow:
    """A row of commitments.sql with the standings of its parties."""
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


def unmatched_row(
    row: sqlite3.Row, obligors: list[sqlite3.Row], asserters: list[sqlite3.Row], exchanges: list[sqlite3.Row]
) -> UnmatchedRow:
    """A row of unmatched.sql with the rows that stand behind it."""
    return UnmatchedRow(
        **named(row, "commitment", "summary", "topic", "status"),
        obligors=tuple(ObligorPosition(*pick(each, "party", "position", "since")) for each in obligors),
        asserted_by=tuple(Asserter(*pick(each, "party", "since", "claim")) for each in asserters),
        in_exchange_for=tuple(Exchange(*pick(each, "in_exchange_for", "status")) for each in exchanges),
    )


def divergence(rows: list[sqlite3.Row]) -> Divergence:
    """The rows of divergences.sql for one commitment and kind; a value is told in the words of its first claim."""
    values: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        values.setdefault(row["value"], []).append(row)
    scopes = ("same-statement", "within-party", "between-parties")
    return Divergence(
        **named(rows[0], "commitment", "summary", "kind"),
        scopes=tuple(scope for scope in scopes if rows[0][scope.replace("-", "_")]),
        ratio=rows[0]["ratio"],
        values=tuple(
            Value(
                claims[0]["words"],
                tuple(ValueClaim(*pick(each, "claim", "party", "speaker", "said", "source")) for each in claims),
            )
            for claims in values.values()
        ),
    )


def milestone_row(row: sqlite3.Row, reports: list[sqlite3.Row], stated: list[sqlite3.Row], as_of: str) -> MilestoneRow:
    """A row of milestones.sql with its reports and the claims that state its day."""
    met = {each["party"] for each in reports if each["stance"] == "reports-met"}
    met_by = (*sorted(party for party in met if party), *(("third party",) if None in met else ()))
    was_met = row["status"] in ("met", "met late")
    return MilestoneRow(
        **named(row, "milestone", "deadline", "commitment", "summary", "kind", "phrase", "due"),
        days=days_between(row["due"], as_of),
        status=row["status"],
        set_by=SetBy(*pick(stated[0], "claim", "party", "speaker")) if stated else None,
        stated_by=tuple(sorted({each["party"] for each in stated})),
        met_by=met_by,
        one_sided=was_met and len(met_by) == 1 and met_by != ("third party",),
        progress=row["progress"],
        reports=tuple(
            Report(*pick(each, "claim", "stance", "party", "speaker", "said", "quantity")) for each in reports
        ),
        last_checked=row["last_checked"],
    )
