"""What a page says about itself: title, outlet, authors, day, language, address. No text of the article is read here.

JSON-LD, Open Graph and meta tags come first; the extractor's guesses at title and authors only where those are silent.
A page's own words are taken as they stand: an outlet that it does not say plainly is not made up, and a day that is
only likely is a guess, which a person confirms. Which day is the page's own is in `days`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from truce_tracker.addresses import is_copy, page_of_copy, web_address
from truce_tracker.articles.texts import linked_data
from truce_tracker.articles.texts.article import Metadata
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import count_han, language_of, one_line, primary_tag
from truce_tracker.articles.texts.days import day_of_page, head_of
from truce_tracker.articles.texts.published import source_named

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "articletitle")
_OUTLETS = ("og:site_name", "sitename", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher",
            "application-name")  # fmt: skip
_SOURCES = ("contentsource",)
_AUTHORS = ("author", "article:author", "byl", "citation_author", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author")  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language")
_MAX_TITLE = 500
_TITLE_PARTS = re.compile(r"\s+[|–—_-]\s*|\s*\|\s+")
_SITE_BEHIND = re.compile(
    r"(?:\s*[-_|｜—–]+\s*[\w·.]{0,12}(?:网|網|网站|新闻|新聞|日报|日報|时报|時報|晚报|晚報|社|频道|頻道|在线|電視|电视台|政府|部|委员会|国际"
    r"|要闻|动态|财经|滚动|头条|客户端|門戶|门户))+\s*$"
)


class Said:
    """All that a page says about itself: meta tags by name, links, and what JSON-LD describes.

    A teaser of another article may bring its own marks: tags outside of the head count only where they agree, and of
    what JSON-LD describes, what is the page's own by its address or its title.
    """

    def __init__(self, tree: HtmlElement, base: str | None) -> None:
        self.tree, self.base = tree, base
        self.metas: dict[str, list[str]] = {}
        self.loose: dict[str, list[str]] = {}
        for element in tree.iterfind(".//meta[@content]"):
            name = (
                element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            )
            inside = element.get("itemprop") and any(True for _ in element.iterancestors("body"))
            place = self.loose if inside else self.metas
            place.setdefault((name or "").strip().lower(), []).append(_words(element.get("content", "")))
        scripts = [
            script for script in tree.iterfind(".//script[@type]") if "ld+json" in script.get("type", "").lower()
        ]
        self.described = self._own(linked_data.described([script.text or "" for script in scripts]))

    def _own(self, nodes: list[linked_data.Node]) -> list[linked_data.Node]:
        """What is described, without the articles that are plainly others, and with the page's own first."""
        articles = [node for node in nodes if linked_data.is_article(node)]
        own = [node for node in articles if self._is_own(node)]
        if not own and len(articles) > 1 and not linked_data.body(articles[0]):
            own = [node for node in articles if not linked_data.texts(node.get("url"))]
        if not own:
            own = articles[:1] if not self._is_other(articles) else []
        return own + [node for node in nodes if not linked_data.is_article(node)]

    def _is_own(self, node: linked_data.Node) -> bool:
        keys = ("url", "mainEntityOfPage", "@id")
        addresses = {_bare(address) for key in keys if (address := linked_data.address(node.get(key)))}
        titles = {_letters(title) for title in linked_data.texts(node.get("headline"))}
        return bool(addresses & self._addresses() or {title for title in titles if title and title in self._titles()})

    def _is_other(self, articles: list[linked_data.Node]) -> bool:
        """Whether the first article says another address than the page, and another title."""
        first = articles[0] if articles else {}
        headline = linked_data.texts(first.get("headline"))
        told = len(articles) > 1 or (first.get("url") and self._addresses())
        return bool(headline and self._titles().strip() and told)

    def _addresses(self) -> set[str]:
        links = [link.get("href", "") for link in self.tree.iterfind(".//link[@rel][@href]")
                 if "canonical" in link.get("rel", "").lower().split()]  # fmt: skip
        return {_bare(one) for one in (*links, *self.metas.get("og:url", []), self.base) if one}

    def _titles(self) -> str:
        heads = [*self.tree.iterfind(".//title"), *self.tree.iterfind(".//h1")]
        said = [*(_letters(" ".join(head.itertext())) for head in heads), *map(_letters, self.meta(_TITLES))]
        return "\n".join(said)

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


def metadata_of(said: Said, text: str, seen: str) -> tuple[Metadata, tuple[str, ...]]:
    """The metadata of a page, and what to look at; `text` is its article's, and `seen` all that is seen on it."""
    head = head_of(seen, text)
    sources = [name for line in head if (name := source_named(line))]
    named = (said.meta(_OUTLETS[:1]), said.linked("publisher"), said.meta(_OUTLETS[1:]), said.meta(_SOURCES))
    outlet = _first(*named, sources)
    url, archived = _url(said)
    day = day_of_page(said, url, head, text)
    return Metadata(
        outlet=outlet,
        title=_title(said, outlet),
        authors=_authors(said, outlet),
        published=day.published,
        url=url,
        language=language_of(_declared_language(said), text),
        guessed=day.guessed,
        archived=archived,
    ), day.warnings


def _first(*found: list[str]) -> str | None:
    return next((values[0][:_MAX_TITLE] for values in found if values), None)


def _words(text: str) -> str:
    """Meta texts are often escaped twice."""
    return one_line(unescape(text))


def _title(said: Said, outlet: str | None) -> str | None:
    title = _first(said.linked("headline"), said.meta(_TITLES)) or _extracted_title(said.tree)
    if title and count_han(title):
        title = _SITE_BEHIND.sub("", title) or title
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


def _url(said: Said) -> tuple[str | None, str | None]:
    """The address of the page, and the one of the copy where an archive keeps it and this is its copy."""
    links = [link.get("href", "") for link in said.tree.iterfind(".//link[@rel][@href]")
             if {"canonical", "bookmark"} & set(link.get("rel", "").lower().split())]  # fmt: skip
    linked = [linked_data.address(node.get(key)) for node in said.described for key in ("url", "mainEntityOfPage")]
    written = [*links, *said.meta(("og:url",)), *linked, said.base]
    addresses = [address for one in written if one and (address := web_address(one, said.base))]
    copies = [address for address in addresses if is_copy(address)]
    pages = [*filter(None, map(page_of_copy, addresses)), *(one for one in addresses if one not in copies)]
    inside = (address for address in pages if urlsplit(address).path.strip("/") or urlsplit(address).query)
    base = [said.base] if said.base in copies else []
    return next(inside, pages[0] if pages else None), next(iter([*base, *copies]), None)


def _bare(address: str) -> str:
    """An address as two pages that are one share it: no scheme, no ``www.``, no query, no slash at its end."""
    return re.sub(r"^https?://(?:www\.|amp\.|m\.)?|[?#].*$", "", address.strip().lower()).rstrip("/")


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _declared_language(said: Said) -> str | None:
    page = said.tree
    own = page.get("lang") or page.get("xml:lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    written = [*said.linked("inLanguage"), own, *said.meta(_LANGUAGES)]
    return next((tag for one in written if (tag := primary_tag(one))), None)
