"""What follows the days: what happened when, and which verdicts changed between two of them."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.checking import day_of, filters_of, first_day_of, last_day_of
from truce_tracker.cli.listing import chosen_format, say_how_many, show_rows, terminal
from truce_tracker.errors import TruceError

_Topics = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TOPIC]...", help="Ids; default: every topic.", autocompletion=o.complete_topic),
]
_From = Annotated[str, typer.Option("--from", metavar="DATE", help="The verdicts of this day ...")]
_To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="... against those of this one; default today.")]


def timeline(
    ctx: typer.Context, topic: _Topics = None, party: o.Party = None, since: o.Since = None, until: o.Until = None,
    as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None, limit: o.Limit = None,
) -> None:  # fmt: skip
    """Claims, deadlines and checks in one stream by day.

    Those to come as well; on a terminal with their windows.

    A bar runs from the first to the last day of a window (to act in, in force, looked through); the mark in it and the
    line across are the day asked for. Days stand as far as known on --as-of.
    """
    form = chosen_format(format, output)
    day = day_of(as_of)
    with ctx.obj.reading() as ledger:
        options = {"topic": topic, "party": party, "since": since, "until": until, "limit": limit}
        rows = ledger.timeline(day, **filters_of(ledger, options))
    if form == "table" and output is None:
        from truce_tracker.render.timeline import write_timeline

        write_timeline(rows, sys.stdout.write, today=day, **terminal())
    else:
        show_rows(rows, "timeline", form, output)
    say_how_many(rows, "timeline", form, output, day)


def changes(
    ctx: typer.Context, since: _From, until: _To = None, party: o.Involved = None, topic: o.Topic = None,
    commitment: o.Commitment = None, search: o.Search = None, format: o.Format = None, output: o.Output = None,
    limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Verdicts that changed between two days, and by what.

    Statuses of commitments and milestones after --from, up to --to, each with the claim that did it.

    Every day between them on which something was said, stated or fell due is asked for its verdicts.
    """
    first, last = first_day_of(since, "--from"), last_day_of(until, "--to")
    if first > last:
        raise TruceError(f"--from {first} is after --to {last}: give the earlier day first")
    form = chosen_format(format, output)
    with ctx.obj.reading() as ledger:
        options = {"party": party, "topic": topic, "commitment": commitment, "search": search, "limit": limit}
        rows = ledger.changes(last, first, **filters_of(ledger, options))
    show_rows(rows, "changes", form, output)
    say_how_many(rows, "changes", form, output, last)
    if rows and check:
        raise typer.Exit(1)
