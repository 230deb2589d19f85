"""Lists of words and patterns, by what they tell; the reading of them is elsewhere. Here: the two ways to write one."""

from __future__ import annotations

import re
from collections.abc import Iterable


def word_set(text: str) -> frozenset[str]:
    """The words of a text with spaces between them."""
    return frozenset(text.split())


def any_of(patterns: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """One pattern for several, capitals or small letters; `before` and `after` hold for each of them."""
    return re.compile(f"{before}(?:{'|'.join(patterns)}){after}".replace(" ", r"\s+"), re.IGNORECASE)
