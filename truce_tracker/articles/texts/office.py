"""Documents that are zip files (.docx, .odt, .epub) -> their words, by the standard library's zipfile and lxml.

Each is made a tree of HTML, so that lists, tables, raised figures and what is struck out (also what was deleted while
changes were tracked) are read as on a page. The day on which a document was made is a guess at the one of its text.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from truce_tracker.articles.texts.article import MAX_TEXT, TOO_MUCH_TEXT, ArticleError, Metadata, Reading, Removed
from truce_tracker.articles.texts.blocks import text_of
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import language_of, one_line
from truce_tracker.articles.texts.inline import settle
from truce_tracker.articles.texts.published import day_of
from truce_tracker.articles.texts.trees import parse, strip_unseen

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_MAX_PART, _MAX_PARTS = 30_000_000, 2_000
_OTHER = (
    "This is a zip archive, or an office document that truce does not read: save it as .docx, .odt, PDF or plain text, "
    "then import that, or paste the words"
)
_BROKEN = "This document is broken, or locked: save it again without a password, or paste its words"

_DOCX = {
    "p": "p", "tbl": "table", "tr": "tr", "tc": "td", "t": "", "br": "br", "cr": "br", "del": "del", "moveFrom": "del",
}  # fmt: skip
_DOCX_LEFT_OUT = frozenset(
    {"Fallback", "instrText", "footnoteReference", "endnoteReference", "annotationRef", "pPr", "rPr", "sectPr", "tblPr"}
)
_ODT = {
    "p": "p", "h": "h2", "table": "table", "table-row": "tr", "table-cell": "td", "list-item": "li", "line-break": "br",
}  # fmt: skip
_ODT_LEFT_OUT = frozenset(
    {"tracked-changes", "note", "annotation", "forms", "sequence-decls", "bookmark", "title", "desc"}
)


def read_office(content: bytes) -> Reading:
    """The words of a .docx, .odt or .epub, and what it says about itself.

    Raises ArticleError for any other zip file, and for a document that is broken, locked or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = set(parts.namelist()[:_MAX_PARTS])
            if "word/document.xml" in names:
                return _docx(parts, names)
            if "META-INF/container.xml" in names:
                return _epub(parts, names)
            if "content.xml" in names:
                return _odt(parts, names)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, KeyError, NotImplementedError, EOFError, ValueError) as error:
        raise ArticleError(_BROKEN) from error
    raise ArticleError(_OTHER)


def _part(parts: zipfile.ZipFile, name: str) -> bytes:
    """A part unpacked, with what comes out bounded while it comes out."""
    with parts.open(name) as packed:
        content = packed.read(_MAX_PART + 1)
    if len(content) > _MAX_PART:
        raise ArticleError(TOO_MUCH_TEXT)
    return content


