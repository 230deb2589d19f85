"""What resolving a ledger stands on: the rows and problems that it finds, how a record becomes a row, and how an id
leads to its record or back to itself. The lists that follow from nothing else become rows here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from truce_tracker.dates import read_date
from truce_tracker.errors import Problem, did_you_mean, quoted
from truce_tracker.ledger_file.format import LISTS, NOT_KEPT, SINGULAR
from truce_tracker.ledger_file.records import REREAD, Entries, Record, ids_of
from truce_tracker.searching import bigrams

_SUGGESTIONS = 20  # how many problems get a "did you mean": each one reads through all ids
_SHOWN = 5  # ids of a circle
_NO_CIRCLE = (
    ("sources", "based_on"), ("sources", "replaces"), ("deadlines", "replaces"), ("claims", "answers"),
    ("claims", "retells"),
)  # fmt: skip

Row = dict[str, Any]
Children = dict[str, list[str]]  # a row's id -> the ids that hang on it, in the order of the file
Cause = tuple[Record | None, str]  # a record, and the key of it from which something follows


@dataclass(slots=True)
class Resolved:
    """The rows of each table, and what was found on the way. Warnings are Problems that stop nothing.

    `children` are the tables that hold nothing but which ids hang on which row.
    """

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    children: dict[str, Children] = field(default_factory=lambda: defaultdict(dict))
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    loaded: Record | None = None  # the first record that comes from a file

    def note(
        self,
        record: Record,
        what: str,
        key: str | None = None,
        item: int | None = None,
        because: Iterable[Cause] = (),
    ) -> None:
        """Note a problem of a record.

        A stored record was right when it was stored, so a file has made it wrong: the problem is shown there, at the
        first of `because` that a file gives.
        """
        cause = record
        if record.file is None:
            kind = SINGULAR[record.list_name]
            what = f"breaks the stored {record.path(key)}: {what}; load that {kind} with it, corrected"
            files = ((each, key) for each, key in because if each and each.file)
            (cause, key), item = next(files, (self.loaded or record, None)), None
        self.problems.append(cause.problem(what, key, item))

    def warn(self, record: Record, what: str, key: str | None = None, item: int | None = None) -> None:
        """Warn of a record that a file gives; what is stored was warned of when it was loaded."""
        if record.file not in (None, REREAD):
            self.warnings.append(record.problem(what, key, item))


def is_whole(record: Record) -> bool:
    """Whether every value that a row cannot be without is there; where one is not, that is noted already."""
    keys = LISTS[record.list_name].items()
    return all(name in record.values for name, key in keys if key.required)


def row_of(record: Record, **more: Any) -> Row:
    """The row of a record: every key that its table has a column for, and `more`."""
    values = record.values
    return {name: values.get(name) for name in _COLUMNS[record.list_name]} | more


def ends_of(key: str, record: Record) -> Row:
    """The columns for the first and last possible day of a date."""
    written = record.text(key)
    when = read_date(written) if written else None
    return {
        f"{key}_first": when.first.isoformat() if when else None,
        f"{key}_last": when.last.isoformat() if when else None,
    }


def first_from_file(entries: Entries) -> Record | None:
    """The first record that a file gives."""
    records = (record for each in entries.values() for record in each.values())
    return next((record for record in records if record.file), None)


def _columns(list_name: str) -> tuple[str, ...]:
    apart = {*NOT_KEPT, *_IN_OTHER_TABLES.get(list_name, ())}
    return tuple(name for name, key in LISTS[list_name].items() if not key.is_list and name not in apart)


_IN_OTHER_TABLES = {"sources": ("text",), "claims": ("party", "commitment")}


_COLUMNS = {name: _columns(name) for name in LISTS}


def plain_rows(entries: Entries, found: Resolved) -> None:
    """Make the rows of the lists that follow from nothing else."""
    rows = found.rows
    for record in _whole(entries, "parties"):
        rows["party"].append(row_of(record, aliases=record.items("aliases")))
    for record in _whole(entries, "speakers"):
        on_record = record.text("on_record") == "true"
        rows["speaker"].append(row_of(record, aliases=record.items("aliases"), on_record=on_record))
    for record in _whole(entries, "topics"):
        rows["topic"].append(row_of(record))
    for record in _whole(entries, "sources"):
        dates = ends_of("published", record) | ends_of("retrieved", record)
        rows["source"].append(row_of(record, authors=record.items("authors"), **dates))
        if text := record.text("text"):
            rows["source_text"].append({"source": record.id, "text": text, "bigrams": bigrams(text)})
    for record in _whole(entries, "commitments"):
        _commitment_rows(record, found)
    for record in _whole(entries, "checks"):
        _check_rows(record, found)


def _whole(entries: Entries, list_name: str) -> Iterator[Record]:
    return (record for record in entries[list_name].values() if is_whole(record))


def _commitment_rows(record: Record, found: Resolved) -> None:
    if record.id in record.items("in_exchange_for"):
        item = record.items("in_exchange_for").index(record.id)
        found.note(record, "a commitment cannot be given in exchange for itself", "in_exchange_for", item)
    found.rows["commitment"].append(row_of(record, bigrams=bigrams(record.text("summary"))))
    for key, child in (("obligors", "obligor"), ("beneficiaries", "beneficiary"), ("in_exchange_for", "exchange")):
        found.children[child][record.id] = record.items(key)


def _check_rows(record: Record, found: Resolved) -> None:
    start, end = record.text("from"), str(record.values["to"])
    from_day = read_date(start).first.isoformat() if start else None
    to_day = read_date(end).last.isoformat()
    if from_day and from_day > to_day:
        found.note(record, f"from ({start}) comes after to ({end})", "from")
    found.rows["check"].append(row_of(record, from_day=from_day, to_day=to_day, **ends_of("checked", record)))
    found.children["check_topic"][record.id] = record.items("topics")


class References:
    """Finds the record that an id means.

    Of a list in `incomplete` a record may have been lost to a problem, so that an unknown id there is no problem yet.
    """

    def __init__(
        self, entries: Entries, found: Resolved, incomplete: Iterable[str], defaults: Iterable[Record] = ()
    ) -> None:
        self.entries = entries
        self.defaults = defaults
        self.found = found
        self.incomplete = frozenset(incomplete)
        self.suggestions = _SUGGESTIONS
        self.names: dict[str, dict[str, str]] = {}  # list -> name or alias -> id

    def record(self, list_name: str, identity: str | None) -> Record | None:
        """The record of an id; None where there is none, or no id."""
        return self.entries[list_name].get(identity) if identity else None

    def check(self) -> None:
        """Note every id that a file gives and that no record has, and every circle."""
        for record in self.defaults:
            self._check_record(record)
        for name in LISTS:
            for record in self.entries[name].values():
                if record.file is not None:
                    self._check_record(record)
        for list_name, key in _NO_CIRCLE:
            self._check_circles(list_name, key)

    def unknown(self, record: Record, key: str, list_name: str, identity: str, item: int | None = None) -> None:
        """Note that no record of a list has an id."""
        if list_name in self.incomplete:
            return
        hint = ""
        if self.suggestions:
            self.suggestions -= 1
            named = self._by_name(list_name).get(identity.casefold())
            hint = f" (did you mean {named}?)" if named else did_you_mean(identity, ids_of(self.entries[list_name]))
        self.found.note(record, f"there is no {SINGULAR[list_name]} {quoted(identity)}{hint}", key, item)

    def _check_record(self, record: Record) -> None:
        for name, key in LISTS[record.list_name].items():
            if key.refers_to is None or name not in record.values or name not in record.places:
                continue  # what comes from the file's defaults is told there
            known = self.entries[key.refers_to]
            if key.is_list:
                for item, identity in enumerate(record.items(name)):
                    if identity not in known:
                        self.unknown(record, name, key.refers_to, identity, item)
            elif record.values[name] not in known:
                self.unknown(record, name, key.refers_to, str(record.values[name]))

    def _by_name(self, list_name: str) -> dict[str, str]:
        if list_name not in self.names:
            self.names[list_name] = {
                name.casefold(): identity
                for identity, record in reversed(self.entries[list_name].items())
                for name in (*record.items("aliases"), record.text("name") or "")
            }
        return self.names[list_name]

    def _check_circles(self, list_name: str, key: str) -> None:
        """A circle holds at least one record that a file gives, and is noted there."""
        records = self.entries[list_name]
        after: dict[str, list[str]] = {}
        ahead = [record for record in reversed(records.values()) if record.file is not None]
        while ahead:
            record = ahead.pop()
            if key in record.values and record.id not in after:
                after[record.id] = record.items(key) or [str(record.values[key])]
                ahead += (found for each in after[record.id] if (found := records.get(each)) is not None)
        for circle in circles(after):
            self._note_circle([records[identity] for identity in circle], key)

    def _note_circle(self, circle: list[Record], key: str) -> None:
        record = next((each for each in circle if each.file), circle[0])
        at = circle.index(record)
        ids = [each.id for each in (*circle[at:], *circle[:at])]
        self.found.note(record, f"goes round in a circle: {shown(ids)}", key)


def circles(after: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """The circles in which ids lead back to themselves; `after` gives the ids that each one leads to."""
    done: set[str] = set()
    for start in after:
        path: dict[str, Iterator[str]] = {} if start in done else {start: iter(after[start])}
        while path:
            at, leads_to = next(reversed(path.items()))
            following = next(leads_to, None)
            if following is None:
                del path[at]
                done.add(at)
            elif following in path:
                ids = list(path)
                yield ids[ids.index(following) :]
            elif following in after and following not in done:
                path[following] = iter(after[following])


def shown(circle: list[str]) -> str:
    """A circle of ids as a message shows it."""
    ids = [*circle, circle[0]]
    return " -> ".join(ids if len(ids) <= _SHOWN else [*ids[: _SHOWN - 1], "...", ids[-1]])
