"""An amount as the notation of `truce_tracker.quantities` writes it, checked by reading it."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import read_quantity


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity found in a text: `written` is in the notation; `start` and `end` are places in the searched text."""

    written: str
    start: int
    end: int
    is_share: bool  # a percentage


def written_amount(bound: str, number: str, unit: str, period: str | None, start: int, end: int) -> Amount | None:
    """The amount in the notation; None where the notation cannot carry it."""
    joined = f"{number}{unit}" if unit == "%" else f"{number} {unit}"
    written = " ".join(filter(None, (bound, joined, f"per {period}" if period else "")))
    try:
        read_quantity(written)
    except UnreadableValue:
        return None
    return Amount(written, start, end, unit in ("%", "percentage points"))
