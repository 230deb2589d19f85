"""The gate: a text heard once, and for each claim the reasons why its words do not bear it out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from truce_tracker.articles.gate.days import of_deadline
from truce_tracker.articles.gate.documents import Document
from truce_tracker.articles.gate.evidence import Evidence, evidence_at
from truce_tracker.articles.gate.firmness import of_condition, of_modality
from truce_tracker.articles.gate.quantities import of_quantity
from truce_tracker.articles.gate.stances import of_stance
from truce_tracker.articles.gate.voices import Voices
from truce_tracker.articles.proposing.listening import Listener
from truce_tracker.articles.proposing.proposer import Known
from truce_tracker.articles.proposing.sentences import split_paragraphs
from truce_tracker.articles.proposing.words.chinese import SIMPLE
from truce_tracker.dates import EdtfDate
from truce_tracker.quotes import Folded
from truce_tracker.slots import Finding, Slots
from truce_tracker.vocabulary import Reason, Words

_MOST_PLACES = 5  # at which a quote is looked at: short ones stand in many


class Gate:
    """One text, ready to be asked about claims."""

    def __init__(self, text: str, published: EdtfDate | None, known: Known, document: Document) -> None:
        self._folded = Folded(text)
        self._plain = text.translate(SIMPLE)  # as long as the text, so that places hold
        self._published = published
        self._known = known
        self._document = document
        self._paragraphs = split_paragraphs(text)

    @cached_property
    def _voices(self) -> Voices:
        listener = Listener(self._folded.text, self._published, self._known, self._document.speaks)
        return Voices(self._plain, self._known, self._document, list(listener.heard()), listener, self._paragraphs)

    def findings(self, slots: Slots) -> tuple[Finding, ...]:
        """What the words don't bear out, at the place of the quote where that is least; empty where all is."""
        places = [place for place, _ in zip(self._folded.places(slots.quote), range(_MOST_PLACES), strict=False)]
        if not places:
            return (Finding(Reason.QUOTE_NOT_IN_TEXT, slots.quote),)
        each = [tuple(self._at(slots, evidence_at(self._plain, self._paragraphs, *place))) for place in places]
        return min(each, key=len)

    def _at(self, slots: Slots, evidence: Evidence) -> Iterator[Finding]:
        yield from self._voices.of_voice(slots, evidence)
        yield from of_stance(slots.stance, evidence)
        yield from of_condition(slots, evidence)
        if slots.modality:
            yield from of_modality(slots.modality, evidence)
        if slots.quantity:
            yield from of_quantity(slots.quantity, evidence)
        yield from of_deadline(slots, evidence, self._folded)
        is_own = self._document.speaks or self._folded.is_in_marks(evidence.start, evidence.end)
        if slots.words == Words.OWN and not is_own:
            yield Finding(Reason.WORDS_NOT_OWN, slots.words)
