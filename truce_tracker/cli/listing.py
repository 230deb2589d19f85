"""One listing, from its options to its output: which day, which rows, which format, where to, which exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from truce_tracker.cli.checking import day_of, filters_of, one_of
from truce_tracker.cli.options import FORMATS
from truce_tracker.cli.session import output, say

if TYPE_CHECKING:
    from truce_tracker.judgements.asking import Answer

TABLE_ROWS = 100  # rich needs 2 s to lay out 1,000 rows
_SUFFIXES = {".tsv": "tsv", ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md"}


def list_rows(ctx: typer.Context, listing: str, options: Mapping[str, Any]) -> None:
    """Ask the question that a listing is named after, and show its rows."""
    path: Path | None = options["output"]
    form = chosen_format(options["format"], path)
    as_of = day_of(options.get("as_of"))
    with ctx.obj.reading() as ledger:
        filters = filters_of(ledger, options)
        if form == "table" and path is None:
            filters.setdefault("limit", TABLE_ROWS)
        answer = getattr(ledger, listing.replace("-", "_"))(as_of, **filters)
    show_rows(answer, listing, form, path)
    say_how_many(answer, listing, form, path, as_of)
    if answer and options.get("check"):
        raise typer.Exit(1)


def chosen_format(asked: str | None, path: Path | None) -> str:
    """The format: as asked, else by the file's ending, else a table on a terminal and text elsewhere."""
    if asked:
        return one_of("format", asked, FORMATS)
    if path is not None:
        return _SUFFIXES.get(path.suffix.lower(), "text")
    return "table" if sys.stdout.isatty() else "text"


def terminal() -> dict[str, Any]:
    """How wide the terminal is, and whether it takes colour."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return {"width": shutil.get_terminal_size().columns, "colour": colour}


def say_how_many(answer: Answer[Any], listing: str, form: str, path: Path | None, as_of: str) -> None:
    """The line under a table or a text: how many rows, as of which day."""
    if form in ("table", "text") and path is None:
        from truce_tracker.render.listings import summary

        say(summary(listing, len(answer), answer.total, as_of))


def show_rows(answer: Answer[Any], listing: str, form: str, path: Path | None) -> None:
    """The rows in a format, to a file or to stdout."""
    from truce_tracker.render import render

    with output(path) as stream:
        render(answer, listing, form, stream.write, **(terminal() if path is None else {}))
