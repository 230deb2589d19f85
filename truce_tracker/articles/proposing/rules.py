"""The first proposer: rules of grammar and lists of words, English and Chinese. Here they are put together.

Nothing in a proposal is made up: every quotation stands in the text at its place, every quantity is a number of the
text with its unit, and `why` names the words that made each part. What the paragraphs say is read in `english` and
`chinese`, which of it is a claim in `claims`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truce_tracker.articles.proposing.claims import Claim, ClaimFinder, PieceReader
from truce_tracker.articles.proposing.listening import Listener
from truce_tracker.articles.proposing.proposer import Known, NewSpeaker, Proposal
from truce_tracker.articles.proposing.sentences import Sentence
from truce_tracker.articles.proposing.topics import Topics
from truce_tracker.articles.proposing.utterance import Said, Voice
from truce_tracker.articles.proposing.words import word_set
from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.dates import EdtfDate

_ENGLISH = word_set("the of and to in that a is was for on it said with by will be has as")
_SHARE = 0.12  # of the words of an English text; a quarter is usual
_FEWEST = 12  # words that tell a language
_WIDEST_TEXT = 160  # characters of a draft


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules, for one kind of document: a `Proposer`.

    `document_speaker` is the speaker of a text that speaks for an institution (a fact sheet, a notice, an order): its
    own sentences are then that speaker's. A joint statement is said by several parties: give them as
    `document_parties`, and each claim is proposed once for each.
    """

    document_speaker: str | None = None  # of the ledger
    document_parties: Sequence[str] = ()

    def __call__(self, text: str, published: EdtfDate | None, known: Known) -> list[Proposal]:
        """The claims that a text may hold, in the order of their place."""
        voices = _document_voices(known, self.document_speaker, self.document_parties)
        proposals = _Reading(text, published, known, voices).proposals()
        return sorted(proposals, key=lambda item: (item.start, item.end))


class _Reading:
    """One reading of one text."""

    def __init__(self, text: str, published: EdtfDate | None, known: Known, voices: tuple[Voice, ...]) -> None:
        self._text = text
        self._voices = voices  # of the document itself; none of an article
        self._listener = Listener(text, published, known, bool(voices))
        reader = PieceReader(
            text, published, Topics(known), self._listener.names, lambda: self._listener.chinese.speakers
        )
        self._finder = ClaimFinder(text, reader)
        self._ids = {item.id: "" for item in known.speakers}  # id -> the new speaker's name

    def proposals(self) -> Iterator[Proposal]:
        """Each claim once: what is told again in the same words by the same voice is left out."""
        seen: set[tuple[object, ...]] = set()  # captions and pulled quotations repeat what the text says
        for said in self._listener.heard():
            words = (said.voice.who, said.kind, said.sentence.text, tuple(token.text for token in said.tokens))
            if words in seen:
                continue
            seen.add(words)
            for claim in self._finder.claims(said):
                for voice in self._voices if said.kind == "document" else (said.voice,):
                    told = (voice.who, claim.words)
                    if told not in seen:
                        seen.add(told)
                        yield self._proposal(said, claim, voice)

    def _proposal(self, said: Said, claim: Claim, voice: Voice) -> Proposal:
        return Proposal(
            sentence=said.sentence,
            quote=self._text[claim.start : claim.end],
            start=claim.start,
            end=claim.end,
            speaker=voice.speaker,
            new_speaker=self._with_id(voice.new) if voice.new else None,
            party=voice.party,
            on_record=voice.on_record,
            said=said.said,
            commitment=claim.about.commitment,
            topic=claim.about.topic,
            stance=claim.stance,
            condition=claim.condition,
            modality=claim.modality,
            instrument=claim.instrument,
            quantity=claim.quantity,
            phrase=claim.phrase,
            due=claim.due,
            text=_draft(said.sentence, claim),
            why=(*_who(voice, said), *claim.why),
            score=claim.score,
        )

    def _with_id(self, speaker: NewSpeaker) -> NewSpeaker:
        """The new speaker under an id that neither the ledger nor another new speaker has."""
        number, name = 1, speaker.id
        while self._ids.setdefault(name, speaker.name) != speaker.name:
            number += 1
            name = f"{speaker.id}-{number}"
        return replace(speaker, id=name)


def speaks(text: str) -> bool:
    """Whether the rules read the language of a text: English, by its smallest words, or Chinese, by its characters."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < _FEWEST or len(CHARACTER.findall(text)) > len(text) / 10:
        return True
    return sum(word in _ENGLISH for word in words) / len(words) >= _SHARE


def _document_voices(known: Known, speaker: str | None, parties: Sequence[str]) -> tuple[Voice, ...]:
    for item in known.speakers:
        if speaker == item.id:
            return (Voice(item.id, None, item.party, item.on_record, item.name or item.id, "institution"),)
    return tuple(Voice(party=party, on_record=True, name=party, kind="party") for party in parties)


def _who(voice: Voice, said: Said) -> Iterator[str]:
    """The words that made the speaker."""
    if said.kind == "document":
        yield f"speaker: the document's own, {voice.name}"
    elif voice.kind == "author":
        yield "speaker: nobody is named; the article's own words"
    elif voice.kind == "unsafe":
        yield f"speaker: '{voice.name}' can be several people"
    else:
        yield f"{'new speaker' if voice.new else 'speaker' if voice.speaker else 'party'}: {voice.name}"
    if said.verb:
        yield f"says: '{said.verb}'"
    if said.said:
        yield f"said on: {said.said}"


def _draft(sentence: Sentence, claim: Claim) -> str:
    """The sentence in one line; of a long one the part around the quotation, cut between words."""
    if len(line := " ".join(sentence.text.split())) <= _WIDEST_TEXT:
        return line
    first, last = claim.start - sentence.start, claim.end - sentence.start
    # the quotation in the middle, with 8 characters kept for "... " at either end
    spare = max(_WIDEST_TEXT - 8 - (last - first), 0)
    start = max(first - spare // 2, 0)
    end = min(last + spare - (first - start), len(sentence.text))
    words = list(re.finditer(r"[㐀-鿿]|[^\s㐀-鿿]+", sentence.text))
    start = next((word.start() for word in words if word.start() >= start), first) if start else 0
    end = max((word.end() for word in words if word.end() <= end), default=last)
    cut = " ".join(sentence.text[min(start, first) : max(end, last)].split())
    return f"{'... ' if start else ''}{cut}{' ...' if end < len(sentence.text) else ''}"
