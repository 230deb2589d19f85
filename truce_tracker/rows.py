"""What a question answers: one frozen dataclass a row. The field names are the JSON keys promised to scripts.

Dates are ISO text, as precise as they were written; what is not known is None; several values are tuples. No row
knows where it came from or how it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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


@dataclass(frozen=True, slots=True)
class ObligorPosition:
    """Where an obligor stands; `since` is None when it is silent."""

    party: str
    position: str
    since: str | None


@dataclass(frozen=True, slots=True)
class Asserter:
    """A party that says a commitment was made: its first claim that does so, and the day of it."""

    party: str
    since: str
    claim: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is said to be given in return, with its own status."""

    commitment: str
    status: str


@dataclass(frozen=True, slots=True)
class UnmatchedRow:
    """A commitment that somebody counts on and an obligor has not affirmed."""

    commitment: str
    summary: str | None
    topic: str
    status: str
    obligors: tuple[ObligorPosition, ...]
    asserted_by: tuple[Asserter, ...]
    in_exchange_for: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class PartyPosition:
    """Where an obligor or a beneficiary stands on a commitment."""

    party: str
    role: str
    position: str
    since: str | None


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment with its status and every position that the status follows from."""

    commitment: str
    summary: str | None
    topic: str
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    status: str
    positions: tuple[PartyPosition, ...]


@dataclass(frozen=True, slots=True)
class SetBy:
    """The earliest claim on record that states a due day."""

    claim: str
    party: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """A claim that something was done, partly done or not done."""

    claim: str
    stance: str
    party: str | None
    speaker: str | None
    said: str
    quantity: str | None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One dated instance of a deadline; `days` past `due`, negative before it."""

    milestone: str
    deadline: str
    commitment: str
    summary: str | None
    kind: str
    phrase: str | None
    due: str
    days: int
    status: str
    set_by: SetBy | None
    stated_by: tuple[str, ...]
    met_by: tuple[str, ...]
    one_sided: bool
    progress: str | None
    reports: tuple[Report, ...]
    last_checked: str | None


@dataclass(frozen=True, slots=True)
class ValueClaim:
    """A claim that gives a value."""

    claim: str
    party: str | None
    speaker: str | None
    said: str
    source: str


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


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A side to the negotiation; `claims` counts its claims as of the day asked."""

    party: str
    name: str | None
    aliases: tuple[str, ...]
    speakers: int
    claims: int


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """Who speaks; no `party` for a third party."""

    speaker: str
    name: str | None
    party: str | None
    role: str | None
    aliases: tuple[str, ...]
    on_record: bool
    claims: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """What claims are about."""

    topic: str
    name: str | None
    commitments: int
    claims: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document; `has_text` tells whether its words are in the store."""

    source: str
    published: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    kind: str | None
    language: str | None
    url: str | None
    retrieved: str | None
    based_on: str | None
    note: str | None
    has_text: bool
    claims: int


def field_names(kind: Any) -> tuple[str, ...]:
    """The fields of a row class, in order: the keys of its JSON object."""
    return tuple(kind.__dataclass_fields__)


def as_json(value: Any) -> Any:
    """A row, or what is in it, as JSON takes it: dataclasses become objects, tuples become arrays."""
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: as_json(getattr(value, name)) for name in field_names(type(value))}
    return value


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong to a card, under a title, shown as the listing that is named."""

    title: str
    listing: str
    rows: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that the ledger has under one id: facts by name, in order, and the rows behind them."""

    kind: str
    id: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...] = ()
