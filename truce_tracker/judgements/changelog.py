"""The history of a ledger, read: which command did what to which record."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from truce_tracker.judgements.asking import Answer, Asker
from truce_tracker.rows.log import ChangeKept, HindsightRow, LogRow, numbers_in, standing

_CHANGES = """
    SELECT "list", id, was, before, after, digest IS NULL AS removed
    FROM change
    WHERE operation = :number AND CASE WHEN :record IS NULL THEN before IS NOT NULL ELSE :record IN (id, was) END
    ORDER BY rowid
"""
_COUNTS = """
    SELECT operation,
           COUNT(*) FILTER (WHERE before IS NULL AND was IS NULL) AS added,
           COUNT(*) FILTER (WHERE before IS NOT NULL AND digest IS NOT NULL) AS changed,
           COUNT(*) FILTER (WHERE digest IS NULL) - COUNT(*) FILTER (WHERE was IS NOT NULL) AS removed,
           COUNT(*) FILTER (WHERE was IS NOT NULL) AS renamed
    FROM change
    GROUP BY operation
"""
_OPERATIONS = "SELECT * FROM operation ORDER BY number DESC"
_NAMES = """
    WITH RECURSIVE name (id, until) AS (
        SELECT id, CAST(NULL AS BIGINT) FROM change WHERE id = :record
        UNION
        SELECT change.was, change.operation FROM name JOIN change USING (id)
        WHERE was IS NOT NULL AND (until IS NULL OR operation < until)
    )
    SELECT id FROM name
"""


_HINDSIGHT = """
    WITH RECURSIVE called (claim, earlier) AS (  -- each claim with the ids that it had
        SELECT id, id FROM claim
        UNION
        SELECT claim, was FROM called JOIN change ON change.id = earlier AND "list" = 'claims' WHERE was IS NOT NULL
    ),
    entered AS (
        SELECT claim, MIN(moment) AS moment
        FROM called JOIN change ON change.id = earlier AND "list" = 'claims' JOIN operation ON number = operation
        WHERE before IS NULL AND was IS NULL
        GROUP BY claim
    )
    SELECT COALESCE(moment, claim.recorded) AS recorded, MIN(pair.known) AS known, claim.id AS claim,
           COALESCE(claim.said, source.published) AS said, MIN(pair.party) AS party, claim.speaker, claim.stance,
           MIN(pair.commitment) AS commitment, claim.source, COALESCE(claim.text, claim.quote) AS text
    FROM claim
    JOIN source ON source.id = claim.source
    JOIN pair ON pair.claim = claim.id
    LEFT JOIN entered ON entered.claim = claim.id
    WHERE COALESCE(moment, claim.recorded) BETWEEN :first AND :last || 'T24'
    GROUP BY claim.id, source.id, entered.moment
    HAVING MIN(pair.known) < :first
    ORDER BY 1, claim.entry
"""


class Changelog(Asker):
    """A store, open to ask who changed what, and when it was entered."""

    def hindsight(self, first: str, last: str, limit: int | None = None) -> Answer[HindsightRow]:
        """The claims that were entered from one ISO day to another (UTC), though they were known before the first."""
        rows = self.connection.execute(_HINDSIGHT, {"first": first, "last": last})
        found = [HindsightRow(*row) for row in rows]
        return Answer(found[:limit], len(found))

    def log(self, record: str | None = None, since: str | None = None, limit: int | None = None) -> list[LogRow]:
        """The commands that changed the ledger, or one record, by its id; the newest first.

        `since` is an ISO day (UTC). Where no record is asked for, those that were added are only counted.
        """
        rows = self.connection.execute(_OPERATIONS).fetchall()
        in_force = standing((row["number"], numbers_in(row["takes_back"])) for row in rows)
        counts = {row["operation"]: row for row in self.connection.execute(_COUNTS)}
        names = [row["id"] for row in self.connection.execute(_NAMES, {"record": record})] if record else []
        found: list[LogRow] = []
        for row in rows:
            if since is not None and row["moment"] < since:
                continue
            kept = self._changes(row["number"], names)
            if names and not kept:
                continue
            counted = _counted(counts.get(row["number"]))
            takes_back, is_in_force = numbers_in(row["takes_back"]), row["number"] in in_force
            said = (row["number"], row["moment"], row["command"], row["by"])
            found.append(LogRow(*said, takes_back, is_in_force, counted, tuple(kept)))
            if limit is not None and len(found) == limit:
                break
        return found

    def _changes(self, number: int, names: list[str]) -> list[ChangeKept]:
        asked: list[str | None] = [*names] or [None]
        kept = [
            _kept(row)
            for name in asked
            for row in self.connection.execute(_CHANGES, {"number": number, "record": name})
        ]
        renamed = {(each.list, each.was) for each in kept if each.was}
        return list({(each.list, each.id): each for each in kept if (each.list, each.id) not in renamed}.values())


def _kept(row: sqlite3.Row) -> ChangeKept:
    before, after = (json.loads(row[key]) if row[key] is not None else {} for key in ("before", "after"))
    kind = "renamed" if row["was"] else "removed" if row["removed"] else "added" if row["before"] is None else "changed"
    return ChangeKept(row["list"], row["id"], kind, row["was"], before, after)


def _counted(row: Mapping[str, float] | None) -> dict[str, int]:
    kinds = ("added", "changed", "removed", "renamed")
    return {kind: int(row[kind]) for kind in kinds if row[kind]} if row is not None else {}
