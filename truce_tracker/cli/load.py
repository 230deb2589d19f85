"""Ledger files into the store, all or nothing; with a progress bar where there is something to wait for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from truce_tracker import store
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session, now
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.ledger_file.loader import Loaded

_LARGEST = 200 * 1024 * 1024 + 1  # bytes: one more than a ledger file may have, so that the reader can refuse it
_PATIENCE = 1.0  # seconds without a bar


def load(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Ledger files, folders of tables; - is stdin.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Load ledger files: all, or, where one has a problem, none.

    \b
    Examples:
      truce load talks.yaml --dry-run
      truce load talks.yaml
    """
    contents = [_content(path) for name in files for path in _files_of(name)]
    loaded = _load(ctx.obj, contents, dry_run)
    tell_renamed(loaded.renamed)
    for warning in loaded.warnings:
        say(f"warning: {warning}")
    _report(loaded, dry_run)


def _files_of(name: str) -> list[str]:
    """The file itself, or the tables in a folder, in the order of the format."""
    folder = Path(name)
    if name == "-" or not folder.is_dir():
        return [name]
    from truce_tracker.ledger_file.format import FLAT_SUFFIXES, LISTS

    found = [[path for suffix in FLAT_SUFFIXES if (path := folder / f"{each}{suffix}").is_file()] for each in LISTS]
    twice = next((paths for paths in found if len(paths) > 1), None)
    if twice:
        raise TruceError(f"{name} holds both {twice[0].name} and {twice[1].name}: name the files that you mean")
    if not any(found):
        raise TruceError(
            f"{name} is a folder without tables (claims.csv, claims.jsonl ...): name the ledger files in it"
        )
    return [str(path) for paths in found for path in paths]


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
        loaded = _load_into(draft, contents, dry_run, session.path)
        if not dry_run:
            if not store.publish(draft, session.path):
                return None
            say(f"made {session.path}")
    finally:
        store.discard(draft)
    return loaded


def _load_into(path: Path, contents: list[tuple[str, bytes]], dry_run: bool, place: Path | None = None) -> Loaded:
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.loader import load as load_files

    with _Progress() as progress, store.transaction(path, settle, say, place) as connection:
        loaded = load_files(connection, contents, now(), progress)
        settle(connection)
        if dry_run:
            connection.rollback()
    return loaded


def tell_renamed(renamed: Mapping[str, str]) -> None:
    """Say which sources have another id than their draft gives them."""
    for before, after in renamed.items():
        say(f"{before} is another article by now: this one is recorded as {after}")


def _report(loaded: Loaded, dry_run: bool) -> None:
    rows = [(name, counts) for name, counts in loaded.counts.items() if counts.new + counts.changed + counts.unchanged]
    for name, counts in rows:
        typer.echo(f"{name:<12} {counts.new:>7,} new {counts.changed:>7,} changed {counts.unchanged:>7,} unchanged")
    if not rows:
        typer.echo("nothing in it")
    if dry_run:
        say("dry run: nothing was changed")


class _Progress:
    """Told what is going on and how far it is; draws nothing in the first second, nor where stderr is no terminal."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.bar: Any = None
        self.task: Any = None

    def __call__(self, what: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of a piece of work are behind us."""
        if self.bar is None:
            if not sys.stderr.isatty() or time.monotonic() - self.begun < _PATIENCE:
                return
            self._begin()
        self.bar.update(self.task, description=what, completed=done, total=total)

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self.bar = Bar(console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("")
        self.bar.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.stop()
