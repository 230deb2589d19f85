"""The listings of rows: the verdicts, what they follow from, and what else the ledger holds. One question each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Protocol, Unpack

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import TABLE_ROWS, chosen_format, say_how_many, show_rows
from truce_tracker.cli.session import Asked, day_of, filters_of
from truce_tracker.judgements.asking import Answer, Day, Filters
from truce_tracker.judgements.ledger import Ledger

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
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Who said what: every claim, by the day it was said.

    \b
    Example: truce claims --party China --topic soybeans --as-of 2025-11-28
    """
    _list(
        ctx, "claims", Ledger.claims, as_of, format, output, check, reverse,
        party=party, speaker=speaker, topic=topic, commitment=commitment, source=source, stance=stance, since=since,
        until=until, search=search, limit=limit,
    )  # fmt: skip


def one_sided(
    ctx: typer.Context, party: o.Party = None, speaker: o.Speaker = None, topic: o.Topic = None,
    commitment: o.Commitment = None, source: o.Source = None, stance: o.StanceOption = None, since: o.Since = None,
    until: o.Until = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False, all: o.AllOneSided = False,
    reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Claims that no counterparty affirms.

    Each with what the others say instead, and how often they could have answered.

    \b
    Example: truce one-sided --party "United States" --as-of 2025-11-20
    """
    _list(
        ctx, "one-sided", Ledger.one_sided, as_of, format, output, check, reverse,
        party=party, speaker=speaker, topic=topic, commitment=commitment, source=source, stance=stance, since=since,
        until=until, search=search, limit=limit, all=all,
    )  # fmt: skip


def unmatched(
    ctx: typer.Context, party: o.Obligor = None, topic: o.Topic = None, commitment: o.Commitment = None,
    search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None,
    limit: o.Limit = None, check: o.Check = False, all: o.AllUnmatched = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """What somebody counts on and who must act has not affirmed.

    \b
    Example: truce unmatched --topic soybeans --as-of 2025-11-20
    """
    _list(
        ctx, "unmatched", Ledger.unmatched, as_of, format, output, check, reverse,
        party=party, topic=topic, commitment=commitment, search=search, limit=limit, all=all,
    )  # fmt: skip


def commitments(
    ctx: typer.Context, party: o.Involved = None, topic: o.Topic = None, commitment: o.Commitment = None,
    search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None,
    limit: o.Limit = None, check: o.Check = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Every commitment: its status, where each party stands.

    \b
    Example: truce commitments --topic tariffs -o tariffs.csv
    """
    _list(
        ctx, "commitments", Ledger.commitments, as_of, format, output, check, reverse,
        party=party, topic=topic, commitment=commitment, search=search, limit=limit,
    )  # fmt: skip


def overdue(
    ctx: typer.Context, party: o.Obligor = None, topic: o.Topic = None, commitment: o.Commitment = None,
    since: o.Since = None, until: o.Until = None, search: o.Search = None, as_of: o.AsOf = None,
    format: o.Format = None, output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
    all: o.AllOverdue = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Milestones past their day that nobody has reported met.

    Longest past first.

    \b
    Examples:
      truce overdue --as-of 2025-11-28
      truce overdue --party China --check
    """
    _list(
        ctx, "overdue", Ledger.overdue, as_of, format, output, check, reverse,
        party=party, topic=topic, commitment=commitment, since=since, until=until, search=search, limit=limit, all=all,
    )  # fmt: skip


def deadlines(
    ctx: typer.Context, party: o.Obligor = None, topic: o.Topic = None, commitment: o.Commitment = None,
    since: o.Since = None, until: o.Until = None, search: o.Search = None, as_of: o.AsOf = None,
    format: o.Format = None, output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
    reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Every milestone by its day.

    Open, met, overdue, moved, in force or lapsed.

    \b
    Example: truce deadlines --since 2025-11 --until 2025-12 --as-of 2025-11-28
    """
    _list(
        ctx, "deadlines", Ledger.deadlines, as_of, format, output, check, reverse,
        party=party, topic=topic, commitment=commitment, since=since, until=until, search=search, limit=limit,
    )  # fmt: skip


def divergences(
    ctx: typer.Context, drift: _Drift = False, party: o.Obligor = None, topic: o.Topic = None,
    commitment: o.Commitment = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Different figures or days given for one commitment.

    Amounts, due days and days of expiry, each with who gave it; with --drift, how one party's own words moved.

    \b
    Examples:
      truce divergences --commitment suspend-24-points
      truce divergences --drift --party China
    """
    name, question = ("drift", Ledger.drift) if drift else ("divergences", Ledger.divergences)
    _list(
        ctx, name, question, as_of, format, output, check, reverse,
        party=party, topic=topic, commitment=commitment, search=search, limit=limit,
    )  # fmt: skip


def silence(
    ctx: typer.Context, party: o.Party = None, topic: o.Topic = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """What a party has not answered, and its chances to.

    By party and topic: the claims of others on which it takes no position.

    \b
    Example: truce silence --party China --as-of 2025-11-28
    """
    _list(
        ctx, "silence", Ledger.silence, as_of, format, output, check, reverse,
        party=party, topic=topic, limit=limit,
    )  # fmt: skip


def parties(
    ctx: typer.Context, party: o.Party = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """The sides to the negotiation.

    \b
    Example: truce parties --format json
    """
    _list(
        ctx, "parties", Ledger.parties, as_of, format, output, check, reverse,
        party=party, search=search, limit=limit,
    )  # fmt: skip


def speakers(
    ctx: typer.Context, party: o.Party = None, speaker: o.Speaker = None, search: o.Search = None, as_of: o.AsOf = None,
    format: o.Format = None, output: o.Output = None, limit: o.Limit = None, check: o.Check = False,
    reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """Who speaks, and for whom.

    \b
    Example: truce speakers --party China
    """
    _list(
        ctx, "speakers", Ledger.speakers, as_of, format, output, check, reverse,
        party=party, speaker=speaker, search=search, limit=limit,
    )  # fmt: skip


def topics(
    ctx: typer.Context, topic: o.Topic = None, search: o.Search = None, as_of: o.AsOf = None, format: o.Format = None,
    output: o.Output = None, limit: o.Limit = None, check: o.Check = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """What it is about.

    \b
    Example: truce topics --search rare
    """
    _list(
        ctx, "topics", Ledger.topics, as_of, format, output, check, reverse,
        topic=topic, search=search, limit=limit,
    )  # fmt: skip


def sources(
    ctx: typer.Context, source: o.Source = None, since: o.Since = None, until: o.Until = None, search: o.Search = None,
    as_of: o.AsOf = None, format: o.Format = None, output: o.Output = None, limit: o.Limit = None,
    check: o.Check = False, reverse: o.Reverse = False,
) -> None:  # fmt: skip
    """The documents that claims come from, by their day.

    \b
    Example: truce sources --since 2025-11 --search fact-sheet
    """
    _list(
        ctx, "sources", Ledger.sources, as_of, format, output, check, reverse,
        source=source, since=since, until=until, search=search, limit=limit,
    )  # fmt: skip


class Question(Protocol):
    """A question of the ledger: for a day, with filters."""

    def __call__(self, ledger: Ledger, as_of: Day, /, **filters: Unpack[Filters]) -> Answer[Any]:
        """Its rows."""


def _list(
    ctx: typer.Context, listing: str, question: Question, as_of: str | None, format: str | None, output: Path | None,
    check: bool, reverse: bool, **asked: Unpack[Asked],
) -> None:  # fmt: skip
    """Ask a question and show its rows as the listing that they are; on a terminal the newest claims, where they are
    many."""
    form = chosen_format(format, output)
    day = day_of(as_of)
    with ctx.obj.reading() as ledger:
        filters = filters_of(ledger, **asked)
        capped = form == "table" and output is None and "limit" not in filters
        if capped:
            filters["limit"] = TABLE_ROWS
        answer = question(ledger, day, **filters)
        before = answer.total - len(answer) if capped and listing == "claims" else 0
        if before:
            filters["skip"] = before
            answer = question(ledger, day, **filters)
    if reverse:
        answer.reverse()
    show_rows(answer, listing, form, output, ctx.obj)
    say_how_many(answer, listing, form, output, day, before)
    if answer and check:
        raise typer.Exit(1)
