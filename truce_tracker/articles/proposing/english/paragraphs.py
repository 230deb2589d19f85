"""English paragraphs -> what is said in them and by whom. Keeps track of quotations that run over several sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from truce_tracker.articles.proposing.english.reported_clause import Statement, reporting_words
from truce_tracker.articles.proposing.english.statements import find_statements
from truce_tracker.articles.proposing.english.times import day_said
from truce_tracker.articles.proposing.english.voices import Speakers
from truce_tracker.articles.proposing.sentences import Sentence, Token, tokenize
from truce_tracker.articles.proposing.utterance import AUTHOR, LONGEST, Said
from truce_tracker.articles.proposing.words import english as lists
from truce_tracker.dates import EdtfDate

_KINDS = {"inverted": "say", "parenthesis": "say", "according": "say"}
_FEWEST_WORDS = 5  # of the author's own words


@dataclass
class _Paragraph:
    """What is known while one paragraph is read."""

    last: Said | None = None
    waiting: list[tuple[Sentence, tuple[Token, ...]]] = field(default_factory=list)  # quoted, nobody named yet
    found: list[Said] = field(default_factory=list)


class English:
    """Reads the paragraphs of one article in order."""

    def __init__(self, speakers: Speakers, published: EdtfDate | None, is_document: bool = False) -> None:
        self._speakers = speakers
        self._published = published
        self._is_document = is_document
        self._lead: Said | None = None  # "The first articles state:", which the list items after it go on

    def read(self, sentences: Sequence[Sentence], is_item: bool) -> list[Said]:
        """What is said in one paragraph or list item."""
        self._speakers.memory.begins_paragraph()
        paragraph = _Paragraph()
        quoted = False
        for sentence in sentences:
            if len(sentence.text) > LONGEST:
                continue
            tokens, still = tokenize(sentence.text, sentence.start, quoted)
            self._sentence(sentence, tuple(tokens), quoted, is_item, paragraph)
            quoted = still
        if not is_item:
            self._lead = paragraph.last if sentences[-1].text.endswith((":", "：")) else None
        return paragraph.found

    def _sentence(
        self, sentence: Sentence, tokens: tuple[Token, ...], quoted: bool, is_item: bool, paragraph: _Paragraph
    ) -> None:
        if self._is_document:
            paragraph.found.append(Said(AUTHOR, "", "document", sentence, tokens))
        elif is_item and self._lead:
            paragraph.found.append(replace(self._lead, sentence=sentence, tokens=tokens, kind="item"))
        elif tokens and not sentence.text.rstrip('”"’)').endswith("?"):  # a question claims nothing
            self._told(sentence, tokens, quoted or tokens[0].text in '“"', paragraph)

    def _told(self, sentence: Sentence, tokens: tuple[Token, ...], is_quoted: bool, paragraph: _Paragraph) -> None:
        """Read a sentence of an article; `is_quoted`: it begins in quotation marks."""
        if any(one.text == "He" and two.is_capital for one, two in pairwise(tokens)):
            self._speakers.memory.surname_since = 0
        statements = find_statements(tokens, self._speakers)
        if is_quoted and not statements:
            self._quotation(sentence, tokens, paragraph)
            return
        if not statements:
            self._speakers.note(tokens)
        for statement in statements:
            self._statement(sentence, tokens, statement, paragraph)
        if is_quoted and paragraph.waiting and paragraph.last:
            self._settle(paragraph, statements[0], paragraph.last.said)
        paragraph.found.extend(_author(sentence, tokens, statements))

    def _statement(
        self, sentence: Sentence, tokens: tuple[Token, ...], statement: Statement, paragraph: _Paragraph
    ) -> None:
        said = day_said(reporting_words(tokens, statement), self._published)
        if said is None and paragraph.last and paragraph.last.voice.who == statement.voice.who:
            said = paragraph.last.said
        kind = _KINDS.get(statement.kind, statement.kind)
        for first, last in statement.runs:
            paragraph.last = Said(statement.voice, statement.words, kind, sentence, tokens[first:last], said)
            paragraph.found.append(paragraph.last)
        self._speakers.memory.speaks(statement.voice)

    def _quotation(self, sentence: Sentence, tokens: tuple[Token, ...], paragraph: _Paragraph) -> None:
        """A sentence that is only quoted goes with the voice before it in the paragraph, or waits for one."""
        if paragraph.last is None:
            paragraph.waiting.append((sentence, tokens))
        else:
            paragraph.found.append(replace(paragraph.last, sentence=sentence, tokens=tokens, kind="quote"))

    def _settle(self, paragraph: _Paragraph, statement: Statement, said: str | None) -> None:
        """Give the sentences that waited to the voice that ends their quotation."""
        paragraph.found[:0] = [
            Said(statement.voice, statement.words, "quote", sentence, tokens, said)
            for sentence, tokens in paragraph.waiting
        ]
        paragraph.waiting.clear()


def _author(sentence: Sentence, tokens: tuple[Token, ...], statements: list[Statement]) -> Iterator[Said]:
    """What is left of a sentence is the author's own word."""
    inside = {place for statement in statements for first, last in statement.runs for place in range(first, last)}
    for statement in statements:
        inside |= {*range(statement.start, statement.after), *range(*statement.subject)}
    for first, last in _runs([place for place in range(len(tokens)) if place not in inside]):
        words = tokens[first : last + 1]
        has_verb = any(token.lower in lists.FINITE or token.lower in lists.DEEDS for token in words)
        if has_verb and sum(token.is_word for token in words) >= _FEWEST_WORDS:
            yield Said(AUTHOR, "", "author", sentence, words)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Places that follow each other, as first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
