"""Words of a claim -> its stance, how firmly (modality) and in what form (instrument) it was said, and by which words.

The patterns are in `words.stances`; here only which of them decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.articles.proposing.words.evidence import NEUTRAL, THREAT
from truce_tracker.articles.proposing.words.stances import CHINESE, ENGLISH, INSTRUMENTS, MODALITIES, RETOLD
from truce_tracker.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Sign:
    """What words mean, and the place of the words in the searched text; without words ``start == end``."""

    value: str
    start: int = 0
    end: int = 0


def stance_of(words: str) -> Sign:
    """The stance of a run of words; ``mentions``, by no word, where none fits."""
    if THREAT.search(words):
        return Sign(Stance.MENTIONS.value)  # "if China does not buy": nobody says that it will, or does not
    neutral = NEUTRAL.search(words)
    bare = NEUTRAL.sub(_blank, words)
    sign = _chinese(bare) if CHARACTER.search(bare) else _english(bare)
    return Sign(Stance.MENTIONS.value) if neutral and sign.start >= neutral.end() else sign


def modality_of(words: str) -> Sign | None:
    """How firmly it is said; None where no word tells."""
    found = ((value, pattern.search(words)) for value, pattern in MODALITIES.items())
    return next((Sign(value.value, *match.span()) for value, match in found if match), None)


def instrument_of(words: str) -> Sign | None:
    """The form in which it was said; None where no word tells."""
    found = ((value, pattern.search(words)) for value, pattern in INSTRUMENTS.items())
    return next((Sign(value.value, *match.span()) for value, match in found if match), None)


def _blank(found: re.Match[str]) -> str:
    """What says nothing, "did not rule out", is not read; the places hold."""
    return " " * len(found[0])


def _english(words: str) -> Sign:
    """The words that come first decide ("agreed not to stop" affirms); of reports the firmest one.

    Conditions anywhere ("only if", "as long as") make a promise a promise in part.
    """
    found = {stance: match for stance, pattern in ENGLISH if (match := pattern.search(words))}
    condition = found.pop(Stance.AFFIRMS_IN_PART, None)
    if not found:
        return Sign(Stance.MENTIONS.value)
    first = min(found, key=lambda stance: found[stance].start())  # of two at one place, the first of the rules
    # "so far it has not bought": what is not done outweighs the words of progress around it
    if first.reports:
        first = next(stance for stance in found if stance.reports)
    match = found[first]
    if first == Stance.AFFIRMS and RETOLD.search(words, 0, match.start() + 1):
        return Sign(Stance.MENTIONS.value)
    if condition and first == Stance.AFFIRMS:
        return Sign(Stance.AFFIRMS_IN_PART.value, *condition.span())
    return Sign(first.value, *match.span())


def _chinese(words: str) -> Sign:
    """The firmest stance that any word has: a Chinese clause is short, and its order tells less."""
    for stance, pattern in CHINESE:
        if match := pattern.search(words):
            return Sign(stance.value, *match.span())
    return Sign(Stance.MENTIONS.value)
