"""How much was done: by reporter, basis and unit the latest figure, or the sum of those for separate periods; and
beside it the time that has gone.

Figures of different bases or reporters are never added, and none replaces another (definitions: "progress").
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from truce_tracker.dates import days_between
from truce_tracker.rows import CommitmentRow, MilestoneRow, Progress, ProgressRow

_STANDS_FOR_ANOTHER = ("moved", "variant")


def progress(figures: Iterable[sqlite3.Row], targets: Iterable[sqlite3.Row]) -> tuple[Progress, ...]:
    """The progress of one milestone or commitment, from its figures and targets, each latest first."""
    counted: dict[tuple[str, str, str], list[sqlite3.Row]] = {}
    for row in figures:
        counted.setdefault((row["reporter"], row["basis"] or "", row["unit"]), []).append(row)
    target: dict[str, float] = {}
    for row in targets:
        target.setdefault(row["unit"], row["amount"])
    return tuple(_counted(counted[key], target.get(key[2])) for key in sorted(counted, key=_order))


def _order(key: tuple[str, str, str]) -> tuple[bool, str, str, str]:
    """Parties by id, third parties behind them, by theirs."""
    return (key[0].startswith("~"), *key)


def _counted(rows: list[sqlite3.Row], target: float | None) -> Progress:
    taken = [row for row in rows if row["cumulative"]][:1] or list(_apart(rows)) or rows[:1]
    latest, amount = taken[0], sum(row["amount"] for row in taken)
    return Progress(
        party=latest["party"],
        speaker=latest["speaker"],
        basis=latest["basis"],
        quantity=latest["quantity"] if len(taken) == 1 else f"{amount:.15g} {latest['unit']}",
        share=amount / target if target else None,
        said=latest["said"],
        claim=latest["claim"],
    )


def _apart(rows: list[sqlite3.Row]) -> Iterator[sqlite3.Row]:
    """From the latest backwards, the figures whose period overlaps that of none taken."""
    taken: list[sqlite3.Row] = []
    for row in rows:
        if row["covers_first"] and not any(_overlap(row, other) for other in taken):
            taken.append(row)
            yield row


def _overlap(one: sqlite3.Row, other: sqlite3.Row) -> bool:
    return bool(one["covers_first"] <= other["covers_last"] and other["covers_first"] <= one["covers_last"])


def progress_rows(
    commitments: Iterable[CommitmentRow],
    milestones: Iterable[MilestoneRow],
    begins: Mapping[str, str | None],
    as_of: str,
) -> Iterator[ProgressRow]:
    """The figures of commitments, each with the milestones that it counts for, else with the commitment as such.

    `begins` says from which day the time for a milestone runs. A milestone that was moved, or is only another telling,
    leaves its figures to the one that it stands for.
    """
    dated: dict[str, list[MilestoneRow]] = {}
    for milestone in milestones:
        if milestone.progress and milestone.kind == "due" and milestone.status not in _STANDS_FOR_ANOTHER:
            dated.setdefault(milestone.commitment, []).append(milestone)
    for row in commitments:
        told = set()
        for milestone in dated.get(row.commitment, ()):
            for figure in milestone.progress:
                told.add((figure.party, figure.speaker, figure.basis, figure.claim))
                yield _beside_time(row, figure, milestone, begins.get(milestone.milestone), as_of)
        for figure in row.progress:
            if (figure.party, figure.speaker, figure.basis, figure.claim) not in told:
                yield _beside_time(row, figure, None, None, as_of)


def _beside_time(
    row: CommitmentRow, figure: Progress, milestone: MilestoneRow | None, begins: str | None, as_of: str
) -> ProgressRow:
    due = milestone.due if milestone else None
    gone = _gone(begins, due, as_of)
    return ProgressRow(
        commitment=row.commitment,
        summary=row.summary,
        milestone=milestone.milestone if milestone else None,
        party=figure.party,
        speaker=figure.speaker,
        basis=figure.basis,
        quantity=figure.quantity,
        share=figure.share,
        said=figure.said,
        claim=figure.claim,
        begins=begins,
        due=due,
        gone=gone,
        pace=figure.share / gone if figure.share is not None and gone else None,
    )


def _gone(begins: str | None, due: str | None, as_of: str) -> float | None:
    """The part of the time that has passed, 0 before it begins and 1 from its last day on."""
    if begins is None or due is None or begins >= due:
        return None
    return min(max(days_between(begins, as_of) / days_between(begins, due), 0.0), 1.0)
