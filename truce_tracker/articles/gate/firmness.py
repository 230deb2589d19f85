"""How firmly a claim says it, and on what condition, beside the words: never firmer than they are."""

from __future__ import annotations

from collections.abc import Iterator

from truce_tracker.articles.gate.evidence import Evidence
from truce_tracker.articles.proposing.words.evidence import CONDITIONS
from truce_tracker.articles.proposing.words.stances import MODALITIES
from truce_tracker.slots import Finding, Slots
from truce_tracker.vocabulary import Modality, Reason, Stance

_FIRM = {
    Modality.MAY: 0, Modality.HOPES: 1, Modality.EXPECTS: 2, Modality.INTENDS: 3, Modality.WILL: 4, Modality.SHALL: 5,
}  # fmt: skip
_GOVERNS = 60  # characters before a quote, within its sentence, in which a weaker word governs it


def of_modality(claimed: str, evidence: Evidence) -> Iterator[Finding]:
    """A word as firm as the claim must stand there, and none that is less firm may govern it."""
    wanted = Modality(claimed)
    governing = f"{evidence.before[-_GOVERNS:]}{evidence.quote}"
    read = _read(governing) or _read(evidence.sentence) or _read(evidence.lead)
    if not read:
        return
    weakest = min(read, key=lambda each: _FIRM[each])
    is_firmest = wanted not in read and all(_FIRM[wanted] > _FIRM[each] for each in read)
    is_governed = _FIRM[wanted] >= _FIRM[Modality.WILL] > _FIRM[weakest]
    if is_firmest or is_governed:
        yield Finding(Reason.MODALITY_STRONGER, claimed, read[weakest])
    elif wanted not in read:
        yield Finding(Reason.MODALITY_WEAKER, claimed, next(iter(read.values())))


def _read(words: str) -> dict[Modality, str]:
    found = ((value, pattern.search(words)) for value, pattern in MODALITIES.items())
    return {value: match[0] for value, match in found if match}


def of_condition(slots: Slots, evidence: Evidence) -> Iterator[Finding]:
    """An affirmation whose sentence has a condition must have one, and one that has must find it there."""
    if slots.stance != Stance.AFFIRMS:
        return
    found = CONDITIONS.search(evidence.sentence)
    if found and not slots.condition:
        yield Finding(Reason.CONDITION_DROPPED, slots.stance, found[0])
    elif slots.condition and not found and not CONDITIONS.search(f"{evidence.lead}\n{evidence.paragraph}"):
        yield Finding(Reason.CONDITION_NOT_IN_WORDS, slots.condition)
