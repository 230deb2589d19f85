"""Taking commands back, and an undo too; and the ledger as it stood on a day: all by what history holds.

To take back is a command of its own: nothing leaves the history. A command is in force as long as no undo in force
takes it back. One whose records were changed again since, or are referred to, cannot be taken back alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truce_tracker.errors import LedgerProblems, TruceError
from truce_tracker.ledger_file import history
from truce_tracker.ledger_file.amending import Amendment, refuse
from truce_tracker.ledger_file.format import SINGULAR
from truce_tracker.ledger_file.history import Earlier, Key
from truce_tracker.rows.log import numbers_in, standing
from truce_tracker.store import Connection, named_rows


@dataclass(frozen=True, slots=True)
class Operation:
    """A command that changed the ledger. `takes_back` are those that it undid, `in_force` tells whether it holds."""

    number: int
    command: str
    takes_back: tuple[int, ...]
    in_force: bool

    @property
    def is_ordinary(self) -> bool:
        """Whether it is neither an undo nor a redo."""
        return not self.takes_back


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Commands that are taken back, the newest first, by an amendment that is checked."""

    operations: tuple[Operation, ...]
    amendment: Amendment


def operations(connection: Connection) -> list[Operation]:
    """All commands, in the order in which they were written."""
    rows = list(named_rows(connection.execute("SELECT * FROM operation ORDER BY number")))
    taking_back = {row["number"]: numbers_in(row["takes_back"]) for row in rows}
    in_force = standing(taking_back.items())
    return [
        Operation(row["number"], row["command"], taking_back[row["number"]], row["number"] in in_force) for row in rows
    ]


def undo_last(amendment: Amendment, count: int) -> TakenBack:
    """Take back the last commands that are in force. Raises TruceError where there are fewer, or one cannot be."""
    found = operations(amendment.connection)
    ordinary = [each for each in found if each.is_ordinary and each.in_force and not _is_before_history(each)]
    if not ordinary:
        raise TruceError("there is nothing to undo: no command has changed this ledger; `truce log` lists them")
    if len(ordinary) < count:
        raise TruceError(f"only {len(ordinary)} can be undone; `truce log` lists them")
    return _take_back(amendment, found, ordinary[: -count - 1 : -1])


def undo_one(amendment: Amendment, number: int) -> TakenBack:
    """Take back one command, and none after it. Raises TruceError where it cannot be, with the reason."""
    found = operations(amendment.connection)
    operation = next((each for each in found if each.number == number), None)
    if operation is None:
        raise TruceError(f"there is no command {number}; `truce log` lists them")
    if not operation.is_ordinary:
        raise TruceError(f"command {number} is itself an undo or a redo: `truce redo` takes the last undo back")
    if _is_before_history(operation):
        raise TruceError(f"command {number} is what was there before history was kept: it cannot be taken back")
    if not operation.in_force:
        raise TruceError(f"command {number} is taken back already")
    return _take_back(amendment, found, [operation])


def redo(amendment: Amendment) -> TakenBack:
    """Take back the last undo. Raises TruceError where there is none, or something was changed since."""
    found = operations(amendment.connection)
    undone = next((each for each in reversed(found) if each.in_force and _is_undo(each, found)), None)
    if undone is None:
        raise TruceError("there is nothing to redo: no undo is in force; `truce log` lists the commands")
    newer = next((each for each in found if each.number > undone.number and each.is_ordinary and each.in_force), None)
    if newer is not None:
        raise TruceError(
            f"command {newer.number} (`{newer.command}`) changed the ledger after the undo: undo that first, or enter "
            f"again what was undone"
        )
    return _take_back(amendment, found, [undone])


def stand_as_of(connection: Connection, day: str) -> Amendment:
    """The ledger as it stood at the end of a day (UTC), as an amendment of what it is now, checked."""
    amendment = Amendment(connection)
    amendment.window.read_all()
    history.begin(connection)
    query = "SELECT number FROM operation WHERE moment < ? ORDER BY number DESC LIMIT 1"
    last = connection.execute(query, (f"{day}T24",)).fetchone()
    changes = history.changes_after(connection, last[0] if last else 0)
    _put_back(amendment, history.as_of(changes, amendment.stored), f"the ledger of {day}")
    refuse(amendment.check())
    return amendment


def _is_before_history(operation: Operation) -> bool:
    return operation.command == history.BEFORE_HISTORY


def _is_undo(operation: Operation, found: Iterable[Operation]) -> bool:
    ordinary = {each.number for each in found if each.is_ordinary}
    return not operation.is_ordinary and ordinary.issuperset(operation.takes_back)


def _take_back(amendment: Amendment, found: list[Operation], chosen: list[Operation]) -> TakenBack:
    gone = {each.number for each in chosen}
    others = {each.number: each for each in found if each.in_force and each.is_ordinary and each.number not in gone}
    wanted: dict[Key, Earlier] = {}
    changed_since: dict[Key, Operation] = {}
    for change in history.changes_after(amendment.connection, min(gone) - 1):  # the newest first
        if change.operation in gone:
            if (later := changed_since.get(change.key)) is not None:
                raise _in_the_way(chosen, change.key, later)
            wanted[change.key] = history.before(change, wanted.get(change.key) or amendment.stored(change.key))
        elif change.operation in others:
            changed_since[change.key] = others[change.operation]
    amendment.takes_back = tuple(sorted(gone))
    amendment.window.expect(len(wanted))
    _put_back(amendment, wanted, f"undo of {_names(chosen)}")
    _refuse_what_refers(amendment, wanted, chosen)
    try:
        refuse(amendment.check())
    except LedgerProblems as error:
        raise TruceError(f"{_names(chosen)} cannot be taken back: the ledger would not hold:\n{error}") from error
    return TakenBack(tuple(chosen), amendment)


def _put_back(amendment: Amendment, wanted: dict[Key, Earlier], told_as: str) -> None:
    for key, earlier in wanted.items():
        amendment.put_back(key, earlier, told_as)


def _refuse_what_refers(amendment: Amendment, wanted: dict[Key, Earlier], chosen: list[Operation]) -> None:
    """Raise TruceError where a record is to go that another one refers to: it was entered, or changed, later."""
    for (list_name, identity), earlier in wanted.items():
        if earlier.values is not None:
            continue
        hanging = [f"{record.path(key)}" for record, key in amendment.referring(list_name, identity)]
        if hanging:
            shown = ", ".join(hanging[:5]) + (f" and {len(hanging) - 5} more" if len(hanging) > 5 else "")
            raise TruceError(
                f"{_names(chosen)} cannot be taken back: it added {SINGULAR[list_name]} {identity}, to which "
                f"{shown} refers; change that first, or undo the command that entered it (`truce log ID` names it)"
            )


def _in_the_way(chosen: list[Operation], key: Key, later: Operation) -> TruceError:
    return TruceError(
        f"{_names(chosen)} cannot be taken back alone: command {later.number} (`{later.command}`) changed "
        f"{SINGULAR[key[0]]} {key[1]} again; undo that first, with `truce undo --command {later.number}`"
    )


def _names(chosen: list[Operation]) -> str:
    numbers = sorted(each.number for each in chosen)
    return f"command {numbers[0]}" if len(numbers) == 1 else f"commands {', '.join(map(str, numbers))}"
