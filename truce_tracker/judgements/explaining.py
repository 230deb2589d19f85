"""Why a verdict is what it is: the rows that the judgements gave, in the order in which a person asks for them.

Nothing is judged here a second time: verdicts come from their own SQL, asked of the commitment alone, and what would
change a status is asked of the same SQL about supposed positions. The rules in words are those of `verdicts`,
which is imported where one is asked for: every listing loads this module, and none needs them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from truce_tracker import rows
from truce_tracker.judgements.asking import Answer, Day
from truce_tracker.judgements.compose import query
from truce_tracker.judgements.milestones import reporters
from truce_tracker.judgements.standings import Standing, Standings
from truce_tracker.vocabulary import Stance

_NEEDED = ("position", "standing", "status", "closing", "stand_in", "milestone_state", "telling")
_NOT_KNOWN = "not known"
_TOLD_ALSO = "told also: another account of the same words leads"
_DOING = {
    Stance.AFFIRMS: "affirming it on the record",
    Stance.AFFIRMS_IN_PART: "affirming a part of it on the record",
    Stance.DENIES: "denying it",
    Stance.WITHDRAWS: "withdrawing",
}
"""The positions that a party can be supposed to take, as what it would do."""


class Explaining(Standings):
    """A store, open for the question why."""

    def why(self, as_of: Day, identity: str) -> Answer[rows.Explanation]:
        """An explanation for each claim, commitment or milestone of this id, or milestone of such a deadline.

        Of a commitment there are two, of its status and of its state; of a claim one for each commitment and party.
        """
        day, asked = str(as_of), (identity,)
        found = [self._why_bare_claim(row, day) for row in self._rows(_BARE, identity)]
        for commitment in [row[0] for row in self._rows(_TOUCHING, *asked * 4)]:
            with self._only([commitment]):
                self._rest_on(_NEEDED, day)
                found += [self._why_claim(row, day) for row in self._rows(_CLAIM, identity, commitment)]
                found += self._why_commitment(identity, day)
                found += [self._why_milestone(row, day) for row in self._rows(_MILESTONE, identity)]
        return Answer(found)

    def _rows(self, text: str, *values: str) -> list[sqlite3.Row]:
        return self.connection.execute(text, values).fetchall()

    # -- a commitment ----------------------------------------------------------------------------------------------

    def _why_commitment(self, identity: str, day: str) -> Iterator[rows.Explanation]:
        for row in self._rows(_COMMITMENT, identity):
            yield self._why_status(row, day)
            yield self._why_state(row, day)

    def _why_status(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        considered = self._ask_behind("considered", day, subject=row["id"]).fetchall()
        standing = self.standing(row["id"])
        return rows.Explanation(
            kind="commitment",
            id=row["id"],
            as_of=day,
            summary=row["summary"],
            verdict=row["status"],
            rule=_status_rule(row["status"]),
            facts=(*map(_stands, standing.involved), *map(_stands_outside, standing.outside)),
            looked_at=_looked_at(considered, self._told_also(row["id"], day)),
            left_out=(*_left_out(considered), *self._elsewhere(row["id"], day)),
            sides=self._sides(considered, day),
            would_change=tuple(_supposed(standing, row["status"])),
        )

    def _why_state(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        reported = self._ask_behind("done_said", day, subject=row["id"]).fetchall()
        return rows.Explanation(
            kind="state",
            id=row["id"],
            as_of=day,
            summary=row["summary"],
            verdict=row["state"],
            rule=_state_rule(row["state"]),
            facts=tuple(self._state_facts(row, day)),
            looked_at=_looked_at(reported, self._told_also(row["id"], day)),
            left_out=_left_out(reported),
            sides=self._sides(reported, day),
            would_change=tuple(_state_changes(row["state"], self._rows(_STAND_INS, row["id"]))),
        )

    def _state_facts(self, row: sqlite3.Row, day: str) -> Iterator[str]:
        self._show([row])
        if by := reporters(self._ask_behind("state_by", day)):
            yield f"said by {', '.join(by)}{' alone' if row['state_one_sided'] else ''}"
        for each in self._rows(_STAND_INS, row["id"]):
            yield f"{each['milestone']} ({each['kind']} {each['due'] or 'on no day'}): {each['status']}"
        for each in self._ask_behind("breaches", day):
            accused, by_whom = each["party"] or "nobody by name", each["reported_by"] or "a third party"
            often = "once, on" if each["reports"] == 1 else f"{each['reports']} times, last on"
            yield f"broken by {accused}, says {by_whom} ({often} {each['latest']})"

    def _elsewhere(self, commitment: str, day: str) -> Iterator[rows.LeftOut]:
        row = self._ask_behind("elsewhere", day, subject=commitment).fetchone()
        for why, count in (("on another commitment of the topic", row[0]), ("on another topic", row[1])):
            if count:
                yield rows.LeftOut(why, count, ())

    def _told_also(self, commitment: str, day: str) -> dict[str, tuple[str, ...]]:
        """The outlets of the other accounts of each claim."""
        told = self._ask_behind("told_also", day, subject=commitment)
        return {row["claim"]: tuple(row["outlets"].split("\n")) for row in told}

    def _sides(self, considered: list[sqlite3.Row], day: str) -> tuple[rows.Side, ...]:
        origins = {row["source"]: row["origin"] for row in self._ask_behind("origins", day)}
        sides: dict[tuple[str | None, str], set[str]] = {}
        for row in considered:
            if row["left_out"] is None:
                sides.setdefault((row["party"], row["stance"]), set()).add(row["source"])
        for row in considered:
            if row["left_out"] == _TOLD_ALSO and (row["party"], row["stance"]) in sides:
                sides[row["party"], row["stance"]].add(row["source"])
        return tuple(
            rows.Side(party, stance, len(sources), len({origins[source] for source in sources}))
            for (party, stance), sources in sorted(sides.items(), key=lambda side: (side[0][0] or "~", side[0][1]))
        )

    # -- a claim ---------------------------------------------------------------------------------------------------

    def _why_claim(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        commitment = row["commitment"]
        considered = self._ask_behind("considered", day, subject=commitment).fetchall()
        standing = self.standing(commitment)
        others = [each for each in standing.involved if each["party"] != row["party"]]
        found = self._ask("one_sided", day, {"commitment": [commitment]})
        one_sided = any(each["claim"] == row["id"] and each["party"] == row["party"] for each in found)
        return rows.Explanation(
            kind="claim",
            id=row["id"],
            as_of=day,
            summary=row["told"],
            verdict="one-sided" if one_sided else "not one-sided",
            rule=_one_sided_rule(),
            facts=(*(() if one_sided else (_why_not(row, standing, day),)), *map(_stands, others)),
            looked_at=_looked_at(considered, self._told_also(commitment, day)),
            left_out=_left_out(considered),
            sides=self._sides(considered, day),
            would_change=tuple(_claim_changes(row["party"], others, one_sided)),
        )

    def _why_bare_claim(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        """Of a claim on a topic alone."""
        why = "it is said after that day" if row["said_first"] > day else "it names no commitment"
        words, rule = row["told"], _one_sided_rule()
        return rows.Explanation("claim", row["id"], day, words, "not one-sided", rule, (why,), (), (), (), ())

    # -- a milestone -----------------------------------------------------------------------------------------------

    def _why_milestone(self, row: sqlite3.Row, day: str) -> rows.Explanation:
        from truce_tracker.verdicts import MilestoneStatus as Is

        reported = self._ask_behind("reported", day, subject=row["commitment"], milestone=row["id"]).fetchall()
        status = row["status"] or _NOT_KNOWN
        deciding = status in (Is.MET, Is.MET_LATE, Is.UNMET, Is.DISPUTED)
        return rows.Explanation(
            kind="milestone",
            id=row["id"],
            as_of=day,
            summary=row["summary"],
            verdict=status,
            rule=_milestone_rule(status),
            facts=tuple(self._milestone_facts(row, day)),
            looked_at=_looked_at(reported, self._told_also(row["commitment"], day), deciding=deciding),
            left_out=_left_out(reported),
            sides=self._sides(reported, day),
            would_change=tuple(_milestone_changes(status, row["due"])),
        )

    def _milestone_facts(self, row: sqlite3.Row, day: str) -> Iterator[str]:
        self._show([row])
        first = self._ask_behind("stated_by", day).fetchone()
        told = f", first said by {_who(first)} ({first['claim']})" if first else ""
        yield f"{'due' if row['kind'] == 'due' else 'expires'} {row['due'] or 'on no day yet'}{told}"
        for each in self._ask_behind("readings", day):
            yield f"the clock runs out on {each['due']} by the word of {each['party'] or 'a third party'}"
        if row["variant_of"]:
            yield f"another telling of {row['variant_of']}"
        if row["moved_to"]:
            yield f"replaced by {row['moved_to']}"
        elif row["status"] and not row["counts"]:
            yield "it makes nobody late: nobody who owes it gave this day, and nobody did otherwise than as a proposal"
        elif row["kind"] == "due":
            yield f"last day to which the words of an obligor were looked through: {row['last_checked'] or 'never'}"


_WORDED = f"WITH worded AS (\n{query('inline', 'worded').text})\n"
_BARE = f"""{_WORDED}
    SELECT c.id, c.said_first, c.told FROM worded AS c
    WHERE c.id = ? AND NOT EXISTS (SELECT 1 FROM claim_commitment AS cc WHERE cc.claim = c.id)
