"""Questions that hold words against words: one party over time, both parties side by side, and silence."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from typing import Unpack

from truce_tracker import rows as kinds
from truce_tracker.dates import days_between
from truce_tracker.judgements.asking import Answer, Asker, Day, Filters, grouped

_FLAGS = ("announced", "softened", "told_otherwise")
_CELL = (
    "party", "role", "position", "since", "claim", "speaker", "said", "source", "quote", "text", "quantity", "due",
    "modality", "chances", "last_checked", "outlet", "words", "condition",
)  # fmt: skip


class Comparing(Asker):
    """A store, open for questions about words beside words."""

    def drift(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.DriftRow]:
        """The days that one party gave for one commitment, in order, and the verbs that it softened."""
        rows = [_drift_row(row) for row in self._ask("drift", as_of, filters)]
        return Answer(rows, self._total("drift", as_of, filters, len(rows)))

    def compare(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.ComparisonRow]:
        """Every commitment of the topics and commitments asked for, with what each party says of it.

        `party` keeps the cells of these parties alone; no third parties then.
        """
        wanted = [*(filters.get("commitment") or ()), *self._on_topics(filters.get("topic") or ())]
        with self._with_chances(wanted, as_of):
            groups = grouped(self._ask("comparison", as_of, filters))
            self._show(rows[0] for rows in groups.values())
            given = grouped(self._ask_behind("exchanges", as_of))
        parties = set(filters.get("party") or ())
        return Answer(_comparison_row(rows, given.get(rows[0][0], []), parties) for rows in groups.values())

    def silence(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.SilenceRow]:
        """By party and topic, the claims of others that it has taken no position on."""
        found = self._ask("silence", as_of, filters)
        groups = groupby(found, key=lambda row: (row["party"], row["topic"]))
        rows = [_silence_row(list(rows), str(as_of)) for _, rows in groups]
        return Answer(rows[: filters.get("limit")], len(rows))


def _drift_row(row: sqlite3.Row) -> kinds.DriftRow:
    flags = {name: None if row[name] is None else bool(row[name]) for name in _FLAGS}
    moved = row["before"] is not None and row["kind"] != "modality"
    slipped = days_between(row["before"], row["value"]) if moved else None
    return kinds.DriftRow(**(dict(row) | flags), slipped=slipped)


def _comparison_row(rows: list[sqlite3.Row], given: list[sqlite3.Row], parties: set[str]) -> kinds.ComparisonRow:
    head = {name: rows[0][name] for name in ("commitment", "summary", "topic", "status", "state")}
    cells = [_cell(row) for row in rows if not parties or row["party"] in parties]
    return kinds.ComparisonRow(
        **head,
        state_one_sided=bool(rows[0]["state_one_sided"]),
        cells=tuple(cell for cell in cells if cell.party),
        third_parties=tuple(cell for cell in cells if not cell.party),
        in_exchange_for=tuple(kinds.Exchange(each["in_exchange_for"], each["status"], each["state"]) for each in given),
    )


def _cell(row: sqlite3.Row) -> kinds.Cell:
    differs = tuple(name for name in ("quantity", "due", "modality") if row[f"{name}_differs"])
    told_also = tuple(row["told_also"].split("\n")) if row["told_also"] else ()
    return kinds.Cell(**{name: row[name] for name in _CELL}, differs=differs, told_also=told_also)


def _silence_row(rows: list[sqlite3.Row], as_of: str) -> kinds.SilenceRow:
    first = rows[0]
    names = ("party", "topic", "since", "statements", "chances", "last_checked")
    return kinds.SilenceRow(
        **{name: first[name] for name in names},
        claims=tuple(row["claim"] for row in rows),
        days=days_between(first["since"], as_of),
        unchecked=tuple(row["claim"] for row in rows if row["unchecked"]),
    )
