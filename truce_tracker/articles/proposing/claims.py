"""What a voice says -> the claims in it: each piece read and weighed, with its quotation, its parts and what made them.

A piece that speaks of no act, quantity or date, and shares no telling word with the ledger, is no claim: it weighs too
little. Where a piece begins and ends is told in `claim_spans` and `clauses`, who says it in `english` and `chinese`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from truce_tracker.articles.proposing.amounts import Amount
from truce_tracker.articles.proposing.chinese.amounts import chinese_amounts
from truce_tracker.articles.proposing.chinese.clauses import (
    chinese_deadlines,
    chinese_pieces,
    chinese_quotation,
)
from truce_tracker.articles.proposing.chinese.voices import ChineseSpeakers
from truce_tracker.articles.proposing.english.amounts import english_amounts
from truce_tracker.articles.proposing.english.claim_spans import english_pieces, english_quotation, goes_on
from truce_tracker.articles.proposing.english.names import Names
from truce_tracker.articles.proposing.english.times import Deadline, english_deadlines
from truce_tracker.articles.proposing.sentences import Token
from truce_tracker.articles.proposing.stances import Sign, instrument_of, modality_of, stance_of
from truce_tracker.articles.proposing.topics import About, Topics
from truce_tracker.articles.proposing.utterance import Said
from truce_tracker.articles.proposing.words.chinese import CHARACTER, SIMPLE
from truce_tracker.articles.proposing.words.evidence import CONDITIONS
from truce_tracker.articles.proposing.words.topics import BOILERPLATE, LONG_PAST, TALKS
from truce_tracker.dates import EdtfDate, read_date
from truce_tracker.vocabulary import Stance

_CONDITION = re.compile(r"[^,.;:，。；：”\"]{1,120}")
_HOLDING = (Stance.AFFIRMS, Stance.AFFIRMS_IN_PART, Stance.PROPOSES)  # for the next act of the same sentence too


@dataclass(frozen=True, slots=True)
class PieceReading:
    """A piece at whole[start:end]; `words` and `around` (its sentence) are as they are searched: simple characters."""

    start: int
    end: int
    words: str
    around: str
    stance: str
    stance_span: tuple[int, int] | None  # of the words that made it, in the whole text
    quantity: Amount | None
    deadline: Deadline | None
    about: About


class PieceReader:
    """Reads the pieces of one text against one ledger."""

    def __init__(
        self,
        whole: str,
        published: EdtfDate | None,
        topics: Topics,
        names: Names,
        chinese: Callable[[], ChineseSpeakers],
    ) -> None:
        self.plain = whole.translate(SIMPLE)  # as long as the text, so that places hold
        self._published = published
        self._topics = topics
        self._names = names
        self._chinese = chinese

    def read(self, said: Said, start: int, end: int, tokens: Sequence[Token], before: str) -> PieceReading:
        """Read a piece. `tokens` are empty in Chinese; `before` is the stance of the piece before."""
        words = self.plain[start:end]
        around = self.plain[said.sentence.start : said.sentence.end]
        quantity = _chosen(amounts(words))
        sign = self._stance(said, words, tokens, before, quantity is not None)
        deadline = self._deadline(said, words, start, tokens, sign.value)
        actors = self._actors(said, words, tokens)
        written, due = quantity.written if quantity else None, deadline.due if deadline else None
        about = self._topics.about(words, around, actors, written, due)
        span = (start + sign.start, start + sign.end) if sign.end else None
        return PieceReading(start, end, words, around, sign.value, span, quantity, deadline, about)

    def _stance(self, said: Said, words: str, tokens: Sequence[Token], before: str, has_quantity: bool) -> Sign:
        """The stance of the words; where they take none, that of the piece before or of the verb of saying."""
        if said.kind in ("refuse", "silence"):
            return Sign((Stance.DECLINES if said.kind == "refuse" else Stance.MENTIONS).value)
        sign = stance_of(words)
        if said.kind == "author" and said.verb and sign.value == Stance.AFFIRMS:
            return Sign(Stance.MENTIONS.value)  # "it is said that China agreed": nobody says it
        if sign.value != Stance.MENTIONS:
            return sign
        # "will buy 12 million t of soybeans and [will buy] 25 million t a year"
        if before in _HOLDING and (has_quantity or goes_on(tokens)):
            return Sign(before)
        # the words are only named ("confirmed the purchases"): what the verb does to them is the stance
        return Sign(stance_of(said.verb).value) if said.kind in ("act", "say") else sign

    def _deadline(self, said: Said, words: str, start: int, tokens: Sequence[Token], stance: str) -> Deadline | None:
        """The one that names a day first; of a report only one that can be nothing else."""
        day = read_date(said.said) if said.said else self._published
        found = english_deadlines(tokens, self.plain, day) if tokens else chinese_deadlines(words, start, day)
        if Stance(stance).reports:  # "bought 12 million t in October": the month of the doing, no deadline
            found = [item for item in found if item.is_strong]
        return max(found, key=lambda item: (item.due is not None, item.is_strong), default=None)

    def _actors(self, said: Said, words: str, tokens: Sequence[Token]) -> list[str]:
        """The party whose act it may be: the first that the words name, or the speaker's own."""
        parties = self._names.parties_in(tokens) if tokens else self._chinese().parties_in(words)
        return parties[:1] or ([said.voice.party] if said.voice.party else [])


