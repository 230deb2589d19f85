"""What a claim is about: the likeliest commitment of the ledger and its topic, with the words that say so.

The ledger's own full-text search proposes; what it found is checked against the words of the commitment, so that a
hit on common words alone decides nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from truce_tracker.articles.proposing.english.amounts import english_amounts
from truce_tracker.articles.proposing.proposer import Known, KnownCommitment
from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.articles.proposing.words.english import ACTS, CORE, DEEDS, MONTH_WORDS
from truce_tracker.articles.proposing.words.topics import COMMON, ENDINGS, GLOSSARY, SAME
from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import read_quantity

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?|[0-9]+(?:\.[0-9]+)?|[㐀-鿿]+", re.IGNORECASE)
# In weights of a word that one commitment of the ledger alone has, which is 1. Nearly one such word is enough, and
# half of it must stand in the claim itself: what is told around it is often about another commitment.
_ENOUGH = 0.85
_OWN_WORDS = 0.45
_TERM = re.compile("|".join(sorted(map(re.escape, GLOSSARY), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class About:
    """The likeliest commitment and topic (None: none is likely), how much speaks for it, and the words in common."""

    commitment: str | None
    topic: str | None
    strength: float
    words: tuple[str, ...]


class Topics:
    """The commitments and topics of one ledger, ready to be compared with a claim."""

    def __init__(self, known: Known) -> None:
        self._known = known
        names = {topic.id: topic.name or topic.id for topic in known.topics}
        words = {
            item.id: stems(f"{item.summary} {item.id.replace('-', ' ')} {names.get(item.topic or '', '')}")
            for item in known.commitments
        }
        self._commitments = {item.id: item for item in known.commitments}
        self._by_stem = _weighted(words)
        self._topics_by_stem: dict[str, list[str]] = {}
        for topic in known.topics:
            for stem in stems(f"{topic.name} {topic.id.replace('-', ' ')}"):
                self._topics_by_stem.setdefault(stem, []).append(topic.id)
        # the pieces of a sentence ask about the same sentence again
        self._found = lru_cache(maxsize=512)(self._search)

    def about(
        self, claim: str, around: str, actors: Sequence[str] = (), quantity: str | None = None, due: str | None = None
    ) -> About:
        """What a claim is about, from its own words, its amount and its year, and (for less) the words around it."""
        own, near = stems(f"{in_english(claim)} {(due or '')[:4]}"), stems(in_english(around))
        topic = self._topic(own) or self._topic(near)
        scores = self._scores(claim, around, own, near)
        for name in scores:
            scores[name] += self._fitting(self._commitments[name], actors, quantity)
        best = max(scores, key=lambda name: scores[name], default=None)
        if best is None or scores[best] < _ENOUGH:
            return About(None, topic, 0.0, ())
        shared = self._shared(best, claim, around)
        if not any(_is_thing(word) for word in shared) and not (quantity and scores[best] > _ENOUGH + 0.8):
            return About(None, topic, 0.0, ())
        return About(best, self._commitments[best].topic or topic, scores[best], shared)

    def _shared(self, commitment: str, claim: str, around: str) -> tuple[str, ...]:
        """The words of a text that speak for a commitment, those that tell most first."""
        found: dict[str, float] = {}
        for word in _WORD.findall(in_english(f"{claim} {around}")):
            weight = max((self._by_stem.get(stem, {}).get(commitment, 0.0) for stem in stems(word)), default=0.0)
            found.setdefault(word.lower(), weight)
        return tuple(sorted((word for word, weight in found.items() if weight), key=lambda word: -found[word])[:4])

    def _scores(self, claim: str, around: str, own: frozenset[str], near: frozenset[str]) -> dict[str, float]:
        """Each likely commitment with what speaks for it: its words in the claim and around it, and the search."""
        if not own:
            return {}
        exact, loose = self._weigh(own), self._weigh(near - own)
        found = dict(self._found(_query(claim)))
        nearby = dict(self._found(_query(around))) if exact or found else {}
        # a hit far ahead of the others counts as a word in common, a little over what is asked of own words
        if len(own) > 1 and (clear := _clear_winner(found)):
            exact[clear] = max(exact.get(clear, 0.0), 0.6)
        return {
            name: weight + 0.4 * loose.get(name, 0.0) + 0.5 * found.get(name, 0.0) + 0.2 * nearby.get(name, 0.0)
            for name, weight in exact.items()
            if weight >= _OWN_WORDS
        }

    def _weigh(self, words: Iterable[str]) -> dict[str, float]:
        scores: dict[str, float] = {}
        # in one order: a set has another in each run, and sums of floats and ties would come out otherwise
        for stem in sorted(words):
            for name, weight in self._by_stem.get(stem, {}).items():
                scores[name] = scores.get(name, 0.0) + weight
        return scores

    def _fitting(self, item: KnownCommitment, actors: Sequence[str], quantity: str | None) -> float:
        """Whether the party that acts is one that owes it, and the amount one that its summary names."""
        # an amount hardly ever agrees by chance; a party may well speak of what another owes
        score = 0.0 if not actors else 0.4 if set(actors) & set(item.obligors) else -0.3
        return score + (0.8 if quantity and _same_amount(quantity, item.summary) else 0.0)

    def _search(self, words: str) -> tuple[tuple[str, float], ...]:
        """What the ledger's search finds, the best hit as 1."""
        hits = [(name, score) for name, score in self._known.find(words) if name in self._commitments][:8]
        top = max((score for _, score in hits), default=0.0)
        return tuple((name, score / top) for name, score in hits) if top > 0 else ()

    def _topic(self, found: frozenset[str]) -> str | None:
        counts = Counter(topic for stem in found for topic in self._topics_by_stem.get(stem, ()))
        return max(sorted(counts), key=lambda topic: counts[topic], default=None)


