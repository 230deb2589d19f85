"""Making the SQLite file: whole in a draft beside its place, then put there at once, never over another file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from truce_tracker.errors import StoreError
from truce_tracker.store.opening import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    refuse_directory,
    run_script,
    telling,
    transaction,
)


def create(path: Path, exist_ok: bool = False) -> Path:
    """Make the tables of a new store in a file beside `path`, for `publish` to put in its place once it is filled."""
    refuse_directory(path)
    if os.path.exists(path) and not exist_ok:
        raise is_there(path)
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent}: make it first, or name another place with --db")
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    discard(draft)
    try:
        with telling(path):
            _create_tables(draft)
    except BaseException:
        discard(draft)
        raise
    return draft


def _create_tables(draft: Path) -> None:
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    from truce_tracker import model

    with transaction(draft) as writer:
        model.METADATA.create_all(writer)
        run_script(writer, Path(__file__).with_name("search.sql"))


def is_there(path: Path) -> StoreError:
    """The error for a store that is to be made where a file is."""
    return StoreError(f"there is a file at {path} already: load files into it, or name another place with --db")


def publish(draft: Path, path: Path) -> bool:
    """Put a new store in its place. False where another process was first: its store stays."""
    try:
        _move(draft, path)
    except FileExistsError:
        return False
    except OSError as error:
        what = error.strerror or error
        raise StoreError(f"{path} cannot be written: {what}; name another place with --db") from error
    finally:
        discard(draft)
    return True


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


def discard(draft: Path) -> None:
    """Remove a store that was not finished, and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):  # there is none, or nothing can be removed there
            draft.with_name(draft.name + suffix).unlink()
