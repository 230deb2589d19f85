"""A record of a ledger list, as its file gives it, and where it stands; what one file holds, whatever its notation.

What is noted here is only what every notation can have: a file that is no text, what is missing, an id that is taken.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from truce_tracker.errors import Problem
from truce_tracker.ledger_file.format import LISTS, NEW, PROPOSED, PROPOSED_BY, SIBLINGS, SINGULAR

REREAD = "store"  # what problems call a stored record that is read again, though no file gives it
STDIN = "stdin"  # what problems call a ledger that is piped in
LARGEST_PIPED = 200 * 1024 * 1024  # bytes: a pipe can go on for ever

Value = str | list[str]
Place = int  # line and column in one number: a hundred thousand claims have a million of them


def place_of(line: int, column: int) -> Place:
    """Pack a line and a column that count from 0."""
    return line << 32 | column


@dataclass(slots=True, eq=False)
class Record:
    """One record of a list.

    `values` holds what is given (text or lists of text); `places` tells where each value begins, also that of a value
    that could not be used and is not in `values`.
    """

    list_name: str
    values: dict[str, Value]
    places: dict[str, Place | list[Place]] = field(default_factory=dict)
    start: Place = 0
    file: str | None = None  # None: it comes from the store
    number: int = 0  # its place in the list of its file, from 1; 0: it is what the file says of every record
    absent: tuple[str, ...] = ()  # keys that are written without a value, so that no default takes their place
    before: Record | None = None  # the record of its id whose place it takes

    @property
    def id(self) -> str:
        """Its id, once it is known to have one."""
        return str(self.values["id"])

    def text(self, key: str) -> str | None:
        """The text under a key that is no list, or None where it is absent."""
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def items(self, key: str) -> list[str]:
        """The texts under a key that is a list; empty where it is absent."""
        value = self.values.get(key)
        return value if isinstance(value, list) else []

    def lacks(self, key: str) -> bool:
        """Whether a key is not written at all; one whose value could not be used does not lack it."""
        return key not in self.values and key not in self.places

    def place(self, key: str | None, item: int | None = None) -> Place:
        """Where the value of `key` begins, or its `item`; the start of the record where it has none."""
        place = self.places.get(key, self.start) if key else self.start
        return place[item or 0] if isinstance(place, list) else place

    def path(self, key: str | None = None) -> str:
        """How a problem names the record: by its id, ``claims[k1].said``, or by its number where it has none."""
        is_defaults = self.file and not self.number
        name = f"[{self.values.get('id') or self.number}]"
        return (f"defaults.{self.list_name}" if is_defaults else f"{self.list_name}{name}") + (f".{key}" if key else "")

    def problem(self, what: str, key: str | None = None, item: int | None = None) -> Problem:
        """A problem at the value of `key` (at its `item`, counting from 0), or at the record where it has none."""
        place = self.place(key, item)
        return Problem(self.file or REREAD, (place >> 32) + 1, (place & 0xFFFFFFFF) + 1, self.path(key), what)


Entries = dict[str, dict[str, Record]]  # by list, then by id, in order of entry


class Records(dict[str, Record]):
    """The records of a list that are in the window, by id; one that is not is read when it is asked for."""

    def __init__(self, read: Callable[[str], Record | None], ids: Callable[[], list[str]]) -> None:
        super().__init__()
        self._read = read
        self._ids = ids
        self._beside: dict[str, Record | None] = {}  # what was asked for; None: no such record, or one taken away

    def ids(self) -> list[str]:
        """The ids of all records, also those that were never looked at."""
        stored = dict.fromkeys(self._ids())
        gone = {identity for identity, record in self._beside.items() if record is None}
        return [*(each for each in stored if each not in gone), *(each for each in self if each not in stored)]

    def get(self, key: str, default: Record | None = None) -> Record | None:  # type: ignore[override]
        """The record of an id."""
        if (found := super().get(key)) is not None:
            return found
        if key not in self._beside:
            self._beside[key] = self._read(key)
        return self._beside[key] or default

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or self.get(str(key)) is not None

    def __missing__(self, key: str) -> Record:
        if (found := self.get(key)) is None:
            raise KeyError(key)
        return found

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self._beside[key] = None

    def bring_in(self, key: str, record: Record) -> None:
        """Put a stored record into the window: the one that was looked up, where it was."""
        if key not in self._beside or self._beside[key] is not None:
            self[key] = self._beside.get(key) or record


def ids_of(records: dict[str, Record]) -> Collection[str]:
    """The ids of all records of a list, in the window or not."""
    return records.ids() if isinstance(records, Records) else records


def encoding_problems(name: str, content: bytes) -> list[Problem]:
    """What keeps any file from being read as text: it is not UTF-8; or, piped in, it is too large."""
    if name == STDIN and len(content) > LARGEST_PIPED:
        return [Problem(name, 1, 1, "file", "is over 200 MB: write it to a file, and load that")]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:2]:
        return [Problem(name, 1, 1, "file", "is UTF-16: save it as UTF-8")]
    try:
        content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].split(b"\n")
        column = len(before[-1].decode()) + 1
        what = f"is not UTF-8: byte 0x{content[error.start]:02X} is no character; save the file as UTF-8"
        return [Problem(name, len(before), column, "file", what)]
    return []


@dataclass(slots=True)
class LedgerFile:
    """What one file holds: its records by list, in order, and everything that is wrong with it.

    Records that are only proposed are kept apart, and what is wrong with them is nobody's concern yet.
    `new` are the sources that are to have an id of their own.
    `revision` is that of the ledger of which the file is an export, so that what changed since is known. `proposers`
    tells who proposed which of its records. `defaults` are what the file says of every record of a list. `incomplete`
    names the lists of which a record may have been lost to a problem: an id that seems unknown there may be one of
    those.
    """

    name: str
    records: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    proposed: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in LISTS})
    new: list[Record] = field(default_factory=list)
    proposers: dict[str, list[str]] = field(default_factory=dict)
    revision: str | None = None
    defaults: dict[str, Record] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)


_REQUIRED = {name: [key for key, meant in keys.items() if meant.required] for name, keys in LISTS.items()}


def lacking(record: Record) -> list[Problem]:
    """The problems of a record that its keys are not all there; one whose value could not be read is told elsewhere."""
    missing = (key for key in _REQUIRED[record.list_name] if key not in record.values and key not in record.places)
    return [record.problem(f"{key} is missing") for key in missing]


class Intake:
    """Takes records into a LedgerFile: an id kept once and, at the end, defaults filled and what is missing noted."""

    def __init__(self, found: LedgerFile) -> None:
        self.found = found
        self.seen: dict[str, dict[str, Place]] = {name: {} for name in LISTS}
        self.taken: list[Record] = []

    def take(self, record: Record, path: str, since: int) -> None:
        """Take a record in.

        `path` is how its problems have named it so far, and `since` how many problems there were before it.
        """
        if record.values.pop(PROPOSED, "false") == "true":
            del self.found.problems[since:]
            if record.text("id"):
                self.found.proposed[record.list_name].append(record)
            return
        if proposer := record.values.pop(PROPOSED_BY, None):
            self.found.proposers.setdefault(str(proposer), []).append(record.text("id") or path)
        if record.values.pop(NEW, "false") == "true":
            self.found.new.append(record)
        self.taken.append(record)
        self._keep_once(record)
        if len(self.found.problems) > since:
            self._name_path(record, path, since)

    def finish(self) -> None:
        """Fill the defaults of the file and of the format, and note what a record lacks then, or has twice over."""
        for record in (record for records in self.found.proposed.values() for record in records):
            _fill(record, self.found.defaults.get(record.list_name))
        for record in self.taken:
            self._note_twice_over(record)
            _fill(record, self.found.defaults.get(record.list_name))
            self.found.problems += lacking(record)

    def note_defaults(self, defaults: Record) -> None:
        """Keep what a file says of every record of a list."""
        self.found.defaults[defaults.list_name] = defaults
        self._note_twice_over(defaults)

    def _keep_once(self, record: Record) -> None:
        identity = record.text("id")
        if identity is None:
            self.found.incomplete.add(record.list_name)
            return
        first = self.seen[record.list_name].setdefault(identity, record.start)
        if first != record.start:
            what = f"the id {identity!r} is taken by the {SINGULAR[record.list_name]} in line {(first >> 32) + 1}"
            self.found.problems.append(record.problem(what, "id"))
        else:
            self.found.records[record.list_name].append(record)

    def _note_twice_over(self, record: Record) -> None:
        for one, several in SIBLINGS.get(record.list_name, {}).items():
            if one in record.places and several in record.places:
                self.found.problems.append(record.problem(f"gives both {one} and {several}: keep one of them", several))

    def _name_path(self, record: Record, path: str, since: int) -> None:
        """Problems that were noted before the id was known name the record by its number: name it as the others do."""
        if identity := record.text("id"):
            noted = self.found.problems
            for place in range(since, len(noted)):
                named = noted[place].path.replace(path, f"{record.list_name}[{identity}]", 1)
                noted[place] = replace(noted[place], path=named)


def _fill(record: Record, defaults: Record | None) -> None:
    """Fill what a record leaves out: from its file, then from the format. One item of several is one."""
    siblings = SIBLINGS.get(record.list_name, {})
    if defaults is not None:
        written = {*record.places, *record.absent}
        for one, several in siblings.items():
            written |= {one, several} if one in written or several in written else set()
        for name in defaults.places:
            if name in written:
                continue
            if name in defaults.values:
                record.values[name] = defaults.values[name]
            else:  # what is wrong with it is told once, where it stands
                record.places[name] = record.start
    for name, value in _FORMAT_DEFAULTS[record.list_name]:
        record.values.setdefault(name, value)
    for name, value in _IMPLIED[record.list_name]:
        if record.values.get(name) == value:
            del record.values[name]
    for one, several in siblings.items():
        if several in record.values and len(items := record.items(several)) == 1:
            del record.values[several]
            record.values[one] = items[0]
            if place := record.places.pop(several, None):
                record.places[one] = place[0] if isinstance(place, list) else place


_IMPLIED = {
    list_name: [(name, key.implied) for name, key in keys.items() if key.implied is not None]
    for list_name, keys in LISTS.items()
}
_FORMAT_DEFAULTS = {
    list_name: [(name, key.default) for name, key in keys.items() if key.default is not None]
    for list_name, keys in LISTS.items()
}
