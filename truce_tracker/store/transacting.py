"""Transactions on the SQLite file through SQLAlchemy, which is imported only then: to write, or to read one moment."""

from __future__ import annotations

import contextlib
import sqlite3
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from truce_tracker.store import opening
from truce_tracker.store.opening import (
    SCHEMA_VERSION,
    Tell,
    check_identity,
    open_reading,
    refuse_directory,
    telling,
    uri,
)  # fmt: skip

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from truce_tracker.store.opening import Finish


@contextlib.contextmanager
def transaction(path: Path, finish: Finish | None = None, tell: Tell = warnings.warn) -> Iterator[Connection]:
    """A write transaction that begins immediate: committed at the end, rolled back whole on any error.

    A store of an older truce is brought up to date before it (see `migrating.migrate`).
    """

    def connect() -> sqlite3.Connection:
        connection = connect_writing(path)
        if check_identity(connection, path) < SCHEMA_VERSION:
            from truce_tracker.store.migrating import migrate

            migrate(path, finish, tell)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    with session(path, connect, ("BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys = ON")) as connection:
        yield connection


@contextlib.contextmanager
def snapshot(path: Path, finish: Finish | None = None, tell: Tell = warnings.warn) -> Iterator[Connection]:
    """The store as it is at one moment, to read through SQLAlchemy; nothing can be written."""
    with session(path, lambda: open_reading(path, finish, tell), ("BEGIN",)) as connection:
        yield connection


def connect_writing(path: Path) -> sqlite3.Connection:
    """A connection that can write to a file that is there."""
    refuse_directory(path)
    return sqlite3.connect(uri(path, "rw"), uri=True, timeout=opening.BUSY_SECONDS, isolation_level=None)


def run_script(connection: Connection, script: Path) -> None:
    """Run a script within the transaction, statement by statement: `executescript` would commit it."""
    statement = ""
    for line in script.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.exec_driver_sql(statement)
            statement = ""


@contextlib.contextmanager
def session(path: Path, connect: Callable[[], sqlite3.Connection], beginning: Iterable[str]) -> Iterator[Connection]:
    """A transaction of its own connection, begun with some statements; what SQLite says of the file is told."""
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
