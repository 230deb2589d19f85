"""Answers to questions about commitments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ObligorPosition:
    """Where an obligor stands; `since` is None when it is silent."""

    party: str
    position: str
    since: str | None


@dataclass(frozen=True, slots=True)
class Asserter:
    """A party that says a commitment was made: its first claim that does so, and the day of it."""

    party: str
    since: str
    claim: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is said to be given in return, with its own status."""

    commitment: str
    status: str


@dataclass(frozen=True, slots=True)
class UnmatchedRow:
    """A commitment that somebody counts on and an obligor has not affirmed."""

    commitment: str
    summary: str | None
    topic: str
    status: str
    obligors: tuple[ObligorPosition, ...]
    asserted_by: tuple[Asserter, ...]
    in_exchange_for: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class PartyPosition:
    """Where an obligor or a beneficiary stands on a commitment."""

    party: str
    role: str
    position: str
    since: str | None


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment with its status and every position that the status follows from."""

    commitment: str
    summary: str | None
    topic: str
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    status: str
    positions: tuple[PartyPosition, ...]
