"""What a phrase can name (a day, a month, a length of time ...), the phrase with a mark where each of them stood, and
the frames over the marked text: a pattern, and what it makes of a match (by ..., until ..., within ...).

No word is read here. The frames themselves are in `ends`, `windows` and `durations`; the first that matches reads the
phrase.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

Span = tuple[date, date]  # first and last day, both included

PRECISIONS = {
    "day": "day", "holiday": "day", "weekday": "day", "month": "month", "quarter": "quarter", "half": "quarter",
    "season": "quarter", "year": "year", "week": "week", "decade": "year",
}  # fmt: skip


class NoDayError(ValueError):
    """No day can be read honestly; the text says why in plain words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day or period that a phrase names. Without a year `at` gives its span in any year; else `options` holds all
    spans that it can mean, in order."""

    words: str
    kind: str  # a key of PRECISIONS
    options: tuple[Span, ...] = ()
    at: Callable[[int], Span | None] | None = None
    edge: str = ""  # "end": its end is named; "mid": its middle
    several: bool = False  # a run of days, months, years: "10-15 November"
    relative: bool = False  # counted from the day it was said: "tomorrow", "this month"
    note: str = ""

    @property
    def precision(self) -> str:
        """How precisely it names a day: day, week, month, quarter or year."""
        return PRECISIONS[self.kind]

    @property
    def is_stated(self) -> bool:
        """Whether the words alone say which one it is, whenever they were said: its year is there."""
        return len(self.options) == 1 and not self.relative and self.kind != "weekday"

    @property
    def is_day(self) -> bool:
        """Whether it is one day of the calendar, from which other days can be counted."""
        return self.precision == "day" and not self.several

    def near(self, day: date) -> Sequence[Span]:
        """What it can mean around a day, in order."""
        if self.options or not self.at:
            return self.options
        years = range(max(day.year - 1, 1), min(day.year + 1, 9999) + 1)
        return [span for span in map(self.at, years) if span]

    def narrowed(self, words: str, keep: Callable[[Span], Span | None], **changes: object) -> Mention:
        """The same with each span changed by `keep`; a span for which it gives None is dropped."""
        at = self.at
        options = tuple(span for span in map(keep, self.options) if span)
        yearly = (lambda year: (span := at(year)) and keep(span)) if at else None
        return replace(self, words=words, options=options, at=yearly, **changes)  # type: ignore[arg-type]

    def in_year(self, year: int, words: str, relative: bool = False) -> Mention:
        """The same in a year that is said. Raises NoDayError where that year has none."""
        span = self.at(year) if self.at else None
        if not span:
            raise NoDayError(f"there is no {self.words} in {year}")
        return replace(self, words=words, options=(span,), relative=relative)


def day_span(year: int, month: int, day: int) -> Span | None:
    """One day as a span; None where the calendar has no such day."""
    try:
        return (date(year, month, day),) * 2
    except ValueError:
        return None


def months_span(year: int, first: int, last: int) -> Span:
    """From the first day of one month to the last day of another month of a year."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


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

    def spelled(self, text: str) -> str:
        """A run of the text with the words in place of their marks."""
        for _ in range(3):  # a mark's own words can hold marks
            text = re.sub(r"<([dn])([0-9]+)>", self._words, text)
        return text

    def _words(self, mark: re.Match[str]) -> str:
        return (self.mentions if mark[1] == "d" else self.lengths)[int(mark[2])].words

    def mention(self, number: str) -> Mention:
        """The mention behind a mark, by the digits of the mark."""
        return self.mentions[int(number)]


Reader = Callable[[re.Match[str], Scan], Mention | Length | None]
Rules = tuple[tuple[str, Reader], ...]


# words before a frame (^) with which its day is no deadline, or another's
DENIALS = (
    r"(?:\b(?:not(?! only| just)|never|cannot|unlikely|neither|nor|impossible|fail(?:s|ed|ing|ure)?)\b"
    r"|\bmiss(?:es|ed|ing)?\b|n't\b|\bno\b(?!\.? ?[0-9])).*\^"
)
OF_AN_EVENT = (  # "after the summit in November", "before the truce expires on November 10"
    r"\b(?:after|before|since|until|till|following|by|prior to|ahead of|past|beyond|at(?! least| most| [0-9])"
    r"|for (?:the|an?)|during|when|once|if|unless|whether)\b.*\^"
)
MOVED = r"\b(?:extend|postpon|delay|defer|mov|push|put off|reschedul|chang|brought).*\^"
WELL = r"\b(?:well|long|just|right|even|shortly|soon|immediately) \^"  # "well before Christmas"
START = (
    r"(?:effective|start(?:s|ing)?|begin(?:s|ning)?|commenc(?:es|ing)|tak(?:es?|ing) effect|in effect (?:from|since)"
    r"|(?:comes?|coming|goes|go|going|enters?|entering) into (?:force|effect)|with effect from|as (?:of|from)|from)"
)
_PREPOSITIONS = r"(?:(?:on|at|in|of|the) ){0,3}"


def day(name: str) -> str:
    """The pattern of a marked mention, its number in the group `name`."""
    return rf"{_PREPOSITIONS}<d(?P<{name}>[0-9]+)>"


@dataclass(frozen=True, slots=True)
class Found:
    """What a frame read: not before `from_day`, not after `due`."""

    from_day: date | None
    due: date | None
    precision: str
    rule: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern, what it makes of a match, and the words around (``^`` is the match) with which it is not certain."""

    pattern: str
    read: Callable[[re.Match[str], Scan], Found]
    unless: str = ""


def found(words: str, mention: Mention, effect: str, from_day: date | None, due: date | None) -> Found:
    """A reading with its rule in words: ``by a holiday: the day itself counts (Thanksgiving is ...)``."""
    before = {"end": "the end of a", "mid": "the middle of a"}.get(mention.edge, "a")
    name = f"a run of {mention.kind}s" if mention.several else f"{before} {mention.kind}"
    note = f" ({mention.note})" if mention.note else ""
    return Found(from_day, due, mention.precision, f"{words} {name}: {effect}{note}")
