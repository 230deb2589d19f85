"""One page of a PDF -> its lines, each with its place. What is printed twice in one place, to look bold, is read once.

pypdf reads the page; this hears what it shows and where. How lines make paragraphs is in `pdf`.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SHOWS, _MOVES = frozenset({b"Tj", b"TJ", b"'", b'"'}), frozenset({b"Td", b"TD", b"Tm", b"T*", b"BT", b"'", b'"'})
_SAME_PLACE, _LOOKED_BACK, _DOUBLED = 1.5, 20, 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line, its height on the page, and where it begins from the left, in points."""

    text: str
    height: float
    left: float


class TookTooLongError(Exception):
    """The time for one PDF is over."""


def lines_of_page(page: PageObject, until: float) -> list[Line]:
    """The page's lines that have words."""
    printed, shown = Lines(), _Shown(_wide_fonts(page))

    def on_operation(operator: bytes, operands: list[Any], within: list[float], at: list[float]) -> None:
        if time.process_time() > until:
            raise TookTooLongError
        shown.on_operation(operator, operands, within, at)

    if time.process_time() > until:
        raise TookTooLongError
    page.extract_text(visitor_text=printed.on_text, visitor_operand_before=on_operation)
    printed.end_line()
    return printed.lines


class _Shown:
    """What was printed on a page, and where: the same words in the same place again are made empty.

    Not so a single letter, whose width is needed for what stands behind it; see `_once`. `wide` are the fonts whose
    letters take two bytes.
    """

    def __init__(self, wide: set[str]) -> None:
        self._wide, self._letter = wide, 1
        self._places: dict[str, list[tuple[float, float]]] = {}
        self._moved = False

    def on_operation(self, operator: bytes, operands: list[Any], within: list[float], at: list[float]) -> None:
        self._moved = self._moved or operator in _MOVES
        if operator == b"Tf" and operands:
            self._letter = 2 if str(operands[0]) in self._wide else 1
        if operator not in _SHOWS or not operands or _size(operands[-1]) <= self._letter:
            return
        if self._moved:  # what follows without a move stands behind, whatever the matrix says
            place = (
                at[4] * within[0] + at[5] * within[2] + within[4],
                at[4] * within[1] + at[5] * within[3] + within[5],
            )
            before = self._places.setdefault(repr(operands[-1]), [])
            if any(abs(x - place[0]) + abs(y - place[1]) < _SAME_PLACE for x, y in before[-_LOOKED_BACK:]):
                operands[-1] = type(operands[-1])()
            else:
                before.append(place)
        self._moved = False


def _size(shown: Any) -> int:
    """How many bytes of letters are shown: by a string, or by a list of strings and of the moves between them."""
    pieces = shown if isinstance(shown, list) else [shown]
    return sum(len(getattr(piece, "original_bytes", piece)) for piece in pieces if isinstance(piece, str | bytes))


def _place(within: list[float], at: list[float]) -> tuple[float, float]:
    """Where a point stands on the page, from the left and from below: its matrix inside another."""
    across = at[4] * within[0] + at[5] * within[2] + within[4]
    return across, at[4] * within[1] + at[5] * within[3] + within[5]


def _wide_fonts(page: PageObject) -> set[str]:
    resources = page.get("/Resources")
    fonts = (resources.get_object() if resources else {}).get("/Font")
    named = (fonts.get_object() if fonts else {}).items()
    return {str(name) for name, font in named if font.get_object().get("/Subtype") == "/Type0"}


def _once(line: str) -> str:
    """A line whose letters were printed twice each, one by one: ``CChhiinnaa``."""
    letters = "".join(line.split())
    if len(letters) < _DOUBLED or len(letters) % 2 or letters[::2] != letters[1::2] or letters.isdecimal():
        return line
    return re.sub(r"(\S)\s*\1", r"\1", line)


class Lines:
    """Lines as they are printed, piece by piece."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._height: float | None = None
        self._left = 0.0

    def on_text(self, text: str, within: list[float], at: list[float], *_: Any) -> None:
        """A piece of text, with the matrix of the space that it stands in, and its own: what pypdf calls."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end_line()
            self._words.append(piece)
            if self._height is None and piece.strip():
                self._left, self._height = _place(within, at)

    def end_line(self) -> None:
        """What came since the last line is one, where it has words."""
        line = _once("".join(self._words).translate(_LIGATURES).strip())
        if line:
            self.lines.append(Line(line, self._height or 0.0, self._left))
        self._words.clear()
        self._height = None
