"""Which verdicts changed between two days, and by which claim."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import as_bytes, chosen_format, say_how_many, show_rows
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import DAYS_OF_NEWS, Asked, Session, filters_of, last_day_of, news_since
from truce_tracker.errors import TruceError
from truce_tracker.render.phrases import listed

if TYPE_CHECKING:
    from truce_tracker.judgements.asking import Answer

_PAGES = ("md", "atom")
_From = Annotated[
    str | None,
    typer.Option(
        "--from",
        "--since",
        metavar="DATE",
        help=f"The verdicts of this day (default: {DAYS_OF_NEWS} days before --to) ...",
    ),
]
_To = Annotated[
    str | None, typer.Option("--to", "--until", metavar="DATE", help="... against those of this one; default today.")
]

_Recorded = Annotated[
    bool, typer.Option("--recorded", help="What was entered in the period though it was known before: hindsight.")
]


def changes(
    ctx: typer.Context, since: _From = None, until: _To = None, party: o.Involved = None, topic: o.Topic = None,
    commitment: o.Commitment = None, search: o.Search = None, format: o.Format = None, output: o.Output = None,
    limit: o.Limit = None, check: o.Check = False, reverse: o.Reverse = False, recorded: _Recorded = False,
) -> None:  # fmt: skip
    """Verdicts that changed between two days, and by what.

    Statuses of commitments and milestones after --from, up to --to, each with the claim that did it.

    --format md is a note to paste, with who said what, new divergences, who is still silent; --format atom a feed.

    With --recorded, the claims that were entered in the period though they were known before it.

    Every day between them on which something was said, stated or fell due is asked for its verdicts.

    \b
    Examples:
      truce changes --since last-week --format md
      truce changes --from 2025-11-01 --to 2025-11-28 -o changes.atom
    """
    last = last_day_of(until, "--to")
    first = news_since(since, last, "--from")
    if first > last:
        raise TruceError(f"--from {first} is after --to {last}: give the earlier day first")
    form = _form(format, output)
    if recorded and (party or topic or commitment or search):
        raise TruceError("--recorded lists every claim that was entered late: leave out the filters")
    if not recorded and form in _PAGES:
        asked: Asked = {"party": party, "topic": topic, "commitment": commitment, "search": search}
        if _page(ctx.obj, form, first, last, output, asked) and check:
            raise typer.Exit(1)
        return
    listing = "hindsight" if recorded else "changes"
    rows: Answer[Any]
    if recorded:
        rows = _hindsight(ctx.obj, first, last, limit)
    else:
        with ctx.obj.reading() as ledger:
            filters = filters_of(ledger, party=party, topic=topic, commitment=commitment, search=search, limit=limit)
            rows = ledger.changes(last, first, **filters)
    if reverse:
        rows.reverse()
    show_rows(rows, listing, form, output, ctx.obj)
    say_how_many(rows, listing, form, output, last)
    if rows and check:
        raise typer.Exit(1)


def _form(asked: str | None, path: Path | None) -> str:
    """A format of listings, or that of a feed."""
    if asked == "atom" or (asked is None and path is not None and path.suffix.lower() == ".atom"):
        return "atom"
    return chosen_format(asked, path)


def _page(session: Session, form: str, first: str, last: str, path: Path | None, asked: Asked) -> bool:
    """Write what changed for people: a note or a feed. Gives whether a verdict did."""
    from truce_tracker.judgements.noting import note
    from truce_tracker.render.feed import atom
    from truce_tracker.render.note import write_note

    with session.reading() as ledger:
        found = note(ledger, first, last, filters_of(ledger, **asked))
    if form == "atom":
        as_bytes()
    with opened(path, session) as stream:
        if form == "atom":
            title = f"{listed(list(found.names['party'].values()))}: what changed"
            stream.write(atom(found.changes, found.names, last, title))
        else:
            write_note(found, stream.write)
    return bool(found.changes)


def _hindsight(session: Session, first: str, last: str, limit: int | None) -> Answer[Any]:
    from truce_tracker.judgements.changelog import Changelog

    with session.reading_with(Changelog) as ledger:
        return ledger.hindsight(first, last, limit)
