"""Which words of a table have a colour. The word itself is always there: a colour only makes it seen sooner."""

from __future__ import annotations

import re

_WORDS = {
    "red": "denied denies overdue unmet reports-unmet withdrawn withdraws lapsed",
    "yellow": "unacknowledged partial affirms-in-part declined declines proposed proposes met_late alone"
    " unannounced softened never never_checked",
    "green": "agreed undertaken affirms reports-met met in_force",
    "dim": "silent unclaimed moved third_party off_record",
}

TONES = {word.replace("_", " "): tone for tone, words in _WORDS.items() for word in words.split()}

TONED = re.compile(rf"(?<![\w.-])(?:{'|'.join(sorted(TONES, key=len, reverse=True))})(?![\w.-])")
"""Finds those words where they stand alone, not as a piece of an id."""
