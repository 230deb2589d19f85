"""One line asked for on a terminal, with the Tab key for what it can be."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence


def ask_line(what: str, offered: Sequence[str]) -> str:
    """Ask for a line; Tab completes it to one of what is offered. A blank line is an empty text."""
    with _completing(offered):
        return input(f"{what}: ").strip()


@contextlib.contextmanager
def _completing(offered: Sequence[str]) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # some Pythons are built without
        yield
        return

    def complete(beginning: str, number: int) -> str | None:
        found = [word for word in offered if word.startswith(beginning)]
        return found[number] if number < len(found) else None

    before, delimiters = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims(" ,")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)
