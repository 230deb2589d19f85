"""Commands taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session
from truce_tracker.cli.writing import amend

if TYPE_CHECKING:
    from truce_tracker.ledger_file.amending import Amendment
    from truce_tracker.ledger_file.undoing import TakenBack

_MANY = 100  # records, before a change of which the store is copied
_SHOWN = 20  # changes that an undo names


def undo(
    ctx: typer.Context,
    count: Annotated[int, typer.Argument(metavar="N", min=1, help="How many of the last commands.")] = 1,
    number: Annotated[
        int | None, typer.Option("--command", metavar="NUMBER", min=1, help="This one alone, by its number in the log.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Take back the last command, or the last N.

    What it added goes, what it changed or removed is again as it was. Nothing leaves the history, and `truce redo`
    takes the undo back. A command whose records were changed again since, or are referred to, cannot go alone.

    \b
    Examples:
      truce undo
      truce undo --command 7
    """
    from truce_tracker.ledger_file import undoing

    def take(amendment: Amendment) -> TakenBack:
        return undoing.undo_last(amendment, count) if number is None else undoing.undo_one(amendment, number)

    say_taken_back(
        amend(ctx.obj, take, lambda taken: keep_copy_of_many(ctx.obj, taken), dry_run=dry_run), "undone", dry_run
    )


def keep_copy_of_many(session: Session, taken: TakenBack) -> None:
    """Copy the store before many records change."""
    if len(taken.amendment.changes) > _MANY and isinstance(session.path, Path):
        say(f"a copy of the store as it is now is kept at {session.keep_copy()}")


def say_taken_back(taken: TakenBack, done: str, dry_run: bool) -> None:
    """Say which commands were taken back, and what that changed."""
    for operation in taken.operations:
        typer.echo(f"{done}: {operation.number} {operation.command}")
    lines = [line for changed in taken.amendment.changes.values() for line in changed.told()]
    for line in lines[:_SHOWN]:
        typer.echo(f"  {line}")
    if len(lines) > _SHOWN:
        typer.echo(f"  and {len(lines) - _SHOWN:,} more changes")
    if dry_run:
        say("dry run: nothing was changed")
