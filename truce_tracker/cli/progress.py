"""How much of what was promised has been done, by whose count, beside the time that has gone."""

from __future__ import annotations

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import chosen_format, say_how_many, show_rows, terminal
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import day_of, filters_of


def progress(
    ctx: typer.Context, commitment: o.Commitments = None, party: o.Involved = None, topic: o.Topic = None,
    as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None, limit: o.Limit = None,
    reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """How much was done, by whose count, and how fast.

    Each reporter and each basis (sales, purchases, shipments ...) by itself: the figure, its share of the target, and
    that share beside the time that has gone. Figures of different reporters or bases are never added.

    On a terminal a bar shows the share, and a mark in it how much of the time has gone.

    \b
    Example: truce progress cn-soybeans-2025 --as-of 2025-12-31
    """
    form = chosen_format(format, output)
    day = day_of(as_of)
    with ctx.obj.reading() as ledger:
        rows = ledger.progress(day, **filters_of(ledger, commitment=commitment, party=party, topic=topic, limit=limit))
    if reverse:
        rows.reverse()
    if form == "table" and output is None:
        from truce_tracker.render.progress import write_progress

        with opened(None, ctx.obj) as stream:
            write_progress(rows, stream.write, **terminal())
    else:
        show_rows(rows, "progress", form, output, ctx.obj)
    say_how_many(rows, "progress", form, output, day)
