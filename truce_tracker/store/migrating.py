"""Bringing a store of an older truce up to date: step by step, all or none of them, the old file kept beside it.

A step leads from one schema to the next. It is written out in full and never changed again, whatever `model` says by
then; a truce reads every schema from the first on.
"""

from __future__ import annotations

import contextlib
import errno
import filecmp
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

from truce_tracker.errors import StoreError, UnreadableValue
from truce_tracker.store.creating import discard, force_to_disk, publish
from truce_tracker.store.opening import (
    SCHEMA_VERSION,
    Finish,
    Tell,
    beginning,
    check_identity,
    connect,
    connect_writing,
    run_script,
    session,
    telling,
)

Pinned = list[str]  # in a sentence each: what a step kept as it was where this truce would read it otherwise
Step = Callable[[sqlite3.Connection], Pinned]


def migrate(path: Path, finish: Finish | None, tell: Tell) -> None:
    """Bring a store up to this truce's schema. Does nothing where another process was first.

    `finish` makes anew, in the same transaction, what is worked out from the ledger. Raises StoreError
    where the file or its folder cannot be written; then nothing is changed.
    """
    with telling(path), contextlib.closing(connect(path)) as reader:
        first = check_identity(reader, path)
    backup: Path | None = None
    kept: Pinned = []
    try:
        with session(path, lambda: _connect(path), beginning("BEGIN IMMEDIATE")) as connection:
            first = _version(connection)
            if first < SCHEMA_VERSION:
                backup = _back_up(path, first)
                for version in range(first, SCHEMA_VERSION):
                    kept += _STEPS[version](connection)
                    _check_references(connection, path)
                if finish is not None:
                    finish(connection)
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except (StoreError, OSError) as error:
        raise _cannot(path, first, error) from error
    if backup:
        tell(
            f"{path} was of an older truce (format {first}): it is brought up to date (format {SCHEMA_VERSION}), and "
            f"kept as it was at {backup}"
        )
    for sentence in kept:
        tell(sentence)


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that leaves references and views alone: tables that others name are made anew."""
    connection = connect_writing(path)
    check_identity(connection, path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check_references(connection: sqlite3.Connection, path: Path) -> None:
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    if lost is not None:
        raise StoreError(f"{path} is damaged (a {lost[0]} refers to a {lost[2]} that is not there): put a copy back")


def _cannot(path: Path, version: int, error: Exception) -> StoreError:
    """What to do where the file stays as it was."""
    cause: BaseException = error.__cause__ or error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or getattr(cause, "errno", 0) in (errno.ENOSPC, errno.EDQUOT):
        why, what = "the disk is full", "make room; it needs as much again as the file has, for the copy that it keeps"
    elif isinstance(cause, OSError) or code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        why = getattr(cause, "strerror", None) or str(cause)
        what = "copy it to a folder where you can write, and name that copy with --db"
    else:
        return error if isinstance(error, StoreError) else StoreError(f"{path}: {error}")
    return StoreError(f"{path} is of an older truce (format {version}) and cannot be brought up to date: {why}; {what}")


# -- the copy that is kept -------------------------------------------------------------------------------------------


def _back_up(path: Path, version: int) -> Path:
    """Copy the store, which nobody else can change now, to a file beside it; the copy is whole or not there."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.old")
    discard(draft)
    try:
        with contextlib.closing(connect(path)) as source, contextlib.closing(sqlite3.connect(draft)) as target:
            source.backup(target)
        force_to_disk(draft)
        place = next(place for place in _places(path, version) if not place.exists() or _are_same(draft, place))
        if not place.exists() and not publish(draft, place):
            return _back_up(path, version)  # somebody put another file there meanwhile
        return place
    finally:
        discard(draft)


def _places(path: Path, version: int) -> Iterator[Path]:
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        yield path.with_name(f"{path.stem}.format-{version}{again}{path.suffix}")


def _are_same(draft: Path, place: Path) -> bool:
    """Whether a copy is there already: that of an attempt which was ended before it was done."""
    return filecmp.cmp(draft, place, shallow=False)


# -- the steps -------------------------------------------------------------------------------------------------------


def _from_1_to_2(connection: sqlite3.Connection) -> Pinned:
    for name in _VIEWS_OF_1:
        connection.execute(f"DROP VIEW IF EXISTS {name}")
    run_script(connection, Path(__file__).with_name("schema_1_to_2.sql"))
    _mark_quoted(connection)
    _read_quantities(connection)
    return _pin_days(connection)


