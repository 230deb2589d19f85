"""Which words of a claim are quoted: a short run that holds what makes it a claim. Always a run of the text itself."""

from __future__ import annotations

from collections.abc import Sequence

from truce_tracker.articles.proposing.tokens import Token

MOST_WORDS = 12  # of a quotation
_MOST_SIGNS = 34  # of one in Chinese
_FEWEST_WORDS = 4
_FEWEST_AFTER_LEAD = 4
_SIGNS = frozenset((",", ";", ":", "“", '"', "—", "("))
_JOINS = frozenset(("and", "but", "that", "while"))
_LOOSE = frozenset(
    ("and", "the", "a", "an", "of", "to", "or", "but", "with", "for", "in", "on", "by", "that", "from", "as", "its")
)
_LEADS = frozenset(
    (
        "if", "should", "while", "although", "though", "during", "after", "following", "despite", "as", "in", "on",
        "for",
        "since", "when", "before", "under", "given", "so", "however", "from", "three", "more", "prior", "without",
    )
)  # fmt: skip


def english_quotation(tokens: Sequence[Token], wanted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The place of the dozen words that hold most of what is wanted, the first of it most; of equals, those that begin
    where a part of the sentence begins, then the longest, then the earliest."""
    lead = _after_lead(tokens)
    words = [place for place, token in enumerate(tokens) if token.is_word and place >= lead]
    best, most = tokens, -1.0
    for first in range(max(len(words) - _FEWEST_WORDS + 1, 1) if words else 0):
        run = tokens[words[first] : words[min(first + MOST_WORDS, len(words)) - 1] + 1]
        held = sum(_held(run, span) * (1.1 if rank == 0 else 1.0) for rank, span in enumerate(wanted))
        held += (0.05 if _begins_a_part(tokens, words[first], lead) else 0.0) + 0.001 * len(run)
        if held > most + 1e-9:
            best, most = run, held
    best = _without_loose_end(best)
    return best[0].start, best[-1].end


def _begins_a_part(tokens: Sequence[Token], place: int, lead: int) -> bool:
    return place <= lead or tokens[place - 1].text in _SIGNS or tokens[place - 1].lower in _JOINS


def chinese_quotation(start: int, end: int, wanted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """At most some thirty characters of whole[start:end], those around what is wanted."""
    if end - start <= _MOST_SIGNS:
        return start, end
    first = min((place for place, _ in wanted), default=start)
    begin = max(start, min(first, end - _MOST_SIGNS))
    return begin, min(begin + _MOST_SIGNS, end)


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
