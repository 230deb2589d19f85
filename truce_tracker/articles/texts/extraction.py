"""Finding the article on a page: what trafilatura takes for it, asked a second time about the very place where it is.

Where a page marks no article, trafilatura gathers paragraphs and leaves lists and headings between them, and in a fact
sheet the lists are the commitments. So the place that holds the paragraphs found is looked for, and put to it again as
an article of its own; the longer answer is taken.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING

from truce_tracker.articles.texts.blocks import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_LEAST_PIECE, _NEARLY_ALL, _MOST_COMPARED = 25, 0.9, 500_000_000
_MARKED = ("article", "main")
_FOLLOWS = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "pre", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS, _MANY_BLOCKS = (*sorted(_FOLLOWS), "div", "td", "th", "li", "section"), 4_000
_IN_PARAGRAPH = frozenset({"p", "span", "a", "b", "i", "em", "strong", "font"})


def extracted_text(tree: HtmlElement) -> str:
    """The article's text in lines and paragraphs; empty where there is none. The tree stays as it is."""
    first = _ask(deepcopy(tree))
    place = _place(tree, first)
    second = _ask(place) if place is not None else ""
    return second if len(second) > len(first) else first


def _ask(tree: HtmlElement) -> str:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree, include_comments=False, include_tables=True, with_metadata=False, fast=_has_many_blocks(tree)
        )
    except Exception:  # it is made for pages as they are found, and some it does not survive
        return ""
    return "" if found is None or isinstance(found, dict) else text_of(found.body)


def _has_many_blocks(tree: HtmlElement) -> bool:
    """Whether there are so many blocks that the extractor's second opinion would take the square of their time."""
    return sum(1 for _ in tree.iter(*_BLOCKS)) > _MANY_BLOCKS


def _place(tree: HtmlElement, text: str) -> HtmlElement | None:
    """A page with nothing but the place that holds this text; None where the page marks it, or it has no place."""
    held = _held(tree, "".join(text.split()))
    whole = held[tree]
    if not whole:
        return None
    place = tree
    while inner := [child for child in place if held[child] >= _NEARLY_ALL * whole]:
        place = inner[0]
    if place.tag in _IN_PARAGRAPH or place.tag in _MARKED or any(True for _ in place.iterancestors(*_MARKED)):
        return None
    children = list(place)
    return _page_of(_run(children, held) if place.tag == "body" else children, place)


def _held(tree: HtmlElement, text: str) -> Counter[_Element]:
    """How many characters of the text each element holds, itself and below."""
    held: Counter[_Element] = Counter()
    pieces = [(element, "".join((element.text or "").split())) for element in tree.iter("*")]
    pieces += [(element, "".join((element.tail or "").split())) for element in tree.iter("br")]
    pieces = [(element, piece) for element, piece in pieces if len(piece) >= _LEAST_PIECE]
    if len(pieces) * len(text) > _MOST_COMPARED:
        return held
    for element, piece in pieces:
        if piece in text:
            held[element] += len(piece)
            for above in element.iterancestors():
                held[above] += len(piece)
    return held


def _run(children: list[HtmlElement], held: Counter[_Element]) -> list[HtmlElement]:
    """Those from the first that holds text to the last, and the lists and paragraphs right after it."""
    holding = [number for number, child in enumerate(children) if held[child]]
    if not holding:
        return children
    end = holding[-1] + 1
    while end < len(children) and children[end].tag in _FOLLOWS:
        end += 1
    return children[holding[0] : end]


def _page_of(children: list[HtmlElement], place: HtmlElement) -> HtmlElement:
    from lxml import html

    page = html.document_fromstring("<html><body><article></article></body></html>")
    article = page.find("body/article")
    assert article is not None
    article.text = place.text if children and place.tag != "body" else None
    article.extend(deepcopy(child) for child in children)
    return page
