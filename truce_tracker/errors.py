"""What can go wrong: a wrong request (TruceError) and wrong data (Problem).

A request that cannot be met raises a TruceError whose text says what to do next. Data that does not fit becomes a
Problem that says where; problems are collected and shown together. Nothing here prints or exits.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["LedgerProblems", "Problem", "StoreError", "TruceError", "UnreadableValue"]

_LONGEST_WORD = 200  # characters of a word to be compared: that takes time with the square of it
_MANY_WORDS = 2_000
_LONGEST_QUOTED = 80  # characters of a text that a message repeats


class TruceError(Exception):
    """A request that cannot be met; its text is shown to the person as it stands."""


class StoreError(TruceError):
    """The store cannot be opened, read or written."""


class UnreadableValue(ValueError):
    """A date, quantity or phrase that is not in the notation; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a ledger file. `line` and `column` count from 1; `path` is like ``claims[3].said``."""

    file: str
    line: int
    column: int
    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.path}: {self.what}"


class LedgerProblems(TruceError):
    """Ledger files that cannot be loaded; carries every Problem, in the order of the files."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def quoted(text: str) -> str:
    """A text as a message repeats it: in quotes, and not longer than a line."""
    return repr(text if len(text) <= _LONGEST_QUOTED else text[:_LONGEST_QUOTED] + "...")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a person may have meant, or None where none is near."""
    if len(word) > _LONGEST_WORD:
        return None
    candidates = list(known)
    if len(candidates) > _MANY_WORDS:  # to compare each takes a second: of very many those that begin the same
        candidates = [name for name in candidates if name[:1].casefold() == word[:1].casefold()][:_MANY_WORDS]
    folded = {name.casefold(): name for name in reversed(candidates)}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``" (did you mean X?)"`` for the nearest known word, or nothing where none is near."""
    near = nearest(word, known)
    return f" (did you mean {near}?)" if near else ""
