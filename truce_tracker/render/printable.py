"""The one place that decides which characters may reach a screen or a page as they are, and how lines are written.

Python's `str.isprintable` is false for every control, format, surrogate, private and unassigned character and for the
line and paragraph separators: for all that moves a cursor, turns the reading direction or hides. It is false for the
wide spaces too (U+3000 between Chinese words), which do no harm and stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

_SPACES = frozenset("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_JOINERS = "\u200c\u200d"
_BREAK = re.compile(r"[\t\r\n][\t\r\n ]*")
_LOOSE_JOINER = re.compile(rf"(?<![^\x00-\x7f{_JOINERS}])[{_JOINERS}]")


def printable(text: str) -> str:
    r"""The text on one line, with nothing in it that acts: an escape shows as ``\x1b``, a bidi control as ``\u202e``.

    Line breaks and tabs become one space. The joiners U+200C and U+200D stay after a character beyond ASCII, since
    Persian and Indic words and many emoji are not spelled right without them; elsewhere they only hide, and show.
    """
    if text.isprintable():
        return text
    line = _BREAK.sub(" ", text.strip("\t\r\n")).translate(_SHOWN)
    return _LOOSE_JOINER.sub(lambda found: escape(found[0]), line)


def acts(char: str) -> bool:
    """Whether the character does, or hides, something on a screen, instead of being seen."""
    return not char.isprintable() and char not in _SPACES


def escape(char: str) -> str:
    r"""The character as Python writes it: ``\x1b``, ``\u202e``, ``\U000e0041``."""
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


class _Shown(dict[int, str]):
    """A table for `str.translate` that fills itself with the characters it meets."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        shown = escape(char) if acts(char) and char not in _JOINERS else char
        return self.setdefault(code, shown)


_SHOWN = _Shown()


# -- lines -----------------------------------------------------------------------------------------------------------

_LINES_AT_ONCE = 1000

Write = Callable[[str], object]


def write_lines(lines: Iterable[str], write: Write) -> None:
    """Write every line, in chunks: neither one call a line, nor one string for a hundred thousand rows.

    Each line carries its own line end.
    """
    source = iter(lines)
    while chunk := "".join(islice(source, _LINES_AT_ONCE)):
        write(chunk)
