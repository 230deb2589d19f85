"""A saved or fetched page -> its article's text, what was taken out, and what the page says about itself.

The body is what trafilatura finds; where JSON-LD has an articleBody more than twice as long, that is the body. Asked
for everything (`raw`), it is all that can be seen on the page. What a browser hides is read where little else is left.
A page that stands before an article, or in its place (a login, a consent, a robot check), is told by its title and
body; where a sentence of another kind stands in it, it is read, with a warning.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from truce_tracker.addresses import web_address
from truce_tracker.articles.texts.article import (
    MAX_TEXT,
    TOO_MUCH_TEXT,
    ArticleError,
    Reading,
    Removed,
    Why,
)
from truce_tracker.articles.texts.blocks import text_of
from truce_tracker.articles.texts.characters import count_han, is_long_sentence
from truce_tracker.articles.texts.days import days_of_posts
from truce_tracker.articles.texts.extraction import extracted_text
from truce_tracker.articles.texts.furniture import says_something
from truce_tracker.articles.texts.inline import settle
from truce_tracker.articles.texts.metadata import Said, metadata_of
from truce_tracker.articles.texts.trees import is_modest, parse, strip_unseen

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVED_FROM = re.compile(
    r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})|<!--\s{0,9}Page saved with SingleFile\s{1,9}url: (\S{1,2000})"
)
_HAS_TAGS = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|span|a|b|i|em|strong)\b[^<>]*>", re.IGNORECASE)
_LONGER = 2
_LOOKED_AT = 4_000
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")
_LITTLE, _MUCH_MORE, _MOST_TOLD, _IN_LINES, _NEARLY_ALL = 300, 2, 60, 0.3, 0.8
_AROUND = ".//nav | .//footer | .//*[@role='navigation' or @role='contentinfo' or @role='banner']"

_GATES = {
    "robot": re.compile(
        r"just a moment|attention required|access (?:to this page has been )?denied|are you (?:a robot|human)|captcha"
        r"|unusual traffic|security check|安全验证|安全驗證|人机验证",
        re.IGNORECASE,
    ),
    "login": re.compile(
        r"\b(?:log|sign)[ -]?in\b|forgot(?:ten)? (?:your )?password|create an account|subscribe to (?:read|continue)"
        r"|already a (?:subscriber|member)|登录|登錄|登入|注册账号|忘记密码",
        re.IGNORECASE,
    ),
    "consent": re.compile(r"\bcookies?\b|\bconsent\b|before you continue", re.IGNORECASE),
    "script": re.compile(
        r"(?:enable|turn on|requires?|without) javascript|javascript is (?:disabled|required)|启用 ?javascript", re.I
    ),
}
"""Words of a gate; an article may say them too."""
_GATE_SENTENCE = re.compile(
    r"verify(?:ing)? (?:that )?you(?:'re| are)|checking your browser|unusual traffic (?:coming )?from your|not a robot"
    r"|enable (?:javascript|cookies)|javascript is (?:disabled|required)|启用 ?javascript|请.{0,12}(?:登录|验证)"
    r"|(?:subscribe|register|log in|sign in|sign up) (?:now )?to (?:read|continue|view|unlock|access)"
    r"|already (?:a|have an?) (?:subscriber|member|account)|create (?:a|an|your) (?:free )?account"
    r"|(?:we|our|us|your)\b.{0,80}\bcookies?\b|\bcookies?\b.{0,80}\b(?:we|our|us|your)\b"
    r"|(?:we|our)\b.{0,40}\bpartners\b|(?:on|from|about) your (?:device|browser)|your (?:consent|privacy choices)"
    r"|(?:we|our) (?:value|respect|care about) your privacy",
    re.IGNORECASE,
)
"""What only a gate says: it speaks to whoever reads the page."""
_INSTEAD = "open it in your browser, then save the page or paste the article's words"
_SAYS = {
    "robot": f"The site asks for a proof that no robot reads it, and shows no article: {_INSTEAD}",
    "login": f"This is a login or subscription page, with no article in it: {_INSTEAD}",
    "consent": f"This page asks for consent to cookies, and shows no article: {_INSTEAD}",
    "script": f"This page shows its article only by JavaScript, so there is none in it: {_INSTEAD}",
    "nothing": f"There is no article in this page: {_INSTEAD}",
}
_MAY_BE = {
    "robot": "a proof that no robot reads it",
    "login": "a login or a subscription",
    "consent": "consent to cookies",
    "script": "JavaScript",
}
_WARNING = "the page may ask for {what} in the place of its article, or show only its beginning: look at the text"
_SHORT = 600


def read_page(markup: str, name: str, raw: bool, at: str | None = None) -> Reading:
    """The article on the page. `name` is the file's name or the page's address; `at` its address, as a file tells it.

    Raises ArticleError for an empty page, one that is too large, and one with a login or the like and no article.
    """
    for logger in _LOGGERS:
        logging.getLogger(logger).addHandler(logging.NullHandler())
    tree = parse(markup)
    said = Said(tree, at or _saved_from(markup[:_LOOKED_AT]) or web_address(name))
    strip_unseen(tree)
    struck, seen = settle(tree), _seen(tree)
    if _says(seen) < _LITTLE:
        other = parse(markup)
        strip_unseen(other, all_concealed=False)
        struck_there, seen_there = settle(other), _seen(other)
        if _says(seen_there) > _MUCH_MORE * _says(seen):
            tree, struck, seen = other, struck_there, seen_there
    said.tree = tree
    body, warnings = (seen, ()) if raw and seen else _body(said, seen)
    metadata, told = metadata_of(said, body, seen)
    removed = struck if raw else struck + _not_taken(seen, body)
    return Reading(body, removed, metadata, (*warnings, *told), days_of_posts(said))


def _seen(tree: HtmlElement) -> str:
    page = tree.find("body")
    return text_of(tree if page is None else page)


def _says(text: str) -> int:
    """How many characters stand in long sentences that are not a gate's own."""
    lines = (line for line in text.split("\n") if is_long_sentence(line) and not _GATE_SENTENCE.search(line))
    return sum(len(line) + count_han(line) for line in lines)


