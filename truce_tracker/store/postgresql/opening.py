"""A ledger in a database of PostgreSQL: found, made, read and written. One clear sentence for what can go wrong.

A ledger is a schema; its comment says that it is one, and of which format. One writer at a time writes to a ledger, by
an advisory lock that the transaction holds: so nothing that another one wrote is lost.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from truce_tracker.errors import StoreError
from truce_tracker.store.address import Address

try:
    import psycopg
    from psycopg import sql

    from truce_tracker.store.postgresql.connection import Connection
except ImportError as error:
    raise StoreError(
        "a ledger in PostgreSQL needs psycopg and sqlglot: pip install 'truce-tracker[postgresql]'"
    ) from error

_MARK = "truce ledger, format "
_HERE = Path(__file__).parent
_BUSY_SECONDS = 60
_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ"  # temporary tables are made in it, so that it is not READ ONLY


@contextlib.contextmanager
def telling(address: Address) -> Iterator[None]:
    """Turn what PostgreSQL says into a StoreError that says what to do."""
    try:
        yield
    except psycopg.Error as error:
        raise StoreError(_sentence(address, error)) from error


def _sentence(address: Address, error: psycopg.Error) -> str:
    why = " ".join(str(error).split())
    if isinstance(error, psycopg.errors.LockNotAvailable):
        return f"{address} is busy: another writer has held it for {_BUSY_SECONDS} seconds; try again"
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return f"{address} cannot be used so ({why}): ask who keeps the database for the role of a writer"
    if isinstance(error, psycopg.errors.UndefinedTable | psycopg.errors.UndefinedColumn):
        return f"{address} is not as this truce makes it ({why}): copy its records into a new ledger"
    if isinstance(error, psycopg.OperationalError):
        return f"{address}: the database cannot be reached, or was lost ({why}); nothing of this command was written"
    return f"{address}: {why}"


def connect(address: Address) -> Connection:
    """A connection whose names are those of the ledger. Raises psycopg.Error."""
    raw = psycopg.connect(
        address.database, autocommit=True, connect_timeout=10, application_name="truce", client_encoding="utf8"
    )
    raw.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(address.ledger)))
    raw.execute(sql.SQL("SET lock_timeout TO {}").format(_BUSY_SECONDS * 1000))
    return Connection(raw, address.ledger)


def format_of(connection: Connection) -> int | None:
    """The format of the ledger that a connection is to; None where there is none."""
    query = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
    found = connection.raw.execute(query, (connection.schema,)).fetchone()
    if found is None:
        return None
    number = (found[0] or "").removeprefix(_MARK)
    return int(number) if number.isdigit() else 0


def exists(address: Address) -> bool:
    """Whether the database has a schema of the ledger's name."""
    with telling(address), contextlib.closing(connect(address)) as connection:
        return format_of(connection) is not None


def ledgers(address: Address) -> list[str]:
    """The names of all ledgers of a database, sorted."""
    query = "SELECT nspname FROM pg_namespace WHERE obj_description(oid, 'pg_namespace') LIKE %s ORDER BY 1"
    with telling(address), contextlib.closing(connect(address)) as connection:
        return [name for (name,) in connection.raw.execute(query, (f"{_MARK}%",)) if "~" not in name]


def open_ledger(address: Address, wanted: int) -> Connection:
    """A connection to a ledger of the format that is wanted. Raises StoreError where there is none, or another."""
    with telling(address):
        connection = connect(address)
        found = format_of(connection)
        if found == wanted:
            return connection
        connection.close()
    if found is None:
        raise StoreError(
            f"there is no ledger at {address}: make one with `truce --db '{address}' init`, or `load FILE`"
        )
    if found == 0:
        raise StoreError(f"the schema {address.ledger} of {address} is of another program: name another ledger")
    raise StoreError(
        f"{address} is of format {found}, and this truce reads {wanted}: "
        + (
            "upgrade truce"
            if found > wanted
            else "copy it into a new ledger with the truce that made it (`truce copy`)"
        )
    )


@contextlib.contextmanager
def session(address: Address, wanted: int, writes: bool) -> Iterator[Connection]:
    """A transaction: the ledger at one moment, or alone to write to it; rolled back whole on any error."""
    with contextlib.closing(open_ledger(address, wanted)) as connection:
        try:
            connection.execute("BEGIN" if writes else _SNAPSHOT)
            if writes:  # what is read behind the lock is what the writer before has left
                lock = "SELECT pg_advisory_xact_lock(hashtextextended('truce ' || %s, 0))"
                connection.raw.execute(lock, (address.ledger,))
                connection.execute("SET CONSTRAINTS ALL DEFERRED")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(psycopg.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            raise


# -- making one ------------------------------------------------------------------------------------------------------


def create(address: Address, number: int) -> Address:
    """Make the tables of a new ledger in a schema of its own, for `publish` to give it its name once it is filled."""
    draft = address.beside(f"{address.ledger}~{os.getpid()}")
    with telling(address), contextlib.closing(connect(address)) as connection:
        if format_of(connection) is not None:
            raise StoreError(f"there is a ledger at {address} already: load files into it, or name another")
        _drop(connection, draft.ledger)
        raw, name = connection.raw, sql.Identifier(draft.ledger)
        with raw.transaction():
            raw.execute(sql.SQL("CREATE SCHEMA {}").format(name))
            raw.execute(sql.SQL("SET LOCAL search_path TO {}").format(name))
            for file in ("tables.sql", "functions.sql", "search.sql"):
                raw.execute((_HERE / file).read_bytes())
            comment = sql.SQL("COMMENT ON SCHEMA {} IS {}")
            raw.execute(comment.format(name, sql.Literal(f"{_MARK}{number}")))
    return draft


def publish(draft: Address, address: Address) -> bool:
    """Give a new ledger its name. False where another one has it by now."""
    with telling(address), contextlib.closing(connect(draft)) as connection:
        rename = sql.SQL("ALTER SCHEMA {} RENAME TO {}")
        try:
            connection.raw.execute(rename.format(sql.Identifier(draft.ledger), sql.Identifier(address.ledger)))
        except psycopg.errors.DuplicateSchema:
            return False
    return True


def discard(draft: Address) -> None:
    """Remove a ledger that was not finished."""
    with contextlib.suppress(psycopg.Error), contextlib.closing(connect(draft)) as connection:
        _drop(connection, draft.ledger)


def _drop(connection: Connection, ledger: str) -> None:
    if "~" in ledger:
        connection.raw.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(ledger)))
