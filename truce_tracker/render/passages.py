"""Running text on a page: where words were found, how two texts differ, a text with its quotes marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truce_tracker.render.printable import Write, printable
from truce_tracker.rows import Found

_BOLD, _RED, _GREEN, _DIM, _PLAIN = "\x1b[1m", "\x1b[31;9m", "\x1b[32m", "\x1b[2m", "\x1b[0m"
_ESCAPE = re.compile("\x1b\\[[0-9;]*m")
_AROUND = 8  # words of context beside a difference


def write_found(rows: Sequence[Found], write: Write, *, colour: bool, width: int | None = None) -> None:
    """Write each finding: what it is, its day, and the passage with the words marked, in lines of `width` if given."""
    for row in rows:
        day = f"  {row.day}" if row.day else ""
        write(f"{row.kind} {printable(row.id)}{day}\n")
        for line in _wrapped(_marked(row.passage, row.marks, colour).rstrip(), width):
            write(f"    {line}\n")


def _wrapped(text: str, width: int | None) -> Iterator[str]:
    """The text in lines, broken between words; escapes take no room."""
    line, room = "", (width or 0) - 4
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width and line and len(_ESCAPE.sub("", longer)) > room:
            yield line
            longer = word
        line = longer
    yield line


def write_text(text: str, marks: Sequence[tuple[int, int, str]], write: Write, *, colour: bool) -> None:
    """Write a text line by line, with each mark (begin, end, a claim's id) shown in it, the id behind."""
    at = 0
    for begin, end, label in marks:
        if begin < at:
            write(f" [{printable(label)}]")
            continue
        write(_lines(text[at:begin]))
        write(f"{_around(_lines(text[begin:end]), colour)}[{printable(label)}]")
        at = end
    write(_lines(text[at:]).rstrip("\n") + "\n")


@dataclass(frozen=True, slots=True)
class _Change:
    """Where the old text has the words from `begin` to `end`, and the new one those from `come` to `go`."""

    begin: int
    end: int
    come: int
    go: int


def write_difference(before: str, after: str, write: Write, *, colour: bool) -> int:
    """Write where two texts differ, word by word with a few words around; gives the number of differences."""
    old, new = before.split(), after.split()
    changes = _changes(old, new)
    for group in _neighbours(changes):
        first, last = group[0], group[-1]
        at = max(0, first.begin - _AROUND)
        pieces: list[str] = []
        for change in group:
            pieces += map(printable, old[at : change.begin])
            pieces += [_removed(old[change.begin : change.end], colour)] if change.end > change.begin else []
            pieces += [_added(new[change.come : change.go], colour)] if change.go > change.come else []
            at = change.end
        pieces += map(printable, old[last.end : last.end + _AROUND])
        write(f"... {' '.join(pieces)} ...\n")
    return len(changes)


def _changes(old: Sequence[str], new: Sequence[str]) -> list[_Change]:
    """Where the texts differ; what goes and what comes at one place is one change."""
    from rapidfuzz.distance import Indel

    changes: list[_Change] = []
    for block in Indel.opcodes(old, new):
        if block.tag == "equal":
            continue
        change = _Change(block.src_start, block.src_end, block.dest_start, block.dest_end)
        if changes and (changes[-1].end, changes[-1].go) == (change.begin, change.come):
            change = _Change(changes[-1].begin, change.end, changes[-1].come, change.go)
            changes.pop()
        changes.append(change)
    return changes


def _neighbours(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes with fewer than twice `_AROUND` equal words between them are shown together."""
    group: list[_Change] = []
    for change in changes:
        if group and change.begin - group[-1].end > 2 * _AROUND:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _removed(words: Sequence[str], colour: bool) -> str:
    text = printable(" ".join(words))
    return f"{_RED}{text}{_PLAIN}" if colour else f"[-{text}-]"


def _added(words: Sequence[str], colour: bool) -> str:
    text = printable(" ".join(words))
    return f"{_GREEN}{text}{_PLAIN}" if colour else f"{{+{text}+}}"


def _marked(passage: str, marks: Sequence[tuple[int, int]], colour: bool) -> str:
    pieces, at = [], 0
    for begin, end in marks:
        if begin >= at:
            pieces += [printable(f"|{passage[at:begin]}|")[1:-1], _around(printable(passage[begin:end]), colour)]
            at = end
    return "".join([*pieces, printable(f"|{passage[at:]}|")[1:-1]])


def _around(text: str, colour: bool) -> str:
    return f"{_BOLD}{text}{_PLAIN}" if colour else f"«{text}»"


def _lines(text: str) -> str:
    return "\n".join(printable(f"|{line}|")[1:-1] for line in text.split("\n"))
