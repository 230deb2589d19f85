"""English paragraphs -> who says what in each sentence: the verb of saying, its subject, and the words that are said.

Verbs in quotation marks say nothing here. A verb inside what another one tells is part of that, unless a ``;``, "and",
"but" or "while" sets it apart. Quotations that run over several sentences are kept track of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from truce_tracker.articles.proposing.english.reported_clause import (
    Statement,
    close,
    has_content,
    reporting_words,
    retells,
    subject_start,
    take_place,
)
from truce_tracker.articles.proposing.english.times import day_said
from truce_tracker.articles.proposing.english.verb_groups import VerbGroup, find_verbs
from truce_tracker.articles.proposing.english.voices import Speakers
from truce_tracker.articles.proposing.sentences import Sentence, Token, tokenize, verbatim
from truce_tracker.articles.proposing.utterance import AUTHOR, LONGEST, Said, Voice, unclear
from truce_tracker.articles.proposing.words import english as lists
from truce_tracker.dates import EdtfDate

# signs behind which another voice can begin ...
_APART = frozenset((";", "”", '"', "—"))
_JOINS = frozenset(("while", "whereas", "although", "though", "but", "and"))
# ... and at which the search for the beginning of a clause stops
_BREAKS = frozenset((";", ":", "”", "“", '"', "—", "–"))
_CLAUSE_JOINS = frozenset(("while", "whereas", "although", "though", "but"))
# they nest a clause in another
_NESTS = frozenset(
    ("that", "which", "who", "whom", "what", "when", "where", "whether", "if", "how", "whose", "because", "since",
     "unless")
)  # fmt: skip
_LONGEST_SUBJECT = 6  # words of an open voice
_DETERMINERS = ("a", "an", "the", "its")


def find_statements(tokens: Sequence[Token], speakers: Speakers) -> list[Statement]:
    """The statements of one sentence, in the order of their verbs."""
    found: list[Statement] = []
    for verb in find_verbs(tokens, speakers.whole):
        statement = _statement(tokens, verb, found, speakers)
        if statement:
            take_place(tokens, statement, found)
    for place, statement in enumerate(found):
        close(tokens, statement, found[place + 1] if place + 1 < len(found) else None)
    return [statement for statement in found if statement.runs]


def _statement(
    tokens: Sequence[Token], verb: VerbGroup, found: list[Statement], speakers: Speakers
) -> Statement | None:
    """The statement of one verb; None where it has no subject that can speak, or stands inside another's words."""
    words = verbatim(speakers.whole, tokens[verb.start : verb.after])
    if verb.kind == "according":
        return _according(tokens, verb, words, speakers)
    if joined := _joined(tokens, verb, found):
        return Statement(joined.voice, verb, words, verb.kind, verb.start - 1, joined.subject, verb.after)
    if verb.is_participle:
        return _participle(tokens, verb, words, found, speakers)
    begin, depends = _clause_start(tokens, verb.start)
    region = tokens[begin : verb.start]
    if not any(token.is_word for token in region):
        return _inverted(tokens, verb, words, speakers)
    # "Bloomberg reported that a source said ...": the source says it, although it stands inside
    retold = verb.kind == "say" and bool(found) and retells(found[-1].voice) and begin > found[-1].verb.at
    if not retold and (depends or (verb.kind != "refuse" and _is_inside(tokens, begin, found, verb))):
        return None
    goes_on = tokens[verb.start - 1].lower in ("and", "but")  # "Bessent met He Lifeng and said"
    voice = _main_subject(tokens, verb.start, speakers) if goes_on else None
    voice = voice or speakers.of_subject(region)
    if voice is None and verb.kind == "refuse":
        voice = _main_subject(tokens, verb.start, speakers)
    if (
        voice is None
        and verb.kind == "say"
        and tokens[verb.after : verb.after + 1]
        and tokens[verb.after].lower == "that"
    ):
        voice = _unread(region, speakers)
    if voice is None:
        return None
    if verb.kind == "silence":  # that somebody has not said a thing is the author's word
        speakers.memory.mentions(voice)
        voice = AUTHOR
    subject = (begin + subject_start(region), verb.start)
    return Statement(voice, verb, words, verb.kind, begin, subject, verb.after)


