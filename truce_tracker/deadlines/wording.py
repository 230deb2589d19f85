"""Plain words from any text: one kind of quote, dash and space, small letters, no clock times. No day is read here."""

from __future__ import annotations

import re
import unicodedata

from truce_tracker.deadlines.chinese import in_english
from truce_tracker.deadlines.mentions import NoDayError

LONGEST = 400  # characters; a phrase is a few words, and a page is no phrase

_SIGNS = str.maketrans({
    **dict.fromkeys("‘’ʼ′`´＇", "'"), **dict.fromkeys("‐‑‒–−﹣", "-"), **dict.fromkeys("—―", " - "),
    **dict.fromkeys('<>"“”«»„', " "),
})  # fmt: skip
_TIME = (
    r"(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]\.?m\b\.?)?|[0-9]{1,2}(?:\.[0-9]{2})? ?[ap]\.?m\b\.?"
    r"|[0-9]{1,2} o'clock\b|noon\b|midnight\b)"
)
_PLACES = r"eastern|central|mountain|pacific|beijing|local|greenwich|china|washington|moscow|us|u\.s\."
_ZONE = (
    rf"(?:(?:{_PLACES})(?: (?:standard|daylight|mean|summer))? time"
    r"|(?:est|edt|et|utc|gmt|bst|cet|cest|cst|pst|pdt|hkt)\b)"
)
_CLOCK = rf"\(?(?:\bat )?(?<![\w:.]){_TIME}(?: ?\(?{_ZONE}\)?)?\)?,?(?: (?:on|of)\b)?"
_PART_OF_DAY = r"\b(?:the )?(?:morning|afternoon|evening|night)(?: of)?\b"
_IDLE = (
    (r"\b(?:the |calendar |the calendar )years? (?=(?:19|20|21)[0-9]{2}\b)", ""),
    (r"\bcalendar (?=(?:year|month|quarter)s?\b|(?:19|20|21)[0-9]{2}\b)", ""),
)


def plain(phrase: str) -> str:
    """The words of a phrase as the rules read them. Raises NoDayError for a text that is no phrase."""
    text = _one_alphabet(phrase[: LONGEST + 1])
    if len(phrase) > LONGEST or len(text) > LONGEST:
        raise NoDayError(f"more than {LONGEST} characters: give the few words that name the day")
    if not text.isascii():
        text = in_english(text)
    for pattern, instead in ((_CLOCK, " "), (_PART_OF_DAY, " "), *_IDLE):
        text = re.sub(pattern, instead, text)
    return re.sub(r" (?=[,.;:)])", "", " ".join(text.split()))


def _one_alphabet(text: str) -> str:
    """Small letters and ASCII signs; a footnote's ² or a ½ is kept away from the digits beside it."""
    kept = "".join(_kept(sign) for sign in text.translate(_SIGNS))
    folded = unicodedata.normalize("NFKC", kept).casefold().translate(_SIGNS)
    return " ".join(folded.replace("--", " - ").split())


def _kept(sign: str) -> str:
    category = unicodedata.category(sign)
    return " # " if category == "No" else " " if category == "Cc" else "" if category == "Cf" else sign
