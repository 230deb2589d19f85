"""The nodes of one YAML file, as the parser's events come: the right kind of node, or a Problem and the node skipped.

It works on events, which carry line and column: twice as fast as building the document first, and the only place where
an alias, a tag or a key written twice can still be seen. It knows nothing of ledgers.
"""

from __future__ import annotations

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

DEEPEST_NESTING = 20
_ABSENT = ("", "~", "null", "Null", "NULL")
_KINDS = {MappingStartEvent: "a mapping", SequenceStartEvent: "a list", ScalarEvent: "a single value"}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        hint = f" (did you mean {near}?)" if near else f": it can be {', '.join(known)}"
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
