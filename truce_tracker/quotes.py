"""Quotes: where a run of words stands in a text, though case, marks, dashes and spaces may differ. No store, no file.

What is compared is the folded text: lower case, one Unicode form, one quotation mark, one dash, one space for any run
of white space, none between Chinese characters, a word hyphenated over a line end in one piece. What is kept is what
stands there, with its place: W3C Web Annotation's TextQuoteSelector and TextPositionSelector.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_AROUND = 32  # characters kept before and after
_MOST_WORDS = 60  # tried as the first and the last word of a nearest passage
_WORD = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\W\u2e80-\u9fff\uf900-\ufaff]+(?:[^\w\s]+(?=\w)\w+)*|[%$€£]")
_MARKS = dict.fromkeys(map(ord, "\"'`´‘’‚‛“”„‟«»‹›′″「」『』＂＇"), '"')
_DASHES = dict.fromkeys(map(ord, "-‐‑‒–—―−﹘﹣－"), "-")
_OPENING = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“"}  # and " on both sides
_CLOSING = frozenset(_OPENING.values())
_NOTHING = dict.fromkeys(map(ord, "*\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_FOLDED: dict[int, str] = _MARKS | _DASHES | _NOTHING


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands: `start` and `end` count characters of the text, `exact` are the words as they are there."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The passage nearest to a quote that does not stand in a text; `alike` from 0 to 1."""

    exact: str
    alike: float


