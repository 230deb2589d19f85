"""The ledger as something to publish: a page, or a draft."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated
from urllib.parse import urljoin

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of, outputs, say
from truce_tracker.cli.session import day_of, filters_of, news_since
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.cli.session import Session
    from truce_tracker.judgements.asking import Filters
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.render.report.edition import Edition
    from truce_tracker.render.report.rows import Rows

FORMATS = ("html", "md")
_DATED = ("due", "expires")
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


_Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title, else one of the parties.")]
_Byline = Annotated[str | None, typer.Option("--byline", metavar="TEXT", help="Who made it.")]
_Url = Annotated[
    str | None, typer.Option("--url", metavar="URL", help="Where it will be, for those who share a link to it.")
]
_Full = Annotated[bool, typer.Option("--full", help="On paper every claim, its source and the method; else a brief.")]
_Format = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="html or md.")]
_Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file: .html or .md.")
]
_BesideIt = Annotated[
    bool, typer.Option("--data", help="With -o: the data beside the page, as csv and json, for readers to take.")
]
_Card = Annotated[
    bool, typer.Option("--card", help="With -o: a picture beside the page, which stands with a shared link.")
]
_Site = Annotated[
    Path | None,
    typer.Option("--site", metavar="DIR", help="Write a site: the page, others by commitment and party, a feed."),
]


def report(
    ctx: typer.Context, topic: o.Topic = None, as_of: o.AsOf = None, since: o.NewsSince = None, title: _Title = None,
    byline: _Byline = None, url: _Url = None, full: _Full = False, format: _Format = None,
    output: _Output = None, data: _BesideIt = False, card: _Card = False, site: _Site = None,
) -> None:  # fmt: skip
    """A page to publish, in one HTML file.

    At its top what is late, next and new since --since. On paper it is a brief. With -o FILE.md, a draft in Markdown
    with footnotes; with --site, a folder of pages whose addresses stay, the data and the corrections beside them.

    \b
    Examples:
      truce report -o truce.html --since last-week --byline "The desk"
      truce report --site public --as-of 2025-11-28
    """
    from truce_tracker.render.report import render_report
    from truce_tracker.render.report.edition import Edition

    if site and (output or format or data or card):
        raise TruceError(
            "--site writes all of its files to its folder: leave out --output, --format, --data and --card"
        )
    if (data or card) and (output is None or _form(format, output) != "html"):
        raise TruceError("--data and --card are files beside a page: give -o FILE.html")
    form = "html" if site else _form(format, output)
    with ctx.obj.reading() as ledger:
        filters = filters_of(ledger, topic=topic)
        day = day_of(as_of)
        rows = gathered(ledger, day, news_since(since, day), filters)
    edition = Edition(title, byline, url, full)
    if site:
        _write_site(ctx.obj, rows, edition, site)
        return
    if output is None:
        sys.stdout.write(render_report(rows, form, edition))
        return
    texts = _beside(rows, edition, form, output, data=data, card=card)
    with outputs([path for path, _ in texts], ctx.obj) as streams:
        for stream, (_, text) in zip(streams, texts, strict=True):
            _write(stream, text)
    say(f"wrote {output}: {len(rows.claims)} claims as of {rows.as_of}")


def _beside(
    rows: Rows, edition: Edition, form: str, path: Path, *, data: bool, card: bool
) -> list[tuple[Path, str | bytes]]:
    """The report and what was asked for beside it: each with its place."""
    from truce_tracker.render.report import render_report
    from truce_tracker.render.report.site import DATA
    from truce_tracker.render.report.site import data as written

    others: list[tuple[Path, str | bytes]] = []
    if card:
        others.append((path.with_suffix(".png"), _card(rows, edition)))
        edition = replace(edition, card=_address(edition.url, path.with_suffix(".png").name))
    if data:
        others += [(path.with_name(f"{path.stem}-{name}"), text) for name, text in written(rows)]
        edition = replace(edition, files=tuple((f"{path.stem}-{name}", what) for name, what in DATA))
    return [(path, render_report(rows, form, edition)), *others]


def _write_site(session: Session, rows: Rows, edition: Edition, folder: Path) -> None:
    """Write all files of the site, or none. Files of pages that are no more stay: others may link to them."""
    from truce_tracker.judgements.changelog import Changelog
    from truce_tracker.render.report.site import site

    with session.reading_with(Changelog) as ledger:
        log = ledger.log()
    files: list[tuple[str, str | bytes]] = []
    with contextlib.suppress(TruceError):  # without Pillow the site has no picture
        files.append(("card.png", _card(rows, edition)))
        edition = replace(edition, card=_address(edition.url, "card.png"))
    files += site(rows, log, edition)
    try:
        for name, _ in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TruceError(f"{folder} cannot be written: {error.strerror or error}") from error
    with outputs([folder / name for name, _ in files], session) as streams:
        for stream, (_, text) in zip(streams, files, strict=True):
            _write(stream, text)
    say(
        f"wrote {folder / 'index.html'} and {len(files) - 1} files beside it: "
        f"{len(rows.claims)} claims as of {rows.as_of}"
    )


def _card(rows: Rows, edition: Edition) -> bytes:
    try:
        from truce_tracker.render.report.card_image import card_image

        return card_image(rows, edition)
    except ImportError:
        raise TruceError("--card needs Pillow: pip install 'truce-tracker[card]'") from None


def _address(url: str | None, name: str) -> str:
    """The address of a file beside the page."""
    return urljoin(url, name) if url else name


def _write(stream: IO[str], text: str | bytes) -> None:
    if isinstance(text, bytes):
        stream.buffer.write(text)  # type: ignore[attr-defined]
    else:
        stream.write(text)


def gathered(ledger: Ledger, as_of: str, since: str, filters: Filters) -> Rows:
    """Every row that a report shows, for one ISO day, with what changed since another."""
    from truce_tracker.judgements.briefing import freshness
    from truce_tracker.render.report.rows import Rows

    news = ledger.changes(as_of, since, **filters) if since < as_of else []
    _, newest, searched = freshness(ledger, as_of)
    windows = {row.id: row.begins for row in ledger.timeline(as_of, **filters) if row.kind in _DATED and row.begins}
    return Rows(
        as_of=as_of,
        chosen=tuple(filters.get("topic", ())),
        since=since,
        news=news,
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
