"""Records put in the place of stored ones, or taken away: checked against the whole ledger, then written with history.

Whatever changes a ledger comes through here: loads, imports, what is entered by hand, undo. An amendment is made and
checked where nobody is kept waiting, in a snapshot; it is written in a transaction, if nobody wrote meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truce_tracker.errors import LedgerProblems, Problem
from truce_tracker.ledger_file import history
from truce_tracker.ledger_file.claims import Claims
from truce_tracker.ledger_file.doubts import Doubts
from truce_tracker.ledger_file.format import LISTS, SIBLINGS, SINGULAR
from truce_tracker.ledger_file.history import Act, Changed, Earlier, Key
from truce_tracker.ledger_file.read_store import KEYS, Rows, in_chunks
from truce_tracker.ledger_file.records import REREAD, Entries, Record
from truce_tracker.ledger_file.rows_found import References, Resolved, Row, first_from_file, plain_rows
from truce_tracker.ledger_file.schedule import Schedule
from truce_tracker.ledger_file.window import Window, read_around
from truce_tracker.ledger_file.write_store import Progress, Writer
from truce_tracker.store import Connection, Touched

# keys whose value may be a milestone's id -> the lists in which what it means can be
MILESTONES = {"deadline": ["deadlines"], "of": ["commitments", "deadlines"]}


class Amendment:
    """What is to change in a ledger. `entries` are the records as they will be."""

    def __init__(self, connection: Connection) -> None:
        self.basis = history.last_operation(connection)
        self.window = Window(connection)
        self.entries = self.window.entries
        self.changes: dict[Key, Changed] = {}
        self.warnings: list[Problem] = []
        self.touched: Touched | None = None  # the rows that were written, by table; None: any
        self.takes_back: tuple[int, ...] = ()  # the commands that it takes back
        self.proposers: dict[str, list[str]] = {}  # who proposed, and which records
        self.connection = connection
        self._words: dict[str, str | None] = {}  # the stored words of the sources that were looked at
        self._resolved: Resolved
        self._anchored: list[str] = []

    def record(self, list_name: str, identity: str) -> Record | None:
        """A record as it will be, with the words of a source."""
        record = self.entries[list_name].get(identity)
        if record is not None and record.file is None and list_name == "sources" and (words := self.words_of(identity)):
            record.values.setdefault("text", words)
        return record

    def stored(self, key: Key) -> Earlier:
        """What the store says of a record, whatever is put in its place, with the words of a source."""
        changed, record = self.changes.get(key), self.record(*key)
        values = changed.before if changed else record.values if record else None
        return Earlier(dict(values) if values is not None else None, *_stamps(self._row(key)))

    def _row(self, key: Key) -> Row | None:
        self.window.read(key[0], [key[1]])
        return self.window.rows[SINGULAR[key[0]]].get(key[1])

    def words_of(self, source: str) -> str | None:
        """The stored words of a source."""
        if source not in self._words:
            query = "SELECT text FROM source_text WHERE source = ?"
            found = self.connection.execute(query, (source,)).fetchone()
            self._words[source] = found[0] if found else None
        return self._words[source]

    def put(self, record: Record, was: str | None = None) -> Changed:
        """Put a record in the place of the one that has its id, or as a new one; `was` is the id that it had."""
        self.window.read(record.list_name, [record.id])
        before = record.before = self.record(record.list_name, record.id)
        self.entries[record.list_name][record.id] = record
        return self._note(record.list_name, record.id, before, record, was)

    def put_back(self, key: Key, earlier: Earlier, told_as: str) -> Changed | None:
        """Give a record what it said once, and the place and the moment that it had; problems call it `told_as`."""
        if earlier.values is None:
            return self.remove(*key)
        changed = self.put(Record(key[0], dict(earlier.values), file=told_as))
        changed.put_back = earlier
        return changed

    def remove(self, list_name: str, identity: str) -> Changed | None:
        """Take a record away. What is wrong then, since others refer to it, is told when it is checked."""
        self.window.read(list_name, [identity])
        before = self.record(list_name, identity)
        if before is None:
            return None
        del self.entries[list_name][identity]
        return self._note(list_name, identity, before, None)

    def _note(
        self, list_name: str, identity: str, before: Record | None, after: Record | None, was: str | None = None
    ) -> Changed:
        key = (list_name, identity)
        values = before.values if before else None
        changed = self.changes.setdefault(key, Changed(*key, values, None, *_stamps(self._row(key))))
        changed.after, changed.was = after.values if after else None, was
        return changed

    def referring(self, list_name: str, identity: str) -> Iterator[tuple[Record, str]]:
        """The records that refer to one, each with the key that does."""
        for name, keys in LISTS.items():
            for key, kind in keys.items():
                if list_name != kind.refers_to and list_name not in MILESTONES.get(key, ()):
                    continue
                self._read_referring(name, key, list_name, identity)
                for record in self.entries[name].values():
                    if identity in (record.items(key) or [(record.text(key) or "").partition("@")[0]]):
                        yield record, key

    def _read_referring(self, name: str, key: str, list_name: str, identity: str) -> None:
        """Have in the window what refers to a record as it is stored."""
        several = SIBLINGS.get(name, {}).get(key, key)
        named = [identity]
        if list_name == "deadlines" and key == "of":
            rows = self.window.rows["milestone"].values()
            self.window.read("deadlines", named)
            named += [row["id"] for row in rows if row["deadline"] == identity]
        self.window.referring(name, several if several in KEYS.get(name, {}) else key, named)

    def _changed(self) -> dict[str, dict[str, list[Record]]]:
        """The records that change, as they were and as they are."""
        found: dict[str, dict[str, list[Record]]] = {name: {} for name in LISTS}
        for (name, identity), changed in self.changes.items():
            both = (changed.before, changed.after)
            found[name][identity] = [Record(name, dict(values)) for values in both if values is not None]
        return found

    def check(
        self,
        problems: Iterable[Problem] = (),
        incomplete: Iterable[str] = (),
        defaults: Iterable[Record] = (),
    ) -> list[Problem]:
        """Hold the whole ledger against the rules of the format; gives what is wrong, after the `problems` known."""
        read_around(self.window, self._changed())
        self._in_order()
        self._touch_deadlines()
        self._resolved = resolve(self.entries, self.window.rows, incomplete, defaults)
        self._anchored = self._anchor()
        self.warnings = self._resolved.warnings
        return [*problems, *self._resolved.problems]

    def row(self, list_name: str, identity: str) -> Row:
        """The row that a record makes, once it is checked."""
        return next(row for row in self._resolved.rows[SINGULAR[list_name]] if row["id"] == identity)

    def is_current(self, connection: Connection) -> bool:
        """Whether nobody has written since it was made."""
        return history.last_operation(connection) == self.basis

    def write(
        self, connection: Connection, act: Act, progress: Progress = lambda what, done, total: None
    ) -> int | None:
        """Write what was checked, and keep what it changes. Gives the operation's number; None where it is none."""
        history.begin(connection)
        number = history.keep(connection, act.proposed(self.proposers), self.changes.values(), self.takes_back)
        writer = Writer(connection, act.moment, self.changes, progress)
        writer.write(self.window.rows, self.window.children, self._resolved)
        writer.write_texts(self._words, self._resolved)
        writer.write_anchors(self._anchored, self._resolved)
        self.touched = None if self.window.is_whole else writer.touched
        return number

    def _in_order(self) -> None:
        """Records stand in the order of their entry; those that come back have the places that they had."""
        back: dict[str, dict[str, int]] = {}
        for (name, identity), changed in self.changes.items():
            if changed.put_back and changed.put_back.entry is not None:
                back.setdefault(name, {})[identity] = changed.put_back.entry
        for name in back if self.window.is_whole else LISTS:
            rows, records = self.window.rows[SINGULAR[name]], self.entries[name]
            places = {identity: row["entry"] for identity, row in rows.items()} | back.get(name, {})
            ordered = sorted(records.items(), key=lambda item: places.get(item[0], float("inf")))
            records.clear()
            records.update(ordered)

    def _touch_deadlines(self) -> None:
        """A date that a claim said which is taken away is read again: the claim may have told when it was set."""
        deadlines = self.entries["deadlines"]
        for (name, _), changed in self.changes.items():
            if name == "claims" and changed.before and changed.after is None:
                deadline = deadlines.get(str(changed.before.get("deadline", "")).partition("@")[0])
                if deadline is not None and deadline.file is None:
                    deadline.file = REREAD

    def _anchor(self) -> list[str]:
        """Find the quotes in the texts, where there are texts. Gives the ids of the claims that were looked at."""
        has_words = self.connection.execute("SELECT 1 FROM source_text LIMIT 1").fetchone()
        if not has_words and not self._resolved.rows["source_text"]:
            return []
        from truce_tracker.ledger_file.anchoring import anchor_quotes

        query = "SELECT claim FROM anchor WHERE in_marks AND claim IN ({marks})"
        in_marks = [claim for (claim,) in in_chunks(self.connection, query, self.entries["claims"])]
        return anchor_quotes(self.entries, self._resolved, self._text_as_it_will_be, in_marks)

    def _text_as_it_will_be(self, source: str) -> str | None:
        return None if ("sources", source) in self.changes else self.words_of(source)


def _stamps(row: Row | None) -> tuple[int | None, str | None]:
    return (row["entry"], row["recorded"]) if row else (None, None)


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
    Claims(entries, references, schedule, found, before["claim"]).fill()
    if not found.problems:
        Doubts(entries, references, schedule, found).warn()
    return found


def refuse(problems: list[Problem], names: Iterable[str] = ()) -> None:
    """Raise LedgerProblems where there are problems: each once, in the order of the files and of their lines."""
    if problems:
        place = {name: number for number, name in enumerate(names)}
        unique = dict.fromkeys(problems)
        raise LedgerProblems(sorted(unique, key=lambda each: (place.get(each.file, -1), each.line, each.column)))
