"""Changing the ledger: made and checked in a snapshot, which keeps nobody waiting, and written in a transaction.

Where somebody else wrote meanwhile it is made again. Who changes it, and by which command, is kept with the change.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from truce_tracker import store
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from truce_tracker.ledger_file.amending import Amendment
    from truce_tracker.ledger_file.history import Act
    from truce_tracker.ledger_file.write_store import Progress

Made = TypeVar("Made")
_TRIES = 3  # how often an amendment is made in a snapshot, before others are kept waiting for it


def amend(
    session: Session,
    make: Callable[[Amendment], Made],
    agree: Callable[[Made], object] = lambda made: None,
    progress: Progress = lambda what, done, total: None,
    dry_run: bool = False,
    draft: Path | None = None,
) -> Made:
    """Change the ledger: `make` puts into an amendment what is to change, and checks it; `agree` is asked before it is
    written, and raises where it should not be. `draft` is the file of a store that is to come to the session's place.

    Where others wrote meanwhile it is made again, by what is there then. Raises what `make` and `agree` raise; nothing
    is written then.
    """
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.amending import Amendment

    path = draft or session.path
    act = session.act()
    for _ in range(_TRIES):
        with store.snapshot(path, settle, say) as reader:
            amendment = Amendment(reader)
            made = make(amendment)
        if dry_run:
            return made
        agree(made)
        with store.transaction(path, settle, say, session.path) as writer:
            if amendment.is_current(writer):
                _write(writer, amendment, act, progress, settle)
                return made
    with store.transaction(path, settle, say, session.path) as writer:
        amendment = Amendment(writer)
        made = make(amendment)
        agree(made)
        _write(writer, amendment, act, progress, settle)
        return made


def _write(writer: Connection, amendment: Amendment, act: Act, progress: Progress, settle: store.Finish) -> None:
    amendment.write(writer, act, progress)
    settle(writer)


@contextlib.contextmanager
def as_it_stood(connection: sqlite3.Connection, path: Path, day: str) -> Iterator[sqlite3.Connection]:
    """A copy of the store in memory, which holds the ledger as it stood at the end of a day (UTC)."""
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.history import Act
    from truce_tracker.ledger_file.undoing import stand_as_of

    with store.copied(connection, path) as copy:
        stand_as_of(copy, day).write(copy, Act(day, "as it stood"))
        settle(copy)
        raw = copy.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        yield raw
