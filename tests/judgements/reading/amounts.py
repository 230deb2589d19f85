"""Quantities as they compare: "both ends of a range", in base units. No claims here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truce_tracker.quantities import read_quantity

_RANGE = re.compile(r"([0-9][0-9.,]*) ?(?:to|-|–) ?([0-9][0-9.,]*)( .*)")


@dataclass(frozen=True)
class Amount:
    """A quantity: its ends (equal where it is no range), its base unit, its period, its bound."""

    low: float
    high: float
    unit: str
    period: str | None
    bound: str


def amount(written: str) -> Amount:
    """Definitions: "`[bound] number [scale] unit [per period]` [...] or two numbers, `10 to 12 million t`"."""
    if ends := _RANGE.fullmatch(written):
        low, high = (read_quantity(f"{end}{ends[3]}") for end in (ends[1], ends[2]))
        return Amount(low.amount, high.amount, high.unit, high.period, "range")
    read = read_quantity(written)
    upper = getattr(read, "upper", None)  # the readers of values learn ranges by themselves
    return Amount(read.amount, read.amount if upper is None else upper, read.unit, read.period, read.bound)


def in_base_units(total: float, unit: str) -> str:
    """Definitions: "of a sum the sum in base units"."""
    return f"{int(total) if total == int(total) else total} {unit}"
