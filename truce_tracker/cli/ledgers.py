"""The ledgers of a database."""

from __future__ import annotations

import typer

from truce_tracker import store
from truce_tracker.cli.output import say, tell


def ledgers(ctx: typer.Context) -> None:
    """List the ledgers of a database.

    One database of PostgreSQL holds many negotiations, each in a schema of its own; a file holds one.

    \b
    Example: truce --db postgresql://desk.example/truce ledgers
    """
    place = ctx.obj.path
    if not isinstance(place, store.Address):
        tell(str(place))
        return
    from truce_tracker.store.postgresql.opening import ledgers as ledgers_of

    names = ledgers_of(place)
    for name in names:
        tell(str(place.beside(name)))
    say(f"{len(names)} ledger{'s' * (len(names) != 1)}")
