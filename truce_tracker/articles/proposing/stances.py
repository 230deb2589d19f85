"""Words of a claim -> its stance, and the words that made it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truce_tracker.articles.proposing.chinese_stance_words import CHINESE
from truce_tracker.articles.proposing.stance_words import ENGLISH
from truce_tracker.vocabulary import Stance

_CHINESE_TEXT = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Sign:
    """What words mean, and the place of the words in the searched text; without words ``start == end``."""

    value: str
    start: int = 0
    end: int = 0


def stance_of(words: str) -> Sign:
    """The stance of a run of words; ``mentions``, by no word, where none fits."""
    return _chinese(words) if _CHINESE_TEXT.search(words) else _english(words)


def _english(words: str) -> Sign:
    """The words that come first decide ("agreed not to stop" affirms); of reports the firmest one.

    Conditions anywhere ("only if", "as long as") make a promise a promise in part.
    """
    found = {stance: match for stance, pattern in ENGLISH if (match := pattern.search(words))}
    condition = found.pop(Stance.AFFIRMS_IN_PART, None)
    if not found:
        return Sign(Stance.MENTIONS.value)
    first = min(found, key=lambda stance: found[stance].start())  # of two at one place, the first of the rules
    if first.reports:
        first = next(stance for stance in found if stance.reports)
    match = found[first]
    if condition and first == Stance.AFFIRMS:
        return Sign(Stance.AFFIRMS_IN_PART.value, *condition.span())
    return Sign(first.value, *match.span())


def _chinese(words: str) -> Sign:
    for stance, pattern in CHINESE:
        if match := pattern.search(words):
            return Sign(stance.value, *match.span())
    return Sign(Stance.MENTIONS.value)
