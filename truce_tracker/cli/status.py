"""The briefing: what is late, what comes, what is new, who is silent."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of, say, terminal
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import Session, day_of, filters_of, news_since
from truce_tracker.errors import TruceError

_AHEAD = "30d"


def status(
    ctx: typer.Context,
    as_of: o.AsOf = None,
    since: o.NewsSince = None,
    within: Annotated[
        str, typer.Option("--within", metavar="N[d|w]", help="What comes within so many days or weeks.")
    ] = _AHEAD,
    party: o.Involved = None,
    topic: o.Topic = None,
    check: Annotated[
        bool, typer.Option("--check", help="Exit with 1 where something is late, or comes within --within.")
    ] = False,
    format: o.TextFormat = "text",
    output: o.Output = None,
) -> None:
    """What is late, what comes, what is new.

    And who is silent, in a screen: what `truce` alone says, too.

    \b
    Examples:
      truce status --since 2025-11-01 --as-of 2025-11-20
      truce status --check --within 7d
    """
    show_status(ctx.obj, as_of, since, within, party, topic, check, format, output)


def show_status(
    session: Session, as_of: str | None = None, since: str | None = None, within: str = _AHEAD,
    party: list[str] | None = None, topic: list[str] | None = None, check: bool = False, format: str = "text",
    output: Path | None = None,
) -> None:  # fmt: skip
    """Show the briefing of a session's store."""
    from truce_tracker.judgements.briefing import briefing
    from truce_tracker.render.as_json import write_json
    from truce_tracker.render.briefing import write_briefing

    form, day = one_of("format", format, ("text", "json")), day_of(as_of)
    start = news_since(since, day)
    with session.reading() as ledger:
        found = briefing(ledger, day, start, _days(within), filters_of(ledger, party=party, topic=topic))
    if form == "text" and not found.commitments and not found.claims:
        say(f"{session.path} is empty: `truce load FILE`, `truce import ARTICLE` or `truce add` begins a ledger")
        return
    with opened(output, session) as stream:
        if form == "json":
            write_json([found], stream.write)
        else:
            write_briefing(found, stream.write, **({"width": terminal()["width"]} if output is None else {}))
    if check and (found.late or found.late_long or found.soon):
        raise typer.Exit(1)


def _days(text: str) -> int:
    match = re.fullmatch(r"([0-9]{1,4})([dw]?)", text)
    if not match:
        raise TruceError(f"--within: {text!r} is no number of days or weeks: write 7d or 2w")
    return int(match[1]) * (7 if match[2] == "w" else 1)
