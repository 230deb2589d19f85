"""Takes what is plainly furniture out of a page's text: advertisements, players, buttons, teasers, repeated captions.

It is careful before it is thorough. A long line that ends as a sentence does is the article's own, and stays, unless it
repeats an earlier caption word for word; and so does what tells something where a page would have put a title. What
goes is told, each line with its reason. What the words are is in `furniture_words`.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import takewhile

from truce_tracker.articles.texts import furniture_words as words
from truce_tracker.articles.texts.article import Removed, Why
from truce_tracker.articles.texts.characters import ends_sentence, is_long_sentence, tidy
from truce_tracker.articles.texts.published import is_day_line

_AROUND = " \t#>*_~-–—•·|[]()【】（）《》<>«»›→▶►×+…。.!！,，:：;"
_MAX_LABEL, _MAX_CAPTION = 200, 800
_MAX_LOOSE_NUMBERS, _BELOW = 2, 20
_SHORTEST_REPEAT = 15
_EMPTY_IMAGE = re.compile(r"!\[\s*\]\([^)\s]*\)")


class _Kind(Enum):
    OWN = auto()
    EMPTY = auto()
    SURE = auto()
    SHARING = auto()
    LOOSE = auto()
    NUMBER = auto()


def without_furniture(text: str) -> tuple[str, tuple[Removed, ...]]:
    """The text without its furniture, and the lines that were taken out, in their order."""
    lines = text.split("\n")
    kind_of = {line: _kind(line) for line in set(lines)}
    kinds = [kind_of[line] for line in lines]
    for number in _headings_of_own(lines, kinds):
        kinds[number] = _Kind.OWN
    repeats = _repeats(lines)
    out = _grouped(kinds) | _teasers(lines, kinds) | repeats
    kept = [line for number, line in enumerate(lines) if number not in out]
    why = {number: Why.REPEATED if number in repeats else Why.FURNITURE for number in out}
    return tidy("\n".join(kept)), tuple(Removed(lines[number].strip(), why[number]) for number in sorted(out))


def says_something(line: str) -> bool:
    """Whether a line tells a figure, a date, what shall be, or a party: never furniture by its place alone."""
    return bool(words.SAYS.search(line) or words.SAYS_CAPITAL.search(line) or _countries().search(line))


@lru_cache(maxsize=1)
def _countries() -> re.Pattern[str]:
    from babel import Locale

    english = [name for code, name in Locale("en").territories.items() if code.isalpha() and len(name) > 3]
    chinese = [name for code, name in Locale("zh").territories.items() if code.isalpha() and len(name) > 1]
    latin, han = "|".join(map(re.escape, english)), "|".join(map(re.escape, chinese))
    return re.compile(rf"\b(?:{latin})\b|{han}")


def is_furniture(line: str) -> bool:
    """Whether this line is furniture wherever it stands."""
    return _kind(line) is _Kind.SURE


def _kind(line: str) -> _Kind:
    if not line or line.isspace():
        return _Kind.EMPTY
    if len(line) > _MAX_LABEL or is_long_sentence(line):
        return _Kind.OWN
    label = _label(line)
    if label.casefold() in words.SHARING:
        return _Kind.SHARING
    if (
        label.casefold() in words.SURE
        or _is_pattern(label)
        or is_day_line(line)
        or _EMPTY_IMAGE.fullmatch(line.strip())
    ):
        return _Kind.SURE
    if label.casefold() in words.LOOSE or words.LOOSE_PATTERN.fullmatch(label):
        return _Kind.LOOSE
    return _Kind.NUMBER if words.LOOSE_NUMBER.fullmatch(line.strip()) else _Kind.OWN


def _label(line: str) -> str:
    return " ".join(line.strip(_AROUND).split())


def _is_pattern(label: str) -> bool:
    """Whether a pattern fits, and what stands where a page puts a title tells nothing."""
    found = words.SURE_PATTERNS.fullmatch(label)
    return bool(found and not says_something(" ".join(filter(None, found.groups()))))


def _headings_of_own(lines: list[str], kinds: list[_Kind]) -> list[int]:
    """Headings that could stand over teasers, where a line below tells something: it is the article's own list."""
    headings = (number for number, kind in enumerate(kinds) if kind is _Kind.SURE)
    return [
        number
        for number in headings
        if words.TEASERS.fullmatch(_label(lines[number])) and _tells_below(lines[number + 1 : number + 1 + _BELOW])
    ]


def _tells_below(lines: list[str]) -> bool:
    listed = takewhile(lambda line: len(line) <= _MAX_LABEL and not ends_sentence(line), filter(str.strip, lines))
    return any(map(_tells, listed))


def _tells(line: str) -> bool:
    """Whether a line of a list says something: a lone number there is only its place in the list."""
    return says_something(line) and not words.LOOSE_NUMBER.fullmatch(line.strip())


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
    """A label may stand there twice by accident; a row, an item, or what tells something stands there for a reason."""
    if not _SHORTEST_REPEAT <= len(line) <= _MAX_LABEL or ends_sentence(line):
        return False
    return " | " not in line and not line.startswith("- ") and not says_something(line)


def _teasers(lines: list[str], kinds: list[_Kind]) -> set[int]:
    """What follows a heading such as "Most popular" to the end, where no line of it is more than a title, or tells."""
    headings = [number for number, kind in enumerate(kinds) if kind is _Kind.SURE]
    headings = [number for number in headings if words.TEASERS.fullmatch(_label(lines[number]))]
    titles_from = len(lines) if headings else 0
    while titles_from and len(lines[titles_from - 1]) <= _MAX_LABEL and not ends_sentence(lines[titles_from - 1]):
        titles_from -= 1
    for number in range(len(lines) - 1, titles_from - 1, -1):
        if kinds[number] is _Kind.OWN and _tells(lines[number]):
            titles_from = number + 1
            break
    first = next((number for number in headings if number >= titles_from), len(lines))
    return {number for number in range(first, len(lines)) if kinds[number] is not _Kind.EMPTY}
