"""How truce reads a phrase that names a day."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import TEXT_FORMATS, one_of
from truce_tracker.cli.session import today
from truce_tracker.errors import TruceError, UnreadableValue


def when(
    phrase: Annotated[str, typer.Argument(help='The words used, such as "by Thanksgiving".')],
    said: Annotated[
        str | None, typer.Option("--said", metavar="DATE", help="The day they were said; default today.")
    ] = None,
    format: o.TextFormat = "text",
) -> None:
    """Which day a phrase means.

    It is the last one that still counts. A phrase without a day in it gets none: nothing is guessed.

    \b
    Example: truce when "by Thanksgiving" --said 2025-11-16
    """
    from truce_tracker.dates import read_date
    from truce_tracker.deadlines import read_phrase_between

    one_of("format", format, TEXT_FORMATS)
    written = said or today().isoformat()
    try:
        anchor = read_date(written)
    except UnreadableValue as error:
        raise TruceError(f"--said: {error}") from error
    reading = read_phrase_between(phrase, anchor.first, anchor.last)
    row = {
        "phrase": phrase,
        "said": written,
        "from": reading.from_day.isoformat() if reading.from_day else None,
        "due": reading.due.isoformat() if reading.due else None,
        "precision": reading.precision,
        "rule": reading.rule,
    }
    sys.stdout.write(_as_json(row) if format == "json" else _as_text(row))


def _as_json(row: dict[str, Any]) -> str:
    return json.dumps(row) + "\n"


def _as_text(row: dict[str, Any]) -> str:
    from truce_tracker.render.printable import printable

    return "".join(f"{name:<10} {printable(value or '-')}\n" for name, value in row.items())
