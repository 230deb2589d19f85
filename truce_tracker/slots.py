"""A claim, slot by slot, as it is held against the words of a text, and what is found to speak against it."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.dates import EdtfDate
from truce_tracker.vocabulary import Reason


@dataclass(frozen=True, slots=True)
class Slots:
    """A claim, as the ledger file spells its values. Empty: it says nothing about that, and nothing is checked."""

    quote: str
    stance: str
    speaker: str | None = None  # an id of the ledger
    speaker_name: str | None = None  # of a speaker whom the ledger does not know
    parties: tuple[str, ...] = ()
    modality: str | None = None
    condition: str | None = None
    quantity: str | None = None
    phrase: str | None = None  # of a deadline that the claim states
    due: str | None = None  # the day of that deadline, YYYY-MM-DD
    said: EdtfDate | None = None  # the day of the words, by which days are read
    words: str | None = None  # own or reported, where the claim says so


@dataclass(frozen=True, slots=True)
class Finding:
    """One slot that the words don't bear out: the claim's own value, and the words that speak against it, if any."""

    reason: Reason
    value: str
    words: str = ""
