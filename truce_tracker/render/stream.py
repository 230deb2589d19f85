"""Lines to a writer in chunks: neither one call a line, nor one string for a hundred thousand rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

_LINES_AT_ONCE = 1000

Write = Callable[[str], object]


def write_lines(lines: Iterable[str], write: Write) -> None:
    """Write every line; each carries its own line end."""
    source = iter(lines)
    while chunk := "".join(islice(source, _LINES_AT_ONCE)):
        write(chunk)
