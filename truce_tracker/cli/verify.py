"""Whether every word of the ledger stands in the stored texts."""

from __future__ import annotations

import sys

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import TEXT_FORMATS, one_of, say


def verify(ctx: typer.Context, format: o.TextFormat = "text") -> None:
    """Check every quote, phrase and quantity against the texts.

    Exits with 1 where one does not hold; sources whose text is not stored are counted.

    \b
    Example: truce verify
    """
    from truce_tracker.judgements.verifying import verify as check

    one_of("format", format, TEXT_FORMATS)
    with ctx.obj.reading() as ledger:
        verified = check(ledger)
    if format == "json":
        from truce_tracker.render.as_json import write_json

        write_json(verified.unheld, sys.stdout.write)
    else:
        for each in verified.unheld:
            near = f"; nearest: “{each.nearest}” ({each.alike:.0%} alike)" if each.nearest else ""
            _write(f"{each.id}: {each.what} “{each.words}” does not stand in {each.source}{near}")
    count = len(verified.unheld)
    say(f"{verified.checked} checked, {count} not held; {_sources(verified.without_text)} no stored text")
    if count:
        raise typer.Exit(1)


def _sources(count: int) -> str:
    return "1 source has" if count == 1 else f"{count} sources have"


def _write(line: str) -> None:
    from truce_tracker.render.printable import printable

    sys.stdout.write(f"{printable(line)}\n")