class Folded:
    """A text to find quotes in, folded once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: dict[bool, tuple[str, list[int]]] = {}

    @property
    def _forms(self) -> Iterator[tuple[str, list[int]]]:
        """The text folded, words that a line break parts joined, then apart; each when it is first looked into."""
        for joined in (True, False):
            if joined not in self._folded:
                self._folded[joined] = _fold(self.text, joined)
            yield self._folded[joined]

    def find(self, quote: str) -> Anchor | None:
        """Where the words of a quote stand, the first time they do; None where they don't."""
        place = next(self.places(quote), None)
        return self._anchor(*place) if place else None

    def places(self, quote: str) -> Iterator[tuple[int, int]]:
        """Each place at which the words of a quote stand, as start and end in the text."""
        wanted = _fold(quote, joined=False)[0].strip()
        if not wanted:
            return
        seen: set[tuple[int, int]] = set()
        for folded, places in self._forms:
            for start in _occurrences(folded, wanted):
                place = places[start], places[start + len(wanted) - 1] + 1
                if place not in seen:
                    seen.add(place)
                    yield place

    def in_marks(self, quote: str) -> bool:
        """Whether the words of a quote stand inside quotation marks, wherever they stand in the text."""
        return any(self.is_in_marks(*place) for place in self.places(_fold(quote, joined=False)[0].strip().strip('"')))

    def is_in_marks(self, start: int, end: int) -> bool:
        """Whether the words at a place stand inside quotation marks."""
        return _is_in_marks(self.text, start, end)

    def nearest(self, quote: str) -> Passage:
        """The passage most like a quote."""
        from rapidfuzz import fuzz

        folded, places = next(self._forms)
        wanted = _fold(quote, joined=False)[0].strip()
        found = fuzz.partial_ratio_alignment(wanted, folded) if folded and wanted else None
        if found is None or found.dest_end <= found.dest_start:
            return Passage("", 0.0)
        start, end = self._fitted(wanted, places[found.dest_start], places[found.dest_end - 1] + 1)
        exact = self.text[start:end]
        return Passage(exact, fuzz.ratio(wanted, _fold(exact, joined=True)[0].strip()) / 100)

    def _fitted(self, wanted: str, start: int, end: int) -> tuple[int, int]:
        """The run of whole words about a place that holds most of what is wanted, and little besides."""
        from rapidfuzz.distance import LCSseq

        folded, places = next(self._forms)
        words = self._words(max(0, start - len(wanted)), end + len(wanted))
        best, fitted = 0.0, _to_words(self.text, start, end)
        for number, (begin, _) in enumerate(words):
            for _, stop in words[number:]:
                if stop - begin > 2 * len(wanted) + _AROUND:
                    break
                passage = folded[bisect_left(places, begin) : bisect_left(places, stop)].strip()
                held = LCSseq.similarity(wanted, passage)
                if (score := held - (len(passage) - held) / 4) > best:
                    best, fitted = score, (begin, stop)
        return fitted

    def _words(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of the words of a stretch, widened to whole ones; of a long stretch, every few words."""
        start, end = _to_words(self.text, start, min(end, len(self.text)))
        words = [found.span() for found in _WORD.finditer(self.text, start, end)]
        step = 1 + len(words) // _MOST_WORDS
        return [(piece[0][0], piece[-1][1]) for at in range(0, len(words), step) if (piece := words[at : at + step])]

    def _anchor(self, start: int, end: int) -> Anchor:
        before, after = self.text[max(0, start - _AROUND) : start], self.text[end : end + _AROUND]
        return Anchor(start, end, self.text[start:end], before, after)


def _fold(text: str, joined: bool) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one that it comes from.

    A word hyphenated over a line end is one word where `joined`, else it keeps its hyphen: who can tell which it is?
    """
    folded: list[str] = []
    places: list[int] = []
    for place, character in _characters(text, joined):
        for piece in character:
            folded.append(piece)
            places.append(place)
    return "".join(folded), places


def _characters(text: str, joined: bool) -> Iterator[tuple[int, str]]:
    before = ""
    place, length = 0, len(text)
    while place < length:
        character = text[place]
        if character.isspace():
            end = place + 1
            while end < length and text[end].isspace():
                end += 1
            if end < length and before and not (_is_chinese(before) or _is_chinese(text[end])):
                yield place, " "
            place = end
            continue
        next_line = _line_end(text, place + 1) if character in "-‐\u00ad" and before.isalpha() else None
        if next_line:
            if not joined:
                yield place, "-"
            place = next_line
            continue
        before = character
        yield place, _folded(character)
        place += 1


def _line_end(text: str, place: int) -> int | None:
    """Where the next line begins, when nothing but white space and one line end is in between and a word goes on."""
    end = place
    while end < len(text) and text[end] in " \t\r\n":
        end += 1
    gap = text[place:end]
    return end if gap.count("\n") == 1 and end < len(text) and text[end].islower() else None


def _folded(character: str) -> str:
    if character.isascii() and character not in "\"'`-*":
        return character.lower()
    known = _FOLDED.get(ord(character))
    return unicodedata.normalize("NFKD", character).casefold() if known is None else known


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or "\uff00" <= character <= "\uffef"


def _occurrences(folded: str, wanted: str) -> Iterator[int]:
    """Where whole words match: `port` does not stand in `export`."""
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if not (_inside(folded, start) or _inside(folded, end)):
            yield start
        start = folded.find(wanted, start + 1)


def _inside(text: str, place: int) -> bool:
    """Whether a place lies inside a word."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return before.isalnum() and after.isalnum() and not (_is_chinese(before) or _is_chinese(after))


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch, widened to whole words."""
    while _inside(text, start):
        start -= 1
    while _inside(text, end):
        end += 1
    return start, end


def _is_in_marks(text: str, start: int, end: int) -> bool:
    """Whether one pair of quotation marks opens before a stretch and closes behind it.

    Each paragraph begins outside of them; a mark that none closes holds to its end, as in a quotation that goes on in
    the next one.
    """
    paragraph = text.rfind("\n\n", 0, start) + 1
    open_marks: list[str] = []  # what closes each that is open
    for place in range(paragraph, start):
        _turn(open_marks, text, place)
    for place in range(start, end):
        if not open_marks:
            return False
        _turn(open_marks, text, place)
    return bool(open_marks)


def _turn(open_marks: list[str], text: str, place: int) -> None:
    """Open or close a quotation at a character."""
    character = text[place]
    if character == '"':
        if _opens(text, place, '"' in open_marks):
            open_marks.append('"')
        elif '"' in open_marks:
            del open_marks[open_marks.index('"') :]
    elif character in _CLOSING and character in open_marks:
        del open_marks[open_marks.index(character) :]
    elif character in _OPENING:
        open_marks.append(_OPENING[character])


def _opens(text: str, place: int, is_open: bool) -> bool:
    """Whether a straight mark opens: a space or nothing before it, none behind; where that tells nothing, in turns."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    free_before, free_after = not before or before.isspace() or before in "([—–", not after or after.isspace()
    return free_before if free_before != free_after else not is_open
