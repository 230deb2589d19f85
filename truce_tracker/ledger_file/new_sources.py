"""What a file calls new must be new when it is recorded: a source whose id is another's by now gets one of its own.

An id is chosen when a draft is made; until the draft is loaded, somebody else may have taken it. Looked at within the
transaction, so that nobody can in between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count

from truce_tracker.ledger_file.format import LISTS
from truce_tracker.ledger_file.records import Entries, LedgerFile, Record

_TOLD = ("outlet", "title", "published", "url")
Find = Callable[[str], Record | None]  # the source that has an id already, with its words


def give_ids(found: LedgerFile, source_of: Find, entries: Entries) -> dict[str, str]:
    """Give each new source of a file an id that is free, or that it has already; claims of it, too.

    What refers to them in the file follows. Gives the ids of sources that changed, old to new.
    """
    renamed: dict[str, str] = {}
    for source in (source for source in found.new if source.text("id")):
        before = source.id
        after = next(each for each in candidates(before) if _is_free(source, source_of(each)))
        if after != before:
            renamed[before] = after
            source.values["id"] = after
        _follow(found, "sources", {before: after})
        _follow(found, "claims", _claims_renamed(found, before, after, entries["claims"]))
    return renamed


def candidates(identity: str) -> Iterator[str]:
    """The id itself, then the same with a number behind; the next version for one of a version."""
    yield identity
    if version := re.fullmatch(r"(.+\.v)([0-9]+)", identity):
        yield from (f"{version[1]}{number}" for number in count(int(version[2]) + 1))
    numbered = re.fullmatch(r"(.+-[0-9]{4}(?:-[0-9]{2}){2})-([0-9]+)", identity)
    base, first = (numbered[1], int(numbered[2]) + 1) if numbered else (identity, 2)
    yield from (f"{base}-{number}" for number in count(first))


def _is_free(source: Record, stored: Record | None) -> bool:
    """Whether nothing has the id, or this same article: then it is no other."""
    if stored is None:
        return True
    words, others = source.text("text"), stored.text("text")
    if words and others:
        return words.split() == others.split()
    return all(source.text(key) == stored.text(key) for key in _TOLD)


def _claims_renamed(found: LedgerFile, before: str, after: str, stored: dict[str, Record]) -> dict[str, str]:
    """New ids for claims of a source whose ids are named after the one it had, or are those of another's claims."""
    renamed = {}
    claims = [record for record in _records(found) if record.list_name == "claims" and record.text("source") == after]
    taken = {record.text("id") for record in claims}
    for claim in (claim for claim in claims if claim.text("id")):
        identity = claim.id
        wanted = f"{after}{identity[len(before) :]}" if identity.startswith(f"{before}-") else identity
        if wanted in stored and stored[wanted].text("source") != after:
            wanted = next(
                each for number in count(1) if (each := f"{after}-{number}") not in taken and each not in stored
            )
        if wanted != identity:
            renamed[identity] = wanted
            taken.add(wanted)
            claim.values["id"] = wanted
    return renamed


def _follow(found: LedgerFile, list_name: str, renamed: dict[str, str]) -> None:
    """Have every reference in the file say the new ids."""
    for record in (*_records(found), *found.defaults.values()):
        for key, value in record.values.items():
            if LISTS[record.list_name][key].refers_to != list_name:
                continue
            if isinstance(value, str):
                record.values[key] = renamed.get(value, value)
            else:
                record.values[key] = [renamed.get(each, each) for each in value]


def _records(found: LedgerFile) -> list[Record]:
    return [record for lists in (found.records, found.proposed) for records in lists.values() for record in records]
