"""Ledger files -> an amendment of the ledger: read, merged with what is there, held against the whole of it.

The caller opens the transaction; nothing here begins, commits or opens a file.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from truce_tracker.errors import Problem
from truce_tracker.ledger_file.amending import MILESTONES, Amendment, refuse
from truce_tracker.ledger_file.format import LISTS, is_flat
from truce_tracker.ledger_file.history import Act, Changed
from truce_tracker.ledger_file.reader import read_ledger
from truce_tracker.ledger_file.records import Entries, LedgerFile, Record, lacking
from truce_tracker.ledger_file.taking import Side, Taking
from truce_tracker.ledger_file.write_store import Progress
from truce_tracker.store import Connection


@dataclass(slots=True)
class Counts:
    """How many records of a list a load brings: ids that are new, differ from the store's, or are as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Loaded:
    """What a load does, by list, what it warns of, and the amendment of the ledger that it is."""

    amendment: Amendment
    counts: dict[str, Counts] = field(default_factory=lambda: {name: Counts() for name in LISTS})
    renamed: dict[str, str] = field(default_factory=dict)  # sources whose id was another's by now, old to new
    kept: list[str] = field(default_factory=list)  # records that are newer here than in the file, and stay
    source: str | None = None  # the id of the source that the words of a draft go to

    @property
    def warnings(self) -> list[Problem]:
        """What is doubtful, but stops nothing."""
        return self.amendment.warnings

    @property
    def changed(self) -> list[Changed]:
        """The stored records that it changes."""
        return [each for each in self.amendment.changes.values() if each.before is not None and each.keys]


def load(connection: Connection, files: Sequence[tuple[str, bytes]], act: Act) -> Loaded:
    """Load ledger files, (name, content) each, into the store behind an open transaction.

    Raises LedgerProblems with every problem of every file; nothing is written then.
    """
    with _no_garbage_collection():
        loaded = prepare(Amendment(connection), files)
        loaded.amendment.write(connection, act)
        return loaded


def prepare(
    amendment: Amendment,
    files: Sequence[tuple[str, bytes]],
    progress: Progress = lambda what, done, total: None,
    words: str | None = None,
    side: Side | None = None,
) -> Loaded:
    """Read ledger files, (name, content) each, into an amendment, and check it; nothing is written.

    `words` are those of the source that a draft brings. `side` is whose value holds where a file was exported before
    the ledger changed, and both changed one thing. Raises LedgerProblems with every problem of every file.
    """
    read = [_read(name, content, progress) for name, content in files]
    amendment.window.expect(sum(len(records) for found in read for records in found.records.values()))
    drafted = _drafted(read) if words is not None else None
    if drafted and words is not None:
        drafted.values["text"] = words
    loaded = Loaded(amendment, renamed=_new_ids(read, amendment))
    problems = [problem for found in read for problem in found.problems]
    for found in read:
        problems += _take_needed(found, amendment.entries)
        taking = Taking(amendment, found.revision, side)
        for list_name, records in found.records.items():
            for record in records:
                _take(taking, record, loaded.counts[list_name])
        problems += taking.problems
        loaded.kept += taking.kept
        for proposer, identities in found.proposers.items():
            amendment.proposers.setdefault(proposer, []).extend(identities)
    progress("checking", 0, 1)
    incomplete = {name for found in read for name in found.incomplete}
    defaults = [each for found in read for each in found.defaults.values()]
    refuse(amendment.check(problems, incomplete, defaults), [found.name for found in read])
    loaded.source = drafted.id if drafted else None
    return loaded


def _take(taking: Taking, record: Record, counts: Counts) -> None:
    """Put a file's record in: it takes the whole place of the one that had its id, but for a source's words."""
    taken = taking.take(record)
    if taken and record.before is None:
        counts.new += 1
    elif taken and record.before and record.before.values != record.values:
        counts.changed += 1
    else:
        counts.unchanged += 1


def _drafted(read: Sequence[LedgerFile]) -> Record | None:
    """The source that a draft brings: the one that it says is new, else its first."""
    sources = [
        *(each for found in read for each in found.new),
        *(each for found in read for each in found.records["sources"]),
    ]
    return next((source for source in sources if source.text("id")), None)


def _read(name: str, content: bytes, progress: Progress) -> LedgerFile:
    lines = content.count(b"\n") + 1
    read = read_ledger
    if is_flat(name):
        from truce_tracker.ledger_file.flat.reading import read_flat as read
    return read(name, content, lambda line: progress(f"reading {name}", line, lines))


def _new_ids(read: Sequence[LedgerFile], amendment: Amendment) -> dict[str, str]:
    """Give what files call new ids that are free, in the store and in the files before."""
    from truce_tracker.ledger_file.new_sources import give_ids

    renamed: dict[str, str] = {}
    earlier: dict[str, Record] = {}

    def source_of(identity: str) -> Record | None:
        return earlier.get(identity) or amendment.record("sources", identity)

    for found in read:
        if found.new:
            renamed |= give_ids(found, source_of, amendment.entries)
        earlier |= {source.id: source for source in found.records["sources"]}
    return renamed


def _take_needed(found: LedgerFile, entries: Entries) -> list[Problem]:
    """Take in the records of a file that are only proposed, but that another one refers to; gives what these lack."""
    problems: list[Problem] = []
    proposed = {(name, record.id): record for name, records in found.proposed.items() for record in records}
    wanted = [record for records in found.records.values() for record in records]
    while wanted and proposed:
        record = wanted.pop()
        for name, key in LISTS[record.list_name].items():
            ids = record.items(name) or [(record.text(name) or "").partition("@")[0]]
            lists = [key.refers_to] if key.refers_to else MILESTONES.get(name, [])
            for list_name, identity in ((each, identity) for each in lists for identity in ids):
                needed = proposed.pop((list_name, identity), None)
                if needed and identity not in entries[list_name]:
                    found.records[list_name].append(needed)
                    wanted.append(needed)
                    problems += lacking(needed)
    return problems


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