"""
_TOUCHING = """
    SELECT k.id FROM commitment AS k
    WHERE k.id = ?
       OR k.id IN (SELECT commitment FROM claim_commitment WHERE claim = ?)
       OR k.id IN (SELECT d.commitment FROM deadline AS d JOIN milestone AS m ON m.deadline = d.id WHERE m.id = ?)
       OR k.id IN (SELECT commitment FROM deadline WHERE id = ?)
    ORDER BY k.entry
"""
_CLAIM = f"""{_WORDED}
    SELECT p.claim AS id, p.party, p.speaker, p.commitment, p.stance, p.on_record, p.said_first, p.known,
           c.told, leader.claim AS telling_of
    FROM pair AS p
    JOIN worded AS c ON c.id = p.claim
    LEFT JOIN telling AS t ON t.place = p.place
    LEFT JOIN pair AS leader ON leader.place = t.leader
    WHERE p.claim = ? AND p.commitment = ?
    ORDER BY p.place
"""
_COMMITMENT = """
    SELECT k.id, k.summary, s.status, closing.state, closing.state_one_sided
    FROM commitment AS k
    JOIN status AS s ON s.commitment = k.id
    JOIN closing ON closing.commitment = k.id
    WHERE k.id = ?
"""
_STAND_INS = """
    SELECT i.milestone, i.kind, i.status, s.due
    FROM stand_in AS i
    JOIN milestone_state AS s ON s.milestone = i.milestone
    WHERE i.commitment = ?
    ORDER BY s.due IS NULL, s.due, i.milestone
