"""A text, paragraph by paragraph -> who says what in it, in the language of each. No claim is weighed here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from truce_tracker.articles.proposing.chinese.paragraphs import Chinese
from truce_tracker.articles.proposing.english.names import Names
from truce_tracker.articles.proposing.english.paragraphs import English
from truce_tracker.articles.proposing.english.voices import Speakers
from truce_tracker.articles.proposing.proposer import Known
from truce_tracker.articles.proposing.sentences import Sentence, split_paragraphs, tokenize
from truce_tracker.articles.proposing.utterance import Said, known_voice
from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.dates import EdtfDate

_LIST_MARK = re.compile(
    r"(?:\A|\n)[ \t]*(?:[-*•·▪]|\(?[0-9]{1,2}[.)、]|\\?\([a-z0-9]{1,4}\\?\)|[一二三四五六七八九十]{1,3}、)[ \t]*\Z"
)
_CAPTION = re.compile(r"\s*\(?\s*(?:Photo|Image|Picture|Graphic|File photo|Illustration|图|摄影)\s*[:：/]")
_ENDS = re.compile(r"[.!?。！？:：;；”\"’)]\Z")
_LONGEST_MARK = 40  # characters
# of a transcript: "SECRETARY BESSENT: ", "Scott Bessent: "; a question is nobody's claim
_LABEL = re.compile(r"(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}|(?:[A-Z][\w.'’-]+ ){0,2}[A-Z][\w.'’-]+):\s+")
_ASKS = re.compile(r"(?:Q|QUESTION|REPORTER|JOURNALIST|MODERATOR|HOST|INTERVIEWER)\b")


class Listener:
    """Hears one text once, from its beginning: who "he" is hangs on who spoke before.

    `is_document`: the text speaks for an institution or for parties, so that its own sentences are their word.
    """

    def __init__(self, text: str, published: EdtfDate | None, known: Known, is_document: bool) -> None:
        self._text = text
        self._published = published
        self._known = known
        self._is_document = is_document
        self.names = Names(known)
        speakers = Speakers(self.names, text)
        self._english = English(speakers, published, is_document)
        self._memory = speakers.memory

    @cached_property
    def chinese(self) -> Chinese:
        """Made for the first Chinese paragraph: most texts have none."""
        return Chinese(self._known, self._text, self._published, self._memory, self._is_document)

    def heard(self) -> Iterator[Said]:
        """Each run of words with its voice, in the order of the text."""
        for sentences in split_paragraphs(self._text):
            yield from self._said(sentences)

    def _said(self, sentences: Sequence[Sentence]) -> list[Said]:
        start = sentences[0].start  # after its list mark, which is no part of a sentence
        is_item = bool(_LIST_MARK.search(self._text, max(start - _LONGEST_MARK, 0), start))
        # in a fact sheet or a notice a line without a stop can be a commitment
        if not is_item and not self._is_document and self._is_aside(sentences):
            return []
        if labelled := self._labelled(sentences):
            return labelled
        if _ASKS.match(sentences[0].text) and _LABEL.match(sentences[0].text):
            return []
        if CHARACTER.search(sentences[0].text):  # a paragraph keeps to the language in which it begins
            return self.chinese.read(sentences, is_item)
        return self._english.read(sentences, is_item)

    def _labelled(self, sentences: Sequence[Sentence]) -> list[Said]:
        """What a speaker of the ledger says in a transcript, where a paragraph begins with the name."""
        label = _LABEL.match(sentences[0].text)
        if not label:
            return []
        tokens = tokenize(label["who"].title() if label["who"].isupper() else label["who"], 0)[0]
        named = [each for each in self.names.entities(tokens) if each.speaker and each.end == len(tokens)]
        if not named or named[0].speaker is None:
            return []
        voice = known_voice(named[0].speaker, label["who"])
        self._memory.begins_paragraph()
        self._memory.speaks(voice)
        found = []
        for sentence in sentences:
            start = sentence.start + (label.end() if sentence is sentences[0] else 0)
            run = tokenize(self._text[start : sentence.end], start)[0]
            found.append(Said(voice, "", "say", sentence, tuple(run)))
        return found

    def _is_aside(self, sentences: Sequence[Sentence]) -> bool:
        """Whether a paragraph is a heading, a button, a caption: no sentence of the text."""
        last = sentences[-1]
        is_caption = _CAPTION.match(self._text, last.end, last.end + 60) or _CAPTION.match(last.text)
        return not is_caption and len(sentences) == 1 and not _ENDS.search(last.text)
