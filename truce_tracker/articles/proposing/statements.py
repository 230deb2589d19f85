"""An English sentence -> who says what in it: the verb of saying, its subject, and the words that are said.

Verbs in quotation marks say nothing here. A verb inside what another one tells is part of that, unless a ``;``, "and",
"but" or "while" sets it apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from truce_tracker.articles.proposing import verbs
from truce_tracker.articles.proposing.known import Voice
from truce_tracker.articles.proposing.reported_clause import (
    content_end,
    content_start,
    has_content,
    left_start,
    subject_start,
)
from truce_tracker.articles.proposing.subjects import clause_start, document_before, main_subject
from truce_tracker.articles.proposing.tokens import Token, verbatim
from truce_tracker.articles.proposing.verb_groups import VerbGroup, find_verbs
from truce_tracker.articles.proposing.voices import AUTHOR, Speakers

_APART = frozenset((";", "”", '"', "—"))
_BEFORE_A_TELLER = frozenset((",", "—", "”", '"', "-"))
_JOINS = frozenset(("while", "whereas", "although", "though", "but", "and"))
_ITSELF = ("act", "refuse", "silence")  # the verb is part of what is claimed


@dataclass(slots=True)
class Statement:
    """One voice saying something; places are those of tokens. `runs` are the words that are said.

    `kind`: say, act, refuse, silence, according, inverted ("..., said Li"), parenthesis ("..., he said, ...").
    """

    voice: Voice
    verb: VerbGroup
    words: str  # of the verb
    kind: str
    start: int  # where its clause begins
    subject: tuple[int, int]
    after: int  # the end of the verb, or of the subject that follows it
    runs: list[tuple[int, int]] = field(default_factory=list)


def find_statements(tokens: Sequence[Token], speakers: Speakers) -> list[Statement]:
    """The statements of one sentence, in the order of their verbs."""
    found: list[Statement] = []
    for verb in find_verbs(tokens, speakers.whole):
        statement = _statement(tokens, verb, found, speakers)
        if statement:
            _take_place(tokens, statement, found)
    for place, statement in enumerate(found):
        _close(tokens, statement, found[place + 1] if place + 1 < len(found) else None)
    return [statement for statement in found if statement.runs]


def reporting_words(tokens: Sequence[Token], statement: Statement) -> list[Token]:
    """The words of a sentence that tell of the saying and not of what is said."""
    inside = {place for first, last in statement.runs for place in range(first, last)}
    if statement.kind in _ITSELF:
        inside = {place for place in inside if place > statement.after + 4}
    return [token for place, token in enumerate(tokens) if place not in inside]


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
    begin, depends = clause_start(tokens, verb.start)
    region = tokens[begin : verb.start]
    if not any(token.is_word for token in region):
        return _inverted(tokens, verb, words, speakers)
    retold = bool(found) and retells(found[-1].voice) and begin > found[-1].verb.at
    if not retold and (depends or (verb.kind != "refuse" and _is_inside(tokens, begin, found, verb))):
        return None
    goes_on = tokens[verb.start - 1].lower in ("and", "but")  # "Bessent met He Lifeng and said"
    voice = main_subject(tokens, verb.start, speakers) if goes_on else None
    voice = voice or speakers.of_subject(region)
    if voice is None and verb.kind == "refuse":
        voice = main_subject(tokens, verb.start, speakers)
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
        begin, voice = document_before(tokens, verb.start, speakers)
        return Statement(voice, verb, words, verb.kind, begin, (begin, verb.start), verb.after) if voice else None
    if found and found[-1].kind != "according":
        return Statement(found[-1].voice, verb, words, verb.kind, verb.start, found[-1].subject, verb.after)
    voice = main_subject(tokens, verb.start, speakers)
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
    if voice.new and commas:
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
        return True
    if begin > last.verb.at:
        apart = tokens[begin - 1].text if begin else ""
        return apart not in _APART and not (apart.lower() in _JOINS and verb.kind == "say")
    between = tokens[last.verb.after : verb.start]
    tells_before = verb.kind == "say" and any(token.text == "," for token in between)
    return not (tells_before and not has_content(tokens[verb.after :]))


def _take_place(tokens: Sequence[Token], statement: Statement, found: list[Statement]) -> None:
    """Add a statement; where it tells what went before, take in what was found there."""
    if statement.kind not in _ITSELF:
        right = tokens[statement.after :]
        heard = any(other.voice != AUTHOR for other in found)
        if heard and retells(statement.voice) and not has_content(right):
            return  # a newspaper retells what somebody said
        if _tells_left(tokens, statement) or _is_parenthesis(tokens, statement):
            _take_left(tokens, statement, found)
    found.append(statement)


def _tells_left(tokens: Sequence[Token], statement: Statement) -> bool:
    begin = statement.subject[0]
    aside = statement.kind in ("according", "inverted")
    apart = begin > 0 and (aside or tokens[begin - 1].text in _BEFORE_A_TELLER)
    told = statement.kind == "inverted" or not has_content(tokens[statement.after :])
    return apart and told and sum(token.is_word for token in tokens[:begin]) > 1


def _is_parenthesis(tokens: Sequence[Token], statement: Statement) -> bool:
    """ "Brenmark, he added, is prepared to ..."."""
    begin, right = statement.subject[0], tokens[statement.after :]
    commas = begin > 0 and tokens[begin - 1].text == "," and bool(right) and right[0].text == ","
    return statement.kind == "say" and commas and has_content(right)


def _take_left(tokens: Sequence[Token], statement: Statement, found: list[Statement]) -> None:
    begin = statement.subject[0]
    first = left_start(tokens, begin)
    found[:] = [other for other in found if other.verb.at < first]
    statement.runs = [(first, begin)]
    if statement.kind == "say" and _is_parenthesis(tokens, statement):
        statement.kind = "parenthesis"
        if sum(token.is_word for token in tokens[:begin]) <= 3:
            statement.runs = []


def _close(tokens: Sequence[Token], statement: Statement, following: Statement | None) -> None:
    """Give a statement the words that follow its verb, up to the next statement."""
    end = len(tokens)
    if following:
        end = min((run[0] for run in following.runs), default=following.start)
        end = max(end, statement.after) if end > statement.verb.at else following.start
        end = content_end(tokens, statement.after, end)
    if statement.kind in _ITSELF:
        statement.runs = [(statement.verb.start, end)]
        return
    if statement.kind == "inverted" or (statement.runs and statement.kind != "parenthesis"):
        return
    start = content_start(tokens, statement.after, end)
    if any(token.is_word for token in tokens[start:end]):
        statement.runs.append((start, end))


def retells(voice: Voice) -> bool:
    """Whether a voice is a newspaper or an agency, which retells what others say."""
    words = set(re.findall(r"[a-z]+", voice.name.lower()))
    return voice.kind == "institution" and not voice.party and bool(words & verbs.MEDIA)