def _from_2_to_3(connection: sqlite3.Connection) -> Pinned:
    """Two tables for the history, which begins with the next change."""
    run_script(connection, Path(__file__).with_name("schema_2_to_3.sql"))
    return []


def _from_3_to_4(connection: sqlite3.Connection) -> Pinned:
    """Indexes by which few records are found among many; the places of claims are made anew, far apart."""
    run_script(connection, Path(__file__).with_name("schema_3_to_4.sql"))
    return []


def _mark_quoted(connection: sqlite3.Connection) -> None:
    """Words that stand in quotation marks in the stored text are the speaker's own."""
    from truce_tracker.quotes import Folded

    query = """
        SELECT a.claim, c.quote, t.text FROM anchor AS a
        JOIN claim AS c ON c.id = a.claim
        JOIN source_text AS t ON t.source = a.source
        ORDER BY a.source
    """
    before, folded = None, Folded("")
    for claim, quote, text in connection.execute(query).fetchall():
        if text is not before:
            before, folded = text, Folded(text)
        if folded.in_marks(quote):
            connection.execute("UPDATE anchor SET in_marks = TRUE WHERE claim = ?", (claim,))
            connection.execute("UPDATE claim SET words_as = 'own' WHERE id = ?", (claim,))


def _read_quantities(connection: sqlite3.Connection) -> None:
    """Read every quantity again: more spellings are known by now. What is read no more stays as it was."""
    from truce_tracker.quantities import read_quantity

    query = "SELECT id, quantity, amount, amount_to, unit, period, bound FROM claim WHERE quantity IS NOT NULL"
    update = "UPDATE claim SET amount = ?, amount_to = ?, unit = ?, period = ?, bound = ? WHERE id = ?"
    for claim, written, *before in connection.execute(query).fetchall():
        with contextlib.suppress(UnreadableValue):
            found = read_quantity(written)
            after = [found.amount, found.upper, found.unit, found.period, found.bound]
            if after != before:
                connection.execute(update, (*after, claim))


def _pin_days(connection: sqlite3.Connection) -> Pinned:
    """Give `due` to a deadline whose phrase is read otherwise by now: what a store said goes on until somebody says so.

    The phrase is read as a load reads it: against `stated`, else against the first claim that names the deadline.
    """
    from truce_tracker.deadlines import read_phrase_between

    pinned = []
    for deadline, phrase, due, due_day, start, first, last in connection.execute(_PHRASES).fetchall():
        read = begins = None
        if first is not None:
            reading = read_phrase_between(phrase, date.fromisoformat(first), date.fromisoformat(last))
            read, begins = (day and day.isoformat() for day in (reading.due, reading.from_day))
        if due is None and read != due_day:
            connection.execute("UPDATE deadline SET due = ? WHERE id = ?", (due_day, deadline))
            now = f"reads as {read}" if read else "is read as no day"
            pinned.append(f"deadline {deadline}: {phrase!r} {now} by this truce; its due day stays {due_day}")
        if start is None:
            begins = begins if begins and begins <= due_day else None
            connection.execute("UPDATE deadline SET from_day = ? WHERE id = ?", (begins, deadline))
    return pinned


_PHRASES = """
    SELECT id, phrase, due, due_day, "from", COALESCE(stated_first, first), COALESCE(stated_last, last)
    FROM deadline
    LEFT JOIN (
        SELECT deadline AS named, said_first AS first, said_last AS last,
               ROW_NUMBER() OVER (PARTITION BY deadline ORDER BY said_first, said_last, entry) AS place
        FROM claim
        WHERE stance NOT LIKE 'reports-%'
    ) ON named = id AND place = 1
    WHERE phrase IS NOT NULL
    ORDER BY entry
"""
_VIEWS_OF_1 = (
    "verdict_claims", "verdict_one_sided", "verdict_unmatched", "verdict_commitments", "verdict_deadlines",
    "verdict_overdue", "verdict_divergences", "milestone_state", "report", "last_check", "status", "standing",
    "position",
)  # fmt: skip
_STEPS: dict[int, Step] = {1: _from_1_to_2, 2: _from_2_to_3, 3: _from_3_to_4}
