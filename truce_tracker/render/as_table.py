"""The table on a terminal, laid out by rich. Values go in as `Text`, never as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from truce_tracker.render.cells import Column
from truce_tracker.render.colours import TONED, TONES
from truce_tracker.render.layout import BETWEEN, Layout, fitted, lay_out, lines, phrase
from truce_tracker.render.listings import LISTINGS
from truce_tracker.render.printable import Write

_BETWEEN = Text(BETWEEN)
_IDENTIFIER = "cyan"
_SMALL_PRINT = "dim"


def write_table(rows: Sequence[Any], listing: str, write: Write, *, width: int, colour: bool) -> None:
    """Write the rows as a table of `width` columns; nothing where there are none. No escapes without `colour`."""
    if not rows:
        return
    rows = LISTINGS[listing].to_read(rows)
    layout = lay_out(rows, LISTINGS[listing], width)
    cells = [[*_beside(row, layout), _sentence(row, layout)] for row in rows]
    table = _headed(layout, LISTINGS[listing].joined_title, spaced=any(_is_tall(row, layout.room) for row in cells))
    for row in cells:
        table.add_row(*row)
    page = StringIO()
    _console(page, width, colour).print(table)
    write("".join(f"{line.rstrip()}\n" for line in page.getvalue().split("\n")[:-1]))


def _console(page: StringIO, width: int, colour: bool) -> Console:
    return Console(
        file=page,
        width=width,
        height=25,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )


def _headed(layout: Layout, joined_title: str, *, spaced: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), leading=int(spaced))
    for column, width in zip(layout.beside, layout.widths, strict=True):
        table.add_column(column.title, width=width, justify="right" if column.number else "left", overflow="fold")
    title = joined_title if layout.above or layout.below else layout.sentence.title
    table.add_column(title, max_width=layout.room, overflow="fold")
    return table


def _beside(row: Any, layout: Layout) -> Iterator[Text]:
    for column, width in zip(layout.beside, layout.widths, strict=True):
        yield _styled(column, "\n".join(fitted(line, width) for line in lines(column, row, broken=layout.broken)))


def _sentence(row: Any, layout: Layout) -> Text:
    """The sentence, with what has joined it on lines above and below."""
    sentence = Text(phrase(layout.sentence, row))
    above, below = (list(_joined(columns, row, layout.room)) for columns in (layout.above, layout.below))
    return Text("\n").join([*above, *([sentence] if sentence else []), *below])


def _joined(columns: Sequence[Column], row: Any, room: int) -> Iterator[Text]:
    """The phrases in lines of `room` columns, so that a break falls between two of them where it can."""
    line = Text()
    for text in (_styled(column, phrase(column, row), _SMALL_PRINT) for column in columns):
        if line and text and line.cell_len + _BETWEEN.cell_len + text.cell_len > room:
            yield line
            line = Text()
        line = _BETWEEN.join([line, text]) if line and text else line or text
    if line:
        yield line


def _styled(column: Column, words: str, style: str = "") -> Text:
    text = Text(words)
    text.stylize(_IDENTIFIER if column.identifier else style)
    for found in TONED.finditer(words) if column.toned else ():
        text.stylize(TONES[found[0]], *found.span())
    return text


def _is_tall(row: Sequence[Text], room: int) -> bool:
    return row[-1].cell_len > room or any("\n" in cell.plain for cell in row)
