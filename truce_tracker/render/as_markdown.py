"""The listing as a GitHub table, in which no value can act: every mark that Markdown knows is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from truce_tracker.render.cells import filled
from truce_tracker.render.listings import LISTINGS
from truce_tracker.render.printable import Write, printable, write_lines

_MARK = re.compile(r"[\\`*_\[<{|~&$@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def write_markdown(rows: Sequence[Any], listing: str, write: Write) -> None:
    """Write the rows as a table; nothing where there are none."""
    if rows:
        write_lines(_lines(rows, listing), write)


def escaped(text: str) -> str:
    """The text, printable, so that no mark in it acts."""
    return _MARK.sub(r"\\\g<0>", printable(text))


def _lines(rows: Sequence[Any], listing: str) -> Iterator[str]:
    columns = filled(LISTINGS[listing].to_read(rows), LISTINGS[listing].columns)
    yield _line(column.title for column, _ in columns)
    yield _line("---:" if column.number else "---" for column, _ in columns)
    for cells in zip(*(cells for _, cells in columns), strict=True):
        yield _line(map(escaped, cells))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
