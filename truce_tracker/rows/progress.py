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
