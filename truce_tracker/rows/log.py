"""The history of a ledger: its commands, and what each did to records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from truce_tracker.errors import quoted

Value = str | list[str] | None


@dataclass(frozen=True, slots=True)
class ChangeKept:
    """What a command did to one record: `kind` is added, changed, removed or renamed.

    `before` and `after` hold the values that differ, by key, None where there was none; both are empty of a record that
    was added, and `before` holds all of one that was removed. `was` is the id that a renamed record had.
    """

    list: str
    id: str
    kind: str
    was: str | None
    before: dict[str, Value]
    after: dict[str, Value]

    def told(self) -> tuple[str, ...]:
        """What was done to it, a line for each value."""
        before = None if self.kind in ("added", "renamed") else self.before
        return tuple(told(self.list, self.id, before, None if self.kind == "removed" else self.after, self.was))


@dataclass(frozen=True, slots=True)
class LogRow:
    """A command that changed the ledger: its number, when (UTC), as it was typed, and by whom.

    `takes_back` are the commands that an undo took back, or the undo that a redo did; `in_force` is false of a command
    that is taken back. `records` counts what it changed by kind; `changes` are those asked for: of one record, or
    all but additions.
    """

    number: int
    moment: str
    command: str
    by: str | None
    takes_back: tuple[int, ...]
    in_force: bool
    records: dict[str, int]
    changes: tuple[ChangeKept, ...]


@dataclass(frozen=True, slots=True)
class HindsightRow:
    """A claim that was entered late: `recorded` (UTC) in the period that is asked for, though its source was out, and
    the claim `known`, before it. What was answered for the days between would be answered otherwise now."""

    recorded: str
    known: str
    claim: str
    said: str
    party: str | None
    speaker: str | None
    stance: str
    commitment: str | None
    source: str
    text: str | None


def numbers_in(takes_back: str | None) -> tuple[int, ...]:
    """The commands that an operation takes back, as the store has them: blanks between."""
    return tuple(map(int, (takes_back or "").split()))


def standing(taking_back: Iterable[tuple[int, tuple[int, ...]]]) -> set[int]:
    """The commands in force, of all: each with its number and those that it takes back. An undo that is itself taken
    back takes back nothing."""
    found: set[int] = set()
    taken: set[int] = set()
    for number, takes_back in sorted(taking_back, reverse=True):
        if number not in taken:
            found.add(number)
            taken.update(takes_back)
    return found


def told(
    list_name: str, identity: str, before: Mapping[str, Value] | None, after: Mapping[str, Value] | None,
    was: str | None = None,
) -> list[str]:  # fmt: skip
    """What was done to a record, a line for each value that differs: ``claims k1: stance affirms -> denies``."""
    name = f"{list_name} {identity}"
    if before is None:
        return [f"{name}: renamed from {was}" if was else f"{name}: added"]
    if after is None:
        return [f"{name}: removed"]
    differ = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return [f"{name}: {key} {said(before.get(key))} -> {said(after.get(key))}" for key in differ]


def said(value: Any) -> str:
    """A value as a line of text shows it."""
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else ", ".join(value)
    return text if text.isprintable() and " " not in text else quoted(text)
