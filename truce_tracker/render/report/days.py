"""The days of the report: which are past, which come, which bind nobody any more. A promise stands there once.

Further days of a promise, and other tellings of its day, stand under it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from truce_tracker.render.report.rows import Index
from truce_tracker.rows import MilestoneRow
from truce_tracker.verdicts import MilestoneStatus

_COMING = (MilestoneStatus.OPEN, MilestoneStatus.IN_FORCE, MilestoneStatus.WAITING)
_PAST = (MilestoneStatus.OVERDUE, MilestoneStatus.UNMET, MilestoneStatus.DISPUTED)


@dataclass(frozen=True, slots=True)
class Promise:
    """A milestone, the other tellings of its day, and further days of the same promise.

    `binds_nobody`: its day has passed, and yet nobody is late on it.
    """

    row: MilestoneRow
    variants: tuple[MilestoneRow, ...] = ()
    further: tuple[MilestoneRow, ...] = ()
    binds_nobody: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Every milestone of a report, in one of three lists."""

    overdue: tuple[Promise, ...]
    coming: tuple[Promise, ...]
    settled: tuple[Promise, ...]


def days(index: Index) -> Days:
    """The milestones by what they ask of a reader; each list in the order in which the ledger gave it.

    Several days that passed for one commitment are one promise, as are the instances to come of one deadline.
    """
    late = {row.milestone for row in index.rows.overdue}
    others = [row for row in index.rows.deadlines if row.milestone not in late]
    led = {row.deadline for row in (*index.rows.overdue, *others) if row.status != MilestoneStatus.VARIANT}
    variants = _variants(others, led)
    coming = [row for row in others if _comes(row)]
    shown = {row.milestone for row in coming} | {row.milestone for rows in variants.values() for row in rows}
    settled = [row for row in others if row.milestone not in shown]
    return Days(
        tuple(_with_variants(_once(index.rows.overdue, lambda row: row.commitment), variants)),
        tuple(_with_variants(_once(coming, lambda row: row.deadline), variants)),
        tuple(_with_variants((Promise(row, binds_nobody=row.status in _PAST) for row in settled), variants)),
    )


def _comes(row: MilestoneRow) -> bool:
    disputed_early = row.status == MilestoneStatus.DISPUTED and (row.days is None or row.days <= 0)
    return row.status in _COMING or disputed_early


def _variants(rows: Iterable[MilestoneRow], led: set[str]) -> dict[str, tuple[MilestoneRow, ...]]:
    """The variants by the deadline that the leading account names; those of one that is not listed are left out."""
    told = {row.deadline: row.variant_of for row in rows if row.variant_of}
    found: dict[str, tuple[MilestoneRow, ...]] = {}
    for row in rows:
        deadline, seen = row.variant_of, {row.deadline}
        while deadline in told and deadline not in seen:
            seen.add(deadline)
            deadline = told[deadline]
        if deadline in led:
            found[deadline] = (*found.get(deadline, ()), row)
    return found


def _once(rows: Iterable[MilestoneRow], same: Callable[[MilestoneRow], str]) -> Iterator[Promise]:
    """A promise for each first row of its kind, the others as its further days."""
    groups: dict[str, list[MilestoneRow]] = {}
    for row in rows:
        groups.setdefault(same(row), []).append(row)
    yield from (Promise(first, further=tuple(others)) for first, *others in groups.values())


def _with_variants(promises: Iterable[Promise], variants: dict[str, tuple[MilestoneRow, ...]]) -> Iterator[Promise]:
    """Each variant under the first promise that has its deadline; it is taken out of `variants`."""
    for promise in promises:
        found: list[MilestoneRow] = []
        for row in (promise.row, *promise.further):
            found.extend(variants.pop(row.deadline, ()))
        yield replace(promise, variants=tuple(found))
