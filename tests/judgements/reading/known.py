"""What is known as of a day: claims, deadlines, and who names which. No verdict here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from .days import first, last
from .records import Commitment, Deadline, Ledger, Milestone, Pair, Written, deadline_named

Answer = TypeVar("Answer")
ALWAYS = date.min


class View:
    """A ledger as of a day; `memory` holds what was worked out already."""

    def __init__(self, ledger: Ledger, day: date) -> None:
        self.ledger = ledger
        self.day = day
        self.memory: dict[tuple[Any, ...], Any] = {}
        self.pairs = [pair for pair in ledger.pairs if pair.claim.known_from <= day]

    def on(self, commitment: Commitment) -> list[Pair]:
        """The known claims on a commitment, in their order."""
        return [pair for pair in self.pairs if pair.commitment == commitment.id]


def view(ledger: Ledger, day: date) -> View:
    """A ledger as of a day, made once."""
    if day not in ledger.views:
        ledger.views[day] = View(ledger, day)
    return ledger.views[day]


def remembered(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """Works out an answer once for each view: nothing in a ledger changes."""

    @wraps(function)
    def remembering(seen: View, *arguments: Any) -> Answer:
        key = (function.__name__, *arguments)
        if key not in seen.memory:
            seen.memory[key] = function(seen, *arguments)
        return seen.memory[key]

    return remembering


def is_listed(seen: View, commitment: Commitment) -> bool:
    """Definitions, Known: "A commitment is listed as of D when a claim that names it is known by D, or when no claim in
    the ledger names it"."""
    return bool(seen.on(commitment)) or all(pair.commitment != commitment.id for pair in seen.ledger.pairs)


def known_day(ledger: Ledger, deadline: Deadline) -> date:
    """Definitions, Milestones: the day from which a deadline is known.

    "without `stated`, when a claim that names it or reports on it is known by D; with `stated`, when first(stated) <= D
    and, where the ledger has claims that name it and were said by last(stated), one of those is known by D; one with
    neither `stated` nor a claim that names it or reports on it, when a claim on its commitment is known, or always
    where its commitment has none".
    """
    claims = ledger.claims_on_date(deadline.id)
    if deadline.stated is not None:
        by_then = [claim for claim in claims if not claim.reports and first(claim.said) <= last(deadline.stated)]
        return max([first(deadline.stated), *earliest_known(by_then)])
    on_it = [claim for claim in ledger.claims if deadline.commitment in claim.commitments]
    return (earliest_known(claims) or earliest_known(on_it) or [ALWAYS])[0]


def earliest_known(claims: list[Any]) -> list[date]:
    """The first day on which one of these claims is known; nothing where there are none."""
    return sorted(claim.known_from for claim in claims)[:1]


@remembered
def is_known(seen: View, deadline: Deadline) -> bool:
    """Whether a deadline is known: "Unknown ones are not listed"."""
    return known_day(seen.ledger, deadline) <= seen.day


def known_milestones(seen: View, commitment: Commitment) -> list[Milestone]:
    """The milestones of the known deadlines of a commitment."""
    return [
        milestone
        for milestone in seen.ledger.milestones.values()
        if milestone.deadline.commitment == commitment.id and is_known(seen, milestone.deadline)
    ]


def deadline_of(seen: View, pair: Pair) -> Deadline | None:
    """The known deadline that a claim names or reports on."""
    deadline = seen.ledger.deadlines.get(deadline_named(pair.deadline))
    return deadline if deadline and is_known(seen, deadline) else None


def naming(seen: View, deadline: Deadline) -> list[Pair]:
    """The known claims that name a deadline, or an instance of it: "a claim that reports nothing *names* its
    deadline"."""
    return [pair for pair in seen.pairs if not pair.claim.reports and deadline_of(seen, pair) is deadline]


def names(pair: Pair, milestone: Milestone) -> bool:
    """Whether a claim that names a deadline names this milestone: "A claim that names a repeating deadline without its
    day names every instance"."""
    return pair.deadline in (milestone.id, milestone.deadline.id)


def last_checked(seen: View, parties: list[str], topic: str) -> str | None:
    """Definitions: "the latest `to` among checks on that party that were made by D (`checked` <= D) and cover the
    topic"; for a milestone "over all obligors"."""
    days = [last(check["to"]) for check in seen.ledger.checks if _covers(seen, check, parties, topic)]
    return max(days).isoformat() if days else None


def _covers(seen: View, check: Written, parties: list[str], topic: str) -> bool:
    if check["party"] not in parties or first(check["checked"]) > seen.day:
        return False
    return "topics" not in check or topic in check["topics"]
