"""A span of days along a line: which days are drawn, where a day falls, where the ticks stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_LEFT_OUT = 0.05  # of the earliest claims, so that a lone one years ago does not press the rest into a corner
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale; a strong one begins a year."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `first` to `last` drawn from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day falls."""
        return self.left + (self.right - self.left) * ((day - self.first).days / max(1, (self.last - self.first).days))

    def shows(self, day: date) -> bool:
        """Whether the day is drawn."""
        return self.first <= day <= self.last

    def ticks(self, apart: float) -> Iterator[Tick]:
        """The first days of months, so many that their labels stand `apart` or wider."""
        a_month = (self.right - self.left) / max(1.0, (self.last - self.first).days / 30.44)
        step = next((step for step in _STEPS if step * a_month >= apart), _STEPS[-1])
        for number in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            day = date(number // 12, number % 12 + 1, 1)
            if number % step == 0 and self.shows(day):
                yield Tick(round(self.x(day), 1), _label(day, step), day.month == 1)


def span(said: Sequence[date], due: Sequence[date], as_of: date) -> tuple[date, date]:
    """The days to draw: from the bulk of the claims to the days that are soon due."""
    early = sorted(said)[int(len(said) * _LEFT_OUT)] if said else as_of
    ahead = as_of + timedelta(days=max(60, (as_of - early).days // 4))
    last = max([as_of, *(day for day in due if day <= ahead)])
    return early.replace(day=1), last + timedelta(days=max(7, (last - early).days // 40))


def _label(day: date, step: int) -> str:
    return str(day.year) if step >= 12 or day.month == 1 else _MONTHS[day.month - 1]
