"""What is wrong with a ledger, or may be: records that changed without truce, and what was worked out from them; what
nobody refers to; what looks like one thing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations, groupby
from typing import Any

from truce_tracker.alike import sample
from truce_tracker.dates import read_date
from truce_tracker.ledger_file import history
from truce_tracker.ledger_file.amending import resolve
from truce_tracker.ledger_file.anchoring import anchor_quotes
from truce_tracker.ledger_file.format import LISTS, SINGULAR
from truce_tracker.ledger_file.history import Written
from truce_tracker.ledger_file.read_store import CHILDREN, Rows, stored_children, stored_entries, stored_rows
from truce_tracker.ledger_file.records import REREAD, Entries, Record
from truce_tracker.rows.log import said
from truce_tracker.store import Connection, named_rows

_ALIKE = 0.8  # of the letters of two names, of one party; as did-you-mean has it
_SAME_WORDS = 0.6  # of the words of two quotes
_FEWEST_WORDS = 4  # that they share
_DAYS_APART = 3
_SHOWN = 5  # ids that one finding names
_WORD = re.compile(r"\w+")
_OF_THEIR_OWN = ("entry", "recorded")  # columns that follow from no record
_MANY = 2_000  # records of one kind, beyond which they are not held against each other


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong (`is_wrong`), or that a person should look at; `do` is what to type."""

    what: str
    do: str
    is_wrong: bool = False


def findings(connection: Connection) -> Iterator[Finding]:
    """Everything that is found in a ledger; `connection` is only read from."""
    rows = stored_rows(connection)
    entries = stored_entries(connection, rows, texts=True)
    if history.last_operation(connection):
        yield from _history(connection)
        yield from _changed_without_truce(connection, entries)
    yield from _worked_out(connection, rows, entries)
    yield from _unused(entries)
    yield from _without_commitment(entries)
    yield from _look_alike(entries)
    yield from _told_twice(entries)


def _history(connection: Connection) -> Iterator[Finding]:
    """Operations whose digest is not what they and the history before them say."""
    changes = connection.execute("SELECT * FROM change ORDER BY operation, rowid")
    by_operation = {number: [row[1:] for row in group] for number, group in groupby(changes, key=lambda row: row[0])}
    before: str | None = None
    for row in named_rows(connection.execute("SELECT * FROM operation ORDER BY number")):
        written = Written(*(row[name] for name in Written._fields))
        digest = history.chained(before, written, by_operation.pop(written.number, []))
        if digest != row["digest"]:
            what = f"the history of command {written.number} (`{written.command}`) was changed without truce"
            yield Finding(what, "truce restore COPY", is_wrong=True)
        before = row["digest"]
    if by_operation:
        yield Finding("the history holds changes of no command", "truce restore COPY", is_wrong=True)


def _changed_without_truce(connection: Connection, entries: Entries) -> Iterator[Finding]:
    """Records that are not what the last command that changed them left."""
    query = "SELECT list, id, digest FROM change ORDER BY operation"
    last = {(name, identity): digest for name, identity, digest in connection.execute(query)}
    present = {
        (name, each.id): history.digest_of(name, each.values) for name in entries for each in entries[name].values()
    }
    for key in sorted({*last, *present}):
        if last.get(key) != present.get(key):
            name = f"{SINGULAR.get(key[0], key[0])} {key[1]}"
            what = "is gone, and no command removed it" if key not in present else "was changed without truce"
            yield Finding(f"{name} {what}", f"truce log {key[1]}", is_wrong=True)


def _worked_out(connection: Connection, rows: Rows, entries: Entries) -> Iterator[Finding]:
    """Rows that are not what this truce works out from their records."""
    for records in entries.values():
        for record in records.values():
            record.file = REREAD  # so that it is read again
    resolved = resolve(entries, rows)
    for problem in resolved.problems:
        yield Finding(f"{problem.path}: {problem.what}", f"truce edit {_id_in(problem.path)}", is_wrong=True)
    if resolved.problems:
        return
    anchor_quotes(entries, resolved, lambda source: entries["sources"][source].text("text"), ())
    for name, singular in {**SINGULAR, "milestones": "milestone"}.items():
        after = {row["id"]: row for row in resolved.rows[singular]}
        for identity in sorted({*rows[singular], *after}):
            yield from _differing(singular, identity, rows[singular].get(identity), after.get(identity), name)
    for child in CHILDREN:
        stored = stored_children(connection, child)
        wanted = {identity: items for identity, items in resolved.children[child].items() if items}
        for identity in sorted({*stored, *wanted}):
            if stored.get(identity, []) != wanted.get(identity, []):
                yield Finding(f"{CHILDREN[child][0]} {identity}: its {child} is out of step", _REREAD, is_wrong=True)
    yield from _texts(connection, resolved.rows["source_text"], resolved.rows["anchor"])


