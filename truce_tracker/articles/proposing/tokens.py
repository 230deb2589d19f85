"""A sentence as words and signs, each with its place in the text and whether it stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[-–][^\W_]+)*(?:['’]s)?|[0-9]+(?:[.,][0-9]+)+(?:-[^\W_]+)?"
    r"|[^\W_]+(?:['’‘\-‑–&][^\W_]+)*|\S"
)
_POSSESSIVE = re.compile(r"(?:['’‘]s?)$")
_ONE_KIND = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-"})
_ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign; `start` and `end` are places in the whole text."""

    text: str
    start: int
    end: int
    quoted: bool

    @property
    def lower(self) -> str:
        """The word in small letters, with one kind of apostrophe and hyphen."""
        return _lower(self.text)

    @property
    def base(self) -> str:
        """The word in small letters without a possessive 's; an acronym keeps its capitals and loses its dots, so that
        US is not us."""
        return _base(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a sign."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it owns what follows: China's, traders'."""
        return _lower(self.text).endswith(("'s", "s'"))


@lru_cache(maxsize=8192)
def _lower(text: str) -> str:
    return text.lower().translate(_ONE_KIND)


@lru_cache(maxsize=8192)
def _base(text: str) -> str:
    if _ACRONYM.fullmatch(plain := _POSSESSIVE.sub("", text)):
        return plain.replace(".", "")
    return _POSSESSIVE.sub("", _lower(text)) or _lower(text)


def tokenize(text: str, start: int, quoted: bool = False) -> tuple[list[Token], bool]:
    """The tokens of a sentence that stands at `start`, and whether a quotation is still open at its end."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        sign = found[0]
        closes = sign == "”" or (sign in '"' and quoted)
        if sign == "“" or (sign == '"' and not quoted):
            quoted = True
        elif closes:
            quoted = False
        tokens.append(Token(sign, start + found.start(), start + found.end(), quoted or closes))
    return tokens, quoted


def words_of(tokens: Sequence[Token]) -> str:
    """The words of a run of tokens, with single spaces."""
    return " ".join(token.text for token in tokens)


def verbatim(whole: str, tokens: Sequence[Token]) -> str:
    """The text of a run of tokens as it stands, with line breaks and runs of spaces made one space."""
    return " ".join(whole[tokens[0].start : tokens[-1].end].split()) if tokens else ""