def _body(said: Said, seen: str) -> tuple[str, tuple[str, ...]]:
    if len(seen) > MAX_TEXT:
        raise ArticleError(TOO_MUCH_TEXT)
    extracted = _extracted(said.tree, seen)
    described = _described(said.body())
    if len(described) > _LONGER * len(extracted):
        return described, ()
    return extracted, _gate(" ".join(said.tree.findtext(".//title", "").split()), extracted)


def _extracted(tree: HtmlElement, seen: str) -> str:
    """What trafilatura takes for the article; what is seen between head and foot, where it finds none."""
    if not is_modest(tree):
        return seen
    found = extracted_text(tree)
    if found and not _is_run_together(found, seen):
        return _in_order(found, seen)
    inside = deepcopy(tree)
    for element in inside.xpath(_AROUND):
        element.drop_tree()
    return _seen(inside) or seen


def _in_order(found: str, seen: str) -> str:
    """The lines that were found in the order in which they are seen, where the extractor changed it."""
    shown = [" ".join(line.split()) for line in seen.split("\n")]
    places: dict[str, list[int]] = {}
    for number in range(len(shown) - 1, -1, -1):
        places.setdefault(shown[number], []).append(number)
    lines = [line for line in found.split("\n") if line.strip()]
    stand = [stack.pop() if (stack := places.get(" ".join(line.split()))) else -1 for line in lines]
    if -1 in stand or stand == sorted(stand):
        return found
    ordered = sorted(zip(stand, lines, strict=True))
    parts = [ordered[0][1]]
    for (above, _), (place, line) in pairwise(ordered):
        parts += ["\n" if place == above + 1 else "\n\n", line]
    return "".join(parts)


def _is_run_together(found: str, seen: str) -> bool:
    """Whether what was found is the whole page in other lines than are seen: the extractor's last resort."""
    if len("".join(found.split())) < _NEARLY_ALL * len("".join(seen.split())):
        return False
    lines = {" ".join(line.split()) for line in seen.split("\n")}
    sizes = [(len(line), " ".join(line.split()) in lines) for line in found.split("\n")]
    return sum(size for size, is_seen in sizes if is_seen) < _IN_LINES * sum(size for size, _ in sizes)


def _gate(title: str, body: str) -> tuple[str, ...]:
    """Raise ArticleError where a gate stands in place of the article; a warning where it may stand beside one."""
    words = f"{title}\n{body}"
    gate = next((name for name, sign in _GATES.items() if sign.search(words)), None)
    gate = gate or ("consent" if _GATE_SENTENCE.search(body) else None)
    if _says(body):
        beside = gate and len(body) + count_han(body) < _SHORT
        return (_WARNING.format(what=_MAY_BE[gate]),) if gate and beside else ()
    if gate:
        raise ArticleError(_SAYS[gate])
    if not re.search(r"\w{2}", body):
        raise ArticleError(_SAYS["nothing"])
    return ()


def _not_taken(seen: str, body: str) -> tuple[Removed, ...]:
    """What says something, stands between the article's first line and its last, and was not taken for a part of it."""
    taken = {" ".join(line.split()) for line in body.split("\n")}
    lines = [" ".join(line.split()) for line in seen.split("\n")]
    places = [number for number, line in enumerate(lines) if line and line in taken]
    if not places:
        return ()
    between = dict.fromkeys(lines[places[0] : places[-1]])
    left = [line for line in between if line and line not in taken]
    told = [line for line in left if is_long_sentence(line) or says_something(line)]
    return tuple(Removed(line, Why.NOT_TAKEN) for line in told[:_MOST_TOLD])


def _described(body: str) -> str:
    """An articleBody as text: it may be plain, plain with entities, or HTML; its lines are its paragraphs."""
    plain = unescape(body) if "<" not in body else body
    if _HAS_TAGS.search(plain):
        tree = parse(f"<html><body>{plain}</body></html>")
        strip_unseen(tree)
        settle(tree)
        return text_of(tree)
    text = unescape(plain).replace("\r\n", "\n").strip()
    return text if "\n\n" in text else text.replace("\n", "\n\n")


def _saved_from(start: str) -> str | None:
    found = _SAVED_FROM.search(start)
    return web_address(found[1] or found[2]) if found else None