def _unread(region: Sequence[Token], speakers: Speakers) -> Voice | None:
    """Somebody who says something and is not known: left open, so that nobody in what is told becomes the speaker."""
    words = region[subject_start(region) :]
    finite = next((place for place, token in enumerate(words) if token.lower in lists.FINITE), len(words))
    if finite < len(words) and (voice := speakers.of_subject(words[:finite])):
        return voice  # "Moscow has long complained that"
    subject = [token for token in words[:finite] if token.is_word][-_LONGEST_SUBJECT:]
    return unclear(verbatim(speakers.whole, subject)) if subject else None


def _joined(tokens: Sequence[Token], verb: VerbGroup, found: list[Statement]) -> Statement | None:
    """The statement whose subject goes on: "refused to comment and accused", "said X, and demanded Y"."""
    if not found or not verb.start or verb.is_participle or found[-1].kind == "according":
        return None
    before = tokens[verb.start - 1]
    return found[-1] if before.lower in ("and", "but", "or") and not before.quoted else None


def _participle(
    tokens: Sequence[Token], verb: VerbGroup, words: str, found: list[Statement], speakers: Speakers
) -> Statement | None:
    """ "..., insisting that ...": the main clause's subject. "a briefing mentioning ...": the briefing's author."""
    if tokens[verb.start - 1].lower not in (",", "and", "but"):
        begin, voice = _document_before(tokens, verb.start, speakers)
        return Statement(voice, verb, words, verb.kind, begin, (begin, verb.start), verb.after) if voice else None
    if found and found[-1].kind != "according":
        return Statement(found[-1].voice, verb, words, verb.kind, verb.start, found[-1].subject, verb.after)
    voice = _main_subject(tokens, verb.start, speakers)
    return Statement(voice, verb, words, verb.kind, verb.start, (0, 0), verb.after) if voice else None


def _according(tokens: Sequence[Token], verb: VerbGroup, words: str, speakers: Speakers) -> Statement | None:
    end = verb.after
    while end < len(tokens) and tokens[end].text not in (",", ";", ".", "—", "“"):
        end += 1
    voice = speakers.of_phrase(tokens[verb.after : end]) or _unread(tokens[verb.after : end], speakers)
    return Statement(voice, verb, words, "according", verb.at, (verb.at, end), end) if voice else None


def _inverted(tokens: Sequence[Token], verb: VerbGroup, words: str, speakers: Speakers) -> Statement | None:
    """ "...," said Elaine Porter, an analyst."""
    end = verb.after
    while end < len(tokens) and tokens[end].text not in (";", ".", "“"):
        end += 1
    commas = [place for place in range(verb.after, end) if tokens[place].text == ","]
    voice = speakers.of_phrase(_up_to_preposition(tokens[verb.after : commas[0] if commas else end]))
    if voice is None or verb.kind != "say":
        return None
    if voice.new and commas:  # who is not known is described behind the comma
        voice = speakers.of_subject(tokens[verb.after : commas[1] if len(commas) > 1 else end]) or voice
    return Statement(voice, verb, words, "inverted", verb.start, (verb.start, end), end)


def _up_to_preposition(tokens: Sequence[Token]) -> Sequence[Token]:
    for place, token in enumerate(tokens):
        if place > 1 and token.lower in ("in", "on", "at", "during"):
            return tokens[:place]
    return tokens


def _is_inside(tokens: Sequence[Token], begin: int, found: list[Statement], verb: VerbGroup) -> bool:
    """Whether a verb stands inside what an earlier one tells."""
    if not found:
        return False
    last = found[-1]
    if last.kind == "according" and last.verb.at == 0:
        return True  # "According to Bessent, China said ...": all of it is his word
    if begin > last.verb.at:
        apart = tokens[begin - 1].text if begin else ""
        return apart not in _APART and not (apart.lower() in _JOINS and verb.kind == "say")
    # no clause begins between the two: only "..., Li said" at an end tells what went before, and is not inside
    between = tokens[last.verb.after : verb.start]
    tells_before = verb.kind == "say" and any(token.text == "," for token in between)
    return not (tells_before and not has_content(tokens[verb.after :]))


