"""Ledger files into the store, all or nothing; with a progress bar where there is something to wait for."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from truce_tracker import store
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.ledger_file.loader import Loaded

_SHOWN = 10  # records that are named as newer here
_PATIENCE = 1.0  # seconds without a bar


def load(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Ledger files, folders of tables; - is stdin.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="Where the ledger changed since the file was exported, take the file's.")
    ] = False,
    ours: Annotated[
        bool, typer.Option("--ours", help="Where the ledger and the file both changed, keep what is here.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Also drop an obligor or a quote, or give a claim another speaker.")
    ] = False,
) -> None:
    """Load ledger files: all, or, where one has a problem, none.

    What a load changes is named, value by value. A file that truce exported says what it was made from: where the
    ledger has changed since, only what the file changed is taken, and where both changed one value the load stops.
    `truce undo` takes a load back.

    \b
    Examples:
      truce load talks.yaml --dry-run
      truce load talks.yaml
    """
    contents = [_content(path) for name in files for path in _files_of(name)]
    if theirs and ours:
        raise TruceError("--theirs and --ours say two things: give one of them")
    side = ("theirs" if theirs else "ours") if theirs or ours else None
    loaded = _load(ctx.obj, contents, side, dry_run, force)
    tell_renamed(loaded.renamed)
    for warning in loaded.warnings:
        say(f"warning: {warning}")
    _report(loaded, dry_run)
    if loaded.kept:
        shown = ", ".join(loaded.kept[:_SHOWN]) + (
            f" and {len(loaded.kept) - _SHOWN} more" * (len(loaded.kept) > _SHOWN)
        )
        say(f"changed here since the file was made, and kept: {shown}")
    for line in _lost(loaded) if dry_run and not force else ():
        say(f"needs --force: {line}")


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
        from truce_tracker.ledger_file.records import LARGEST_PIPED, STDIN

        return STDIN, sys.stdin.buffer.read(LARGEST_PIPED + 1)  # one more, so that the reader can refuse it
    try:
        with open(name, "rb") as file:
            return name, file.read()
    except FileNotFoundError:
        raise TruceError(f"there is no file {name}") from None
    except IsADirectoryError:
        raise TruceError(f"{name} is a folder: name the ledger files in it") from None
    except OSError as error:
        raise TruceError(f"{name} cannot be read: {error.strerror or error}") from error


def _load(session: Session, contents: list[tuple[str, bytes]], side: str | None, dry_run: bool, force: bool) -> Loaded:
    if not store.exists(session.path) and (loaded := _load_new(session, contents, dry_run)):
        return loaded
    return _load_into(session, contents, side, dry_run, force)


def _load_new(session: Session, contents: list[tuple[str, bytes]], dry_run: bool) -> Loaded | None:
    """Load into a new store, which appears only when all went well. None where another process made one meanwhile."""
    session.make_room()
    draft = store.create(session.path)
    try:
        loaded = _load_into(session, contents, None, dry_run, True, draft)
        if not dry_run:
            if not store.publish(draft, session.path):
                return None
            say(f"made {session.path}")
    finally:
        store.discard(draft)
    return loaded


def _load_into(
    session: Session,
    contents: list[tuple[str, bytes]],
    side: str | None,
    dry_run: bool,
    force: bool,
    draft: store.Place | None = None,
) -> Loaded:
    from truce_tracker.cli.writing import amend
    from truce_tracker.ledger_file.loader import prepare
    from truce_tracker.ledger_file.taking import Side

    whose = Side(side) if side else None
    with _Progress() as progress:
        return amend(
            session,
            lambda amendment: prepare(amendment, contents, progress, side=whose),
            lambda loaded: None if force else _agree(loaded, progress),
            progress,
            dry_run,
            draft=draft,
        )


def _lost(loaded: Loaded) -> list[str]:
    from truce_tracker.ledger_file.taking import losses

    return [line for changed in loaded.changed for line in losses(changed)]


def _agree(loaded: Loaded, progress: _Progress) -> None:
    """Ask before an obligor or a quote is dropped, or another speaker given. Raises TruceError where the answer is no,
    or nobody is there to give one."""
    if not (lost := _lost(loaded)):
        return
    told = "\n".join(f"  {line}" for line in lost)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TruceError(
            f"the load would lose something:\n{told}\nnothing was loaded: give --force where that is meant"
        )
    from truce_tracker.cli.importing.asking import agrees

    progress.end()
    typer.echo(f"The load would lose something:\n{told}")
    if not agrees("Load it?"):
        raise TruceError("nothing was loaded")


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
    for changed in loaded.changed:
        for line in changed.told():
            typer.echo(line)
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
        self.end()

    def end(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None
