"""Bylines -> the names in them. A name is kept as written; what is no name is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from truce_tracker.articles.texts.characters import count_han

_BEFORE = re.compile(
    r"(?:written |reporting |story )?by\s+|authors?:\s*|(?:本报|本報)?(?:记者|記者|作者)\s*[:：/|]?\s*"
    r"|撰?文\s*[:：/|]\s*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*[;；、|]\s*|\s*,?\s+(?:and|&)\s+|\s*[,，]\s+|，", re.IGNORECASE)
_NOT_IN_A_NAME = re.compile(r"[@/<>{}\[\]=\d]|https?:|www\.")
_NO_NAME = re.compile(
    r"(?:the )?(?:web ?)?(?:admin(?:istrator)?|editor(?:ial)?s?|authors?|unknown|none|null|guest|user|newsroom|root"
    r"|publishers?|webmaster|follow(?:ing)?|share|subscribe|contributors?|correspondents?|reporters?|journalists?"
    r"|anonymous|by|default|test|press (?:office|release|team)|news (?:desk|team|agency|agencies)|agenc(?:y|ies)"
    r"|super ?user|site admin|redaktion|redacción|staff(?: writers?| reporters?)?|editorial (?:staff|team|board)"
    r"|(?:our|special|staff|senior|chief) (?:correspondent|reporter|writer|editor)s?|read more|about the author"
    r"|view (?:all|profile)|more (?:from|by)\b.*|follow\b.*|see all\b.*"
    r"|[本佚]名|本网|本站|本报讯?|编辑部|编辑|编者|记者|作者|管理员|新闻办公室|佚名|匿名)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|审核|審核|校对|校對|监制|監製|来源|來源|稿源|供稿|发布|翻译|编译|排版"
    r"|美编|editor|edited by|source|photo(?:graph)?s?(?: by)?)\s*[:：/]",
    re.IGNORECASE,
)
"""Who had a hand in it, and wrote nothing of it."""
_SURNAME_FIRST = re.compile(r"[^\s,]+, [^\s,]+(?: [^\s,]+)?")
_MAX_NAME, _MAX_NAMES = 80, 50


def authors_in(bylines: Iterable[str]) -> tuple[str, ...]:
    """The names in these bylines, in their order, each once."""
    names = [name for byline in bylines for name in _names(byline[:1_000])]
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))[:_MAX_NAMES]


def _names(byline: str) -> list[str]:
    byline = byline.strip()
    if _ROLE.match(byline):
        return []
    if before := _BEFORE.match(byline):
        byline = byline[before.end() :]
    if _SURNAME_FIRST.fullmatch(byline) and not count_han(byline):
        return [byline]
    parts = [part.strip(" .,;:|") for part in _SEPARATORS.split(byline)]
    return [part for part in parts if part]


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= _MAX_NAME or _NOT_IN_A_NAME.search(name) or _NO_NAME.fullmatch(name):
        return False
    return len(name) <= 12 if count_han(name) else len(name.split()) <= 6
