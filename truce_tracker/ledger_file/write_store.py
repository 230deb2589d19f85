"""Rows -> the store: what is new is inserted, what differs updated, what hangs on a row replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from truce_tracker.alike import sample
from truce_tracker.ledger_file.format import SINGULAR
from truce_tracker.ledger_file.history import Changed, Key
from truce_tracker.ledger_file.inserting import insert_rows, update_row
from truce_tracker.ledger_file.read_store import CHILDREN, Rows, in_chunks
from truce_tracker.ledger_file.rows_found import Children, Resolved, Row
from truce_tracker.store import Connection

_BATCH = 5_000  # rows written between two reports of progress

_ANCHOR = ("claim", "source", "begins", "ends", "exact", "prefix", "suffix", "in_marks")

Progress = Callable[[str, int, int], object]  # told what is going on, how far it is, and of how much


class Writer:
    """Writes what differs, table by table. Rows keep their `entry` for good; `recorded` is the moment at which what the
    record says was entered."""

    def __init__(
        self, connection: Connection, recorded: str, changes: Mapping[Key, Changed], progress: Progress
    ) -> None:
        self.connection = connection
        self.recorded = recorded
        self.changes = changes
        self.progress = progress
        self.touched: dict[str, set[str]] = defaultdict(set)  # table -> ids of the rows that were written

    def write(self, before: Rows, children: Mapping[str, Children], resolved: Resolved) -> None:
        """Write the rows of all lists and what hangs on them; `before` and `children` are what the store holds."""
        for list_name, name in SINGULAR.items():
            self._write_entered(list_name, before[name], resolved.rows[name])
            if name == "deadline":
                self._write_milestones(before["milestone"], resolved.rows["milestone"])
        for child in CHILDREN:
            self._write_children(child, children[child], resolved.children[child])

    def write_texts(self, before: Mapping[str, str | None], resolved: Resolved) -> None:
        """Write the words of sources, with the sample to compare them by; `before` are the stored ones that may be
        others now, by source."""
        after = {row["source"]: row for row in resolved.rows["source_text"]}
        for list_name, source in self.changes:
            if list_name == "sources" and before.get(source) and source not in after:
                self._replace("source_text", "source", source, [])
                self._replace("sample", "source", source, [])
        for source, row in after.items():
            if before.get(source) != row["text"]:
                (entry,) = self.connection.execute("SELECT entry FROM source WHERE id = ?", (source,)).fetchone()
                new = row | {"entry": entry, "recorded": self._moment(("sources", source))}
                self._replace("source_text", "source", source, [new])
                self._replace(
                    "sample", "source", source, [{"run": run, "source": source} for run in sample(row["text"])]
                )

    def write_anchors(self, looked_at: Iterable[str], resolved: Resolved) -> None:
        """Write where quotes stand, for all claims that were looked at, and none for those that are gone; what stands
        where it stood stays as it is."""
        removed = (each.id for each in self.changes.values() if each.list_name == "claims" and each.after is None)
        query = f"SELECT {', '.join(_ANCHOR)} FROM anchor WHERE claim IN ({{marks}})"
        stored = {row[0]: tuple(row) for row in in_chunks(self.connection, query, {*looked_at, *removed})}
        after = {row["claim"]: row for row in resolved.rows["anchor"]}
        wanted = {identity: tuple(row[column] for column in _ANCHOR) for identity, row in after.items()}
        gone = [(identity,) for identity, row in stored.items() if wanted.get(identity) != row]
        self.connection.executemany("DELETE FROM anchor WHERE claim = ?", gone)
        if new := [row for identity, row in after.items() if stored.get(identity) != wanted[identity]]:
            insert_rows(self.connection, "anchor", new)

    def _write_entered(self, list_name: str, before: dict[str, Row], after: list[Row]) -> None:
        name = SINGULAR[list_name]
        gone = before.keys() - {row["id"] for row in after}
        self.connection.executemany(f'DELETE FROM "{name}" WHERE id = ?', [(identity,) for identity in gone])
        self.touched[name] |= gone | {row["id"] for row in after if row["id"] not in before}
        if name == "deadline":
            self._touch_commitments(*map(before.__getitem__, gone), *(row for row in after if row["id"] not in before))
        self._insert(name, self._new_rows(list_name, before, [row for row in after if row["id"] not in before]))
        for row in after:
            old = before.get(row["id"])
            if old is None or old is row:
                continue
            changed = self.changes.get((list_name, row["id"]))
            if changed is not None and changed.keys:
                row["recorded"] = self._moment((list_name, row["id"]))
            if any(old[column] != value for column, value in row.items()):
                self.touched[name].add(row["id"])
                if name == "deadline":
                    self._touch_commitments(old, row)
                update_row(self.connection, name, row)

    def _touch_commitments(self, *deadlines: Row) -> None:
        self.touched["commitment"] |= {row["commitment"] for row in deadlines}

    def _new_rows(self, list_name: str, before: dict[str, Row], new: list[Row]) -> list[Row]:
        """Rows to insert: each with the place that it had once, else with the next that nothing ever had."""
        if not new:
            return new
        last = f'SELECT MAX(entry) FROM "{SINGULAR[list_name]}"'
        kept = "SELECT MAX(entry) FROM change WHERE list = ? AND entry IS NOT NULL"
        entry = max(
            self.connection.execute(last).fetchone()[0] or 0,
            self.connection.execute(kept, (list_name,)).fetchone()[0] or 0,
        )
        for row in new:
            back = self.changes[list_name, row["id"]].put_back
            if back is not None and back.entry is not None:
                row["entry"] = back.entry
            else:
                entry += 1
                row["entry"] = entry
            row["recorded"] = self._moment((list_name, row["id"]))
        return new

    def _moment(self, key: Key) -> str:
        back = self.changes[key].put_back
        return back.recorded if back is not None and back.recorded is not None else self.recorded

    def _insert(self, name: str, rows: list[Row]) -> None:
        """Insert rows by way of a temporary table, many in one statement.

        After each statement SQLite writes what it added to the search index: with a statement for each row, a load
        took three times as long.
        """
        if not rows:
            return
        self.connection.execute(f'CREATE TEMP TABLE staged AS SELECT * FROM "{name}" WHERE FALSE')
        for start in range(0, len(rows), _BATCH):
            self.progress(f"writing {name}", start, len(rows))
            insert_rows(self.connection, name, rows[start : start + _BATCH], into="temp.staged")
            self.connection.execute(f'INSERT INTO "{name}" SELECT * FROM temp.staged')
            self.connection.execute("DELETE FROM temp.staged")
        self.connection.execute("DROP TABLE temp.staged")

    def _write_milestones(self, before: dict[str, Row], after: list[Row]) -> None:
        stored, wanted = _by_deadline(before.values()), _by_deadline(after)
        gone = [(identity,) for identity, rows in stored.items() if wanted.get(identity) != rows]
        new = [row for identity, rows in wanted.items() if stored.get(identity) != rows for row in rows]
        self.touched["deadline"] |= {identity for (identity,) in gone} | {row["deadline"] for row in new}
        if gone:
            self.connection.executemany("DELETE FROM milestone WHERE deadline = ?", gone)
        if new:
            insert_rows(self.connection, "milestone", new)

    def _write_children(self, child: str, before: Children, after: Children) -> None:
        """Write which ids hang on which row, where that is not as it was."""
        parent, column = CHILDREN[child]
        gone = [(identity,) for identity, items in before.items() if after.get(identity, []) != items]
        new = [
            (identity, value, place)
            for identity, items in after.items()
            if before.get(identity, []) != items
            for place, value in enumerate(items)
        ]
        self.touched[parent] |= {each[0] for each in gone} | {each[0] for each in new}
        if child == "deadline_replaces":
            self.touched[parent] |= {each for (identity,) in gone for each in before[identity]}
            self.touched[parent] |= {replaced for _, replaced, _ in new}
        if gone:
            self.connection.executemany(f'DELETE FROM "{child}" WHERE "{parent}" = ?', gone)
        if new:
            statement = f'INSERT INTO "{child}" ("{parent}", "{column}", place) VALUES (?, ?, ?)'
            self.connection.executemany(statement, new)

    def _replace(self, name: str, column: str, value: str, rows: list[Row]) -> None:
        self.connection.execute(f"DELETE FROM {name} WHERE {column} = ?", (value,))
        if rows:
            insert_rows(self.connection, name, rows)


def _by_deadline(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["deadline"]].append(row)
    for milestones in found.values():
        milestones.sort(key=lambda row: row["id"])
    return dict(found)
