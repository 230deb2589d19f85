"""Another id for a record."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.writing import amend_records


def rename(
    ctx: typer.Context,
    id: o.AnyId,
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it is to have.")],
    kind: o.Kind = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Give a record another id, everywhere.

    \b
    Example: truce rename bessent scott-bessent
    """
    from truce_tracker.ledger_file import rearranging as records

    amend_records(ctx.obj, lambda made: records.rename(made, records.find(made, id, kind), new), dry_run)
