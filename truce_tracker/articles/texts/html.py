"""A saved or fetched page -> its article's text and what the page says about itself.

The body is what trafilatura finds; where JSON-LD has an articleBody more than twice as long, that is the body. Asked
for everything (`raw`), it is all that can be seen on the page. A page that stands before an article, or in its place (a
login, a consent, a robot check), is told by what little it says; one with an article on it passes.
"""

from __future__ import annotations

import logging
import re
from html import unescape
from typing import TYPE_CHECKING

from truce_tracker.articles.texts.article import MAX_TEXT, TOO_MUCH_TEXT, ArticleError, Metadata
from truce_tracker.articles.texts.blocks import text_of
from truce_tracker.articles.texts.characters import count_han, is_long_sentence
from truce_tracker.articles.texts.extraction import extracted_text
from truce_tracker.articles.texts.metadata import Said, metadata_of, web_address
from truce_tracker.articles.texts.trees import is_modest, parse, strip_unseen

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVED_FROM = re.compile(
    r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})|<!--\s{0,9}Page saved with SingleFile\s{1,9}url: (\S{1,2000})"
)
_HAS_TAGS = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|span|a|b|i|em|strong)\b[^<>]*>", re.IGNORECASE)
_XML_START = re.compile(r"\s*<\?xml[^>]*>")
_LONGER = 2
_LOOKED_AT = 4_000
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")
_ROBOT = re.compile(
    r"just a moment|attention required|access (?:to this page has been )?denied|are you (?:a robot|human)|captcha"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|unusual traffic|security check"
    r"|安全验证|安全驗證",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:enable|turn on|requires?|without) javascript|javascript is (?:disabled|required)|启用 ?javascript", re.I
)
_LOGIN = re.compile(
    r"\b(?:log|sign)[ -]?in\b|forgot(?:ten)? (?:your )?password|create an account|subscribe to (?:read|continue)"
    r"|already a (?:subscriber|member)|登录|登錄|登入|注册账号|忘记密码",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\bcookies?\b|\bconsent\b|before you continue|personal data|privacy", re.IGNORECASE)
_SHORT, _CONSENT_SHORT, _CONSENT_EVERY = 600, 4_000, 200
_INSTEAD = "open it in your browser, then save the page or paste the article's words"
_SAYS = {
    "robot": f"The site asks for a proof that no robot reads it, and shows no article: {_INSTEAD}",
    "login": f"This is a login or subscription page, with no article in it: {_INSTEAD}",
    "consent": f"This page asks for consent to cookies, and shows no article: {_INSTEAD}",
    "script": f"This page shows its article only by JavaScript, so there is none in it: {_INSTEAD}",
    "nothing": f"There is no article in this page: {_INSTEAD}",
}


def read_page(markup: str, name: str, raw: bool) -> tuple[str, Metadata]:
    """The text of the article on the page, and the metadata. `name` is the page's address, if it has one.

    Raises ArticleError for an empty page, one that is too large, and one with a login or the like and no article.
    """
    for logger in _LOGGERS:
        logging.getLogger(logger).addHandler(logging.NullHandler())
    tree = parse(_XML_START.sub("", markup, count=1))
    said = Said(tree, _saved_from(markup[:_LOOKED_AT]) or web_address(name))
    strip_unseen(tree)
    body = _body(tree, said, raw)
    metadata = metadata_of(said, body)
    return body, metadata


def _body(tree: HtmlElement, said: Said, raw: bool) -> str:
    page = tree.find("body")
    seen = text_of(tree if page is None else page)
    if raw and seen:
        return seen
    if len(seen) > MAX_TEXT:
        raise ArticleError(TOO_MUCH_TEXT)
    extracted = _extracted(tree, seen)
    described = _described(said.body())
    if len(described) > _LONGER * len(extracted):
        return described
    _check_gate(tree, seen, extracted)
    return extracted


def _extracted(tree: HtmlElement, seen: str) -> str:
    """What trafilatura takes for the article; all that is seen, where it finds none or the page is too odd for it."""
    return (extracted_text(tree) if is_modest(tree) else "") or seen


def _described(body: str) -> str:
    """An articleBody as text: it may be plain, plain with entities, or HTML; its lines are its paragraphs."""
    plain = unescape(body) if "<" not in body else body
    if _HAS_TAGS.search(plain):
        tree = parse(f"<html><body>{plain}</body></html>")
        strip_unseen(tree)
        return text_of(tree)
    text = unescape(plain).replace("\r\n", "\n").strip()
    return text if "\n\n" in text else text.replace("\n", "\n\n")


def _saved_from(start: str) -> str | None:
    found = _SAVED_FROM.search(start)
    return web_address(found[1] or found[2]) if found else None


def _check_gate(tree: HtmlElement, seen: str, body: str) -> None:
    """Raise ArticleError where the page has no article but something in its place.

    `seen` is all that can be seen on it, `body` the text that was taken for the article.
    """
    if what := _what_stands_here(tree, seen, body):
        raise ArticleError(_SAYS[what])


def _what_stands_here(tree: HtmlElement, seen: str, body: str) -> str | None:
    title = " ".join(tree.findtext(".//title", "").split())
    size = len(body) + count_han(body[:_SHORT])
    words = f"{title}\n{seen[:20_000]}"
    if size < _CONSENT_SHORT and len(_CONSENT.findall(body)) * _CONSENT_EVERY > size > _SHORT:
        return "consent"
    if size > _SHORT or (size > _SHORT // 3 and _sentences(body) > (2 if _asks(tree) else 1)):
        return None
    for what, sign in (("robot", _ROBOT), ("login", _LOGIN), ("consent", _CONSENT), ("script", _SCRIPT)):
        if sign.search(words) and (what != "login" or _asks(tree) or not _sentences(body)):
            return what
    return None if re.search(r"\w{2}", body) else "nothing"


def _asks(tree: HtmlElement) -> bool:
    return tree.find(".//input[@type='password']") is not None


def _sentences(body: str) -> int:
    return sum(is_long_sentence(line) for line in body.split("\n"))
