"""Runs of English words that stand for somebody: their parts between commas, their head, their id. No names here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truce_tracker.articles.proposing import name_words as lists
from truce_tracker.articles.proposing.names import Entity
from truce_tracker.articles.proposing.tokens import Token

_BETWEEN = frozenset((",", "—", "(", ")", ":"))
_LEADS = frozenset(("but", "and", "that", "yet", "so", "while", "whereas", "as", "then", "or", "still", "also"))
_DESCRIBE = lists.ROLES | lists.ANALYSTS | lists.ANONYMOUS | {"head", "who", "fellow"}
_LONGEST_DESCRIPTION = 25  # words
_SMALL = frozenset(("a", "an", "the", "of", "in", "with", "to", "and"))


def by_commas(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The parts between commas, dashes and brackets, none of them empty."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in _BETWEEN:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def is_adverbial(part: Sequence[Token]) -> bool:
    """Whether a part begins like no subject: "On Thursday", "asked about it", "who heads the mission"."""
    pair = part[0].lower in ("both", "last", "others") and len(part) == 2
    return part[0].lower in lists.ADVERBIALS and not pair


def is_description(part: Sequence[Token]) -> bool:
    """Whether a part describes somebody: "a spokesman for the group", "head of marine"."""
    return any(token.base in _DESCRIBE for token in part) and len(part) <= _LONGEST_DESCRIPTION


def without_lead(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without "But", "And", "that" and signs at the beginning."""
    start = 0
    while start < len(tokens) and (tokens[start].lower in _LEADS or not tokens[start].is_word):
        start += 1
    return tokens[start:]


def head_end(tokens: Sequence[Token], entities: Sequence[Entity]) -> int:
    """Where the head of a noun phrase ends: before an "of", "who", "familiar" that stands in no name."""
    inside = {place for entity in entities for place in range(entity.start, entity.end)}
    for place in range(1, len(tokens)):
        word = tokens[place].lower
        ends = word in lists.NOT_HEADS or (word.endswith("ing") and place > 1)
        if ends and place not in inside:
            return place
    return len(tokens)


def up_to_relative(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without the clause that "who", "which" or "that" begins."""
    for place, token in enumerate(tokens):
        if place and token.lower in ("who", "whose", "which", "that"):
            return tokens[:place]
    return tokens


def slug(name: str) -> str:
    """An id proposed for a new speaker: small Latin letters and hyphens; "speaker" where the name has none."""
    words = re.findall(r"[a-z0-9]+", name.lower().replace("’", "").replace("'", ""))
    words = [word for word in words if word not in _SMALL] or words
    return "-".join(words[:5])[:80] or "speaker"
