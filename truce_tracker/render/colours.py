"""Which words of a table have a colour. The word itself is always there: a colour only makes it seen sooner.

Only verdicts are coloured: a status, a state, a position, a stance. Never a word of a quote or of a text. They are
spelled out here, and a test holds them to the vocabulary: loading the verdicts takes a table 2 ms.
"""

from __future__ import annotations

import re

_WORDS = {
    "red": (
        *("denied", "denies", "overdue", "unmet", "reports-unmet", "withdrawn", "withdraws", "drops", "lapsed"),
        *("late", "not done", "breach reported", "reports-breach", "ended", "reports-ended"),
    ),
    "yellow": (
        *("unacknowledged", "conditional", "affirms-if", "partial", "affirms-in-part", "declined", "declines"),
        *("proposed", "proposes", "met late", "disputed", "alone", "unannounced", "softened", "never", "never checked"),
    ),
    "green": ("agreed", "undertaken", "affirms", "reports-met", "met", "done", "in force"),
    "dim": ("silent", "unclaimed", "moved", "variant", "waiting", "third party", "off record"),
}

TONES = {word: tone for tone, words in _WORDS.items() for word in words}

TONED = re.compile(rf"(?<![\w.-])(?:{'|'.join(sorted(TONES, key=len, reverse=True))})(?![\w.-])")
"""Finds those words where they stand alone, not as a piece of an id."""
