"""What became of a date: which milestones are known, whose reports belong to them, their status. DESIGN section 4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .days import first_day
from .records import Claim, Deadline, Known

THIRD_PARTY = "third party"


@dataclass(frozen=True)
class Milestone:
    """One dated instance of a deadline."""

    id: str
    due: date
    deadline: Deadline


def milestones(known: Known) -> list[Milestone]:
    """The milestones of known deadlines, by due day, then order of entry: "Unknown ones are not listed"."""
    listed = [
        Milestone(id, due, each) for each in known.deadlines if is_known(known, each) for id, due in each.milestones
    ]
    return sorted(listed, key=lambda milestone: milestone.due)  # stable: order of entry within a day


def names(claim: Claim, deadline: Deadline) -> bool:
    """Whether a claim names the deadline, as a whole or one instance of it."""
    return claim.deadline == deadline.id or claim.deadline in [id for id, _ in deadline.milestones]


def is_known(known: Known, deadline: Deadline) -> bool:
    """Known: "by D when `stated` <= D; without `stated`, when first(said) <= D for some claim that names it without
    reporting; a deadline that nobody names is always known"."""
    if deadline.stated is not None:
        return first_day(deadline.stated) <= known.as_of
    naming = [claim for claim in known.all_claims if names(claim, deadline) and not claim.reports]
    return not naming or any(claim.first <= known.as_of for claim in naming)


def is_moved(known: Known, deadline: Deadline) -> bool:
    """Moved: "when a known deadline replaces it"."""
    return any(other.replaces == deadline.id and is_known(known, other) for other in known.deadlines)


def reports(known: Known, milestone: Milestone) -> list[Claim]:
    """Reports: "belongs to the milestone that it names, or, naming none, to the only milestone of kind `due` of its
    commitment whose deadline no other one replaces". "Any speaker's report counts"."""
    commitment = milestone.deadline.commitment
    unnamed = only_milestone(known.deadlines, commitment)
    return [
        claim
        for claim in known.claims
        if claim.reports and claim.commitment == commitment and (claim.deadline or unnamed) == milestone.id
    ]


def only_milestone(deadlines: list[Deadline], commitment: str) -> str | None:
    """The milestone of a report that names none; None where there are none or several to choose from."""
    replaced = {deadline.replaces for deadline in deadlines}
    candidates = [
        id
        for deadline in deadlines
        if deadline.commitment == commitment and deadline.kind == "due" and deadline.id not in replaced
        for id, _ in deadline.milestones
    ]
    return candidates[0] if len(candidates) == 1 else None


def milestone_status(known: Known, milestone: Milestone) -> str:
    """Status. Kind `expires`: "`moved` when a known deadline replaces it; else `in force` while D <= due; else
    `lapsed`".

    Kind `due`: "`moved` when a known deadline replaces it; else, by the latest report among reports-met and
    reports-unmet: met -> `met`, or `met late` when the earliest reports-met has first(said) > due; otherwise `open`
    while D <= due; else `unmet` when the latest report is reports-unmet; else `overdue`."
    """
    in_time = known.as_of <= milestone.due
    if is_moved(known, milestone.deadline):
        return "moved"
    if milestone.deadline.kind == "expires":
        return "in force" if in_time else "lapsed"
    verdicts = [claim for claim in reports(known, milestone) if claim.stance != "reports-progress"]
    if verdicts and verdicts[-1].stance == "reports-met":
        earliest = next(claim for claim in verdicts if claim.stance == "reports-met")
        return "met" if earliest.first <= milestone.due else "met late"
    if in_time:
        return "open"
    return "unmet" if verdicts else "overdue"


def met_by(known: Known, milestone: Milestone) -> list[str]:
    """Met by: "who reported it met (parties, and `third party`)", the third party last."""
    who = {claim.party for claim in reports(known, milestone) if claim.stance == "reports-met"}
    return [*sorted(party for party in who if party), *([THIRD_PARTY] if None in who else [])]


def is_one_sided(known: Known, milestone: Milestone) -> bool:
    """One-sided: "met by one party alone is `one_sided: true`"."""
    who = met_by(known, milestone)
    return milestone_status(known, milestone) in ("met", "met late") and len(who) == 1 and who != [THIRD_PARTY]


def stating(known: Known, milestone: Milestone) -> list[Claim]:
    """Claims behind `stated_by` and `set_by`: "the parties with an on-record claim, reporting nothing, that names a
    deadline of this commitment with the same due day. `set_by`: the earliest such claim"."""
    same_day = {
        name
        for deadline in known.deadlines
        if deadline.commitment == milestone.deadline.commitment
        for id, due in deadline.milestones
        if due == milestone.due
        for name in (id, deadline.id)
    }
    return [claim for claim in known.claims if claim.binds and not claim.reports and claim.deadline in same_day]


def progress(known: Known, milestone: Milestone) -> str | None:
    """Progress: "the quantity of the latest reports-progress"."""
    made = [claim for claim in reports(known, milestone) if claim.stance == "reports-progress"]
    return made[-1].written.get("quantity") if made else None
