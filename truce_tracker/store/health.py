"""What is wrong with a store's file: its pages, references, full-text index, and what killed runs left behind."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from truce_tracker.store.opening import connect, files_of
from truce_tracker.store.waiting import is_running, note_of

_INDEXES = ("claim_search", "commitment_search", "source_text_search")
# what a run makes beside the store, or beside an output, until it is done: the number is that of its process
_LEFT = re.compile(r"\..+\.(?P<process>[0-9]+)\.(?:new|old|part)(?:-wal|-shm|-journal)?")


def page_findings(path: Path) -> Iterator[str]:
    """What SQLite says of the pages, and of references that lead nowhere."""
    with contextlib.closing(connect(path)) as connection:
        try:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
            yield from (line for line in found if line != "ok")
            for name, _, other, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(20):
                yield f"a {name} refers to a {other} that is not there"
        except sqlite3.DatabaseError as error:
            yield str(error)


def indexes_out_of_step(connection: sqlite3.Connection) -> Iterator[str]:
    """The full-text indexes that do not hold what the tables do. The connection is one that can write."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for name in there.intersection(_INDEXES):
        try:
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield name


def rebuild_index(connection: sqlite3.Connection, name: str) -> None:
    """Make a full-text index anew from its table."""
    connection.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


def left_behind(path: Path) -> list[Path]:
    """Files beside the store that a run left which is no longer there."""
    files = [each for each in path.parent.glob(".*") if each.is_file()]
    gone = [each for each in files if (found := _LEFT.fullmatch(each.name)) and not is_running(int(found["process"]))]
    note = note_of(path)
    with contextlib.suppress(OSError, ValueError):
        if not is_running(int(note.read_text(encoding="utf-8").split(" ")[0])):
            gone.append(note)
    return sorted(each for each in gone if each not in files_of(path))
