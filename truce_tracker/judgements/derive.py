"""What follows from the ledger and not from the day that is asked for: worked out once, when it is written.

How each claim counts for each of its parties and commitments, whose doing a report tells of, from when a deadline is
known, and to which milestone a report belongs (sql/derived). Whoever writes a store calls this in the same transaction.

None of it leads from one commitment to another, unless a deadline of one replaces one of the other; nor, for claims
that bear on none, from one topic to another. So where a few records were written, it is worked out again for the
commitments and topics that they bear on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from truce_tracker.judgements import views
from truce_tracker.store import Connection, Touched

_ORDER = ("told_of", "pair", "retells", "known_deadline")
_TABLES = ("known_deadline", "pair", "told_of")
_RANKED = ("place", "statement", "retells")  # columns that hold places
_ROOM = 2**32  # between two places, as sql/derived/place.sql has it
_PLACED = """
    CREATE TEMP TABLE placed (
        claim TEXT, party_place INTEGER, commitment_place INTEGER, place INTEGER,
        PRIMARY KEY (claim, party_place, commitment_place)
    ) WITHOUT ROWID
"""


def settle(connection: Connection, touched: Touched | None = None) -> None:
    """Make anew what a store holds beside the ledger: what follows from it, and the views for other programs.

    `touched` are the rows that were written since; without it everything is worked out again.
    """
    if touched is None or not _derive_around(connection, touched):
        derive(connection)
    views.install(connection)


def out_of_step(connection: Connection) -> Iterator[str]:
    """The tables that do not hold what follows from the ledger; works it out again, so that they do."""
    before = {name: _rows(connection, name) for name in _TABLES}
    derive(connection)
    yield from (name for name in _TABLES if _rows(connection, name) != before[name])


def _rows(connection: Connection, name: str) -> list[tuple[Any, ...]]:
    """The rows of a table, with the rank of each place for the place itself: what is between two means nothing."""
    found = connection.execute(f'SELECT * FROM "{name}"')
    ranked = [number for number, (column, *_) in enumerate(found.description) if name == "pair" and column in _RANKED]
    rows = [list(row) for row in found]
    rank = {place: number for number, place in enumerate(sorted(row[ranked[0]] for row in rows))} if ranked else {}
    for row in rows:
        for number in ranked:
            row[number] = rank.get(row[number])
    return sorted((tuple(row) for row in rows), key=repr)


def derive(connection: Connection) -> None:
    """Work out again all that follows from the ledger as it is now."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    connection.execute(_PLACED)
    _run(connection, "place", *_ORDER, "home")
    connection.execute("DROP TABLE temp.placed")


def _run(connection: Connection, *names: str) -> None:
    for name in names:
        path = Path(__file__).with_name("sql") / "derived" / f"{name}.sql"
        connection.execute(path.read_text(encoding="utf-8"))


# -- around what was written -----------------------------------------------------------------------------------------

_SCOPES = ("written", "commitments", "topics", "claims")
# the tables that are read as if there were nothing else in them
_SHADOWS = {
    "claim": "id IN (SELECT id FROM temp.claims)",
    "claim_commitment": "claim IN (SELECT id FROM temp.claims) AND commitment IN (SELECT id FROM temp.commitments)",
    "deadline": "commitment IN (SELECT id FROM temp.commitments)",
}
_ON_COMMITMENT = "commitment IN (SELECT id FROM temp.commitments)"
_ON_TOPIC = """
    EXISTS (SELECT 1 FROM temp.topics) AND commitment IS NULL AND topic IN (SELECT id FROM temp.topics)
"""
_OF_WRITTEN = (
    (
        "commitments",
        """
        SELECT commitment FROM pair WHERE claim IN (SELECT id FROM temp.written) AND commitment IS NOT NULL
        UNION SELECT commitment FROM claim_commitment WHERE claim IN (SELECT id FROM temp.written)
        """,
    ),
    (
        "commitments",
        """
        WITH RECURSIVE linked (id) AS (
            SELECT id FROM temp.commitments
            UNION
            SELECT other.commitment
            FROM linked
            JOIN deadline AS one ON one.commitment = linked.id
            JOIN (SELECT deadline AS one, replaces AS other FROM deadline_replaces
                  UNION ALL SELECT replaces, deadline FROM deadline_replaces) AS r ON r.one = one.id
            JOIN deadline AS other ON other.id = r.other
        )
        SELECT id FROM linked
        """,
    ),
    (
        "topics",
        """
        SELECT topic FROM pair WHERE claim IN (SELECT id FROM temp.written) AND commitment IS NULL
        UNION SELECT topic FROM claim AS c
              WHERE id IN (SELECT id FROM temp.written)
                    AND NOT EXISTS (SELECT 1 FROM claim_commitment AS cc WHERE cc.claim = c.id)
        """,
    ),
    (
        "claims",
        f"""
        SELECT claim FROM pair WHERE {_ON_COMMITMENT}
        UNION SELECT claim FROM pair WHERE {_ON_TOPIC}
        UNION SELECT id FROM temp.written
        """,
    ),
)
_KEPT = f"""
    INSERT INTO temp.placed
    SELECT p.claim, COALESCE(cp.place, 0), COALESCE(cc.place, 0), p.place
    FROM (SELECT * FROM pair WHERE {_ON_COMMITMENT} UNION ALL SELECT * FROM pair WHERE {_ON_TOPIC}) AS p
    LEFT JOIN claim_party AS cp ON cp.claim = p.claim AND cp.party = p.party
    LEFT JOIN claim_commitment AS cc ON cc.claim = p.claim AND cc.commitment = p.commitment
    WHERE p.claim NOT IN (SELECT id FROM temp.written)
"""
_TO_PLACE = """
    SELECT c.said_first, c.said_last, c.entry, c.id, COALESCE(cp.place, 0), COALESCE(cc.place, 0)
    FROM claim AS c
    LEFT JOIN claim_party AS cp ON cp.claim = c.id
    LEFT JOIN claim_commitment AS cc ON cc.claim = c.id
    WHERE c.id IN (SELECT id FROM temp.written)
    ORDER BY c.said_first, c.said_last, c.entry, cp.party, cc.place
"""
_BESIDE = """
    SELECT c.said_first, c.said_last, (SELECT {most}(p.place) FROM pair AS p WHERE p.claim = c.id)
    FROM claim AS c
    WHERE (c.said_first, c.said_last, c.entry) {than} (?, ?, ?) AND c.id NOT IN (SELECT id FROM temp.written)
    ORDER BY c.said_first {way}, c.said_last {way}, c.entry {way}
    LIMIT 1
"""
_BEFORE = _BESIDE.format(most="MAX", than="<", way="DESC")
_BEHIND = _BESIDE.format(most="MIN", than=">", way="ASC")


