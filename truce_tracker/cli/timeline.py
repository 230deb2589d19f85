"""What happened when, and what is to come."""

from __future__ import annotations

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import chosen_format, say_how_many, show_rows, terminal
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import day_of, filters_of


def timeline(
    ctx: typer.Context, topic: o.Topics = None, party: o.Party = None, since: o.Since = None, until: o.Until = None,
    as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None, limit: o.Limit = None,
    reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Claims, deadlines and checks in one stream by day.

    Those to come as well; on a terminal with their windows.

    A bar runs from the first to the last day of a window (to act in, in force, looked through); the mark in it and the
    line across are the day asked for. Days stand as far as known on --as-of.

    \b
    Example: truce timeline rare-earths --since 2025-11
    """
    form = chosen_format(format, output)
    day = day_of(as_of)
    with ctx.obj.reading() as ledger:
        filters = filters_of(ledger, topic=topic, party=party, since=since, until=until, limit=limit)
        rows = ledger.timeline(day, **filters)
    if reverse:
        rows.reverse()
    if form == "table" and output is None:
        from truce_tracker.render.timeline import write_timeline

        with opened(None, ctx.obj) as stream:
            write_timeline(rows, stream.write, today=day, **terminal())
    else:
        show_rows(rows, "timeline", form, output, ctx.obj)
    say_how_many(rows, "timeline", form, output, day)
