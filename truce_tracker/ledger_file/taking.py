"""A file's records beside the ledger: what only the file changed is taken, what only the ledger changed stays.

A file that truce exported says from which revision. What changed here since then is known, and compared value by value;
where both changed one value, somebody has to say which holds. A file that says no revision is taken as it stands.
"""

from __future__ import annotations

from enum import Enum

from truce_tracker.errors import Problem
from truce_tracker.ledger_file import history
from truce_tracker.ledger_file.amending import Amendment
from truce_tracker.ledger_file.history import Changed, Earlier, Key
from truce_tracker.ledger_file.records import Record, Value
from truce_tracker.ledger_file.three_way import Clash, only, three_way
from truce_tracker.rows.log import said


class Side(Enum):
    """Whose value holds where both changed it."""

    OURS = "ours"  # what the ledger says by now
    THEIRS = "theirs"  # what the file says


class Taking:
    """Takes the records of one file into an amendment; `problems` are those that both sides changed."""

    def __init__(self, amendment: Amendment, revision: str | None, side: Side | None) -> None:
        self.problems: list[Problem] = []
        self.kept: list[str] = []  # records that were changed here since the file was made, and stay as they are
        self._amendment = amendment
        self._side = side
        self._then: dict[Key, Earlier] = {}  # what was changed here since, as the file was made from it
        self._is_known = False
        operation = history.operation_at(amendment.connection, revision) if revision else None
        if operation is not None:
            self._is_known = True
            self._then = history.as_of(history.changes_after(amendment.connection, operation), amendment.stored)

    def take(self, record: Record) -> Changed | None:
        """Take in a record; None where the ledger's stays as it is."""
        ours = self._amendment.record(record.list_name, record.id)
        if ours is not None and record.list_name == "sources" and (words := ours.text("text")):
            record.values.setdefault("text", words)
        key = (record.list_name, record.id)
        if key in self._then:
            return self._take_beside(record, ours, self._then[key].values)
        if self._side is Side.OURS and ours is not None and not self._is_known:
            return None
        return self._amendment.put(record)

    def _take_beside(self, record: Record, ours: Record | None, then: dict[str, Value] | None) -> Changed | None:
        """Take what the file changed into a record that was changed here, too."""
        if then is not None and record.values == then:
            if ours is None or ours.values != then:
                self.kept.append(f"{record.list_name} {record.id}")
            return None
        if ours is None:
            if self._side is None:
                self.problems.append(record.problem(f"was removed here since the file was made{_CHOOSE}"))
            return self._amendment.put(record) if self._side is Side.THEIRS else None
        theirs = record.values
        merged, clashes = three_way(record.list_name, then or {}, ours.values, theirs)
        for clash in clashes:
            if self._side is None:
                self.problems.append(record.problem(_both(clash), clash.key))
            merged |= clash.theirs if self._side is Side.THEIRS else clash.ours
        record.values = merged
        record.places = {key: place for key, place in record.places.items() if merged.get(key) == theirs.get(key)}
        return self._amendment.put(record)


def _both(clash: Clash) -> str:
    return (
        f"was changed here since the file was made: it was {said(only(clash.before))}, here it is "
        f"{said(only(clash.ours))}, in the file {said(only(clash.theirs))}{_CHOOSE}"
    )


_CHOOSE = "; load with --theirs to take the file's, with --ours to keep what is here, or edit the file"


def losses(changed: Changed) -> list[str]:
    """What is lost where a stored record is changed so: an obligor, a quote, or the speaker that a claim had."""
    before, after = changed.before, changed.after
    if before is None or after is None:
        return []
    name = f"{changed.list_name} {changed.id}"
    dropped = [each for each in before.get("obligors", ()) if each not in after.get("obligors", ())]
    lost = [f"{name}: the obligor {each} is dropped" for each in dropped]
    if changed.list_name == "claims":
        if "quote" in before and "quote" not in after:
            lost.append(f"{name}: its quote {said(before['quote'])} is dropped")
        for key in ("speaker", "party"):
            if key in before and before[key] != after.get(key):
                lost.append(f"{name}: its {key} is {said(after.get(key))}, and was {said(before[key])}")
    return lost
