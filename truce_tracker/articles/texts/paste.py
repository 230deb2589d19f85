"""What a pasted text, a Markdown file or a print says about itself: title, authors, day. None where it is not plain.

The day of a bare date is only likely, and comes out as a guess. Markdown's front matter is in `markdown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce_tracker.articles.texts.article import Metadata
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import count_han, ends_sentence, language_of, one_line
from truce_tracker.articles.texts.published import day_of, published_on, source_named

_NAME = r"[A-Z][\w.’'-]+(?: (?:(?:van|von|de|der|den|da|di|du|la|al|bin|el) ){0,2}[A-Z][\w.’'-]+){1,3}"
_BY = re.compile(rf"(?:[Bb]y|BY) ({_NAME}(?:(?:, | and |, and | & ){_NAME}){{0,4}})")
_BY_CHINESE = re.compile(
    r"(?:本报|本報)?(?:记者|記者|作者|撰文) ?[:：/] ?([\u3400-\u9fff·]{2,8}(?:[ 、，][\u3400-\u9fff·]{2,8}){0,4})"
)
_MARKS = re.compile(r"^#{1,6} +| +#+$|^\*\*|\*\*$|^__|__$")
_LOOKED_AT, _LINES_LOOKED_AT, _DATED, _DATE_LINE = 20_000, 15, 6, 40
_TITLE_SIZE, _TITLE_WORDS, _TITLE_HAN = range(20, 250), 4, 8
_WRAPPED_AT = 90
_NO_TITLE_END = (",", ";", ":", "，", "；", "：", "、")
_CREDIT = re.compile(r"photo(?:graph)?\s?:|image\s?:|getty images|图\s?[:：]|摄\s?$", re.IGNORECASE)


def metadata_of_text(text: str) -> Metadata:
    """The metadata of a text: its title line, byline, day line, the source that it names, and its language."""
    lines = [line.strip() for line in text[:_LOOKED_AT].split("\n") if line.strip()][:_LINES_LOOKED_AT]
    published = next((day for line in lines if (day := published_on(line))), None)
    dated = next((day for line in lines[:_DATED] if len(line) <= _DATE_LINE and (day := day_of(line))), None)
    return Metadata(
        outlet=next((name for line in lines if published_on(line) and (name := source_named(line))), None),
        title=_title(text[:_LOOKED_AT]),
        authors=next((names for line in lines if (names := _authors(line))), ()),
        published=published,
        language=language_of(None, text),
        guessed=None if published else dated,
    )


def _authors(line: str) -> tuple[str, ...]:
    found = _BY.fullmatch(line) or _BY_CHINESE.fullmatch(line.strip("（）()"))
    return authors_in([found[1]]) if found else ()


def _title(text: str) -> str | None:
    """The first short line that stands alone and is no sentence, before the article's own words begin.

    One that is too short to be told from the name of a section is taken where it is the only one.
    """
    labels: list[str] = []
    for paragraph in _paragraphs(text):
        line = _MARKS.sub("", _MARKS.sub("", paragraph.strip())).strip()
        if "\n" in line or len(line) >= _TITLE_SIZE.stop or (ends_sentence(line) and not line.endswith(("?", "？"))):
            return labels[0] if len(labels) == 1 else None
        if _may_be_title(line):
            return one_line(line)
        if _is_label(line):
            labels.append(one_line(line))
    return None


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs: the lines themselves in a text whose lines are long, what empty lines part in one that is wrapped."""
    longest = max(map(len, text.split("\n")))
    parts = text.split("\n\n") if longest <= _WRAPPED_AT else text.split("\n")
    full = [part for part in parts if part.strip()]
    if len(full) > 1:
        yield from full[:_LINES_LOOKED_AT]


def _may_be_title(line: str) -> bool:
    if not _is_label(line):
        return False
    if count_han(line) >= _TITLE_HAN:
        return True
    return len(line) in _TITLE_SIZE and len(line.split()) >= _TITLE_WORDS


def _is_label(line: str) -> bool:
    if line.endswith(_NO_TITLE_END) or _CREDIT.search(line) or line.startswith(("- ", "* ", "|", ">", "http")):
        return False
    return not (_authors(line) or published_on(line) or day_of(line)) and any(map(str.isalpha, line))
