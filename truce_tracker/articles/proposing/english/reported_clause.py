"""What an English statement tells: the words after its verb, or those before it.

Which statements a sentence has, and who makes them, is told in `paragraphs`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from truce_tracker.articles.proposing.english.verb_groups import VerbGroup, is_noun
from truce_tracker.articles.proposing.sentences import Token
from truce_tracker.articles.proposing.utterance import AUTHOR, Voice
from truce_tracker.articles.proposing.words import english as lists

_DESCRIPTIONS = lists.ROLES | lists.ANALYSTS | lists.ANONYMOUS
_JOINTS = frozenset(("and", "but", "while", "whereas", ",", ";", "or"))
_BEFORE_A_TELLER = frozenset((",", "—", "”", '"', "-"))
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


def take_place(tokens: Sequence[Token], statement: Statement, found: list[Statement]) -> None:
    """Add a statement; where it tells what went before, take in what was found there."""
    if statement.kind not in _ITSELF:
        right = tokens[statement.after :]
        heard = any(other.voice != AUTHOR for other in found)
        if heard and retells(statement.voice) and not has_content(right):
            return  # a newspaper retells what somebody said
        if _tells_left(tokens, statement) or _is_parenthesis(tokens, statement):
            _take_left(tokens, statement, found)
    found.append(statement)


def close(tokens: Sequence[Token], statement: Statement, following: Statement | None) -> None:
    """Give a statement the words that follow its verb, up to the next statement."""
    end = len(tokens)
    if following:  # up to the words that the next one tells, which can stand before its own verb
        end = min((run[0] for run in following.runs), default=following.start)
        end = max(end, statement.after) if end > statement.verb.at else following.start
        end = _content_end(tokens, statement.after, end)
    if statement.kind in _ITSELF:
        statement.runs = [(statement.verb.start, end)]
        return
    if statement.kind == "inverted" or (statement.runs and statement.kind != "parenthesis"):
        return
    start = _content_start(tokens, statement.after, end)
    if any(token.is_word for token in tokens[start:end]):
        statement.runs.append((start, end))


def reporting_words(tokens: Sequence[Token], statement: Statement) -> list[Token]:
    """The words of a sentence that tell of the saying and not of what is said."""
    inside = {place for first, last in statement.runs for place in range(first, last)}
    if statement.kind in _ITSELF:  # "agreed on Monday to ...": the day of the saying stands within what is claimed
        inside = {place for place in inside if place > statement.after + 4}
    return [token for place, token in enumerate(tokens) if place not in inside]


def retells(voice: Voice) -> bool:
    """Whether a voice is a newspaper or an agency, which retells what others say."""
    words = set(re.findall(r"[a-z]+", voice.name.lower()))
    return voice.kind == "institution" and not voice.party and bool(words & lists.MEDIA)


def has_content(right: Sequence[Token]) -> bool:
    """Whether something that is told follows a verb: a quotation, "that", or a clause with a verb of its own."""
    for place, token in enumerate(right):
        if token.quoted or token.lower == "whether" or (token.lower == "that" and _opens_clause(right, place)):
            return True
        after = right[place + 1].lower if place + 1 < len(right) else ""
        if token.text == ";" or (token.text == "," and after.endswith("ing")):
            return False  # "said Li, adding that ...": what follows belongs to the next verb
        is_act = place > 0 and (token.lower in lists.DEEDS or token.lower in lists.ACTS)
        if token.lower in lists.FINITE or (is_act and not is_noun(right, place, place)):
            return True
    return False


def subject_start(region: Sequence[Token]) -> int:
    """Where the subject begins in the words before a verb: before its name and the description beside it."""
    commas = [place for place, token in enumerate(region) if token.text == ","]
    start = 0
    for comma in reversed(commas):
        # longer without a description is no apposition but a clause of its own
        if len(region) - comma > 12 and not _describes(region[comma + 1 :]):
            break
        start = comma + 1
        earlier = max((place for place in commas if place < comma), default=-1)
        if comma - earlier - 1 > 10 or not _describes(region[earlier + 1 : comma]):
            break
    return start


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
    first = _left_start(tokens, begin)
    found[:] = [other for other in found if other.verb.at < first]
    statement.runs = [(first, begin)]
    if statement.kind == "say" and _is_parenthesis(tokens, statement):
        statement.kind = "parenthesis"
        # "Brenmark, he added, is prepared": so few words are the subject of what follows, and no claim themselves
        if sum(token.is_word for token in tokens[:begin]) <= 3:
            statement.runs = []


def _opens_clause(right: Sequence[Token], place: int) -> bool:
    """Whether "that" begins what is told ("said on Tuesday that") and does not belong to a noun ("a report that")."""
    if not place:
        return True
    before = right[place - 1]
    return not before.is_word or before.is_capital or before.lower in lists.HEARERS or before.text.isdigit()


def _content_start(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where what is told begins: at a quotation after a colon or comma, after "that", or at the verb's end."""
    quotation = _after_a_colon(tokens, start, end)
    if quotation is not None:
        return quotation
    # as far as "told state television in Beijing on Friday that"; a later "that" belongs to what is told
    for place in range(start, min(end - 1, start + 16)):
        token = tokens[place]
        if token.quoted or token.text in (";", "“") or token.lower in lists.FINITE:
            break
        follows = tokens[place + 1].lower not in (",", ".")
        if token.lower == "that" and follows and _opens_clause(tokens[start:end], place - start):
            return place + 1
    while start < end and tokens[start].text in (",", ":"):
        start += 1
    return start


def _after_a_colon(tokens: Sequence[Token], start: int, end: int) -> int | None:
    for place in range(start, end - 1):
        token = tokens[place]
        if token.text in (":", ",") and tokens[place + 1].text in ("“", '"'):
            return place + 1
        if token.lower == "that" or (not token.quoted and token.lower in lists.FINITE):
            break
    return None


def _content_end(tokens: Sequence[Token], after: int, end: int) -> int:
    """Where what is told ends: before the "and" or comma that leads to the next statement."""
    while end > after and tokens[end - 1].lower in _JOINTS:
        end -= 1
    return end


def _left_start(tokens: Sequence[Token], end: int) -> int:
    """Where what was told before a verb begins: after the last ``;``, or at the sentence's beginning."""
    for place in range(end - 1, -1, -1):
        if tokens[place].text == ";" and not tokens[place].quoted:
            return place + 1
    return 0


def _describes(tokens: Sequence[Token]) -> bool:
    return any(token.base in _DESCRIPTIONS for token in tokens)
