"""What the sources of a report cover, and what they do not: how many, from when, in which languages, how direct."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from truce_tracker.render.report.english import counted, day, first_day
from truce_tracker.render.report.links import safe_link
from truce_tracker.render.report.rows import Book


@dataclass(frozen=True, slots=True)
class Coverage:
    """Facts of the sources, in words; `days` is empty where no source has a day."""

    sources: int
    outlets: int
    days: str
    kinds: str
    languages: str
    retold: int
    unlinked: int
    claims: str


def coverage(book: Book) -> Coverage:
    """What the claims of this report rest on."""
    rows = book.sources
    return Coverage(
        sources=len(rows),
        outlets=len({row.outlet for row in rows if row.outlet}),
        days=_days([row.published for row in rows if row.published]),
        kinds=_tally([row.kind or "other" for row in rows]),
        languages=_tally([row.language or "not stated" for row in rows]),
        retold=sum(row.based_on is not None for row in rows),
        unlinked=sum(safe_link(row.url) is None for row in rows),
        claims=_claims(book),
    )


def _days(published: list[str]) -> str:
    dated = sorted(found for text in published if (found := first_day(text)))
    return f"{day(dated[0].isoformat())} to {day(dated[-1].isoformat())}" if dated else ""


def _tally(words: list[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in Counter(words).most_common())


def _claims(book: Book) -> str:
    spoken = Counter(book.party(row.party) for row in book.rows.claims)
    off = sum(not row.on_record for row in book.rows.claims)
    who = ", ".join(f"{name} {count}" for name, count in spoken.most_common())
    return f"{counted(len(book.rows.claims), 'claim')} ({who}); {off} off the record"