def _xml(parts: zipfile.ZipFile, name: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    tree = etree.fromstring(_part(parts, name), parser)
    if tree is None:
        raise ArticleError(_BROKEN)
    return tree


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: _Element, name: str) -> str:
    """An attribute by its name, whatever its namespace is."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _words_of(pages: Iterable[HtmlElement]) -> tuple[str, tuple[Removed, ...]]:
    """The text of trees of HTML, one after the other."""
    texts: list[str] = []
    removed: list[Removed] = []
    for page in pages:
        removed += settle(page)
        texts.append(text_of(page))
        if sum(map(len, texts)) > MAX_TEXT:
            raise ArticleError(TOO_MUCH_TEXT)
    return "\n\n".join(filter(None, texts)), tuple(removed)


def _docx(parts: zipfile.ZipFile, names: set[str]) -> Reading:
    from lxml import html

    body = html.Element("body")
    documents = [name for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml") if name in names]
    for name in documents:
        for child in _xml(parts, name):
            _from_docx(child, body)
    return _reading([body], parts, "docProps/core.xml" if "docProps/core.xml" in names else None)


def _from_docx(element: _Element, into: _Element) -> None:
    """Put what a part of a .docx says into a tree of HTML."""
    from lxml import etree

    name = _local(element)
    if name in _DOCX_LEFT_OUT:
        return
    if name in ("t", "delText", "tab", "noBreakHyphen"):
        _say(into, {"tab": "\t", "noBreakHyphen": "-"}.get(name, element.text or ""))
        return
    if name == "r":
        look = next((child for child in element if _local(child) == "rPr"), None)
        marks = [] if look is None else [_docx_mark(one) for one in look]
        if "hidden" in marks:
            return
        for mark in filter(None, marks):
            into = etree.SubElement(into, mark)
    elif name == "p" and into.tag == "td":
        _say(into, " ")  # one line for each row of a table
    elif tag := _DOCX.get(name):
        into = etree.SubElement(into, "li" if tag == "p" and _is_listed(element) else tag)
    for child in element:
        _from_docx(child, into)


def _docx_mark(look: _Element) -> str | None:
    """How letters look that are raised, lowered, struck out or hidden, as a tag of HTML."""
    name, value = _local(look), _attribute(look, "val")
    if name == "vertAlign":
        return {"superscript": "sup", "subscript": "sub"}.get(value)
    on = value not in ("0", "false", "none")
    return {"strike": "del", "dstrike": "del", "vanish": "hidden"}.get(name) if on else None


def _is_listed(paragraph: _Element) -> bool:
    look = next((child for child in paragraph if _local(child) == "pPr"), None)
    return look is not None and any(_local(one) == "numPr" for one in look)


def _say(into: _Element, words: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + words
    else:
        into.text = (into.text or "") + words


def _odt(parts: zipfile.ZipFile, names: set[str]) -> Reading:
    from lxml import html

    tree = _xml(parts, "content.xml")
    raised = {}
    for style in (one for one in tree.iter() if _local(one) == "style"):
        for look in style:
            if mark := _odt_mark(look):
                raised[_attribute(style, "name")] = mark
    body = html.Element("body")
    for part in (one for one in tree if _local(one) == "body"):
        _from_odt(part, body, raised)
    for note in [one for one in tree.iter() if _local(one) == "note-body"]:
        _from_odt(note, body, raised)
    return _reading([body], parts, "meta.xml" if "meta.xml" in names else None)


def _odt_mark(look: _Element) -> str | None:
    place, line = _attribute(look, "text-position"), _attribute(look, "text-line-through-style")
    if line and line != "none":
        return "del"
    if place.startswith(("super", "sub")):
        return "sup" if place.startswith("super") else "sub"
    size = re.match(r"(-?\d+)%", place)
    return None if not size or size[1] == "0" else "sub" if size[1].startswith("-") else "sup"


def _from_odt(element: _Element, into: _Element, raised: dict[str, str]) -> None:
    """Put what a part of an .odt says into a tree of HTML."""
    from lxml import etree

    name = _local(element)
    if name in _ODT_LEFT_OUT:
        return
    if name in ("s", "tab"):
        _say(into, "\t" if name == "tab" else " " * min(100, int(_attribute(element, "c") or 1)))
    if name == "p" and into.tag == "td":
        _say(into, " ")
    elif tag := _ODT.get(name) or (name == "span" and raised.get(_attribute(element, "style-name"))):
        into = etree.SubElement(into, tag)
    _say(into, element.text or "")
    for child in element:
        _from_odt(child, into, raised)
        _say(into, child.tail or "")


def _reading(pages: list[HtmlElement], parts: zipfile.ZipFile, about: str | None) -> Reading:
    """The words, with what a document's own record says: title, author, language; the day that it was made, a guess."""
    text, removed = _words_of(pages)
    said: dict[str, str] = {}
    for one in _xml(parts, about).iter() if about else ():
        if one.text and one.text.strip():
            said.setdefault(_local(one), one_line(one.text))
    author = said.get("creator") or said.get("initial-creator") or ""
    metadata = Metadata(
        title=said.get("title") or None,
        authors=authors_in([author]) if " " in author else (),
        language=language_of(said.get("language"), text),
        guessed=day_of(said.get("created") or said.get("creation-date") or said.get("date") or ""),
    )
    return Reading(text, removed, metadata)


def _epub(parts: zipfile.ZipFile, names: set[str]) -> Reading:
    container = _xml(parts, "META-INF/container.xml")
    book = next((_attribute(one, "full-path") for one in container.iter() if _local(one) == "rootfile"), "")
    package = _xml(parts, book)
    items = {_attribute(one, "id"): one for one in package.iter() if _local(one) == "item"}
    order = [items.get(_attribute(one, "idref")) for one in package.iter() if _local(one) == "itemref"]
    chapters = [one for one in order if one is not None and "nav" not in _attribute(one, "properties").split()]
    folder = posixpath.dirname(book)
    places = [posixpath.normpath(posixpath.join(folder, unquote(_attribute(one, "href")))) for one in chapters]
    pages = (_chapter(_part(parts, place)) for place in places if place in names)
    text, removed = _words_of(pages)
    said = {_local(one): one_line(one.text) for one in reversed(list(package.iter())) if one.text and one.text.strip()}
    metadata = Metadata(
        outlet=said.get("publisher"),
        title=said.get("title"),
        authors=authors_in([said.get("creator", "")]),
        published=day_of(said.get("date", "")),
        language=language_of(said.get("language"), text),
    )
    return Reading(text, removed, metadata)


def _chapter(content: bytes) -> HtmlElement:
    from truce_tracker.articles.texts.charsets import decode

    tree = parse(decode(content))
    strip_unseen(tree)
    page = tree.find("body")
    return tree if page is None else page
