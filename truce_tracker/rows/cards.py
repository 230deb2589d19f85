"""All that the ledger has under one id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong to a card, under a title, shown as the listing that is named."""

    title: str
    listing: str
    rows: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, and whose they are: the speaker's ``own``, or ``reported``, the outlet's."""

    quote: str
    words: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """All that the ledger has under one id: facts by name, in order, and the rows behind them.

    A fact is text, a quote, or what a row holds; how each is worded is for rendering to say.
    """

    kind: str
    id: str
    facts: tuple[tuple[str, Any], ...]
    parts: tuple[Part, ...] = ()
