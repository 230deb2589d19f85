"""Ids that refer to other records: whether there is such a record, and whether they lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterable

from truce_tracker.errors import did_you_mean, quoted
from truce_tracker.ledger_file.format import LISTS, SINGULAR
from truce_tracker.ledger_file.records import Entries, Record
from truce_tracker.ledger_file.rows_found import Resolved

_SUGGESTIONS = 20  # how many problems get a "did you mean": each one reads through all ids
_SHOWN = 5  # ids of a circle


class References:
    """Finds the record that an id means.

    Of a list in `incomplete` a record may have been lost to a problem, so that an unknown id there is no problem yet.
    """

    def __init__(self, entries: Entries, found: Resolved, incomplete: Iterable[str]) -> None:
        self.entries = entries
        self.found = found
        self.incomplete = frozenset(incomplete)
        self.suggestions = _SUGGESTIONS
        self.names: dict[str, dict[str, str]] = {}  # list -> name or alias -> id

    def record(self, list_name: str, identity: str | None) -> Record | None:
        """The record of an id; None where there is none, or no id."""
        return self.entries[list_name].get(identity) if identity else None

    def check(self) -> None:
        """Note every id that a file gives and that no record has, and every circle."""
        for name in LISTS:
            for record in self.entries[name].values():
                if record.file is not None:
                    self._check_record(record)
        for list_name, key in (("sources", "based_on"), ("sources", "replaces"), ("deadlines", "replaces")):
            self._check_circles(list_name, key)

    def unknown(self, record: Record, key: str, list_name: str, identity: str, item: int | None = None) -> None:
        """Note that no record of a list has an id."""
        if list_name in self.incomplete:
            return
        hint = ""
        if self.suggestions:
            self.suggestions -= 1
            named = self._by_name(list_name).get(identity.casefold())
            hint = f" (did you mean {named}?)" if named else did_you_mean(identity, self.entries[list_name])
        self.found.note(record, f"there is no {SINGULAR[list_name]} {quoted(identity)}{hint}", key, item)

    def _check_record(self, record: Record) -> None:
        for name, key in LISTS[record.list_name].items():
            if key.refers_to is None or name not in record.values:
                continue
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
        """Follow each record once; a circle holds at least one record that a file gives, and is noted there."""
        records = self.entries[list_name]
        done: set[str] = set()
        for start in records:
            chain: dict[str, int] = {}
            at: str | None = start
            while at is not None and at in records and at not in done and at not in chain:
                chain[at] = len(chain)
                at = records[at].text(key)
            if at in chain:
                circle = list(chain)[chain[at] :]
                self._note_circle([records[identity] for identity in circle], key)
            done.update(chain)

    def _note_circle(self, circle: list[Record], key: str) -> None:
        record = next((each for each in circle if each.file), circle[0])
        at = circle.index(record)
        ids = [each.id for each in (*circle[at:], *circle[:at], record)]
        shown = ids if len(ids) <= _SHOWN else [*ids[: _SHOWN - 1], "...", ids[-1]]
        self.found.note(record, f"goes round in a circle: {' -> '.join(shown)}", key)
