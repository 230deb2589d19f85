"""Records -> csv or jsonl, a text for each list: byte-stable, and loading it gives the records back."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from typing import IO

from truce_tracker.ledger_file.flat.cells import guarded, joined
from truce_tracker.ledger_file.format import LISTS, NOT_KEPT, Shape
from truce_tracker.ledger_file.records import Record, Value

_NOT_ASCII = re.compile("[^\x20-\x7e]")
_WIDE_SPACE = "\u3000"


def write_csv(list_name: str, records: Iterable[Record], stream: IO[str]) -> None:
    """Write a line for each record under a line that names the keys; what is absent is empty."""
    names = _names(list_name)
    line = csv.writer(stream, lineterminator="\n").writerow
    line(names)
    for record in records:
        line([_cell(record.values.get(name)) for name in names])


def write_jsonl(list_name: str, records: Iterable[Record], stream: IO[str]) -> None:
    """Write an object a line, with the keys that the record has; a character that cannot be seen is escaped."""
    flags = {name for name, key in LISTS[list_name].items() if key.shape is Shape.FLAG}
    names = _names(list_name)
    for record in records:
        values = {name: record.values[name] for name in names if name in record.values}
        line = json.dumps({name: value == "true" if name in flags else value for name, value in values.items()},
                          ensure_ascii=False)  # fmt: skip
        stream.write(_NOT_ASCII.sub(_visible, line) + "\n")


def _names(list_name: str) -> list[str]:
    return [name for name in LISTS[list_name] if name not in NOT_KEPT]


def _cell(value: Value | None) -> str:
    return guarded(value if isinstance(value, str) else joined(value or []))


def _visible(found: re.Match[str]) -> str:
    char = found[0]
    return char if char.isprintable() or char == _WIDE_SPACE else json.dumps(char)[1:-1]
