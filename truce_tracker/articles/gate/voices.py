"""Who a claim says it is, beside the names and the verbs of saying around its quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from truce_tracker.articles.gate.documents import Document
from truce_tracker.articles.gate.evidence import Evidence
from truce_tracker.articles.proposing.listening import Listener
from truce_tracker.articles.proposing.proposer import Known, KnownSpeaker
from truce_tracker.articles.proposing.sentences import Sentence, tokenize
from truce_tracker.articles.proposing.utterance import Said, Voice, is_institution
from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.articles.proposing.words.english import ACTS, SAYS
from truce_tracker.slots import Finding, Slots
from truce_tracker.vocabulary import Reason

_TOGETHER = re.compile(
    r"\b(?:both|two|all|each|the) (?:sides|parties|countries|governments|nations|of them)\b|\bsides\b|joint(?:ly)?"
    r"|双方|两国|两岸|各方|中美",
    re.IGNORECASE,
)
_WIDEST = 2000  # characters of a paragraph before
_FURTHEST = 6  # paragraphs back to the last one in which somebody is named
_REACH = 4  # words between a name and its verb: "Bessent previously said"
_SAID = ("say", "act", "refuse", "quote", "item")


class Voices:
    """The voices of one text, heard once; `plain` is the text in simple characters."""

    def __init__(
        self,
        plain: str,
        known: Known,
        document: Document,
        heard: Sequence[Said],
        listener: Listener,
        paragraphs: Sequence[Sequence[Sentence]],
    ) -> None:
        self._known = {each.id: each for each in known.speakers}
        self._document = document
        self._heard = heard
        self._listener = listener
        self._paragraphs = [(part[0].start, plain[part[0].start : part[-1].end][:_WIDEST]) for part in paragraphs]
        # a claim asks about the paragraphs that the one before asked about
        self._speakers_in = lru_cache(maxsize=256)(self._named)

    def of_voice(self, slots: Slots, evidence: Evidence) -> Iterator[Finding]:
        """What speaks against the speaker and the parties."""
        speaker = self._known.get(slots.speaker or "")
        if speaker and slots.parties and speaker.party not in slots.parties:
            yield Finding(Reason.PARTY_NOT_THE_SPEAKERS, ", ".join(slots.parties), speaker.party or "")
        if self._document.speaks and (speaker or slots.speaker_name):
            yield from self._of_document(slots)
        elif speaker or slots.speaker_name:
            yield from self._of_speaker(slots, speaker, evidence)
        else:
            yield from self._of_parties(slots, evidence)

    def _of_document(self, slots: Slots) -> Iterator[Finding]:
        """A document speaks with one voice: in a fact sheet of the White House nobody else does."""
        speaks = slots.speaker in self._document.speakers
        if not speaks and (self._document.speakers or not set(slots.parties) & self._document.parties):
            told = ", ".join(sorted(self._document.speakers or self._document.parties))
            yield Finding(Reason.SPEAKER_IS_ANOTHER, slots.speaker or slots.speaker_name or "", told)

    def _of_speaker(self, slots: Slots, speaker: KnownSpeaker | None, evidence: Evidence) -> Iterator[Finding]:
        voices = self._voices_of(evidence)
        value = slots.speaker or slots.speaker_name or ""
        if any(_is_same(voice, slots) for voice in voices):
            return
        if not self._is_near(slots, evidence):
            yield Finding(Reason.SPEAKER_NOT_NEAR, value)
            return
        if self._speaks_in(slots, evidence.sentence):
            return
        if other := next((voice for voice in voices if self._is_another(voice, speaker)), None):
            yield Finding(Reason.SPEAKER_IS_ANOTHER, value, other.name)

    def _is_another(self, voice: Voice, speaker: KnownSpeaker | None) -> bool:
        """Whether a voice is surely none of the claim's speaker: an institution speaks by any of its party's people."""
        if speaker is None:
            return voice.speaker is not None
        if voice.new and voice.name.casefold().startswith("the "):
            return False  # "the diplomat": whoever was named before
        if voice.party != speaker.party:
            return True
        heard = self._known.get(voice.speaker or "")
        return heard is not None and not is_institution(heard) and not is_institution(speaker)

    def _speaks_in(self, slots: Slots, sentence: str) -> bool:
        """Whether a verb of saying stands right behind the speaker's name: "X noted that Y had said"."""
        tokens = tokenize(sentence, 0)[0]
        return any(
            token.lower in SAYS or token.lower in ACTS
            for each in self._listener.names.entities(tokens)
            if each.speaker and each.speaker.id == slots.speaker
            for token in tokens[each.end : each.end + _REACH]
        )

    def _of_parties(self, slots: Slots, evidence: Evidence) -> Iterator[Finding]:
        parties = [party for party in slots.parties if party not in self._document.parties]
        together = len(slots.parties) > 1 and _TOGETHER.search(evidence.sentence)
        voices = self._voices_of(evidence)
        for party in () if together else parties:
            if any(voice.party == party for voice in voices):
                continue
            if party not in self._parties_in(f"{evidence.lead}\n{evidence.paragraph}"):
                yield Finding(Reason.PARTY_NOT_NEAR, party)
            elif other := next((voice for voice in voices if voice.party), None):
                yield Finding(Reason.SPEAKER_IS_ANOTHER, party, other.name)

    def _voices_of(self, evidence: Evidence) -> list[Voice]:
        """Who says the words of the quote, as far as the sentence tells it surely."""
        return [
            said.voice
            for said in self._heard
            if said.tokens and said.tokens[0].start < evidence.end and said.tokens[-1].end > evidence.start
            if said.kind in _SAID and said.voice.kind not in ("author", "unsafe")
        ]

    def _is_near(self, slots: Slots, evidence: Evidence) -> bool:
        """Named in the paragraph; or, for "he" and for lists, in the last one before it that names any speaker."""
        if self._is_named(slots, evidence.paragraph):
            return True
        before = [words for start, words in self._paragraphs if start + len(words) <= evidence.start][-_FURTHEST:]
        for words in reversed(before):
            if self._is_named(slots, words):
                return True
            if self._speakers_in(words):
                return False
        return False

    def _is_named(self, slots: Slots, words: str) -> bool:
        if slots.speaker_name and slots.speaker_name.casefold() in words.casefold():
            return True
        return slots.speaker in self._speakers_in(words)

    def _named(self, words: str) -> frozenset[str]:
        """The speakers of the ledger whom words name, by name, office or institution."""
        found = {each.speaker.id for each in self._listener.names.entities(tokenize(words, 0)[0]) if each.speaker}
        if CHARACTER.search(words):
            found |= self._listener.chinese.speakers.named_in(words)
        return frozenset(found)

    def _parties_in(self, words: str) -> set[str]:
        found = set(self._listener.names.parties_in(tokenize(words, 0)[0]))
        # the Kremlin and the White House are speakers of most ledgers
        found |= {party for each in self._speakers_in(words) if (party := self._known[each].party)}
        return found | (set(self._listener.chinese.speakers.parties_in(words)) if CHARACTER.search(words) else set())


def _is_same(voice: Voice, slots: Slots) -> bool:
    if slots.speaker:
        return voice.speaker == slots.speaker
    name = (slots.speaker_name or "").casefold()
    return bool(name) and (name in voice.name.casefold() or voice.name.casefold() in name)
