"""Rows as JSON: an array with one object a line (json), or one object a line and nothing else (jsonl).

Text stays readable (no escapes for Chinese), but a character that could act on a terminal is written as ``\\uXXXX``,
which loads back as the same character.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from truce_tracker.render.printable import Write, acts, write_lines
from truce_tracker.rows import as_json, field_names

_ENCODER = json.JSONEncoder(ensure_ascii=False, default=as_json)


def write_json(rows: Sequence[Any], write: Write) -> None:
    """Write an array, ``[]`` where there are no rows; a row may be a dict as well."""
    write_lines(_array(rows), write)


def write_jsonl(rows: Sequence[Any], write: Write) -> None:
    """Write one object a line; nothing where there are no rows."""
    write_lines((f"{line}\n" for line in _objects(rows)), write)


def _array(rows: Sequence[Any]) -> Iterator[str]:
    before = "[\n "
    for line in _objects(rows):
        yield before + line
        before = ",\n "
    yield "\n]\n" if rows else "[]\n"


def _objects(rows: Sequence[Any]) -> Iterator[str]:
    for row in _as_dicts(rows):
        line = _ENCODER.encode(row)
        yield line if line.isprintable() else line.translate(_ESCAPED)


def _as_dicts(rows: Sequence[Any]) -> Iterable[dict[str, Any]]:
    if not rows or isinstance(rows[0], dict):
        return rows
    kind: type = type(rows[0])
    names = field_names(kind)
    values = attrgetter(*names)
    return (dict(zip(names, values(row), strict=True)) for row in rows)


class _Escaped(dict[int, str]):
    """A table for `str.translate` that fills itself with the characters it meets."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        return self.setdefault(code, json.dumps(char)[1:-1] if acts(char) else char)


_ESCAPED = _Escaped()
