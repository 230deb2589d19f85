"""Where the clause of an English verb begins, and who its subject is when it does not stand right before the verb."""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing import name_words, verbs
from truce_tracker.articles.proposing.known import Voice
from truce_tracker.articles.proposing.tokens import Token
from truce_tracker.articles.proposing.voices import AUTHOR, Speakers

_BREAKS = frozenset((";", ":", "”", "“", '"', "—", "–"))
_JOINS = frozenset(("while", "whereas", "although", "though", "but"))
_NESTS = frozenset(
    ("that", "which", "who", "whom", "what", "when", "where", "whether", "if", "how", "whose", "because", "since",
     "unless")
)  # fmt: skip
_DETERMINERS = ("a", "an", "the", "its")


def clause_start(tokens: Sequence[Token], end: int) -> tuple[int, bool]:
    """Where the clause of a verb begins, and whether it depends on "that", "which", "who" ... right there."""
    for place in range(end - 1, -1, -1):
        token = tokens[place]
        after_comma = place > 0 and tokens[place - 1].text == ","
        if token.text in _BREAKS or token.lower in _JOINS or (token.quoted and place < end - 1):
            return place + 1, False
        if token.lower in ("and", "or") and after_comma:
            return place + 1, False
        if token.lower == "who" and end - place > 2:
            continue  # it has a verb of its own: "traders who know of the orders said"
        if token.lower in _NESTS and not any(item.text == "," for item in tokens[place:end]):
            return place + 1, place > 0
    return 0, False


def main_subject(tokens: Sequence[Token], end: int, speakers: Speakers) -> Voice | None:
    """The subject of the clause before: the words before its verb."""
    begin = _main_clause(tokens, end)
    for first, last in reversed(_between_commas(tokens, begin, end)):
        verb = next((place for place in range(first, last) if _is_verb(tokens[place])), None)
        voice = speakers.of_subject(tokens[begin:verb]) if verb is not None else None
        if voice:
            return voice
    return None


def document_before(tokens: Sequence[Token], end: int, speakers: Speakers) -> tuple[int, Voice | None]:
    """The author of a document that stands right before: "a ministry briefing on October 30th mentioning ..."."""
    nearest = range(end - 1, max(end - 9, 0) - 1, -1)
    begin = next((place for place in nearest if tokens[place].lower in _DETERMINERS), None)
    if begin is None or not any(token.base in name_words.DOCUMENTS for token in tokens[begin:end]):
        return end, None
    voice = speakers.of_phrase(tokens[begin:end])
    return begin, None if voice == AUTHOR else voice


def _main_clause(tokens: Sequence[Token], end: int) -> int:
    for place in range(end - 1, -1, -1):
        if tokens[place].text == ";" or (tokens[place].lower in _JOINS and place < end - 2):
            return place + 1
    return 0


def _between_commas(tokens: Sequence[Token], begin: int, end: int) -> list[tuple[int, int]]:
    commas = [place for place in range(begin, end) if tokens[place].text == ","]
    return list(zip([begin, *(place + 1 for place in commas)], [*commas, end], strict=True))


def _is_verb(token: Token) -> bool:
    word = token.lower
    return word in verbs.FINITE or word in verbs.DEEDS or word in verbs.SAYS or word in verbs.ACTS
