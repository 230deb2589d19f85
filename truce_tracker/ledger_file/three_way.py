"""What a record says after two sides changed it, each by itself: what one side alone changed holds, and what both did.

Keys that say one thing in two ways (`party` and `parties`) are one thing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from truce_tracker.ledger_file.format import LISTS, SIBLINGS
from truce_tracker.ledger_file.records import Value

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Clash:
    """What both sides changed, each otherwise: the keys of it that were written before, and that each side writes."""

    before: Values
    ours: Values
    theirs: Values

    @property
    def key(self) -> str:
        """The key by which a problem names it: that of theirs, where they write one."""
        return next(iter([*self.theirs, *self.ours]))


def three_way(list_name: str, before: Values, ours: Values, theirs: Values) -> tuple[dict[str, Value], list[Clash]]:
    """What a record says in the end, but for what both sides changed otherwise, which is told."""
    merged: dict[str, Value] = {}
    clashes: list[Clash] = []
    for keys in _together(list_name):
        was, left, right = ({key: side[key] for key in keys if key in side} for side in (before, ours, theirs))
        if left == right or right == was:
            merged |= left
        elif left == was:
            merged |= right
        else:
            clashes.append(Clash(was, left, right))
    return merged, clashes


def only(values: Values) -> Value | None:
    """The value of the one key that a side writes; None where it writes none."""
    return next(iter(values.values()), None)


def _together(list_name: str) -> Iterator[tuple[str, ...]]:
    siblings = SIBLINGS.get(list_name, {})
    for key in LISTS[list_name]:
        if key not in siblings.values():
            yield (key, siblings[key]) if key in siblings else (key,)
