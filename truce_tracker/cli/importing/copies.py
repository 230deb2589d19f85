"""Have we got it already? The same text, another version of it at one address, or one that retells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger

_RETELLS = 0.25  # of the shorter text stands in the other
_CHANGED = 0.6  # a passage that is at least so much like a quote is the quote, changed
_TRACKING = re.compile(r"(?<=[?&])(utm_[a-z]+|fbclid|gclid)=[^&]*&?")
_QUOTES = "SELECT id, quote FROM claim WHERE source = ? AND quote IS NOT NULL ORDER BY entry"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text stands to the ledger. `same` and `without_text` name a source that it is; `before` the version before
    it, `version` the id of this one; `retells` a source that shares much of its words, with the share."""

    same: str | None = None
    without_text: str | None = None
    before: str | None = None
    version: str | None = None
    retells: tuple[str, float] | None = None


def compare(ledger: Ledger, text: str, url: str | None, wanted: str | None) -> Standing:
    """Look for a text by its words, then by its address. `wanted` is an id that was asked for."""
    row = _source(ledger, wanted) if wanted else None
    url = url or (row["url"] if row and ledger.text(row["id"]) is None else None)
    alike = ledger.alike(text)
    at_address = _sources_at(ledger, url) if url else []
    if same := _same(ledger, text, url, [*at_address, *(each.source for each in alike)]):
        return Standing(same=same)
    without_text = [source for source in at_address if ledger.text(source) is None]
    if row and ledger.text(row["id"]) is None:
        return Standing(without_text=row["id"], before=_text_before(ledger, row["id"], at_address))
    if row and not _is_same(row["url"], url):
        hint = "give its address with --url, if this is a new version of it, or" if row["url"] else "give"
        raise TruceError(f"the id {wanted} is taken by another text: {hint} another --id")
    if len(without_text) > 1 and not wanted:
        names = ", ".join(without_text)
        raise TruceError(f"{names} have this address and no text yet: say with --id which of them this is")
    if without_text and not wanted:
        return Standing(without_text=without_text[0], before=_text_before(ledger, without_text[0], at_address))
    if at_address:
        version = wanted if wanted and not row else _next_version(ledger, at_address[0])
        return Standing(before=at_address[-1], version=version)
    retold = alike[0] if alike and alike[0].share >= _RETELLS else None
    return Standing(retells=(retold.source, retold.share) if retold else None)


def broken_quotes(ledger: Ledger, before: str, text: str) -> list[str]:
    """What has become, in the next version, of the quotes that stood in `before`, whichever version they are from."""
    from truce_tracker.quotes import Folded

    old, new = Folded(ledger.text(before) or ""), Folded(text)
    told = []
    versions = _sources_at(ledger, (_source(ledger, before) or {}).get("url") or "")
    quotes = (row for version in versions for row in ledger.connection.execute(_QUOTES, (version,)))
    for identity, quote in quotes:
        if old.find(quote) and not new.find(quote):
            passage = new.nearest(quote)
            now = f"changed, now “{' '.join(passage.exact.split())}”" if passage.alike >= _CHANGED else "gone"
            told.append(f"{identity}: “{quote}” is {now}")
    return told


def same_title(ledger: Ledger, title: str) -> list[str]:
    """The sources of a title whose text is not stored: one of them may be the very article."""
    query = """
        SELECT s.id FROM source AS s
        WHERE LOWER(s.title) = LOWER(?) AND NOT EXISTS (SELECT 1 FROM source_text AS t WHERE t.source = s.id)
        ORDER BY s.entry
    """
    return [row["id"] for row in ledger.connection.execute(query, (title,))]


def stored_source(ledger: Ledger, identity: str) -> dict[str, Any]:
    """The keys of a stored source, as a ledger file would give them."""
    import json

    row = _source(ledger, identity) or {}
    keys = ("outlet", "title", "published", "retrieved", "url", "language", "kind", "based_on", "replaces", "note")
    return {key: row[key] for key in keys if row[key]} | {"authors": json.loads(row["authors"])}


def _source(ledger: Ledger, identity: str) -> dict[str, Any] | None:
    row = ledger.connection.execute("SELECT * FROM source WHERE id = ?", (identity,)).fetchone()
    return dict(row) if row else None


def _same(ledger: Ledger, text: str, url: str | None, sources: list[str]) -> str | None:
    """A source with the same words, unless it has them at another address: then this is a copy of it."""
    words = _words(text)
    for source in sources:
        address = (_source(ledger, source) or {}).get("url")
        if (not url or not address or _is_same(url, address)) and _words(ledger.text(source)) == words:
            return source
    return None


def _text_before(ledger: Ledger, identity: str, at_address: list[str]) -> str | None:
    """The stored text that came before a source at its address."""
    earlier = at_address[: at_address.index(identity)] if identity in at_address else []
    return next((source for source in reversed(earlier) if ledger.text(source) is not None), None)


def _sources_at(ledger: Ledger, url: str) -> list[str]:
    rows = ledger.connection.execute("SELECT id, url FROM source WHERE url IS NOT NULL ORDER BY entry")
    return [row["id"] for row in rows if _is_same(row["url"], url)]


def _is_same(one: str | None, other: str | None) -> bool:
    """Whether two addresses lead to one page, whatever tracks the way to it; an archive's copy leads to its page."""
    return one == other or bool(one and other and _page(one) == _page(other))


def _page(url: str) -> str:
    from truce_tracker.articles.texts.metadata import page_of_copy

    bare = re.sub(r"^https?://(www\.)?|#.*", "", page_of_copy(url) or url, flags=re.IGNORECASE)
    path, _, query = _TRACKING.sub("", bare).partition("?")
    host, slash, rest = path.partition("/")  # a host has no case, what follows has
    return f"{(host.lower() + slash + rest).rstrip('/')}?{query.strip('&')}"


def _next_version(ledger: Ledger, first: str) -> str:
    base = re.sub(r"\.v[0-9]+$", "", first)
    number = 2
    while _source(ledger, f"{base}.v{number}"):
        number += 1
    return f"{base}.v{number}"


def _words(text: str | None) -> list[str]:
    return (text or "").split()
