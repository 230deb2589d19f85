"""Rows of SQL -> typed rows: what is named, gathered and counted in days, and nothing decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from truce_tracker import rows
from truce_tracker.dates import days_between

_ONE_SIDED = ("claim", "said", "party", "speaker", "topic", "commitment", "text", "source", "state", "tellings")
_THIRD_PARTY = "third party"

Behind = tuple[list[sqlite3.Row], list[sqlite3.Row], list[sqlite3.Row]]  # positions, state_by, breaches


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


def ids_in(array: str | None) -> tuple[str, ...]:
    """The ids of a JSON array; no id has a character that JSON escapes, and to import json takes a listing too long."""
    return tuple(array[2:-2].split('","')) if array and len(array) > 2 else ()


def claim_row(row: sqlite3.Row, told: Mapping[str, str], outlets: Mapping[str, str]) -> rows.ClaimRow:
    """A row of claims.sql; `told` says which claims tell another one again, `outlets` whose words a quote is."""
    values = dict(row)
    values["parties"], values["commitments"] = ids_in(row["parties"]), ids_in(row["commitments"])
    values["about"] = None if row["about"] is None else ids_in(row["about"])
    values["on_record"] = bool(row["on_record"])
    return rows.ClaimRow(**values, telling_of=told.get(row["claim"]), outlet=outlets.get(row["claim"]))


def response(row: sqlite3.Row) -> rows.Response:
    """A counterparty's part of a row of one_sided.sql."""
    return rows.Response(*pick(row, "counterparty", "position", "since", "latest", "chances", "last_checked"))


def one_sided_row(row: sqlite3.Row, responses: list[rows.Response], as_of: str) -> rows.OneSidedRow:
    """The rows of one_sided.sql for one claim."""
    return rows.OneSidedRow(
        **named(row, *_ONE_SIDED),
        age=days_between(row["said_first"], as_of),
        state_one_sided=bool(row["state_one_sided"]),
        responses=tuple(responses),
    )


def commitment_row(row: sqlite3.Row, behind: Behind, progress: tuple[rows.Progress, ...]) -> rows.CommitmentRow:
    """A row of commitments.sql with what stands behind it."""
    stands, said, broken = behind
    return rows.CommitmentRow(
        **named(row, "commitment", "summary", "topic", "status", "state"),
        obligors=tuple(each["party"] for each in stands if each["is_obligor"]),
        beneficiaries=tuple(each["party"] for each in stands if each["is_beneficiary"]),
        state_by=reporters(said),
        state_one_sided=bool(row["state_one_sided"]),
        breaches=tuple(
            rows.Breach(each["party"], each["reported_by"] or _THIRD_PARTY, each["reports"], each["latest"])
            for each in broken
        ),
        progress=progress,
        positions=tuple(
            rows.PartyPosition(
                each["party"], _role(each), each["position"], each["since"], each["latest"], each["claim"]
            )
            for each in stands
        ),
    )


def _role(row: sqlite3.Row) -> str:
    if row["is_obligor"]:
        return "both" if row["is_beneficiary"] else "obligor"
    return "beneficiary" if row["is_beneficiary"] else "other"


def reporters(found: Iterable[sqlite3.Row]) -> tuple[str, ...]:
    """The parties that reported something, sorted, and ``third party`` at the end where one did."""
    parties = {row["party"] for row in found}
    return (*sorted(party for party in parties if party), *((_THIRD_PARTY,) if None in parties else ()))


def unmatched_row(
    row: sqlite3.Row, obligors: list[sqlite3.Row], asserters: list[sqlite3.Row], exchanges: list[sqlite3.Row]
) -> rows.UnmatchedRow:
    """A row of unmatched.sql with the rows that stand behind it."""
    return rows.UnmatchedRow(
        **named(row, "commitment", "summary", "topic", "status", "state"),
        state_one_sided=bool(row["state_one_sided"]),
        obligors=tuple(rows.ObligorPosition(*pick(each, "party", "position", "since", "latest")) for each in obligors),
        asserted_by=tuple(rows.Asserter(*pick(each, "party", "position", "since", "claim")) for each in asserters),
        in_exchange_for=tuple(rows.Exchange(*pick(each, "in_exchange_for", "status", "state")) for each in exchanges),
    )


def divergence(found: list[sqlite3.Row]) -> rows.Divergence:
    """The rows of divergences.sql for one commitment and kind; a value is told in the words of its first claim."""
    values: dict[str, list[sqlite3.Row]] = {}
    for row in found:
        values.setdefault(row["value"], []).append(row)
    scopes = ("same-statement", "within-party", "between-parties")
    return rows.Divergence(
        **named(found[0], "commitment", "summary", "kind"),
        scopes=tuple(scope for scope in scopes if found[0][scope.replace("-", "_")]),
        ratio=found[0]["ratio"],
        values=tuple(rows.Value(claims[0]["words"], tuple(map(_value_claim, claims))) for claims in values.values()),
    )


def _value_claim(row: sqlite3.Row) -> rows.ValueClaim:
    return rows.ValueClaim(*pick(row, "claim", "party", "speaker", "said", "source", "outlet"))


@dataclass(frozen=True, slots=True)
class BehindMilestone:
    """What stands behind a milestone: rows of the queries that are named so, those about itself alone."""

    reports: list[sqlite3.Row]
    stated_by: list[sqlite3.Row]
    readings: list[sqlite3.Row]
    moved_to: rows.MovedTo | None
    progress: tuple[rows.Progress, ...]
    variants: list[sqlite3.Row]
    clocks: list[sqlite3.Row]


def milestone_row(row: sqlite3.Row, behind: BehindMilestone, as_of: str) -> rows.MilestoneRow:
    """A row of deadlines.sql with what stands behind it."""
    is_met = row["status"] in ("met", "met late")
    stated = behind.stated_by
    return rows.MilestoneRow(
        **named(row, "milestone", "deadline", "commitment", "summary", "kind", "phrase", "due", "status", "variant_of"),
        days=days_between(row["due"], as_of) if row["due"] else None,
        readings=readings(behind.readings),
        moved_to=behind.moved_to,
        set_by=rows.SetBy(*pick(stated[0], "claim", "party", "speaker")) if stated else None,
        stated_by=tuple(sorted({each["party"] for each in stated})),
        met_by=reporters(each for each in behind.reports if _says_met(each)) if is_met else (),
        one_sided=bool(is_met and row["one_sided"]),
        progress=behind.progress,
        reports=tuple(map(_report, behind.reports)),
        last_checked=row["last_checked"],
        variants=tuple(rows.Variant(*pick(each, "deadline", "phrase", "due")) for each in behind.variants),
        clock=next((f"within {each['within']} of {each['of']}" for each in behind.clocks), None),
    )


def _says_met(row: sqlite3.Row) -> bool:
    return bool(row["is_latest"] and row["stance"] == "reports-met")


def _report(row: sqlite3.Row) -> rows.Report:
    about = ids_in(row["about"])
    return rows.Report(row["claim"], row["stance"], about, *pick(row, "party", "speaker", "said", "quantity"))


def readings(found: list[sqlite3.Row]) -> tuple[rows.Reading, ...]:
    """The readings of a clock, where they differ."""
    days = dict.fromkeys(row["due"] for row in found)
    if len(days) < 2:
        return ()
    return tuple(rows.Reading(day, reporters(row for row in found if row["due"] == day)) for day in days)
