"""Another id for a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.writing import amend, say_changes

if TYPE_CHECKING:
    from truce_tracker.ledger_file.amending import Amendment


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
    from truce_tracker.ledger_file import rearranging

    def make(amendment: Amendment) -> Amendment:
        rearranging.rename(amendment, rearranging.find(amendment, id, kind), new)
        return amendment

    say_changes(amend(ctx.obj, make, dry_run=dry_run), dry_run)
