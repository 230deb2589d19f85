"""Lines for a page that is no table: wrapped to a width, set side by side, a verdict coloured. No rows here.

A width of None is a pipe: nothing is wrapped there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from truce_tracker.render.as_text import display_width
from truce_tracker.render.colours import TONED, TONES
from truce_tracker.render.printable import printable

_CODES = {"red": 31, "yellow": 33, "green": 32, "dim": 2, "strong": 1, "cyan": 36}
_WIDE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PIECE = re.compile(rf"\s+|`[^`]+`[^\s{_WIDE}]*|[{_WIDE}]|[^\s`{_WIDE}]+|`")  # a command in a sentence stays whole
_ESCAPE = re.compile("\x1b\\[[0-9;]*m")
_NARROWEST = 16


def wrapped(text: str, width: int | None, indent: str = "", hang: str = "") -> list[str]:
    """The text in lines of at most `width` columns, the first after `indent`, the others after `indent` and `hang`.

    Breaks fall between words, or between Chinese characters; a word that is too long for a line of its own is cut.
    """
    words = printable(text)
    if width is None:
        return [indent + words]
    lines, line = [], indent
    start = indent + hang
    room = max(width, len(start) + _NARROWEST)
    for piece in _pieces(words, room - len(start)):
        if line.strip() and display_width(line) + display_width(piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = start
        line += piece if line.strip() else piece.lstrip()
    return [*lines, line.rstrip()]


def _pieces(words: str, room: int) -> Iterator[str]:
    for found in _PIECE.finditer(words):
        piece = found[0]
        yield from (piece[begin : begin + room] for begin in range(0, len(piece), room))


def hanging(lead: str, text: str, width: int | None) -> list[str]:
    """The text behind `lead`, its further lines under its first words."""
    first, *others = wrapped(text, width, " " * len(lead))
    return [lead + first[len(lead) :], *others]


def beside(columns: Sequence[Sequence[str]], width: int, gap: str = "  ") -> Iterator[str]:
    """Columns of lines, each `width` wide, one beside the other; the colour that a line has takes no room."""
    for lines in zip_longest(*columns, fillvalue=""):
        yield gap.join(line + " " * (width - display_width(_ESCAPE.sub("", line))) for line in lines).rstrip()


def toned(line: str, colour: bool) -> str:
    """The line, with the words that have a tone in it. For a verdict: what a source or a ledger says has none."""
    return TONED.sub(lambda found: _code(found[0], TONES[found[0]]), line) if colour else line


def toned_head(lines: Sequence[str], head: str, colour: bool) -> Iterator[str]:
    """The lines of a text that begins with `head`, the verdict: its words have their tone, those behind it none."""
    left = len("".join(printable(head).split()))
    for line in lines:
        at = 0
        while left and at < len(line):
            left -= not line[at].isspace()
            at += 1
        yield toned(line[:at], colour) + line[at:]


def strong(line: str, colour: bool) -> str:
    """The line as a heading."""
    return _code(line, "strong") if colour else line


def faint(line: str, colour: bool) -> str:
    """The line as small print."""
    return _code(line, "dim") if colour else line


def _code(text: str, tone: str) -> str:
    return f"\x1b[{_CODES[tone]}m{text}\x1b[0m" if text else text
