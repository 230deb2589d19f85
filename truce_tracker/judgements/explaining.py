"""Why a verdict is what it is: the rows that the judgements gave, in the order in which a person asks for them.

Nothing is judged here a second time: statuses, positions and one-sided claims come from their own SQL, and what would
change a status is asked of the same SQL about supposed positions. The rules in words are those of `verdicts`,
which is imported where one is asked for: every listing loads this module, and none needs them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from truce_tracker import rows
from truce_tracker.judgements.asking import Answer, Asker, Day
from truce_tracker.judgements.compose import query
from truce_tracker.vocabulary import Stance

_NEEDED = ("position", "standing", "status", "report", "milestone_state")
_NOT_KNOWN = "not known"
_DOING = {
    Stance.AFFIRMS: "affirming it on the record",
    Stance.AFFIRMS_IN_PART: "affirming a part of it on the record",
    Stance.DENIES: "denying it",
    Stance.WITHDRAWS: "withdrawing",
}
"""The positions that a party can be supposed to take, as what it would do."""


class Explaining(Asker):
    """A store, open for the question why."""

    def why(self, as_of: Day, identity: str) -> Answer[rows.Explanation]:
        """An explanation for each claim, commitment or milestone of this id, or milestone of such a deadline."""
        self._rest_on(_NEEDED, as_of)
        day = str(as_of)
        found = [self._why_claim(row, day) for row in self._rows("SELECT * FROM claim WHERE id = ?", identity)]
        found += (self._why_commitment(row, day) for row in self._rows(_COMMITMENT, identity))
        found += (self._why_milestone(row, day) for row in self._rows(_MILESTONE, identity))
        return Answer(found)

    def _rows(self, query: str, *values: str) -> list[sqlite3.Row]:
        return self.connection.execute(query, values).fetchall()

    # -- a commitment ----------------------------------------------------------------------------------------------

    def _why_commitment(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        considered = self._ask_behind("considered", day, subject=row["id"]).fetchall()
        standings = self._rows(_STANDINGS, row["id"])
        return rows.Explanation(
            kind="commitment",
            id=row["id"],
            as_of=day,
            summary=row["summary"],
            verdict=row["status"],
            rule=_status_rule(row["status"]),
            facts=tuple(map(_stands, standings)),
            looked_at=_looked_at(considered),
            left_out=(*_left_out(considered), *self._elsewhere(row["id"], day)),
            sides=self._sides(row["id"], considered, day),
            would_change=tuple(_supposed(standings, row["status"])),
        )

    def _elsewhere(self, commitment: str, day: str) -> Iterator[rows.LeftOut]:
        row = self._ask_behind("elsewhere", day, subject=commitment).fetchone()
        for why, count in (("on another commitment of the topic", row[0]), ("on another topic", row[1])):
            if count:
                yield rows.LeftOut(why, count, ())

    def _sides(self, commitment: str, considered: Iterable[sqlite3.Row], day: str) -> tuple[rows.Side, ...]:
        origins = {row["source"]: row["origin"] for row in self._ask_behind("origins", day, subject=commitment)}
        sides: dict[tuple[str | None, str], set[str]] = {}
        for row in considered:
            if row["left_out"] is None:
                sides.setdefault((row["party"], row["stance"]), set()).add(row["source"])
        return tuple(
            rows.Side(party, stance, len(sources), len({origins[source] for source in sources}))
            for (party, stance), sources in sorted(sides.items(), key=lambda side: (side[0][0] or "~", side[0][1]))
        )

    # -- a claim ---------------------------------------------------------------------------------------------------

    def _why_claim(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        from truce_tracker.verdicts import Term

        commitment = row["commitment"]
        considered = self._ask_behind("considered", day, subject=commitment).fetchall() if commitment else []
        standings = self._rows(_STANDINGS, commitment) if commitment else []
        others = [each for each in standings if each["party"] != row["party"]]
        one_sided = commitment is not None and self._is_one_sided(row, day)
        return rows.Explanation(
            kind="claim",
            id=row["id"],
            as_of=day,
            summary=row["text"] or row["quote"],
            verdict="one-sided" if one_sided else "not one-sided",
            rule=f"{Term.ONE_SIDED} is {Term.ONE_SIDED.meaning}",
            facts=(*_why_not(row, standings, day, one_sided), *map(_stands, others)),
            looked_at=_looked_at(considered),
            left_out=_left_out(considered),
            sides=self._sides(commitment, considered, day) if commitment else (),
            would_change=tuple(_claim_changes(row["party"], others, one_sided)),
        )

    def _is_one_sided(self, row: sqlite3.Row, day: str) -> bool:
        found = self._ask("one_sided", day, {"commitment": [row["commitment"]]})
        return any(each["claim"] == row["id"] for each in found)

    # -- a milestone -----------------------------------------------------------------------------------------------

    def _why_milestone(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        from truce_tracker.verdicts import MilestoneStatus as Is

        reported = self._ask_behind("reported", day, subject=row["commitment"], milestone=row["id"]).fetchall()
        status = row["status"] or _NOT_KNOWN
        return rows.Explanation(
            kind="milestone",
            id=row["id"],
            as_of=day,
            summary=row["summary"],
            verdict=status,
            rule=_milestone_rule(status),
            facts=tuple(self._milestone_facts(row, status, day)),
            looked_at=_looked_at(reported, deciding=status in (Is.MET, Is.MET_LATE, Is.UNMET)),
            left_out=_left_out(reported),
            sides=self._sides(row["commitment"], reported, day),
            would_change=tuple(_milestone_changes(status, row["due"])),
        )

    def _milestone_facts(self, row: sqlite3.Row, status: str, day: str) -> Iterator[str]:
        from truce_tracker.verdicts import MilestoneStatus

        self._show([row])
        first = self._ask_behind("stated", day).fetchone()
        told = f", first said by {_who(first)} ({first['claim']})" if first else ""
        yield f"{'due' if row['kind'] == 'due' else 'expires'} {row['due']}{told}"
        if status == MilestoneStatus.MOVED:
            later = self._rows("SELECT id FROM deadline WHERE replaces = ?", row["deadline"])
            yield f"replaced by {', '.join(each['id'] for each in later)}"
        elif row["kind"] == "due":
            yield f"last day to which the words of an obligor were looked through: {row['last_checked'] or 'never'}"


_COMMITMENT = (
    "SELECT k.id, k.summary, s.status FROM commitment AS k JOIN status AS s ON s.commitment = k.id WHERE k.id = ?"
)
_SUPPOSED = "CREATE TABLE standing (commitment, party, is_obligor, is_beneficiary, position)"
_STANDINGS = "SELECT * FROM standing WHERE commitment = ? ORDER BY party"
_MILESTONE = """
    SELECT m.id, m.deadline, m.due, d.kind, d.commitment, k.summary, s.status, s.last_checked
    FROM milestone AS m
    JOIN deadline AS d ON d.id = m.deadline
    JOIN commitment AS k ON k.id = d.commitment
    LEFT JOIN milestone_state AS s ON s.milestone = m.id
    WHERE ? IN (m.id, m.deadline)
    ORDER BY m.due
