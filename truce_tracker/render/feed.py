"""What changed as a feed (Atom, RFC 4287): an entry for each verdict that moved, under an id that it keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from truce_tracker.render.note import became, changed_by
from truce_tracker.render.printable import printable
from truce_tracker.rows.timeline import ChangeRow


def atom(
    changes: Iterable[ChangeRow], names: Mapping[str, dict[str, str]], until: str, title: str, url: str | None = None
) -> str:
    """The feed of changes up to an ISO day, the newest first; `url` is the page that the entries lead to.

    The id of an entry follows from what changed into what on which day, so that a reader of feeds shows it once.
    """
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id(_id(url or title))
    feed.title(printable(title))
    feed.author(name="truce")
    feed.updated(_moment(until))
    if url:
        feed.link(href=url, rel="alternate")
    for row in reversed(list(changes)):
        entry, by = feed.add_entry(order="append"), changed_by(row, dict(names))
        entry.id(_id(f"{row.kind}/{row.id}/{row.day}/{row.before}/{row.after}"))
        entry.title(printable(f"{row.summary or row.id}: {became(row)}"))
        entry.updated(_moment(row.day))
        if url:
            anchor = "milestone" if row.kind == "milestone" else "commitment"
            entry.link(href=f"{url}#{anchor}-{row.id}")
        entry.content(printable(f"{row.kind} {row.id}: {became(row)}, {row.day}" + (f", by {by}" if by else "")))
    return str(feed.atom_str(pretty=True).decode())


def _id(of: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'truce:{of}')}"


def _moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)
