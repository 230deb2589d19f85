"""Answers to questions about commitments."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.rows.progress import Progress


@dataclass(frozen=True, slots=True)
class ObligorPosition:
    """Where an obligor stands; `since` and `latest` are None when it is silent."""

    party: str
    position: str
    since: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Asserter:
    """A party that says a commitment was made: since when, and the claim that decides its position."""

    party: str
    position: str
    since: str
    claim: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is said to be given in return, with its own status and state."""

    commitment: str
    status: str
    state: str


@dataclass(frozen=True, slots=True)
class UnmatchedRow:
    """A commitment that somebody counts on and an obligor has not affirmed."""

    commitment: str
    summary: str | None
    topic: str
    status: str
    state: str
    state_one_sided: bool
    obligors: tuple[ObligorPosition, ...]
    asserted_by: tuple[Asserter, ...]
    in_exchange_for: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class PartyPosition:
    """Where a party stands on a commitment: `claim` decides it."""

    party: str
    role: str
    position: str
    since: str | None
    latest: str | None
    claim: str | None


@dataclass(frozen=True, slots=True)
class Breach:
    """What one reporter says was broken: by `party` (None: nobody by name), last on the day `latest`."""

    party: str | None
    reported_by: str
    reports: int
    latest: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment: what is said of it, what became of it, and every position that the status follows from."""

    commitment: str
    summary: str | None
    topic: str
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    status: str
    state: str
    state_by: tuple[str, ...]
    state_one_sided: bool
    breaches: tuple[Breach, ...]
    progress: tuple[Progress, ...]
    positions: tuple[PartyPosition, ...]
