"""Making the SQLite file: whole in a draft beside its place, then put there at once, never over another file."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from pathlib import Path

from truce_tracker.errors import StoreError
from truce_tracker.store.address import Address, Place
from truce_tracker.store.opening import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    connect_writing,
    files_of,
    refuse_no_file,
    run_script,
    telling,
    transaction,
)


def create(path: Place, exist_ok: bool = False) -> Place:
    """Make the tables of a new store in a file beside `path`, for `publish` to put in its place once it is filled."""
    if isinstance(path, Address):
        from truce_tracker.store.postgresql.opening import create as create_there

        return create_there(path, SCHEMA_VERSION)
    refuse_no_file(path)
    if os.path.exists(path) and not exist_ok:
        raise is_there(path)
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent}: make it first, or name another place with --db")
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    discard(draft)
    try:
        with telling(path):
            _create_tables(draft, path)
    except BaseException:
        discard(draft)
        raise
    return draft


def _create_tables(draft: Path, place: Path) -> None:
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    with transaction(draft, place=place) as writer:
        run_script(writer, Path(__file__).with_name("tables.sql"))
        run_script(writer, Path(__file__).with_name("search.sql"))


def is_there(path: Path) -> StoreError:
    """The error for a store that is to be made where a file is."""
    return StoreError(f"there is a file at {path} already: load files into it, or name another place with --db")


def publish(draft: Place, path: Place) -> bool:
    """Put a new store in its place, once all of it is on the disk. False where another process was first: its store
    stays. Raises StoreError, and leaves nothing behind, where the disk has no room for it."""
    if isinstance(draft, Address) or isinstance(path, Address):
        from truce_tracker.store.postgresql.opening import publish as publish_there

        assert isinstance(draft, Address)
        assert isinstance(path, Address)
        return publish_there(draft, path)
    try:
        with telling(path):
            _complete(draft, path)
        force_to_disk(draft)
        _move(draft, path)
        with contextlib.suppress(OSError):  # not every file system can; the file is in its place by now
            force_to_disk(path.parent)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(f"{path} cannot be written: the disk is full") from error
        what = error.strerror or error
        raise StoreError(f"{path} cannot be written: {what}; name another place with --db") from error
    finally:
        discard(draft)
    return True


def _complete(draft: Path, path: Path) -> None:
    """Bring what was committed from the WAL into the file itself, which goes to its place without a WAL.

    SQLite does that when the last connection closes too, but says nothing there where the disk has no room for it.
    """
    with contextlib.closing(connect_writing(draft)) as connection:
        busy, frames_left, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy or frames_left > 0 or _has_content(draft.with_name(f"{draft.name}-wal")):
        raise StoreError(f"{path} cannot be made: another program holds {draft}; try again")


def _has_content(file: Path) -> bool:
    return file.exists() and file.stat().st_size > 0


def force_to_disk(place: Path) -> None:
    """Have a file, or which files a folder holds, written to the disk itself. Raises OSError where it has no room."""
    if os.name == "nt" and place.is_dir():  # Windows opens no folders, and writes them with their files
        return
    opened = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _move(draft: Path, path: Path) -> None:
    """Rename, but never over another file; without that promise only where the file system knows no links."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError from None
        draft.rename(path)


def discard(draft: Place) -> None:
    """Remove a store that was not finished, and what SQLite keeps beside it."""
    if isinstance(draft, Address):
        from truce_tracker.store.postgresql.opening import discard as discard_there

        discard_there(draft)
        return
    for file in files_of(draft):
        with contextlib.suppress(OSError):  # there is none, or nothing can be removed there
            file.unlink()
