"""Who has not answered: parties without a position on what another one says was promised, and how often they spoke."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.render.report.filters import Tagger, Tokens
from truce_tracker.render.report.rows import Book
from truce_tracker.render.report.side_by_side import responses_by_commitment
from truce_tracker.rows import OneSidedRow, Response

_NO_POSITION = ("silent", "mentions", "declines")


@dataclass(frozen=True, slots=True)
class Silence:
    """One party's silence on one commitment; `asserted` is the first one-sided claim, `claims` how many there are."""

    commitment: str
    tokens: Tokens
    party: str
    response: Response
    asserted: OneSidedRow
    claims: int


def silences(book: Book, tagger: Tagger) -> tuple[Silence, ...]:
    """The longest ignored first: by chances to speak, then by age."""
    found = []
    for commitment, answers in responses_by_commitment(book).items():
        claims = [row for row in book.rows.one_sided if row.commitment == commitment]
        for party, answer in answers.items():
            if answer.position in _NO_POSITION:
                own = [row for row in claims if row.party != party]
                tokens = tagger.commitment(commitment)
                found.append(Silence(commitment, tokens, party, answer, own[0], len(own)))
    return tuple(sorted(found, key=lambda each: (-each.response.chances, -each.asserted.age, each.commitment)))
