"""Who a subject in English is: a run of words before a verb of saying -> its parts, its head, and a Voice.

A new voice is called as the text calls it, with a party only where the words give one. Who of the ledger is named is
told in `names`.
"""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing.english.names import Entity, Names
from truce_tracker.articles.proposing.proposer import NewSpeaker
from truce_tracker.articles.proposing.sentences import Token, verbatim
from truce_tracker.articles.proposing.utterance import (
    AUTHOR,
    Memory,
    Voice,
    is_institution,
    known_voice,
    new_voice,
    one_of_several,
    slug,
    unclear,
)
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


_BODIES = ("institution", "party")
_JOINABLE = ("anonymous", "analyst", "institution", "party", "role")
_THAT_ONE = frozenset(("the", "this", "that", "its"))


class Speakers:
    """Finds out who speaks, with the names of a ledger and the memory of an article."""

    def __init__(self, names: Names, whole: str) -> None:
        self.names = names
        self.whole = whole
        self.memory = Memory()
        self._new = NewVoices(names, whole)

    def note(self, tokens: Sequence[Token]) -> None:
        """Note the known persons whom a sentence names in which nobody speaks."""
        named = [entity for entity in self.names.entities(tokens) if entity.kind == "person" and entity.speaker]
        self.memory.passes([voice for entity in named if (voice := self._of_entity(tokens, entity))])

    def of_subject(self, tokens: Sequence[Token]) -> Voice | None:
        """Who a clause's subject is; None where the words name nobody who can speak."""
        parts = by_commas(tokens)
        for place in range(len(parts) - 1, -1, -1):
            if is_adverbial(parts[place]) and len(parts) > 1:
                continue  # "Bessent, on Friday, said"
            voice = self.of_phrase(parts[place]) or self._at_the_end(parts[place])
            if voice:
                return self._with_neighbour(voice, parts, place)
        return None

    def of_phrase(self, tokens: Sequence[Token]) -> Voice | None:
        """Who one noun phrase names."""
        tokens = without_lead(tokens)
        if not tokens:
            return None
        if len(tokens) == 1 and (pronoun := self._pronoun(tokens[0])):
            return pronoun
        entities = self.names.entities(tokens)
        head = head_end(tokens, entities)
        if any(token.lower in lists.FINITE for token in tokens[:head]):
            return None  # a clause is nobody's name
        if _is_collective(tokens, head):
            return AUTHOR
        return self._of_head(tokens, head, [entity for entity in entities if entity.start < head])

    def _at_the_end(self, part: Sequence[Token]) -> Voice | None:
        """ "In return China", "On Monday Bessent": the name right before the verb."""
        if not is_adverbial(part):
            return None
        last = next((entity for entity in self.names.entities(part) if entity.end == len(part)), None)
        return self._of_entity(part, last) if last else None

    def _with_neighbour(self, voice: Voice, parts: list[Sequence[Token]], place: int) -> Voice:
        """Join a name and the description beside it: "Anders Toll, Brenmark's chief negotiator"."""
        before = parts[place - 1] if place and not is_adverbial(parts[place - 1]) else ()
        after = parts[place + 1] if place + 1 < len(parts) else ()
        is_dateline = all(token.text.isupper() for token in before if token.is_word)  # WASHINGTON, Nov 18 - ...
        if (
            voice.new
            and not is_dateline
            and is_description(parts[place])
            and (named := self._name_alone(before) or self._known_person(before))
        ):
            return self._described(named, parts[place])
        if voice.kind == "person" and voice.new:
            role = next((part for part in (before, after) if part and is_description(part)), ())
            return self._described(voice, role) if role else voice
        if voice.kind in _JOINABLE and before and is_description(parts[place]):
            named = self._name_alone(before) or self.of_phrase(before)
            if named and named.kind in ("person", "analyst"):
                return self._described(named, parts[place])
        return voice

    def _known_person(self, words: Sequence[Token]) -> Voice | None:
        voice = self.of_phrase(words)
        return voice if voice and voice.speaker and voice.kind == "person" else None

    def _name_alone(self, words: Sequence[Token]) -> Voice | None:
        """A name that is all there is before a description: "Li, the trade negotiator"."""
        known = [entity for entity in self.names.entities(words) if entity.kind != "name"]
        if known or len(words) > 4 or not all(token.is_capital for token in words):
            return None
        return self.memory.persons.get(words[-1].lower) or self._new.person(verbatim(self.whole, words), "", words)

    def _described(self, voice: Voice, words: Sequence[Token]) -> Voice:
        """A new person with the role that stands beside the name."""
        if not voice.new or voice.new.role:
            return voice
        return self._new.person(voice.new.name, verbatim(self.whole, words[:MOST_WORDS]), words)

    def _of_head(self, tokens: Sequence[Token], head: int, inside: list[Entity]) -> Voice | None:
        last = tokens[head - 1]
        named = next((entity for entity in inside if entity.end == head), None)
        role = self.names.by_role(tokens[:head]) if not named or named.kind == "name" else None
        if named and not last.possessive and not role:
            return self._of_entity(tokens, named)
        if last.base in lists.SPOKESPEOPLE:
            return self._spokesperson(tokens, head, inside)
        if role:
            return known_voice(role, verbatim(self.whole, tokens[:head]))
        if last.base in lists.DOCUMENTS:
            return self._of_document(tokens, head, inside)
        if last.base in lists.ANALYSTS | lists.ANONYMOUS:
            return self._named_before(tokens, head) or self._new.anonymous(tokens, head)
        if last.base in lists.OFFICES | lists.ROLES:
            return self._named_before(tokens, head) or self._of_office(tokens, head)
        return None

    def _pronoun(self, token: Token) -> Voice | None:
        if token.lower in ("he", "she"):
            return self.memory.last_person(is_surname=token.text == "He") or unclear(token.text)
        if token.lower == "it":
            # a ministry that was told of last, even if it said nothing, is nearer than the last body that spoke
            return self.memory.mentioned or self.memory.last(_BODIES) or unclear(token.text)
        if token.lower == "they":
            last = self.memory.spoken[-1] if self.memory.spoken else AUTHOR
            return last if last.plural and self.memory.paragraphs_since == 0 else unclear(token.text)
        return None

    def _of_entity(self, tokens: Sequence[Token], entity: Entity) -> Voice | None:
        run = tokens[entity.start : entity.end]
        text = verbatim(self.whole, run).removesuffix("’s").removesuffix("'s")
        if entity.several:
            before = self.memory.persons.get(text.split()[-1].lower())
            return before if before and before.speaker in entity.several else one_of_several(text, entity.several)
        if entity.speaker:
            return known_voice(entity.speaker, text)
        if entity.party:
            return Voice(party=entity.party, on_record=True, name=text, kind="party")
        return self._unknown(tokens[: entity.start], run)

    def _unknown(self, before: Sequence[Token], run: Sequence[Token]) -> Voice | None:
        """A capitalised name that the ledger does not know: a person after a title or role, else an institution."""
        start = _after_titles(run)
        name, lead = run[start:], (*before, *run[:start])
        if len(name) == 1 and (remembered := self.memory.persons.get(name[0].lower)):
            return remembered
        if len(name) == 1 and (name[0].base in lists.NO_NAMES or name[0].lower.endswith(("ed", "ing", "ly"))):
            return None
        has_role = bool(lead) and lead[-1].base in lists.TITLES | lists.ANALYSTS
        text = verbatim(self.whole, name).removesuffix("’s").removesuffix("'s")
        is_body = not start and any(token.lower in lists.INSTITUTIONS for token in run)
        # news gives a person's first name or role at the first mention; a lone word is a firm or an agency
        if is_body or (len(name) == 1 and not has_role):
            return self._new.institution(text, (*before, *run))
        return self._new.person(text, verbatim(self.whole, lead) if has_role else "", (*lead, *name))

    def _spokesperson(self, tokens: Sequence[Token], head: int, inside: list[Entity]) -> Voice:
        """An unnamed spokesperson speaks for the institution that is named beside."""
        for entity in (*inside, *self.names.entities(tokens[head:])):
            if entity.speaker and is_institution(entity.speaker):
                return known_voice(entity.speaker, verbatim(self.whole, tokens))
        return new_voice(verbatim(self.whole, tokens[:MOST_WORDS]), self._new.party_beside(tokens), "person")

    def _of_document(self, tokens: Sequence[Token], head: int, inside: list[Entity]) -> Voice | None:
        """ "The White House fact sheet": its author. "The articles", "its account": the last institution that spoke."""
        if inside:
            entity = inside[-1]
            if entity.kind != "name":
                return self._of_entity(tokens, entity)
            return self._new.institution(verbatim(self.whole, tokens[entity.start : entity.end]), tokens[:head])
        after = tokens[head:]
        if named := [entity for entity in self.names.entities(after) if entity.start <= 3]:
            return self._of_entity(after, named[0])
        again = tokens[0].lower in _THAT_ONE and self.memory.paragraphs_since <= 1
        return self.memory.last(_BODIES) if again else None

    def _named_before(self, tokens: Sequence[Token], head: int) -> Voice | None:
        """ "The official", "the ministry": the last one who was so called."""
        return self.memory.called(tokens[head - 1].base) if tokens[0].lower in _THAT_ONE and head <= 3 else None

    def _of_office(self, tokens: Sequence[Token], head: int) -> Voice | None:
        """ "Her office", "Dalo's office", "the army", "the head of the ministry"."""
        text = verbatim(self.whole, tokens[:head])
        if tokens[0].lower in ("his", "her", "their"):
            owner = self.memory.last(("person", *_BODIES))
            return new_voice(text, owner.party, "institution") if owner else None
        if tokens[head - 1].base in lists.ROLES:
            described = up_to_relative(tokens)
            return self._new.person(verbatim(self.whole, described[:MOST_WORDS]), "", described, kind="role")
        return self._new.institution(text, tokens[:head])


def _is_collective(tokens: Sequence[Token], head: int) -> bool:
    """ "Both sides", "neither Beijing nor Washington": nobody in particular says it, but the author."""
    marked = any(token.lower in lists.COLLECTIVE_MARKS for token in tokens[:2])
    return tokens[0].lower == "neither" or (marked and tokens[head - 1].lower in lists.COLLECTIVES)


def _after_titles(run: Sequence[Token]) -> int:
    """Where the name begins after "Mr", "Turkish President", "Minister for Infrastructure"; 0 without a title."""
    titles = [place for place, token in enumerate(run[:-1]) if token.base in lists.TITLES]
    start = titles[-1] + 1 if titles else 0
    # "Minister for Infrastructure Oleh Marchenko": a name has two words mostly
    if start and run[start].lower in ("of", "for") and len(run) - start > 3:
        start = len(run) - 2
    while start and start < len(run) - 1 and not run[start].is_word:
        start += 1
    return start
