"""Patterns of words for texts whose lines may be broken anywhere: a space in a pattern stands for any white space."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(patterns: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """One pattern for several, capitals or small letters; `before` and `after` hold for each of them."""
    return re.compile(f"{before}(?:{'|'.join(patterns)}){after}".replace(" ", r"\s+"), re.IGNORECASE)
