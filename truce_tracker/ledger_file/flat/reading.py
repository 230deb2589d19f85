"""A csv or jsonl file -> records that know their line, as strictly as a YAML file is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import Any

from truce_tracker.errors import Problem, UnreadableValue, did_you_mean, nearest, quoted
from truce_tracker.ledger_file.flat.cells import Cell, UnusableError, cells, split, unguarded
from truce_tracker.ledger_file.flat.objects import Entry, Places, entries_of, quick_values
from truce_tracker.ledger_file.format import LISTS, Key
from truce_tracker.ledger_file.records import Intake, LedgerFile, Place, Record, encoding_problems, place_of
from truce_tracker.ledger_file.values import read_value, refuse_controls

Progress = Callable[[int], object]  # told the line reached


def read_flat(name: str, content: bytes, progress: Progress = lambda line: None) -> LedgerFile:
    """Read a file that is named after its list (``claims.csv``). Never raises for what is in it: see `problems`."""
    found = LedgerFile(name, problems=encoding_problems(name, content))
    list_name = PurePath(name).stem.lower()
    if list_name not in LISTS:
        hint = did_you_mean(list_name, LISTS) or f": it is one of {', '.join(LISTS)}"
        found.problems.append(Problem(name, 1, 1, "file", f"must be named after its list{hint}"))
    if found.problems:
        found.incomplete.update(LISTS)
        return found
    text = content.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    reader = _Reader(found, list_name, progress)
    (reader.read_csv if name.lower().endswith(".csv") else reader.read_jsonl)(text)
    reader.intake.finish()
    return found


class _Reader:
    """Fills a LedgerFile with the records of one list."""

    def __init__(self, found: LedgerFile, list_name: str, progress: Progress) -> None:
        self.found = found
        self.list_name = list_name
        self.keys = LISTS[list_name]
        self.intake = Intake(found)
        self.progress = progress
        self.number = 0

    def read_csv(self, text: str) -> None:
        try:
            lines = cells(text)
            columns = self._columns(next(lines, []))
            for line in lines:
                since = len(self.found.problems)
                self._refuse_surplus(line, len(columns))
                self._read_record(_entries(line, columns), line[0][1], since)
        except UnusableError as error:
            self._lose(error, f"{self.list_name}[{self.number + 1}]")

    def read_jsonl(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if not line.strip():
                continue
            since = len(self.found.problems)
            values = quick_values(line)
            if values is not None and values.keys() <= self.keys.keys():
                self._read_values(values, Places(line, number), place_of(number, 0), since)
                continue
            try:
                entries = entries_of(line, number)
            except UnusableError as error:
                self._lose(error, f"{self.list_name}[{self.number + 1}]")
            else:
                self._read_record(self._known(entries), place_of(number, 0), since)

    def _columns(self, heading: list[Cell]) -> list[str | None]:
        """The key of each column; None where there is no such key, so that the column is passed over."""
        known = {name for name, *_ in self._known((name.strip(), place, "", place) for name, place in heading if name)}
        if heading and "id" not in known:
            self._note(heading[0][1], "file", "the first line must name the columns, with id among them")
        return [name.strip() if name.strip() in known else None for name, _ in heading]

    def _known(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries whose key there is, once each; the others are noted."""
        found: dict[str, Entry] = {}
        for entry in entries:
            name, place = entry[:2]
            path = f"{self.list_name}[{self.number + 1}]"
            if name in found:
                self._note(place, path, f"the key {quoted(name)} is written twice: keep one")
            elif name in self.keys:
                found[name] = entry
            else:
                near = nearest(name, self.keys)
                hint = f" (did you mean {near}?)" if near else f": it can be {', '.join(self.keys)}"
                self._note(place, path, f"there is no key {quoted(name)}{hint}")
        return list(found.values())

    def _read_record(self, entries: Iterable[Entry], start: Place, since: int) -> None:
        self.number += 1
        record = Record(self.list_name, {}, {}, start, self.found.name, self.number)
        for name, _, value, place in entries:
            if value is not None:
                record.places[name] = place
                self._read_entry(record, name, value)
        self._take(record, since)

    def _read_values(self, values: dict[str, Any], places: Places, start: Place, since: int) -> None:
        self.number += 1
        given = {name: value for name, value in values.items() if value is not None}
        places.update(dict.fromkeys(given, start))
        record = Record(self.list_name, {}, places, start, self.found.name, self.number)
        for name, value in given.items():
            self._read_entry(record, name, value)
        self._take(record, since)

    def _take(self, record: Record, since: int) -> None:
        self.intake.take(record, f"{self.list_name}[{self.number}]", since)
        if self.number % 500 == 0:
            self.progress(record.start >> 32)

    def _read_entry(self, record: Record, name: str, value: Any) -> None:
        key = self.keys[name]
        try:
            if key.is_list:
                if items := _items(value, key):
                    record.values[name] = items
                elif key.required:
                    raise UnreadableValue("is an empty list: name at least one")
            else:
                record.values[name] = _text(unguarded(value) if isinstance(value, _Csv) else value, key)
        except UnreadableValue as error:
            self._note(record.place(name), f"{self.list_name}[{self.number}].{name}", str(error))

    def _refuse_surplus(self, line: list[Cell], columns: int) -> None:
        for value, place in line[columns:]:
            if value:
                path = f"{self.list_name}[{self.number + 1}]"
                self._note(place, path, f"{quoted(value)} stands in no column: is there a comma too many before it?")

    def _note(self, place: Place, path: str, what: str) -> None:
        self.found.problems.append(Problem(self.found.name, (place >> 32) + 1, (place & 0xFFFFFFFF) + 1, path, what))

    def _lose(self, error: UnusableError, path: str) -> None:
        self.found.incomplete.add(self.list_name)
        self._note(error.place, path, str(error))


class _Csv(str):
    """A value that comes from a cell: it may be guarded, and a list is joined in it."""

    __slots__ = ()


def _entries(line: list[Cell], columns: list[str | None]) -> Iterator[Entry]:
    """The cells of a line that hold something."""
    for (value, place), name in zip(line, columns, strict=False):
        if value and name:
            yield name, place, _Csv(value), place


def _items(value: Any, key: Key) -> list[str]:
    if isinstance(value, _Csv):
        try:
            value = split(unguarded(value))
        except ValueError as error:
            raise UnreadableValue(f"begins as a JSON array and is none: {error}; or part the items by ;") from error
    if key.may_be_one and isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        raise UnreadableValue("is one value where a list, such as [one, two], belongs")
    items = [_text(item, key) for item in value]
    if twice := next((item for place, item in enumerate(items) if item in items[:place]), None):
        raise UnreadableValue(f"{quoted(twice)} is in the list twice: keep one")
    return items


def _text(value: Any, key: Key) -> str:
    if isinstance(value, bool):
        value = str(value).lower()
    if not isinstance(value, str):
        raise UnreadableValue("is a list or an object where one value belongs")
    refuse_controls(value)
    return read_value(value, key)
