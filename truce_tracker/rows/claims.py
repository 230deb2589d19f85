"""Answers to questions about claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, with what its speaker, source and commitment give it by default filled in."""

    claim: str
    said: str
    party: str | None
    speaker: str | None
    on_record: bool
    stance: str
    modality: str | None
    topic: str
    commitment: str | None
    text: str | None
    quote: str | None
    quantity: str | None
    deadline: str | None
    source: str
    instrument: str | None


@dataclass(frozen=True, slots=True)
class Response:
    """A counterparty's position, seen from a claim; `chances` counts the statements in which it took none."""

    party: str
    position: str
    since: str | None
    chances: int
    last_checked: str | None


@dataclass(frozen=True, slots=True)
class OneSidedRow:
    """A claim that no counterparty affirms; `age` in days since it was said."""

    claim: str
    said: str
    party: str
    speaker: str | None
    topic: str
    commitment: str
    text: str | None
    source: str
    age: int
    responses: tuple[Response, ...]
