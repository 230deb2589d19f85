"""Opening the SQLite file, to read or to write, and one clear sentence for every way in which it can be wrong.

Everything goes through the standard library's sqlite3: to import SQLAlchemy takes longer than to write a record.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from truce_tracker.errors import StoreError
from truce_tracker.store.address import Address, Place

Connection = sqlite3.Connection
Touched = Mapping[str, Collection[str]]  # table -> ids of rows that were written, or on which something hangs that was
Finish = Callable[[Connection], object]  # makes anew what is worked out from the ledger, once its tables are new
Tell = Callable[[str], object]  # told in a sentence what was done to the file

APPLICATION_ID = 0x74727563  # "truc"
SCHEMA_VERSION = 4  # PRAGMA user_version: raised with every change of the tables, see `migrating`
_PAGES_KEPT = 100_000  # KB that a writer keeps in memory: with SQLite's 2 MB a load took a third longer
BUSY_SECONDS = 60.0  # how long a writer waits for another one


def open_reading(path: Place, finish: Finish | None = None, tell: Tell = warnings.warn) -> sqlite3.Connection:
    """Open a store to read from; one of an older truce is brought up to date first (see `migrating.migrate`).

    Raises StoreError where it is absent, foreign, newer or damaged.
    """
    if isinstance(path, Address):
        from truce_tracker.store.postgresql.opening import open_ledger

        return open_ledger(path, SCHEMA_VERSION)  # type: ignore[return-value]
    refuse_none(path)
    with telling(path):
        connection = connect(path)
        if check_identity(connection, path) < SCHEMA_VERSION:
            connection.close()
            from truce_tracker.store.migrating import migrate

            migrate(path, finish, tell)
            connection = connect(path)
    return connection


@contextlib.contextmanager
def transaction(
    path: Place, finish: Finish | None = None, tell: Tell = warnings.warn, place: Place | None = None
) -> Iterator[Connection]:
    """A write transaction that begins immediate: committed at the end, rolled back whole on any error.

    A store of an older truce is brought up to date before it (see `migrating.migrate`). `place` is where a draft of a
    store is to go: what is wrong is told of it.
    """
    if isinstance(path, Address):
        with telling(place or path), _there(path, writes=True) as connection:
            yield connection
        return
    from truce_tracker.store.waiting import begin_writing, holding  # which only writing needs

    def connect() -> sqlite3.Connection:
        connection = connect_writing(path)
        if check_identity(connection, path) < SCHEMA_VERSION:
            from truce_tracker.store.migrating import migrate

            migrate(path, finish, tell)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_PAGES_KEPT}")
        return connection

    def begin(connection: Connection) -> None:
        begin_writing(connection, path, tell, BUSY_SECONDS)
        connection.execute("PRAGMA defer_foreign_keys = ON")

    with session(path, connect, begin, place) as connection, holding(path):
        yield connection
    _bring_in(path)


@contextlib.contextmanager
def snapshot(path: Place, finish: Finish | None = None, tell: Tell = warnings.warn) -> Iterator[Connection]:
    """The store as it is at one moment, to read; nothing can be written."""
    if isinstance(path, Address):
        with telling(path), _there(path, writes=False) as connection:
            yield connection
        return
    with session(path, lambda: open_reading(path, finish, tell), beginning("BEGIN")) as connection:
        yield connection


def _there(address: Address, writes: bool) -> AbstractContextManager[Connection]:
    """A transaction in a database, whose connection is spoken to as one of SQLite."""
    from truce_tracker.store.postgresql.opening import session as session_there

    return session_there(address, SCHEMA_VERSION, writes)  # type: ignore[return-value]


def beginning(statement: str) -> Callable[[Connection], object]:
    """Begin a transaction with a statement."""
    return lambda connection: connection.execute(statement)


def _bring_in(path: Path) -> None:
    """Bring what was committed into the file itself, so that a copy of it holds everything, also while others read."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect_writing(path)) as connection:
        connection.execute("PRAGMA busy_timeout = 100")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextlib.contextmanager
def copied(
    path: Place, finish: Finish | None = None, tell: Tell = warnings.warn
) -> Iterator[tuple[Connection, sqlite3.Connection]]:
    """A copy of a store in memory, within a transaction, to write to and to ask; it is gone in the end."""
    copy = sqlite3.connect(":memory:", isolation_level=None)

    def fill() -> sqlite3.Connection:
        if isinstance(path, Address):
            from truce_tracker.store.copying import copy_into_file

            with snapshot(path) as source:
                copy_into_file(source, copy)
            return copy
        with contextlib.closing(open_reading(path, finish, tell)) as source:
            source.backup(copy)
        return copy

    with session(path, fill, beginning("BEGIN")) as connection:
        yield connection, copy


