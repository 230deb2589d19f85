"""What a page says about itself: title, outlet, authors, day, language, address. No text of the article is read here.

JSON-LD, Open Graph and meta tags come first; the extractor's guesses at title and authors only where those are silent.
A page's own words are taken as they stand: a day or an outlet that it does not say plainly is not made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from truce_tracker.articles.texts import linked_data
from truce_tracker.articles.texts.article import Metadata
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import language_of, one_line, primary_tag
from truce_tracker.articles.texts.published import day_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "articletitle")
_OUTLETS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "application-name")
_AUTHORS = ("author", "article:author", "byl", "citation_author", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author")  # fmt: skip
_DAYS = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate",
         "pubdate", "publish-date", "publish_date", "publication_date", "citation_publication_date", "dc.date.issued",
         "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "date")  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language")
_MAX_TITLE = 500
_TITLE_PARTS = re.compile(r"\s+[|–—_-]\s*|\s*\|\s+")


class Said:
    """All that a page says about itself in its head: meta tags by name, links, and what JSON-LD describes."""

    def __init__(self, tree: HtmlElement, base: str | None) -> None:
        self.tree, self.base = tree, base
        self.metas: dict[str, list[str]] = {}
        for element in tree.iterfind(".//meta[@content]"):
            name = (
                element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            )
            self.metas.setdefault((name or "").strip().lower(), []).append(_words(element.get("content", "")))
        scripts = [
            script for script in tree.iterfind(".//script[@type]") if "ld+json" in script.get("type", "").lower()
        ]
        self.described = linked_data.described([script.text or "" for script in scripts])

    def meta(self, names: Iterable[str]) -> list[str]:
        """The values of the first of these meta tags that has any."""
        return next((values for name in names if (values := [one for one in self.metas.get(name, []) if one])), [])

    def linked(self, *keys: str) -> list[str]:
        """The texts under the first of these keys that JSON-LD has, the article's before the page's."""
        values = (linked_data.texts(node.get(key)) for node in self.described for key in keys)
        return next(([_words(value) for value in found] for found in values if found), [])

    def body(self) -> str:
        """The article's body, where JSON-LD has it."""
        return linked_data.body(self.described[0]) if self.described else ""


def metadata_of(said: Said, text: str) -> Metadata:
    """The metadata of a page; `text` is its article's, for the language."""
    outlet = _first(said.meta(_OUTLETS[:1]), said.linked("publisher"), said.meta(_OUTLETS[1:]))
    return Metadata(
        outlet=outlet,
        title=_title(said, outlet),
        authors=_authors(said, outlet),
        published=_published(said),
        url=_url(said),
        language=language_of(_declared_language(said), text),
    )


def _first(*found: list[str]) -> str | None:
    return next((values[0][:_MAX_TITLE] for values in found if values), None)


def _words(text: str) -> str:
    """Meta texts are often escaped twice."""
    return one_line(unescape(text))


def _title(said: Said, outlet: str | None) -> str | None:
    title = _first(said.linked("headline"), said.meta(_TITLES)) or _extracted_title(said.tree)
    if not title or not outlet:
        return title
    parts = _TITLE_PARTS.split(title)
    if len(parts) > 1 and parts[-1].casefold() == outlet.casefold():
        return title[: len(title) - len(parts[-1])].rstrip(" |–—_-")
    return title


def _extracted_title(tree: HtmlElement) -> str | None:
    from trafilatura.metadata import extract_title

    with suppress(Exception):  # a guess that fails is none
        return one_line(extract_title(tree) or "")[:_MAX_TITLE] or None
    return None


def _authors(said: Said, outlet: str | None) -> tuple[str, ...]:
    named = said.linked("author", "creator") or said.meta(_AUTHORS)
    authors = authors_in(named) or authors_in([_extracted_author(said.tree)])
    return tuple(author for author in authors if author.casefold() != (outlet or "").casefold())


def _extracted_author(tree: HtmlElement) -> str:
    from trafilatura.metadata import extract_author

    with suppress(Exception):
        return one_line(extract_author(tree) or "")
    return ""


def _published(said: Said) -> str | None:
    written = [*said.linked("datePublished"), *said.meta(_DAYS)]
    return next((day for text in written if (day := day_of(text))), None) or _marked_day(said.tree)


def _marked_day(tree: HtmlElement) -> str | None:
    """The day of the elements that are marked as the day of publication, where they agree on one."""
    days = set()
    for element in tree.iter("time", "span", "abbr"):
        marks = f"{element.get('itemprop', '')} {element.get('class', '')}".lower().split()
        if "datepublished" in marks or (
            element.tag == "time" and (element.get("pubdate") is not None or "published" in marks)
        ):
            days.add(day_of(element.get("datetime") or element.get("content") or element.text or ""))
    return days.pop() if len(days) == 1 else None


def _url(said: Said) -> str | None:
    links = [link.get("href", "") for link in said.tree.iterfind(".//link[@rel][@href]")
             if "canonical" in link.get("rel", "").lower().split()]  # fmt: skip
    linked = [linked_data.address(node.get(key)) for node in said.described for key in ("url", "mainEntityOfPage")]
    written = [*links, *said.meta(("og:url",)), *linked, said.base]
    addresses = [address for one in written if one and (address := web_address(one, said.base))]
    inside = (address for address in addresses if urlsplit(address).path.strip("/") or urlsplit(address).query)
    return next(inside, addresses[0] if addresses else None)


def web_address(written: str, base: str | None = None) -> str | None:
    """The absolute http or https address that is written, alone or against `base`; None where it is none."""
    try:
        address = urljoin(base or "", written.strip())
        parts = urlsplit(address)
        named = parts.scheme in ("http", "https") and parts.hostname and not parts.username
    except ValueError:
        return None
    return address if named and len(address) < 2_000 and address.isprintable() and " " not in address else None


def _declared_language(said: Said) -> str | None:
    page = said.tree
    own = page.get("lang") or page.get("xml:lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    written = [*said.linked("inLanguage"), own, *said.meta(_LANGUAGES)]
    return next((tag for one in written if (tag := primary_tag(one))), None)
