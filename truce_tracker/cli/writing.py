"""Changing the ledger: made and checked in a snapshot, which keeps nobody waiting, and written in a transaction.

Where somebody else wrote meanwhile it is made again. Who changes it, and by which command, is kept with the change.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import typer

from truce_tracker import store
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session

if TYPE_CHECKING:
    from truce_tracker.ledger_file.amending import Amendment
    from truce_tracker.ledger_file.history import Act
    from truce_tracker.ledger_file.write_store import Progress

Made = TypeVar("Made")
_TRIES = 3  # how often an amendment is made in a snapshot, before others are kept waiting for it


def amend(
    session: Session,
    make: Callable[[Amendment], Made],
    agree: Callable[[Made], object] = lambda made: None,
    progress: Progress = lambda what, done, total: None,
    dry_run: bool = False,
    draft: store.Place | None = None,
) -> Made:
    """Change the ledger: `make` puts into an amendment what is to change, and checks it; `agree` is asked before it is
    written, and raises where it should not be. `draft` is the file of a store that is to come to the session's place.

    Where others wrote meanwhile it is made again, by what is there then. Raises what `make` and `agree` raise; nothing
    is written then.
    """
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.amending import Amendment

    path = draft or session.path
    act = session.act()
    for _ in range(_TRIES):
        with store.snapshot(path, settle, say) as reader:
            amendment = Amendment(reader)
            made = make(amendment)
        if dry_run:
            return made
        agree(made)
        with store.transaction(path, settle, say, session.path) as writer:
            if amendment.is_current(writer):
                _write(writer, amendment, act, progress)
                return made
    with store.transaction(path, settle, say, session.path) as writer:
        amendment = Amendment(writer)
        made = make(amendment)
        agree(made)
        _write(writer, amendment, act, progress)
        return made


def _write(writer: store.Connection, amendment: Amendment, act: Act, progress: Progress) -> None:
    from truce_tracker.judgements.derive import settle

    amendment.write(writer, act.as_user(store.user_of(writer)), progress)
    settle(writer, amendment.touched)


def amend_records(session: Session, change: Callable[[Amendment], object], dry_run: bool) -> None:
    """Change records of the ledger, and say what that changed."""

    def make(amendment: Amendment) -> Amendment:
        change(amendment)
        return amendment

    say_changes(amend(session, make, dry_run=dry_run), dry_run)


def say_changes(amendment: Amendment, dry_run: bool) -> None:
    """Say what was changed, a line for each value, and what is doubtful."""
    renamed = {changed.was for changed in amendment.changes.values()}
    for changed in amendment.changes.values():
        if changed.after is not None or changed.id not in renamed:
            for line in changed.told():
                typer.echo(line)
    for warning in amendment.warnings:
        say(f"warning: {warning.path}: {warning.what}")
    if dry_run:
        say("dry run: nothing was changed")
