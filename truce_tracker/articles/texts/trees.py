"""Markup -> a tree that is safe to walk: no scripts, nothing hidden, and bounded in size, depth and attributes.

The HTML parser takes time that grows with the square of the attributes of one element, and the extractor with the sum
of all depths; both are bounded here, before they start. No text is judged here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from truce_tracker.articles.texts.article import ArticleError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_MARKUP = 20_000_000
MAX_TAGS = 300_000
_MAX_ELEMENTS, _MAX_DEPTHS = 25_000, 500_000
_LONG_TAG, _MAX_ATTRIBUTES, _LONG_VALUE = 1_500, 150, 5_000
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+(?:[\s/]++|{_ATTRIBUTE})*+")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_CONTROL_REFERENCES = re.compile(
    r"&#(?:x0*(?:[0-8bef]|1[0-9a-f])|0*(?:[0-8]|1[145-9]|2[0-9]|3[01]))(?:;|(?![0-9a-f]))", re.IGNORECASE
)
_UNSEEN_TAGS = (
    "script style noscript template svg iframe object embed canvas audio video select datalist map applet noembed "
    "noframes"
)
_UNSEEN_STYLE = re.compile(
    r"display:none|visibility:hidden|opacity:0(?![.\d])|font-size:0(?![.\d])|(?:left|top|text-indent):-\d{4,}"
)
_TOO_LARGE = "This page is too large or nested too deep to be an article: save it as plain text, or paste its words"
_NO_MARKUP = "There is nothing in this page: open it in a browser, then paste the article's words"


def parse(markup: str) -> HtmlElement:
    """The page as a tree, comments left out. Raises ArticleError where it is empty, too large or nested too deep."""
    from lxml import etree, html

    markup = _slim(_CONTROL_REFERENCES.sub("", _CONTROLS.sub("", markup)))
    if len(markup) > MAX_MARKUP or markup.count("<") > MAX_TAGS:
        raise ArticleError(_TOO_LARGE)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(_NO_MARKUP) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ArticleError(_TOO_LARGE)
    return tree


def strip_unseen(tree: HtmlElement) -> None:
    """Take out of the tree what nobody sees on the page: scripts, styles, and what is marked as hidden."""
    from lxml import etree

    for element in tree.iterfind(".//*[@hidden]"):
        element.tag = "script"
    for element in tree.iterfind(".//*[@style]"):
        if _UNSEEN_STYLE.search(re.sub(r"\s+", "", element.get("style", "").lower())):
            element.tag = "script"
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


def _slim(markup: str) -> str:
    return _TAG.sub(lambda found: _slim_tag(found[0]) if len(found[0]) > _LONG_TAG else found[0], markup)


def _slim_tag(tag: str) -> str:
    """A long tag without its long values (pictures kept inside the page); with no attributes where they are many."""
    name = re.split(r"[\s/]", tag, maxsplit=1)[0][:100]
    attributes = _ATTRIBUTES.findall(tag, len(name))
    if len(attributes) > _MAX_ATTRIBUTES:
        return name
    return " ".join([name, *(attribute for attribute in attributes if len(attribute) < _LONG_VALUE)])
