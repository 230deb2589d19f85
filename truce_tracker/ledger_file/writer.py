"""Records -> YAML, byte-stable: the same ledger always gives the same text, and loading the text gives the ledger back.

Every value is written as plain text where another YAML reader would take it for text too, or for the date or the flag
that it is; otherwise quoted. Comments are not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import IO, Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from truce_tracker.ledger_file.format import FORMAT, LISTS, Shape
from truce_tracker.ledger_file.records import Entries, Record

_WIDTH = 110
_PLAIN_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")  # the reader refuses them as they are; double quotes escape them
_RESOLVER: Any = yaml.resolver.Resolver()


def write_ledger(entries: Entries, stream: IO[str], revision: str | None = None) -> None:
    """Write all records, list by list in order of entry, as a ledger file in format truce/2.

    `revision` says what the file was made from, so that a load knows what has changed since.
    """
    yaml.emit(_events(entries, revision), stream, Dumper=_Dumper, allow_unicode=True, width=_WIDTH)


def write_record(record: Record, width: int = _WIDTH) -> str:
    """One record as an item of its list."""
    events = [
        StreamStartEvent(),
        DocumentStartEvent(explicit=False),
        SequenceStartEvent(None, None, True, flow_style=False),
    ]
    events += [*_record_events(record), SequenceEndEvent(), DocumentEndEvent(explicit=False), StreamEndEvent()]
    return str(yaml.emit(events, Dumper=_Dumper, allow_unicode=True, width=width))


def _events(entries: Entries, revision: str | None) -> Iterator[Any]:
    yield StreamStartEvent()
    yield DocumentStartEvent(explicit=False)
    yield MappingStartEvent(None, None, True, flow_style=False)
    yield from (_scalar("format"), _scalar(FORMAT))
    if revision:
        yield from (_scalar("revision"), _scalar(revision))
    for name in LISTS:
        if records := entries[name].values():
            yield from (_scalar(name), SequenceStartEvent(None, None, True, flow_style=False))
            for record in records:
                yield from _record_events(record)
            yield SequenceEndEvent()
    yield from (MappingEndEvent(), DocumentEndEvent(explicit=False), StreamEndEvent())


def _record_events(record: Record) -> Iterator[Any]:
    """The YAML events of one record: a mapping, its keys in the order of the format, without defaults."""
    yield MappingStartEvent(None, None, True, flow_style=False)
    for name, key in LISTS[record.list_name].items():
        value = record.values.get(name)
        if value is None or value == key.default:
            continue
        yield _scalar(name)
        if key.shape is Shape.FLAG:
            yield ScalarEvent(None, None, (True, True), str(value), style="")
        elif isinstance(value, str):
            yield _scalar(value)
        else:
            yield from _list_events(value)
    yield MappingEndEvent()


def _list_events(values: Iterable[str]) -> Iterator[Any]:
    yield SequenceStartEvent(None, None, True, flow_style=True)
    yield from (_scalar(value) for value in values)
    yield SequenceEndEvent()


def _scalar(text: str) -> ScalarEvent:
    return ScalarEvent(None, None, (True, True), text, style=_style(text))


def _style(text: str) -> str:
    """The plainest style that holds a text; where that cannot, the emitter takes another."""
    if _OTHER_BREAKS.search(text):
        return '"'
    if "\n" in text:
        return "|"
    return "" if _is_plain(text) else "'"


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    return _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) in _PLAIN_TAGS
