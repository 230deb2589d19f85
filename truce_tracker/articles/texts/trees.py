"""Markup -> a tree that is safe to walk: no scripts, nothing hidden, and bounded in size, depth and attributes.

The markup is read as HTML 5 says, tag by tag, and given to the parser as it stands but for three things that the parser
cannot take: an early ``</body>`` or ``</html>`` (a browser reads on, the parser stops), hundreds of attributes on one
element (its time grows with their square), and pictures kept inside an attribute. No text is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from truce_tracker.articles.texts.article import ArticleError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_MARKUP = 20_000_000
MAX_TAGS = 300_000
_MAX_ELEMENTS, _MAX_DEPTHS = 25_000, 500_000
_LONG_TAG, _MAX_ATTRIBUTES, _LONG_VALUE = 1_500, 150, 5_000
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
_TAG = re.compile(rf"</?([A-Za-z][^\s/>]*+)(?:[\s/]++|{_ATTRIBUTE})*+>?+")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_FOREIGN = frozenset({"svg", "math"})
_CONTROLS: dict[int, None] = dict.fromkeys((*range(9), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF))
_NO_CHARACTER = "\ufffd"
_UNSEEN_TAGS = (
    "script style noscript template svg iframe object embed canvas audio video select datalist map applet noembed "
    "noframes"
)
_UNSEEN_STYLE = re.compile(
    r"display:none|visibility:hidden|font-size:0(?![.\d])|(?:left|top|text-indent):-\d{4,}", re.IGNORECASE
)
_FADED_STYLE = re.compile(r"opacity:0(?![.\d])", re.IGNORECASE)
_TOO_LARGE = "This page is too large or nested too deep to be an article: save it as plain text, or paste its words"
_NO_MARKUP = "There is nothing in this page: open it in a browser, then paste the article's words"


def parse(markup: str) -> HtmlElement:
    """The page as a tree, comments left out. Raises ArticleError where it is empty, too large or nested too deep."""
    from lxml import etree, html

    slim = "".join(_bearable(markup.translate(_CONTROLS)))
    if len(slim) > MAX_MARKUP or slim.count("<") > MAX_TAGS:
        raise ArticleError(_TOO_LARGE)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(slim.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(_NO_MARKUP) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ArticleError(_TOO_LARGE)
    stand_in = (
        {} if _NO_CHARACTER in markup else {ord(_NO_CHARACTER): None}
    )  # the parser's own, for what it cannot hold
    _without_controls(tree, _CONTROLS | stand_in)
    return tree


def _bearable(markup: str) -> Iterator[str]:
    """The markup in pieces, without what the parser cannot take. Comments and scripts are stepped over, never cut."""
    done = foreign = 0
    place = markup.find("<")
    while place >= 0:
        found = _TAG.match(markup, place)
        if markup.startswith("<!--", place):
            end = markup.find("-->", place + 2) + 3
            place = markup.find("<", end) if end > 2 else -1
            continue
        if not found:
            place = markup.find("<", place + 1)
            continue
        name, closing, end = found[1].lower(), markup[place + 1] == "/", found.end()
        foreign += (-1 if closing else 1) * (name in _FOREIGN)
        alone = name in _RAW and foreign > 0 and found[0].endswith("/>")
        if alone or (closing and name in ("body", "html")):
            yield markup[done:place]
            done = end
        elif end - place > _LONG_TAG:
            yield markup[done:place]
            yield _slim_tag(found[0])
            done = end
        if name in _RAW and not closing and not alone:
            closed = _RAW[name].search(markup, end)
            end = closed.start() if closed else len(markup)
        place = markup.find("<", end)
    yield markup[done:]


def _slim_tag(tag: str) -> str:
    """A long tag without its long values (pictures kept inside the page), and with no more attributes than it needs."""
    name = re.split(r"[\s/]", tag, maxsplit=1)[0].rstrip(">")[:100]
    attributes = _ATTRIBUTES.findall(tag, len(name))[:_MAX_ATTRIBUTES]
    kept = " ".join([name, *(attribute for attribute in attributes if len(attribute) < _LONG_VALUE)])
    return kept + ">" if tag.endswith(">") else kept


def _without_controls(tree: HtmlElement, table: Mapping[int, str | None]) -> None:
    """Take out control characters that references put there (``&#11;``, a stand-in for ``&#0;``)."""
    odd = re.compile("[" + re.escape("".join(map(chr, table))) + "]")
    table = {**table, ord("\f"): " "}  # a blank to HTML, which the tree can hold but not be given
    for element in tree.iter("*"):
        if element.text and odd.search(element.text):
            element.text = element.text.translate(table)
        if element.tail and odd.search(element.tail):
            element.tail = element.tail.translate(table)
        for name, value in element.items():
            if odd.search(value):
                element.set(name, value.translate(table))


def strip_unseen(tree: HtmlElement, all_concealed: bool = True) -> None:
    """Take out of the tree what nobody sees on the page: scripts, styles, and what is marked as hidden.

    A browser shows a shadow template, and finds what is ``hidden="until-found"``: both stay. What waits for a script
    or for its absence (``noscript``, what is faded out) stays only where not `all_concealed` goes.
    """
    from lxml import etree

    for element in tree.iterfind(".//template"):
        if (element.get("shadowrootmode") or element.get("shadowroot") or "").lower() in ("open", "closed"):
            element.tag = "div"
    for element in tree.iterfind(".//*[@hidden]"):
        if element.get("hidden", "").lower() != "until-found":
            element.tag = "script"
    for element in tree.iterfind(".//*[@style]"):
        style = "".join(element.get("style", "").split())
        if _UNSEEN_STYLE.search(style) or (all_concealed and _FADED_STYLE.search(style)):
            element.tag = "script"
    if not all_concealed:
        for element in tree.iterfind(".//noscript"):
            element.tag = "div"
    etree.strip_elements(tree, *_UNSEEN_TAGS.split(), with_tail=False)


def is_modest(tree: HtmlElement) -> bool:
    """Whether the tree is of a size that the extractor is quick with."""
    from lxml import etree

    depth = elements = depths = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth, elements, depths = depth + 1, elements + 1, depths + depth + 1
        if elements > _MAX_ELEMENTS or depths > _MAX_DEPTHS:
            return False
    return True
