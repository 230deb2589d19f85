"""What the status of a commitment would be if a party stood elsewhere: the same SQL, asked of supposed standings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from truce_tracker.judgements.compose import query

_STANDING = "CREATE TABLE standing (commitment, party, is_obligor, is_beneficiary, position)"


def status_if(standings: Iterable[sqlite3.Row], supposed: Mapping[str, str]) -> str:
    """The status that follows from the standings of one commitment, with the supposed positions of some parties."""
    names = ("commitment", "party", "is_obligor", "is_beneficiary")
    rows = [(*(row[name] for name in names), supposed.get(row["party"], row["position"])) for row in standings]
    world = sqlite3.connect(":memory:")
    try:
        world.execute(_STANDING)
        world.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?)", rows)
        return str(world.execute(query("base", "status").text).fetchone()[1])
    finally:
        world.close()
