"""How much of something was done, as it was reported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """What one reporter counts of one basis in one unit; `share` is of the target in that unit, where there is one.

    `quantity` is the figure as written, of a sum the sum in base units; `said` and `claim` are the latest figure's.
    """

    party: str | None
    speaker: str | None
    basis: str | None
    quantity: str
    share: float | None
    said: str
    claim: str


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A figure beside its target and the time: for a milestone, or, `milestone` None, for the commitment as such.

    `share` of the target and `gone`, the part of the time from `begins` to `due` that has passed, are 1 where whole;
    `pace` is the one by the other, so that 1 is on time. None where there is no target or no such time.
    """

    commitment: str
    summary: str | None
    milestone: str | None
    party: str | None
    speaker: str | None
    basis: str | None
    quantity: str
    share: float | None
    said: str
    claim: str
    begins: str | None
    due: str | None
    gone: float | None
    pace: float | None
