"""What somebody says in English -> the pieces that can be a claim each, and the words of a piece that are quoted.

A piece is one act, amount or date; a quotation is a short run of it, always one of the text itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing.english.amounts import english_amounts
from truce_tracker.articles.proposing.sentences import Token
from truce_tracker.articles.proposing.words import english as lists

# ---- pieces
_FEWEST_WORDS = 5  # of a piece; fewer say nothing by themselves
_JOINS = frozenset(("and", "but", "while", "whereas"))
# they may stand between "and" and the verb of the next act, list marks such as "(ii)" too
_SKIPPED = frozenset(
    (
        "also", "then", "that", "to", "not", "effectively", "only", "later", "further", "be", "has", "have", "had",
        "both", "now", "still", "(", ")", "i", "ii", "iii", "1", "2", ",",
    )
)  # fmt: skip
_VERBS = lists.DEEDS.keys() | lists.ACTS.keys() | lists.SAYS.keys() | {"retaining", "deepen", "address", "control"}
_MODALS = lists.FINITE & frozenset(
    (
        "will", "would", "shall", "should", "may", "might", "must", "can", "could", "has", "have", "had", "is", "are",
        "was", "were",
    )
)  # fmt: skip
_AFTER_A_NOUN = frozenset(("of", ",", ".", "and", "for", "to", "in"))
# ---- quotations, in words
_MOST_QUOTED = 12  # what is fair to copy, and enough to find the place
_FEWEST_QUOTED = 4
_FEWEST_AFTER_LEAD = 4
_SIGNS = frozenset((",", ";", ":", "“", '"', "—", "("))
_PART_JOINS = frozenset(("and", "but", "that", "while"))
# no quotation ends with one of these
_LOOSE = frozenset(
    ("and", "the", "a", "an", "of", "to", "or", "but", "with", "for", "in", "on", "by", "that", "from", "as", "its")
)
# a clause before the main one begins with one of these
_LEADS = frozenset(
    (
        "if", "should", "while", "although", "though", "during", "after", "following", "despite", "as", "in", "on",
        "for", "since", "when", "before", "under", "given", "so", "however", "from", "three", "more", "prior",
        "without",
    )
)  # fmt: skip


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


def english_quotation(tokens: Sequence[Token], wanted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The place of the dozen words that hold most of what is wanted, the first of it most; of equals, those that begin
    where a part of the sentence begins, then the longest, then the earliest."""
    lead = _after_lead(tokens)
    words = [place for place, token in enumerate(tokens) if token.is_word and place >= lead]
    best, most = tokens, -1.0
    for first in range(max(len(words) - _FEWEST_QUOTED + 1, 1) if words else 0):
        run = tokens[words[first] : words[min(first + _MOST_QUOTED, len(words)) - 1] + 1]
        held = sum(_held(run, span) * (1.1 if rank == 0 else 1.0) for rank, span in enumerate(wanted))
        held += (0.05 if _begins_a_part(tokens, words[first], lead) else 0.0) + 0.001 * len(run)
        if held > most + 1e-9:  # sums of floats differ in their last digits; the earlier of equals stays
            best, most = run, held
    best = _without_loose_end(best)
    return best[0].start, best[-1].end


def _cuts(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.text == ",":  # "will suspend the controls, extending the licences": a participle can be an act too
        after = [item.lower for item in tokens[place + 1 : place + 3] if item.lower != "including"]
        return bool(after) and after[0].endswith("ing") and (after[0] in lists.DEEDS or after[0] in lists.ACTS)
    return token.text == ";" or (token.lower in _JOINS and _begins_an_act(tokens, place + 1))


def _begins_an_act(tokens: Sequence[Token], place: int) -> bool:
    while place < len(tokens) and (tokens[place].lower in _SKIPPED or tokens[place].lower.endswith("ly")):
        place += 1
    if place >= len(tokens):
        return False
    token, before = tokens[place], [item.lower for item in tokens[max(place - 2, 0) : place]]
    is_thing = token.lower in lists.NOUNS_TOO and _lower_at(tokens, place + 1) in _AFTER_A_NOUN
    if token.lower in _VERBS and not token.is_capital and not is_thing:
        return True
    if "that" in before[-1:] or (token.quoted and "that" in before[:1]):
        return True
    # a subject of some words before its verb: "and the United States will ..."
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
    goods = [amount for amount in english_amounts(text) if not amount.is_share]
    if len(goods) != 2:  # three and more compare or sum up: no cut is sure to leave each with what it counts
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


def _begins_a_part(tokens: Sequence[Token], place: int, lead: int) -> bool:
    return place <= lead or tokens[place - 1].text in _SIGNS or tokens[place - 1].lower in _PART_JOINS


def _after_lead(tokens: Sequence[Token]) -> int:
    """Where the main clause begins after "If ...,", "During ...,"."""
    if tokens[0].lower not in _LEADS:
        return 0
    comma = next((place for place, token in enumerate(tokens) if token.text == ","), 0)
    enough = sum(token.is_word for token in tokens[comma + 1 :]) >= _FEWEST_AFTER_LEAD
    return comma + 1 if comma and enough else 0


def _held(run: Sequence[Token], span: tuple[int, int]) -> float:
    """How much of a place lies in a run, from 0 to 1."""
    inside = min(run[-1].end, span[1]) - max(run[0].start, span[0])
    return max(0, inside) / max(span[1] - span[0], 1)


def _without_loose_end(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without an "and" or "of the" at the end."""
    while len(tokens) > 4 and (tokens[-1].lower in _LOOSE or not (tokens[-1].is_word or tokens[-1].text == "%")):
        tokens = tokens[:-1]
    return tokens
