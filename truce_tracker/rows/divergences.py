"""Answers to the question where claims differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueClaim:
    """A claim that gives a value."""

    claim: str
    party: str | None
    speaker: str | None
    said: str
    source: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """One of several values given for one thing, in words, and the claims that give it."""

    value: str
    claims: tuple[ValueClaim, ...]


@dataclass(frozen=True, slots=True)
class Divergence:
    """Different values for one commitment; `ratio` of the largest amount to the smallest, where they compare."""

    commitment: str
    summary: str | None
    kind: str
    scopes: tuple[str, ...]
    ratio: float | None
    values: tuple[Value, ...]
