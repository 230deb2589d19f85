"""What the ledger knows and what a reading proposes to add: plain values, passed in and handed back by the caller."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Find = Callable[[str], Sequence[tuple[str, float]]]


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker of the ledger."""

    id: str
    name: str | None
    party: str | None
    role: str | None
    aliases: tuple[str, ...]
    on_record: bool


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party of the ledger."""

    id: str
    name: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """A topic of the ledger."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class KnownCommitment:
    """A commitment of the ledger; obligors and beneficiaries are ids of parties."""

    id: str
    summary: str
    topic: str | None
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger has. `find` is its full-text search: words -> (commitment id, score), the best first."""

    speakers: Sequence[KnownSpeaker]
    parties: Sequence[KnownParty]
    topics: Sequence[KnownTopic]
    commitments: Sequence[KnownCommitment]
    find: Find


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """A speaker whom the ledger does not know, as the text calls them; `id` is a proposal."""

    id: str
    name: str
    party: str | None
    role: str | None
    on_record: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: a speaker of the ledger, a new one, a party as such, or (nothing set) the author."""

    speaker: str | None = None
    new: NewSpeaker | None = None
    party: str | None = None
    on_record: bool | None = None
    name: str = ""  # the words of the text that name them
    kind: str = "author"  # person, role, institution, party, anonymous, analyst, unsafe, author
    plural: bool = False

    @property
    def who(self) -> tuple[str | None, str | None, str | None]:
        """What tells one voice from another."""
        return self.speaker, self.new.name if self.new else None, self.party
