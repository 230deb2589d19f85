"""What the filters of the page go by: the words that an element carries for party, topic, status and state."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.render.report.days import Promise
from truce_tracker.render.report.rows import THIRD_PARTY, Index
from truce_tracker.rows import ClaimRow, CommitmentRow


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Ids and verdicts, each separated by spaces; a verdict as one word (``met-late``, ``state:in-force``)."""

    party: str
    topic: str
    status: str


class Tagger:
    """Gives every commitment, and what belongs to it, its filter words."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._milestones: dict[str, list[str]] = {}
        for row in index.rows.deadlines:
            self._milestones.setdefault(row.commitment, []).append(row.status)

    def commitment(self, identity: str) -> FilterWords:
        """The filter words of whatever is about a commitment as a whole: its parties are all that stand on it."""
        row = self._index.commitments.get(identity)
        return FilterWords(_parties(row), row.topic if row else "", " ".join(self._verdicts(identity)))

    def claim(self, row: ClaimRow) -> FilterWords:
        """The filter words of a claim and of what tells it again: its parties are those who say it."""
        rows = (row, *self._index.tellings.get(row.claim, ()))
        parties = dict.fromkeys(party for each in rows for party in each.parties or (THIRD_PARTY,))
        topics = dict.fromkeys(topic for each in rows for topic in self._index.topics_of(each))
        verdicts = dict.fromkeys(word for each in row.commitments for word in self._verdicts(each))
        return FilterWords(" ".join(parties), " ".join(topics), " ".join(verdicts))

    def promise(self, promise: Promise) -> FilterWords:
        """The filter words of a promise: the statuses of its days beside the verdicts on the commitment."""
        held = self._index.commitments.get(promise.row.commitment)
        statuses = (one_word(row.status) for row in (promise.row, *promise.further))
        words = dict.fromkeys((*statuses, *(_own(held) if held else ())))
        return FilterWords(_parties(held), held.topic if held else "", " ".join(words))

    def _verdicts(self, commitment: str) -> tuple[str, ...]:
        """The status and the state of a commitment, and the statuses of its milestones."""
        row = self._index.commitments.get(commitment)
        return (*_own(row), *map(one_word, self._milestones.get(commitment, ()))) if row else ()


def one_word(status: str) -> str:
    """A status as one word: ``met-late``."""
    return status.replace(" ", "-")


def state_word(state: str) -> str:
    """A state as one word that no status has: ``state:in-force``."""
    return f"state:{one_word(state)}"


def _own(row: CommitmentRow) -> tuple[str, str]:
    return one_word(row.status), state_word(row.state)


def _parties(row: CommitmentRow | None) -> str:
    return " ".join(each.party for each in row.positions) if row else ""
