"""A record taken out of the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.writing import amend_records


def remove(
    ctx: typer.Context,
    id: o.AnyId,
    kind: o.Kind = None,
    cascade: Annotated[
        bool, typer.Option("--cascade", help="Also what cannot be without it; elsewhere the reference is left out.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Take a record out of the ledger.

    What refers to it is named first, and nothing is removed then without --cascade. `truce undo` brings it back.

    \b
    Examples:
      truce remove bessent-thanksgiving-1116
      truce remove bessent --kind speaker --cascade --dry-run
    """
    from truce_tracker.ledger_file import rearranging as records

    amend_records(ctx.obj, lambda made: records.remove(made, records.find(made, id, kind), cascade), dry_run)
