"""What somebody says -> the pieces that can be a claim each: one act, amount or date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from truce_tracker.articles.proposing import verbs
from truce_tracker.articles.proposing.amounts import amounts
from truce_tracker.articles.proposing.stances import stance_of
from truce_tracker.articles.proposing.tokens import Token
from truce_tracker.vocabulary import Stance

_FEWEST_WORDS = 5  # of a piece
_JOINS = frozenset(("and", "but", "while", "whereas"))
_SKIPPED = frozenset(
    (
        "also", "then", "that", "to", "not", "effectively", "only", "later", "further", "be", "has", "have", "had",
        "both",
        "now", "still", "(", ")", "i", "ii", "iii", "1", "2", ",",
    )
)  # fmt: skip
_VERBS = verbs.DEEDS.keys() | verbs.ACTS.keys() | verbs.SAYS.keys() | {"retaining", "deepen", "address", "control"}
_MODALS = verbs.FINITE & frozenset(
    (
        "will", "would", "shall", "should", "may", "might", "must", "can", "could", "has", "have", "had", "is", "are",
        "was",
        "were",
    )
)  # fmt: skip
_AFTER_A_NOUN = frozenset(("of", ",", ".", "and", "for", "to", "in"))
_CHINESE_STOPS = re.compile(r"[，；。！？、：]|,\s|但|而(?!且)|并(?=[将在已]|于)")
_CHINESE_SIGNS = "，；。！？、：“”「」, \n\t　"
_LEAD = re.compile(r"自|从|如果|若|只要|一旦|除非|虽然|尽管|随着")
_REST = re.compile(r"(?=[^，]{0,16}\Z)(?:期限|为期|有效期|其中|总[额量]|直至)?[^，]{0,4}[0-9]")
_LONGEST_LEAD = 24  # characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text: whole[start:end]."""

    start: int
    end: int


def english_pieces(tokens: Sequence[Token]) -> list[list[Token]]:
    """A run of words cut where another act begins: "will buy 12 million t and also buy 25 million t a year"."""
    pieces: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        if _cuts(tokens, place) and _words(pieces[-1]) >= _FEWEST_WORDS and _has_verb(pieces[-1]):
            pieces.append([])
        pieces[-1].append(token)
    whole = _joined([piece for piece in map(_trimmed, pieces) if piece])
    return [part for piece in whole for part in _by_amounts(piece)]


def goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a piece has no subject of its own and goes on with another act: "... and extending the process"."""
    first = (token.lower for token in tokens if token.lower not in _SKIPPED and not token.lower.endswith("ly"))
    return next((word for word in first if word != "including"), "") in _VERBS


def chinese_pieces(text: str, start: int, end: int) -> list[Piece]:
    """The clauses of a run between commas and stops; a lead goes with what follows, an amount with what it counts."""
    cuts = [start]
    for stop in _CHINESE_STOPS.finditer(text, start, end):
        cuts.append(stop.end() if stop[0].strip() in _CHINESE_SIGNS else stop.start())
    bare = (_bare(text, first, last) for first, last in zip(cuts, [*cuts[1:], end], strict=True))
    return _joined_chinese(text, [piece for piece in bare if piece.end - piece.start >= 2])


def _cuts(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.text == ",":
        after = [item.lower for item in tokens[place + 1 : place + 3] if item.lower != "including"]
        return bool(after) and after[0].endswith("ing") and (after[0] in verbs.DEEDS or after[0] in verbs.ACTS)
    return token.text == ";" or (token.lower in _JOINS and _begins_an_act(tokens, place + 1))


def _begins_an_act(tokens: Sequence[Token], place: int) -> bool:
    while place < len(tokens) and (tokens[place].lower in _SKIPPED or tokens[place].lower.endswith("ly")):
        place += 1
    if place >= len(tokens):
        return False
    token, before = tokens[place], [item.lower for item in tokens[max(place - 2, 0) : place]]
    is_thing = token.lower in verbs.NOUNS_TOO and _lower_at(tokens, place + 1) in _AFTER_A_NOUN
    if token.lower in _VERBS and not token.is_capital and not is_thing:
        return True
    if "that" in before[-1:] or (token.quoted and "that" in before[:1]):
        return True
    return any(item.lower in _MODALS for item in tokens[place : place + 5]) and token.text != "“"


def _lower_at(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].lower if place < len(tokens) else "."


def _words(tokens: Sequence[Token]) -> int:
    return sum(token.is_word for token in tokens)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.lower in _MODALS or token.lower in _VERBS for token in tokens)


def _trimmed(tokens: list[Token]) -> list[Token]:
    start, end = 0, len(tokens)
    while start < end and (
        tokens[start].lower in _JOINS or not (tokens[start].is_word or tokens[start].text in '“"$‘')
    ):
        start += 1
    while end > start and not (tokens[end - 1].is_word or tokens[end - 1].text in '%”"’'):
        end -= 1
    return tokens[start:end]


def _joined(pieces: list[list[Token]]) -> list[list[Token]]:
    """Pieces that are too short to say anything go with the one before."""
    found: list[list[Token]] = []
    for piece in pieces:
        if found and _words(piece) < _FEWEST_WORDS - 1:
            found[-1] = [*found[-1], *piece]
        else:
            found.append(piece)
    return found


def _by_amounts(tokens: list[Token]) -> list[list[Token]]:
    """A piece with two amounts of goods, cut at the last comma or "and" between them."""
    start = tokens[0].start
    text = _spaced(tokens)
    goods = [amount for amount in amounts(text) if not amount.is_share]
    if len(goods) != 2:
        return [tokens]
    first, second = start + goods[0].end, start + goods[1].start
    joints = [place for place, token in enumerate(tokens) if token.lower in _JOINS or token.text in (",", ";")]
    between = [place for place in joints if first <= tokens[place].start < second]
    if not between:
        return [tokens]
    parts = [_trimmed(tokens[: between[-1]]), _trimmed(tokens[between[-1] + 1 :])]
    return parts if all(_words(part) >= _FEWEST_WORDS - 1 for part in parts) else [tokens]


def _spaced(tokens: Sequence[Token]) -> str:
    """The text of a run of tokens, with spaces wherever no token stands, so that places hold."""
    starts = [token.start for token in tokens[1:]] + [tokens[-1].end]
    return "".join(token.text.ljust(after - token.start) for token, after in zip(tokens, starts, strict=True))


def _bare(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in _CHINESE_SIGNS:
        start += 1
    while end > start and text[end - 1] in _CHINESE_SIGNS.replace("”", "").replace("」", ""):
        end -= 1
    return Piece(start, end)


def _joined_chinese(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    found: list[Piece] = []
    lead: Piece | None = None
    for piece in pieces:
        piece, lead = (Piece(lead.start, piece.end), None) if lead else (piece, None)
        words = text[piece.start : piece.end]
        if len(words) < 4 or (len(words) < _LONGEST_LEAD and _LEAD.match(words) and "，" not in words):
            lead = piece
        elif found and _REST.match(words) and stance_of(words).value == Stance.MENTIONS:
            found[-1] = Piece(found[-1].start, piece.end)
        else:
            found.append(piece)
    return [*found, lead] if lead else found
