"""One party's words over time: the days it gave for one commitment, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DriftRow:
    """One step in a party's series of days (kind ``due`` or ``expires``) or of verbs (kind ``modality``).

    `value` is the day or the verb, `before` the one that the party gave last; both `before` and what follows from it
    are None on the first step and where the same statement is told otherwise. `slipped` in days, negative when the new
    day is earlier; `announced` whether the new deadline says that it replaces the old one.
    """

    commitment: str
    summary: str | None
    party: str
    kind: str
    said: str
    claim: str
    speaker: str | None
    source: str
    value: str
    before: str | None
    slipped: int | None
    announced: bool | None
    softened: bool | None
    told_otherwise: bool
