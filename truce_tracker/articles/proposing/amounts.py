"""A quantity found in a text, in any language: read as a ledger file reads it, alone or as the two ends of a range.

Where a number stands, and what makes two of them one range, is told by `english.amounts` and `chinese.amounts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import as_notation, read_quantity


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity found in a text: `written` is in the notation; `start` and `end` are places in the searched text."""

    written: str
    start: int
    end: int
    is_share: bool  # a percentage


class Pair(Enum):
    """What a number and the one before it are to each other."""

    APART = auto()
    RANGE = auto()
    UNSURE = auto()  # one number or the other, or both: nothing is read


def amount_read(words: str, start: int, end: int) -> Amount | None:
    """The amount that words are, as a ledger file reads them; None where they are none for sure."""
    try:
        quantity = read_quantity(words)
    except UnreadableValue:
        return None
    return Amount(as_notation(quantity), start, end, quantity.unit in ("%", "percentage points", "basis points"))


def amounts_of(
    numbers: Iterable[re.Match[str]],
    pair: Callable[[re.Match[str], re.Match[str]], Pair],
    read: Callable[[re.Match[str], re.Match[str]], Amount | None],
) -> tuple[Amount, ...]:
    """The amounts of the numbers of a text; `read` takes both ends of a range, or one number twice."""
    found: list[Amount] = []
    before: re.Match[str] | None = None
    for number in numbers:
        kind = pair(before, number) if before else Pair.APART
        alone = before is not None and found and found[-1].start == before.start()
        both = read(before, number) if before and kind is Pair.RANGE else None
        if both:
            found[-1:] = [both] if alone else [*found[-1:], both]
        elif (kind is Pair.APART or alone) and (amount := read(number, number)):
            found.append(amount)  # ends that are amounts by themselves stay apart: "20% to 10%"
        before = None if both else number
    return tuple(found)
