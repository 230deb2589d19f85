"""A text -> its sentences, English and Chinese, each with its place. What a sentence says is read elsewhere.

A single line break inside a paragraph that was wrapped at a column ends nothing; a blank line, a list mark, a heading
or a break in a text that is not wrapped ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATIONS = _words(
    "mr mrs ms dr prof sen rep gov gen col lt maj capt sgt st vs e.g i.e cf viz approx hon rev messrs fig art"
    " jan feb mar apr jun jul aug sep sept oct nov dec no nos sec pp para ch vol ed"
)
_BEFORE_A_NUMBER = _words("no nos sec pp para ch vol fig art jan feb mar apr jun jul aug sep sept oct nov dec")
_CAN_END = re.compile(r"(?:^|[^\w])(?:(?:[A-Za-z]\.)+[A-Za-z]|inc|ltd|co|corp|jr|sr|etc|al|bros)$", re.IGNORECASE)
_STARTERS = _words(
    "the a an in on at it its he she they we i you but and so this that these those there if when while after"
    " before as for with under both all some most many no not what who how why experts analysts officials"
    " however meanwhile"
)
_STOP = re.compile(r"[.!?…]+[\"'”’)\]»*]*(?=\s|$)|[。！？]+[”’」』）\"]*|[.!?][”\"](?=[A-Z])")
_MARK = re.compile(
    r"[ \t]*(?:[-*•·–—▪‣]|\(?[0-9]{1,2}[.)]|\\?\([a-z0-9]{1,4}\\?\)|[(（]?[一二三四五六七八九十]{1,3}[、)）])"
    r"[ \t]+(?=\S)"
)
_NUMBER_MARK = re.compile(r"[ \t]*\(?[0-9]{1,2}[.)]")
_SAID_AFTER = re.compile(
    r"\s*(?:[^\s。！？，“”]{1,30}?(?:说|表示|称|认为|指出|强调|补充|坦言|写道|問|问|說|稱|認為|強調|補充)道?[，。：（(]"
    r"|(?:[\w.’'-]+\s+){1,5}(?:said|says|asked|told|wrote|added|warned|insisted|replied|declared)\b)"
)
_WIDEST_WRAP, _NARROWEST_WRAP = 120, 50  # columns


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
