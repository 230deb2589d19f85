"""What became of a date: due days, clocks, moves, statuses, who met and who stated it. Definitions, "Milestones"."""

from __future__ import annotations

from datetime import date

from .days import first, later_by
from .known import View, is_known, known_day, known_milestones, names, naming, remembered
from .records import Commitment, Deadline, Milestone, Pair
from .reports import (
    MET,
    UNMET,
    deciding,
    deciding_on,
    given_firmly,
    is_contested,
    is_covered,
    is_one_party,
    latest_words,
    replacers,
    variant_of,
    voices,
)
from .statements import gives_its_date


def commitment_of(seen: View, milestone: Milestone) -> Commitment:
    """The commitment of a milestone."""
    return seen.ledger.commitments[milestone.deadline.commitment]


def milestones_of(seen: View, deadline: Deadline) -> list[Milestone]:
    """The milestones of a deadline, by their day."""
    return [each for each in seen.ledger.milestones.values() if each.deadline is deadline]


@remembered
def clock(seen: View, deadline: Deadline) -> dict[date, list[str]]:
    """Definitions, A clock: "a reading is that day plus `within` [...], or `no_later_than` where that is earlier": each
    reading with who starts it so, earliest first."""
    starts = _starts(seen, deadline)
    days = {reporter: later_by(day, deadline.within or "") for reporter, (_, day) in starts.items()}
    limit = deadline.no_later_than or date.max
    readings = {reporter: min(day, limit) for reporter, day in days.items()}
    return {
        day: voices(starts[reporter][0] for reporter, read in readings.items() if read == day)
        for day in sorted(set(readings.values()))
    }


def _starts(seen: View, deadline: Deadline) -> dict[str, tuple[Pair, date]]:
    """Definitions, A clock: "each reporter starts it once, on the earliest first(done) of its reports-met on `of` since
    its last reports-unmet on it"."""
    by_reporter: dict[str, list[Pair]] = {}
    for pair in _reports_on(seen, deadline.of or ""):
        by_reporter.setdefault(pair.reporter, []).append(pair)
    standing = {reporter: mets_since_unmet(claims) for reporter, claims in by_reporter.items()}
    return {
        reporter: (claims[0], min(first(pair.claim.done) for pair in claims))
        for reporter, claims in standing.items()
        if claims
    }


def mets_since_unmet(claims: list[Pair]) -> list[Pair]:
    """One reporter's reports-met since its last reports-unmet."""
    told = [pair for pair in claims if pair.claim.stance in (MET, UNMET)]
    last = max((place for place, pair in enumerate(told) if pair.claim.stance == UNMET), default=-1)
    return told[last + 1 :]


def _reports_on(seen: View, of: str) -> list[Pair]:
    """The deciding reports on `of`: "a commitment, or a milestone"."""
    if of in seen.ledger.commitments:
        return deciding_on(seen, seen.ledger.commitments[of])
    milestone = seen.ledger.milestones[of]
    return deciding(seen, milestone) if is_known(seen, milestone.deadline) else []


def due(seen: View, milestone: Milestone) -> date | None:
    """Definitions, A clock: "`due` is the latest reading [...]; without a report, due is `no_later_than`, or none"."""
    if milestone.deadline.within is None:
        return milestone.due
    return max(clock(seen, milestone.deadline), default=milestone.deadline.no_later_than)


def is_past(seen: View, milestone: Milestone) -> bool:
    """Whether its due day lies behind: not "while there is no due or D <= due"."""
    day = due(seen, milestone)
    return day is not None and seen.day > day


@remembered
def moved_to(seen: View, milestone: Milestone) -> Deadline | None:
    """Definitions, moved: a replacing deadline, "of several the last entered; but a milestone of kind due on which all
    obligors are covered is not moved, nor is an instance of a repeat whose due day lies before the day on which the
    replacing deadline became known"."""
    deadline = milestone.deadline
    replacing = replacers(seen, deadline)
    if not replacing or (deadline.kind == "due" and _all_covered(seen, milestone)):
        return None
    is_past_instance = deadline.repeats and milestone.due and milestone.due < known_day(seen.ledger, replacing[-1])
    return None if is_past_instance else replacing[-1]


def _all_covered(seen: View, milestone: Milestone) -> bool:
    commitment = commitment_of(seen, milestone)
    return all(is_covered(commitment, deciding(seen, milestone), party) for party in commitment.obligors)


