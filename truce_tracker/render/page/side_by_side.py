"""What each party says of each commitment, one beside the other: its position, and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from truce_tracker.render.page.book import Book
from truce_tracker.render.page.tokens import Tagger, Tokens
from truce_tracker.render.page.words import first_day
from truce_tracker.rows import ClaimRow, CommitmentRow, PartyPosition, Response

_COUNTS_AS_AFFIRMED = ("reports-met", "reports-progress")  # an obligor's own report


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one commitment. Its role is None where it neither owes nor is owed; the claim is what it said."""

    party: str
    role: str | None
    position: str | None
    claim: ClaimRow | None
    chances: int | None
    last_checked: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One commitment, with one cell a party in the order of `Book.parties`."""

    commitment: CommitmentRow
    tokens: Tokens
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The commitments of one topic."""

    topic: str
    lines: tuple[Line, ...]


def side_by_side(book: Book, tagger: Tagger) -> tuple[Group, ...]:
    """Every known commitment under its topic, topics and commitments in order of entry."""
    said = _by_commitment(book.rows.claims)
    asked = responses_by_commitment(book)
    lines = [
        Line(row, tagger.commitment(row.commitment), tuple(_cells(row, book, said, asked.get(row.commitment, {}))))
        for row in book.known
    ]
    groups = ((row.topic, tuple(line for line in lines if line.commitment.topic == row.topic)) for row in book.topics)
    return tuple(Group(topic, members) for topic, members in groups if members)


def responses_by_commitment(book: Book) -> dict[str, dict[str, Response]]:
    """How each party answered the one-sided claims on a commitment; of several, the answer with most chances."""
    found: dict[str, dict[str, Response]] = {}
    for row in book.rows.one_sided:
        answers = found.setdefault(row.commitment, {})
        for each in row.responses:
            if each.party not in answers or each.chances > answers[each.party].chances:
                answers[each.party] = each
    return found


def _by_commitment(claims: Iterable[ClaimRow]) -> dict[str, list[ClaimRow]]:
    found: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        if claim.commitment and claim.on_record:
            found.setdefault(claim.commitment, []).append(claim)
    return found


def _cells(
    row: CommitmentRow, book: Book, said: dict[str, list[ClaimRow]], asked: dict[str, Response]
) -> Iterator[Cell]:
    for party in book.parties:
        own = [claim for claim in said.get(row.commitment, ()) if claim.party == party.party]
        held = [each for each in row.positions if each.party == party.party]
        answer = asked.get(party.party)
        if not held:
            yield Cell(party.party, None, None, own[-1] if own else None, None, None)
            continue
        chances, checked = (answer.chances, answer.last_checked) if answer else (None, None)
        yield Cell(party.party, _role(held), held[0].position, _deciding(held[0], own), chances, checked)


def _role(held: list[PartyPosition]) -> str:
    return " and ".join(dict.fromkeys(each.role for each in held))


def _deciding(held: PartyPosition, own: list[ClaimRow]) -> ClaimRow | None:
    """The claim that the position rests on: the latest with its stance that was said on the day it holds since."""
    wanted = {held.position, *(_COUNTS_AS_AFFIRMED if held.position == "affirms" else ())}
    fitting = [claim for claim in own if claim.stance in wanted]
    dated = [claim for claim in fitting if str(first_day(claim.said)) == held.since]
    found = dated or fitting
    return found[-1] if found else None
