"""Pages that stand before an article, or in its place: a login, a consent, a robot check. Told by what little they say.

A page with an article on it passes, whatever else is there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.characters import count_han, is_long_sentence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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


def check_gate(tree: HtmlElement, seen: str, body: str) -> None:
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
