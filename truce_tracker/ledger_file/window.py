"""The part of a stored ledger that an amendment looks at: to change one record of a million, few others are read.

What is in the window is resolved again and written where it differs. A record that is only looked up stays beside it.
`read_around` brings in what the rules of the format hold together with the records that change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from truce_tracker.dates import read_date
from truce_tracker.ledger_file.format import LISTS, SINGULAR
from truce_tracker.ledger_file.read_store import (
    CHILDREN,
    KEYS,
    Rows,
    all_children,
    entries_of,
    in_chunks,
    some_children,
    some_rows,
    stored_rows,
)
from truce_tracker.ledger_file.records import Entries, Record, Records
from truce_tracker.ledger_file.rows_found import Children
from truce_tracker.ledger_file.schedule import REPORTS
from truce_tracker.store import Connection

_ALWAYS = ("parties", "speakers", "topics")  # few records, found by their names, too
_WHOLE = 10  # a tenth of the claims: from there on to read all of them is faster
# where claims are found by what they bear on: these tables have an index that `claim_commitment` lacks
_FOUND_IN = {"claim_commitment": ("pair", "claim"), "claim_party": ("pair", "claim")}
_OFFICIAL_TEXTS = """
    SELECT c.id FROM claim AS c JOIN source AS s ON s.id = c.source WHERE s.outlet IN ({marks})
"""
_JOINT_TEXTS = """
    SELECT c.id FROM claim AS c
    JOIN claim_party AS p ON p.claim = c.id AND p.place = 1
    WHERE c.said_first IN ({marks})
"""


class Window:
    """What is read of a stored ledger: rows, what hangs on them, and the records behind them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.is_whole = False
        self.rows: Rows = {name: {} for name in ("milestone", *SINGULAR.values())}
        self.children: dict[str, Children] = {child: {} for child in CHILDREN}
        self.entries: Entries = {name: Records(partial(self._one, name), partial(self._ids, name)) for name in LISTS}
        for name in _ALWAYS:
            self._take(name, some_rows(connection, SINGULAR[name]))

    def expect(self, changes: int) -> None:
        """Read everything where so many changes are to come that it is faster."""
        (stored,) = self.connection.execute("SELECT COALESCE(MAX(entry), 0) FROM claim").fetchone()
        if changes * _WHOLE >= stored:
            self.read_all()

    def read_all(self) -> None:
        """Read everything."""
        if self.is_whole:
            return
        self.is_whole = True
        children = all_children(self.connection)
        for name, rows in stored_rows(self.connection).items():
            self.rows[name] = rows | self.rows[name]
        for child, found in children.items():
            self.children[child] = found | self.children[child]
        for name in LISTS:
            before, singular = self.entries[name], SINGULAR[name]
            stored = entries_of(name, self.rows[singular], children)
            assert isinstance(before, Records)
            for identity, record in stored.items():
                if not dict.__contains__(before, identity):
                    before.bring_in(identity, record)
            self.entries[name] = dict(before)

    def read(self, list_name: str, ids: Iterable[str]) -> None:
        """Have the records of some ids in the window, where there are such records."""
        rows = self.rows[SINGULAR[list_name]]
        missing = [] if self.is_whole else [each for each in dict.fromkeys(ids) if each and each not in rows]
        if missing:
            self._take(list_name, some_rows(self.connection, SINGULAR[list_name], missing))

    def referring(self, list_name: str, key: str, ids: Collection[str]) -> set[str]:
        """Have the records in the window that refer to some ids under a key; gives their ids, as they are stored."""
        if self.is_whole or not ids:
            return set()
        found = set(self._referring(list_name, key, ids))
        self.read(list_name, found)
        return found

    def query(self, list_name: str, text: str, values: Collection[str]) -> None:
        """Have the records in the window whose ids a query finds, ``{marks}`` in it standing for values."""
        if not self.is_whole:
            self.read(list_name, [row[0] for row in in_chunks(self.connection, text, values)])

    def _referring(self, list_name: str, key: str, ids: Collection[str]) -> Iterator[str]:
        child = KEYS.get(list_name, {}).get(key)
        if child is None:
            text = f'SELECT id FROM "{SINGULAR[list_name]}" WHERE "{key}" IN ({{marks}})'
        else:
            parent, column = CHILDREN[child]
            table, parent = _FOUND_IN.get(child, (child, parent))
            text = f'SELECT DISTINCT "{parent}" FROM "{table}" WHERE "{column}" IN ({{marks}})'
        return (row[0] for row in in_chunks(self.connection, text, ids))

    def _take(self, list_name: str, rows: dict[str, dict[str, object]]) -> None:
        self.rows[SINGULAR[list_name]] |= rows
        if list_name == "deadlines":
            self.rows["milestone"] |= some_rows(self.connection, "milestone", rows, "deadline", "due, id")
        children = self._children(list_name, rows)
        for child, found in children.items():
            self.children[child] |= found
        records = self.entries[list_name]
        assert isinstance(records, Records)
        for identity, record in entries_of(list_name, rows, children).items():
            records.bring_in(identity, record)

    def _one(self, list_name: str, identity: str) -> Record | None:
        rows = some_rows(self.connection, SINGULAR[list_name], [identity])
        return entries_of(list_name, rows, self._children(list_name, rows)).get(identity)

    def _children(self, list_name: str, ids: Collection[str]) -> dict[str, Children]:
        return {child: some_children(self.connection, child, ids) for child in KEYS.get(list_name, {}).values()}

    def _ids(self, list_name: str) -> list[str]:
        query = f'SELECT id FROM "{SINGULAR[list_name]}" ORDER BY entry'
        return [identity for (identity,) in self.connection.execute(query)]


