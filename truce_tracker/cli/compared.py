"""Words held against words: what differs, who moved, what each party says of the same thing, and who stays silent."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.checking import day_of, filters_of
from truce_tracker.cli.listing import list_rows, say_how_many
from truce_tracker.cli.pages import PageFormat, page_format, subjects, write_page

_Subjects = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TOPIC|COMMITMENT]...", help="Ids; default: every commitment.", autocompletion=o.complete_subject
    ),
]

_Drift = Annotated[
    bool,
    typer.Option(
        "--drift",
        help="Instead: how one party's own words moved, each day it gave in order (kinds due, expires) "
        "and each verb that it changed for another, where one got softer (kind modality). These rows have keys of "
        "their own and are in no listing without --drift; --party is then who speaks.",
    ),
]


def divergences(
    ctx: typer.Context, drift: _Drift = False, party: o.Obligor = None, topic: o.Topic = None,
    commitment: o.Commitment = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Different figures or days given for one commitment.

    Amounts, due days and days of expiry, each with who gave it; with --drift, how one party's own words moved.
    """
    list_rows(ctx, "drift" if drift else "divergences", locals())


def compare(
    ctx: typer.Context, subject: _Subjects = None, party: o.Column = None, as_of: o.AsOf = None,
    format: PageFormat = None, output: o.Output = None, limit: o.Limit = None,
) -> None:  # fmt: skip
    """What each party says of a commitment, side by side.

    A cell gives the party's position, its own words (or ours), who said so, when and where, and the amount, day
    and verb of those words. Where it takes no position: its chances since another party first affirmed, and when
    somebody last looked. What differs is marked. To print it: --format md, or --output FILE.md.
    """
    from truce_tracker.render.comparison import write_comparison, write_comparison_as_markdown

    form = page_format(format, output)
    with ctx.obj.reading() as ledger:
        filters = filters_of(ledger, {"party": party, "limit": limit} | subjects(ledger, subject))
        day = day_of(as_of)
        rows = ledger.compare(day, **filters)
    write_page(rows, form, output, write_comparison, write_comparison_as_markdown)
    say_how_many(rows, "compare", form, output, day)


def silence(
    ctx: typer.Context, party: o.Party = None, topic: o.Topic = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """What a party has not answered, and its chances to.

    By party and topic: the claims of others on which it takes no position.
    """
    list_rows(ctx, "silence", locals())
