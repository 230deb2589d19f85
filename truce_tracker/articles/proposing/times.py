"""Times in an English text: the phrase of a deadline, with the day that it reads as.

A phrase is only found here; `truce_tracker.deadlines` reads it, and where it reads no day there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from truce_tracker.articles.proposing.time_words import CORE, FRAMES, GOODS, JOINING, MONTH_WORDS, STRONG_FRAMES
from truce_tracker.articles.proposing.tokens import Token, verbatim
from truce_tracker.dates import EdtfDate
from truce_tracker.deadlines import read_phrase_between

_LASTS = re.compile(
    r"for (?:an? )?(?:initial |additional |further |another )*(?:period of )?\S+ (?:day|week|month|year)s?"
)
_VAGUE = re.compile(r"\bin the (?:coming|next few) (?:days|weeks|months|years)\b|\bin the (?:short|near) term\b", re.I)
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FRAMES: dict[str, list[list[str]]] = {}  # by their first word, the longest first
for _frame in sorted(FRAMES, key=len, reverse=True):
    _FRAMES.setdefault(_frame.split()[0], []).append(_frame.split())


@dataclass(frozen=True, slots=True)
class Deadline:
    """A phrase as the text has it (line breaks made spaces), the day it reads as (None: it names none), its place."""

    phrase: str
    due: str | None
    start: int
    end: int
    is_strong: bool  # by, until, within ...: it can only be a deadline


def deadlines(tokens: Sequence[Token], whole: str, said: EdtfDate | None) -> list[Deadline]:
    """The deadline phrases in a run of tokens, from left to right."""
    found: list[Deadline] = []
    place = 0
    while place < len(tokens):
        frame = _frame_at(tokens, place)
        end = _time_end(tokens, place + len(frame)) if frame else 0
        deadline = _read(tokens[place:end], whole, said, " ".join(frame)) if end else None
        if deadline:
            found.append(deadline)
        place = end if deadline else place + 1
    return found or _vague(tokens, whole)


@lru_cache(maxsize=1024)
def day_read(phrase: str, said: EdtfDate | None) -> str | None:
    """The day a phrase reads as on every day on which it can have been said; None for one that was past by then."""
    if said is None:
        return None
    reading = read_phrase_between(phrase, said.first, said.last)
    return reading.due.isoformat() if reading.due and reading.due >= said.first else None


def _frame_at(tokens: Sequence[Token], place: int) -> list[str]:
    for words in _FRAMES.get(tokens[place].lower, ()):
        if [token.lower for token in tokens[place : place + len(words)]] == words:
            return words
    return []


def _time_end(tokens: Sequence[Token], start: int) -> int:
    """Where the run of time words that begins at `start` ends; 0 where there is none."""
    end, core = start, 0
    while end < len(tokens) and (kind := _kind(tokens, end)):
        end += 1
        core = end if kind == "core" else core
    return core


def _kind(tokens: Sequence[Token], place: int) -> str:
    """Whether a token is the core of a time, joins one, or (empty) neither."""
    token = tokens[place]
    word = token.base.removesuffix(".")
    counts = place + 1 < len(tokens) and tokens[place + 1].lower in GOODS
    if (word in MONTH_WORDS and token.is_capital) or word in CORE or (_YEAR.fullmatch(word) and not counts):
        return "core"
    if _DAY.fullmatch(word):
        near = (item.base for item in tokens[max(place - 3, 0) : place + 3])
        return "" if counts else "core" if not MONTH_WORDS.isdisjoint(near) else "joining"
    return "joining" if word in JOINING or token.text in (",", ".") or _CLOCK.fullmatch(token.text) else ""


def _read(tokens: Sequence[Token], whole: str, said: EdtfDate | None, frame: str) -> Deadline | None:
    while tokens and not tokens[-1].is_word:
        tokens = tokens[:-1]
    phrase = verbatim(whole, tokens)
    due = day_read(phrase, said)
    strong = frame in STRONG_FRAMES or bool(_LASTS.fullmatch(phrase.lower()))
    kept = due or strong or _names_several(phrase, said)
    return Deadline(phrase, due, tokens[0].start, tokens[-1].end, strong) if kept else None


def _names_several(phrase: str, said: EdtfDate | None) -> bool:
    """Whether a phrase names a day in each of several periods: the ledger asks for `repeats` then."""
    return said is not None and read_phrase_between(phrase, said.first, said.last).repeats is not None


def _vague(tokens: Sequence[Token], whole: str) -> list[Deadline]:
    if not tokens:
        return []
    found = _VAGUE.search(whole, tokens[0].start, tokens[-1].end)
    return [Deadline(" ".join(found[0].split()), None, found.start(), found.end(), False)] if found else []
