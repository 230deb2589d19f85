"""The SQLite file: create, open for reading, transact, and say clearly what is wrong with it. No ledger, no verdicts.

Reading goes through the standard library's sqlite3; writing through SQLAlchemy, which is imported only then.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from truce_tracker.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection

APPLICATION_ID = 0x74727563  # "truc"
SCHEMA_VERSION = 2  # PRAGMA user_version: raised with every change of the tables
BUSY_SECONDS = 10.0


def open_reading(path: Path) -> sqlite3.Connection:
    """Open a store to read from. Raises StoreError where it is absent, foreign, newer or damaged."""
    if not os.path.exists(path):
        raise StoreError(
            f"there is no store at {path}: make one with `truce --db {path} init` (the seed ledger), "
            f"`init --empty`, or `load FILE`"
        )
    _refuse_directory(path)
    with telling(path):
        connection = _connect(path)
        _check_identity(connection, path)
    return connection


def create(path: Path, exist_ok: bool = False) -> Path:
    """Make the tables of a new store in a file beside `path`, for `publish` to put in its place once it is filled."""
    _refuse_directory(path)
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
        _create_search(writer)


def _create_search(connection: Connection) -> None:
    """The full-text index, statement by statement: `executescript` would commit the transaction."""
    statement = ""
    for line in Path(__file__).with_name("search.sql").read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.exec_driver_sql(statement)
            statement = ""


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


@contextlib.contextmanager
def transaction(path: Path) -> Iterator[Connection]:
    """A write transaction that begins immediate: committed at the end, rolled back whole on any error."""

    def connect() -> sqlite3.Connection:
        _refuse_directory(path)
        connection = sqlite3.connect(_uri(path, "rw"), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        _check_identity(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    with _session(path, connect, ("BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys = ON")) as connection:
        yield connection


@contextlib.contextmanager
def snapshot(path: Path) -> Iterator[Connection]:
    """The store as it is at one moment, to read through SQLAlchemy; nothing can be written."""
    with _session(path, lambda: open_reading(path), ("BEGIN",)) as connection:
        yield connection


@contextlib.contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into a StoreError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_sentence(path, error)) from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return f"{path} is no SQLite file, so it is no store of truce: name another place with --db"
    if code == sqlite3.SQLITE_CORRUPT:
        return f"{path} is damaged ({error}): put a copy back, or make a new store and load your ledger files again"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path} is busy: another program has been writing to it for {BUSY_SECONDS:.0f} seconds; try again"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return f"{path} cannot be opened or written ({error}): look at the rights of the file and of its folder"
    if code == sqlite3.SQLITE_FULL:
        return f"{path} cannot be written: the disk is full"
    if "no such table" in str(error) or "no such column" in str(error):
        return f"{path} is not as this truce makes it ({error}): make a new store and load your ledger files again"
    return f"{path}: {error}"


def _refuse_directory(path: Path) -> None:
    if os.path.isdir(path):
        raise StoreError(f"{path} is a folder: name a file in it, such as {path / 'truce.db'}")


def _connect(path: Path) -> sqlite3.Connection:
    """Open read-only; a store in a place where nothing can be written (no room for SQLite's -shm) as immutable."""
    uri = _uri(path, "ro")
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError:
        connection.close()
        wal = path.with_name(path.name + "-wal")
        if (wal.exists() and wal.stat().st_size) or os.access(path.parent, os.W_OK):
            raise
        connection = sqlite3.connect(uri + "&immutable=1", uri=True, isolation_level=None)
    return connection


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _check_identity(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID and not path.stat().st_size:
        raise StoreError(f"{path} is an empty file and no store: remove it, or name another place with --db")
    if application != APPLICATION_ID:
        raise StoreError(f"{path} is an SQLite file of another program: name another place with --db")
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was made by a newer truce (format {version}, this one reads {SCHEMA_VERSION}): upgrade truce"
        )


@contextlib.contextmanager
def _session(path: Path, connect: Callable[[], sqlite3.Connection], beginning: Iterable[str]) -> Iterator[Connection]:
    from sqlalchemy import create_engine, event, exc
    from sqlalchemy.pool import NullPool

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        for statement in beginning:
            connection.exec_driver_sql(statement)

    with telling(path):
        try:
            with engine.begin() as connection:
                yield connection
        except exc.DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise error.orig from error
            raise
        finally:
            engine.dispose()
