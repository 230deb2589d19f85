"""Due and expiring days for a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import as_bytes
from truce_tracker.cli.output import output as output_to
from truce_tracker.cli.session import day_of, filters_of


def calendar(
    ctx: typer.Context, party: o.Obligor = None, topic: o.Topic = None, commitment: o.Commitment = None,
    as_of: o.AsOf = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, such as truce.ics.")
    ] = None,
) -> None:  # fmt: skip
    """Due and expiring days as events for your calendar.

    One for each promise, with who must act and where its day was stated; a day that was moved says so. In iCalendar
    format (RFC 5545): all-day events, with an alarm a week before those that are still to come.

    \b
    Example: truce calendar --party China -o truce.ics
    """
    from truce_tracker.render.calendar import write_calendar

    day = day_of(as_of)
    with ctx.obj.reading() as ledger:
        rows = ledger.deadlines(day, **filters_of(ledger, party=party, topic=topic, commitment=commitment))
        ids = {row.commitment for row in rows}
        owed = {row.commitment: row.obligors for row in (ledger.commitments(day, commitment=ids) if ids else ())}
        urls = {source.source: source.url for source in ledger.sources(day)}
        told = ledger.claims(day, commitment=ids) if ids else ()
        links = {claim.claim: url for claim in told if (url := urls.get(claim.source))}
    as_bytes()
    with output_to(output, ctx.obj) as stream:
        write_calendar(rows, owed, day, stream.write, links)
