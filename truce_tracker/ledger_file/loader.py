"""Ledger files -> the store: read, merged with what is there, resolved as one whole, written all or nothing.

The caller opens the transaction; nothing here begins, commits or opens a file. Rows go in by SQLAlchemy's bulk insert:
the reader has checked each value with its line, and the tables' CHECKs hold what it promised.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from truce_tracker.errors import LedgerProblems, Problem
from truce_tracker.ledger_file.claims import Claims
from truce_tracker.ledger_file.doubts import Doubts
from truce_tracker.ledger_file.format import LISTS, is_flat
from truce_tracker.ledger_file.read_store import Rows, stored_entries, stored_rows
from truce_tracker.ledger_file.reader import read_ledger
from truce_tracker.ledger_file.records import Entries, LedgerFile, Record
from truce_tracker.ledger_file.rows_found import References, Resolved, first_from_file, plain_rows
from truce_tracker.ledger_file.schedule import Schedule
from truce_tracker.ledger_file.write_store import Progress, Writer
from truce_tracker.model import table


@dataclass(slots=True)
class Counts:
    """How many records of a list a load brings: ids that are new, differ from the store's, or are as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Loaded:
    """What a load did, by list, and what it warns of."""

    counts: dict[str, Counts] = field(default_factory=lambda: {name: Counts() for name in LISTS})
    warnings: list[Problem] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)  # sources whose id was another's by now, old to new
    source: str | None = None  # the id of the source that the words of a draft went to


def load(
    connection: Connection,
    files: Sequence[tuple[str, bytes]],
    recorded: str,
    progress: Progress = lambda what, done, total: None,
    words: str | None = None,
) -> Loaded:
    """Load ledger files, (name, content) each, into the store behind an open transaction.

    `recorded` is the moment to note on every new row; `words` are those of the source that a draft brings.
    Raises LedgerProblems with every problem of every file; the caller must then roll back (nothing is written before
    all is checked).
    """
    with _no_garbage_collection():
        read = [_read(name, content, progress) for name, content in files]
        drafted = _drafted(read) if words is not None else None
        if drafted and words is not None:
            drafted.values["text"] = words
        loaded = _load(connection, read, recorded, progress)
        loaded.source = drafted.id if drafted else None
        return loaded


def _drafted(read: Sequence[LedgerFile]) -> Record | None:
    """The source that a draft brings: the one that it says is new, else its first."""
    sources = [
        *(each for found in read for each in found.new),
        *(each for found in read for each in found.records["sources"]),
    ]
    return next((source for source in sources if source.text("id")), None)


def _load(connection: Connection, read: Sequence[LedgerFile], recorded: str, progress: Progress) -> Loaded:
    rows = stored_rows(connection)
    entries = stored_entries(connection, rows)
    loaded = Loaded(renamed=_new_ids(connection, read, entries))
    texts = _stored_texts(connection, read)
    for source, text in texts.items():
        entries["sources"][source].values["text"] = text
    for found in read:
        _take_needed(found, entries)
        for list_name, records in found.records.items():
            _merge(entries[list_name], records, loaded.counts[list_name])
    progress("checking", 0, 1)
    incomplete = {name for found in read for name in found.incomplete}
    resolved = resolve(entries, rows, incomplete, [each for found in read for each in found.defaults.values()])
    anchored = _anchored(connection, entries, resolved)
    problems = [problem for found in read for problem in found.problems] + resolved.problems
    if problems:
        raise LedgerProblems(_in_order(dict.fromkeys(problems), [found.name for found in read]))
    loaded.warnings = resolved.warnings
    writer = Writer(connection, recorded, progress)
    writer.write(rows, resolved)
    writer.write_texts(texts, resolved)
    writer.write_anchors(anchored, resolved)
    return loaded


def resolve(
    entries: Entries, before: Rows, incomplete: Iterable[str] = (), defaults: Iterable[Record] = ()
) -> Resolved:
    """The rows that a ledger makes; where there are problems, the rows are not fit to be stored.

    It sees the whole ledger, stored and new, because a default or a first date may come from either. `before` is what
    the store holds: a phrase or a quantity that a file does not touch was read when it was stored, and is not read
    again. `incomplete` names the lists of which records may be missing, because they could not be read; `defaults` are
    what files say of all their records.
    """
    found = Resolved(loaded=first_from_file(entries))
    references = References(entries, found, incomplete, defaults)
    references.check()
    plain_rows(entries, found)
    schedule = Schedule(entries, references, found, before)
    schedule.fill()
    Claims(entries, references, schedule, found).fill()
    if not found.problems:
        Doubts(entries, references, schedule, found).warn()
    return found


