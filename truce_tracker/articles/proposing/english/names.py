"""Names of the ledger in English words: which speaker, party or institution a run of tokens names. No grammar here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from truce_tracker.articles.proposing.proposer import Known, KnownParty, KnownSpeaker
from truce_tracker.articles.proposing.sentences import Token, tokenize
from truce_tracker.articles.proposing.utterance import is_institution
from truce_tracker.articles.proposing.words import english as lists

_FILLERS = frozenset(("of", "and", "the", "for", "a"))


@dataclass(frozen=True, slots=True)
class Entity:
    """A name found in a run of tokens: tokens[start:end]. `kind`: person, institution, party or name (not known)."""

    kind: str
    start: int
    end: int
    speaker: KnownSpeaker | None = None
    party: str | None = None
    several: tuple[str, ...] = ()  # the speakers who have this one name


class Names:
    """The names of one ledger, ready to be looked for."""

    def __init__(self, known: Known) -> None:
        self.parties = {party.id: party for party in known.parties}
        self._parties_of: dict[str, str | None] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], KnownSpeaker | None, str | None, str]]] = {}
        self._institutions: list[tuple[frozenset[str], KnownSpeaker]] = []
        self._roles: list[tuple[frozenset[str], KnownSpeaker]] = []
        self._demonyms = {word: party.id for party in known.parties for word in _demonyms(party)}
        self._stems = {_stem(party): party.id for party in known.parties if _stem(party)}
        speakers = [name for each in known.speakers for name in _names(each.name, each.aliases)]
        for party in known.parties:
            for name in _names(party.name, party.aliases):
                self._add(name, None, party.id, "party")
                for seat in lists.CAPITALS.get(name.casefold(), ()):
                    if not any(seat in each for each in speakers):  # the Kremlin of a ledger is a speaker
                        self._add(seat, None, party.id, "party")
        for speaker in known.speakers:
            self._add_speaker(speaker)

    def _add(self, name: str, speaker: KnownSpeaker | None, party: str | None, kind: str) -> None:
        words = _spelled(tokenize(name, 0)[0])
        if words:
            self._by_first.setdefault(words[0], []).append((words, speaker, party, kind))

    def _add_speaker(self, speaker: KnownSpeaker) -> None:
        kind = "institution" if is_institution(speaker) else "person"
        for name in _names(speaker.name, speaker.aliases):
            self._add(name, speaker, speaker.party, kind)
            # news calls a person by the last name after the first mention
            if kind == "person" and " " in name and name.split()[-1].isalpha() and len(name.split()) <= 3:
                self._add(name.split()[-1], speaker, speaker.party, "person")
            core = self._core(name)
            if kind == "institution" and len(core) > 1:
                self._institutions.append((core, speaker))
        for role in (speaker.role or "").replace(" and ", ",").split(","):
            if kind == "person" and (core := self._core(role)):
                self._roles.append((core, speaker))

    def _core(self, name: str) -> frozenset[str]:
        """The words of an institution or a role that tell it from others, without its party's name."""
        words = [token.base for token in tokenize(name, 0)[0] if token.is_word]
        return frozenset(word for word in words if word not in _FILLERS and not self.party_of(word))

    def party_of(self, word: str) -> str | None:
        """The party that one word names: China, Chinese, Karsovan."""
        if word not in self._parties_of:
            stems = (party for stem, party in self._stems.items() if _is_demonym(word, stem))
            self._parties_of[word] = self._demonyms.get(word) or next(stems, None)
        return self._parties_of[word]

    def parties_in(self, tokens: Sequence[Token]) -> list[str]:
        """The parties that a run of tokens names, in order, each once."""
        found = [self._party_at(tokens, place) for place, token in enumerate(tokens) if token.is_word]
        return [party for party in dict.fromkeys(found) if party]

    def _party_at(self, tokens: Sequence[Token], place: int) -> str | None:
        alias = self._alias(tokens, place)
        return alias.party if alias and alias.kind == "party" else self.party_of(tokens[place].base)

    def entities(self, tokens: Sequence[Token]) -> list[Entity]:
        """All names in a run of tokens, from left to right, none inside another."""
        found: list[Entity] = []
        place = 0
        while place < len(tokens):
            entity = self._at(tokens, place)
            if entity:
                found.append(entity)
            place = entity.end if entity else place + 1
        return found

    def _at(self, tokens: Sequence[Token], place: int) -> Entity | None:
        token = tokens[place]
        if not token.is_word:
            return None
        best = max((self._alias(tokens, place), self._institution(tokens, place)), key=_length)
        # a longer run of capitals is somebody else: "Commerce Bank of Vietnam" is not the Department of Commerce
        run = self._capitals(tokens, place)
        if best and (not run or run.end <= best.end or best.kind == "person" or self._is_of_party(tokens, best, run)):
            return best
        if run and run.end - run.start > 1 and not (best and best.kind == "party"):
            return run
        if best:
            return best
        if party := self.party_of(token.base):
            return Entity("party", place, place + 1, party=party)
        return run

    def _is_of_party(self, tokens: Sequence[Token], known: Entity, run: Entity) -> bool:
        """Whether a run of capitals is a known institution and its party: "Department of Commerce of China"."""
        rest = [token.base for token in tokens[known.end : run.end] if token.lower not in _FILLERS]
        return known.speaker is not None and all(self.party_of(word) == known.party for word in rest)

    def _alias(self, tokens: Sequence[Token], place: int) -> Entity | None:
        best: Entity | None = None
        base = tokens[place].base
        found = (*self._by_first.get(base, ()), *(self._by_first.get(base.lower(), ()) if base.isupper() else ()))
        for words, speaker, party, kind in found:
            end = place + len(words)
            run = tokens[place:end]
            # of several words capitals tell nothing: HE YADONG; of one they do: US is not us
            if (_spelled(run) if len(words) > 1 else (base,)) != words or any(token.possessive for token in run[:-1]):
                continue
            # "He" and "he", "Li" and "li": a name is written with a capital
            if len(words) == 1 and kind == "person" and not tokens[place].is_capital:
                continue
            if kind == "institution" and not self._no_other(tokens, place, party):
                continue
            if best and speaker and best.speaker and best.end == end and best.speaker.id != speaker.id:
                best = replace(best, several=(*best.several, best.speaker.id, speaker.id))
            elif not best or end > best.end:
                best = Entity(kind, place, end, speaker, party)
        return best

    def _institution(self, tokens: Sequence[Token], place: int) -> Entity | None:
        owner = self.party_of(tokens[place - 1].base) if place else None
        best: Entity | None = None
        for core, speaker in self._institutions:
            if tokens[place].base not in core or not (tokens[place].is_capital or (owner and owner == speaker.party)):
                continue
            end = _covers(tokens, place, core)
            if end and (not best or end > best.end) and self._no_other(tokens, place, speaker.party):
                best = Entity("institution", place, end, speaker, speaker.party)
        return best

    def _no_other(self, tokens: Sequence[Token], place: int, party: str | None) -> bool:
        """Whether no other party stands right before: the US Department of Commerce is not China's."""
        before = [self.party_of(token.base) for token in tokens[max(place - 2, 0) : place]]
        return not any(other for other in before if other and other != party)

    def _capitals(self, tokens: Sequence[Token], place: int) -> Entity | None:
        """A run of capitalised words that the ledger does not know."""
        end = place
        while end < len(tokens) and _in_a_name(tokens, end, place) and (end == place or not self._person(tokens, end)):
            end += 1
            if tokens[end - 1].possessive:
                break
        while end > place and tokens[end - 1].lower in ("of", "and", "for", "the", "&", "de", "van", "von", "al"):
            end -= 1
        return Entity("name", place, end) if end > place else None

    def _person(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a known person's name begins here."""
        alias = self._alias(tokens, place)
        return bool(alias and alias.kind == "person")

    def by_role(self, tokens: Sequence[Token]) -> KnownSpeaker | None:
        """The one known person whose role these words give: the Treasury Secretary, the Chinese President."""
        words = {token.base for token in tokens}
        parties = {self.party_of(word) for word in words} - {None}
        fits = {
            speaker.id: speaker
            for core, speaker in self._roles
            # "the president" alone can be anybody's, "the Chinese president" cannot
            if core <= words and (len(core) > 1 or parties) and not (parties and speaker.party not in parties)
        }
        return next(iter(fits.values())) if len(fits) == 1 else None


def _is_demonym(word: str, stem: str) -> bool:
    return word.startswith(stem) and word[len(stem) :] in lists.DEMONYM_ENDINGS


def _length(entity: Entity | None) -> int:
    return entity.end - entity.start if entity else 0


def _names(name: str | None, aliases: Iterable[str]) -> list[str]:
    found = [text for text in (name, *aliases) if text]
    return found + [text[4:] for text in found if text.lower().startswith("the ")]


def _demonyms(party: KnownParty) -> list[str]:
    words = [form for name in _names(party.name, party.aliases) for form in lists.DEMONYMS.get(name.lower(), ())]
    single = [tokenize(name, 0)[0][0].base for name in _names(party.name, party.aliases) if " " not in name and name]
    return words + single


def _stem(party: KnownParty) -> str:
    # Karsova: "karsov", to which "-an" or "-ian" is added; too short a stem would fit other words
    name = (party.name or "").lower()
    if " " in name or len(name) < 4:
        return ""
    return name.rstrip("aeiou") if len(name.rstrip("aeiou")) >= 4 else name


def _covers(tokens: Sequence[Token], place: int, core: frozenset[str]) -> int:
    """The end of a run of tokens from `place` that holds all words of `core` and little else; 0 where there is none."""
    left = set(core)
    for end in range(place, min(place + len(core) + 4, len(tokens))):
        word = tokens[end].base
        if word in left:
            left.discard(word)
        elif word not in _FILLERS:
            return 0
        if not left:
            return end + 1
    return 0


def _in_a_name(tokens: Sequence[Token], place: int, start: int) -> bool:
    token = tokens[place]
    if place > start and token.lower in ("of", "de", "van", "von", "al", "&", "for", "and"):
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        joined = token.lower in ("of", "for", "and") and tokens[place - 1].lower not in lists.INSTITUTIONS
        return bool(after and after.is_capital) and not (joined and token.lower == "and")
    if place > start and token.text == "." and len(tokens[place - 1].text) == 1:
        return True
    if not token.is_capital or not token.is_word:
        return False
    return token.lower not in lists.NO_NAMES or (token.lower == "he" and _next_is_capital(tokens, place))


def _next_is_capital(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].is_capital and tokens[place + 1].lower not in lists.NO_NAMES


def _spelled(tokens: Sequence[Token]) -> tuple[str, ...]:
    """A name's words as they compare: of several, in small letters and without hyphens (Li Cheng-gang)."""
    if len(tokens) < 2:
        return tuple(token.base for token in tokens)
    return tuple(token.base.lower().replace("-", "") for token in tokens)
