"""A copy put back in the store's place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from truce_tracker.cli.output import say, tell
from truce_tracker.errors import StoreError


def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy of a store, such as `truce backup` makes.")],
) -> None:
    """Put a copy in the place of the store.

    What is there is copied first, so that nothing is lost: a damaged store is moved aside. The copy itself stays.

    \b
    Example: truce restore talks-before-the-summit.db
    """
    from truce_tracker.store.backup import check_copy
    from truce_tracker.store.backup import restore as put_back

    session = ctx.obj
    path = session.file
    if not file.is_file():
        raise StoreError(f"there is no copy at {file}")
    check_copy(file)
    session.make_room()
    if os.path.exists(path):
        if os.path.samefile(file, path):
            raise StoreError(f"{file} is the store itself: name a copy of it")
        try:
            say(f"what was there is kept at {session.keep_copy()}")
        except StoreError as error:
            say(f"no copy can be made of what is there: {error}")
    if aside := put_back(file, path):
        say(f"what was there is damaged, and is kept as {aside}")
    tell(f"restored {path} from {file}")
