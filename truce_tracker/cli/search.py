"""Where words occur in the ledger and in the stored texts."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import TEXT_FORMATS, one_of, output, say, terminal
from truce_tracker.cli.session import day_of


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='All must occur; "two words" side by side.')],
    as_of: o.AsOf = None,
    limit: o.Limit = 20,
    format: o.TextFormat = "text",
) -> None:
    """Where words occur, best first.

    In claims, their quotes and notes, in commitments and in the stored texts.

    \b
    Example: truce search '"rare earth"' Thanksgiving
    """
    from truce_tracker.render.passages import write_found

    one_of("format", format, TEXT_FORMATS)
    with ctx.obj.reading() as ledger:
        found = ledger.search(" ".join(f'"{word}"' if " " in word else word for word in words), day_of(as_of), limit)
    with output(None, ctx.obj) as stream:
        if format == "json":
            from truce_tracker.render.as_json import write_json

            write_json(found, stream.write)
        else:
            width = terminal()["width"] if sys.stdout.isatty() else None
            write_found(found, stream.write, colour=terminal()["colour"], width=width)
    if format == "text":
        more = "; there may be more, --limit shows them" if limit and len(found) == limit else ""
        say(f"{len(found)} found{more}" if found else "nothing found")
