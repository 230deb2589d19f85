"""What a phrase can name (a day, a holiday, a month ...) as the first and last day it can mean. It reads no words."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

Span = tuple[date, date]  # first and last day, both included

PRECISIONS = {
    "day": "day", "holiday": "day", "weekday": "day", "month": "month", "quarter": "quarter", "half": "quarter",
    "season": "quarter", "year": "year",
}  # fmt: skip


class NoDayError(ValueError):
    """No day can be read honestly; the text says why in plain words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day or period that a phrase names. Without a year `at` gives its span in any year; else `options` holds all
    spans that it can mean, in order."""

    words: str
    kind: str  # a key of PRECISIONS
    options: tuple[Span, ...] = ()
    at: Callable[[int], Span | None] | None = None
    edge: str = ""  # "end": its end is named; "mid": its middle
    several: bool = False  # a run of days, months, years: "10-15 November"
    relative: bool = False  # counted from the day it was said: "tomorrow", "this month"
    note: str = ""

    @property
    def precision(self) -> str:
        """How precisely it names a day: day, month, quarter or year."""
        return PRECISIONS[self.kind]

    @property
    def is_stated(self) -> bool:
        """Whether the words alone say which one it is, whenever they were said: its year is there."""
        return len(self.options) == 1 and not self.relative and self.kind != "weekday"

    @property
    def is_day(self) -> bool:
        """Whether it is one day of the calendar, from which other days can be counted."""
        return self.precision == "day" and not self.several

    def near(self, day: date) -> Sequence[Span]:
        """What it can mean around a day, in order."""
        if self.options or not self.at:
            return self.options
        years = range(max(day.year - 1, 1), min(day.year + 1, 9999) + 1)
        return [span for span in map(self.at, years) if span]

    def narrowed(self, words: str, keep: Callable[[Span], Span | None], **changes: object) -> Mention:
        """The same with each span changed by `keep`; a span for which it gives None is dropped."""
        at = self.at
        options = tuple(span for span in map(keep, self.options) if span)
        yearly = (lambda year: (span := at(year)) and keep(span)) if at else None
        return replace(self, words=words, options=options, at=yearly, **changes)  # type: ignore[arg-type]

    def in_year(self, year: int, words: str, relative: bool = False) -> Mention:
        """The same in a year that is said. Raises NoDayError where that year has none."""
        span = self.at(year) if self.at else None
        if not span:
            raise NoDayError(f"there is no {self.words} in {year}")
        return replace(self, words=words, options=(span,), relative=relative)


def day_span(year: int, month: int, day: int) -> Span | None:
    """One day as a span; None where the calendar has no such day."""
    try:
        return (date(year, month, day),) * 2
    except ValueError:
        return None


def months_span(year: int, first: int, last: int) -> Span:
    """From the first day of one month to the last day of another month of a year."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
