"""Times in an English text: the phrase of a deadline, and the day on which something was said.

A phrase is only found here; `truce_tracker.deadlines` reads it, and where it reads no day there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from truce_tracker.articles.proposing.sentences import Token, verbatim
from truce_tracker.articles.proposing.words import english as lists
from truce_tracker.dates import EdtfDate
from truce_tracker.deadlines import read_phrase_between

_LASTS = re.compile(
    r"for (?:an? )?(?:initial |additional |further |another )*(?:period of )?\S+ (?:day|week|month|year)s?"
)
_VAGUE = re.compile(r"\bin the (?:coming|next few) (?:days|weeks|months|years)\b|\bin the (?:short|near) term\b", re.I)
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FRAMES: dict[str, list[list[str]]] = {}  # by their first word, the longest first: "on or before" before "on"
for _frame in sorted(lists.FRAMES, key=len, reverse=True):
    _FRAMES.setdefault(_frame.split()[0], []).append(_frame.split())
_NUMBER = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A phrase as the text has it (line breaks made spaces), the day it reads as (None: it names none), its place."""

    phrase: str
    due: str | None
    start: int
    end: int
    is_strong: bool  # by, until, within ...: it can only be a deadline


def english_deadlines(tokens: Sequence[Token], whole: str, said: EdtfDate | None) -> list[Deadline]:
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
    # a day that was past when it was said is history: "agreed on 30 October"
    return reading.due.isoformat() if reading.due and reading.due >= said.first else None


def day_said(tokens: Sequence[Token], published: EdtfDate | None) -> str | None:
    """The day that a run of tokens names ("on November 16th", "Thursday"): the last such day up to the article's."""
    # news names days without a year, and means the last one; `datetime` has no day before the year 1
    if published is None or published.first.year == 1:
        return None
    for place, token in enumerate(tokens):
        day = _weekday(tokens, place, published) or _month_day(tokens, place, published)
        if day:
            return day.isoformat()
        if token.lower == "yesterday" and published.is_day:
            return (published.first - timedelta(1)).isoformat()
    return None


def last_such_day(month: int, day: int, year: int | None, published: EdtfDate) -> date | None:
    """The last such day up to the article's; None where the article's day leaves open which one."""
    try:
        if year:
            return date(year, month, day)
        ends = {_up_to(month, day, end) for end in (published.first, published.last)}
    except ValueError:
        return None
    return ends.pop() if len(ends) == 1 else None


def last_weekday(weekday: int, published: EdtfDate) -> date | None:
    """The last such weekday (Monday is 0) up to the article's day; None where that is not one day."""
    return published.first - timedelta((published.first.weekday() - weekday) % 7) if published.is_day else None


def _frame_at(tokens: Sequence[Token], place: int) -> list[str]:
    for words in _FRAMES.get(tokens[place].lower, ()):
        if [token.lower for token in tokens[place : place + len(words)]] == words:
            return words
    return []


def _time_end(tokens: Sequence[Token], start: int) -> int:
    """Where the run of time words that begins at `start` ends; 0 where there is none.

    It ends with a core, so that "by Friday and the" gives the "and the" back.
    """
    end, core = start, 0
    while end < len(tokens) and (kind := _kind(tokens, end)):
        end += 1
        core = end if kind == "core" else core
    return core


def _kind(tokens: Sequence[Token], place: int) -> str:
    """Whether a token is the core of a time, joins one, or (empty) neither."""
    token = tokens[place]
    word = token.base.removesuffix(".")
    counts = place + 1 < len(tokens) and tokens[place + 1].lower in lists.GOODS
    if (word in lists.MONTH_WORDS and token.is_capital) or word in lists.CORE or (_YEAR.fullmatch(word) and not counts):
        return "core"
    if _DAY.fullmatch(word):
        near = (item.base for item in tokens[max(place - 3, 0) : place + 3])
        return "" if counts else "core" if not lists.MONTH_WORDS.isdisjoint(near) else "joining"
    return "joining" if word in lists.JOINING or token.text in (",", ".") or _CLOCK.fullmatch(token.text) else ""


def _read(tokens: Sequence[Token], whole: str, said: EdtfDate | None, frame: str) -> Deadline | None:
    while tokens and not tokens[-1].is_word:
        tokens = tokens[:-1]
    phrase = verbatim(whole, tokens)
    due = day_read(phrase, said)
    strong = frame in lists.STRONG_FRAMES or bool(_LASTS.fullmatch(phrase.lower()))
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


def _weekday(tokens: Sequence[Token], place: int, published: EdtfDate) -> date | None:
    token = tokens[place]
    before = tokens[place - 1].lower if place else ""
    if token.base not in lists.WEEKDAYS or not token.is_capital or before in lists.NO_DAY_SAID:
        return None
    return last_weekday(lists.WEEKDAYS.index(token.base), published)


def _month_day(tokens: Sequence[Token], place: int, published: EdtfDate) -> date | None:
    token = tokens[place]
    before = tokens[place - 1] if place else None
    if token.base not in lists.MONTH_WORDS or not token.is_capital or (before and before.lower in lists.NO_DAY_SAID):
        return None
    after = [item.base for item in tokens[place + 1 : place + 5] if item.is_word]
    number = _NUMBER.fullmatch(after[0]) if after else None
    if number:
        after = after[1:]
    elif before:
        number = _NUMBER.fullmatch(before.base)
    year = int(after[0]) if after and _YEAR.fullmatch(after[0]) else None
    return last_such_day(lists.MONTHS.index(token.base[:3]) + 1, int(number[1]), year, published) if number else None


def _up_to(month: int, day: int, end: date) -> date:
    this_year = date(end.year, month, day)
    return this_year if this_year <= end else date(end.year - 1, month, day)
