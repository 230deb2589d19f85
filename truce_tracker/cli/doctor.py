"""Whether a store is sound: its file, its history, its words; and what looks like a slip."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.output import say

if TYPE_CHECKING:
    from truce_tracker.cli.session import Session
    from truce_tracker.ledger_file.health import Finding


def doctor(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend, and say so.")] = False,
) -> None:
    """Look for damage and for slips, each with what to type.

    Damage: pages, references, the full-text index, records or history that changed without truce, what was worked out
    from them. Slips: words that a stored text does not hold, speakers or commitments that look like one, tellings that
    nobody linked, what nobody refers to, what killed runs left behind. Exits with 1 where something is damaged.

    \b
    Example: truce doctor
    """
    session = ctx.obj
    session.make_if_absent()
    found = 0
    damaged = False
    for finding in _findings(session, fix):
        found += 1
        damaged |= finding.is_wrong
        typer.echo(f"{'wrong' if finding.is_wrong else 'look'}: {finding.what}\n       {finding.do}")
    say(f"{found} finding{'s' * (found != 1)} in {session.path}" if found else f"{session.path} is sound")
    if damaged:
        raise typer.Exit(1)


def _findings(session: Session, fix: bool) -> Iterator[Finding]:
    from truce_tracker.ledger_file.health import Finding
    from truce_tracker.store import health

    path = session.path
    with session.reading():  # says what is wrong with a file that is no store
        pass
    pages = health.page_findings(path) if isinstance(path, Path) else ()  # a database looks after its own
    broken = [Finding(what, "truce restore COPY", is_wrong=True) for what in pages]
    yield from broken
    if broken:
        return
    yield from _file(path, fix)
    yield from _ledger(session)
    yield from _words(session)


def _file(path: store.Place, fix: bool) -> Iterator[Finding]:
    """What stands beside the ledger: the full-text index, what follows from it, and files that were left."""
    from truce_tracker.judgements.derive import out_of_step, settle
    from truce_tracker.ledger_file.health import Finding
    from truce_tracker.store import health

    with store.copied(path, settle, say) as (writer, copy):
        indexes = list(health.indexes_out_of_step(copy)) if isinstance(path, Path) else []
        tables = list(out_of_step(writer))
    for name in indexes:
        yield Finding(f"the full-text index {name} is out of step", _mended(fix), is_wrong=not fix)
    for name in tables:
        yield Finding(f"{name}, which follows from the ledger, is out of step", _mended(fix), is_wrong=not fix)
    if fix and (indexes or tables):
        with store.transaction(path, settle, say) as writer:
            for name in indexes:
                health.rebuild_index(writer, name)
            settle(writer)
    for file in health.left_behind(path) if isinstance(path, Path) else ():
        if fix:
            with contextlib.suppress(OSError):
                file.unlink()
        yield Finding(f"{file} was left behind by a run that was ended", _mended(fix))


def _mended(fix: bool) -> str:
    return "mended" if fix else "truce doctor --fix"


def _ledger(session: Session) -> Iterator[Finding]:
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.health import findings

    with store.snapshot(session.path, settle, say) as connection:
        yield from list(findings(connection))


def _words(session: Session) -> Iterator[Finding]:
    from truce_tracker.cli.gating import verified
    from truce_tracker.ledger_file.health import Finding

    with session.reading() as ledger:
        for each in verified(ledger).refused:
            what = f"{each.id}: the {each.what} {each.words!r} does not stand in the text of {each.source}"
            yield Finding(what, f"truce show {each.source}, then truce edit {each.id}")
