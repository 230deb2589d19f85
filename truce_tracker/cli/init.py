"""A new store, from the seed ledger or empty."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.output import tell


def init(
    ctx: typer.Context,
    empty: Annotated[bool, typer.Option("--empty", help="With nothing in it, for a ledger of your own.")] = False,
) -> None:
    """Make a new store, from the seed ledger or empty.

    The seed ledger is that of the US-China truce of 2025.

    \b
    Example: truce --db talks.db init --empty
    """
    path = ctx.obj.path
    if not ctx.obj.make(empty):
        raise store.is_there(path)
    tell(f"made {path}, " + ("empty" if empty else "from the seed ledger"))
