"""One cell of a csv file: a text or a list of texts, written so that a spreadsheet shows it and nothing is lost.

A text that a spreadsheet would take for a formula gets a ``'`` before it, and one that already looks so guarded gets
one more; reading takes one off again. A list is joined with ``; ``, or, where that could not be told apart, is a JSON
array.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

_SEPARATOR = "; "
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠﹦﹢﹣﹫]")


def guarded(text: str) -> str:
    """The text as it goes into a cell."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell stands for; a ``'`` that guards nothing is part of it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def joined(items: Sequence[str]) -> str:
    """A list as the text of one cell."""
    plain = _SEPARATOR.join(items)
    is_plain = not plain.startswith("[") and split(plain) == list(items)
    return plain if is_plain else json.dumps(items, ensure_ascii=False)


def split(text: str) -> list[str]:
    """The list that the text of a cell stands for. Raises ValueError for what begins as a JSON array and is none."""
    if not text.startswith("["):
        return [item for part in text.split(";") if (item := part.strip())]
    items = json.loads(text)
    if not all(isinstance(item, str) for item in items):
        raise ValueError("an item is no text")
    return list(items)
