"""What an editor decides about a report, beside what is in the ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """A report as something to publish: its title, its byline, where it will be, and whether paper gets all of it.

    `card` is the address of an image for who shares it, `files` are the names of files with the data beside the page,
    each with what it is. In a site, `home` is the way back to its first page, which has `pages` and corrections to lead
    to, and a `feed`.
    """

    title: str | None = None
    byline: str | None = None
    url: str | None = None
    full: bool = False
    card: str | None = None
    files: tuple[tuple[str, str], ...] = ()
    home: str | None = None
    pages: bool = False
    feed: str | None = None
