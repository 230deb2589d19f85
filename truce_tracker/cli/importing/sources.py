"""The article and the source it becomes: get it, tell what it is, and see whether we have got it already.

It may be the same text, another version of one at its address, or one that retells it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from truce_tracker.addresses import is_copy, page_of_copy, same_page
from truce_tracker.dates import read_date
from truce_tracker.errors import TruceError, UnreadableValue

if TYPE_CHECKING:
    from truce_tracker.articles.texts.article import Article, Metadata, Removed
    from truce_tracker.judgements.ledger import Ledger

_LARGEST = 64 * 1024 * 1024  # bytes read; the article reader refuses less
_SHOWN = 8  # lines taken out that are shown, beside those that tell something
_LONGEST = 200  # characters of such a line
Source = dict[str, str | list[str]]
_NEEDED = {
    "outlet": "who published it",
    "published": "the day it was published, as 2025-11-20, 2025-11 or 2025-11-17/2025-11-23",
}
_KEPT = ("outlet", "title", "authors", "language", "kind")
Prompt = Callable[[str, str], str]  # a key and what it means -> the answer
_RETELLS = 0.25  # of the shorter text stands in the other
_CHANGED = 0.6  # a passage that is at least so much like a quote is the quote, changed


def get_article(named: str, raw: bool) -> Article:
    """The article; where it came from an address, its metadata have this one."""
    from truce_tracker.articles.texts.reading import read_article

    if named.startswith(("http://", "https://")):
        from truce_tracker.articles.texts.fetching import fetch

        fetched = fetch(named)
        article = read_article(fetched.content, fetched.url, fetched.content_type, raw)
        said = article.metadata
        if said.archived and said.url:
            return article  # the copy itself tells whose it is, also where its address does not
        url, archived = page_and_copy(fetched.url, said)
        return replace(article, metadata=replace(said, url=url, archived=archived))
    content, name = (sys.stdin.buffer.read(_LARGEST), "") if named == "-" else (_content(Path(named)), named)
    return read_article(content, name, None, raw)


def page_and_copy(named: str, said: Metadata) -> tuple[str, str | None]:
    """The address of the page, and the one of its copy in a web archive; `named` may be either.

    An archive's address that does not tell its page, where the page does not say its own either, stands for both.
    """
    if is_copy(named):
        return page_of_copy(named) or said.url or named, named
    return named, said.archived


def told_of(article: Article) -> Iterator[str]:
    """What to look at, and what was taken out: each line that tells something, and the first of the others."""
    yield from (f"warning: {warning}" for warning in article.warnings)
    if article.metadata.archived:
        yield f"this is the copy of {article.metadata.url or 'a page'} that is kept at {article.metadata.archived}"
    if article.removed:
        yield from _told_removed(article.removed)


def _told_removed(removed: Sequence[Removed]) -> Iterator[str]:
    from truce_tracker.articles.texts.furniture import says_something

    yield f"{len(removed)} lines left out (--raw keeps them):"
    shown = [one for number, one in enumerate(removed) if number < _SHOWN or says_something(one.line)]
    yield from (f"  - {one.line[:_LONGEST]} ({one.why})" for one in shown)
    if len(removed) > len(shown):
        yield f"  ... and {len(removed) - len(shown)} more"


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        raise TruceError(f"there is no file {path}: give a file, an address, or - to paste") from None
    except OSError as error:
        raise TruceError(f"{path} cannot be read: {error.strerror or error}") from error


def describe(
    said: Metadata,
    given: Mapping[str, str | list[str] | None],
    ask: Prompt | None,
    before: Mapping[str, str | list[str]],
) -> Source:
    """The keys of the source; what neither page nor person tells of it is as in the version `before`, but for the day.

    What is missing is asked for; with nobody to `ask`, an error names the options.
    """
    page: Source = {"outlet": said.outlet or "", "title": said.title or "", "authors": list(said.authors)}
    page |= {"published": said.published or "", "url": said.url or "", "archived": said.archived or ""}
    page |= {"language": said.language or "", "kind": said.kind or ""}
    source: Source = {"kind": "article"}
    source |= {key: before[key] for key in _KEPT if before.get(key)}
    source |= {key: value for key, value in (*page.items(), *given.items()) if value}
    missing = [key for key in _NEEDED if key not in source]
    if missing and ask is None:
        options = " and ".join(f"--{key} ({_NEEDED[key]})" for key in missing)
        options += f"; {said.guessed} is a guess: confirm it" if said.guessed and "published" in missing else ""
        raise TruceError(f"the article does not say it plainly: give {options}")
    if ask is not None and "outlet" in missing:
        source["outlet"] = _answer(ask, "outlet", _NEEDED["outlet"], lambda answer: bool(answer))
    if ask is not None and "published" in missing:
        meaning = _NEEDED["published"] + (f"; a guess: {said.guessed}" if said.guessed else "")
        source["published"] = _answer(ask, "published", meaning, _is_date)
    _check_date(str(source["published"]))
    return source


def check_id(identity: str | None) -> None:
    """Raises TruceError where what was asked for is no id."""
    from truce_tracker.ledger_file.values import check_id as check

    try:
        check(identity or "none")
    except UnreadableValue as error:
        raise TruceError(f"--id: {error}") from error


def _answer(ask: Prompt, key: str, meaning: str, holds: Callable[[str], bool]) -> str:
    """Ask until the answer holds."""
    while not holds(answer := ask(key, meaning)):
        pass
    return answer


def _is_date(text: str) -> bool:
    try:
        read_date(text)
    except UnreadableValue:
        return False
    return True


def new_id(source: Source, taken: Callable[[str], bool]) -> str:
    """An id for a source: its outlet and its day, with a number behind where that is taken."""
    from truce_tracker.ledger_file.new_sources import candidates

    base = f"{short_slug(str(source['outlet']))}-{str(source['published']).partition('/')[0].rstrip('~')}"
    return next(each for each in candidates(base) if not taken(each))


def short_slug(name: str) -> str:
    """A name as an id, or a part of one."""
    from truce_tracker.ledger_file.values import slug

    return slug(name)[:40].strip("-") or "source"


def _check_date(published: str) -> None:
    try:
        read_date(published)
    except UnreadableValue as error:
        raise TruceError(f"--published: {error}") from error


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
    row = ledger.source(wanted) if wanted else None
    url = url or (row["url"] if row and ledger.text(row["id"]) is None else None)
    alike = ledger.alike(text)
    at_address = ledger.sources_at(url) if url else []
    if same := _same(ledger, text, url, [*at_address, *(each.source for each in alike)]):
        return Standing(same=same)
    without_text = [source for source in at_address if ledger.text(source) is None]
    if row and ledger.text(row["id"]) is None:
        return Standing(without_text=row["id"], before=_text_before(ledger, row["id"], at_address))
    if row and not same_page(row["url"], url):
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
    versions = ledger.sources_at((ledger.source(before) or {}).get("url") or "")
    for identity, quote in (each for version in versions for each in ledger.quoted(version)):
        if old.find(quote) and not new.find(quote):
            passage = new.nearest(quote)
            now = f"changed, now “{' '.join(passage.exact.split())}”" if passage.alike >= _CHANGED else "gone"
            told.append(f"{identity}: “{quote}” is {now}")
    return told


def stored_source(ledger: Ledger, identity: str) -> dict[str, Any]:
    """The keys of a stored source, as a ledger file would give them."""
    import json

    row = ledger.source(identity) or {}
    keys = ["outlet", "title", "published", "retrieved", "url", "archived", "language", "kind"]
    keys += ["based_on", "replaces", "note"]
    return {key: row[key] for key in keys if row[key]} | {"authors": json.loads(row["authors"])}


def _same(ledger: Ledger, text: str, url: str | None, sources: list[str]) -> str | None:
    """A source with the same words, unless it has them at another address: then this is a copy of it."""
    words = _words(text)
    for source in sources:
        address = (ledger.source(source) or {}).get("url")
        if (not url or not address or same_page(url, address)) and _words(ledger.text(source)) == words:
            return source
    return None


def _text_before(ledger: Ledger, identity: str, at_address: list[str]) -> str | None:
    """The stored text that came before a source at its address."""
    earlier = at_address[: at_address.index(identity)] if identity in at_address else []
    return next((source for source in reversed(earlier) if ledger.text(source) is not None), None)


def _next_version(ledger: Ledger, first: str) -> str:
    base = re.sub(r"\.v[0-9]+$", "", first)
    number = 2
    while ledger.has("source", f"{base}.v{number}"):
        number += 1
    return f"{base}.v{number}"


def _words(text: str | None) -> list[str]:
    return (text or "").split()
