"""What stands raised, lowered, struck out or put in inside a line of a page: read so that no figure is made of two.

``<del>10</del><ins>12</ins>`` is 12, the mark of a note behind ``25`` goes, and ``10<sup>5</sup>`` keeps its exponent
as the raised digits of Unicode. The tree is changed in place, before the article is looked for; what goes is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from truce_tracker.articles.texts.article import Removed, Why
from truce_tracker.articles.texts.characters import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRUCK, _LINE_THROUGH = (
    frozenset({"del", "s", "strike"}),
    re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE),
)
_RAISED_STYLE = re.compile(r"vertical-align:\s*(?P<how>super|sub)\b", re.IGNORECASE)
_INLINE = frozenset({"span", "a", "b", "i", "em", "strong", "font", "u", "cite", "small", "ins", "sup", "sub"})
_BLOCK_TAGS = "p|div|ul|ol|li|table|tr|td|h1|h2|h3|h4|h5|h6|section|article|blockquote"
_BLOCKS = tuple(_BLOCK_TAGS.split("|"))
_RAISED = str.maketrans("0123456789+-−–()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_DIGITS = re.compile(r"[+\-−–]?\d{1,4}")
_NOTE = re.compile(
    r"[\[(（]?\s?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,4}|(?:note|fn|注|註)\s?\d{0,3})(?:\s?[,–-]\s?\d{1,3})*\s?[\])）]?"
    r"|[①-⑳]",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ers|re|e|es|ème|o|os|a|as|º|ª)", re.IGNORECASE)
_NUMERAL, _SHORT = re.compile(r"(?:\d|\b[IVXLCM]+)$"), 3
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:k|c|m|d|h)?(?:m|ft|in|mi|yd)$")
_TEN = re.compile(r"(?:^|[^\d.,])10$")
_MULTIPLE = re.compile(
    r"\s*(?:%|per ?cent|percentage|m(?:illion|n)\b|b(?:illion|n)\b|trillion|thousand|[万亿萬億千百])", re.IGNORECASE
)
_SCALE = re.compile(rf"{_MULTIPLE.pattern}|\s*(?:tons?|tonnes?|[吨噸])", re.IGNORECASE)
_MOST_STRUCK, _LONGEST, _STEPS, _SEEN, _MANY = 0.5, 60, 50, 30, 200
_PLAIN = frozenset({"span", "font"})


def settle(tree: HtmlElement) -> tuple[Removed, ...]:
    """Read struck, inserted, raised and lowered pieces as words of their line; what was taken out, in order."""
    removed = (*_strike(tree), *_marks(tree))
    _join_many(tree)
    return removed


def _strike(tree: HtmlElement) -> Iterator[Removed]:
    """Take out what is struck, unless it holds blocks (a tag that nobody closed) or most of the page."""
    found = [element for element in tree.iter("*") if _is_struck(element)]
    pieces = [(element, _words(element)) for element in found if not any(True for _ in element.iter(*_BLOCKS))]
    if sum(len(words) for _, words in pieces) > _MOST_STRUCK * len(_words(tree)):
        return
    for element, words in pieces:
        if element.getroottree().getroot() is not tree:
            continue  # it stood inside another, which is gone
        before, after = _before(element)[-1:], _after(element)[:1]
        _say(element, " " if before.isalnum() and after.isalnum() else "")
        if words:
            yield Removed(one_line(words), Why.STRUCK)


def _is_struck(element: HtmlElement) -> bool:
    return element.tag in _STRUCK or bool(element.tag in _INLINE and _LINE_THROUGH.search(element.get("style", "")))


def _marks(tree: HtmlElement) -> Iterator[Removed]:
    for element in list(tree.iter("sup", "sub", "ins", "span", "a")):
        how = _how(element)
        words = one_line(_words(element)) if how else ""
        if not words or (how != "ins" and len(words) > _LONGEST):
            continue
        before, after = _before(element), _after(element)
        if how == "ins":
            _part(element, before, after)
            continue
        said = _raised(element, words, before, after) if how == "super" else _lowered(words, before)
        _say(element, _apart(before, said, after))
        if not said:
            yield Removed(words, Why.NOTE)


def _how(element: HtmlElement) -> str | None:
    """super, sub or ins: how this piece stands in its line, None where it stands as any other."""
    if element.tag in ("sup", "sub", "ins"):
        return {"sup": "super", "sub": "sub", "ins": "ins"}[str(element.tag)]
    if element.tag == "a":
        is_note = element.get("role") == "doc-noteref" or element.get("href", "").startswith("#")
        return "super" if is_note and _NOTE.fullmatch(_words(element).strip()) else None
    styled = _RAISED_STYLE.search(element.get("style", ""))
    return styled["how"].lower() if styled else None


def _raised(element: HtmlElement, words: str, before: str, after: str) -> str:
    """What a raised piece says in its line; empty for the mark of a note."""
    if not before.strip():
        return f"{words} "  # the note itself begins with its mark
    if words.isdecimal() and after[:1] in ("/", "⁄"):
        return words
    linked = element.tag == "a" or element.find(".//a") is not None or _inside_link(element)
    if _DIGITS.fullmatch(words) and not linked and _takes_exponent(before, after):
        return words.translate(_RAISED)
    if _ORDINAL.fullmatch(words) and _NUMERAL.search(before) and not linked and not _SCALE.match(after):
        return words
    if _NOTE.fullmatch(words):
        return ""
    return words if len(words) <= _SHORT or not before[-1:].isalnum() else f" {words}"


def _takes_exponent(before: str, after: str) -> bool:
    return bool(_UNIT.search(before) or (_TEN.search(before) and not _MULTIPLE.match(after)))


def _inside_link(element: HtmlElement) -> bool:
    above = element.getparent()
    return above is not None and above.tag == "a" and len(_words(above).strip()) == len(_words(element).strip())


def _lowered(words: str, before: str) -> str:
    return words.translate(_LOWERED) if before[-1:].isdecimal() and _DIGITS.fullmatch(words) else words


def _apart(before: str, said: str, after: str) -> str:
    """The piece with a space where it would make one figure, or one word, with what stands beside it."""
    if not said:
        return " " if before[-1:].isdecimal() and after[:1].isdecimal() else ""
    left = " " if before[-1:].isdecimal() and said[:1].isdecimal() else ""
    right = " " if said[-1:].isdecimal() and after[:1].isdecimal() else ""
    return f"{left}{said}{right}"


def _part(element: HtmlElement, before: str, after: str) -> None:
    """Spaces around what was put in, where its digits would join others."""
    words = _words(element)
    if before[-1:].isdecimal() and words[:1].isdecimal():
        element.text = f" {element.text or ''}"
    if words[-1:].isdecimal() and after[:1].isdecimal():
        element.tail = f" {element.tail or ''}"


def _say(element: HtmlElement, words: str) -> None:
    """Put these words in the place of all that is in the element."""
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "span", words
    element.attrib.clear()


def _join_many(tree: HtmlElement) -> None:
    """Make one text of hundreds of plain pieces in one element: the extractor's time grows with their square."""
    for element in [one for one in tree.iter("*") if len(one) > _MANY]:
        said = [[element.text or ""]]
        kept: list[HtmlElement] = []
        for child in element:
            if child.tag in _PLAIN and not len(child):
                said[-1] += [child.text or "", child.tail or ""]
            else:
                kept.append(child)
                said.append([child.tail or ""])
        if len(kept) < len(element):
            element[:] = kept
            element.text = "".join(said[0])
            for child, words in zip(kept, said[1:], strict=True):
                child.tail = "".join(words)


def _words(element: HtmlElement) -> str:
    return "".join(element.itertext())


def _before(element: HtmlElement) -> str:
    """The last characters before an element on its line; empty where it begins one."""
    for _ in range(_STEPS):
        beside, above = element.getprevious(), element.getparent()
        if beside is not None:
            words = beside.tail or (_words(beside) if beside.tag in _INLINE else "")
            if words or beside.tag not in _INLINE:
                return words[-_SEEN:]
            element = beside
        elif above is None or above.text or above.tag not in _INLINE:
            return "" if above is None else (above.text or "")[-_SEEN:]
        else:
            element = above
    return ""


def _after(element: HtmlElement) -> str:
    """The first characters after an element on its line; empty where it ends one."""
    for _ in range(_STEPS):
        if element.tail:
            return element.tail[:_SEEN]
        beside, above = element.getnext(), element.getparent()
        if beside is not None:
            words = _words(beside) if beside.tag in _INLINE - {"sup"} else ""
            if words or beside.tag not in _INLINE or beside.tag == "sup":
                return words[:_SEEN]
            element = beside
        elif above is None or above.tag not in _INLINE:
            return ""
        else:
            element = above
    return ""
