"""Why a verdict is what it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A claim that the rule looked at; `decides` when the verdict follows from it.

    `told_also` names the outlets of other accounts of the same words.
    """

    claim: str
    said: str
    party: str | None
    speaker: str | None
    stance: str
    source: str
    text: str | None
    decides: bool
    told_also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many claims were left out for one reason; `claims` names them where they are about the same thing."""

    why: str
    count: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """How many documents tell what a party says, and how many independent ones stand behind these."""

    party: str | None
    stance: str
    articles: int
    origins: int


@dataclass(frozen=True, slots=True)
class WouldChange:
    """Something that may yet be said or pass, and the verdict after it."""

    what: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict on a claim, a commitment (its status, or its state) or a milestone (`kind`), and what it follows from.

    `rule` is the rule in words, `facts` what it was applied to.
    """

    kind: str
    id: str
    as_of: str
    summary: str | None
    verdict: str
    rule: str
    facts: tuple[str, ...]
    looked_at: tuple[LookedAt, ...]
    left_out: tuple[LeftOut, ...]
    sides: tuple[Side, ...]
    would_change: tuple[WouldChange, ...]