def read_around(window: Window, changed: dict[str, dict[str, list[Record]]]) -> None:
    """Bring in what must be resolved together with records that change: by list and id, as they were and as they are.

    What takes a default from them, says when a date of theirs was set, tells them again; and what is held against it.
    """
    if window.is_whole:
        return
    named: set[str] = {*changed["deadlines"]}
    named |= {_deadline(each) for records in changed["claims"].values() for each in records}
    claims = window.entries["claims"]
    named |= {_deadline(each) for each in _there(claims, window.referring("claims", "source", changed["sources"]))}
    window.referring("claims", "speaker", changed["speakers"])
    window.referring("claims", "commitments", changed["commitments"])
    _read_answers(window, changed["claims"])
    named |= _on_what_reports_may_be(window, changed["claims"])
    window.referring("deadlines", "of", changed["commitments"])
    _read_deadlines(window, changed["deadlines"], named)
    _read_joint_texts(window, changed["claims"])
    for claim in list(claims.values()):
        _read_told(window, claim)
    window.read("deadlines", map(_deadline, claims.values()))
    _read_starts(window)


def _deadline(claim: Record) -> str:
    """The id of the deadline that a claim names, or nothing."""
    return (claim.text("deadline") or "").partition("@")[0]


def _read_answers(window: Window, claims: Collection[str]) -> None:
    """What answers a claim, and what answers that, bears on the same where it says nothing else."""
    found, new = set(claims), set(claims)
    while new:
        new = window.referring("claims", "answers", new) - found
        found |= new
    window.referring("claims", "retells", found)


def _read_told(window: Window, claim: Record) -> None:
    """What a claim tells again."""
    seen: set[str] = set()
    while (told := claim.text("retells")) and told not in seen and told in window.entries["claims"]:
        seen.add(told)
        window.read("claims", [told])
        claim = window.entries["claims"][told]


def _on_what_reports_may_be(window: Window, claims: dict[str, list[Record]]) -> set[str]:
    """The deadlines on which reports may be that name none."""
    from truce_tracker.ledger_file.claims import bears_on

    reports = [
        each
        for each in _there(window.entries["claims"], claims)
        if each.text("stance") in REPORTS and not each.text("deadline")
    ]
    if not reports:
        return set()
    commitments = {each for report in reports for each in bears_on(report, window.entries["claims"])}
    due = window.referring("deadlines", "commitment", commitments)
    due |= {
        identity
        for identity, each in window.entries["deadlines"].items()
        if each.text("commitment") in commitments
    }  # fmt: skip
    return due | window.referring("deadlines", "replaces", due)


def _there(records: dict[str, Record], ids: Iterable[str]) -> Iterator[Record]:
    return (record for each in ids if (record := records.get(each)) is not None)


def _read_deadlines(window: Window, changed: Collection[str], named: set[str]) -> None:
    """Who names a deadline tells when its phrase was said; its milestones start clocks; what replaces it is alike."""
    deadlines = window.entries["deadlines"]
    window.read("deadlines", named)
    window.referring("claims", "deadline", named)
    milestones = [each["id"] for each in window.rows["milestone"].values() if each["deadline"] in named]
    window.referring("deadlines", "of", {*named, *milestones})
    window.referring("deadlines", "replaces", changed)
    window.read("deadlines", [each for one in _there(deadlines, changed) for each in one.items("replaces")])
    if any(each.text("within") for each in _there(deadlines, changed)):
        clocks = window.connection.execute("SELECT id FROM deadline WHERE within IS NOT NULL").fetchall()
        window.read("deadlines", [identity for (identity,) in clocks])


def _read_starts(window: Window) -> None:
    """The deadlines whose milestones start the clocks of those that are there."""
    deadlines = window.entries["deadlines"]
    seen = 0
    while seen < len(deadlines):
        seen = len(deadlines)
        window.read("deadlines", [(each.text("of") or "").partition("@")[0] for each in deadlines.values()])


def _read_joint_texts(window: Window, claims: dict[str, list[Record]]) -> None:
    """The other accounts of a text of several parties, and all that tells whose the sources of these are."""
    joint = [each for each in _there(window.entries["claims"], claims) if len(each.items("parties")) > 1]
    if not joint:
        return
    sources = window.entries["sources"]
    written = [each.text("said") or _published(window, each) for each in joint]
    window.query("claims", _JOINT_TEXTS, {read_date(each).first.isoformat() for each in written if each})
    outlets: set[str] = set()
    for claim in window.entries["claims"].values():
        seen: set[str] = set()
        at = claim.text("source") if len(claim.items("parties")) > 1 else None
        while at is not None and at not in seen and (source := sources.get(at)) is not None:
            seen.add(at)
            outlets.add(source.text("outlet") or "")
            at = source.text("based_on")
    window.query("claims", _OFFICIAL_TEXTS, outlets - {""})


def _published(window: Window, claim: Record) -> str | None:
    source = window.entries["sources"].get(claim.text("source") or "")
    return source.text("published") if source is not None else None
