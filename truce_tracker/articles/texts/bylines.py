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
_NO_NAME = frozenset(
    ("admin", "administrator", "editor", "editors", "staff", "author", "unknown", "none", "null", "guest", "user",
     "newsroom", "root")
)  # fmt: skip
_SURNAME_FIRST = re.compile(r"[^\s,]+, [^\s,]+(?: [^\s,]+)?")
_MAX_NAME, _MAX_NAMES = 80, 50


def authors_in(bylines: Iterable[str]) -> tuple[str, ...]:
    """The names in these bylines, in their order, each once."""
    names = [name for byline in bylines for name in _names(byline[:1_000])]
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))[:_MAX_NAMES]


def _names(byline: str) -> list[str]:
    byline = byline.strip()
    if before := _BEFORE.match(byline):
        byline = byline[before.end() :]
    if _SURNAME_FIRST.fullmatch(byline) and not count_han(byline):
        return [byline]
    parts = [part.strip(" .,;:|") for part in _SEPARATORS.split(byline)]
    return [part for part in parts if part]


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= _MAX_NAME or _NOT_IN_A_NAME.search(name) or name.casefold() in _NO_NAME:
        return False
    return len(name) <= 12 if count_han(name) else len(name.split()) <= 6
