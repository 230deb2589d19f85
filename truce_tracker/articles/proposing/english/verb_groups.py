"""The verbs of saying, promising and refusing in an English sentence, each with its auxiliaries. No subjects here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truce_tracker.articles.proposing.sentences import Token
from truce_tracker.articles.proposing.words import any_of
from truce_tracker.articles.proposing.words import english as lists
from truce_tracker.articles.proposing.words.stances import REFUSALS, SILENCES

_SPANS = tuple(
    (any_of((pattern,), before=r"\b", after=r"\b"), lemma, kind)
    for pattern, lemma, kind in (
        (r"according to|in the (?:view|words|opinion|account) of|citing|quoting", "according to", "according"),
        (r"(?:was|were|is|are|been) quoted (?:\w+ ){0,3}?as (?:saying|telling)", "say", "say"),
        (REFUSALS, "refuse", "refuse"),
        (SILENCES, "silence", "silence"),
        (r"(?:is|are|was|were|be|stands?|remains?) (?:\w+ )?(?:prepared|ready|willing|open) to", "ready", "act"),
    )
)
_DETERMINERS = frozenset(
    (
        "a", "an", "the", "its", "his", "her", "their", "this", "that", "these", "those", "no", "any", "of", "for",
        "in", "on", "with", "by", "from", "our", "your", "my", "such", "every", "each", "as", "new", "other",
        "previous", "earlier", "own",
    )
)  # fmt: skip
_PASSIVE = frozenset(("is", "are", "was", "were", "been", "be", "being"))
_QUESTIONS = frozenset(("asked", "pressed", "questioned"))
_AFTER_A_QUESTION = frozenset(("whether", "about", "if", "by", "at", "on", "during"))
_AFTER_A_NOUN = frozenset((".", ",", "of", "for", "and", "or", "with", "in"))
_PLURALS = frozenset(("they", "we", "i", "you", "people", "data", "media"))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries and adverbs: tokens[start:after]; the verb itself is at `at`.

    `kind`: say (something is told), act (the verb is what is claimed), refuse, silence, according.
    """

    lemma: str
    kind: str
    start: int
    at: int
    after: int
    is_participle: bool = False


def find_verbs(tokens: Sequence[Token], whole: str) -> list[VerbGroup]:
    """The verbs of a sentence in order; those in quotation marks are left out."""
    spans = list(_spans(tokens, whole))
    taken = {place for verb in spans for place in range(verb.start, verb.after)}
    single = [verb for place in range(len(tokens)) if place not in taken and (verb := _verb_at(tokens, place))]
    return sorted((*spans, *single), key=lambda verb: verb.at)


def group_start(tokens: Sequence[Token], place: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while place and not tokens[place - 1].quoted:
        word = tokens[place - 1].lower
        is_adverb = word in lists.ADVERBS or (word.endswith("ly") and len(word) > 4)
        if word not in lists.AUXILIARIES and not is_adverb:
            break
        place -= 1
    return place


def is_noun(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Whether a form that can be a noun is one here: "the claims", "a report", "China's demands"."""
    word, before = tokens[place].lower, tokens[place - 1] if place else None
    if before is None or before.lower in _DETERMINERS or before.possessive:
        return True
    if word not in lists.NOUNS_TOO or start < place:
        return False
    if word in (lists.SAYS.get(word), lists.ACTS.get(word)):
        plural = (before.lower.endswith("s") and before.lower != "press") or before.lower in _PLURALS
        return word == "state" or not plural or _after(tokens, place) in _AFTER_A_NOUN
    return _after(tokens, place) in _AFTER_A_NOUN


def _spans(tokens: Sequence[Token], whole: str) -> Iterator[VerbGroup]:
    end = 0
    for place, lemma, kind, after in sorted(_matches(tokens, whole)):
        if place >= end and not tokens[place].quoted:
            yield VerbGroup(lemma, kind, group_start(tokens, place), place, after)
            end = after


def _matches(tokens: Sequence[Token], whole: str) -> Iterator[tuple[int, str, str, int]]:
    """Verbs of several words, as places of tokens."""
    for pattern, lemma, kind in _SPANS:
        for match in pattern.finditer(whole, tokens[0].start, tokens[-1].end):
            inside = [place for place, token in enumerate(tokens) if match.start() <= token.start < match.end()]
            if inside:
                yield inside[0], lemma, kind, inside[-1] + 1


def _verb_at(tokens: Sequence[Token], place: int) -> VerbGroup | None:
    token = tokens[place]
    word = token.lower
    lemma = lists.SAYS.get(word) or lists.ACTS.get(word)
    # capitalised, it stands in a headline or in a name
    if not lemma or token.quoted or token.is_capital or _is_question(tokens, place):
        return None
    start = group_start(tokens, place)
    group = {item.lower for item in tokens[start:place]}
    before = tokens[start - 1].lower if start else ""
    # "agreed to announce", "the claims": part of another verb's act, or no verb at all
    if "to" in group or before == "to" or is_noun(tokens, place, start):
        return None
    # "called on China to buy" demands; "called it a delay" only tells
    calls_on = lemma == "call" and _after(tokens, place) in ("on", "for", "upon")
    kind = "say" if word in lists.SAYS and not calls_on else "act"
    if word.endswith("ing") and not group & _PASSIVE:
        return None if before in lists.PREPOSITIONS else VerbGroup(lemma, kind, start, place, place + 1, True)
    # "was accused of": said of the subject, by nobody who is named
    if not word.endswith("ing") and group & _PASSIVE and word != "put":
        return None
    return VerbGroup(lemma, kind, start, place, place + 1)


def _is_question(tokens: Sequence[Token], place: int) -> bool:
    """Whether somebody was asked: "Trump, asked whether ..., said"."""
    if tokens[place].lower not in _QUESTIONS:
        return False
    after = tokens[place + 1 : place + 3]
    unnamed = [token.lower for token in after] in (["not", "to"], ["to", "remain"])  # "asked not to be named"
    return unnamed or _after(tokens, place) in _AFTER_A_QUESTION or (place > 0 and tokens[place - 1].text == ",")


def _after(tokens: Sequence[Token], place: int) -> str:
    return tokens[place + 1].lower if place + 1 < len(tokens) else "."
