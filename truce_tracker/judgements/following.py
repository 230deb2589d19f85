"""Questions that follow the days: what happened when, and which day and claim changed which verdict."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Unpack

from truce_tracker import rows as kinds
from truce_tracker.dates import next_day
from truce_tracker.judgements.asking import TAKES_PART, Answer, Asker, Day, Filters
from truce_tracker.judgements.building import grouped, sparing
from truce_tracker.judgements.compose import query
from truce_tracker.judgements.explaining import status_if

_REPORTED = ("met", "met late", "unmet")
_Key = tuple[str, str]  # commitment or milestone, and its id


@dataclass(frozen=True)
class _Verdicts:
    """What holds on a day: the row of each verdict by kind and id, and every position by commitment and party."""

    rows: dict[_Key, sqlite3.Row]
    positions: dict[_Key, str]


class Following(Asker):
    """A store, open for questions about the order of things."""

    def timeline(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.TimelineRow]:
        """Claims, milestones and checks, by day; milestones to come as well."""
        found = sparing(self._ask("timeline", as_of, filters), "id", "text")
        rows = [kinds.TimelineRow(*values) for values in found]
        return Answer(rows, self._total("timeline", as_of, filters, len(rows)))

    def changes(self, as_of: Day, start: Day, **filters: Unpack[Filters]) -> Answer[kinds.ChangeRow]:
        """The statuses of commitments and milestones that changed after `start`, up to `as_of`, by day.

        Found by asking for the verdicts of every day on which one can change. The filters are those of `commitments`.
        """
        unlimited = filters.copy()
        unlimited["limit"] = None
        wanted = {row["commitment"] for row in self._ask("commitments", start, unlimited, TAKES_PART)}
        changes: list[kinds.ChangeRow] = []
        before = self._verdicts(str(start))
        for day in self._days(str(start), str(as_of)):
            now = self._verdicts(day)
            changes += self._changed(day, before, now, wanted)
            before = now
        return Answer(changes[: filters.get("limit")], len(changes))

    def _days(self, since: str, until: str) -> list[str]:
        found = self.connection.execute(query("behind", "replayed_days").text, {"since": since, "until": until})
        return sorted({next_day(row["day"]) if row["passed"] else row["day"] for row in found})

    def _verdicts(self, day: str) -> _Verdicts:
        rows = {(row["kind"], row["id"]): row for row in self._ask_behind("verdicts", day)}
        positions = self.connection.execute("SELECT commitment, party, position FROM temp.position")
        return _Verdicts(rows, {(row[0], row[1]): row[2] for row in positions})

    def _changed(self, day: str, before: _Verdicts, now: _Verdicts, wanted: set[str]) -> Iterator[kinds.ChangeRow]:
        changed = [
            (before.rows.get(key), row)
            for key, row in now.rows.items()
            if row["commitment"] in wanted and _status(before.rows.get(key)) != row["status"]
        ]
        movers = grouped(self._ask_behind("movers", day)) if changed else {}
        for old, new in changed:
            by = [each for each in movers.get(new["id"], []) if _moves(each, _status(old), new, before.positions)]
            if len(by) > 1 and new["kind"] == "commitment":
                by = self._needed(new, by, before.positions)
            yield kinds.ChangeRow(
                day=day,
                kind=new["kind"],
                id=new["id"],
                summary=new["summary"],
                before=_status(old),
                after=new["status"],
                by=tuple(kinds.Mover(each["claim"], each["party"], each["speaker"]) for each in by),
            )

    def _needed(self, now: sqlite3.Row, by: list[sqlite3.Row], positions: dict[_Key, str]) -> list[sqlite3.Row]:
        """Those without whose new position the status would not be this one; all, where each of several would do."""
        involved = "SELECT * FROM temp.standing WHERE commitment = ?"
        standings = self.connection.execute(involved, (now["id"],)).fetchall()
        backs = {each["claim"]: positions.get((now["id"], each["party"]), "silent") for each in by}
        needed = [each for each in by if status_if(standings, {each["party"]: backs[each["claim"]]}) != now["status"]]
        return needed or by


def _status(row: sqlite3.Row | None) -> str | None:
    return row["status"] if row else None


def _moves(mover: sqlite3.Row, before: str | None, now: sqlite3.Row, positions: dict[_Key, str]) -> bool:
    """Whether a claim of the day is of the sort that makes such a change, and changed something itself."""
    if now["kind"] == "commitment":
        return bool(mover["why"] == "position" and positions.get((mover["id"], mover["party"])) != mover["word"])
    if before is None or now["status"] == "moved":
        return bool(mover["why"] == "naming")
    return mover["why"] == "report" and (now["status"] in _REPORTED or before in _REPORTED)
