"""An empty ledger: which parties a text speaks of, and the commitments and topics that its claims could be about.

All of it is only proposed. Parties are countries, by their names, seats and people in English and Chinese (by babel,
which has CLDR's names); a commitment is drafted from the words of the first claim about it, a topic from the noun that
the text has most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from truce_tracker.articles.proposing.chinese.voices import ChineseSpeakers
from truce_tracker.articles.proposing.english.names import Names
from truce_tracker.articles.proposing.proposer import Known, KnownCommitment, KnownParty, KnownTopic, Proposal
from truce_tracker.articles.proposing.sentences import tokenize
from truce_tracker.articles.proposing.topics import in_english, stems
from truce_tracker.articles.proposing.utterance import Memory
from truce_tracker.articles.proposing.words.chinese import CHARACTER, KNOWN_AS, SIMPLE
from truce_tracker.articles.proposing.words.english import ACTS, CAPITALS, DEEDS, DEMONYMS, MONTH_WORDS, NOUNS_TOO, SAYS
from truce_tracker.articles.proposing.words.topics import COMMON

_WORD = re.compile(r"[a-z]{4,}(?:-[a-z]+)?", re.IGNORECASE)
# before the first of these stands who acts
_ACT = re.compile(
    r"\b(?:will|would|shall|must|should|has|have|had|is|was|agreed|pledged|promised|committed|to)\b"
    r"|将|承诺|同意|已"
)
_ALIKE = 0.35  # of the telling words of two claims that are about one commitment
_VERBS = {*SAYS, *ACTS, *DEEDS}
_LONGEST_SUMMARY = 120  # characters
_AMBIGUOUS = frozenset(("GE",))  # Georgia is as often a state of the US
_STANDS_FOR = {"CN": ("China",), "HK": ("Hong Kong",), "MO": ("Macau",), "TR": ("Turkey",), "MM": ("Myanmar",)}


@dataclass(frozen=True, slots=True)
class Cold:
    """What a text proposes for a ledger that has nothing: the claims with new ids, and the records behind those."""

    proposals: tuple[Proposal, ...]
    topics: tuple[KnownTopic, ...]
    commitments: tuple[KnownCommitment, ...]


def with_countries(text: str, known: Known) -> Known:
    """The same with the countries that a text names as parties, where a ledger has no party."""
    if known.parties:
        return known
    return replace(known, parties=list(_countries(text.translate(SIMPLE))))


def _countries(text: str) -> Iterator[KnownParty]:
    from babel import Locale

    english, chinese = Locale("en").territories, Locale("zh").territories
    for code in sorted(english):
        if len(code) != 2 or not code.isalpha() or code in _AMBIGUOUS or code in ("EZ", "UN", "QO", "ZZ", "XA", "XB"):
            continue
        names = _STANDS_FOR.get(code, (english[code],))
        key = names[0].casefold()
        words = (*names, *CAPITALS.get(key, ()), *(word.title() for word in DEMONYMS.get(key, ()) if word.islower()))
        words += tuple(word for word in DEMONYMS.get(key, ()) if word.isupper())
        aliases = _in_chinese(chinese.get(code, ""), names[0])
        if _stands(words, text) or any(alias in text for alias in aliases):
            yield KnownParty(code, names[0], tuple(alias for alias in aliases if CHARACTER.search(text)))


def _in_chinese(name: str, english: str) -> tuple[str, ...]:
    """A country's Chinese names: 伊朗, and 伊方 for its side."""
    own = [alias for alias, names in KNOWN_AS.items() if english in names]
    return tuple(dict.fromkeys((*own, *((name, f"{name[0]}方") if name else ()))))


def _stands(words: Iterable[str], text: str) -> bool:
    either = "|".join(re.escape(word) for word in words)
    return bool(re.search(rf"(?<![\w.])(?:{either}|U\.S\.)(?!\w)" if "US" in words else rf"\b(?:{either})\b", text))


def drafted(proposals: Sequence[Proposal], text: str, known: Known) -> Cold:
    """The claims with commitments of their own, where a ledger has none."""
    drafting = _Drafting(text, known)
    return Cold(
        tuple(drafting.claim(each) for each in proposals),
        tuple(drafting.topics.values()),
        tuple(drafting.commitments.values()),
    )


class _Drafting:
    """Drafts commitments for the claims of one text, one for those that are alike."""

    def __init__(self, text: str, known: Known) -> None:
        self.topics: dict[str, KnownTopic] = {}
        self.commitments: dict[str, KnownCommitment] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._names = Names(known)
        self._chinese = ChineseSpeakers(known, Memory())
        self._parties = {each.id for each in known.parties}
        self._of_speakers: Mapping[str, str | None] = {each.id: each.party for each in known.speakers}
        self._counts = Counter(word.lower() for word in _WORD.findall(in_english(text)))

    def claim(self, proposal: Proposal) -> Proposal:
        """The claim with its commitment; as it was, where no party is near that could owe anything."""
        parties = self._parties_in(proposal.quote) or self._parties_in(proposal.sentence.text)
        new = proposal.new_speaker
        own = proposal.party or self._of_speakers.get(proposal.speaker or "") or (new.party if new else None)
        acting = self._parties_in(_ACT.split(proposal.quote)[0]) if _ACT.search(proposal.quote) else parties
        obligor = next(iter([*acting, *filter(None, (own,)), *parties]), None)
        words = stems(in_english(proposal.quote)) or stems(in_english(proposal.sentence.text))
        if proposal.commitment or obligor is None or not words:
            return proposal
        identity = self._alike(words, obligor) or self._new(proposal, words, obligor, own, parties)
        return replace(proposal, commitment=identity, topic=self.commitments[identity].topic)

    def _parties_in(self, words: str) -> list[str]:
        found = self._names.parties_in(tokenize(words, 0)[0])
        found += self._chinese.parties_in(words.translate(SIMPLE)) if CHARACTER.search(words) else []
        return [party for party in dict.fromkeys(found) if party in self._parties]

    def _alike(self, words: frozenset[str], obligor: str) -> str | None:
        for identity, known in self._words.items():
            shared = len(words & known) / len(words | known)
            if shared >= _ALIKE and obligor in self.commitments[identity].obligors:
                return identity
        return None

    def _new(
        self, proposal: Proposal, words: frozenset[str], obligor: str, own: str | None, parties: Sequence[str]
    ) -> str:
        others = [party for party in (*parties[1:], own) if party and party != obligor]
        topic = self._topic(proposal)
        base = f"{obligor.lower()}-{topic}"
        identity = next(each for each in _numbered(base) if each not in self.commitments)
        summary = " ".join(proposal.quote.split())[:_LONGEST_SUMMARY]
        self.commitments[identity] = KnownCommitment(identity, summary, topic, (obligor,), tuple(others[:1]))
        self._words[identity] = words
        return identity

    def _topic(self, proposal: Proposal) -> str:
        """The noun of the claim that the text has most: no verb, no party, no month; "talks" where none is known."""
        found = [word.lower() for word in _WORD.findall(in_english(proposal.quote))]
        nouns = [
            word
            for word in found
            if not {word} & (COMMON | MONTH_WORDS)
            if word in NOUNS_TOO or word not in _VERBS
            if not self._names.party_of(word)
        ]
        best = max(nouns, key=lambda word: (self._counts[word], len(word)), default="talks")
        self.topics.setdefault(best, KnownTopic(best, best.replace("-", " ").capitalize()))
        return best


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{number}" for number in count(2))
