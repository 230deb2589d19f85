"""An English sentence -> who says what in it: the verb of saying, its subject, and the words that are said.

Verbs in quotation marks say nothing here. A verb inside what another one tells is part of that, unless a ``;``, "and",
"but" or "while" sets it apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing.english.reported_clause import (
    Statement,
    close,
    has_content,
    retells,
    subject_start,
    take_place,
)
from truce_tracker.articles.proposing.english.verb_groups import VerbGroup, find_verbs
from truce_tracker.articles.proposing.english.voices import Speakers
from truce_tracker.articles.proposing.sentences import Token, verbatim
from truce_tracker.articles.proposing.utterance import AUTHOR, Voice
from truce_tracker.articles.proposing.words import english as lists

# signs behind which another voice can begin ...
_APART = frozenset((";", "”", '"', "—"))
_JOINS = frozenset(("while", "whereas", "although", "though", "but", "and"))
# ... and at which the search for the beginning of a clause stops
_BREAKS = frozenset((";", ":", "”", "“", '"', "—", "–"))
_CLAUSE_JOINS = frozenset(("while", "whereas", "although", "though", "but"))
# they nest a clause in another
_NESTS = frozenset(
    ("that", "which", "who", "whom", "what", "when", "where", "whether", "if", "how", "whose", "because", "since",
     "unless")
)  # fmt: skip
_DETERMINERS = ("a", "an", "the", "its")


def find_statements(tokens: Sequence[Token], speakers: Speakers) -> list[Statement]:
    """The statements of one sentence, in the order of their verbs."""
    found: list[Statement] = []
    for verb in find_verbs(tokens, speakers.whole):
        statement = _statement(tokens, verb, found, speakers)
        if statement:
            take_place(tokens, statement, found)
    for place, statement in enumerate(found):
        close(tokens, statement, found[place + 1] if place + 1 < len(found) else None)
    return [statement for statement in found if statement.runs]


def _statement(
    tokens: Sequence[Token], verb: VerbGroup, found: list[Statement], speakers: Speakers
) -> Statement | None:
    """The statement of one verb; None where it has no subject that can speak, or stands inside another's words."""
    words = verbatim(speakers.whole, tokens[verb.start : verb.after])
    if verb.kind == "according":
        return _according(tokens, verb, words, speakers)
    if joined := _joined(tokens, verb, found):
        return Statement(joined.voice, verb, words, verb.kind, verb.start - 1, joined.subject, verb.after)
    if verb.is_participle:
        return _participle(tokens, verb, words, found, speakers)
    begin, depends = _clause_start(tokens, verb.start)
    region = tokens[begin : verb.start]
    if not any(token.is_word for token in region):
        return _inverted(tokens, verb, words, speakers)
    # "Bloomberg reported that a source said ...": the source says it, although it stands inside
    retold = bool(found) and retells(found[-1].voice) and begin > found[-1].verb.at
    if not retold and (depends or (verb.kind != "refuse" and _is_inside(tokens, begin, found, verb))):
        return None
    goes_on = tokens[verb.start - 1].lower in ("and", "but")  # "Bessent met He Lifeng and said"
    voice = _main_subject(tokens, verb.start, speakers) if goes_on else None
    voice = voice or speakers.of_subject(region)
    if voice is None and verb.kind == "refuse":
        voice = _main_subject(tokens, verb.start, speakers)
    if voice is None:
        return None
    if verb.kind == "silence":  # that somebody has not said a thing is the author's word
        speakers.memory.mentions(voice)
        voice = AUTHOR
    subject = (begin + subject_start(region), verb.start)
    return Statement(voice, verb, words, verb.kind, begin, subject, verb.after)


def _joined(tokens: Sequence[Token], verb: VerbGroup, found: list[Statement]) -> Statement | None:
    """The statement whose subject goes on: "refused to comment and accused", "said X, and demanded Y"."""
    if not found or not verb.start or verb.is_participle or found[-1].kind == "according":
        return None
    before = tokens[verb.start - 1]
    return found[-1] if before.lower in ("and", "but", "or") and not before.quoted else None


def _participle(
    tokens: Sequence[Token], verb: VerbGroup, words: str, found: list[Statement], speakers: Speakers
) -> Statement | None:
    """ "..., insisting that ...": the main clause's subject. "a briefing mentioning ...": the briefing's author."""
    if tokens[verb.start - 1].lower not in (",", "and", "but"):
        begin, voice = _document_before(tokens, verb.start, speakers)
        return Statement(voice, verb, words, verb.kind, begin, (begin, verb.start), verb.after) if voice else None
    if found and found[-1].kind != "according":
        return Statement(found[-1].voice, verb, words, verb.kind, verb.start, found[-1].subject, verb.after)
    voice = _main_subject(tokens, verb.start, speakers)
    return Statement(voice, verb, words, verb.kind, verb.start, (0, 0), verb.after) if voice else None


