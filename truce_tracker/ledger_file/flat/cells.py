"""The cells of a csv file, each with its place, which the standard library's reader does not tell; and what a cell
stands for: a text or a list of texts, written so that a spreadsheet shows it and nothing is lost.

A text that a spreadsheet would take for a formula gets a ``'`` before it, and one that already looks so guarded gets
one more; reading takes one off again. A list is joined with ``; ``, or, where that could not be told apart, is a JSON
array.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from truce_tracker.ledger_file.records import Place, place_of

Cell = tuple[str, Place]

_SEPARATOR = "; "
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠﹦﹢﹣﹫]")


def guarded(text: str) -> str:
    """The text as it goes into a cell."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell stands for; a ``'`` that guards nothing is part of it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def joined(items: Sequence[str]) -> str:
    """A list as the text of one cell."""
    plain = _SEPARATOR.join(items)
    is_plain = not plain.startswith("[") and split(plain) == list(items)
    return plain if is_plain else json.dumps(items, ensure_ascii=False)


def split(text: str) -> list[str]:
    """The list that the text of a cell stands for. Raises ValueError for what begins as a JSON array and is none."""
    if not text.startswith("["):
        return [item for part in text.split(";") if (item := part.strip())]
    items = json.loads(text)
    if not all(isinstance(item, str) for item in items):
        raise ValueError("an item is no text")
    return list(items)


class UnusableError(Exception):
    """The rest of the file cannot be read: where, and why."""

    def __init__(self, place: Place, what: str) -> None:
        super().__init__(what)
        self.place = place


def cells(text: str) -> Iterator[list[Cell]]:
    """The lines of a csv text as lists of cells; blank ones are left out. Line ends are ``\\n``.

    The cells are parted by commas or, where the first line has none, by semicolons, as spreadsheets of many countries
    write them.
    """
    heading = text.partition("\n")[0]
    part = ";" if ";" in heading and "," not in heading else ","
    cell = re.compile(rf'"((?:[^"]++|"")*+)"|([^"{part}\n][^{part}\n]*+)?+')
    line: list[Cell] = []
    at = number = begins = 0
    while at < len(text):
        found = cell.match(text, at)
        assert found
        quoted, place = found[1], place_of(number, at - begins)
        line.append((found[2] or "" if quoted is None else quoted.replace('""', '"'), place))
        if quoted and "\n" in quoted:
            number += quoted.count("\n")
            begins = text.rindex("\n", at, found.end()) + 1
        at = found.end()
        if at == len(text) or text[at] == "\n":
            if any(value for value, _ in line):
                yield line
            line, number, begins = [], number + 1, at + 1
        elif text[at] != part:
            raise _unusable(text, at, quoted is None, place, place_of(number, at - begins))
        at += 1
    if any(value for value, _ in line):
        yield line


def _unusable(text: str, at: int, unclosed: bool, start: Place, place: Place) -> UnusableError:
    if unclosed:
        return UnusableError(start, "the quote that opens here is never closed")
    return UnusableError(place, "text follows a closing quote: write a quote within quotes twice")
