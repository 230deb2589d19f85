"""What a column of a listing is, and the plain text of its cells: shared by table, text and md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from truce_tracker.render.printable import printable


@dataclass(frozen=True, slots=True)
class Column:
    """One thing to see of a row; `parts` gives its values: lines in a table's cell, joined by ``; `` elsewhere.

    In a narrow table the columns with a `fold` leave their place and join the sentence, 1 first; 0 never does. One
    without a `lead` goes above the sentence, one with it below, as a note that begins with those words.
    """

    title: str
    parts: Callable[[Any], tuple[str, ...]]
    fold: int = 0
    lead: str = ""
    toned: bool = False
    identifier: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The columns, the sentence last, and the title over it once others have joined it."""

    joined_title: str
    columns: tuple[Column, ...]


def filled(rows: Sequence[Any], columns: Sequence[Column]) -> list[tuple[Column, list[str]]]:
    """The columns in which some row has something (all, where none has), each with its cells from top to bottom."""
    cells = [(column, [printable("; ".join(column.parts(row))) for row in rows]) for column in columns]
    return [(column, texts) for column, texts in cells if any(texts)] or cells
