"""How much speaks for a claim: who says it, its stance, quantity, date and topic. Below ENOUGH nothing is proposed."""

from __future__ import annotations

import re

from truce_tracker.articles.proposing.patterns import any_of
from truce_tracker.articles.proposing.piece_readings import PieceReading
from truce_tracker.articles.proposing.utterance import Said
from truce_tracker.vocabulary import Stance

ENOUGH = 1.7
FULL = 5.0  # a weight that makes a score of 1
_OF_VOICE = {
    "person": 0.7, "role": 0.7, "institution": 0.7, "party": 0.7, "anonymous": 0.7, "unsafe": 0.2, "analyst": -0.6,
    "author": -0.7,
}  # fmt: skip
_OF_STANCE = {Stance.MENTIONS: 0.0, Stance.DECLINES: 1.2, Stance.DENIES: 1.0}  # the others 0.8
_UNDERTAKES = (Stance.AFFIRMS, Stance.AFFIRMS_IN_PART)
_NUMBER = re.compile(r"[0-9]")
_TALKS = any_of(
    (
        r"\b(?:deals?|agreements?|accords?|truces?|arrangements?|talks|negotiat\w+|consensus|framework|commitments?"
        r"|pledges?|promis\w+|controls?|restrictions?|licen[cs]\w*|permits?|tariffs?|quotas?|sanctions|ceasefire|export\w*"
        r"|import\w*|purchas\w+|partner|figures?|withdrawal|trade|obligations?|concessions?|charge|accusation|proposal"
        r"|extension|communication|demand\w*)\b",
        "协议|承诺|谈判|磋商|共识|安排|管制|许可|关税|采购|停火|制度|数字|义务|评论|置评|证实|合作|措施",
    )
)
_LONG_PAST = any_of(
    (
        r"\b(?:last year|in (?:19|20)[0-9]{2}\b|since (?:19|20)[0-9]{2}|years later|historically|first term"
        r"|administration,|decades?)",
        "去年|20[0-9]{2}年，",
    )
)
# what every order says of itself, its powers and its own history
_BOILERPLATE = any_of(
    (
        r"\b(?:Secretary of|Secretaries|departments (?:and|or) agenc|this (?:order|notice|proclamation|memorandum)\b"
        r"|Federal Register|U\.S\.C\.|heading [0-9]|subdivision|subchapter|I (?:found|declared|imposed|raised)\b"
        r"|consistent with applicable law|other officials|provision of)",
    )
)


def weight_of(said: Said, reading: PieceReading) -> float:
    """The weight of one piece of what somebody says; an author's own words and an analyst's weigh less."""
    stance = Stance(reading.stance)
    weight = _OF_VOICE.get(said.voice.kind, 0.0) + (0.4 if said.voice.party else 0.0)
    weight += 1.7 if said.kind == "silence" else 0.0
    weight += 0.2 if said.voice.party and any(token.quoted for token in said.tokens) else 0.0  # verbatim words
    weight += 1.2 if reading.quantity else 0.3 if _NUMBER.search(reading.words) else 0.0
    weight += _of_deadline(reading) + _of_topic(reading) + _OF_STANCE.get(stance, 0.8)
    weight += 0.5 if _TALKS.search(reading.words) else 0.0
    if said.kind == "document":
        weight += 0.7 + _of_document(reading, stance)
    if said.voice.kind == "author":
        weight -= (1.6 if _LONG_PAST.search(reading.words) else 0.0) + (1.0 if stance == Stance.MENTIONS else 0.0)
    return weight


def _of_deadline(reading: PieceReading) -> float:
    return 0.0 if not reading.deadline else 1.2 if reading.deadline.due else 0.6


def _of_topic(reading: PieceReading) -> float:
    about = reading.about
    return min(about.strength, 2.5) * 0.8 if about.commitment else 0.5 if about.topic else 0.0


def _of_document(reading: PieceReading, stance: Stance) -> float:
    """Less for what an order says of itself, and for what it does not undertake."""
    idle = 1.5 if _BOILERPLATE.search(reading.words) else 0.8 if _BOILERPLATE.search(reading.around) else 0.0
    return -idle - (0.0 if stance in _UNDERTAKES else 1.3)
