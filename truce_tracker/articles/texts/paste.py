"""What a pasted text, a Markdown file or a print says about itself: title, authors, day. None where it is not plain.

Also the front matter that note programs put at the head of a Markdown file, and the lines that a browser prints around
a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce_tracker.articles.texts.article import Metadata
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import count_han, ends_sentence, language_of, one_line
from truce_tracker.articles.texts.metadata import web_address
from truce_tracker.articles.texts.published import day_of

_FRONT = re.compile(r"---[ \t]*\n((?:[^\n]*\n){1,100}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FRONT_KEY = re.compile(r"([A-Za-z_]{2,20})[ \t]*:[ \t]*(.*)")
_FRONT_ITEM = re.compile(r"[ \t]*-[ \t]+(.+)")
_KEYS = {
    "title": ("title",),
    "authors": ("author", "authors", "byline", "by"),
    "published": ("published", "date", "published_at", "date_published", "created_at"),
    "url": ("source", "url", "link", "canonical"),
    "outlet": ("outlet", "site", "publisher", "site_name", "publication"),
    "language": ("lang", "language"),
}
_NAME = r"[A-Z][\w.’'-]+(?: (?:(?:van|von|de|der|den|da|di|du|la|al|bin|el) ){0,2}[A-Z][\w.’'-]+){1,3}"
_BY = re.compile(rf"(?:[Bb]y|BY) ({_NAME}(?:(?:, | and |, and | & ){_NAME}){{0,4}})")
_BY_CHINESE = re.compile(
    r"(?:本报|本報)?(?:记者|記者|作者|撰文) ?[:：/] ?([\u3400-\u9fff·]{2,8}(?:[ 、，][\u3400-\u9fff·]{2,8}){0,4})"
)
_PUBLISHED = re.compile(
    r"(?:(?:first )?(?:published|posted)(?: on| at)?|publication date|date published|released)\b ?[:：]? ?(.{8,60})"
    r"|(?:发布时间|发布日期|发表时间|發布時間|發布日期|發表時間|发布于|發布於) ?[:：]? ?(.{8,40})",
    re.IGNORECASE,
)
_MARKS = re.compile(r"^#{1,6} +| +#+$|^\*\*|\*\*$|^__|__$")
_LOOKED_AT, _LINES_LOOKED_AT = 20_000, 15
_TITLE_SIZE, _TITLE_WORDS, _TITLE_HAN = range(20, 250), 4, 8
_WRAPPED_AT = 90
_NO_TITLE_END = (",", ";", ":", "，", "；", "：", "、")
_CREDIT = re.compile(r"photo(?:graph)?\s?:|image\s?:|getty images|图\s?[:：]|摄\s?$", re.IGNORECASE)


def metadata_of_text(text: str) -> Metadata:
    """The metadata of a text whose furniture is gone: its title line, byline, day line, and language."""
    lines = [line.strip() for line in text[:_LOOKED_AT].split("\n") if line.strip()][:_LINES_LOOKED_AT]
    return Metadata(
        title=_title(text[:_LOOKED_AT]),
        authors=next((names for line in lines if (names := _authors(line))), ()),
        published=next((day for line in lines if (day := _day(line))), None),
        language=language_of(None, text),
    )


def split_front_matter(text: str) -> tuple[str, str]:
    """The front matter of a Markdown file, and the rest; an empty front where there is none."""
    found = _FRONT.match(text)
    if not found or not all(_is_front(line) for line in found[1].splitlines()):
        return "", text
    return found[0], text[found.end() :]


def metadata_of_front(front: str) -> Metadata:
    """The metadata in front matter, by the names that note programs and site builders give it."""
    found = dict[str, list[str]]()
    key = ""
    for line in front.splitlines():
        if named := _FRONT_KEY.fullmatch(line):
            key = named[1].lower()
            found[key] = [value for one in named[2].strip("[] ").split('", "') if (value := _unquoted(one))]
        elif item := _FRONT_ITEM.fullmatch(line):
            found.setdefault(key, []).append(_unquoted(item[1]))
    said = {field: next((found[key] for key in keys if found.get(key)), []) for field, keys in _KEYS.items()}
    days = [day for written in said["published"] if (day := day_of(written))]
    return Metadata(
        outlet=next(iter(said["outlet"]), None),
        title=next(iter(said["title"]), None),
        authors=authors_in(said["authors"]),
        published=next(iter(days), None),
        url=next((address for written in said["url"] if (address := web_address(written))), None),
        language=language_of(next(iter(said["language"]), None), ""),
    )


def _is_front(line: str) -> bool:
    return not line.strip() or bool(_FRONT_KEY.fullmatch(line) or _FRONT_ITEM.fullmatch(line))


def _unquoted(value: str) -> str:
    """Without quotes and without the brackets of a link between notes."""
    return one_line(value.strip().strip("\"'").removeprefix("[[").removesuffix("]]"))


def _authors(line: str) -> tuple[str, ...]:
    found = _BY.fullmatch(line) or _BY_CHINESE.fullmatch(line.strip("（）()"))
    return authors_in([found[1]]) if found else ()


def _day(line: str) -> str | None:
    found = _PUBLISHED.fullmatch(line)
    return day_of(found[1] or found[2]) if found else None


def _title(text: str) -> str | None:
    """The first short line that stands alone and is no sentence, before the article's own words begin."""
    for paragraph in _paragraphs(text):
        line = _MARKS.sub("", _MARKS.sub("", paragraph.strip())).strip()
        if "\n" in line or len(line) >= _TITLE_SIZE.stop or (ends_sentence(line) and not line.endswith(("?", "？"))):
            return None
        if _may_be_title(line):
            return one_line(line)
    return None


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs: the lines themselves in a text whose lines are long, what empty lines part in one that is wrapped."""
    longest = max(map(len, text.split("\n")))
    parts = text.split("\n\n") if longest <= _WRAPPED_AT else text.split("\n")
    full = [part for part in parts if part.strip()]
    if len(full) > 2:
        yield from full[:_LINES_LOOKED_AT]


def _may_be_title(line: str) -> bool:
    if line.endswith(_NO_TITLE_END) or _CREDIT.search(line) or line.startswith(("- ", "* ", "|", ">", "http")):
        return False
    if _authors(line) or _day(line) or day_of(line):
        return False
    if count_han(line) >= _TITLE_HAN:
        return True
    return len(line) in _TITLE_SIZE and len(line.split()) >= _TITLE_WORDS
