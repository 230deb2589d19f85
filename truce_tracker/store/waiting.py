"""Writers that wait for each other: a note beside the store says who writes, for whoever has to wait."""

from __future__ import annotations

import contextlib
import os
import shlex
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

QUIET_SECONDS = 1.0  # how long a writer waits before it says for whom
_LONGEST = 200  # characters of a command that a note holds


def begin_writing(connection: sqlite3.Connection, path: Path, tell: Callable[[str], object], seconds: float) -> None:
    """Begin to write; where another one writes, say who, and wait for so many seconds in all."""
    connection.execute(f"PRAGMA busy_timeout = {QUIET_SECONDS * 1000:.0f}")
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        tell(f"{path} is being written{by_whom(path)}: waiting for up to {seconds:.0f} seconds")
        connection.execute(f"PRAGMA busy_timeout = {(seconds - QUIET_SECONDS) * 1000:.0f}")
        connection.execute("BEGIN IMMEDIATE")


@contextlib.contextmanager
def holding(path: Path) -> Iterator[None]:
    """Leave a note beside the store that says who writes to it, for whoever has to wait."""
    note = note_of(path)
    with contextlib.suppress(OSError):
        note.write_text(f"{os.getpid()} truce {shlex.join(sys.argv[1:])[:_LONGEST]}\n", encoding="utf-8")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink()


def by_whom(path: Path) -> str:
    """Who writes, as the note beside the store says; nothing where there is none, or where it was left behind."""
    with contextlib.suppress(OSError, ValueError):
        number, _, command = note_of(path).read_text(encoding="utf-8").strip().partition(" ")
        if is_running(int(number)):
            return f" by `{command}` (process {number})"
    return ""


def is_running(process: int) -> bool:
    """Whether a process of that number runs on this machine, as far as can be told."""
    if os.name == "nt":  # where signal 0 would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def note_of(path: Path) -> Path:
    """Where the note of a store stands."""
    return path.with_name(f".{path.name}.writer")
