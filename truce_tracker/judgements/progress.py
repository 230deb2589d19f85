"""Figures of what was done beside the time that has gone (definitions: "progress")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from truce_tracker import rows
from truce_tracker.dates import days_between

if TYPE_CHECKING:  # a class of rows is made when it is first named, and most listings need few of them
    from truce_tracker.rows import CommitmentRow, MilestoneRow, Progress, ProgressRow

_STANDS_FOR_ANOTHER = ("moved", "variant")


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
    return rows.ProgressRow(
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
