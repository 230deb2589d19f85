"""A frame: a pattern over the marked text of a phrase, and what it makes of a match (by ..., until ..., within ...).

The frames themselves are in `ends`, `windows` and `durations`; the first that matches reads the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from truce_tracker.deadlines.mentions import Mention, Scan

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