def connect_writing(path: Path) -> sqlite3.Connection:
    """A connection that can write to a file that is there."""
    refuse_no_file(path)
    return sqlite3.connect(uri(path, "rw"), uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def run_script(connection: Connection, script: Path) -> None:
    """Run a script within the transaction, statement by statement: `executescript` would commit it."""
    statement = ""
    for line in script.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


@contextlib.contextmanager
def session(
    path: Place,
    connect: Callable[[], sqlite3.Connection],
    start: Callable[[Connection], object],
    place: Place | None = None,
) -> Iterator[Connection]:
    """A transaction of its own connection, rolled back whole on any error.

    What SQLite says of the file, or of its later `place`, is told.
    """
    with telling(place or path), contextlib.closing(connect()) as connection:
        try:
            start(connection)
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def as_engine_of(path: Place, query: str) -> str:
    """A query as the engine of a store takes it, to be run by any program."""
    if isinstance(path, Address):
        from truce_tracker.store.postgresql.dialect import standing_alone

        return standing_alone(query, path.ledger)
    return query


def user_of(connection: Connection) -> str | None:
    """Who is known to write: the user of a database; of a file nobody is."""
    if isinstance(connection, sqlite3.Connection):
        return None
    return str(connection.execute("SELECT session_user").fetchone()[0])


def install_views(connection: Connection, views: Mapping[str, str]) -> None:
    """Make views, by name, each after those that it reads, or make those again whose text is another by now."""
    if not isinstance(connection, sqlite3.Connection):
        connection.install_views(views)
        return
    made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())
    for name, text in views.items():
        view = f"CREATE VIEW {name} AS\n{text}"
        if made.get(name) != view:  # who reads has to prepare every query again where a view changes
            connection.execute(f"DROP VIEW IF EXISTS {name}")
            connection.execute(view)


def named_rows(found: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    """The rows of a query, each by the names of its columns."""
    names = [name for name, *_ in found.description]
    return (dict(zip(names, values, strict=True)) for values in found)


@contextlib.contextmanager
def telling(path: Place) -> Iterator[None]:
    """Turn what SQLite says of a file, or PostgreSQL of a ledger, into a StoreError that says what to do."""
    if isinstance(path, Address):
        from truce_tracker.store.postgresql.opening import telling as telling_there

        with telling_there(path):
            yield
        return
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_sentence(path, error)) from error
    except UnicodeDecodeError as error:  # SQLite's own words, of a schema that is none
        raise _damaged(path, "what it holds is no text") from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return f"{path} is no SQLite file, so it is no store of truce: name another place with --db"
    if code == sqlite3.SQLITE_CORRUPT:
        return str(_damaged(path, error))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path} is busy: another program has been writing to it for {BUSY_SECONDS:.0f} seconds; try again"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return f"{path} cannot be opened or written ({error}): look at the rights of the file and of its folder"
    if code == sqlite3.SQLITE_FULL:
        return f"{path} cannot be written: the disk is full"
    if "no such table" in str(error) or "no such column" in str(error):
        return f"{path} is not as this truce makes it ({error}): make a new store and load your ledger files again"
    return f"{path}: {error}"


def _damaged(path: Path, why: object) -> StoreError:
    return StoreError(
        f"{path} is damaged ({why}): put a copy back, or make a new store and load your ledger files again"
    )


def exists(path: Place) -> bool:
    """Whether something is at the place of a store."""
    return path.exists() if isinstance(path, Address) else os.path.exists(path)


def files_of(path: Place) -> list[Path]:
    """The store's file, and those that SQLite may keep beside it; a ledger in a database has none."""
    if isinstance(path, Address):
        return []
    return [path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm", "-journal")]


def refuse_none(path: Path) -> None:
    """Raise StoreError where there is no file at the place of a store."""
    if not os.path.exists(path):
        raise StoreError(
            f"there is no store at {path}: make one with `truce --db {path} init` (the seed ledger), "
            f"`init --empty`, or `load FILE`"
        )
    refuse_no_file(path)


def refuse_no_file(path: Path) -> None:
    """Raise StoreError where a store is looked for at the place of a folder, or of a pipe or a device, which to open
    could take forever."""
    if os.path.isdir(path):
        raise StoreError(f"{path} is a folder: name a file in it, such as {path / 'truce.db'}")
    if os.path.exists(path) and not os.path.isfile(path):
        raise StoreError(f"{path} is a pipe or a device and no file: name another place with --db")


def connect(path: Path) -> sqlite3.Connection:
    """Open read-only; a store in a place where nothing can be written (no room for SQLite's -shm) as immutable."""
    address = uri(path, "ro")
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError:
        connection.close()
        wal = path.with_name(path.name + "-wal")
        if (wal.exists() and wal.stat().st_size) or os.access(path.parent, os.W_OK):
            raise
        connection = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
    return connection


def uri(path: Path, mode: str) -> str:
    """The place as SQLite takes it, to be opened in a mode: ro, rw."""
    place = str(path.absolute())
    host = "//" if place.startswith("/") else ""  # without it, //tmp/x.db would be x.db of a machine named tmp
    return f"file:{host}{quote(place)}?mode={mode}"


def check_identity(connection: sqlite3.Connection, path: Path) -> int:
    """The schema of a store. Raises StoreError where it is none, or one that this truce can't read."""
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
    if version < 1:
        raise _damaged(path, f"no truce makes format {version}")
    return int(version)
