"""Questions that follow the days: what happened when, and which day and claim changed which verdict."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Unpack

from truce_tracker import rows
from truce_tracker.dates import next_day
from truce_tracker.judgements.asking import TAKES_PART, Answer, Day, Filters, grouped
from truce_tracker.judgements.compose import query
from truce_tracker.judgements.standings import Standings

_REPORTED = ("met", "met late", "unmet", "disputed")
_NOTHING_YET = ("open", "due", "in force", "waiting")
_Key = tuple[str, str]  # commitment or milestone, and its id


@dataclass(frozen=True)
class _Verdicts:
    """What holds on a day: the row of each verdict by kind and id, and every position by commitment and party."""

    rows: dict[_Key, sqlite3.Row]
    positions: dict[_Key, str]


class Following(Standings):
    """A store, open for questions about the order of things."""

    def timeline(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.TimelineRow]:
        """Claims, milestones and checks, by day; milestones to come as well."""
        found = _sparing(self._ask("timeline", as_of, filters), "id", "text")
        entries = [rows.TimelineRow(*values) for values in found]
        return Answer(entries, self._total("timeline", as_of, filters, len(entries)))

    def changes(self, as_of: Day, start: Day, **filters: Unpack[Filters]) -> Answer[rows.ChangeRow]:
        """The statuses and states of commitments, and the statuses of milestones, that changed after `start`, by day.

        Only the days up to `as_of` on which something became known or fell due are asked for, and of each only the
        commitments that it can touch. The filters are those of `commitments`. Ask this before other questions: what the
        days between rest on takes the place of what they have ready.
        """
        unlimited = filters.copy()
        unlimited["limit"] = None
        wanted = {row[0] for row in self._ask("chosen", as_of, unlimited, TAKES_PART)}
        changes: list[rows.ChangeRow] = []
        before = self._verdicts(str(start))
        for day in self._days(str(start), str(as_of)):
            with self._only([row[0] for row in self.connection.execute(_TOUCHED, {"as_of": day})]):
                now = self._verdicts(day)
                changes += self._changed(day, before, now, wanted)
            before.rows.update(now.rows)
            before.positions.update(now.positions)
        return Answer(changes[: filters.get("limit")], len(changes))

    def _days(self, since: str, until: str) -> list[str]:
        found = self.connection.execute(query("behind", "replayed_days").text, {"since": since, "until": until})
        days = {next_day(row["day"]) if row["passed"] else row["day"] for row in found}
        return sorted(day for day in days if since < day <= until)

    def _verdicts(self, day: str) -> _Verdicts:
        found = {(row["kind"], row["id"]): row for row in self._ask_behind("verdicts", day)}
        self._rest_on(("position",), day)
        positions = self.connection.execute("SELECT commitment, party, position FROM temp.position")
        return _Verdicts(found, {(row[0], row[1]): row[2] for row in positions})

    def _changed(self, day: str, before: _Verdicts, now: _Verdicts, wanted: set[str]) -> Iterator[rows.ChangeRow]:
        changed = [
            (_status(before.rows.get(key)), row)
            for key, row in now.rows.items()
            if row["commitment"] in wanted and _is_news(_status(before.rows.get(key)), row)
        ]
        movers = grouped(self._ask_behind("movers", day)) if changed else {}
        for old, new in changed:
            found = movers.get(new["id"], [])
            by = [each for each in found if _moves(each, old, new, before.positions)]
            if new["kind"] == "state":
                by = [each for each in by if each["why"] == "doing"] or by
            if new["kind"] == "commitment":
                by = self._needed(new, by, before.positions) if len(by) > 1 else by
                by = by or [each for each in found if old is None and each["why"] == "speaking"]
            told = {each["claim"]: rows.Mover(each["claim"], each["party"], each["speaker"]) for each in by}
            yield rows.ChangeRow(day, new["kind"], new["id"], new["summary"], old, new["status"], tuple(told.values()))

    def _needed(self, now: sqlite3.Row, by: list[sqlite3.Row], positions: dict[_Key, str]) -> list[sqlite3.Row]:
        """Those without whose new position the status would not be this one; all, where each of several would do."""
        standing = self.standing(now["id"])
        backs = {each["claim"]: positions.get((now["id"], each["party"]), "silent") for each in by}
        needed = [each for each in by if standing.status_if({each["party"]: backs[each["claim"]]}) != now["status"]]
        return needed or by


_TOUCHED = query("behind", "touched").text


def _status(row: sqlite3.Row | None) -> str | None:
    return row["status"] if row else None


def _is_news(before: str | None, now: sqlite3.Row) -> bool:
    """Whether a verdict is another one; of a commitment that is new, what became of it only where anything did."""
    if now["kind"] == "state" and before is None:
        return now["status"] not in _NOTHING_YET
    return bool(before != now["status"])


def _moves(mover: sqlite3.Row, before: str | None, now: sqlite3.Row, positions: dict[_Key, str]) -> bool:
    """Whether a claim of the day is of the sort that makes such a change, and changed something itself."""
    if now["kind"] == "commitment":
        return bool(mover["why"] == "position" and positions.get((mover["id"], mover["party"])) != mover["word"])
    if now["kind"] == "state":
        return _moves_state(mover, before, now["status"])
    if mover["why"] == "clock":
        return before == "waiting"
    if before is None or now["status"] in ("moved", "variant"):
        return bool(mover["why"] == "naming")
    return mover["why"] == "report" and (now["status"] in _REPORTED or before in _REPORTED)


def _sparing(found: Iterable[sqlite3.Row], *unlike: str) -> Iterator[list[Any]]:
    """The values of each row, a word that recurs kept once: a hundred thousand rows take half the memory.

    In the columns `unlike` hardly a word recurs, so none is looked up.
    """
    kept: dict[str, str] = {}
    for row in found:
        yield [
            kept.setdefault(value, value) if type(value) is str and column not in unlike else value
            for column, value in zip(row.keys(), row, strict=True)
        ]


def _moves_state(mover: sqlite3.Row, before: str | None, after: str) -> bool:
    """Whether a claim is of the sort that changes what became of a commitment so; a day that passes needs none."""
    if mover["why"] == "doing":
        return bool(mover["word"] != "reports-progress")
    if mover["why"] == "clock":
        return before == "waiting"
    if mover["why"] == "dating":
        return after not in ("late", "lapsed")
    return bool(mover["why"] == "position" and (before == "ended" or after == "disputed"))
