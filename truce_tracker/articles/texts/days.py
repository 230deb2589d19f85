"""Which of the days on a page is the day on which it was published, and the days of the posts of a live page.

In order: what the page says for machines, what it marks, what it prints under its title, and last a guess, which is
never more than that. A stamp in UTC gives way to the day that the page prints beside it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from truce_tracker.articles.texts import linked_data
from truce_tracker.articles.texts.article import Post
from truce_tracker.articles.texts.blocks import text_of
from truce_tracker.articles.texts.characters import ends_sentence, is_long_sentence
from truce_tracker.articles.texts.published import (
    Stamp,
    day_of,
    days_in,
    local_day,
    published_on,
    stamp_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.html import HtmlElement

_METAS = ("article:published_time", "og:article:published_time", "og:published_time", "govuk:first-published-at",
          "firstpublishedtime", "first-published-time", "firstpublished", "first_published_date", "datepublished",
          "publishdate", "pubdate", "publish-date", "publish_date", "publication_date", "publicationdate",
          "publishtime", "publish_time", "pubtime", "publishedtime", "published_time", "published-date",
          "date_published", "displaydate", "originalpublicationdate", "citation_publication_date", "dc.date.issued",
          "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date",
          "sailthru.date", "weibo:article:create_at", "creationdate", "createdate", "date")  # fmt: skip
"""Meta tags that say the day, those that can say no other day before those that may be the day of a change."""
_URL_DAY = re.compile(r"/[a-z]?([12]\d{3})[/-]?(\d{2})[/-]?(\d{2})(?=[/_-]|\d*\.|$)")
_TEASER = re.compile(
    r"related|recommend|sidebar|teaser|widget|comment|most-|trending|latest|promo|more-", re.IGNORECASE
)
_CHANGED = re.compile(r"updated|modified", re.IGNORECASE)
_BEFORE, _AFTER, _DATE_LINE = 25, 6, 30
_UTC_WARNING = (
    "the page gives its time in UTC only ({hour:02}:{minute:02} of {day}), so that where it was published it may have "
    "been the day {beside}: look at the day"
)
_OPEN, _CLOSE = "\ue000", "\ue001"
_MAX_GUESSED = 1_500_000


class SaidOfPage(Protocol):
    """What a page says about itself, as far as days are concerned."""

    tree: HtmlElement
    described: list[linked_data.Node]
    metas: dict[str, list[str]]
    loose: dict[str, list[str]]

    def linked(self, *keys: str) -> list[str]:
        """The texts under a key of JSON-LD."""


@dataclass(frozen=True, slots=True)
class DayOfPage:
    """The day of a page: said by it, or guessed; and what a person should look at."""

    published: str | None = None
    guessed: str | None = None
    warnings: tuple[str, ...] = ()


def head_of(seen: str, text: str) -> list[str]:
    """The short lines around the beginning of an article, as they are seen on its page: titles, bylines, days."""
    lines = [line.strip() for line in seen.split("\n") if line.strip()]
    first = next((line.strip() for line in text.split("\n") if is_long_sentence(line)), "")
    place = lines.index(first) if first in lines else min(len(lines), _BEFORE)
    around = lines[max(0, place - _BEFORE) : place + _AFTER]
    return [line for line in around if len(line) <= _DATE_LINE or not ends_sentence(line)]


def day_of_page(said: SaidOfPage, url: str | None, head: Iterable[str], text: str) -> DayOfPage:
    """The day of a page. `url` is its address, which may tell it too; `head` are the lines around the beginning of its
    article, and `text` is the article, whose days are those that it speaks of."""
    head = list(head)
    printed = [day for line in head for day in days_in(line)]
    stamp = _said_stamp(said) or _marked_stamp(said.tree)
    if stamp:
        return _certain(stamp, [*printed, *_days_of_address(url)], said)
    if day := next((day for line in head if (day := published_on(line))), None):
        return DayOfPage(day)
    return DayOfPage(guessed=_guessed(said, url, printed, text))


def _certain(stamp: Stamp, printed: list[str], said: SaidOfPage) -> DayOfPage:
    others = [other.day for text in _written(said) if (other := stamp_of(text)) and other.utc is None]
    day = local_day(stamp, [*printed, *others])
    if not stamp.is_uncertain or day != stamp.day or day in printed or day in others:
        return DayOfPage(day)
    assert stamp.utc is not None
    hour, minute = stamp.utc
    beside = "after" if hour >= 16 else "before"
    return DayOfPage(day, warnings=(_UTC_WARNING.format(hour=hour, minute=minute, day=day, beside=beside),))


def _written(said: SaidOfPage) -> list[str]:
    """All the stamps of publication that a page says for machines, the surest first."""
    metas = [value for name in _METAS for value in said.metas.get(name, [])]
    inside = said.loose.get("datepublished", [])
    agreed = inside[:1] if len({day_of(value) for value in inside}) == 1 else []
    return [*said.linked("datePublished"), *metas, *agreed]


def _said_stamp(said: SaidOfPage) -> Stamp | None:
    return next((stamp for text in _written(said) if (stamp := stamp_of(text))), None)


def _marked_stamp(tree: HtmlElement) -> Stamp | None:
    """The stamp of what is marked as the day of publication; else of all marked times, where they are of one day."""
    published: list[Stamp] = []
    near: list[Stamp] = []
    others: list[Stamp] = []
    titled = begun = False
    for element in tree.iter("time", "span", "abbr", "h1", "p"):
        titled = titled or element.tag == "h1"
        begun = begun or (titled and element.tag == "p" and is_long_sentence("".join(element.itertext())))
        marks = f"{element.get('itemprop', '')} {element.get('class', '')}".lower().split()
        is_marked = "datepublished" in marks or (
            element.tag == "time" and (element.get("pubdate") is not None or "published" in marks)
        )
        if not (is_marked or (element.tag == "time" and element.get("datetime"))):
            continue
        stamp = stamp_of(element.get("datetime") or element.get("content") or element.text or "")
        if stamp is None or _is_teaser(element) or any(map(_CHANGED.search, marks)):
            continue
        (published if is_marked else near if titled and not begun else others).append(stamp)
    for stamps in (published, near, near + others):
        if stamps:
            return stamps[0] if len({stamp.day for stamp in stamps}) == 1 else None
    return None


def _is_teaser(element: HtmlElement) -> bool:
    """Whether it stands in a link, a list, an aside or a box of other articles."""
    if next(element.iterancestors("a", "aside", "nav", "footer", "li"), None) is not None:
        return True
    above = element.iterancestors("div", "section", "ul")
    return any(_TEASER.search(f"{one.get('class', '')} {one.get('id', '')}") for one in above)


def _days_of_address(url: str | None) -> list[str]:
    found = _URL_DAY.search(url or "")
    day = day_of("-".join(found.groups())) if found else None
    return [day] if day else []


def _guessed(said: SaidOfPage, url: str | None, printed: list[str], text: str) -> str | None:
    """The day in the address; else what htmldate finds, unless it found it in the words of the article."""
    if days := _days_of_address(url):
        return days[0]
    from lxml import etree

    if len(etree.tostring(said.tree)) > _MAX_GUESSED:
        return None
    with suppress(Exception):  # a guess that fails is none
        from htmldate import find_date

        day = day_of(find_date(deepcopy(said.tree), original_date=True) or "")
        spoken = {day for line in text.split("\n") for day in days_in(line)} - set(printed)
        return None if day in spoken or (day or "").endswith("-01-01") else day
    return None


def days_of_posts(said: SaidOfPage) -> Mapping[str, str]:
    """The day of the post that each line stands in, by the times that stand marked above the lines."""
    days = _days_between(said.tree)
    for node in said.described:
        for post in linked_data.posts(node):
            day = next((day for text in linked_data.texts(post.get("datePublished")) if (day := day_of(text))), None)
            lines = [" ".join(line.split()) for line in linked_data.body(post).split("\n")]
            days |= {line: day for line in lines if day and line}
    return days


def posts_in(text: str, days: Mapping[str, str]) -> tuple[Post, ...]:
    """The posts of an article's text, whose lines have these days; none where all its sentences are of one day."""
    posts: list[Post] = []
    place, told = 0, set[str]()
    for line in text.split("\n"):
        day = days.get(" ".join(line.split()))
        end = place + len(line)
        if day and is_long_sentence(line):
            told.add(day)
        if posts and (day == posts[-1].day or not line):
            posts[-1] = Post(posts[-1].start, end if line else posts[-1].end, posts[-1].day)
        elif day:
            posts.append(Post(place, end, day))
        place = end + 1
    return tuple(posts) if len(told) > 1 else ()


def _days_between(tree: HtmlElement) -> dict[str, str]:
    """The day of the last time that stands marked above each line, where times stand between the page's paragraphs."""
    marked = deepcopy(tree)
    for element in marked.iter("time"):
        stamp = stamp_of(element.get("datetime") or "")
        if stamp and not _is_teaser(element):
            element.text = f"{_OPEN}{stamp.day}{_CLOSE}{element.text or ''}"
    days: dict[str, str] = {}
    day = ""
    for line in text_of(marked).split("\n"):
        for found in re.findall(f"{_OPEN}(.{{10}}){_CLOSE}", line):
            day = found
        if day:
            days.setdefault(" ".join(re.sub(f"{_OPEN}.{{10}}{_CLOSE}", "", line).split()), day)
    return days
