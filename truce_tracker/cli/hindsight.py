"""The ledger as it stood on an earlier day: without what was entered later."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from truce_tracker import store
from truce_tracker.cli.output import say


@contextlib.contextmanager
def as_it_stood(path: Path, day: str) -> Iterator[sqlite3.Connection]:
    """A copy of the store in memory, which holds the ledger as it stood at the end of a day (UTC)."""
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.history import Act
    from truce_tracker.ledger_file.undoing import stand_as_of

    with store.copied(path, settle, say) as (writer, copy):
        stand_as_of(writer, day).write(writer, Act(day, "as it stood"))
        settle(writer)
        yield copy
