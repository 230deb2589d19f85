"""Stores and ledger files: make a store, load files into it, write it back as a file."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.seeding import make, seed_ledger
from truce_tracker.cli.session import Session, now, output, say
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from truce_tracker.ledger.loader import Loaded

_LARGEST = 200 * 1024 * 1024 + 1  # bytes: one more than a ledger file may have, so that the reader can refuse it


def init(
    ctx: typer.Context,
    empty: Annotated[bool, typer.Option("--empty", help="With nothing in it, for a ledger of your own.")] = False,
) -> None:
    """Make a new store: from the seed ledger (the US-China truce of 2025), or empty."""
    session: Session = ctx.obj
    seed = seed_ledger()
    if not session.named:
        session.path.parent.mkdir(parents=True, exist_ok=True)
    make(session.path, [] if empty else [(seed.name, seed.read_bytes())])
    typer.echo(f"made {session.path}, " + ("empty" if empty else "from the seed ledger"))


def load(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Ledger files; - reads standard input.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Load ledger files: all of them, or, where one has a problem, none."""
    contents = [_content(name) for name in files]
    loaded = _load(ctx.obj, contents, dry_run)
    for warning in loaded.warnings:
        say(f"warning: {warning}")
    _report(loaded, dry_run)


def export(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Where to; default standard output.")] = None,
) -> None:
    """Write the whole ledger as one file, which loads back to the same store."""
    from truce_tracker.ledger.stored import stored_entries, stored_rows
    from truce_tracker.ledger.writer import write_ledger

    with ctx.obj.reading():  # makes the store at its default place, and says what is wrong with it
        pass
    with store.snapshot(ctx.obj.path) as connection:
        entries = stored_entries(connection, stored_rows(connection), texts=True)
    with output(file) as stream:
        write_ledger(entries, stream)


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
    from truce_tracker.cli.progress import Progress
    from truce_tracker.ledger.loader import load as load_files

    with _target(session, dry_run) as path, Progress() as progress, store.transaction(path) as connection:
        loaded = load_files(connection, contents, now(), progress)
        if dry_run:
            connection.rollback()
    return loaded


@contextlib.contextmanager
def _target(session: Session, dry_run: bool) -> Iterator[Path]:
    """The store to load into; one that is not there is made, and appears only when the load went well."""
    path = session.path
    if path.exists():
        yield path
        return
    if not session.named:
        path.parent.mkdir(parents=True, exist_ok=True)
    draft = store.create(path)
    try:
        yield draft
        if not dry_run:
            store.publish(draft, path)
            say(f"made {path}")
    finally:
        store.discard(draft)


def _report(loaded: Loaded, dry_run: bool) -> None:
    rows = [(name, counts) for name, counts in loaded.counts.items() if counts.new + counts.changed + counts.unchanged]
    for name, counts in rows:
        typer.echo(f"{name:<12} {counts.new:>7,} new {counts.changed:>7,} changed {counts.unchanged:>7,} unchanged")
    if not rows:
        typer.echo("nothing in it")
    if dry_run:
        say("dry run: nothing was changed")
