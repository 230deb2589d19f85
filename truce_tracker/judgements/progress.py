"""How much was done: by reporter, basis and unit the latest figure, or the sum of those for separate periods.

Figures of different bases or reporters are never added, and none replaces another (definitions: "progress").
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from truce_tracker.rows import Progress


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
