"""Questions about days: milestones with what stands behind them, and how much was done by whose count.

Each question gives typed rows: named, gathered and counted here, and nothing decided. Figures of different bases or
reporters are never added, and none replaces another (definitions: "progress").
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Unpack

from truce_tracker import rows
from truce_tracker.dates import days_between
from truce_tracker.judgements.asking import OWES, Answer, Asker, Day, Filters, grouped, ids_in, named, pick, total_of

_THIRD_PARTY = "third party"


class Milestones(Asker):
    """A store, open for questions about days."""

    def deadlines(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.MilestoneRow]:
        """Every milestone known by the day, by its due day."""
        return self._milestones(as_of, filters, overdue=False)

    def overdue(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.MilestoneRow]:
        """The milestones past their day that were not met, or of which it is disputed; longest past first."""
        return self._milestones(as_of, filters, overdue=True)

    def _milestones(self, as_of: Day, filters: Filters, overdue: bool) -> Answer[rows.MilestoneRow]:
        with self._within(filters):
            found = self._ask("deadlines", as_of, filters, OWES, overdue=int(overdue), words=None).fetchall()
            moves = self._moves(found, as_of)
            self._show(found)
            reports, stated, readings, figures, targets, variants, clocks = (
                grouped(self._ask_behind(name, as_of))
                for name in (
                    *("reports", "stated_by", "readings", "progress_figures", "progress_targets"),
                    *("variants", "clocks"),
                )
            )
            answer = (
                milestone_row(
                    row,
                    BehindMilestone(
                        reports.get(row[0], []),
                        stated.get(row[0], []),
                        readings.get(row[0], []),
                        moves.get(row[0]),
                        progress(figures.get(row[0], ()), targets.get(row[0], ())),
                        variants.get(row[0], []),
                        clocks.get(row[0], []),
                    ),
                    str(as_of),
                )
                for row in found
            )
            return Answer(answer, total_of(found), "MilestoneRow")

    def _moves(self, found: list[sqlite3.Row], as_of: Day) -> dict[str, rows.MovedTo]:
        """Where the milestones were moved to, and who states the day there."""
        self._show(row for row in found if row["status"] == "moved")
        moves = self._ask_behind("moved_to", as_of).fetchall()
        self._show([(row["first_milestone"],) for row in moves])
        stated = grouped(self._ask_behind("stated_by", as_of))
        by = {milestone: tuple(sorted({each["party"] for each in said})) for milestone, said in stated.items()}
        return {
            row["milestone"]: rows.MovedTo(row["deadline"], row["due"], by.get(row["first_milestone"], ()))
            for row in moves
        }


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


def reporters(found: Iterable[sqlite3.Row]) -> tuple[str, ...]:
    """The parties that reported something, sorted, and ``third party`` at the end where one did."""
    parties = {row["party"] for row in found}
    return (*sorted(party for party in parties if party), *((_THIRD_PARTY,) if None in parties else ()))


# -- how much was done -------------------------------------------------------------------------------------------------


def progress(figures: Iterable[sqlite3.Row], targets: Iterable[sqlite3.Row]) -> tuple[rows.Progress, ...]:
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


def _counted(found: list[sqlite3.Row], target: float | None) -> rows.Progress:
    taken = [row for row in found if row["cumulative"]][:1] or list(_apart(found)) or found[:1]
    latest, amount = taken[0], sum(row["amount"] for row in taken)
    return rows.Progress(
        party=latest["party"],
        speaker=latest["speaker"],
        basis=latest["basis"],
        quantity=latest["quantity"] if len(taken) == 1 else f"{amount:.15g} {latest['unit']}",
        share=amount / target if target else None,
        said=latest["said"],
        claim=latest["claim"],
    )


def _apart(found: list[sqlite3.Row]) -> Iterator[sqlite3.Row]:
    """From the latest backwards, the figures whose period overlaps that of none taken."""
    taken: list[sqlite3.Row] = []
    for row in found:
        if row["covers_first"] and not any(_overlap(row, other) for other in taken):
            taken.append(row)
            yield row


def _overlap(one: sqlite3.Row, other: sqlite3.Row) -> bool:
    return bool(one["covers_first"] <= other["covers_last"] and other["covers_first"] <= one["covers_last"])
