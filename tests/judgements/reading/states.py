"""What became of a commitment: state, who says so, breaches, closed. Definitions, "State", "Closed"."""

from __future__ import annotations

from typing import Any

from .days import first
from .known import View, known_milestones, remembered
from .milestones import is_counted, milestone_status, milestones_of, moved_to
from .positions import AFFIRMING, taken, tells_of_all
from .records import Commitment, Milestone, Pair
from .reports import (
    BREACH,
    ENDED,
    MET,
    PROGRESS,
    THIRD_PARTY,
    UNMET,
    belongs,
    deciding_on,
    is_contested,
    is_one_party,
    latest_words,
    reports,
    voices,
)
from .statements import is_word

DOING = (MET, UNMET, BREACH)
AGAIN = ("affirms", "affirms-in-part")  # with or without a condition


@remembered
def dates(seen: View, commitment: Commitment) -> list[Milestone]:
    """Definitions, State: "Only counted milestones are looked at; a moved one, of either kind, stands for the one it
    was moved to, also of another commitment"."""
    found: dict[Milestone, None] = {}
    waiting = [each for each in known_milestones(seen, commitment) if is_counted(seen, each)]
    while waiting:
        milestone = waiting.pop(0)
        if new := moved_to(seen, milestone):
            waiting += milestones_of(seen, new)
        else:
            found[milestone] = None
    return list(found)


@remembered
def state(seen: View, commitment: Commitment) -> str:
    """Definitions, State of C: "The first that fits"."""
    told = deciding_on(seen, commitment)
    due = [milestone_status(seen, each) for each in dates(seen, commitment) if each.deadline.kind == "due"]
    terms = [milestone_status(seen, each) for each in dates(seen, commitment) if each.deadline.kind == "expires"]
    holding = [each for each in terms if each != "variant"]
    contested = _is_contested(seen, commitment)
    standing = standing_ends(seen, commitment)
    rules = {
        "ended": any(not _is_disputed(seen, end, commitment) for end in standing),
        "done": _latest_are_all_met(commitment, told)
        and not contested
        and not {"open", "waiting", "overdue", "unmet", "disputed"} & {*due}
        and not holding,
        "lapsed": bool(holding) and all(each == "lapsed" for each in holding),
        "breach reported": any(pair.claim.stance == BREACH for pair in told),
        "late": "overdue" in due or "unmet" in due,
        "disputed": "disputed" in due or contested or bool(standing),
        "in force": "in force" in terms,
        "due": "open" in due,
        "not done": any(_latest(told, party) == UNMET for party in commitment.obligors),
        "waiting": "waiting" in due + terms,
        "open": True,
    }
    return next(name for name, fits in rules.items() if fits)


@remembered
def standing_ends(seen: View, commitment: Commitment) -> list[Pair]:
    """Definitions, State: each "reports-ended (one on an instance of a repeating deadline tells of that alone) by an
    obligor, a beneficiary or a third-party speaker", where "no later claim of an obligor takes the position affirms,
    affirms-if or affirms-in-part"."""
    affirmed = [
        pair.order
        for party in commitment.obligors
        for position, pair in taken(seen, party, commitment)
        if position in AFFIRMING
    ]
    return [
        pair
        for pair in deciding_on(seen, commitment)
        if pair.claim.stance == ENDED
        and tells_of_all(seen, pair)
        and (pair.party is None or pair.party in commitment.concerned)
        and not any(order > pair.order for order in affirmed)
    ]


def _is_disputed(seen: View, end: Pair, commitment: Commitment) -> bool:
    """Not so that "no other party has since affirmed it (wholly, in part, on a condition) or reported it met or in
    progress"."""
    return any(
        pair.order > end.order and pair.claim.stance in (*AGAIN, MET, PROGRESS) and is_word(seen, pair)
        for pair in seen.on(commitment)
        if pair.party is not None
    )


def _latest(told: list[Pair], obligor: str) -> str | None:
    """ "the latest of met, unmet and breach about" an obligor."""
    about = [pair for pair in told if obligor in pair.about and pair.claim.stance in DOING]
    return about[-1].claim.stance if about else None


def _latest_are_all_met(commitment: Commitment, told: list[Pair]) -> bool:
    return all(_latest(told, party) == MET for party in commitment.obligors)