def _differing(
    singular: str, identity: str, stored: dict[str, Any] | None, worked_out: dict[str, Any] | None, name: str
) -> Iterator[Finding]:
    if stored is None or worked_out is None:
        yield Finding(f"{singular} {identity} is in step with no {name}", _REREAD, is_wrong=True)
        return
    for column, value in worked_out.items():
        if column not in _OF_THEIR_OWN and stored[column] != value:
            what = f"its {column} is {said(_text(stored[column]))}, and reads as {said(_text(value))}"
            yield Finding(f"{singular} {identity}: {what}", _REREAD, is_wrong=True)


def _texts(connection: Connection, texts: list[dict[str, Any]], anchors: list[dict[str, Any]]) -> Iterator[Finding]:
    for name, key, wanted in (("source_text", "source", texts), ("anchor", "claim", anchors)):
        stored = {row[key]: row for row in named_rows(connection.execute(f"SELECT * FROM {name}"))}
        after = {row[key]: row for row in wanted}
        for identity in sorted({*stored, *after}):
            left, right = stored.get(identity, {}), after.get(identity, {})
            if not left or not right or any(left[column] != value for column, value in right.items()):
                yield Finding(f"the {name} of {identity} is out of step", _REREAD, is_wrong=True)
    kept = set(connection.execute("SELECT source, run FROM sample"))
    made = {(row["source"], run) for row in texts for run in sample(row["text"])}
    for source in sorted({source for source, _ in kept ^ made}):
        yield Finding(f"the sample of the text of {source} is out of step", _REREAD, is_wrong=True)


_REREAD = "truce export -o all.yaml, then truce load all.yaml"


def _text(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, list)) else str(value)


def _id_in(path: str) -> str:
    return path.partition("[")[2].partition("]")[0] or path


def _unused(entries: Entries) -> Iterator[Finding]:
    """Parties, speakers, topics and sources to which nothing refers."""
    used: dict[str, set[str]] = {name: set() for name in LISTS}
    for name, keys in LISTS.items():
        for key, kind in keys.items():
            if kind.refers_to:
                for record in entries[name].values():
                    used[kind.refers_to].update(record.items(key) or [record.text(key) or ""])
    for name in ("parties", "speakers", "topics", "sources"):
        for identity in entries[name].keys() - used[name]:
            singular = SINGULAR[name]
            yield Finding(f"nothing refers to {singular} {identity}", f"truce remove {identity} --kind {singular}")


def _without_commitment(entries: Entries) -> Iterator[Finding]:
    alone = [
        claim.id
        for claim in entries["claims"].values()
        if not claim.text("commitment") and not claim.items("commitments")
    ]
    if alone:
        shown = ", ".join(alone[:_SHOWN]) + (f" and {len(alone) - _SHOWN} more" if len(alone) > _SHOWN else "")
        verb = "claim is" if len(alone) == 1 else "claims are"
        what = f"{len(alone)} {verb} on a topic alone, and count for no commitment: {shown}"
        yield Finding(what, f"truce edit {alone[0]}")


def _look_alike(entries: Entries) -> Iterator[Finding]:
    """Speakers of one party, and commitments on one topic, whose names are nearly the same."""
    for name, together, called in (("speakers", "party", "name"), ("commitments", "topic", "summary")):
        records = [record for record in entries[name].values() if record.text(called)]
        if len(records) > _MANY:
            continue
        for one, other in combinations(records, 2):
            if one.text(together) == other.text(together) and _are_alike(one, other, called):
                what = f"{name} {one.id} and {other.id} look like one: {one.text(called)!r}, {other.text(called)!r}"
                yield Finding(what, f"truce merge-ids {other.id} {one.id}")


def _are_alike(one: Record, other: Record, called: str) -> bool:
    left, right = (str(each.text(called)).casefold() for each in (one, other))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _told_twice(entries: Entries) -> Iterator[Finding]:
    """Claims of one speaker from two sources with nearly the same words, dated some days apart: they count as two
    statements, where one day would make them one."""
    days: dict[str, date] = {}
    by_speaker: dict[str, list[Record]] = {}
    for claim in entries["claims"].values():
        source = entries["sources"][str(claim.text("source"))]
        said = claim.text("said") or source.text("published")
        if said and claim.text("quote") and (speaker := claim.text("speaker")):
            days[claim.id] = read_date(said).first
            by_speaker.setdefault(speaker, []).append(claim)
    for claims in by_speaker.values():
        claims.sort(key=lambda claim: days[claim.id])
        for place, one in enumerate(claims):
            for other in claims[place + 1 :]:
                apart = (days[other.id] - days[one.id]).days
                if apart > _DAYS_APART:
                    break
                linked = one.id == other.text("retells") or other.id == one.text("retells")
                if apart and not linked and one.text("source") != other.text("source") and _share(one, other):
                    what = f"claims {one.id} and {other.id} have nearly the same words, {apart} days apart"
                    yield Finding(what, f"truce edit {other.id}, to add `retells: {one.id}` where it is one statement")


def _share(one: Record, other: Record) -> bool:
    left, right = (set(_WORD.findall(str(each.text("quote")).casefold())) for each in (one, other))
    return len(left & right) >= max(_SAME_WORDS * len(left | right), _FEWEST_WORDS)