def _read(name: str, content: bytes, progress: Progress) -> LedgerFile:
    lines = content.count(b"\n") + 1
    read = read_ledger
    if is_flat(name):
        from truce_tracker.ledger_file.flat.reading import read_flat as read
    return read(name, content, lambda line: progress(f"reading {name}", line, lines))


def _new_ids(connection: Connection, read: Sequence[LedgerFile], entries: Entries) -> dict[str, str]:
    """Give what files call new ids that are free, in the store and in the files before."""
    from truce_tracker.ledger_file.new_sources import give_ids

    columns = table("source_text").c
    renamed: dict[str, str] = {}
    earlier: dict[str, Record] = {}

    def source_of(identity: str) -> Record | None:
        stored = earlier.get(identity) or entries["sources"].get(identity)
        if stored is None or stored.file or stored.text("text"):
            return stored
        words = connection.execute(select(columns.text).where(columns.source == identity)).scalar()
        return replace(stored, values={**stored.values, **({"text": words} if words else {})})

    for found in read:
        if found.new:
            renamed |= give_ids(found, source_of, entries)
        earlier |= {source.id: source for source in found.records["sources"]}
    return renamed


def _stored_texts(connection: Connection, read: Sequence[LedgerFile]) -> dict[str, str]:
    """The stored words of those sources for which a file gives some."""
    columns = table("source_text").c
    given = {record.text("id") for found in read for record in found.records["sources"] if record.text("text")}
    found = (connection.execute(select(columns.source, columns.text).where(columns.source == each)) for each in given)
    return {source: text for result in found for source, text in result}


def _anchored(connection: Connection, entries: Entries, resolved: Resolved) -> list[str]:
    """Find the quotes in the texts, where there are texts. Gives the ids of the claims that were looked at."""
    columns = table("source_text").c
    stored = {source for (source,) in connection.execute(select(columns.source))}
    if not stored and not resolved.rows["source_text"]:
        return []
    from truce_tracker.ledger_file.anchoring import anchor_quotes

    def text_of(source: str) -> str | None:
        if source not in stored:
            return None
        return connection.execute(select(columns.text).where(columns.source == source)).scalar()

    anchors = table("anchor").c
    in_marks = connection.execute(select(anchors.claim).where(anchors.in_marks)).scalars().all()
    return anchor_quotes(entries, resolved, text_of, in_marks)


def _take_needed(found: LedgerFile, entries: Entries) -> None:
    """Take in the records of a file that are only proposed, but that another one refers to."""
    proposed = {(name, record.id): record for name, records in found.proposed.items() for record in records}
    wanted = [record for records in found.records.values() for record in records]
    while wanted and proposed:
        record = wanted.pop()
        for name, key in LISTS[record.list_name].items():
            ids = record.items(name) or [(record.text(name) or "").partition("@")[0]]
            lists = [key.refers_to] if key.refers_to else _MILESTONES.get(name, [])
            for list_name, identity in ((each, identity) for each in lists for identity in ids):
                needed = proposed.pop((list_name, identity), None)
                if needed and identity not in entries[list_name]:
                    found.records[list_name].append(needed)
                    wanted.append(needed)


# keys whose value may be a milestone's id -> the lists in which what it means can be
_MILESTONES = {"deadline": ["deadlines"], "of": ["commitments", "deadlines"]}


def _merge(stored: dict[str, Record], records: list[Record], counts: Counts) -> None:
    """Put a file's records in: each takes the whole place of the one that had its id, but for a source's words."""
    for record in records:
        before = record.before = stored.get(record.id)
        if before is not None and (words := before.text("text")) and record.list_name == "sources":
            record.values.setdefault("text", words)
        if before is None:
            counts.new += 1
        elif before.values == record.values:
            counts.unchanged += 1
        else:
            counts.changed += 1
        stored[record.id] = record


def _in_order(problems: Iterable[Problem], names: list[str]) -> list[Problem]:
    place = {name: number for number, name in enumerate(names)}
    return sorted(problems, key=lambda problem: (place.get(problem.file, -1), problem.line, problem.column))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Building many small objects takes twice as long while the collector looks through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
