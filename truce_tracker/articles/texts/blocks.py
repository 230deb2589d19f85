"""A tree of HTML, or of the extractor's own tags -> lines of text: paragraphs, list items, rows of a table.

Paragraphs are parted by an empty line; the items of a list (each after ``- ``), the rows of a table (cells parted by
`` | ``) and the two sides of a line break stand on lines of their own. Words inside a line stay as they are, but for
white space, which HTML does not tell apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH_TAGS = (
    "p div section article main aside header footer nav h1 h2 h3 h4 h5 h6 head ul ol dl list table blockquote quote "
    "figure figcaption form fieldset hr address body html title pre caption details summary dialog"
)
_LINE_TAGS = "li item dt dd tr row br lb option legend center"
_PARAGRAPHS, _LINES = frozenset(_PARAGRAPH_TAGS.split()), frozenset(_LINE_TAGS.split())
_ITEMS = frozenset({"li", "item"})
_CELLS = frozenset({"td", "th", "cell"})
_LEFT_OUT = frozenset({"script", "style", "template", "graphic"})
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f\u3000]+")


class _Page:
    """Lines as they come, each with the gap before it: a new paragraph, or only a new line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._words: list[str] = []
        self._mark = ""
        self._gap = "\n\n"
        self.as_typed = 0

    def say(self, text: str | None) -> None:
        if text and self.as_typed:
            first, *others = text.split("\n")
            self._words.append(first)
            for line in others:
                self.end_line("\n" if line.strip() else "\n\n")
                self._words.append(line)
        elif text:
            self._words.append(text)

    def cell(self) -> None:
        """A cell begins: a bar parts it from the one before it on this line."""
        if any(not word.isspace() for word in self._words):
            self._words.append(" | ")

    def end_line(self, gap: str) -> None:
        line = _SPACES.sub(" ", "".join(self._words)).strip()
        if line:
            self.lines += [self._gap, self._mark + line]
            self._gap, self._mark = "\n", ""
        self._words.clear()
        if len(gap) > len(self._gap):
            self._gap = gap

    def item(self) -> None:
        self._mark = "- "


def text_of(tree: _Element) -> str:
    """The tree's text in lines and paragraphs; what is said before a first tag too."""
    from lxml import etree

    page, left_out = _Page(), 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        left_out += (event == "start") - (event == "end") if tag in _LEFT_OUT else 0
        if event == "start":
            _start(page, tag)
        else:
            _end(page, tag)
        if not left_out:
            page.say(element.text if event == "start" and tag not in _LEFT_OUT else None)
            page.say(element.tail if event == "end" and element is not tree else None)
    page.end_line("\n\n")
    return "".join(page.lines[1:])


def _start(page: _Page, tag: str) -> None:
    if tag in _CELLS:
        page.cell()
    elif tag in _PARAGRAPHS or tag in _LINES:
        page.end_line("\n\n" if tag in _PARAGRAPHS else "\n")
    if tag in _ITEMS:
        page.item()
    page.as_typed += tag == "pre"


def _end(page: _Page, tag: str) -> None:
    page.as_typed -= tag == "pre"
    if tag in _PARAGRAPHS or tag in _LINES:
        page.end_line("\n\n" if tag in _PARAGRAPHS else "\n")
