"""Rows of SQL -> typed rows: what is named, gathered and counted in days, and nothing decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from truce_tracker import rows as kinds
from truce_tracker.dates import days_between

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
    import json

    values = dict(row)
    values[texts] = tuple(json.loads(values[texts]))
    if flag:
        values[flag] = bool(values[flag])
    return values


def sparing(found: Iterable[sqlite3.Row], *unlike: str) -> Iterator[list[Any]]:
    """The values of each row, a word that recurs kept once: a hundred thousand rows take half the memory.

    In the columns `unlike` hardly a word recurs, so none is looked up.
    """
    kept: dict[str, str] = {}
    for row in found:
        yield [
            kept.setdefault(value, value) if type(value) is str and column not in unlike else value
            for column, value in zip(row.keys(), row, strict=True)
        ]


def claim_row(values: list[Any]) -> kinds.ClaimRow:
    """The values of a row of claims.sql."""
    values[4] = bool(values[4])  # on_record
    return kinds.ClaimRow(*values)


def response(row: sqlite3.Row) -> kinds.Response:
    """A counterparty's part of a row of one_sided.sql."""
    return kinds.Response(*pick(row, "counterparty", "position", "since", "chances", "last_checked"))


def one_sided_row(row: sqlite3.Row, responses: list[kinds.Response], as_of: str) -> kinds.OneSidedRow:
    """The rows of one_sided.sql for one claim."""
    age = days_between(row["said_first"], as_of)
    return kinds.OneSidedRow(**named(row, *_ONE_SIDED), age=age, responses=tuple(responses))


def commitment_row(row: sqlite3.Row, standings: list[sqlite3.Row]) -> kinds.CommitmentRow:
    """A row of commitments.sql with the standings of its parties."""
    return kinds.CommitmentRow(
        commitment=row["commitment"],
        summary=row["summary"],
        topic=row["topic"],
        obligors=tuple(each["party"] for each in standings if each["is_obligor"]),
        beneficiaries=tuple(each["party"] for each in standings if each["is_beneficiary"]),
        status=row["status"],
        positions=tuple(
            kinds.PartyPosition(
                each["party"], "obligor" if each["is_obligor"] else "beneficiary", each["position"], each["since"]
            )
            for each in standings
        ),
    )


def unmatched_row(
    row: sqlite3.Row, obligors: list[sqlite3.Row], asserters: list[sqlite3.Row], exchanges: list[sqlite3.Row]
) -> kinds.UnmatchedRow:
    """A row of unmatched.sql with the rows that stand behind it."""
    return kinds.UnmatchedRow(
        **named(row, "commitment", "summary", "topic", "status"),
        obligors=tuple(kinds.ObligorPosition(*pick(each, "party", "position", "since")) for each in obligors),
        asserted_by=tuple(kinds.Asserter(*pick(each, "party", "since", "claim")) for each in asserters),
        in_exchange_for=tuple(kinds.Exchange(*pick(each, "in_exchange_for", "status")) for each in exchanges),
    )


def divergence(rows: list[sqlite3.Row]) -> kinds.Divergence:
    """The rows of divergences.sql for one commitment and kind; a value is told in the words of its first claim."""
    values: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        values.setdefault(row["value"], []).append(row)
    scopes = ("same-statement", "within-party", "between-parties")
    return kinds.Divergence(
        **named(rows[0], "commitment", "summary", "kind"),
        scopes=tuple(scope for scope in scopes if rows[0][scope.replace("-", "_")]),
        ratio=rows[0]["ratio"],
        values=tuple(
            kinds.Value(
                claims[0]["words"],
                tuple(kinds.ValueClaim(*pick(each, "claim", "party", "speaker", "said", "source")) for each in claims),
            )
            for claims in values.values()
        ),
    )


def milestone_row(
    row: sqlite3.Row, reports: list[sqlite3.Row], stated: list[sqlite3.Row], as_of: str
) -> kinds.MilestoneRow:
    """A row of milestones.sql with its reports and the claims that state its day."""
    met = {each["party"] for each in reports if each["stance"] == "reports-met"}
    met_by = (*sorted(party for party in met if party), *(("third party",) if None in met else ()))
    was_met = row["status"] in ("met", "met late")
    return kinds.MilestoneRow(
        **named(row, "milestone", "deadline", "commitment", "summary", "kind", "phrase", "due"),
        days=days_between(row["due"], as_of),
        status=row["status"],
        set_by=kinds.SetBy(*pick(stated[0], "claim", "party", "speaker")) if stated else None,
        stated_by=tuple(sorted({each["party"] for each in stated})),
        met_by=met_by,
        one_sided=was_met and len(met_by) == 1 and met_by != ("third party",),
        progress=row["progress"],
        reports=tuple(
            kinds.Report(*pick(each, "claim", "stance", "party", "speaker", "said", "quantity")) for each in reports
        ),
        last_checked=row["last_checked"],
    )
