"""What each party says of each commitment, one beside the other: its position, and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truce_tracker.render.report.filters import Tagger, Tokens
from truce_tracker.render.report.rows import Book
from truce_tracker.rows import ClaimRow, CommitmentRow, ComparisonRow, Response


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
    told = {row.commitment: row for row in book.rows.comparisons}
    lines = [
        Line(row, tagger.commitment(row.commitment), tuple(_cells(book, told[row.commitment]))) for row in book.known
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


def _cells(book: Book, row: ComparisonRow) -> Iterator[Cell]:
    """A cell for each party of the report; empty for one that neither owes nor is owed and takes no position."""
    told = {cell.party: cell for cell in row.cells}
    for party in book.parties:
        cell = told.get(party.party)
        if cell is None:
            yield Cell(party.party, None, None, None, None, None)
        else:
            claim = book.claims.get(cell.claim or "")
            yield Cell(party.party, cell.role, cell.position, claim, cell.chances, cell.last_checked)
