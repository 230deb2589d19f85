"""Voices that the ledger does not know: named as the text names them, with a party only where the words give one."""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing import name_words as lists
from truce_tracker.articles.proposing.known import KnownSpeaker, NewSpeaker, Voice
from truce_tracker.articles.proposing.names import Names, is_institution
from truce_tracker.articles.proposing.noun_phrases import slug, up_to_relative
from truce_tracker.articles.proposing.tokens import Token, verbatim

MOST_WORDS = 12  # of a description that stands for a name
_NEAR = 4  # words after a head within which a party can be named: "a negotiator for the Front"
_OF_A_PARTY = frozenset(("for", "of", "within", "from", "inside", "close"))


def known_voice(speaker: KnownSpeaker, text: str) -> Voice:
    """The voice of a speaker of the ledger."""
    kind = "institution" if is_institution(speaker) else "person"
    return Voice(speaker.id, None, speaker.party, speaker.on_record, speaker.name or text, kind)


def new_voice(name: str, party: str | None, kind: str, role: str | None = None, on_record: bool = True) -> Voice:
    """The voice of a new speaker, called as the text calls it."""
    return Voice(None, NewSpeaker(slug(name), name, party, role, on_record), party, on_record, name, kind)


def unclear(pronoun: str) -> Voice:
    """A pronoun that can mean several people: called by it, so that nobody's name is guessed; it binds nobody."""
    new = NewSpeaker(f"unclear-{slug(pronoun)}", pronoun, None, None, False)
    return Voice(None, new, None, False, pronoun, "unsafe")


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
