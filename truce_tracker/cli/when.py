"""How truce reads a phrase that names a day."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import TEXT_FORMATS, one_of
from truce_tracker.cli.session import today
from truce_tracker.errors import TruceError, UnreadableValue

if TYPE_CHECKING:
    from truce_tracker.deadlines import Reading

_WHERE_THERE = ("condition", "clock", "repeats")


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
    row = _row(reading, written)
    sys.stdout.write(json.dumps(row) + "\n" if format == "json" else _as_text(row))


def _row(reading: Reading, said: str) -> dict[str, Any]:
    """What was read, by the names that a deadline has for it in a ledger file."""
    clock, repeats = reading.clock, reading.repeats
    return {
        "phrase": reading.phrase,
        "said": said,
        "from": _day(reading.from_day),
        "due": _day(reading.due),
        "precision": reading.precision,
        "rule": reading.rule,
        "condition": reading.condition,
        "clock": {"within": clock.within.written, "of": clock.of} if clock else None,
        "repeats": (
            {"rule": repeats.rule, "due": _day(repeats.first_due), "from": _day(repeats.from_day)} if repeats else None
        ),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _as_text(row: dict[str, Any]) -> str:
    """A line for each value; one for a condition, a clock or what repeats only where the phrase has it."""
    from truce_tracker.render.printable import printable

    clock, repeats = row["clock"], row["repeats"]
    told = row | {
        "clock": f"within {clock['within']} of {clock['of']}" if clock else None,
        "repeats": ", ".join(f"{key} {value}" for key, value in repeats.items() if value) if repeats else None,
    }
    lines = [(name, value) for name, value in told.items() if value or name not in _WHERE_THERE]
    return "".join(f"{name:<10} {printable(value or '-')}\n" for name, value in lines)
