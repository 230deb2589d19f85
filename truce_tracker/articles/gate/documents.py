"""Whose document a source is: an institution's own text speaks with its voice, a joint one with that of all parties."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.articles.proposing.proposer import Known, KnownSpeaker


@dataclass(frozen=True, slots=True)
class Document:
    """Who speaks in a document's own sentences: speakers and parties of the ledger; an article's are the outlet's.

    `speaks`: the document is somebody's own (a fact sheet, an order, a joint statement).
    """

    speakers: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    speaks: bool = False


_ITS_OWN = ("fact-sheet", "notice", "readout", "transcript", "post", "order")
_JOINT = ("joint-statement", "signed-text")


def document_of(kind: str | None, outlet: str, known: Known) -> Document:
    """Who speaks in the document's own sentences; nobody of the ledger in an article."""
    if kind in _JOINT:
        return Document(parties=frozenset(party.id for party in known.parties), speaks=True)
    speaker = _named_as(outlet, known) if kind in _ITS_OWN else None
    if speaker is None:
        return Document()
    return Document(frozenset((speaker.id,)), frozenset(filter(None, (speaker.party,))), speaks=kind != "transcript")


def _named_as(outlet: str, known: Known) -> KnownSpeaker | None:
    """The speaker of the ledger that has the name of an outlet."""
    wanted = outlet.casefold().removeprefix("the ")
    for speaker in known.speakers:
        if wanted in (name.casefold().removeprefix("the ") for name in (speaker.name or "", *speaker.aliases)):
            return speaker
    return None
