"""What a page says about itself in JSON-LD (schema.org): the article among all that it describes, and its body.

Pages break JSON in a few usual ways, which are mended; what is still broken is passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from truce_tracker.articles.texts.characters import one_line

Node = dict[str, Any]
_ARTICLE = re.compile(r"(?:.*Article|.*Posting|Report|CreativeWork|PressRelease|GovernmentDocument)\Z", re.IGNORECASE)
_PAGE = re.compile(r"(?:.*Page)\Z", re.IGNORECASE)
_BEFORE = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_AFTER = (";", "-->", "//]]>", "// ]]>", "/*]]>*/", "]]>")
_LOOSE_COMMA = re.compile(r",(\s*[}\]])")
_MAX_NODES, _MAX_DEPTH = 2_000, 12
_INTO = ("@graph", "mainEntity", "mainEntityOfPage")


def described(scripts: list[str]) -> list[Node]:
    """All that the page's scripts of JSON-LD describe: articles first, the one with the longest body before others."""
    nodes = [node for script in scripts for node in _nodes(_load(script), 0)][:_MAX_NODES]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    about = [_resolved(node, known) for node in nodes]
    articles = [node for node in about if _is(node, _ARTICLE)]
    articles.sort(key=lambda node: -len(body(node)))
    return articles + [node for node in about if _is(node, _PAGE) and not _is(node, _ARTICLE)]


def body(node: Node) -> str:
    """Its articleBody, as written; empty where there is none."""
    text = node.get("articleBody")
    return text if isinstance(text, str) else ""


def posts(node: Node) -> list[Node]:
    """The posts of a live page, as it describes them."""
    found = node.get("liveBlogUpdate")
    return [one for one in (found if isinstance(found, list) else [found])[:_MAX_NODES] if isinstance(one, dict)]


def is_article(node: Node) -> bool:
    """Whether it is an article, and not the page around one."""
    return _is(node, _ARTICLE)


def texts(value: object) -> list[str]:
    """The texts of a value: itself, its ``name``, its ``@value``, or each of a list."""
    if isinstance(value, list):
        return [text for one in value[:50] for text in texts(one)]
    if isinstance(value, dict):
        return texts(value.get("name") or value.get("@value"))[:1]
    text = one_line(value) if isinstance(value, str) else ""
    return [text] if text else []


def address(value: object) -> str | None:
    """The address in a value: itself, or its ``@id`` or ``url``."""
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    return value.strip() if isinstance(value, str) else None


def _load(script: str) -> object:
    plain = _unwrapped(script)
    for text in (script, plain, _LOOSE_COMMA.sub(r"\1", plain)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(script: str) -> str:
    plain = script.strip()
    for before in _BEFORE:
        plain = plain.removeprefix(before).lstrip()
    for after in (*_AFTER, *_AFTER):
        plain = plain.removesuffix(after).rstrip()
    return plain


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value[:_MAX_NODES]:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INTO:
            yield from _nodes(value.get(key), depth + 1)


def _resolved(node: Node, known: dict[str, Node]) -> Node:
    """The node with its author and publisher written out, where they are given by reference."""
    resolved = dict(node)
    for key in ("author", "creator", "publisher", "isPartOf"):
        if key in node:
            resolved[key] = _one_resolved(node[key], known)
    return resolved


def _one_resolved(value: object, known: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_one_resolved(one, known) for one in value[:50]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _is(node: Node, kind: re.Pattern[str]) -> bool:
    named = node.get("@type")
    names = named if isinstance(named, list) else [named]
    return any(isinstance(name, str) and kind.match(name) for name in names)
