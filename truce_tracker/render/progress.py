"""Progress on a terminal: a bar for each figure that has a target, a mark in it where the time stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from truce_tracker.render.phrases import amount_in_words, date_in_words, percent, who
from truce_tracker.render.printable import Write, write_lines
from truce_tracker.render.wrapping import faint, strong, wrapped

if TYPE_CHECKING:
    from truce_tracker.rows import ProgressRow

_INDENT = "  "
_LONGEST, _SHORTEST = 50, 10  # columns of a bar
_SHARE = 24  # columns of a share beside the time, and the gap before it
_DONE, _TO_DO, _TIME = "█", "░", "│"


def write_progress(rows: Sequence[ProgressRow], write: Write, *, width: int, colour: bool = False) -> None:
    """Write the rows for a terminal of `width` columns, those of one commitment and milestone together."""
    columns = max(min(width - len(_INDENT) * 2 - _SHARE, _LONGEST), _SHORTEST)
    for number, (_, group) in enumerate(groupby(rows, key=lambda row: (row.commitment, row.milestone))):
        lines = [*([""] if number else []), *_together(list(group), width, columns, colour)]
        write_lines((f"{line}\n" for line in lines), write)


def _together(rows: Sequence[ProgressRow], width: int, columns: int, colour: bool) -> Iterator[str]:
    first = rows[0]
    title = f"{first.milestone or first.commitment}: {first.summary or first.commitment}"
    yield from (strong(line, colour) for line in wrapped(title, width, hang=_INDENT))
    if time := _time(first):
        yield from (faint(line, colour) for line in wrapped(time, width, _INDENT))
    for row in rows:
        basis = f", {row.basis}" if row.basis else ""
        told = f"{amount_in_words(row.quantity)}, says {who(row.party, row.speaker)}{basis}, {row.said} ({row.claim})"
        yield from wrapped(told, width, _INDENT, _INDENT)
        if row.share is not None:
            beside = f" in {percent(row.gone)} of the time" if row.gone is not None else ""
            yield _INDENT * 2 + _bar(row.share, row.gone, columns) + f" {percent(row.share)}{beside}"


def _time(row: ProgressRow) -> str:
    """``1 Nov 2025 to 31 Dec 2025``; ``due 31 Dec 2025`` where nobody says from when."""
    if row.due is None:
        return ""
    return f"{date_in_words(row.begins)} to {date_in_words(row.due)}" if row.begins else f"due {date_in_words(row.due)}"


def _bar(share: float, gone: float | None, columns: int) -> str:
    """What is done, as far as the bar goes; the mark stands where it would be, were it done evenly."""
    done = min(round(share * columns), columns)
    marks = [_DONE] * done + [_TO_DO] * (columns - done)
    if gone is not None:
        marks[min(int(gone * columns), columns - 1)] = _TIME
    return "".join(marks)
