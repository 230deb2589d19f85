"""The verdicts and what they follow from, as listings."""

from __future__ import annotations

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.listing import list_rows


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