def _is_contested(seen: View, commitment: Commitment) -> bool:
    """Definitions, Reports: "(for the state: to one and the same milestone, or to none)"; State: "Reports here are
    those on C itself"."""
    told = deciding_on(seen, commitment)
    groups = [[pair for pair in told if belongs(seen, pair) is None]]
    for milestone in known_milestones(seen, commitment):
        groups.append([pair for pair in reports(seen, milestone) if pair in told])
    return any(is_contested(commitment, group, party) for group in groups for party in commitment.obligors)


@remembered
def saying_so(seen: View, commitment: Commitment) -> list[Pair]:
    """The reports that say what the state says, for the states that somebody says.

    Definitions, state_by: "for done and not done the reporters whose latest of met, unmet and breach about an obligor
    says so; for ended those whose report no later claim of an obligor has undone; for breach reported those who
    reported one".
    """
    told = deciding_on(seen, commitment)
    match state(seen, commitment):
        case "ended":
            return standing_ends(seen, commitment)
        case "breach reported":
            return [pair for pair in told if pair.claim.stance == BREACH]
        case "done":
            return [pair for party in commitment.obligors for pair in _saying(told, party, MET)]
        case "not done":
            return [pair for party in commitment.obligors for pair in _saying(told, party, UNMET)]
    return []


def _saying(told: list[Pair], obligor: str, stance: str) -> list[Pair]:
    return [pair for pair in latest_words(told, DOING, obligor).values() if pair.claim.stance == stance]


def state_by(seen: View, commitment: Commitment) -> list[str]:
    """Who says so: "parties, `third party`"."""
    return voices(saying_so(seen, commitment))


def state_one_sided(seen: View, commitment: Commitment) -> bool:
    """Definitions, state_one_sided: "one party alone does, and no third party (for `done`: about some obligor)"."""
    if state(seen, commitment) != "done":
        return is_one_party(state_by(seen, commitment))
    told = deciding_on(seen, commitment)
    return any(is_one_party(voices(_saying(told, party, MET))) for party in commitment.obligors)


def breaches(seen: View, commitment: Commitment) -> list[dict[str, Any]]:
    """Definitions, breaches: "[{party, reported_by, reports, latest}] by accused and reporter (third-party speakers
    together), also when the state is another"; "party null" where it is about nobody."""
    found: dict[tuple[str | None, str], list[Pair]] = {}
    for pair in deciding_on(seen, commitment):
        if pair.claim.stance == BREACH:
            for accused in pair.about or (None,):
                found.setdefault((accused, pair.party or THIRD_PARTY), []).append(pair)
    rows = [
        {
            "party": accused,
            "reported_by": reporter,
            "reports": len(pairs),
            "latest": max(first(pair.claim.said) for pair in pairs).isoformat(),
        }
        for (accused, reporter), pairs in found.items()
    ]
    return sorted(rows, key=lambda row: (row["party"] is None, row["party"] or "", *_third_last(row["reported_by"])))


def _third_last(reporter: str) -> tuple[bool, str]:
    return reporter == THIRD_PARTY, reporter


@remembered
def is_closed(seen: View, commitment: Commitment) -> bool:
    """Definitions, Closed: "C's state is `done` or `ended` and not one-sided; among those that say so one is an
    obligor, and one is a beneficiary that is no obligor (where there is none: another obligor) or a third-party
    speaker; and no beneficiary has since affirmed it or reported it unmet or broken"."""
    if state(seen, commitment) not in ("done", "ended") or state_one_sided(seen, commitment):
        return False
    said_by = state_by(seen, commitment)
    obligors = [party for party in said_by if party in commitment.obligors]
    if not obligors:
        return False
    others = commitment.other_beneficiaries
    borne_out = THIRD_PARTY in said_by or any(party in others for party in said_by)
    if not borne_out and (others or len(obligors) < 2):
        return False
    return not any(_doubts(seen, party, commitment) for party in commitment.beneficiaries)


def _doubts(seen: View, beneficiary: str, commitment: Commitment) -> bool:
    """Whether a beneficiary has, since it was first said, affirmed it or reported it unmet or broken, and has not said
    so itself after that."""
    said_so = saying_so(seen, commitment)
    since = min(pair.order for pair in said_so)
    own = max((pair.order for pair in said_so if pair.party == beneficiary), default=since)
    return any(
        pair.order > own and pair.claim.stance in (*AGAIN, UNMET, BREACH) and is_word(seen, pair)
        for pair in seen.on(commitment)
        if pair.party == beneficiary
    )
