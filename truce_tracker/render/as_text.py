"""The listing in a pipe: columns aligned by spaces under a header line; nothing wrapped, nothing cut off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from truce_tracker.render.cells import Column, filled
from truce_tracker.render.listings import LISTINGS
from truce_tracker.render.printable import Write, write_lines

_WIDEST = 120
"""No column is padded further, lest one odd value pad a hundred thousand rows; a longer one pushes its own row."""


def write_text(rows: Sequence[Any], listing: str, write: Write) -> None:
    """Write the rows as aligned text; nothing where there are none."""
    if not rows:
        return
    columns = filled(LISTINGS[listing].to_read(rows), LISTINGS[listing].columns)
    write_lines((f"{'  '.join(line).rstrip()}\n" for line in zip(*map(_padded, columns), strict=True)), write)


def _padded(filled_column: tuple[Column, list[str]]) -> list[str]:
    column, cells = filled_column
    lines = [column.title, *cells]
    widths = list(map(display_width, lines))
    room = min(max(widths), _WIDEST)
    if column.number:
        return [" " * (room - width) + line for line, width in zip(lines, widths, strict=True)]
    return [line + " " * (room - width) for line, width in zip(lines, widths, strict=True)]


def display_width(text: str) -> int:
    """Columns of a terminal that the text takes: two for East Asian wide characters, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


@lru_cache(maxsize=8192)
def _character_width(char: str) -> int:
    from unicodedata import category, east_asian_width

    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
