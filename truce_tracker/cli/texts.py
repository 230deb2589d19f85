"""The words themselves: search them, compare two texts, check that every quote stands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.checking import day_of, known_id, one_of
from truce_tracker.cli.listing import terminal
from truce_tracker.cli.session import say
from truce_tracker.errors import TruceError

_FORMATS = ("text", "json")
_Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")]


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='All must occur; "two words" side by side.')],
    as_of: o.AsOf = None,
    limit: o.Limit = 20,
    format: _Format = "text",
) -> None:
    """Where words occur, best first.

    In claims, their quotes and notes, in commitments and in the stored texts.
    """
    from truce_tracker.render.passages import write_found

    one_of("format", format, _FORMATS)
    with ctx.obj.reading() as ledger:
        found = ledger.search(" ".join(f'"{word}"' if " " in word else word for word in words), day_of(as_of), limit)
    if format == "json":
        _write_json(found)
    else:
        width = terminal()["width"] if sys.stdout.isatty() else None
        write_found(found, sys.stdout.write, colour=terminal()["colour"], width=width)
        more = "; there may be more, --limit shows them" if limit and len(found) == limit else ""
        say(f"{len(found)} found{more}" if found else "nothing found")


def verify(ctx: typer.Context, format: _Format = "text") -> None:
    """Check every quote, phrase and quantity against the texts.

    Exits with 1 where one does not hold; sources whose text is not stored are counted.
    """
    from truce_tracker.judgements.verifying import verify as check

    one_of("format", format, _FORMATS)
    with ctx.obj.reading() as ledger:
        verified = check(ledger)
    if format == "json":
        _write_json(verified.unheld)
    else:
        for each in verified.unheld:
            near = f"; nearest: “{each.nearest}” ({each.alike:.0%} alike)" if each.nearest else ""
            _write(f"{each.id}: {each.what} “{each.words}” does not stand in {each.source}{near}")
    count = len(verified.unheld)
    say(f"{verified.checked} checked, {count} not held; {_sources(verified.without_text)} no stored text")
    if count:
        raise typer.Exit(1)


def diff(
    ctx: typer.Context,
    before: Annotated[str, typer.Argument(metavar="SOURCE", autocompletion=o.complete_source)],
    after: Annotated[str, typer.Argument(metavar="SOURCE", autocompletion=o.complete_source)],
) -> None:
    """How the words of two stored texts differ.

    What went is shown as [-gone-], what came as {+come+}.
    """
    from truce_tracker.render.passages import write_difference

    with ctx.obj.reading() as ledger:
        texts = {source: ledger.text(known_id(ledger, "source", source)) for source in (before, after)}
    for source, text in texts.items():
        if text is None:
            raise TruceError(f"the text of {source} is not stored: import it, or load it with `text`")
    count = write_difference(texts[before] or "", texts[after] or "", sys.stdout.write, colour=terminal()["colour"])
    say(f"{count} differences" if count > 1 else "1 difference" if count else "the same words")


def _sources(count: int) -> str:
    return "1 source has" if count == 1 else f"{count} sources have"


def _write(line: str) -> None:
    from truce_tracker.render.printable import printable

    sys.stdout.write(f"{printable(line)}\n")


def _write_json(rows: object) -> None:
    from truce_tracker.render.as_json import write_json

    write_json(rows, sys.stdout.write)  # type: ignore[arg-type]