def _derive_around(connection: Connection, touched: Touched) -> bool:
    """Work out again what rests on the rows that were written. False, and nothing is done, where there is no room
    between two places for a claim."""
    for name in _SCOPES:
        connection.execute(f"CREATE TEMP TABLE {name} (id TEXT PRIMARY KEY)")
    connection.execute(_PLACED)
    try:
        _find_scope(connection, touched)
        if not _place(connection):
            return False
        connection.execute(f"DELETE FROM pair WHERE {_ON_COMMITMENT}")
        connection.execute(f"DELETE FROM pair WHERE {_ON_TOPIC}")
        connection.execute("DELETE FROM told_of WHERE commitment IN (SELECT id FROM temp.commitments)")
        connection.executemany("DELETE FROM known_deadline WHERE deadline = ?", _each(touched.get("deadline", ())))
        connection.execute(f"""
            DELETE FROM known_deadline WHERE deadline IN (SELECT id FROM deadline WHERE {_SHADOWS["deadline"]})
        """)
        for table, condition in _SHADOWS.items():
            connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {condition}")
        _run(connection, *_ORDER)
        connection.execute(f"CREATE TEMP VIEW pair AS SELECT * FROM main.pair WHERE {_ON_COMMITMENT}")
        _run(connection, "home")
    finally:
        for view in (*_SHADOWS, "pair"):
            connection.execute(f"DROP VIEW IF EXISTS temp.{view}")
        for name in (*_SCOPES, "placed"):
            connection.execute(f"DROP TABLE temp.{name}")
    return True


def _each(ids: Collection[str]) -> list[tuple[str]]:
    return [(identity,) for identity in ids]


def _find_scope(connection: Connection, touched: Touched) -> None:
    """The claims that were written, and the commitments and topics that what was written bears on."""
    add = "INSERT OR IGNORE INTO temp.{} {}".format
    connection.executemany(add("written", "VALUES (?)"), _each(touched.get("claim", ())))
    of_source = "SELECT id FROM claim WHERE source = ?"
    connection.executemany(add("written", of_source), _each(touched.get("source", ())))
    connection.executemany(add("commitments", "VALUES (?)"), _each(touched.get("commitment", ())))
    of_deadline = "SELECT commitment FROM deadline WHERE id = ?"
    connection.executemany(add("commitments", of_deadline), _each(touched.get("deadline", ())))
    for name, query in _OF_WRITTEN:
        connection.execute(add(name, query))


def _place(connection: Connection) -> bool:
    """Give the claims that were written places among the others, which keep theirs. False where there is no room."""
    connection.execute(_KEPT)
    places: list[tuple[str, int, int, int]] = []
    wanted = connection.execute(_TO_PLACE).fetchall()
    found = ((row, *_neighbours(connection, row[:3])) for row in wanted)
    for (before, behind), together in groupby(found, lambda each: each[1:3]):
        rows, same_day = zip(*((row, is_same_day) for row, *_, is_same_day in together), strict=True)
        if behind is None:
            step = _ROOM
        else:
            step = (behind - before) // (len(rows) + 1)
            if same_day[-1]:  # another one of that day comes behind it
                step = min(step, max(1, (behind - before) // 256))
        if step == 0 or before + step * len(rows) >= 2**62:
            return False
        places += [(*row[3:], before + step * number) for number, row in enumerate(rows, 1)]
    connection.executemany("INSERT INTO temp.placed VALUES (?, ?, ?, ?)", places)
    return True


def _neighbours(connection: Connection, at: tuple[str, str, int]) -> tuple[int, int | None, bool]:
    """The places between which a claim stands, and whether the one before is of the same day."""
    before = connection.execute(_BEFORE, at).fetchone()
    behind = connection.execute(_BEHIND, at).fetchone()
    return before[2] if before else 0, behind and behind[2], bool(before and before[:2] == at[:2])
