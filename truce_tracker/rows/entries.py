"""What the ledger holds beside claims, as rows."""

from __future__ import annotations

from dataclasses import dataclass


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
    archived: str | None
    retrieved: str | None
    based_on: str | None
    note: str | None
    has_text: bool
    claims: int
