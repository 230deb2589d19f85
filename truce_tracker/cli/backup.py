"""A copy of the store, checked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truce_tracker.cli.output import tell


def backup(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Where to; else the folder of copies.")] = None,
) -> None:
    """Copy the store to a file, and check the copy.

    Without a FILE it goes to truce's own folder of copies, where the last five of each store are kept; copies are made
    there too before an undo of many records, and before a restore.

    \b
    Examples:
      truce backup
      truce backup talks-before-the-summit.db
    """
    from truce_tracker.store.backup import back_up

    session = ctx.obj
    session.make_if_absent()
    if file is None:
        file = session.keep_copy()
    else:
        back_up(session.file, file)
    tell(f"copied {session.file} to {file}")
