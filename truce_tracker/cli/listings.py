"""The listings of rows: the verdicts, what they follow from, and what else the ledger holds. One question each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import TABLE_ROWS, chosen_format, say_how_many, show_rows
from truce_tracker.cli.session import day_of, filters_of

_Drift = Annotated[
    bool,
    typer.Option(
        "--drift",
        help="Instead: how one party's own words moved, each day it gave in order (kinds due, expires) "
        "and each verb that it changed for another, where one got softer (kind modality). These rows have keys of "
        "their own and are in no listing without --drift; --party is then who speaks.",
    ),
]


def claims(
    ctx: typer.Context, party: o.Party = None, speaker: o.Speaker = None, topic: o.Topic = None,
    commitment: o.Commitment = None, source: o.Source = None, stance: o.StanceOption = None, since: o.Since = None,
    until: o.Until = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Who said what: every claim, by the day it was said."""
    list_rows(ctx, "claims", locals())


def one_sided(
    ctx: typer.Context, party: o.Party = None, speaker: o.Speaker = None, topic: o.Topic = None,
    commitment: o.Commitment = None, source: o.Source = None, stance: o.StanceOption = None, since: o.Since = None,
    until: o.Until = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Claims that no counterparty affirms.

    Each with what the others say instead, and how often they could have answered.
    """
    list_rows(ctx, "one-sided", locals())


def unmatched(
    ctx: typer.Context, party: o.Obligor = None, topic: o.Topic = None, commitment: o.Commitment = None,
    search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None,
    limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """What somebody counts on and who must act has not affirmed."""
    list_rows(ctx, "unmatched", locals())


def commitments(
    ctx: typer.Context, party: o.Involved = None, topic: o.Topic = None, commitment: o.Commitment = None,
    search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None,
    limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Every commitment: its status, where each party stands."""
    list_rows(ctx, "commitments", locals())


def overdue(
    ctx: typer.Context, party: o.Obligor = None, topic: o.Topic = None, commitment: o.Commitment = None,
    since: o.Since = None, until: o.Until = None, search: o.Search = None, as_of: o.AsOf = None,
    format: o.Format = None, output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Milestones past their day that nobody has reported met.

    Longest past first.
    """
    list_rows(ctx, "overdue", locals())


def deadlines(
    ctx: typer.Context, party: o.Obligor = None, topic: o.Topic = None, commitment: o.Commitment = None,
    since: o.Since = None, until: o.Until = None, search: o.Search = None, as_of: o.AsOf = None,
    format: o.Format = None, output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Every milestone by its day.

    Open, met, overdue, moved, in force or lapsed.
    """
    list_rows(ctx, "deadlines", locals())


def divergences(
    ctx: typer.Context, drift: _Drift = False, party: o.Obligor = None, topic: o.Topic = None,
    commitment: o.Commitment = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Different figures or days given for one commitment.

    Amounts, due days and days of expiry, each with who gave it; with --drift, how one party's own words moved.
    """
    list_rows(ctx, "drift" if drift else "divergences", locals())


def silence(
    ctx: typer.Context, party: o.Party = None, topic: o.Topic = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """What a party has not answered, and its chances to.

    By party and topic: the claims of others on which it takes no position.
    """
    list_rows(ctx, "silence", locals())


def parties(
    ctx: typer.Context, party: o.Party = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """The sides to the negotiation."""
    list_rows(ctx, "parties", locals())


def speakers(
    ctx: typer.Context, party: o.Party = None, speaker: o.Speaker = None, search: o.Search = None, as_of: o.AsOf = None,
    format: o.Format = None, output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """Who speaks, and for whom."""
    list_rows(ctx, "speakers", locals())


def topics(
    ctx: typer.Context, topic: o.Topic = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
) -> None:  # fmt: skip
    """What it is about."""
    list_rows(ctx, "topics", locals())


def sources(
    ctx: typer.Context, source: o.Source = None, since: o.Since = None, until: o.Until = None, search: o.Search = None,
    as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None, limit: o.Limit = None,
    check: o.Check = False,
) -> None:  # fmt: skip
    """The documents that claims come from, by their day."""
    list_rows(ctx, "sources", locals())


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
