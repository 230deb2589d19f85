"""The timeline on a terminal: a line a day, a bar for each window, a mark where today is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from truce_tracker.render.cells import voice
from truce_tracker.render.printable import Write, write_lines
from truce_tracker.render.wrapping import faint, strong, toned_head, wrapped

if TYPE_CHECKING:
    from truce_tracker.rows import TimelineRow

_DAY = 12  # columns of a day and the gap behind it
_INDENT = " " * _DAY
_HANG = "  "
_ENDS = 22  # columns of the two days beside a bar
_LONGEST, _SHORTEST = 60, 8  # columns of a bar
_WINDOW, _OUTSIDE, _TODAY = "━", "·", "│"


def write_timeline(rows: Sequence[TimelineRow], write: Write, *, width: int, today: str, colour: bool = False) -> None:
    """Write the rows for a terminal of `width` columns; `today` is the day that they are as of."""
    if rows:
        write_lines((f"{line}\n" for line in _lines(rows, width, today, colour)), write)


@dataclass(frozen=True, slots=True)
class _Scale:
    """The days from the first to the last that any window reaches, laid over the columns of a bar."""

    first: int
    last: int
    columns: int

    def column(self, day: str) -> int:
        """The column of a day; the ends where it lies outside."""
        share = (_ordinal(day) - self.first) / max(self.last - self.first, 1)
        return min(max(round(share * (self.columns - 1)), 0), self.columns - 1)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _lines(rows: Sequence[TimelineRow], width: int, today: str, colour: bool) -> Iterator[str]:
    scale = _scale(rows, width, today)
    before = ""
    for row in rows:
        if before and (before <= today) != (row.day <= today):
            yield _mark(today, width, colour)
        yield from _entry(row, row.day if row.day != before else "", width, colour)
        if row.kind != "claim" and row.begins and row.ends:
            yield _INDENT + _bar(row.begins, row.ends, today, scale)
        before = row.day
    if all(row.day <= today for row in rows):
        yield _mark(today, width, colour)


def _mark(today: str, width: int, colour: bool) -> str:
    text = f"── {today}, the day asked for "
    return strong(text + "─" * max(min(width, 80) - len(text), 2), colour)


def _entry(row: TimelineRow, day: str, width: int, colour: bool) -> Iterator[str]:
    what = _what(row)
    text = f"{what}: {row.text or row.commitment or row.topic or ''}".rstrip(": ")
    first, *others = toned_head([line[_DAY:] for line in wrapped(text, width, _INDENT, _HANG)], what, colour)
    yield strong(f"{day:<{_DAY}}", colour and bool(day)) + first
    yield from (_INDENT + line for line in others)
    for line in wrapped(row.id, width, _INDENT + _HANG):
        yield faint(line, colour)


def _what(row: TimelineRow) -> str:
    """``due, overdue``; ``check of CN``; ``US bessent affirms (some day until 2025-11-23)``."""
    if row.kind == "claim":
        return f"{' '.join(voice(row))} {row.state}" + (f" (some day until {row.ends})" if row.ends else "")
    return f"check of {row.party}" if row.kind == "check" else f"{row.kind}, {row.state}"


def _scale(rows: Sequence[TimelineRow], width: int, today: str) -> _Scale:
    days = [today]
    for row in rows:
        if row.kind != "claim" and row.begins and row.ends:
            days += [row.begins, row.ends]
    columns = max(min(width - _DAY - _ENDS, _LONGEST), _SHORTEST)
    return _Scale(_ordinal(min(days)), _ordinal(max(days)), columns)


def _bar(begins: str, ends: str, today: str, scale: _Scale) -> str:
    first, last = scale.column(begins), scale.column(ends)
    marks = [_WINDOW if first <= column <= last else _OUTSIDE for column in range(scale.columns)]
    marks[scale.column(today)] = _TODAY
    return f"{begins} {''.join(marks)} {ends}"
