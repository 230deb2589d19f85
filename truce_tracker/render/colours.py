"""Which words of a table have a colour. The word itself is always there: a colour only makes it seen sooner.

They are spelled out here, and a test holds them to the vocabulary: loading the verdicts takes a table 2 ms.
"""

from __future__ import annotations

import re

_WORDS = {
    "red": ("denied", "denies", "overdue", "unmet", "reports-unmet", "withdrawn", "withdraws", "lapsed"),
    "yellow": (
        *("unacknowledged", "partial", "affirms-in-part", "declined", "declines", "proposed", "proposes", "met late"),
        *("alone", "unannounced", "softened", "never", "never checked"),
    ),
    "green": ("agreed", "undertaken", "affirms", "reports-met", "met", "in force"),
    "dim": ("silent", "unclaimed", "moved", "third party", "off record"),
}

TONES = {word: tone for tone, words in _WORDS.items() for word in words}

TONED = re.compile(rf"(?<![\w.-])(?:{'|'.join(sorted(TONES, key=len, reverse=True))})(?![\w.-])")
"""Finds those words where they stand alone, not as a piece of an id."""