"""


def _who(row: sqlite3.Row) -> str:
    """``US bessent``, ``US``."""
    return " ".join(filter(None, (row["party"], row["speaker"])))


def _stands(row: sqlite3.Row) -> str:
    role = "obligor" if row["is_obligor"] else "beneficiary"
    return f"{row['party']}, {role}: {row['position']}" + (f" since {row['since']}" if row["since"] else "")


def _looked_at(considered: Iterable[sqlite3.Row], deciding: bool = True) -> tuple[rows.LookedAt, ...]:
    names = ("claim", "said", "party", "speaker", "stance", "source", "text")
    return tuple(
        rows.LookedAt(**{name: row[name] for name in names}, decides=deciding and bool(row["decides"]))
        for row in considered
        if row["left_out"] is None
    )


def _left_out(considered: Iterable[sqlite3.Row]) -> tuple[rows.LeftOut, ...]:
    reasons: dict[str, list[str]] = {}
    for row in considered:
        if row["left_out"] is not None:
            reasons.setdefault(row["left_out"], []).append(row["claim"])
    return tuple(rows.LeftOut(why, len(claims), tuple(claims)) for why, claims in reasons.items())


def status_if(standings: Iterable[sqlite3.Row], supposed: Mapping[str, str]) -> str:
    """The status that follows from the standings of one commitment, with the supposed positions of some parties."""
    names = ("commitment", "party", "is_obligor", "is_beneficiary")
    standing = [(*(row[name] for name in names), supposed.get(row["party"], row["position"])) for row in standings]
    world = sqlite3.connect(":memory:")
    try:
        world.execute(_SUPPOSED)
        world.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?)", standing)
        return str(world.execute(query("base", "status").text).fetchone()[1])
    finally:
        world.close()


def _supposed(standings: list[sqlite3.Row], status: str) -> Iterator[rows.WouldChange]:
    for row in standings:
        for position, doing in _DOING.items():
            after = status_if(standings, {row["party"]: position})
            if after != status:
                yield rows.WouldChange(f"{row['party']} {doing}", after)


def _why_not(row: sqlite3.Row, standings: list[sqlite3.Row], day: str, one_sided: bool) -> Iterator[str]:
    """The first part of the rule that the claim does not meet, where it is not one-sided."""
    if one_sided:
        return
    own = next((each["position"] for each in standings if each["party"] == row["party"]), None)
    others = [each for each in standings if each["party"] != row["party"]]
    reasons = (
        (row["said_first"] > day, "it is said after that day"),
        (row["party"] is None, "a third party says it"),
        (not row["on_record"], "it is background, or off the record"),
        (row["commitment"] is None, "it names no commitment"),
        (row["stance"] not in (Stance.AFFIRMS, Stance.AFFIRMS_IN_PART), f"its stance is {row['stance']}"),
        (own == Stance.WITHDRAWS, f"{row['party']} has withdrawn"),
        (not others, "nobody else owes it or is owed it"),
    )
    yield next((why for holds, why in reasons if holds), "a counterparty affirms")


def _claim_changes(party: str | None, others: list[sqlite3.Row], one_sided: bool) -> Iterator[rows.WouldChange]:
    if one_sided:
        for row in others:
            yield rows.WouldChange(f"{row['party']} {_DOING[Stance.AFFIRMS]}", "not one-sided")
        yield rows.WouldChange(f"{party} {_DOING[Stance.WITHDRAWS]}", "not one-sided")


# -- the rules in words, and what would change a verdict -----------------------------------------------------------


def _status_rule(status: str) -> str:
    """``each obligor affirms, or affirms in part; what is tried before does not fit: denied, withdrawn, agreed``."""
    from truce_tracker.verdicts import Status

    earlier = list(Status)[: list(Status).index(Status(status))]
    return Status(status).meaning + (f"; what is tried before does not fit: {', '.join(earlier)}" if earlier else "")


def _milestone_rule(status: str) -> str:
    from truce_tracker.verdicts import MilestoneStatus

    return "nobody had stated the deadline by then" if status == _NOT_KNOWN else MilestoneStatus(status).meaning


def _milestone_changes(status: str, due: str) -> Iterator[rows.WouldChange]:
    """What would change the status of a milestone, each with the status after it."""
    from truce_tracker.verdicts import MilestoneStatus as Is

    changes = (
        (
            (Is.OPEN,),
            f"the end of {due} without a report that it was met",
            f"{Is.OVERDUE}, or {Is.UNMET} where one says so",
        ),
        ((Is.IN_FORCE,), f"the end of {due}", Is.LAPSED),
        ((Is.OPEN,), "a report that it was met", Is.MET),
        ((Is.OVERDUE, Is.UNMET), "a report that it was met", Is.MET_LATE),
        ((Is.OVERDUE,), "a report that it was not met", Is.UNMET),
        ((Is.MET, Is.MET_LATE), "a later report that it was not met", f"{Is.UNMET} once the due day has passed"),
        (tuple(each for each in Is if each != Is.MOVED), "a deadline that replaces it", Is.MOVED),
    )
    return (rows.WouldChange(what, str(after)) for now, what, after in changes if status in now)
