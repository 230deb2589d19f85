"""Two changed copies of a ledger file, and the one that both come from -> one file: record by record, value by value.

What one side alone changed is taken; what both changed in the same way, too; what they changed differently is a
conflict, which stays in the file with both sides for a person to end. The text of the first copy stays as it is but for
the records that the other one brings or changes; comments go with the record below them. Knows no store.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from truce_tracker.errors import LedgerProblems, TruceError
from truce_tracker.ledger_file.format import LISTS
from truce_tracker.ledger_file.reader import read_ledger
from truce_tracker.ledger_file.records import Entries, LedgerFile, Record
from truce_tracker.ledger_file.three_way import Clash, Values, only, three_way
from truce_tracker.ledger_file.writer import write_ledger, write_record
from truce_tracker.rows.log import said

Key = tuple[str, str]  # a record's list and its id
_OTHER = {"ours": "theirs", "theirs": "ours"}
_OURS, _BETWEEN, _THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"  # as git writes them
_ITEM = re.compile(r"\s*- ")
_TOP = re.compile(r"[A-Za-z_]+:")


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed of a record, each otherwise; without a `clash` one removed what the other changed."""

    list_name: str
    id: str
    clash: Clash | None
    removed_by: str | None = None  # ours or theirs

    @property
    def key(self) -> str | None:
        """The key that both changed; None where it is the whole record."""
        return self.clash.key if self.clash else None

    def __str__(self) -> str:
        name = f"{self.list_name} {self.id}"
        if self.clash is None:
            return f"{name}: {self.removed_by} removes it, {_OTHER[self.removed_by or 'ours']} changes it"
        before, ours, theirs = map(only, (self.clash.before, self.clash.ours, self.clash.theirs))
        was = f"was {said(before)}, " if before is not None else ""
        return f"{name}: {self.key} {was}is {said(ours)} in ours, {said(theirs)} in theirs"


@dataclass(slots=True)
class Merged:
    """The text of one file, and what is to be decided in it. `comments_lost` where it had to be written anew."""

    text: str
    conflicts: list[Conflict] = field(default_factory=list)
    comments_lost: bool = False


@dataclass(slots=True)
class _Side:
    """One of the three files."""

    name: str
    text: str
    file: LedgerFile
    records: dict[Key, Record] = field(default_factory=dict)  # in the order of the file


def merge(base: tuple[str, str], ours: tuple[str, str], theirs: tuple[str, str]) -> Merged:
    """Merge two files, (name, text) each, that come from one. Raises LedgerProblems where one cannot be read."""
    sides = [_read(*each) for each in (base, ours, theirs)]
    before, left, right = sides
    if problems := [problem for side in sides for problem in side.file.problems]:
        raise LedgerProblems(problems)
    for side in sides:
        if side.file.new or any(side.file.proposed.values()):
            raise TruceError(f"{side.name} is a draft: load it, or finish it, before it is merged")
    if left.text == right.text or right.text == before.text:
        return Merged(left.text)
    if left.text == before.text:
        return Merged(right.text)
    conflicts: list[Conflict] = []
    wanted = {key: _record(key, before, left, right, conflicts) for key in _order(left, right)}
    kept = {key: values for key, values in wanted.items() if values is not None}
    revision = left.file.revision if left.file.revision == right.file.revision else None
    defaults = [_defaults(side) for side in sides]
    text = _spliced(left, right, kept, revision) if defaults[1] == defaults[2] else None
    merged = Merged(text or _written(kept, revision), conflicts, comments_lost=text is None)
    if conflicts:
        merged.text = _with_marks(merged.text, conflicts, kept)
    return merged


def _read(name: str, text: str) -> _Side:
    file = read_ledger(name, text.encode())
    side = _Side(name, text, file)
    for list_name, records in file.records.items():
        side.records |= {(list_name, record.id): record for record in records}
    return side


def _defaults(side: _Side) -> dict[str, Values]:
    return {name: record.values for name, record in side.file.defaults.items()}


# -- values ----------------------------------------------------------------------------------------------------------


def _order(ours: _Side, theirs: _Side) -> list[Key]:
    """All records: those of ours in their order, each of theirs after the one that it follows there."""
    order = list(ours.records)
    known = set(order)
    after: Key | None = None
    for key in theirs.records:
        if key not in known:
            place = order.index(after) + 1 if after is not None and after[0] == key[0] else _end(order, key[0])
            order.insert(place, key)
            known.add(key)
        after = key
    return order


def _end(order: list[Key], list_name: str) -> int:
    """Behind the last record of a list, and of those before it in the format."""
    names = list(LISTS)
    before = [place for place, (name, _) in enumerate(order) if names.index(name) <= names.index(list_name)]
    return before[-1] + 1 if before else 0


def _record(key: Key, base: _Side, ours: _Side, theirs: _Side, conflicts: list[Conflict]) -> Values | None:
    """What a record says in the end; None where it is gone. Where both sides changed a value, ours for now."""
    before, left, right = (side.records[key].values if key in side.records else None for side in (base, ours, theirs))
    if left == right or right == before:
        return left
    if left == before:
        return right
    if left is None or right is None:
        conflicts.append(Conflict(*key, None, "ours" if left is None else "theirs"))
        return left if left is not None else right
    merged, clashes = three_way(key[0], before or {}, left, right)
    for clash in clashes:
        conflicts.append(Conflict(*key, clash))
        merged |= clash.ours
    return merged