def _clause_start(tokens: Sequence[Token], end: int) -> tuple[int, bool]:
    """Where the clause of a verb begins, and whether it depends on "that", "which", "who" ... right there."""
    for place in range(end - 1, -1, -1):
        token = tokens[place]
        after_comma = place > 0 and tokens[place - 1].text == ","
        if token.text in _BREAKS or token.lower in _CLAUSE_JOINS or (token.quoted and place < end - 1):
            return place + 1, False
        if token.lower in ("and", "or") and after_comma:
            return place + 1, False
        if token.lower == "who" and end - place > 2:
            continue  # it has a verb of its own: "traders who know of the orders said"
        if token.lower in _NESTS and not any(item.text == "," for item in tokens[place:end]):
            return place + 1, place > 0
    return 0, False


def _main_subject(tokens: Sequence[Token], end: int, speakers: Speakers) -> Voice | None:
    """The subject of the clause before: the words before its verb."""
    begin = _main_clause(tokens, end)
    for first, last in reversed(_between_commas(tokens, begin, end)):
        verb = next((place for place in range(first, last) if _is_verb(tokens[place])), None)
        voice = speakers.of_subject(tokens[begin:verb]) if verb is not None else None
        if voice:
            return voice
    return None


def _document_before(tokens: Sequence[Token], end: int, speakers: Speakers) -> tuple[int, Voice | None]:
    """The author of a document that stands right before: "a ministry briefing on October 30th mentioning ..."."""
    nearest = range(end - 1, max(end - 9, 0) - 1, -1)
    begin = next((place for place in nearest if tokens[place].lower in _DETERMINERS), None)
    if begin is None or not any(token.base in lists.DOCUMENTS for token in tokens[begin:end]):
        return end, None
    voice = speakers.of_phrase(tokens[begin:end])
    return begin, None if voice == AUTHOR else voice


def _main_clause(tokens: Sequence[Token], end: int) -> int:
    for place in range(end - 1, -1, -1):
        if tokens[place].text == ";" or (tokens[place].lower in _CLAUSE_JOINS and place < end - 2):
            return place + 1
    return 0


def _between_commas(tokens: Sequence[Token], begin: int, end: int) -> list[tuple[int, int]]:
    commas = [place for place in range(begin, end) if tokens[place].text == ","]
    return list(zip([begin, *(place + 1 for place in commas)], [*commas, end], strict=True))


def _is_verb(token: Token) -> bool:
    word = token.lower
    return word in lists.FINITE or word in lists.DEEDS or word in lists.SAYS or word in lists.ACTS


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
        self._unclosed: Said | None = None  # what a quotation without an end was part of
        self._lead: Said | None = None  # "The first articles state:", which the list items after it go on

    def read(self, sentences: Sequence[Sentence], is_item: bool) -> list[Said]:
        """What is said in one paragraph or list item."""
        self._speakers.memory.begins_paragraph()
        # a quotation that was not closed goes on where the next paragraph opens it again
        goes_on = self._unclosed if sentences[0].text.startswith(("“", '"')) else None
        paragraph = _Paragraph(last=goes_on)
        quoted = False
        for sentence in sentences:
            if len(sentence.text) > LONGEST:
                continue
            tokens, still = tokenize(sentence.text, sentence.start, quoted)
            self._sentence(sentence, tuple(tokens), quoted, is_item, paragraph)
            quoted = still
        self._unclosed = paragraph.last if quoted else None
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
            # “We will buy,” she said, “and sign.”: the first half is hers as well
            after = next((one for one in statements if one.kind == "say" and first < one.start <= last + 2), None)
            if after and all(token.quoted for token in words if token.is_word):
                yield Said(after.voice, after.words, "quote", sentence, words)
            else:
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
