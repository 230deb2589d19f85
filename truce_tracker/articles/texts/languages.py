"""Which language a text is in, as far as its letters tell: Chinese, and plain English. No word of it is read."""

from __future__ import annotations

import re

from truce_tracker.articles.texts.characters import count_han

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?", re.DOTALL)
_KANA = re.compile("[\u3041-\u30ff]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    ("the", "of", "and", "that", "with", "for", "was", "which", "said", "from", "has", "have", "been", "would", "by")
)
_LOOKED_AT = 50_000
_HAN_SHARE, _KANA_SHARE, _ENGLISH_SHARE = 0.3, 0.05, 0.12
_WORDS_TO_JUDGE = 30
_WRITTEN_IN_HAN = frozenset({"zh", "yue", "cmn", "ja", "ko"})


def language_of(declared: str | None, text: str) -> str | None:
    """The language that the page declares, unless its letters say otherwise; else what the letters say, or None.

    `declared` is a tag in any spelling (``zh-CN``, ``en_US``).
    """
    said, seen = primary_tag(declared), _seen(text)
    if seen == "zh" and said not in _WRITTEN_IN_HAN:
        return seen
    return said or seen


def primary_tag(tag: str | None) -> str | None:
    """``en`` for ``en-US`` and ``en_US``; None where it is no language tag."""
    found = _TAG.fullmatch((tag or "").strip())
    return found[1].lower() if found else None


def _seen(text: str) -> str | None:
    words = _WORD.findall(text[:_LOOKED_AT])
    letters = sum(map(len, words))
    if not letters:
        return None
    joined = "".join(words)
    if count_han(joined) > _HAN_SHARE * letters:
        return None if len(_KANA.findall(joined)) > _KANA_SHARE * letters else "zh"
    common = sum(word.lower() in _ENGLISH for word in words)
    return "en" if len(words) >= _WORDS_TO_JUDGE and common > _ENGLISH_SHARE * len(words) else None
