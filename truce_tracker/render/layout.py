"""Where the columns of a table go at a given width: beside the sentence, or with it, above or below.

The sentence is what is read, so it comes first: where it would have too little room, the other columns break their
lines and then, one after another, join it. Of the arrangements that give it enough, the first that is not much taller
than the shortest is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Any

from rich.cells import cell_len

from truce_tracker.render.cells import Column, filled
from truce_tracker.render.listings import Listing
from truce_tracker.render.printable import printable

BETWEEN = " · "
_GAP = 2
_COMFORTABLE = 32
_LEAST = 24
_NARROWEST = 8
_HANG = "  "
_TALLER = 1.25
"""How much taller than the shortest arrangement a table may be, for the sake of columns that can be scanned."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns beside the sentence, each with its width; those above and below it; the width left to it.

    Where it is `broken`, cells take a new line wherever they may.
    """

    beside: tuple[Column, ...]
    widths: tuple[int, ...]
    above: tuple[Column, ...]
    sentence: Column
    below: tuple[Column, ...]
    room: int
    broken: bool


def lay_out(rows: Sequence[Any], listing: Listing, width: int) -> Layout:
    """The best arrangement for a table of `width` columns; the last one, squeezed, where none leaves enough room."""
    columns = [column for column, _ in filled(rows, listing.columns)]
    folds = range(-1, max(column.fold for column in columns) + 1)
    layouts = [_arranged(rows, columns, width, fold) for fold in folds]
    roomy = [layout for layout in layouts if layout.room >= _wanted(rows, layout, _COMFORTABLE)]
    if not roomy:
        return _squeezed(rows, layouts[-1], width)
    heights = [sum(_height(row, layout) for row in rows) for layout in roomy]
    return next(layout for layout, height in zip(roomy, heights, strict=True) if height <= min(heights) * _TALLER)


def lines(column: Column, row: Any, *, broken: bool) -> list[str]:
    """The lines of a cell: one a part, or, `broken`, one a phrase of it, hanging under the first."""
    if not broken:
        return list(map(printable, column.parts(row)))
    return [line for part in column.parts(row) for line in _hanging(part)]


def fitted(line: str, width: int) -> str:
    """The line, cut between words to fit the width; what comes after a cut hangs under it."""
    hang = _HANG * 2 if line.startswith(_HANG) else _HANG
    return "\n".join(wrap(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False))


def phrase(column: Column, row: Any) -> str:
    """What a column says when it has joined the sentence; nothing where the row has nothing in it."""
    text = "; ".join(map(printable, column.parts(row)))
    return text and column.label + text


def _hanging(part: str) -> list[str]:
    first, *others = map(printable, part.split("\n"))
    return [first, *(_HANG + other for other in others)]


def _arranged(rows: Sequence[Any], columns: list[Column], width: int, fold: int) -> Layout:
    """As it is at -1, with broken lines from 0 on, without the columns up to `fold` from 1 on."""
    *others, sentence = columns
    beside = tuple(column for column in others if not (column.under or 0 < column.fold <= fold))
    joined = sorted((column for column in others if column not in beside), key=lambda column: not column.identifier)
    widths = tuple(_widest(_titled_lines(rows, column, fold >= 0)) for column in beside)
    return Layout(
        beside,
        widths,
        tuple(column for column in joined if not (column.label or column.under)),
        replace(sentence, lead=""),
        tuple(column for column in joined if column.label or column.under),
        _room(width, widths),
        broken=fold >= 0,
    )


def _wanted(rows: Sequence[Any], layout: Layout, comfortable: int) -> int:
    """Room for the longest sentence, or to read it in comfort; and for the longest word of what joined it."""
    sentence = _widest([layout.sentence.title, *(phrase(layout.sentence, row) for row in rows)])
    words = (word for row in rows for column in layout.above + layout.below for word in phrase(column, row).split())
    return max(min(comfortable, sentence), _widest(words))


def _height(row: Any, layout: Layout) -> int:
    """The lines that a row takes, near enough."""
    beside = (len(lines(column, row, broken=layout.broken)) for column in layout.beside)
    texts = (
        BETWEEN.join(filter(None, (phrase(column, row) for column in columns)))
        for columns in (layout.above, (layout.sentence,), layout.below)
    )
    return max(1, *beside, sum(-(-cell_len(text) // layout.room) for text in texts))


def _squeezed(rows: Sequence[Any], layout: Layout, width: int) -> Layout:
    """Take from the widest columns, first down to their longest word, then further, so that the rest can be read."""
    widths = list(layout.widths)
    wanted = _wanted(rows, layout, _LEAST)
    words = [_least_width(_titled_lines(rows, column, layout.broken)) for column in layout.beside]
    for least, floors in ((wanted, words), (min(wanted, _LEAST), [_NARROWEST] * len(words))):
        while _room(width, widths) < least and (spare := _widest_above(floors, widths)) is not None:
            widths[spare] -= 1
    return replace(layout, widths=tuple(widths), room=max(_room(width, widths), 1))


def _widest_above(floors: list[int], widths: list[int]) -> int | None:
    spare = [place for place, width in enumerate(widths) if width > floors[place]]
    return max(spare, key=lambda place: widths[place], default=None)


def _room(width: int, widths: Sequence[int]) -> int:
    return width - sum(widths) - _GAP * len(widths)


def _titled_lines(rows: Sequence[Any], column: Column, broken: bool) -> list[str]:
    return [column.title, *(line for row in rows for line in lines(column, row, broken=broken))]


def _widest(texts: Iterable[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _least_width(texts: list[str]) -> int:
    """Room for the longest word, with what it hangs under where it is not the first; and for short lines."""
    words = (_HANG * bool(place) + word for text in texts for place, word in enumerate(text.split()))
    return max(_widest(words), min(_widest(texts), _NARROWEST))
