"""A new store, from the seed ledger or empty."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.seeding import make, seed_ledger
from truce_tracker.cli.session import Session


def init(
    ctx: typer.Context,
    empty: Annotated[bool, typer.Option("--empty", help="With nothing in it, for a ledger of your own.")] = False,
) -> None:
    """Make a new store, from the seed ledger or empty.

    The seed ledger is that of the US-China truce of 2025.
    """
    session: Session = ctx.obj
    seed = seed_ledger()
    session.make_room()
    if not make(session.path, [] if empty else [(seed.name, seed.read_bytes())]):
        raise store.is_there(session.path)
    typer.echo(f"made {session.path}, " + ("empty" if empty else "from the seed ledger"))
