"""What a proposer is asked and what it answers: the one protocol behind which rules, a model or a person may stand.

Plain values only, passed in and handed back by the caller. No proposer is here and none is known here, so that
whatever checks or shows proposals needs no more than this. Whoever proposes: a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from truce_tracker.articles.proposing.sentences import Sentence
from truce_tracker.dates import EdtfDate

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
class Proposal:
    """A claim that a text may hold.

    Places count characters of the text that was asked about: ``text[start:end] == quote``, and the quotation lies
    within ``sentence``, which has its own place. The voice is one of: a speaker of the ledger, a new speaker, a party
    as such; where all three are None it is the article's own word. Values are spelled as the ledger file spells them.
    """

    sentence: Sentence
    quote: str  # a dozen words at most, as they stand
    start: int
    end: int
    speaker: str | None  # of the ledger
    new_speaker: NewSpeaker | None
    party: str | None
    on_record: bool | None
    said: str | None  # EDTF, where the sentence dates the statement; else it is the article's day
    commitment: str | None  # of the ledger
    topic: str | None  # of the ledger; the commitment's own where there is one
    stance: str  # of `vocabulary.Stance`
    condition: str | None  # of an affirmation, in the words of the text
    modality: str | None  # of `vocabulary.Modality`
    instrument: str | None  # of `vocabulary.Instrument`
    quantity: str | None  # in the notation of `truce_tracker.quantities`
    phrase: str | None  # of a deadline, as it stands, line breaks made spaces
    due: str | None  # the day it reads as, YYYY-MM-DD; None where it names none
    text: str  # the sentence cut to a line: a draft for the person to rewrite
    why: tuple[str, ...]  # the words that made each part, one line a part
    score: float  # 0 to 1: how much speaks for it; one proposer's scores compare with each other only


class Proposer(Protocol):
    """Whatever reads a text and proposes the claims in it.

    What a proposer needs beyond the text and the ledger (whose voice a document has, which model is asked) it is made
    with, so that all are called alike.
    """

    def __call__(self, text: str, published: EdtfDate | None, known: Known) -> list[Proposal]:
        """The claims that the text may hold, in the order of their places.

        `text` is the article as it is kept, so that places hold; `published` the article's day, as precise as it is
        known, by which days are read (None: no day is read); `known` what the ledger has. No text is an error: one
        without claims gives an empty list. Nothing is recorded here.
        """
        ...
