"""What is longer than the screen goes through a pager: $PAGER, or less; never where stdout is no terminal."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import IO

_LESS = "RFX"  # shows colours, leaves the page on the screen, and goes at once where it fits


@contextlib.contextmanager
def paged() -> Iterator[IO[str]]:
    """Where to write what is to be read on stdout. $PAGER=cat, or an empty one, turns the pager off."""
    pager = _pager()
    if pager is None:
        yield sys.stdout
        return
    page = io.StringIO()
    try:
        yield page
    finally:  # what was written before a fault is seen, as it is without a pager
        text = page.getvalue()
        if text.count("\n") < shutil.get_terminal_size().lines or not _shown(pager, text):
            sys.stdout.write(text)


def _pager() -> list[str] | None:
    """The command of the pager; None where none is wanted, or there is none."""
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return None
    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return None
    return words if words and words[0] != "cat" and shutil.which(words[0]) else None


def _shown(pager: list[str], text: str) -> bool:
    """Show the text in the pager, which has ^C to itself. False where it could not begin."""
    environment = {"LESS": _LESS, **os.environ}
    encoding = sys.stdout.encoding
    try:
        shown = subprocess.Popen(
            pager, stdin=subprocess.PIPE, text=True, encoding=encoding, errors="replace", env=environment
        )
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        shown.communicate(text)
    finally:
        signal.signal(signal.SIGINT, before)
    return True
