"""The rows of a report, and how one of them leads to another: a claim to its speaker, its source, its commitments.

It looks up and decides nothing: every verdict is in the rows already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from truce_tracker.render.phrases import listed
from truce_tracker.render.report.english import the
from truce_tracker.rows import (
    Cell,
    ChangeRow,
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
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PAGE_LANGUAGE = "en"


@dataclass(frozen=True)
class Rows:
    """What was asked of the ledger for the day `as_of` (ISO); `chosen` are the topics asked for, none for all.

    `news` are the verdicts that changed after `since` (ISO); `newest` is the last day from which a claim counts, and
    `searched`, by party, the last day up to which somebody looked through its statements. `windows` are the first days
    (ISO) of what a milestone ends, by its id.
    """

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
    since: str
    news: Sequence[ChangeRow]
    newest: str | None
    searched: Mapping[str, str | None]
    windows: Mapping[str, str]
    chosen: tuple[str, ...] = ()

    def about(self, commitments: AbstractSet[str]) -> Rows:
        """What is about some commitments alone."""
        milestones = {row.milestone for row in self.deadlines if row.commitment in commitments}
        return replace(
            self,
            claims=[row for row in self.claims if not commitments.isdisjoint(row.commitments)],
            commitments=[row for row in self.commitments if row.commitment in commitments],
            comparisons=[row for row in self.comparisons if row.commitment in commitments],
            one_sided=[row for row in self.one_sided if row.commitment in commitments],
            deadlines=[row for row in self.deadlines if row.commitment in commitments],
            overdue=[row for row in self.overdue if row.commitment in commitments],
            divergences=[row for row in self.divergences if row.commitment in commitments],
            news=[row for row in self.news if row.id in commitments or row.id in milestones],
        )

    def of_party(self, party: str) -> Rows:
        """What one party says, owes and is owed."""
        concerned = {row.commitment for row in self.commitments if party in (*row.obligors, *row.beneficiaries)} | {
            commitment for row in self.claims if party in row.parties for commitment in row.commitments
        }
        return replace(self.about(concerned), claims=[row for row in self.claims if party in row.parties])


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

    # -- what is on the page ---------------------------------------------------------------------------------------

    @cached_property
    def parties(self) -> tuple[PartyRow, ...]:
        """The parties that a claim or a commitment of this report names, in order of entry."""
        involved = {party for row in self.rows.commitments for party in (*row.obligors, *row.beneficiaries)}
        involved |= {party for row in self.rows.claims for party in row.parties}
        return tuple(row for row in self.rows.parties if row.party in involved)

    @cached_property
    def topics(self) -> tuple[TopicRow, ...]:
        """The topics that a claim or a known commitment of this report is about, in order of entry."""
        used = {topic for row in self.rows.claims for topic in self.topics_of(row)} | {row.topic for row in self.known}
        return tuple(row for row in self.rows.topics if row.topic in used)

    @cached_property
    def known(self) -> tuple[CommitmentRow, ...]:
        """The commitments that somebody had spoken of by the day."""
        spoken = {commitment for row in self.rows.claims for commitment in row.commitments}
        return tuple(row for row in self.rows.commitments if row.commitment in spoken)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The commitments that have a row of their own to link to."""
        return frozenset(row.commitment for row in self.known)

    @cached_property
    def milestones(self) -> frozenset[str]:
        """The milestones that stand on the page."""
        return frozenset(row.milestone for row in self.rows.deadlines)

    @cached_property
    def leading(self) -> tuple[ClaimRow, ...]:
        """The claims that stand by themselves, one for each statement: those that tell another one again left out."""
        return tuple(row for row in self.rows.claims if self._account[row.claim] == row.claim)

    def leading_on(self, topic: str) -> Sequence[ClaimRow]:
        """Those of them that are about a topic."""
        return self._by_topic.get(topic, ())

    @cached_property
    def _by_topic(self) -> dict[str, list[ClaimRow]]:
        found: dict[str, list[ClaimRow]] = {}
        for row in self.leading:
            for topic in self.topics_of(row):
                found.setdefault(topic, []).append(row)
        return found

    @cached_property
    def tellings(self) -> dict[str, tuple[ClaimRow, ...]]:
        """Under the claim that leads: the others that tell its statement again, in order."""
        found: dict[str, list[ClaimRow]] = {}
        for row in self.rows.claims:
            if self._account[row.claim] != row.claim:
                found.setdefault(self._account[row.claim], []).append(row)
        return {claim: tuple(rows) for claim, rows in found.items()}

    @cached_property
    def _account(self) -> dict[str, str]:
        return {row.claim: self._leading_account(row) for row in self.rows.claims}

    def _leading_account(self, row: ClaimRow) -> str:
        """The claim under which this one is shown: itself where the better account is not on the page.

        A claim on several commitments may tell another one again on one of them and be told again on the other, so
        that two claims name each other; the first of such a circle leads.
        """
        chain = [row.claim]
        while (told := self.claims[chain[-1]].telling_of) and told in self.claims:
            if told in chain:
                return min(chain[chain.index(told) :], key=list(self.claims).index)
            chain.append(told)
        return chain[-1]

    @cached_property
    def sources(self) -> tuple[SourceRow, ...]:
        """The sources of the claims, in their order; their numbers count from 1."""
        used = {row.source for row in self.rows.claims}
        return tuple(row for row in self.rows.sources if row.source in used)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {row.source: number for number, row in enumerate(self.sources, 1)}

    @cached_property
    def _first_milestones(self) -> dict[str, str]:
        return {row.deadline: row.milestone for row in reversed(self.rows.deadlines)}

    def number(self, source: str) -> int | None:
        """The number of a source in the list of sources."""
        return self._numbers.get(source)

    def first_milestone(self, deadline: str) -> str | None:
        """The milestone to link to for a deadline: its first, where it is on the page."""
        return self._first_milestones.get(deadline)

    # -- names -----------------------------------------------------------------------------------------------------

    def party(self, identity: str | None) -> str:
        """A party's name; ``Third party`` where there is none."""
        if identity is None:
            return "Third party"
        row = self._parties.get(identity)
        return (row and row.name) or identity

    def reporters(self, identities: Iterable[str]) -> str:
        """Parties within a sentence, a third party among them: ``China, the United States and a third party``."""
        return listed(["a third party" if each == "third party" else the(self.party(each)) for each in identities])

    def side(self, claim: ClaimRow) -> str:
        """Whose word a claim is: the names of its parties, or ``Third party``."""
        return listed([self.party(each) for each in claim.parties]) or self.party(None)

    def voice(self, claim: ClaimRow) -> str:
        """Who speaks: the speaker, else the parties as such."""
        return self.speaker(claim.speaker) if claim.speaker else self.side(claim)

    def teller(self, cell: Cell) -> str:
        """Who speaks in a cell of the side by side."""
        claim = self.claims.get(cell.claim or "")
        if claim:
            return self.voice(claim)
        return self.who(cell.speaker, cell.party)

    def who(self, speaker: str | None, party: str | None) -> str:
        """The speaker, else the party, else ``Third party``."""
        return self.speaker(speaker) if speaker else self.party(party)

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

    def topics_of(self, claim: ClaimRow) -> tuple[str, ...]:
        """The topics that a claim is about: its own and its commitments', of the chosen ones where some were chosen."""
        held = (self.commitments.get(commitment) for commitment in claim.commitments)
        found = dict.fromkeys((claim.topic, *(row.topic for row in held if row)))
        chosen = tuple(topic for topic in found if topic in self.rows.chosen)
        return chosen or tuple(found)

    def summary(self, commitment: str) -> str:
        """What a commitment is, in words."""
        row = self.commitments.get(commitment)
        return (row and row.summary) or commitment

    def source(self, identity: str) -> SourceRow | None:
        """A source, where it is known by the day."""
        return self._sources.get(identity)

    def outlet(self, identity: str) -> str:
        """Who published a source."""
        row = self._sources.get(identity)
        return (row and row.outlet) or identity

    def foreign(self, source: str) -> str | None:
        """The language of a source, as an attribute ``lang`` takes it; None where it is the page's own or no code."""
        row = self._sources.get(source)
        language = (row and row.language) or ""
        own = language.lower().split("-")[0] == _PAGE_LANGUAGE
        return language if _LANGUAGE.fullmatch(language) and not own else None
