"""What the ledger holds beside claims, as listings."""

from __future__ import annotations

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.listing import list_rows


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
