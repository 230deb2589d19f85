"""The gate for claims of a ledger: where what a ledger has and what reads the words of a text come together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truce_tracker.articles.proposing.proposer import Known
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.judgements.verifying import Gate, Text, Verified
    from truce_tracker.slots import Finding, Slots

_EVER = "9999-12-31"


def known_of(ledger: Ledger) -> Known:
    """What the ledger has, as proposals look it up."""
    from truce_tracker.articles.proposing import proposer as p

    return p.Known(
        speakers=[
            p.KnownSpeaker(each.speaker, each.name, each.party, each.role, each.aliases, each.on_record)
            for each in ledger.speakers(_EVER)
        ],
        parties=[p.KnownParty(each.party, each.name, each.aliases) for each in ledger.parties(_EVER)],
        topics=[p.KnownTopic(each.topic, each.name) for each in ledger.topics(_EVER)],
        commitments=[
            p.KnownCommitment(each.commitment, each.summary or "", each.topic, each.obligors, each.beneficiaries)
            for each in ledger.commitments(_EVER)
        ],
        find=ledger.likely_commitments,
    )


def verified(ledger: Ledger) -> Verified:
    """All that the stored texts can say of a ledger's claims."""
    from truce_tracker.judgements.verifying import verify

    return verify(ledger, _gate(known_of(ledger)))


def _gate(known: Known) -> Gate:
    from truce_tracker.articles.gate.documents import document_of
    from truce_tracker.articles.gate.gate import Gate as TextGate
    from truce_tracker.dates import read_date

    def of_text(text: Text) -> Callable[[Slots], Sequence[Finding]]:
        published = read_date(text.published) if text.published else None
        return TextGate(text.text, published, known, document_of(text.kind, text.outlet, known)).findings

    return of_text
