"""Where the parties stand, and what a commitment is called for it. Definitions, "Position", "Status"."""

from __future__ import annotations

from dataclasses import dataclass

from .days import first
from .known import View, known_milestones, remembered
from .milestones import due, is_counted, moved_to
from .records import POSITIONS, Commitment, Pair
from .reports import ENDED, MET, PROGRESS, deciding_on, variant_of
from .statements import is_word

AFFIRMING = ("affirms", "affirms-if", "affirms-in-part")


@dataclass(frozen=True)
class Stand:
    """A party's position, with the days and the id of the claims behind it; all None where it is silent."""

    position: str
    since: str | None = None
    latest: str | None = None
    claim: str | None = None


def words(seen: View, party: str, commitment: Commitment) -> list[Pair]:
    """The on-record leading claims of a party on a commitment, in their order."""
    return [pair for pair in seen.on(commitment) if pair.party == party and is_word(seen, pair)]


@remembered
def taken(seen: View, party: str, commitment: Commitment) -> list[tuple[str, Pair]]:
    """The positions a party took, one after another, with the claims that take them.

    Definitions, Position: "(a `proposes` made while its party's position is affirms, affirms-if or affirms-in-part
    takes no position: who asks for a change has not taken back their word)".
    """
    steps: list[tuple[str, Pair]] = []
    for pair in words(seen, party, commitment):
        position = _taken_by(seen, pair, commitment)
        if position is None or (position == "proposes" and steps and steps[-1][0] in AFFIRMING):
            continue
        steps.append((position, pair))
    return steps


def _taken_by(seen: View, pair: Pair, commitment: Commitment) -> str | None:
    """Definitions, Position: "affirms (`affirms-if` where it has a condition)"; "a reports-met or reports-progress by
    an obligor about itself counts as affirms, its reports-ended about itself as withdraws unless [...]"."""
    stance = pair.claim.stance
    if stance == "affirms" and pair.claim.condition:
        return "affirms-if"
    if stance in POSITIONS:
        return stance
    if pair.party not in commitment.obligors or pair.party not in pair.about:
        return None
    if stance in (MET, PROGRESS):
        return "affirms"
    if stance == ENDED and tells_of_all(seen, pair) and not _is_no_withdrawal(seen, pair, commitment):
        return "withdraws"
    return None


def tells_of_all(seen: View, pair: Pair) -> bool:
    """Whether a reports-ended tells of the whole commitment: "one on an instance of a repeating deadline tells of that
    alone"."""
    milestone = seen.ledger.milestones.get(pair.deadline or "")
    return milestone is None or milestone.deadline.repeats is None


def _is_no_withdrawal(seen: View, pair: Pair, commitment: Commitment) -> bool:
    """Definitions, Position: "unless a beneficiary that is no obligor reports the end too, or C has counted milestones
    of kind expires that are neither moved nor variant and it was said on or after the due day of each"."""
    ended = [other for other in deciding_on(seen, commitment) if other.claim.stance == ENDED]
    if any(other.party in commitment.other_beneficiaries and tells_of_all(seen, other) for other in ended):
        return True
    terms = [
        due(seen, milestone)
        for milestone in known_milestones(seen, commitment)
        if milestone.deadline.kind == "expires"
        and is_counted(seen, milestone)
        and not moved_to(seen, milestone)
        and not variant_of(seen, milestone.deadline)
    ]
    return bool(terms) and all(day is not None and first(pair.claim.said) >= day for day in terms)


@remembered
def stand(seen: View, party: str, commitment: Commitment) -> Stand:
    """Definitions, Position: the latest of those taken; "If there is none: `declines` [...]; else `mentions` when it
    has any other on-record leading claim on C [...]; else `silent`"."""
    steps = taken(seen, party, commitment)
    if steps:
        position = steps[-1][0]
        before = [place for place, step in enumerate(steps) if step[0] != position]
        run = steps[before[-1] + 1 if before else 0 :]
        return _stand(position, [pair for _, pair in run])
    said = words(seen, party, commitment)
    declining = [pair for pair in said if pair.claim.stance == "declines"]
    if declining:
        return _stand("declines", declining)
    return _stand("mentions", said) if said else Stand("silent")


def _stand(position: str, run: list[Pair]) -> Stand:
    """Definitions, Position: "`since` is first(said) of the earliest claim of the unbroken run of that position that
    ends in the deciding one [...]; `latest` is first(said) of the deciding claim; `claim` its id. For declines and
    mentions: since the first such claim, latest the last"."""
    deciding = run[-1].claim
    return Stand(position, first(run[0].claim.said).isoformat(), first(deciding.said).isoformat(), deciding.id)


def position(seen: View, party: str, commitment: Commitment) -> str:
    """A party's position alone."""
    return stand(seen, party, commitment).position


@remembered
def status(seen: View, commitment: Commitment) -> str:
    """Definitions, Status of C; "the first that fits, over positions"."""
    obligors = [position(seen, party, commitment) for party in commitment.obligors]
    others = [position(seen, party, commitment) for party in commitment.other_beneficiaries]
    anybody = [position(seen, party, commitment) for party in seen.ledger.parties]
    all_affirm = all(each == "affirms" for each in obligors)
    rules = {
        "denied": "denies" in obligors,
        "withdrawn": "withdraws" in obligors or "drops" in obligors,
        "agreed": all_affirm and ("affirms" in others or (not others and len(obligors) >= 2)),
        "undertaken": all_affirm,
        "conditional": all(each in ("affirms", "affirms-if") for each in obligors),
        "partial": all(each in AFFIRMING for each in obligors),
        "declined": "declines" in obligors,
        "unacknowledged": any(each in AFFIRMING for each in anybody),
        "proposed": "proposes" in anybody,
        "unclaimed": True,
    }
    return next(name for name, fits in rules.items() if fits)


@remembered
def asserters(seen: View, commitment: Commitment) -> list[str]:
    """Definitions, Unmatched: "the parties other than O, for any such O, that affirm, affirm-if or affirm in part", O
    being an obligor whose "position is not `affirms`"."""
    unsaid = [party for party in commitment.obligors if position(seen, party, commitment) != "affirms"]
    return [
        party
        for party in seen.ledger.parties
        if position(seen, party, commitment) in AFFIRMING and any(obligor != party for obligor in unsaid)
    ]


def chances(seen: View, party: str, claim: Pair) -> int:
    """Definitions, chances: "the number of statements that counterparty made on K's topic, on or after the day of K,
    without taking a position on C", as "distinct (party, speaker, first(said)) among its on-record claims with that
    topic and first(said of K) <= first(said); no chance if one of its claims (on whatever topic) is on C with a
    position-taking stance"."""
    own = [pair for pair in seen.pairs if pair.party == party and is_word(seen, pair)]
    since = first(claim.claim.said)
    statements = {_statement(pair) for pair in own if pair.topic == claim.topic and first(pair.claim.said) >= since}
    taking = {
        _statement(pair) for pair in own if pair.commitment == claim.commitment and pair.claim.stance in POSITIONS
    }
    return len(statements - taking)


def _statement(pair: Pair) -> tuple[object, ...]:
    return pair.party, pair.claim.speaker, first(pair.claim.said)
