"""The keys and values of a line of jsonl, each with its place, which the standard library's reader does not tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from truce_tracker.ledger_file.flat.cells import UnusableError
from truce_tracker.ledger_file.records import Place, place_of

_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)  # numbers stay as they are written
_SPACE = re.compile(r"[ \t]*+")

Entry = tuple[str, Place, Any, Place]  # a key, where it is, its value, where that is


class _Pairs(list[tuple[str, Any]]):
    """The keys and values of an object."""


_QUICK = json.JSONDecoder(object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str)


class Places(dict[str, Any]):
    """Where the values of a line stand, which is looked for when it is asked: most lines have nothing to tell."""

    def __init__(self, line: str, number: int) -> None:
        super().__init__()
        self._unread: str | None = line
        self._number = number

    def _look(self) -> None:
        if self._unread is not None:
            line, self._unread = self._unread, None
            self.update({name: place for name, _, _, place in entries_of(line, self._number) if name in self})

    def get(self, key: str, default: Any = None) -> Any:
        """The place of a key's value."""
        self._look()
        return super().get(key, default)

    def pop(self, key: str, default: Any = None) -> Any:
        """Take a place away."""
        self._look()
        return super().pop(key, default)

    def items(self) -> Any:
        """The places by key."""
        self._look()
        return super().items()


def quick_values(line: str) -> dict[str, Any] | None:
    """The keys and values of an object that holds nothing but texts, numbers, words and lists of these, each key once.

    None for any other line.
    """
    try:
        pairs = _QUICK.decode(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(pairs, _Pairs):
        return None
    values = dict(pairs)
    plain = all(
        isinstance(item, str | bool | None)
        for value in values.values()
        for item in (value if type(value) is list else (value,))
    )
    return values if plain and len(values) == len(pairs) else None


def entries_of(line: str, number: int) -> list[Entry]:
    """The entries of the object on a line (counted from 0). Raises UnusableError where the line holds no object."""
    try:
        return list(_entries(line, number))
    except json.JSONDecodeError as error:
        raise UnusableError(place_of(number, error.pos), f"is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise UnusableError(place_of(number, 0), "is nested too deep") from error


def _entries(line: str, number: int) -> Iterator[Entry]:
    at = _expect(line, 0, "{")
    while not line.startswith("}", at):
        key_at = at
        key, at = scanstring(line, _expect(line, at, '"', skip=False), True)
        at = _expect(line, _past(line, at), ":")
        value_at = at
        try:
            value, at = _DECODER.scan_once(line, at)  # type: ignore[attr-defined]
        except StopIteration as error:
            raise json.JSONDecodeError("a value is missing here", line, value_at) from error
        yield key, place_of(number, key_at), value, place_of(number, value_at)
        at = _past(line, at)
        if not line.startswith("}", at):
            at = _expect(line, at, ",")
    if (rest := _past(line, at + 1)) != len(line):
        raise json.JSONDecodeError("something follows the object: one object a line", line, rest)


def _expect(line: str, at: int, mark: str, skip: bool = True) -> int:
    at = _past(line, at)
    if not line.startswith(mark, at):
        raise json.JSONDecodeError(f"{mark} belongs here", line, at)
    return _past(line, at + 1) if skip else at + 1


def _past(line: str, at: int) -> int:
    space = _SPACE.match(line, at)
    return space.end() if space else at
