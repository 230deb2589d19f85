"""What both languages are read into: a voice and the run of words that it says."""

from __future__ import annotations

from dataclasses import dataclass, field

from truce_tracker.articles.proposing.known import Voice
from truce_tracker.articles.proposing.sentences import Sentence
from truce_tracker.articles.proposing.tokens import Token

LONGEST = 1500  # characters of a sentence that is read; nobody speaks longer than that in one


@dataclass(frozen=True, slots=True)
class Said:
    """A voice and a run of words that it says.

    `kind`: say (it is told), act (the verb is what is claimed), refuse, silence, quote (a sentence that is only
    quoted), item (of a list that somebody's words led to), author (the article's own), document (of a text that
    speaks for an institution).
    """

    voice: Voice
    verb: str  # the words of saying
    kind: str
    sentence: Sentence
    tokens: tuple[Token, ...] = field(repr=False)
    said: str | None = None  # the day, where the words of saying give one
