"""The nodes of one YAML file, as the parser's events come: the right kind of node, or a Problem and the node skipped.

It works on events, which carry line and column: twice as fast as building the document first, and the only place where
an alias, a tag or a key written twice can still be seen. Also here: what keeps a file from being YAML, in a person's
words. It knows nothing of ledgers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from truce_tracker.errors import Problem, nearest, quoted
from truce_tracker.ledger_file.format import PROPOSED_BY
from truce_tracker.ledger_file.records import encoding_problems

DEEPEST_NESTING = 20
_ABSENT = ("", "~", "null", "Null", "NULL")
_KINDS = {MappingStartEvent: "a mapping", SequenceStartEvent: "a list", ScalarEvent: "a single value"}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MOST_CHARACTERS = 20  # problems about single characters that are shown: a file of another kind is full of them
_OTHER_BREAKS = "\x85\u2028\u2029"  # YAML breaks a line at these; no editor counts them, and texts would change
_NO_CHARACTER = re.compile(f"[{_OTHER_BREAKS}]|{yaml.reader.Reader.NON_PRINTABLE.pattern}")

# in what the parser says; whether the place to look at is where the thing began; what a person can do
_SENTENCES = (
    (
        "mapping values are not allowed",
        False,
        "': ' cannot stand here: quote a value that has ': ' in it, or mend the indentation or the ':' above",
    ),
    ("parsing a block node", False, "a value is missing here: look for a comma, a bracket or a brace too many"),
    ("parsing a flow node", False, "a value is missing here: look for a comma, a bracket or a brace too many"),
    ("parsing a block", False, "text follows a closing quote, or the indentation fits no line above"),
    (
        "quoted scalar found unknown escape",
        False,
        "a \\ in double quotes begins an escape that YAML does not know: write \\\\, or use single quotes",
    ),
    ("found invalid Unicode character escape", False, "an escape in double quotes stands for no character"),
    ("scanning a quoted scalar found unexpected end", True, "the quote that opens here is never closed"),
    ("parsing a flow sequence", True, "the list that opens here with [ is not closed with ], or lacks a comma"),
    ("parsing a flow mapping", True, "the record that opens here with { is not closed with }, or lacks a comma"),
    ("could not find expected ':'", True, "a key needs a ':' after it"),
    ("scanning an alias", True, "a value cannot begin with *: put it in quotes"),
    ("scanning an anchor", True, "a value cannot begin with &: put it in quotes"),
    ("sequence entries are not allowed", False, "a list with - begins on the line after its key"),
    ("scanning a block scalar", False, "a text after | or > begins on the next line"),
    ("<document start>", False, "nothing may follow the end of the document (...)"),
)


class UnusableError(Exception):
    """The rest of the file cannot be read; its Problem is noted already."""


def is_absent(event: Any) -> bool:
    """Whether a value is not there: nothing after the colon, ``~`` or ``null``, not in quotes."""
    plain = event.__class__ is ScalarEvent and not event.style and event.value in _ABSENT
    return plain and not event.anchor and not event.tag


class Nodes:
    """Walks the events of one file. A node is read or skipped whole, so that one problem does not cause others."""

    def __init__(self, name: str, content: bytes, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems
        self.next: Callable[[], Any] = _Loader(content).get_event

    def note(self, event: Any, path: str, what: str) -> None:
        """Note a problem where a node begins."""
        mark = event.start_mark
        self.problems.append(Problem(self.name, mark.line + 1, mark.column + 1, path, what))

    def first(self) -> Any:
        """The event that begins the document; None in a file without one."""
        self.next()  # the start of the stream
        return None if isinstance(self.next(), StreamEndEvent) else self.next()

    def end(self) -> None:
        """Go to the end of the document, and note what follows it."""
        while isinstance(event := self.next(), DocumentEndEvent):
            continue
        if not isinstance(event, StreamEndEvent):
            self.note(event, "file", "holds a second YAML document (after ---): keep one document a file")

    def begins(self, wanted: type, event: Any, path: str, meant: str, depth: int) -> bool:
        """Whether an event begins the kind of node that belongs here; otherwise note it and skip the node.

        `meant` says in words what belongs here; `depth` counts the nodes that are open around it.
        """
        if event.__class__ is AliasEvent:
            alias = quoted(f"*{event.anchor}")
            self.note(
                event, path, f"{alias} is a YAML alias, which is not allowed: write the value out, or put it in quotes"
            )
            return False
        self.refuse_marks(event, path)
        if event.__class__ is wanted:
            return True
        self.skip(event, path, depth)
        self.note(event, path, f"is {_KINDS[event.__class__]} where {meant} belongs")
        return False

    def key(self, event: Any, path: str, seen: Collection[str], known: Collection[str], depth: int) -> tuple[str, bool]:
        """The name of a key, and whether its value is to be read; a name that is not known becomes the nearest one."""
        if event.__class__ is not ScalarEvent:
            self.skip(event, path, depth)
            self.note(event, path, "a key must be a plain word")
            return "", False
        self.refuse_marks(event, path)
        name: str = event.value
        if name in seen:
            self.note(event, path, f"the key {quoted(name)} is written twice: keep one")
            return name, False
        if name in known:
            return name, True
        near = nearest(name, known)
        told = (name for name in known if name != PROPOSED_BY)
        hint = f" (did you mean {near}?)" if near else f": it can be {', '.join(told)}"
        self.note(event, path, f"there is no key {quoted(name)}{hint}")
        return near or "", False

    def refuse_marks(self, event: Any, path: str) -> None:
        """Note an anchor or a tag."""
        tag = (event.tag or "").replace("tag:yaml.org,2002:", "!!")
        for mark, kind in ((event.anchor and f"&{event.anchor}", "anchor"), (tag, "tag")):
            if mark:
                what = f"{quoted(mark)} is a YAML {kind}, which is not allowed: take it out, or put the value in quotes"
                self.note(event, path, what)

    def skip(self, event: Any, path: str, depth: int) -> None:
        """Pass over a whole node that begins with `event`; refuse to go on where it is nested too deep."""
        around = depth
        while True:
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                depth += 1
                if depth > DEEPEST_NESTING:
                    self.note(event, path, f"is nested deeper than {DEEPEST_NESTING} levels: truce reads no further")
                    raise UnusableError
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                depth -= 1
            if depth <= around:
                return
            event = self.next()


def outside_problems(name: str, content: bytes) -> list[Problem]:
    """What keeps a YAML file from being read at all: it is no text, or has line breaks of other kinds."""
    if problems := encoding_problems(name, content):
        return problems
    text = content.decode()
    if "<<<<<<< " in text and (conflicts := _conflicts(name, text)):
        return conflicts
    return character_problems(name, text) if any(each in text for each in _OTHER_BREAKS) else []


def _conflicts(name: str, text: str) -> list[Problem]:
    """What a merge, truce's or git's, left to be decided: a problem at the first mark of each."""
    what = "both sides of a merge changed this: keep one, and take out the lines that mark the two"
    lines = enumerate(text.split("\n"), 1)
    return [Problem(name, number, 1, "file", what) for number, line in lines if line.startswith("<<<<<<< ")]


def character_problems(name: str, text: str) -> list[Problem]:
    """The characters that a ledger file cannot have, up to the first so many."""
    found: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in _NO_CHARACTER.finditer(line):
            if len(found) == _MOST_CHARACTERS:
                return found
            kind, instead = ("control character", "take it out")
            if match[0] in _OTHER_BREAKS:
                kind, instead = ("line separator", "put an ordinary line break or a space in its place")
            what = f"holds the {kind} U+{ord(match[0]):04X}: {instead}"
            found.append(Problem(name, number, match.start() + 1, "file", what))
    return found


def yaml_problem(name: str, content: bytes, error: yaml.YAMLError, path: str) -> Problem:
    """What the YAML parser stopped at, with the place where a person must look."""
    problem, context = (str(getattr(error, part, None) or "") for part in ("problem", "context"))
    begun, found = (getattr(error, f"{part}_mark", None) for part in ("context", "problem"))
    said = f"{context} {problem}".replace("double-", "")
    at_begin, what = next((rest for words, *rest in _SENTENCES if words in said), (False, problem or str(error)))
    if "cannot start any token" in problem and found:
        what = _token_sentence(content, found.line, found.column)
    mark = begun if at_begin and begun else found or begun
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(name, line, column, path, f"is not YAML: {what}")


def _token_sentence(content: bytes, line: int, column: int) -> str:
    lines = content.decode().splitlines()
    rest = lines[line][column:] if line < len(lines) else ""
    if rest[:1] in ("@", "`", "%"):
        return f"a value cannot begin with {rest[0]}: put it in quotes"
    return "a tab stands where only spaces may: indent with spaces"
