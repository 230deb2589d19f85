"""What an English verb of saying tells: the words after it, or those before it."""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing import name_words, verbs
from truce_tracker.articles.proposing.tokens import Token
from truce_tracker.articles.proposing.verb_groups import is_noun

_DESCRIPTIONS = name_words.ROLES | name_words.ANALYSTS | name_words.ANONYMOUS
_JOINTS = frozenset(("and", "but", "while", "whereas", ",", ";", "or"))


def has_content(right: Sequence[Token]) -> bool:
    """Whether something that is told follows a verb: a quotation, "that", or a clause with a verb of its own."""
    for place, token in enumerate(right):
        if token.quoted or token.lower == "whether" or (token.lower == "that" and opens_clause(right, place)):
            return True
        after = right[place + 1].lower if place + 1 < len(right) else ""
        if token.text == ";" or (token.text == "," and after.endswith("ing")):
            return False
        is_act = place > 0 and (token.lower in verbs.DEEDS or token.lower in verbs.ACTS)
        if token.lower in verbs.FINITE or (is_act and not is_noun(right, place, place)):
            return True
    return False


def opens_clause(right: Sequence[Token], place: int) -> bool:
    """Whether "that" begins what is told ("said on Tuesday that") and does not belong to a noun ("a report that")."""
    if not place:
        return True
    before = right[place - 1]
    return not before.is_word or before.is_capital or before.lower in verbs.HEARERS or before.text.isdigit()


def content_start(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where what is told begins: at a quotation after a colon or comma, after "that", or at the verb's end."""
    quotation = _after_a_colon(tokens, start, end)
    if quotation is not None:
        return quotation
    for place in range(start, min(end - 1, start + 16)):
        token = tokens[place]
        if token.quoted or token.text in (";", "“") or token.lower in verbs.FINITE:
            break
        follows = tokens[place + 1].lower not in (",", ".")
        if token.lower == "that" and follows and opens_clause(tokens[start:end], place - start):
            return place + 1
    while start < end and tokens[start].text in (",", ":"):
        start += 1
    return start


def _after_a_colon(tokens: Sequence[Token], start: int, end: int) -> int | None:
    for place in range(start, end - 1):
        token = tokens[place]
        if token.text in (":", ",") and tokens[place + 1].text in ("“", '"'):
            return place + 1
        if token.lower == "that" or (not token.quoted and token.lower in verbs.FINITE):
            break
    return None


def content_end(tokens: Sequence[Token], after: int, end: int) -> int:
    """Where what is told ends: before the "and" or comma that leads to the next statement."""
    while end > after and tokens[end - 1].lower in _JOINTS:
        end -= 1
    return end


def left_start(tokens: Sequence[Token], end: int) -> int:
    """Where what was told before a verb begins: after the last ``;``, or at the sentence's beginning."""
    for place in range(end - 1, -1, -1):
        if tokens[place].text == ";" and not tokens[place].quoted:
            return place + 1
    return 0


def subject_start(region: Sequence[Token]) -> int:
    """Where the subject begins in the words before a verb: before its name and the description beside it."""
    commas = [place for place, token in enumerate(region) if token.text == ","]
    start = 0
    for comma in reversed(commas):
        if len(region) - comma > 12 and not _describes(region[comma + 1 :]):
            break
        start = comma + 1
        earlier = max((place for place in commas if place < comma), default=-1)
        if comma - earlier - 1 > 10 or not _describes(region[earlier + 1 : comma]):
            break
    return start


def _describes(tokens: Sequence[Token]) -> bool:
    return any(token.base in _DESCRIPTIONS for token in tokens)
