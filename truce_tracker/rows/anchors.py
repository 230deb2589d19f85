"""Where a claim's quote stands in its source's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """A quote's place: characters from 0, `ends` the first one behind; `exact` its words as they stand there."""

    claim: str
    source: str
    begins: int
    ends: int
    exact: str
    prefix: str
    suffix: str