def _is_thing(word: str) -> bool:
    """Whether a word names a thing: "halt", "last", "90" and "days" are in what any two commitments share."""
    return not (word.isdigit() or word in DEEDS or word in ACTS or word in CORE or word in MONTH_WORDS)


def _weighted(words: dict[str, frozenset[str]]) -> dict[str, dict[str, float]]:
    """Each word with the commitments that have it; a word of one commitment alone weighs 1, a common one less."""
    counts = Counter(stem for found in words.values() for stem in found)
    total = len(words) + 1
    index: dict[str, dict[str, float]] = {}
    for name, found in words.items():
        for stem in found:
            index.setdefault(stem, {})[name] = math.log(1 + total / counts[stem]) / math.log(1 + total)
    return index


def _query(text: str) -> str:
    """The telling words for the ledger's search: no signs, no "the" and "not", and not without end."""
    words = _WORD.findall(in_english(text))
    return " ".join([word for word in words if word.lower() not in COMMON][:80])


def _clear_winner(found: dict[str, float]) -> str | None:
    """The one hit that is far better than all others."""
    ranked = sorted(found.items(), key=lambda hit: -hit[1])
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]) else None


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The telling words of a text without their endings; Chinese as pairs of characters."""
    found: set[str] = set()
    for word in _WORD.findall(text.lower().replace("u.s.", "us")):
        if "㐀" <= word[0] <= "鿿":
            found |= {word[place : place + 2] for place in range(len(word) - 1)} or {word}
        elif word not in COMMON:
            found |= {_stem(part) for part in word.split("-") if part not in COMMON}
    return frozenset(stem for stem in found - COMMON if len(stem) > 1)


def _stem(word: str) -> str:
    word = word.replace("isat", "izat")  # British and American spelling: authoris-, authoriz-
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending) + ("i" if ending in ("ies", "ied", "y") else "")
            break
    return SAME.get(word, word)


def _same_amount(quantity: str, summary: str) -> bool:
    """Whether a summary names the amount: "Buy 12 million tons ..."."""
    try:
        amount = read_quantity(quantity).amount
    except UnreadableValue:
        return False
    return amount in _amounts_in(summary)


@lru_cache(maxsize=4096)
def _amounts_in(summary: str) -> frozenset[float]:
    return frozenset(read_quantity(amount.written).amount for amount in english_amounts(summary))


def in_english(text: str) -> str:
    """The text with the English of its Chinese terms added; a text without any is given back as it is."""
    if not CHARACTER.search(text):
        return text
    return " ".join([text, *(GLOSSARY[found[0]] for found in _TERM.finditer(text))])
