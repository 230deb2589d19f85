"""What the filters of the page go by: the words that an element carries for party, topic and status."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.render.report.rows import THIRD_PARTY, Index
from truce_tracker.rows import ClaimRow, CommitmentRow, MilestoneRow


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Ids and statuses, each separated by spaces; a status as one word (``met-late``)."""

    party: str
    topic: str
    status: str


class Tagger:
    """Gives every commitment, and what belongs to it, its filter words."""

    def __init__(self, index: Index) -> None:
        self._book = index
        self._milestones: dict[str, list[str]] = {}
        for row in index.rows.deadlines:
            self._milestones.setdefault(row.commitment, []).append(row.status)

    def statuses(self, commitment: str | None) -> tuple[str, ...]:
        """The status of a commitment and those of its milestones."""
        row = self._book.commitments.get(commitment or "")
        return tuple(dict.fromkeys((row.status, *self._milestones.get(row.commitment, ())))) if row else ()

    def commitment(self, identity: str) -> FilterWords:
        """The filter words of whatever is about a commitment as a whole: its parties are those who owe and are owed."""
        row = self._book.commitments.get(identity)
        return FilterWords(_parties(row), row.topic if row else "", self._words(identity))

    def claim(self, row: ClaimRow) -> FilterWords:
        """The filter words of a claim: its party is who says it."""
        return FilterWords(row.party or THIRD_PARTY, row.topic, self._words(row.commitment))

    def milestone(self, row: MilestoneRow) -> FilterWords:
        """The filter words of a milestone: its own status beside that of its commitment."""
        held = self._book.commitments.get(row.commitment)
        statuses = dict.fromkeys((row.status, *((held.status,) if held else ())))
        return FilterWords(_parties(held), held.topic if held else "", " ".join(map(one_word, statuses)))

    def _words(self, commitment: str | None) -> str:
        return " ".join(map(one_word, self.statuses(commitment)))


def one_word(status: str) -> str:
    """A status as one word: ``met-late``."""
    return status.replace(" ", "-")


def _parties(row: CommitmentRow | None) -> str:
    return " ".join(dict.fromkeys((*row.obligors, *row.beneficiaries))) if row else ""
