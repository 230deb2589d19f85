"""The ledger as something to publish: a page, or a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of, say
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import day_of, filters_of, first_day_of
from truce_tracker.dates import days_before
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.judgements.asking import Filters
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.render.report.rows import Rows

FORMATS = ("html", "md")
_DAYS = 7
_DATED = ("due", "expires")
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


def report(
    ctx: typer.Context,
    topic: o.Topic = None,
    as_of: o.AsOf = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help=f"News since this day; default {_DAYS} days before.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Its title, else one of the parties.")
    ] = None,
    byline: Annotated[str | None, typer.Option("--byline", metavar="TEXT", help="Who made it.")] = None,
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="Where it will be, for those who share a link to it.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="On paper every claim, its source and the method; else a brief.")
    ] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="html or md.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file: .html or .md.")
    ] = None,
) -> None:
    """A page to publish, in one HTML file.

    With -o FILE.md, a draft in Markdown with footnotes.

    \b
    Examples:
      truce report -o truce.html --topic rare-earths
      truce report -o truce.md --as-of 2025-11-28
    """
    from truce_tracker.render.report import render_report
    from truce_tracker.render.report.edition import Edition

    form = _form(format, output)
    with ctx.obj.reading() as ledger:
        filters = filters_of(ledger, topic=topic)
        day = day_of(as_of)
        rows = gathered(ledger, day, first_day_of(since, "--since") if since else days_before(day, _DAYS), filters)
    text = render_report(rows, form, Edition(title, byline, url, full))
    with opened(output, ctx.obj) as stream:
        stream.write(text)
    if output:
        say(f"wrote {output}: {len(rows.claims)} claims as of {rows.as_of}")


def gathered(ledger: Ledger, as_of: str, since: str, filters: Filters) -> Rows:
    """Every row that a report shows, for one ISO day, with what changed since another."""
    from truce_tracker.judgements.briefing import freshness
    from truce_tracker.render.report.rows import Rows

    _, newest, searched = freshness(ledger, as_of)
    windows = {row.id: row.begins for row in ledger.timeline(as_of, **filters) if row.kind in _DATED and row.begins}
    return Rows(
        as_of=as_of,
        chosen=tuple(filters.get("topic", ())),
        since=since,
        news=ledger.changes(as_of, since, **filters) if since < as_of else [],
        newest=newest,
        searched=searched,
        windows=windows,
        parties=ledger.parties(as_of),
        speakers=ledger.speakers(as_of),
        topics=ledger.topics(as_of),
        sources=ledger.sources(as_of),
        claims=ledger.claims(as_of, **filters),
        commitments=ledger.commitments(as_of, **filters),
        comparisons=ledger.compare(as_of, **filters),
        one_sided=ledger.one_sided(as_of, **filters),
        deadlines=ledger.deadlines(as_of, **filters),
        overdue=ledger.overdue(as_of, **filters),
        divergences=ledger.divergences(as_of, **filters),
    )


def _form(asked: str | None, path: Path | None) -> str:
    if asked:
        return one_of("format", asked, FORMATS)
    if path is None:
        if sys.stdout.isatty():
            raise TruceError("a report is long: give -o report.html or -o report.md")
        return "html"
    if path.suffix.lower() not in _SUFFIXES:
        raise TruceError(f"a report is .html or .md, not {path.name!r}: name it so, or give --format html or md")
    return _SUFFIXES[path.suffix.lower()]