# -- text ------------------------------------------------------------------------------------------------------------


def _spliced(ours: _Side, theirs: _Side, wanted: Mapping[Key, Values], revision: str | None) -> str | None:
    """Our text with what differs put in its place; None where the lines of the files don't allow it."""
    here, there = _lines_of(ours), _lines_of(theirs)
    if here is None or there is None:
        return None
    lines = ours.text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    blocks: dict[Key, str] = {}
    for key, values in wanted.items():
        if key in ours.records and ours.records[key].values == values:
            blocks[key] = "".join(lines[slice(*here[key])])
        elif key in theirs.records and theirs.records[key].values == values:
            blocks[key] = _ending("".join(theirs.text.splitlines(keepends=True)[slice(*there[key])]))
        else:
            lead = "".join(_comments(lines[slice(*here[key])])) if key in here else ""
            blocks[key] = lead + _item(key, values)
    text = _put_in(lines, here, blocks)
    if revision is None:
        text = re.sub(r"^revision:.*\n", "", text, flags=re.MULTILINE)
    found = _read(ours.name, text)
    same = {key: record.values for key, record in found.records.items()} == dict(wanted)
    return text if same and not found.file.problems else None


def _put_in(lines: list[str], here: Mapping[Key, tuple[int, int]], blocks: Mapping[Key, str]) -> str:
    """The lines, with the blocks of each list where its records stand; lists that are new come last."""
    written: list[str] = []
    at = 0
    by_list: dict[str, list[Key]] = {}
    for key in blocks:
        by_list.setdefault(key[0], []).append(key)
    spans: dict[str, tuple[int, int]] = {}
    for (list_name, _), (begin, end) in here.items():
        first, last = spans.get(list_name, (begin, end))
        spans[list_name] = (min(first, begin), max(last, end))
    for list_name, (begin, end) in sorted(spans.items(), key=lambda item: item[1]):
        written += lines[at:begin]
        block = "".join(blocks[key] for key in by_list.pop(list_name, []))
        if not block and written and _TOP.match(written[-1]):
            written.pop()  # the key of a list of which nothing is left
        written.append(block)
        at = end
    written += lines[at:]
    for list_name, keys in by_list.items():
        written.append(f"{list_name}:\n" + "".join(blocks[key] for key in keys))
    return "".join(written)


def _lines_of(side: _Side) -> dict[Key, tuple[int, int]] | None:
    """The lines of each record, with the comments above it; None where a record does not begin its line."""
    lines = side.text.splitlines()
    starts = {record.start >> 32: key for key, record in side.records.items()}
    if len(starts) < len(side.records) or not all(_ITEM.match(lines[line]) for line in starts):
        return None
    ends = sorted([*starts, *(n for n, line in enumerate(lines) if _TOP.match(line)), len(lines)])
    found = {}
    for line, key in starts.items():
        end = next(each for each in ends if each > line)
        found[key] = (_with_comments(lines, line), _with_comments(lines, end))
    return found


def _with_comments(lines: list[str], line: int) -> int:
    """The first line of the comments and blanks right above a line; at the end of the file that is the end."""
    if line == len(lines):
        return line
    while line and (not lines[line - 1].strip() or lines[line - 1].lstrip().startswith("#")):
        line -= 1
    return line


def _comments(block: Iterable[str]) -> Iterator[str]:
    for line in block:
        if line.strip() and not line.lstrip().startswith("#"):
            return
        yield line


def _ending(block: str) -> str:
    return block if block.endswith("\n") else f"{block}\n"


def _item(key: Key, values: Values) -> str:
    return _ending(write_record(Record(key[0], dict(values))))


def _written(wanted: Mapping[Key, Values], revision: str | None) -> str:
    """The whole file, written anew."""
    entries: Entries = {name: {} for name in LISTS}
    for (list_name, identity), values in wanted.items():
        entries[list_name][identity] = Record(list_name, dict(values))
    stream = io.StringIO()
    write_ledger(entries, stream, revision)
    return stream.getvalue()


# -- conflicts -------------------------------------------------------------------------------------------------------


def _with_marks(text: str, conflicts: list[Conflict], wanted: Mapping[Key, Values]) -> str:
    """Each record that has a conflict twice, once with the values of each side, between the marks that git uses."""
    spans = _lines_of(_read("merged", text))
    lines = text.splitlines(keepends=True)
    marked: dict[Key, str] = {}
    for key in dict.fromkeys((each.list_name, each.id) for each in conflicts):
        of_it = [each for each in conflicts if (each.list_name, each.id) == key]
        left, right = (_of_side(key, wanted[key], of_it, side) for side in _OTHER)
        marked[key] = f"{_OURS}\n{left}{_BETWEEN}\n{right}{_THEIRS}\n"
    if spans is None:
        return text + "".join(marked.values())
    for key, block in sorted(marked.items(), key=lambda item: spans[item[0]], reverse=True):
        begin, end = spans[key]
        lines[begin:end] = [*_comments(lines[begin:end]), block]
    return "".join(lines)


def _of_side(key: Key, values: Values, conflicts: list[Conflict], side: str) -> str:
    """A record with the values of one side where the two are in conflict; nothing where that side removed it."""
    found = dict(values)
    for conflict in conflicts:
        if conflict.removed_by == side:
            return ""
        if conflict.clash and side == "theirs":
            found = {name: value for name, value in found.items() if name not in conflict.clash.ours}
            found |= conflict.clash.theirs
    return _item(key, found)
