"""The cells of a csv text, each with its place, which the standard library's reader does not tell. No meaning here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce_tracker.ledger_file.records import Place, place_of

Cell = tuple[str, Place]


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