@remembered
def milestone_status(seen: View, milestone: Milestone) -> str:
    """Definitions, Status of a milestone, "the first that fits"."""
    if moved_to(seen, milestone):
        return "moved"
    if variant_of(seen, milestone.deadline):
        return "variant"
    is_waiting = milestone.deadline.within is not None and due(seen, milestone) is None
    if milestone.deadline.kind == "expires":
        return "waiting" if is_waiting else "lapsed" if is_past(seen, milestone) else "in force"
    return _status_of_due(seen, milestone, is_waiting)


def _status_of_due(seen: View, milestone: Milestone, is_waiting: bool) -> str:
    """Kind due: disputed, met or met late, waiting, open, unmet, overdue."""
    commitment, told = commitment_of(seen, milestone), deciding(seen, milestone)
    if any(is_contested(commitment, told, party) for party in commitment.obligors):
        return "disputed"
    if _all_covered(seen, milestone):
        return "met late" if _is_late(seen, milestone, told) else "met"
    if is_waiting:
        return "waiting"
    if not is_past(seen, milestone):
        return "open"
    return "unmet" if any(_latest_is_unmet(told, party) for party in commitment.obligors) else "overdue"


def _is_late(seen: View, milestone: Milestone, told: list[Pair]) -> bool:
    """Definitions: "late when the earliest first(done) that covers the last of them is after due"."""
    day = due(seen, milestone)
    obligors = commitment_of(seen, milestone).obligors
    return day is not None and max(_covered_from(told, party) for party in obligors) > day


def _covered_from(told: list[Pair], obligor: str) -> date:
    """The earliest day on which a reporter, whose latest word on an obligor is met, has it done."""
    by_reporter: dict[str, list[Pair]] = {}
    for pair in told:
        if obligor in pair.about:
            by_reporter.setdefault(pair.reporter, []).append(pair)
    return min(first(met.claim.done) for claims in by_reporter.values() for met in mets_since_unmet(claims))


def _latest_is_unmet(told: list[Pair], obligor: str) -> bool:
    """Definitions: "`unmet` when the latest of met and unmet about some obligor is reports-unmet"."""
    about = [pair for pair in told if obligor in pair.about and pair.claim.stance in (MET, UNMET)]
    return bool(about) and about[-1].claim.stance == UNMET


def met_by(seen: View, milestone: Milestone) -> list[str]:
    """Definitions: "the reporters whose latest report on it among met and unmet is met [...], empty unless met or met
    late"."""
    if milestone_status(seen, milestone) not in ("met", "met late"):
        return []
    latest = latest_words(deciding(seen, milestone), (MET, UNMET)).values()
    return voices(pair for pair in latest if pair.claim.stance == MET)


def is_one_sided(seen: View, milestone: Milestone) -> bool:
    """Definitions: "about some obligor the reporters whose latest word is met are one party alone"."""
    if milestone_status(seen, milestone) not in ("met", "met late"):
        return False
    told = deciding(seen, milestone)
    return any(
        is_one_party(
            voices(pair for pair in latest_words(told, (MET, UNMET), party).values() if pair.claim.stance == MET)
        )
        for party in commitment_of(seen, milestone).obligors
    )


def stating(seen: View, milestone: Milestone) -> list[Pair]:
    """The claims behind stated_by and set_by: each "on-record claim that gives a deadline of this commitment of the
    same kind with the same due day, and that leads, or whose leading claim names no deadline of that kind"."""
    same = [other for other in known_milestones(seen, commitment_of(seen, milestone)) if _same(seen, milestone, other)]
    return [pair for pair in seen.pairs if gives_its_date(seen, pair) and any(names(pair, other) for other in same)]


def _same(seen: View, milestone: Milestone, other: Milestone) -> bool:
    if other is milestone:
        return True
    day = due(seen, milestone)
    return other.deadline.kind == milestone.deadline.kind and day is not None and due(seen, other) == day


def stated_by(seen: View, milestone: Milestone) -> list[str]:
    """The parties that stated the date."""
    return sorted({str(pair.party) for pair in stating(seen, milestone)})


@remembered
def is_counted(seen: View, milestone: Milestone) -> bool:
    """Definitions: a milestone counts "when a party on record gave it otherwise than by proposing, an obligor on record
    gave it, or no known claim names it"."""
    obligors = commitment_of(seen, milestone).obligors
    claims = [pair for pair in naming(seen, milestone.deadline) if names(pair, milestone)]
    return not claims or any(
        given_firmly(seen, pair) or (gives_its_date(seen, pair) and pair.party in obligors) for pair in claims
    )
