"""What is said about the data: to stderr, so that stdout holds nothing but data."""

from __future__ import annotations

import shutil
import sys


def say(text: str) -> None:
    """Say something, in one write: on a terminal in lines that break between words."""
    from truce_tracker.render.printable import printable

    lines = [printable(line) for line in text.split("\n")]
    if sys.stderr.isatty():
        from truce_tracker.render.wrapping import wrapped

        width = shutil.get_terminal_size().columns
        lines = [
            short for line in lines for short in (wrapped(line.lstrip(" "), width, _indent(line)) if line else [""])
        ]
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))
