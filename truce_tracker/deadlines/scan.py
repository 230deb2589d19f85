"""A phrase while it is read: its text, with a mark where a mention (``<d0>``) or a length (``<n0>``) stood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from truce_tracker.deadlines.mentions import Mention


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: 90 days, one year. `unit` is day, week, month or year."""

    words: str
    count: int
    unit: str


@dataclass(slots=True)
class Scan:
    """The text of one phrase and what was found in it. Patterns are compiled on first use (and kept by `re`)."""

    said: date
    text: str
    mentions: list[Mention] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)

    def find(self, pattern: str, read: Reader) -> None:
        """Put a mark wherever the pattern stands and `read` makes something of it; where it gives None, nothing."""
        self.text = re.sub(pattern, lambda match: self._mark(read(match, self), match[0]), self.text)

    def _mark(self, found: Mention | Length | None, text: str) -> str:
        if isinstance(found, Mention):
            self.mentions.append(found)
            return f"<d{len(self.mentions) - 1}>"
        if isinstance(found, Length):
            self.lengths.append(found)
            return f"<n{len(self.lengths) - 1}>"
        return text

    def mention(self, number: str) -> Mention:
        """The mention behind a mark, by the digits of the mark."""
        return self.mentions[int(number)]


Reader = Callable[[re.Match[str], Scan], Mention | Length | None]
Rules = tuple[tuple[str, Reader], ...]