"""
_MILESTONE = """
    SELECT m.id, m.deadline, COALESCE(s.due, m.due) AS due, d.kind, d.commitment, k.summary, s.status, s.last_checked,
           s.variant_of, s.moved_to, s.counts
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
    roles = [name for name in ("obligor", "beneficiary") if row[f"is_{name}"]]
    return f"{row['party']}, {' and '.join(roles)}: {row['position']}" + (
        f" since {row['since']}" if row["since"] else ""
    )


def _stands_outside(row: sqlite3.Row) -> str:
    return f"{row['party']}, which neither owes it nor is owed it: {row['position']} since {row['since']}"


def _looked_at(
    considered: Iterable[sqlite3.Row], told_also: dict[str, tuple[str, ...]], deciding: bool = True
) -> tuple[rows.LookedAt, ...]:
    names = ("claim", "said", "party", "speaker", "stance", "source", "text")
    return tuple(
        rows.LookedAt(
            **{name: row[name] for name in names},
            decides=deciding and bool(row["decides"]),
            told_also=told_also.get(row["claim"], ()),
        )
        for row in considered
        if row["left_out"] is None
    )


def _left_out(considered: Iterable[sqlite3.Row]) -> tuple[rows.LeftOut, ...]:
    reasons: dict[str, dict[str, None]] = {}
    for row in considered:
        if row["left_out"] is not None:
            reasons.setdefault(row["left_out"], {})[row["claim"]] = None
    return tuple(rows.LeftOut(why, len(claims), tuple(claims)) for why, claims in reasons.items())


def _supposed(standing: Standing, status: str) -> Iterator[rows.WouldChange]:
    for row in standing.involved:
        for position, doing in _DOING.items():
            after = standing.status_if({row["party"]: position})
            if after != status:
                yield rows.WouldChange(f"{row['party']} {doing}", after)


