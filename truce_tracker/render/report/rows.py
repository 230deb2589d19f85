"""The rows of a report, and how one of them leads to another: a claim to its speaker, its source, its commitment.

It looks up and decides nothing: every verdict is in the rows already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from truce_tracker.rows import (
    ClaimRow,
    CommitmentRow,
    ComparisonRow,
    Divergence,
    MilestoneRow,
    OneSidedRow,
    PartyRow,
    SourceRow,
    SpeakerRow,
    TopicRow,
)

THIRD_PARTY = "third-party"  # the filter word of a claim that no party makes


@dataclass(frozen=True)
class Rows:
    """What was asked of the ledger for the day `as_of` (ISO); `chosen` are the topics asked for, none for all."""

    as_of: str
    parties: Sequence[PartyRow]
    speakers: Sequence[SpeakerRow]
    topics: Sequence[TopicRow]
    sources: Sequence[SourceRow]
    claims: Sequence[ClaimRow]
    commitments: Sequence[CommitmentRow]
    comparisons: Sequence[ComparisonRow]
    one_sided: Sequence[OneSidedRow]
    deadlines: Sequence[MilestoneRow]
    overdue: Sequence[MilestoneRow]
    divergences: Sequence[Divergence]
    chosen: tuple[str, ...] = ()


class Index:
    """The rows with look-ups by id. An id that nothing has is its own name."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.as_of = rows.as_of
        self.claims = {row.claim: row for row in rows.claims}
        self.commitments = {row.commitment: row for row in rows.commitments}
        self._speakers = {row.speaker: row for row in rows.speakers}
        self._parties = {row.party: row for row in rows.parties}
        self._topics = {row.topic: row for row in rows.topics}
        self._sources = {row.source: row for row in rows.sources}

    @cached_property
    def parties(self) -> tuple[PartyRow, ...]:
        """The parties that a claim or a commitment of this report names, in order of entry."""
        involved = {party for row in self.rows.commitments for party in (*row.obligors, *row.beneficiaries)}
        involved |= {row.party for row in self.rows.claims if row.party}
        return tuple(row for row in self.rows.parties if row.party in involved)

    @cached_property
    def topics(self) -> tuple[TopicRow, ...]:
        """The topics that a claim or a known commitment of this report is about, in order of entry."""
        used = {row.topic for row in self.rows.claims} | {row.topic for row in self.known}
        return tuple(row for row in self.rows.topics if row.topic in used)

    @cached_property
    def known(self) -> tuple[CommitmentRow, ...]:
        """The commitments that somebody had spoken of by the day."""
        spoken = {row.commitment for row in self.rows.claims}
        return tuple(row for row in self.rows.commitments if row.commitment in spoken)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The commitments that have a row of their own to link to."""
        return frozenset(row.commitment for row in self.known)

    @cached_property
    def sources(self) -> tuple[SourceRow, ...]:
        """The sources of the claims, in their order; their numbers count from 1."""
        used = {row.source for row in self.rows.claims}
        return tuple(row for row in self.rows.sources if row.source in used)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {row.source: number for number, row in enumerate(self.sources, 1)}

    def number(self, source: str) -> int | None:
        """The number of a source in the list of sources."""
        return self._numbers.get(source)

    def party(self, identity: str | None) -> str:
        """A party's name; ``Third party`` where there is none."""
        if identity is None:
            return "Third party"
        row = self._parties.get(identity)
        return (row and row.name) or identity

    def voice(self, claim: ClaimRow) -> str:
        """Who speaks: the speaker, else the party as such."""
        return self.speaker(claim.speaker) if claim.speaker else self.party(claim.party)

    def speaker(self, identity: str) -> str:
        """A speaker's name."""
        row = self._speakers.get(identity)
        return (row and row.name) or identity

    def role(self, claim: ClaimRow) -> str | None:
        """What the speaker is, where the ledger says it."""
        row = self._speakers.get(claim.speaker or "")
        return row.role if row else None

    def topic(self, identity: str) -> str:
        """A topic's name."""
        row = self._topics.get(identity)
        return (row and row.name) or identity

    def summary(self, commitment: str) -> str:
        """What a commitment is, in words."""
        row = self.commitments.get(commitment)
        return (row and row.summary) or commitment

    def source(self, identity: str) -> SourceRow | None:
        """A source, where it is known by the day."""
        return self._sources.get(identity)
