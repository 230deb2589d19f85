"""Markdown -> its words: the marks of headings, of emphasis, of links and quotations go, and no word with them.

Lists keep the dash and the number that they have in every other text, and tables their bars. What is struck out goes
as on a page, and so do the marks of notes. Front matter, which note programs put at the head, is told apart here.
"""

from __future__ import annotations

import re

from truce_tracker.addresses import web_address
from truce_tracker.articles.texts.article import Metadata, Removed, Why
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import language_of, one_line
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
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+")
_QUOTED = re.compile(r"^ {0,3}(?:> ?)+")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"^ {0,3}\|?[ :|-]*-{2,}[ :|-]*\|?[ \t]*$")
_LINK_TARGET = re.compile(r"^ {0,3}\[[^\]\n^]{1,200}\]:[ \t]+\S+.*$")
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_BARE_LINK = re.compile(r"<(https?://[^>\s]{1,2000})>")
_NOTE = re.compile(r"(?<=\S)\[\^[^\]\s]{1,30}\](?!:)")
_NOTE_TEXT = re.compile(r"^\[\^([^\]\s]{1,30})\]:[ \t]*")
_STRUCK = re.compile(r"~~(?=\S)([^\n~]{1,500})~~")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,600}?)(?<=\S)\1(?!\*)")
_EMPHASIS = re.compile(r"(?<![\\*\w])([*_])(?=[^\s*_])([^\n*_]{1,600}?)(?<=\S)\1(?![*\w])")
_CODE = re.compile(r"(`{1,2})(?=[^`])([^\n`]{1,300})\1(?!`)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def words_of(text: str) -> tuple[str, tuple[Removed, ...]]:
    """The text without the marks of Markdown, and what was struck out in it or was the mark of a note."""
    removed: list[Removed] = []
    lines = (line for line in _without_comments(text).split("\n") if not _is_mark(line))
    return "\n".join(_plain(line, removed) for line in lines), tuple(removed)


def _without_comments(text: str) -> str:
    parts, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[place:start])
        place = end + 3
    return "".join([*parts, text[place:]])


def _is_mark(line: str) -> bool:
    """A line that is all mark: it draws a rule, fences code in, or says where a link leads."""
    return any(mark.match(line) for mark in (_RULE, _TABLE_RULE, _FENCE, _LINK_TARGET))


def _plain(line: str, removed: list[Removed]) -> str:
    line = _QUOTED.sub("", line)
    if heading := _HEADING.match(line):
        line = _without_closing(line[heading.end() :].rstrip())
    line = _NOTE_TEXT.sub(r"\1 ", line)
    for struck in _STRUCK.finditer(line):
        removed.append(Removed(struck[1], Why.STRUCK))
    for note in _NOTE.finditer(line):
        removed.append(Removed(note[0], Why.NOTE))
    line = _between(_STRUCK, line)
    line = _between(_NOTE, line)
    line = _BARE_LINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub(r"\1", line)))
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", _CODE.sub(r"\2", line)))
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", line))


def _without_closing(heading: str) -> str:
    """A heading may be closed with the marks that it is opened with."""
    bare = heading.rstrip("#")
    return bare.rstrip() if bare != heading and bare[-1:].isspace() else heading


def _between(mark: re.Pattern[str], line: str) -> str:
    """The line without what the mark finds; a space where two words or figures would become one."""

    def gap(found: re.Match[str]) -> str:
        before, after = line[: found.start()][-1:], line[found.end() :][:1]
        return " " if before.isalnum() and after.isalnum() else ""

    return mark.sub(gap, line)


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
