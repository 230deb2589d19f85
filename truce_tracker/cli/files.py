"""Stores and ledger files: make a store, load files into it, write it back as a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.folders import files_of
from truce_tracker.cli.seeding import make, seed_ledger
from truce_tracker.cli.session import Session, now, say
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.ledger_file.loader import Loaded

_LARGEST = 200 * 1024 * 1024 + 1  # bytes: one more than a ledger file may have, so that the reader can refuse it


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


def load(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Ledger files, folders of tables; - is stdin.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Load ledger files: all, or, where one has a problem, none."""
    contents = [_content(path) for name in files for path in files_of(name)]
    loaded = _load(ctx.obj, contents, dry_run)
    for warning in loaded.warnings:
        say(f"warning: {warning}")
    _report(loaded, dry_run)


def _content(name: str) -> tuple[str, bytes]:
    if name == "-":
        return "stdin", sys.stdin.buffer.read(_LARGEST)
    try:
        with open(name, "rb") as file:
            return name, file.read(_LARGEST)
    except FileNotFoundError:
        raise TruceError(f"there is no file {name}") from None
    except IsADirectoryError:
        raise TruceError(f"{name} is a folder: name the ledger files in it") from None
    except OSError as error:
        raise TruceError(f"{name} cannot be read: {error.strerror or error}") from error


def _load(session: Session, contents: list[tuple[str, bytes]], dry_run: bool) -> Loaded:
    path = session.path
    if not os.path.exists(path) and (loaded := _load_new(session, contents, dry_run)):
        return loaded
    return _load_into(path, contents, dry_run)


def _load_new(session: Session, contents: list[tuple[str, bytes]], dry_run: bool) -> Loaded | None:
    """Load into a new store, which appears only when all went well. None where another process made one meanwhile."""
    session.make_room()
    draft = store.create(session.path)
    try:
        loaded = _load_into(draft, contents, dry_run)
        if not dry_run:
            if not store.publish(draft, session.path):
                return None
            say(f"made {session.path}")
    finally:
        store.discard(draft)
    return loaded


def _load_into(path: Path, contents: list[tuple[str, bytes]], dry_run: bool) -> Loaded:
    from truce_tracker.cli.progress import Progress
    from truce_tracker.judgements import views
    from truce_tracker.ledger_file.loader import load as load_files

    with Progress() as progress, store.transaction(path) as connection:
        loaded = load_files(connection, contents, now(), progress)
        views.install(connection)
        if dry_run:
            connection.rollback()
    return loaded


def _report(loaded: Loaded, dry_run: bool) -> None:
    rows = [(name, counts) for name, counts in loaded.counts.items() if counts.new + counts.changed + counts.unchanged]
    for name, counts in rows:
        typer.echo(f"{name:<12} {counts.new:>7,} new {counts.changed:>7,} changed {counts.unchanged:>7,} unchanged")
    if not rows:
        typer.echo("nothing in it")
    if dry_run:
        say("dry run: nothing was changed")
