"""The report as a site: the whole page, one for each commitment and each party, the corrections, the data, a feed.

Addresses follow from ids: ``commitments/cn-soybeans-2025.html`` stays where it is from one edition to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from truce_tracker.render import render
from truce_tracker.render.feed import atom
from truce_tracker.render.report.edition import Edition
from truce_tracker.render.report.headline import title
from truce_tracker.render.report.html import corrections_page, page
from truce_tracker.render.report.rows import Index, Rows
from truce_tracker.rows.log import LogRow

DATA = (
    ("claims.csv", "claims, csv"),
    ("claims.json", "claims, json"),
    ("commitments.csv", "commitments, csv"),
    ("commitments.json", "commitments, json"),
)
_FEED = "changes.atom"


def site(rows: Rows, log: Sequence[LogRow], edition: Edition) -> Iterator[tuple[str, str]]:
    """Every file of the site: its path within the folder, with slashes, and its text.

    `log` is the history of the ledger, the newest command first. An address in `edition` is that of ``index.html``.
    """
    index = Index(rows)
    home = replace(edition, files=DATA, pages=True, feed=_FEED)
    yield "index.html", page(rows, home)
    for row in index.known:
        about = rows.about({row.commitment})
        yield f"commitments/{row.commitment}.html", page(about, _within(edition, row.summary or row.commitment))
    for party in index.parties:
        name = f"{index.party(party.party)}: what it says, and what it owes"
        yield f"parties/{party.party}.html", page(rows.of_party(party.party), _within(edition, name))
    yield "corrections.html", corrections_page(log, edition.title or title(index), rows.as_of)
    yield _FEED, _feed(rows, edition.title or title(index), edition.url)
    yield from data(rows)


def data(rows: Rows) -> Iterator[tuple[str, str]]:
    """What the page rests on, in the formats of the listings: the names of DATA with their texts."""
    listings: dict[str, Sequence[object]] = {"claims": rows.claims, "commitments": rows.commitments}
    for name, _ in DATA:
        listing, form = name.split(".")
        yield name, _written(lambda write, of=listing, form=form: render(listings[of], of, form, write))  # type: ignore[misc]


def _within(edition: Edition, name: str) -> Edition:
    """A page in a folder of the site; it has no address of its own to share, and leads back."""
    return replace(edition, title=name, url=None, card=None, home="../index.html")


def _feed(rows: Rows, name: str, url: str | None) -> str:
    names = {
        "party": {row.party: row.name or row.party for row in rows.parties},
        "speaker": {row.speaker: row.name or row.speaker for row in rows.speakers},
    }
    return atom(rows.news, names, rows.as_of, name, url)


def _written(writes: Callable[[Callable[[str], object]], None]) -> str:
    parts: list[str] = []
    writes(parts.append)
    return "".join(parts)
