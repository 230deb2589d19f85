"""An undo taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli.undo import keep_copy_of_many, say_taken_back
from truce_tracker.cli.writing import amend


def redo(
    ctx: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Take back the last undo, where nothing was changed since.

    \b
    Example: truce redo
    """
    from truce_tracker.ledger_file import undoing

    taken = amend(ctx.obj, undoing.redo, lambda taken: keep_copy_of_many(ctx.obj, taken), dry_run=dry_run)
    say_taken_back(taken, "taken back", dry_run)
