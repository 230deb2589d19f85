"""Where the parties of one commitment stand, and what its status would be if they stood elsewhere.

The same SQL is asked, of supposed standings: nothing is judged here a second time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from truce_tracker.judgements.asking import Asker
from truce_tracker.judgements.compose import query

_WORLD = (
    "CREATE TABLE standing (commitment, party, is_obligor, is_beneficiary, position)",
    "CREATE TABLE position (commitment, party, position)",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who owes a commitment or is owed it, each with its position, and every party that has one."""

    involved: list[sqlite3.Row]
    positions: list[sqlite3.Row]

    @property
    def outside(self) -> list[sqlite3.Row]:
        """The other parties that take a position."""
        involved = {row["party"] for row in self.involved}
        taking = [row for row in self.positions if row["position"] not in ("declines", "mentions")]
        return [row for row in taking if row["party"] not in involved]

    def status_if(self, supposed: Mapping[str, str]) -> str:
        """The status that follows with the supposed positions of some parties."""
        names = ("commitment", "party", "is_obligor", "is_beneficiary")
        standing = [
            (*map(row.__getitem__, names), supposed.get(row["party"], row["position"])) for row in self.involved
        ]
        taken = {**{row["party"]: row["position"] for row in self.positions}, **supposed}
        commitment = self.involved[0]["commitment"]
        with sqlite3.connect(":memory:") as world:
            for table in _WORLD:
                world.execute(table)
            world.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?)", standing)
            world.executemany("INSERT INTO position VALUES (?, ?, ?)", ((commitment, *each) for each in taken.items()))
            return str(world.execute(query("base", "status").text).fetchone()[1])


class Standings(Asker):
    """A store, open for supposing; the base of a day must be there."""

    def standing(self, commitment: str) -> Standing:
        """Where the parties of a commitment stand, on the day that was asked for last."""
        involved = "SELECT * FROM temp.standing WHERE commitment = ? ORDER BY party"
        positions = "SELECT party, position, since FROM temp.position WHERE commitment = ? ORDER BY party"
        return Standing(
            self.connection.execute(involved, (commitment,)).fetchall(),
            self.connection.execute(positions, (commitment,)).fetchall(),
        )
