"""What a voice says -> the claims in it: each with its quotation, its parts and the words that made them.

A piece that speaks of no act, quantity or date, and shares no telling word with the ledger, is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truce_tracker.articles.proposing.claim_spans import chinese_pieces, english_pieces
from truce_tracker.articles.proposing.modality_and_form import instrument_of, modality_of
from truce_tracker.articles.proposing.piece_readings import PieceReader, PieceReading
from truce_tracker.articles.proposing.quotations import chinese_quotation, english_quotation
from truce_tracker.articles.proposing.scoring import ENOUGH, FULL, weight_of
from truce_tracker.articles.proposing.tokens import Token
from truce_tracker.articles.proposing.topics import About
from truce_tracker.articles.proposing.utterance import Said
from truce_tracker.vocabulary import Stance

_CJK = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: whole[start:end] is its quotation; `words` tell it from the same claim told again."""

    start: int
    end: int
    words: str
    stance: str
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
        firm = [claim for claim in found if claim.stance != Stance.MENTIONS or claim.quantity or claim.phrase]
        return firm or sorted(found, key=lambda claim: -claim.score)[:1]

    def _pieces(self, said: Said) -> Iterator[Claim | None]:
        start, end = said.tokens[0].start, said.tokens[-1].end
        if _CJK.search(self._whole, start, end):
            for piece in chinese_pieces(self._reader.plain, start, end):
                yield self._claim(said, self._reader.read(said, piece.start, piece.end, (), ""), [])
            return
        before = ""
        for tokens in english_pieces(said.tokens):
            claim = self._claim(said, self._reader.read(said, tokens[0].start, tokens[-1].end, tokens, before), tokens)
            before = claim.stance if claim else ""
            yield claim

    def _claim(self, said: Said, reading: PieceReading, tokens: list[Token]) -> Claim | None:
        weight = weight_of(said, reading)
        if weight < ENOUGH:
            return None
        wanted = _wanted(reading)
        start, end = (
            english_quotation(tokens, wanted) if tokens else chinese_quotation(reading.start, reading.end, wanted)
        )
        deadline, quantity = reading.deadline, reading.quantity
        modality = None if reading.stance == Stance.DECLINES else modality_of(said.verb) or modality_of(reading.words)
        instrument = instrument_of(said.sentence.text)
        return Claim(
            start,
            end,
            " ".join(sorted(set(re.findall(r"\w+", reading.words.lower())))),
            reading.stance,
            modality.value if modality else None,
            instrument.value if instrument else None,
            quantity.written if quantity else None,
            self._at(deadline.start, deadline.end) if deadline else None,
            deadline.due if deadline else None,
            reading.about,
            tuple(self._why(said, reading)),
            round(min(weight / FULL, 1.0), 3),
        )

    def _why(self, said: Said, reading: PieceReading) -> Iterator[str]:
        """The words that made each part."""
        words = self._at(*reading.stance_span) if reading.stance_span else said.verb
        yield f"stance {reading.stance}: '{words}'" if words else f"stance {reading.stance}"
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
