"""Rows -> the store: what is new is inserted, what differs updated, what hangs on a row replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import Connection, MetaData, bindparam, delete, insert, select, update

from truce_tracker.alike import sample
from truce_tracker.ledger_file.format import SINGULAR
from truce_tracker.ledger_file.read_store import CHILDREN, Rows, stored_children
from truce_tracker.ledger_file.rows_found import Children, Resolved, Row
from truce_tracker.model import table

_BATCH = 5_000  # rows written between two reports of progress

Progress = Callable[[str, int, int], object]  # told what is going on, how far it is, and of how much


class Writer:
    """Writes what differs, table by table. Rows of a list keep their `entry` and `recorded` for good."""

    def __init__(self, connection: Connection, recorded: str, progress: Progress) -> None:
        self.connection = connection
        self.recorded = recorded
        self.progress = progress

    def write(self, before: Rows, resolved: Resolved) -> None:
        """Write the rows of all lists and what hangs on them; `before` is what the store holds."""
        for name in SINGULAR.values():
            self._write_entered(name, before[name], resolved.rows[name])
            if name == "deadline":
                self._write_milestones(before["milestone"], resolved.rows["milestone"])
        for child in CHILDREN:
            self._write_children(child, resolved.children[child])

    def write_texts(self, before: Mapping[str, str], resolved: Resolved) -> None:
        """Write the words of sources, with the sample to compare them by; `before` are the stored ones, by source."""
        sources = table("source").c
        for row in resolved.rows["source_text"]:
            source = row["source"]
            if before.get(source) != row["text"]:
                entry = self.connection.execute(select(sources.entry).where(sources.id == source)).scalar_one()
                self._replace("source_text", "source", source, [row | {"entry": entry, "recorded": self.recorded}])
                self._replace(
                    "sample", "source", source, [{"run": run, "source": source} for run in sample(row["text"])]
                )

    def write_anchors(self, looked_at: Sequence[str], resolved: Resolved) -> None:
        """Write where quotes stand, for all claims that were looked at."""
        claim = table("anchor").c.claim
        stored = {identity for (identity,) in self.connection.execute(select(claim))}
        gone = [{"gone": identity} for identity in looked_at if identity in stored]
        if gone:
            self.connection.execute(delete(table("anchor")).where(claim == bindparam("gone")), gone)
        if rows := resolved.rows["anchor"]:
            self.connection.execute(insert(table("anchor")), rows)

    def _write_entered(self, name: str, before: dict[str, Row], after: list[Row]) -> None:
        entry = max((row["entry"] for row in before.values()), default=0)
        new = [row for row in after if row["id"] not in before]
        for number, row in enumerate(new, entry + 1):
            row["entry"], row["recorded"] = number, self.recorded
        self._insert(name, new)
        identity = table(name).c.id
        for row in after:
            old = before.get(row["id"])
            if old and any(old[column] != value for column, value in row.items()):
                changed = {column: value for column, value in row.items() if column != "id"}
                self.connection.execute(update(table(name)).where(identity == row["id"]).values(changed))

    def _insert(self, name: str, rows: list[Row]) -> None:
        """Insert rows by way of a temporary table, many in one statement.

        After each statement SQLite writes what it added to the search index: with a statement for each row, a load
        took three times as long.
        """
        if not rows:
            return
        staged = table(name).to_metadata(MetaData(), name="staged")
        self.connection.exec_driver_sql(f'CREATE TEMP TABLE staged AS SELECT * FROM "{name}" WHERE 0')
        for start in range(0, len(rows), _BATCH):
            self.progress(f"writing {name}", start, len(rows))
            self.connection.execute(insert(staged), rows[start : start + _BATCH])
            self.connection.exec_driver_sql(f'INSERT INTO "{name}" SELECT * FROM temp.staged')
            self.connection.exec_driver_sql("DELETE FROM temp.staged")
        self.connection.exec_driver_sql("DROP TABLE temp.staged")

    def _write_milestones(self, before: dict[str, Row], after: list[Row]) -> None:
        stored, wanted = _by_deadline(before.values()), _by_deadline(after)
        gone = [(identity,) for identity, rows in stored.items() if wanted.get(identity) != rows]
        new = [row for identity, rows in wanted.items() if stored.get(identity) != rows for row in rows]
        if gone:
            self.connection.exec_driver_sql("DELETE FROM milestone WHERE deadline = ?", gone)
        if new:
            self.connection.execute(insert(table("milestone")), new)

    def _write_children(self, child: str, after: Children) -> None:
        """Write which ids hang on which row, where that is not as it was."""
        parent, column = CHILDREN[child]
        before = stored_children(self.connection, child)
        gone = [(identity,) for identity, items in before.items() if after.get(identity, []) != items]
        new = [
            (identity, value, place)
            for identity, items in after.items()
            if before.get(identity, []) != items
            for place, value in enumerate(items)
        ]
        if gone:
            self.connection.exec_driver_sql(f'DELETE FROM "{child}" WHERE "{parent}" = ?', gone)
        if new:
            statement = f'INSERT INTO "{child}" ("{parent}", "{column}", place) VALUES (?, ?, ?)'
            self.connection.exec_driver_sql(statement, new)

    def _replace(self, name: str, column: str, value: str, rows: list[Row]) -> None:
        self.connection.execute(delete(table(name)).where(table(name).c[column] == value))
        if rows:
            self.connection.execute(insert(table(name)), rows)


def _by_deadline(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["deadline"]].append(row)
    for milestones in found.values():
        milestones.sort(key=lambda row: row["id"])
    return dict(found)
