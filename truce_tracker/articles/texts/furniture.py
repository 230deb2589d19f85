"""Takes what is plainly furniture out of a page's text: advertisements, players, buttons, teasers, repeated captions.

It is careful before it is thorough. A long line that ends as a sentence does is the article's own, and stays, unless it
repeats an earlier caption word for word. What the words are is in `furniture_words`.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from truce_tracker.articles.texts import furniture_words as words
from truce_tracker.articles.texts.characters import ends_sentence, is_long_sentence, tidy

_AROUND = " \t#>*_~-–—•·|[]()【】（）《》<>«»›→▶►×+…。.!！,，:：;"
_MAX_LABEL, _MAX_CAPTION = 200, 800
_MAX_LOOSE_NUMBERS = 2
_SHORTEST_REPEAT = 15
_EMPTY_IMAGE = re.compile(r"!\[\s*\]\([^)\s]*\)")


class _Kind(Enum):
    OWN = auto()
    EMPTY = auto()
    SURE = auto()
    SHARING = auto()
    LOOSE = auto()
    NUMBER = auto()


def without_furniture(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its furniture, and the lines that were taken out, in their order."""
    lines = text.split("\n")
    kind_of = {line: _kind(line) for line in set(lines)}
    kinds = [kind_of[line] for line in lines]
    out = _grouped(kinds) | _repeats(lines) | _teasers(lines, kinds)
    kept = [line for number, line in enumerate(lines) if number not in out]
    return tidy("\n".join(kept)), tuple(lines[number].strip() for number in sorted(out))


def is_furniture(line: str) -> bool:
    """Whether this line is furniture wherever it stands."""
    return _kind(line) is _Kind.SURE


def _kind(line: str) -> _Kind:
    if not line or line.isspace():
        return _Kind.EMPTY
    if len(line) > _MAX_LABEL or is_long_sentence(line):
        return _Kind.OWN
    label = _label(line)
    if label in words.SHARING:
        return _Kind.SHARING
    if label in words.SURE or words.SURE_PATTERNS.fullmatch(label) or _EMPTY_IMAGE.fullmatch(line.strip()):
        return _Kind.SURE
    if label in words.LOOSE or words.LOOSE_PATTERN.fullmatch(label):
        return _Kind.LOOSE
    return _Kind.NUMBER if words.LOOSE_NUMBER.fullmatch(line.strip()) else _Kind.OWN


def _label(line: str) -> str:
    return " ".join(line.strip(_AROUND).split()).casefold()


def _grouped(kinds: list[_Kind]) -> set[int]:
    """Sure lines, and what is loose in one run with them. Empty lines do not end a run, but part a number from it."""
    out: set[int] = set()
    run: list[int] = []
    for number, kind in enumerate([*kinds, _Kind.OWN]):
        if kind in (_Kind.SURE, _Kind.SHARING, _Kind.LOOSE, _Kind.NUMBER):
            run.append(number)
        elif kind is _Kind.OWN:
            out |= _of_run(run, kinds) if run else set()
            run = []
    return out


def _of_run(run: list[int], kinds: list[_Kind]) -> set[int]:
    sharing = [number for number in run if kinds[number] is _Kind.SHARING]
    sure = [number for number in run if kinds[number] is _Kind.SURE] + (sharing if len(sharing) > 1 else [])
    if not sure:
        return set()
    numbers = {number for number in run if kinds[number] is _Kind.NUMBER}
    others = set(run) - numbers
    beside = {number for number in numbers if {number - 1, number + 1} & others}
    return others | (beside if len(numbers) <= _MAX_LOOSE_NUMBERS else set())


def _repeats(lines: list[str]) -> set[int]:
    """Captions that were there before, and labels that follow themselves."""
    out: set[int] = set()
    captions: set[str] = set()
    last = ""
    for number, line in enumerate(lines):
        words_of_line = " ".join(line.split())
        if not words_of_line:
            continue
        if words_of_line in captions or (words_of_line == last and _may_repeat(words_of_line)):
            out.add(number)
        elif _is_caption(words_of_line):
            captions.add(words_of_line)
        last = words_of_line
    return out


def _is_caption(line: str) -> bool:
    return _SHORTEST_REPEAT <= len(line) <= _MAX_CAPTION and bool(words.CAPTION.search(line))


def _may_repeat(line: str) -> bool:
    return _SHORTEST_REPEAT <= len(line) <= _MAX_LABEL and not ends_sentence(line)


def _teasers(lines: list[str], kinds: list[_Kind]) -> set[int]:
    """What follows a heading such as "Most popular" to the end, where no line of it is more than a title."""
    headings = [number for number, kind in enumerate(kinds) if kind is _Kind.SURE]
    headings = [number for number in headings if words.TEASERS.fullmatch(_label(lines[number]))]
    titles_from = len(lines) if headings else 0
    while titles_from and len(lines[titles_from - 1]) <= _MAX_LABEL and not ends_sentence(lines[titles_from - 1]):
        titles_from -= 1
    first = next((number for number in headings if number >= titles_from), len(lines))
    return {number for number in range(first, len(lines)) if kinds[number] is not _Kind.EMPTY}
