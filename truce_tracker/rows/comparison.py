"""What each party says of one commitment, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.rows.commitments import Exchange


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party (None: a third party) says of a commitment: the claim that decides its position, in its words.

    `quantity`, `due` and `modality` are that claim's; `differs` names those of them that another cell gives otherwise.
    `words` says whose the quote is; `told_also` names the outlets of other accounts of the same words.
    `chances` is None where it takes a position, or nobody else affirms the commitment.
    """

    party: str | None
    role: str | None
    position: str
    since: str | None
    claim: str | None
    speaker: str | None
    said: str | None
    source: str | None
    quote: str | None
    text: str | None
    quantity: str | None
    due: str | None
    modality: str | None
    differs: tuple[str, ...]
    chances: int | None
    last_checked: str | None
    outlet: str | None
    words: str | None
    condition: str | None
    told_also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A commitment and a cell for each party, by party id; third parties apart, in the order of their words."""

    commitment: str
    summary: str | None
    topic: str
    status: str
    state: str
    state_one_sided: bool
    cells: tuple[Cell, ...]
    third_parties: tuple[Cell, ...]
    in_exchange_for: tuple[Exchange, ...]
