"""A text -> its sentences, English and Chinese, and a sentence -> its tokens, each with its place. No meaning is read.

A single line break inside a paragraph that was wrapped at a column ends nothing; a blank line, a list mark, a heading
or a break in a text that is not wrapped ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from truce_tracker.articles.proposing.words import word_set

# a stop after these ends no sentence ...
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof sen rep gov gen col lt maj capt sgt st vs e.g i.e cf viz approx hon rev messrs fig art"
    " jan feb mar apr jun jul aug sep sept oct nov dec no nos sec pp para ch vol ed"
)
# ... but after these only before a number: "No. 61" goes on, "No." is an answer
_BEFORE_A_NUMBER = word_set("no nos sec pp para ch vol fig art jan feb mar apr jun jul aug sep sept oct nov dec")
# "in the U.S." and "Toll Inc." may end a sentence: they do where the next word is one that begins sentences
_CAN_END = re.compile(r"(?:^|[^\w])(?:(?:[A-Za-z]\.)+[A-Za-z]|inc|ltd|co|corp|jr|sr|etc|al|bros)$", re.IGNORECASE)
_STARTERS = word_set(
    "the a an in on at it its he she they we i you but and so this that these those there if when while after"
    " before as for with under both all some most many no not what who how why experts analysts officials"
    " however meanwhile"
)
# a run of signs is tried once, from its beginning: from each of its signs, a long one would take the square of its time
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]»*]*(?=\s|$)|[。！？]+[”’」』）\"]*|[.!?][”\"](?=[A-Z])")
_MARK = re.compile(
    r"[ \t]*(?:[-*•·–—▪‣]|\(?[0-9]{1,2}[.)]|\\?\([a-z0-9]{1,4}\\?\)|[(（]?[一二三四五六七八九十]{1,3}[、)）])"
    r"[ \t]+(?=\S)"
)
_NUMBER_MARK = re.compile(r"[ \t]*\(?[0-9]{1,2}[.)]")
# “Never!” the minister said: the sign ends the quotation and not the sentence
_SAID_AFTER = re.compile(
    r"\s*(?:[^\s。！？，“”]{1,30}?(?:说|表示|称|认为|指出|强调|补充|坦言|写道|問|问|說|稱|認為|強調|補充)道?[，。：（(]"
    r"|(?:[\w.’'-]+\s+){1,5}(?:said|says|asked|told|wrote|added|warned|insisted|replied|declared)\b)"
)
_WIDEST_WRAP, _NARROWEST_WRAP = 120, 50  # columns

# words with their apostrophes and hyphens, U.S., numbers with their points, or a single sign
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[-–][^\W_]+)*(?:['’]s)?|[0-9]+(?:[.,][0-9]+)+(?:-[^\W_]+)?"
    r"|[^\W_]+(?:['’‘\-‑–&][^\W_]+)*|\S"
)
_POSSESSIVE = re.compile(r"(?:['’‘]s?)$")
_ONE_KIND = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-"})
_ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place: ``text == whole[start:end]``."""

    text: str
    start: int
    end: int


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; headings and list items count as sentences, list marks are left out."""
    return [sentence for paragraph in split_paragraphs(text) for sentence in paragraph]


def split_paragraphs(text: str) -> list[list[Sentence]]:
    """The sentences of each paragraph, list item and heading, in order."""
    paragraphs = (
        [Sentence(text[start:end], start, end) for start, end in _trimmed(text, _cut(text, *block))]
        for block in _blocks(text)
    )
    return [paragraph for paragraph in paragraphs if paragraph]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together: a wrapped paragraph, a list item, a heading."""
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\r\n\u2028\u2029\f\v]+", text)]
    width = _wrapped_at([text[start:end] for start, end in lines])
    begin = None
    for (start, end), (after, after_end) in pairwise([*lines, (len(text), len(text))]):
        begin = start if begin is None else begin
        if not _goes_on(text[start:end], text[end:after], text[after:after_end], width):
            yield begin, end
            begin = None


def _wrapped_at(lines: list[str]) -> int:
    """The column at which a text is wrapped; 0 where it is not."""
    # one long line in fifty, an address or a table, does not make a wrapped text unwrapped
    long_lines = sum(len(line) > _WIDEST_WRAP for line in lines)
    widest = max((len(line.rstrip()) for line in lines if len(line) <= _WIDEST_WRAP), default=0)
    return widest if widest >= _NARROWEST_WRAP and long_lines * 50 < len(lines) else 0


def _goes_on(line: str, gap: str, after: str, width: int) -> bool:
    """Whether a line goes on in the next one: it is full, or the next begins with a small letter."""
    if not line.strip() or not after.strip() or gap.count("\n") + gap.count("\r") * (gap.count("\n") == 0) > 1:
        return False
    if line.lstrip().startswith("#") or re.fullmatch(r"\s*\*\*.*\*\*\s*", line):
        return False
    ends = bool(re.search(r"[.!?:;。！？：；][\"'”’)*]*\s*$", line))
    if _MARK.match(after) and (ends or not _NUMBER_MARK.match(after)):
        return False
    first = after.split(maxsplit=1)[0]
    # full: the next word would not have fitted; Chinese has no spaces, and its "word" is a whole line
    full = bool(width) and len(line.rstrip()) + 1 + min(len(first), 30) > width
    return full or (not ends and after.lstrip()[0].islower() and after.lstrip()[0].isascii())


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    mark = _MARK.match(text, start, end)
    begin = mark.end() if mark else start
    for stop in _STOP.finditer(text, begin, end):
        if _is_end(text, begin, stop, end):
            yield begin, stop.end()
            begin = stop.end()
    yield begin, end


def _is_end(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    if stop.end() == end:
        return True
    after = text[stop.end() : min(stop.end() + 120, end)]
    following = after.lstrip()
    if following[:1].islower() or (re.search(r"[!?。！？][”\"]$", stop[0]) and _SAID_AFTER.match(after)):
        return False
    if stop[0][0] != "." or len(stop[0].rstrip("\"'”’)]»*")) > 1:
        return True
    return not _is_abbreviation(text[max(begin, stop.start() - 20) : stop.start()], following)


def _is_abbreviation(before: str, following: str) -> bool:
    word = re.split(r"[\s(\[“\"]", before)[-1].lower().removesuffix("’s")
    next_word = (re.match(r"[\"'“‘(]*([\w’']*)", following) or [""])[1]
    if word in _ABBREVIATIONS:
        return word not in _BEFORE_A_NUMBER or next_word[:1].isdigit() or not next_word
    if re.fullmatch(r"[a-z]|[0-9]{1,2}", word) and not before.strip()[: -len(word)].strip():
        return True  # a list mark at the very beginning
    if len(word) == 1 and word.isalpha() and before.strip()[-1:].isupper():
        return True  # an initial: Donald J. Trump
    return bool(_CAN_END.search(before)) and next_word.lower() not in _STARTERS


def _trimmed(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if any(sign.isalnum() for sign in text[start:end]):
            yield start, end


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


def verbatim(whole: str, tokens: Sequence[Token]) -> str:
    """The text of a run of tokens as it stands, with line breaks and runs of spaces made one space."""
    return " ".join(whole[tokens[0].start : tokens[-1].end].split()) if tokens else ""


@lru_cache(maxsize=8192)
def _lower(text: str) -> str:
    return text.lower().translate(_ONE_KIND)


@lru_cache(maxsize=8192)
def _base(text: str) -> str:
    if _ACRONYM.fullmatch(plain := _POSSESSIVE.sub("", text)):
        return plain.replace(".", "")
    return _POSSESSIVE.sub("", _lower(text)) or _lower(text)