def _according(tokens: Sequence[Token], verb: VerbGroup, words: str, speakers: Speakers) -> Statement | None:
    end = verb.after
    while end < len(tokens) and tokens[end].text not in (",", ";", ".", "—", "“"):
        end += 1
    voice = speakers.of_phrase(tokens[verb.after : end])
    return Statement(voice, verb, words, "according", verb.at, (verb.at, end), end) if voice else None


def _inverted(tokens: Sequence[Token], verb: VerbGroup, words: str, speakers: Speakers) -> Statement | None:
    """ "...," said Elaine Porter, an analyst."""
    end = verb.after
    while end < len(tokens) and tokens[end].text not in (";", ".", "“"):
        end += 1
    commas = [place for place in range(verb.after, end) if tokens[place].text == ","]
    voice = speakers.of_phrase(_up_to_preposition(tokens[verb.after : commas[0] if commas else end]))
    if voice is None or verb.kind != "say":
        return None
    if voice.new and commas:  # who is not known is described behind the comma
        voice = speakers.of_subject(tokens[verb.after : commas[1] if len(commas) > 1 else end]) or voice
    return Statement(voice, verb, words, "inverted", verb.start, (verb.start, end), end)


def _up_to_preposition(tokens: Sequence[Token]) -> Sequence[Token]:
    for place, token in enumerate(tokens):
        if place > 1 and token.lower in ("in", "on", "at", "during"):
            return tokens[:place]
    return tokens


def _is_inside(tokens: Sequence[Token], begin: int, found: list[Statement], verb: VerbGroup) -> bool:
    """Whether a verb stands inside what an earlier one tells."""
    if not found:
        return False
    last = found[-1]
    if last.kind == "according" and last.verb.at == 0:
        return True  # "According to Bessent, China said ...": all of it is his word
    if begin > last.verb.at:
        apart = tokens[begin - 1].text if begin else ""
        return apart not in _APART and not (apart.lower() in _JOINS and verb.kind == "say")
    # no clause begins between the two: only "..., Li said" at an end tells what went before, and is not inside
    between = tokens[last.verb.after : verb.start]
    tells_before = verb.kind == "say" and any(token.text == "," for token in between)
    return not (tells_before and not has_content(tokens[verb.after :]))


def _clause_start(tokens: Sequence[Token], end: int) -> tuple[int, bool]:
    """Where the clause of a verb begins, and whether it depends on "that", "which", "who" ... right there."""
    for place in range(end - 1, -1, -1):
        token = tokens[place]
        after_comma = place > 0 and tokens[place - 1].text == ","
        if token.text in _BREAKS or token.lower in _CLAUSE_JOINS or (token.quoted and place < end - 1):
            return place + 1, False
        if token.lower in ("and", "or") and after_comma:
            return place + 1, False
        if token.lower == "who" and end - place > 2:
            continue  # it has a verb of its own: "traders who know of the orders said"
        if token.lower in _NESTS and not any(item.text == "," for item in tokens[place:end]):
            return place + 1, place > 0
    return 0, False


def _main_subject(tokens: Sequence[Token], end: int, speakers: Speakers) -> Voice | None:
    """The subject of the clause before: the words before its verb."""
    begin = _main_clause(tokens, end)
    for first, last in reversed(_between_commas(tokens, begin, end)):
        verb = next((place for place in range(first, last) if _is_verb(tokens[place])), None)
        voice = speakers.of_subject(tokens[begin:verb]) if verb is not None else None
        if voice:
            return voice
    return None


def _document_before(tokens: Sequence[Token], end: int, speakers: Speakers) -> tuple[int, Voice | None]:
    """The author of a document that stands right before: "a ministry briefing on October 30th mentioning ..."."""
    nearest = range(end - 1, max(end - 9, 0) - 1, -1)
    begin = next((place for place in nearest if tokens[place].lower in _DETERMINERS), None)
    if begin is None or not any(token.base in lists.DOCUMENTS for token in tokens[begin:end]):
        return end, None
    voice = speakers.of_phrase(tokens[begin:end])
    return begin, None if voice == AUTHOR else voice


def _main_clause(tokens: Sequence[Token], end: int) -> int:
    for place in range(end - 1, -1, -1):
        if tokens[place].text == ";" or (tokens[place].lower in _CLAUSE_JOINS and place < end - 2):
            return place + 1
    return 0


def _between_commas(tokens: Sequence[Token], begin: int, end: int) -> list[tuple[int, int]]:
    commas = [place for place in range(begin, end) if tokens[place].text == ","]
    return list(zip([begin, *(place + 1 for place in commas)], [*commas, end], strict=True))


def _is_verb(token: Token) -> bool:
    word = token.lower
    return word in lists.FINITE or word in lists.DEEDS or word in lists.SAYS or word in lists.ACTS
