"""YAML text -> records that know their line. Strict; collects every Problem; knows no other file and no store."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from truce_tracker.errors import UnreadableValue, quoted
from truce_tracker.ledger_file.format import FORMAT, FORMATS, LISTS, NOT_KEPT, SINGULAR, Key
from truce_tracker.ledger_file.nodes import (
    Nodes,
    UnusableError,
    character_problems,
    is_absent,
    outside_problems,
    yaml_problem,
)
from truce_tracker.ledger_file.records import Intake, LedgerFile, Place, Record, place_of
from truce_tracker.ledger_file.values import read_value, refuse_controls

_TOP = (*LISTS, "format", "revision", "defaults")
_REVISION = re.compile("[0-9a-f]{16}")
_DEFAULTS = {
    list_name: {name: key for name, key in keys.items() if name not in ("id", *NOT_KEPT)}
    for list_name, keys in LISTS.items()
}

Progress = Callable[[int], object]  # told the line reached


def read_ledger(name: str, content: bytes, progress: Progress = lambda line: None) -> LedgerFile:
    """Read a ledger file. Never raises for what is in it: see `problems`."""
    found = LedgerFile(name, problems=outside_problems(name, content))
    if found.problems:
        found.incomplete.update(LISTS)
        return found
    content = content.removeprefix(codecs.BOM_UTF8)
    reader = _Reader(found, progress)
    try:
        try:
            reader.read(content)
        finally:
            reader.intake.finish()
    except UnusableError:
        found.incomplete.update(LISTS)
    except yaml.reader.ReaderError:
        found.problems += character_problems(name, content.decode())
        found.incomplete.update(LISTS)
    except yaml.YAMLError as error:
        problem = yaml_problem(name, content, error, reader.path)
        before = [each for each in found.problems if each.line < problem.line - 1]  # nearer ones may follow from it
        found.problems = [*before, problem]
        found.incomplete.update(LISTS)
    return found


class _Reader:
    """Fills a LedgerFile. `path` tells which part is being read, as problems name it."""

    def __init__(self, found: LedgerFile, progress: Progress) -> None:
        self.found = found
        self.progress = progress
        self.path = "file"
        self.intake = Intake(found)

    def read(self, content: bytes) -> None:
        self.nodes = Nodes(self.found.name, content, self.found.problems)
        self.next = self.nodes.next
        if (event := self.nodes.first()) is None:
            return
        if is_absent(event):
            pass
        elif self.nodes.begins(MappingStartEvent, event, "file", "a mapping of lists, such as `claims:`,", 0):
            self._read_document()
        self.nodes.end()

    def _read_document(self) -> None:
        keys: set[str] = set()
        while not isinstance(event := self.next(), MappingEndEvent):
            name, readable = self.nodes.key(event, "file", keys, _TOP, 1)
            value = self.next()
            if not readable:
                self.found.incomplete.add(name)
                self.nodes.skip(value, "file", 1)
                continue
            keys.add(name)
            if name == "format":
                self._read_format(value)
            elif name == "revision":
                self._read_revision(value)
            elif name == "defaults":
                self._read_defaults(value)
            else:
                self._read_list(name, value)

    def _read_format(self, event: Any) -> None:
        if self.nodes.begins(ScalarEvent, event, "format", FORMAT, 1) and event.value not in FORMATS:
            what = f"{quoted(event.value)} is no format that this truce reads: write {FORMAT}"
            self.nodes.note(event, "format", what)
            raise UnusableError

    def _read_revision(self, event: Any) -> None:
        """Keep what the file was made from; an export of truce says it."""
        if not is_absent(event) and self.nodes.begins(ScalarEvent, event, "revision", "a revision", 1):
            if _REVISION.fullmatch(event.value):
                self.found.revision = event.value
            else:
                what = f"{quoted(event.value)} is no revision, 16 digits and letters from a to f: leave the line out"
                self.nodes.note(event, "revision", what)

    def _read_defaults(self, event: Any) -> None:
        meant = "a mapping of lists, such as {sources: {language: en}},"
        if is_absent(event) or not self.nodes.begins(MappingStartEvent, event, "defaults", meant, 1):
            return
        seen: set[str] = set()
        while not isinstance(event := self.next(), MappingEndEvent):
            name, readable = self.nodes.key(event, "defaults", seen, LISTS, 2)
            value = self.next()
            seen.add(name)
            self.path = f"defaults.{name}"
            if not readable:
                self.nodes.skip(value, "defaults", 2)
            elif not is_absent(value) and self.nodes.begins(
                MappingStartEvent, value, self.path, "a mapping of keys, such as {language: en},", 2
            ):
                defaults = Record(
                    name, {}, {}, place_of(value.start_mark.line, value.start_mark.column), self.found.name
                )
                self._read_keys(defaults, _DEFAULTS[name])
                self.intake.note_defaults(defaults)
        self.path = "file"

    def _read_list(self, name: str, event: Any) -> None:
        if is_absent(event):
            return
        if not self.nodes.begins(SequenceStartEvent, event, name, f"a list of {name}", 1):
            self.found.incomplete.add(name)
            return
        number = 0
        while not isinstance(event := self.next(), SequenceEndEvent):
            number += 1
            self.path = f"{name}[{number}]"
            if self.nodes.begins(MappingStartEvent, event, self.path, f"a {SINGULAR[name]} with its keys", 2):
                self._read_record(name, number, event.start_mark)
                if number % 500 == 0:
                    self.progress(event.start_mark.line)
            else:
                self.found.incomplete.add(name)
            self.path = name
        self.path = "file"

    def _read_record(self, list_name: str, number: int, mark: Any) -> None:
        record = Record(list_name, {}, {}, place_of(mark.line, mark.column), self.found.name, number)
        problems = len(self.found.problems)
        self._read_keys(record, LISTS[list_name])
        self.intake.take(record, self.path, problems)

    def _read_keys(self, record: Record, keys: dict[str, Key]) -> None:
        seen: set[str] = set()
        next_event = self.next
        while (event := next_event()).__class__ is not MappingEndEvent:
            name = event.value if event.__class__ is ScalarEvent else None
            if name not in keys or name in seen or event.anchor or event.tag:
                name, readable = self.nodes.key(event, self.path, seen, keys, 3)
                if not readable:  # where another key was meant, that one is not missing too
                    record.places.setdefault(name, place_of(event.start_mark.line, event.start_mark.column))
                    self.nodes.skip(next_event(), self.path, 3)
                    continue
            seen.add(name)
            self._read_entry(record, name, keys[name], next_event())

    def _read_entry(self, record: Record, name: str, key: Key, event: Any) -> None:
        """Keep a value and its place; of a value that cannot be used only the place."""
        if is_absent(event):
            record.absent = (*record.absent, name)
            return
        record.places[name] = place_of(event.start_mark.line, event.start_mark.column)
        if not key.is_list:
            if (text := self._read_scalar(event, name, key, 3)) is not None:
                record.values[name] = text
        elif key.may_be_one and event.__class__ is ScalarEvent:
            if (text := self._read_scalar(event, name, key, 3)) is not None:
                record.values[name] = [text]
        elif self.nodes.begins(SequenceStartEvent, event, f"{self.path}.{name}", "a list, such as [one, two],", 3):
            texts, places = self._read_items(name, key, event)
            if texts:
                record.values[name] = texts
                record.places[name] = places

    def _read_items(self, name: str, key: Key, start: Any) -> tuple[list[str], list[Place]]:
        texts: dict[str, Place] = {}
        number = 0
        while (event := self.next()).__class__ is not SequenceEndEvent:
            number += 1
            text = self._read_scalar(event, name, key, 4)
            if text is None:
                continue
            if text in texts:
                self.nodes.note(event, f"{self.path}.{name}", f"{quoted(text)} is in the list twice: keep one")
                continue
            texts[text] = place_of(event.start_mark.line, event.start_mark.column)
        if not number and key.required:
            self.nodes.note(start, f"{self.path}.{name}", "is an empty list: name at least one")
        return list(texts), list(texts.values())

    def _read_scalar(self, event: Any, name: str, key: Key, depth: int) -> str | None:
        is_plain = event.__class__ is ScalarEvent and not event.anchor and not event.tag
        if not is_plain and not self.nodes.begins(ScalarEvent, event, f"{self.path}.{name}", "one value", depth):
            return None
        text: str = event.value
        try:
            if event.style == '"' or not text.isascii():
                refuse_controls(text)
            return read_value(text, key)
        except UnreadableValue as error:
            self.nodes.note(event, f"{self.path}.{name}", str(error))
            return None