def _why_not(row: sqlite3.Row, standing: Standing, day: str) -> str:
    """The first part of the rule that a claim does not meet, which is not one-sided."""
    own = next((each["position"] for each in standing.positions if each["party"] == row["party"]), None)
    others = [each for each in standing.involved if each["party"] != row["party"]]
    reasons = (
        (row["said_first"] > day, "it is said after that day"),
        (row["known"] > day, "it is published after that day"),
        (row["telling_of"] is not None, f"it tells {row['telling_of']} again, which leads"),
        (row["party"] is None, "a third party says it"),
        (not row["on_record"], "it is background, or off the record"),
        (row["stance"] not in (Stance.AFFIRMS, Stance.AFFIRMS_IN_PART), f"its stance is {row['stance']}"),
        (own in (Stance.WITHDRAWS, Stance.DROPS), f"{row['party']} has withdrawn"),
        (own in (Stance.DENIES, Stance.PROPOSES), f"{row['party']} has since taken another position: {own}"),
        (not others, "nobody else owes it or is owed it"),
        (any(each["position"] == Stance.AFFIRMS for each in others), "a counterparty affirms"),
    )
    return next((why for holds, why in reasons if holds), "it is closed: done or ended by the word of both sides")


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


def _state_rule(state: str) -> str:
    from truce_tracker.verdicts import State

    earlier = list(State)[: list(State).index(State(state))]
    return State(state).meaning + (f"; what is tried before does not fit: {', '.join(earlier)}" if earlier else "")


def _one_sided_rule() -> str:
    from truce_tracker.verdicts import Term

    return f"{Term.ONE_SIDED} is {Term.ONE_SIDED.meaning}"


def _state_changes(state: str, milestones: list[sqlite3.Row]) -> Iterator[rows.WouldChange]:
    """What would change the state of a commitment, each with the state after it."""
    from truce_tracker.verdicts import State as Is

    due = next((each["due"] for each in milestones if each["status"] == "open" and each["due"]), None)
    term = max((each["due"] for each in milestones if each["status"] == "in force" and each["due"]), default=None)
    if state == Is.DUE and due:
        yield rows.WouldChange(f"the end of {due} without a report that it was met", str(Is.LATE))
    if state in (Is.IN_FORCE, Is.BREACH_REPORTED) and term:
        yield rows.WouldChange(f"the end of {term}", str(Is.LAPSED))
    if state == Is.DONE or list(Is).index(Is(state)) > list(Is).index(Is.BREACH_REPORTED):
        yield rows.WouldChange("a report that it was broken", str(Is.BREACH_REPORTED))
    if state != Is.ENDED:
        who = "who owes it or is owed it, or a third party"
        yield rows.WouldChange(f"a report by {who}, that it ended", str(Is.ENDED))


def _milestone_rule(status: str) -> str:
    from truce_tracker.verdicts import MilestoneStatus

    return "nobody had stated the deadline by then" if status == _NOT_KNOWN else MilestoneStatus(status).meaning


def _milestone_changes(status: str, due: str | None) -> Iterator[rows.WouldChange]:
    """What would change the status of a milestone, each with the status after it."""
    from truce_tracker.verdicts import MilestoneStatus as Is

    end = f"the end of {due}" if due else "the end of its day, once it has one,"
    changes = (
        (
            (Is.OPEN,),
            f"{end} without a report that it was met",
            f"{Is.OVERDUE}, or {Is.UNMET} where one says so",
        ),
        ((Is.IN_FORCE,), end, Is.LAPSED),
        ((Is.OPEN,), "a report that it was met", Is.MET),
        ((Is.OVERDUE, Is.UNMET), "a report that it was met", Is.MET_LATE),
        ((Is.OVERDUE,), "a report that it was not met", Is.UNMET),
        ((Is.MET, Is.MET_LATE), "another’s report that it was not met, of that day or later", Is.DISPUTED),
        ((Is.WAITING,), "a report that what its clock runs from was done", "due, or in force"),
        (tuple(each for each in Is if each not in (Is.MOVED, Is.VARIANT)), "a deadline that replaces it", Is.MOVED),
    )
    return (rows.WouldChange(what, str(after)) for now, what, after in changes if status in now)
