"""Runs of English words that stand for somebody: their parts, their head, and the new voice that they make.

A new voice is called as the text calls it, with a party only where the words give one. Who of the ledger is named is
told in `names`.
"""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing.english.names import Entity, Names
from truce_tracker.articles.proposing.proposer import NewSpeaker
from truce_tracker.articles.proposing.sentences import Token, verbatim
from truce_tracker.articles.proposing.utterance import Voice, new_voice, slug
from truce_tracker.articles.proposing.words import english as lists

_BETWEEN = frozenset((",", "—", "(", ")", ":"))
_LEADS = frozenset(("but", "and", "that", "yet", "so", "while", "whereas", "as", "then", "or", "still", "also"))
_DESCRIBE = lists.ROLES | lists.ANALYSTS | lists.ANONYMOUS | {"head", "who", "fellow"}
_LONGEST_DESCRIPTION = 25  # words
MOST_WORDS = 12  # of a description that stands for a name
_NEAR = 4  # words after a head within which a party can be named: "a negotiator for the Front"
_OF_A_PARTY = frozenset(("for", "of", "within", "from", "inside", "close"))


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
        # "a source | close to the talks", "an official | speaking on condition of anonymity"
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


class NewVoices:
    """Makes new voices from the words of one text."""

    def __init__(self, names: Names, whole: str) -> None:
        self._names = names
        self._whole = whole

    def person(self, name: str, role: str, beside: Sequence[Token], kind: str = "person") -> Voice:
        """A named person; an analyst stands for no party."""
        if any(token.base in lists.ANALYSTS for token in beside):
            return new_voice(name, None, "analyst", role or None)
        return new_voice(name, self.party_beside(beside), kind, role or None)

    def institution(self, name: str, beside: Sequence[Token]) -> Voice:
        """An institution, with the party that the words beside it name."""
        return new_voice(name, self.party_beside(beside), "institution")

    def anonymous(self, tokens: Sequence[Token], head: int) -> Voice:
        """People who are not named: their words bind nobody."""
        described = up_to_relative(tokens)
        analyst = any(token.base in lists.ANALYSTS for token in tokens[:head])
        name = verbatim(self._whole, described[:MOST_WORDS])
        party = None if analyst else self._party_of_anonymous(described, head)
        word = tokens[head - 1].base
        kind = "analyst" if analyst else "anonymous"
        new = NewSpeaker(slug(name), name, party, None, False)
        return Voice(None, new, party, False, name, kind, word.endswith("s") or word in ("people", "media"))

    def party_beside(self, context: Sequence[Token]) -> str | None:
        """The one party that words name, or that of an institution which they name; none where there are two."""
        found = {entity.party for entity in self._names.entities(context) if entity.kind != "name"}
        found |= {self._names.party_of(token.base) for token in context}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    def _party_of_anonymous(self, tokens: Sequence[Token], head: int) -> str | None:
        """ "Chinese officials", "a negotiator for the Front"; but not "traders who know of China's orders"."""
        after = tokens[head : head + _NEAR] if head < len(tokens) and tokens[head].lower in _OF_A_PARTY else ()
        return self.party_beside((*tokens[:head], *after))
