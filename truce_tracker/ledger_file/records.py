"""A record of a ledger list, as the file gives it, and where it stands. No checks, no store."""

from __future__ import annotations

from dataclasses import dataclass, field

from truce_tracker.errors import Problem

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
    number: int = 0  # its place in the list of its file, from 1
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

    def path(self, key: str | None = None) -> str:
        """How a problem names the record: by its id, ``claims[k1].said``, or by its number where it has none."""
        return f"{self.list_name}[{self.values.get('id') or self.number}]" + (f".{key}" if key else "")

    def problem(self, what: str, key: str | None = None, item: int | None = None) -> Problem:
        """A problem at the value of `key` (at its `item`, counting from 0), or at the record where it has none."""
        place = self.places.get(key, self.start) if key else self.start
        if isinstance(place, list):
            place = place[item] if item is not None else place[0]
        return Problem(self.file or "store", (place >> 32) + 1, (place & 0xFFFFFFFF) + 1, self.path(key), what)


Entries = dict[str, dict[str, Record]]  # by list, then by id, in order of entry