def amounts(text: str) -> tuple[Amount, ...]:
    """The quantities of a text in either language, in order, none inside another."""
    chinese = chinese_amounts(text) if CHARACTER.search(text) else []
    taken = {place for amount in chinese for place in range(amount.start, amount.end)}
    english = [amount for amount in english_amounts(text) if amount.start not in taken]
    return tuple(sorted((*chinese, *english), key=lambda amount: amount.start))


def _chosen(found: Sequence[Amount]) -> Amount | None:
    """The first amount of goods; of shares alone the last: "from 20% to 10%"."""
    goods = [amount for amount in found if not amount.is_share]
    return goods[0] if goods else found[-1] if found else None


# A party's own voice (0.7 + 0.4) that takes a stance (0.8) is enough. An author's own word (-0.7) needs more: an
# amount or a day, and words of a bargain or of the ledger. Found on the pages of tests/articles/proposals/gold/tuned.
_ENOUGH = 1.7
_FULL = 5.0  # a weight that makes a score of 1
# an analyst binds nobody; what an author tells was mostly said by somebody who is quoted nearby
_OF_VOICE = {
    "person": 0.7, "role": 0.7, "institution": 0.7, "party": 0.7, "anonymous": 0.7, "unsafe": 0.2, "analyst": -0.6,
    "author": -0.7,
}  # fmt: skip
_OF_STANCE = {Stance.MENTIONS: 0.0, Stance.DECLINES: 1.2, Stance.DENIES: 1.0}  # the others 0.8
_UNDERTAKES = (Stance.AFFIRMS, Stance.AFFIRMS_IN_PART)
_NUMBER = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: whole[start:end] is its quotation; `words` tell it from the same claim told again."""

    start: int
    end: int
    words: str
    stance: str
    condition: str | None
    modality: str | None
    instrument: str | None
    quantity: str | None
    phrase: str | None
    due: str | None
    about: About
    why: tuple[str, ...]
    score: float


class ClaimFinder:
    """Finds the claims in what is said."""

    def __init__(self, whole: str, reader: PieceReader) -> None:
        self._whole = whole
        self._reader = reader

    def claims(self, said: Said) -> list[Claim]:
        """The claims in one statement; of pieces that only mention something, one, and only where nothing else is."""
        found = [claim for claim in self._pieces(said) if claim] if said.tokens else []
        # a mention beside a firm claim is its lead-in ("Asked about the talks, ..."): nobody would record it
        firm = [claim for claim in found if claim.stance != Stance.MENTIONS or claim.quantity or claim.phrase]
        return firm or sorted(found, key=lambda claim: -claim.score)[:1]

    def _pieces(self, said: Said) -> Iterator[Claim | None]:
        start, end = said.tokens[0].start, said.tokens[-1].end
        if CHARACTER.search(self._whole, start, end):
            # a Chinese clause repeats its verb, so that no stance is handed on from the one before
            for piece in chinese_pieces(self._reader.plain, start, end):
                yield self._claim(said, self._reader.read(said, piece.start, piece.end, (), ""), [])
            return
        before = ""
        for tokens in english_pieces(said.tokens):
            claim = self._claim(said, self._reader.read(said, tokens[0].start, tokens[-1].end, tokens, before), tokens)
            before = claim.stance if claim else ""
            yield claim

    def _claim(self, said: Said, reading: PieceReading, tokens: list[Token]) -> Claim | None:
        weight = _weight_of(said, reading)
        if weight < _ENOUGH:
            return None
        wanted = _wanted(reading)
        start, end = (
            english_quotation(tokens, wanted) if tokens else chinese_quotation(reading.start, reading.end, wanted)
        )
        deadline, quantity = reading.deadline, reading.quantity
        # who declines undertakes nothing ("would not say"); the verb of saying governs the others ("hopes it will")
        modality = None if reading.stance == Stance.DECLINES else modality_of(said.verb) or modality_of(reading.words)
        instrument = instrument_of(said.sentence.text)
        condition = self._condition(said, reading)
        return Claim(
            start,
            end,
            " ".join(sorted(set(re.findall(r"\w+", reading.words.lower())))),
            Stance.AFFIRMS.value if condition else reading.stance,
            condition,
            modality.value if modality else None,
            instrument.value if instrument else None,
            quantity.written if quantity else None,
            self._at(deadline.start, deadline.end) if deadline else None,
            deadline.due if deadline else None,
            reading.about,
            tuple(self._why(said, reading)),
            round(min(weight / _FULL, 1.0), 3),
        )

    def _condition(self, said: Said, reading: PieceReading) -> str | None:
        """What a promise hangs on, to the end of its clause; None where only a part of it is promised."""
        if reading.stance != Stance.AFFIRMS_IN_PART or not reading.stance_span:
            return None
        start, end = reading.stance_span
        if not CONDITIONS.search(self._reader.plain, start, end):
            return None
        found = _CONDITION.match(self._whole, start, said.sentence.end)
        return " ".join(found[0].split()) if found else None

    def _why(self, said: Said, reading: PieceReading) -> Iterator[str]:
        """The words that made each part."""
        words = self._at(*reading.stance_span) if reading.stance_span else said.verb
        stance = f"{Stance.AFFIRMS}, on a condition" if self._condition(said, reading) else reading.stance
        yield f"stance {stance}: '{words}'" if words else f"stance {stance}"
        modality = modality_of(said.verb) or modality_of(reading.words)
        if modality and reading.stance != Stance.DECLINES:
            yield f"modality: {modality.value}"
        if instrument := instrument_of(said.sentence.text):
            place = said.sentence.start
            yield f"instrument {instrument.value}: '{self._at(place + instrument.start, place + instrument.end)}'"
        if quantity := reading.quantity:
            yield f"quantity: '{self._at(reading.start + quantity.start, reading.start + quantity.end)}'"
        if deadline := reading.deadline:
            yield f"date: '{self._at(deadline.start, deadline.end)}'"
        if reading.about.commitment:
            yield f"commitment {reading.about.commitment}: {', '.join(reading.about.words)}"
        elif reading.about.topic:
            yield f"topic {reading.about.topic}"

    def _at(self, start: int, end: int) -> str:
        return " ".join(self._whole[start:end].split())


def _wanted(reading: PieceReading) -> list[tuple[int, int]]:
    """The places that a quotation should hold: the words of the stance, the quantity, the date."""
    found = [reading.stance_span] if reading.stance_span else []
    if reading.quantity:
        found.append((reading.start + reading.quantity.start, reading.start + reading.quantity.end))
    if reading.deadline:
        found.append((reading.deadline.start, reading.deadline.end))
    return found


def _weight_of(said: Said, reading: PieceReading) -> float:
    """The weight of one piece of what somebody says; an author's own words and an analyst's weigh less."""
    stance = Stance(reading.stance)
    weight = _OF_VOICE.get(said.voice.kind, 0.0) + (0.4 if said.voice.party else 0.0)
    # a silence is told by the author and mentions only, for which much is taken off below; yet it is worth knowing
    weight += 1.7 if said.kind == "silence" else 0.0
    weight += 0.2 if said.voice.party and any(token.quoted for token in said.tokens) else 0.0  # verbatim words
    weight += 1.2 if reading.quantity else 0.3 if _NUMBER.search(reading.words) else 0.0
    weight += _of_deadline(reading) + _of_topic(reading) + _OF_STANCE.get(stance, 0.8)
    weight += 0.5 if TALKS.search(reading.words) else 0.0
    if said.kind == "document":
        weight += 0.7 + _of_document(reading, stance)
    if said.voice.kind == "author":
        weight -= (1.6 if LONG_PAST.search(reading.words) else 0.0) + (1.0 if stance == Stance.MENTIONS else 0.0)
    return weight


def _of_deadline(reading: PieceReading) -> float:
    return 0.0 if not reading.deadline else 1.2 if reading.deadline.due else 0.6


def _of_topic(reading: PieceReading) -> float:
    about = reading.about
    return min(about.strength, 2.5) * 0.8 if about.commitment else 0.5 if about.topic else 0.0


def _of_document(reading: PieceReading, stance: Stance) -> float:
    """Less for what an order says of itself, and for what it does not undertake."""
    idle = 1.5 if BOILERPLATE.search(reading.words) else 0.8 if BOILERPLATE.search(reading.around) else 0.0
    return -idle - (0.0 if stance in _UNDERTAKES else 1.3)
