"""What each party says of each commitment, one beside the other; and who has not answered what another one affirms."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.render.report.filters import FilterWords, Tagger
from truce_tracker.render.report.rows import Index
from truce_tracker.rows import Cell, CommitmentRow, ComparisonRow, Exchange, OneSidedRow, PartyRow, Response
from truce_tracker.verdicts import Position

_NO_POSITION = (Position.SILENT, Position.MENTIONS, Position.DECLINES)


@dataclass(frozen=True, slots=True)
class Line:
    """One commitment, what is said to be given for it, and one cell for each party in the order of `Index.parties`.

    A party that neither owes it nor is owed it, and takes no position, has None.
    """

    commitment: CommitmentRow
    filter_words: FilterWords
    cells: tuple[tuple[PartyRow, Cell | None], ...]
    in_exchange_for: tuple[Exchange, ...]


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
    lines = [_line(row, told[row.commitment], index, tagger) for row in index.known]
    groups = ((row.topic, tuple(line for line in lines if line.commitment.topic == row.topic)) for row in index.topics)
    return tuple(Group(topic, members) for topic, members in groups if members)


def silences(index: Index, tagger: Tagger) -> tuple[Silence, ...]:
    """The longest ignored first: by chances to speak, then by age."""
    found = []
    by_commitment: dict[str | None, list[OneSidedRow]] = {}
    for row in index.rows.one_sided:
        by_commitment.setdefault(row.commitment, []).append(row)
    for commitment, answers in _responses_by_commitment(index).items():
        claims = by_commitment[commitment]
        for party, answer in answers.items():
            if answer.position in _NO_POSITION:
                own = [row for row in claims if row.party != party]
                filter_words = tagger.commitment(commitment)
                found.append(Silence(commitment, filter_words, party, answer, own[0], len(own)))
    return tuple(sorted(found, key=lambda each: (-each.response.chances, -each.asserted.age, each.commitment)))


def _line(row: CommitmentRow, told: ComparisonRow, index: Index, tagger: Tagger) -> Line:
    cells = {cell.party: cell for cell in told.cells}
    by_party = tuple((party, cells.get(party.party)) for party in index.parties)
    return Line(row, tagger.commitment(row.commitment), by_party, told.in_exchange_for)


def _responses_by_commitment(index: Index) -> dict[str, dict[str, Response]]:
    """How each party answered the one-sided claims on a commitment; of several, the answer with most chances."""
    found: dict[str, dict[str, Response]] = {}
    for row in index.rows.one_sided:
        answers = found.setdefault(row.commitment, {})
        for each in row.responses:
            if each.party not in answers or each.chances > answers[each.party].chances:
                answers[each.party] = each
    return found
