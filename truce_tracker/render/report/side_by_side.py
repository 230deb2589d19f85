"""What each party says of each commitment, one beside the other; and who has not answered what another one affirms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truce_tracker.render.report.filters import FilterWords, Tagger
from truce_tracker.render.report.rows import Index
from truce_tracker.rows import ClaimRow, CommitmentRow, ComparisonRow, OneSidedRow, Response
from truce_tracker.verdicts import Position

_NO_POSITION = (Position.SILENT, Position.MENTIONS, Position.DECLINES)


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
    """One commitment, with one cell a party in the order of `Index.parties`."""

    commitment: CommitmentRow
    filter_words: FilterWords
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The commitments of one topic."""

    topic: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """One party's silence on one commitment; `asserted` is the first one-sided claim, `claims` how many there are."""

    commitment: str
    filter_words: FilterWords
    party: str
    response: Response
    asserted: OneSidedRow
    claims: int


def side_by_side(index: Index, tagger: Tagger) -> tuple[Group, ...]:
    """Every known commitment under its topic, topics and commitments in order of entry."""
    told = {row.commitment: row for row in index.rows.comparisons}
    lines = [
        Line(row, tagger.commitment(row.commitment), tuple(_cells(index, told[row.commitment]))) for row in index.known
    ]
    groups = ((row.topic, tuple(line for line in lines if line.commitment.topic == row.topic)) for row in index.topics)
    return tuple(Group(topic, members) for topic, members in groups if members)


def silences(index: Index, tagger: Tagger) -> tuple[Silence, ...]:
    """The longest ignored first: by chances to speak, then by age."""
    found = []
    for commitment, answers in _responses_by_commitment(index).items():
        claims = [row for row in index.rows.one_sided if row.commitment == commitment]
        for party, answer in answers.items():
            if answer.position in _NO_POSITION:
                own = [row for row in claims if row.party != party]
                filter_words = tagger.commitment(commitment)
                found.append(Silence(commitment, filter_words, party, answer, own[0], len(own)))
    return tuple(sorted(found, key=lambda each: (-each.response.chances, -each.asserted.age, each.commitment)))


def _cells(index: Index, row: ComparisonRow) -> Iterator[Cell]:
    """A cell for each party of the report; empty for one that neither owes nor is owed and takes no position."""
    told = {cell.party: cell for cell in row.cells}
    for party in index.parties:
        cell = told.get(party.party)
        if cell is None:
            yield Cell(party.party, None, None, None, None, None)
        else:
            claim = index.claims.get(cell.claim or "")
            yield Cell(party.party, cell.role, cell.position, claim, cell.chances, cell.last_checked)


def _responses_by_commitment(index: Index) -> dict[str, dict[str, Response]]:
    """How each party answered the one-sided claims on a commitment; of several, the answer with most chances."""
    found: dict[str, dict[str, Response]] = {}
    for row in index.rows.one_sided:
        answers = found.setdefault(row.commitment, {})
        for each in row.responses:
            if each.party not in answers or each.chances > answers[each.party].chances:
                answers[each.party] = each
    return found
