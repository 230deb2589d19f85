"""Reports: to which milestone each belongs, who is covered, who is contested. Definitions, "Reports", "Milestones"."""

from __future__ import annotations

from collections.abc import Iterable

from .days import first
from .known import View, deadline_of, is_known, known_milestones, naming, remembered, view
from .records import Commitment, Deadline, Milestone, Pair
from .statements import gives_its_date, is_word, leading, leads

MET, UNMET, BREACH = "reports-met", "reports-unmet", "reports-breach"
PROGRESS, ENDED = "reports-progress", "reports-ended"
THIRD_PARTY = "third party"


@remembered
def variant_of(seen: View, deadline: Deadline) -> Deadline | None:
    """Definitions, variant: "every known on-record claim that names its deadline without reporting is a telling, and
    the leading claim of one of them (the earliest) names another deadline of that kind on that commitment"."""
    claims = [pair for pair in naming(seen, deadline) if pair.claim.on_record]
    if any(leads(seen, pair) for pair in claims):
        return None
    return next((other for pair in claims if (other := _other_named(seen, deadline, leading(seen, pair)))), None)


def _other_named(seen: View, deadline: Deadline, pair: Pair) -> Deadline | None:
    other = deadline_of(seen, pair)
    if other is None or other is deadline or pair.claim.reports or other.kind != deadline.kind:
        return None
    return other


@remembered
def replacers(seen: View, deadline: Deadline) -> list[Deadline]:
    """Definitions, moved: "a deadline replaces it that is known, is no variant, and that a party on record gave
    otherwise than by proposing, or nobody named", in order of entry."""
    return [
        other
        for other in seen.ledger.deadlines.values()
        if deadline.id in other.replaces
        and is_known(seen, other)
        and variant_of(seen, other) is None
        and (not naming(seen, other) or any(given_firmly(seen, pair) for pair in naming(seen, other)))
    ]


def given_firmly(seen: View, pair: Pair) -> bool:
    """Whether a party on record gave the date "otherwise than by proposing"."""
    return gives_its_date(seen, pair) and pair.claim.stance != "proposes"


@remembered
def belongs(seen: View, pair: Pair) -> Milestone | None:
    """The milestone to which a report belongs; None: "to the commitment alone".

    Definitions, Milestones: "A report other than a breach or an end belongs to the milestone that it names, or, naming
    none, to the only milestone of kind `due` of its commitment [...]; where there are several, [...] it belongs to the
    commitment alone, as it does where there is none. A breach or an end belongs to the commitment alone unless it names
    one". "A claim that names a repeating deadline without its day [...]; a report that does belongs to the commitment
    alone".
    """
    if pair.deadline is not None:
        return seen.ledger.milestones.get(pair.deadline) if deadline_of(seen, pair) else None
    if pair.commitment is None or pair.claim.stance in (BREACH, ENDED):
        return None
    possible = _open_dates(view(seen.ledger, pair.claim.known_from), seen.ledger.commitments[pair.commitment])
    return possible[0] if len(possible) == 1 else None


@remembered
def _open_dates(then: View, commitment: Commitment) -> list[Milestone]:
    """Those "whose deadline was known on the day the report became known and, as of that day, was no variant and had no
    deadline replacing it of the sort that `moved` asks for"."""
    return [
        milestone
        for milestone in known_milestones(then, commitment)
        if milestone.deadline.kind == "due"
        and variant_of(then, milestone.deadline) is None
        and not replacers(then, milestone.deadline)
    ]


@remembered
def counts_too_for(seen: View, deadline: Deadline) -> set[str]:
    """Definitions, Milestones: a reports-met or -progress on a variant or replaced milestone "counts for the one it is
    a variant of, and for those that replace it, too, where neither deadline repeats"; so on from those."""
    found: set[str] = set()
    waiting = [deadline]
    while waiting:
        each = waiting.pop()
        further = [*filter(None, [variant_of(seen, each)]), *replacers(seen, each)]
        for other in further:
            if not (each.repeats or other.repeats) and other.id not in found:
                found.add(other.id)
                waiting.append(other)
    return found - {deadline.id}


@remembered
def reports(seen: View, milestone: Milestone) -> list[Pair]:
    """The leading reports that belong to a milestone or count for it, on record or not: "Every speaker's report is
    shown"."""
    return [pair for pair in seen.pairs if pair.claim.reports and leads(seen, pair) and _is_for(seen, pair, milestone)]


def _is_for(seen: View, pair: Pair, milestone: Milestone) -> bool:
    own = belongs(seen, pair)
    if own is None or own is milestone:
        return own is milestone
    return pair.claim.stance in (MET, PROGRESS) and milestone.deadline.id in counts_too_for(seen, own.deadline)


def deciding(seen: View, milestone: Milestone) -> list[Pair]:
    """Definitions, Reports: "only leading reports on record (third parties' among them) decide"."""
    return [pair for pair in reports(seen, milestone) if pair.claim.on_record]


def deciding_on(seen: View, commitment: Commitment) -> list[Pair]:
    """The deciding reports on a commitment itself."""
    return [pair for pair in seen.on(commitment) if pair.claim.reports and is_word(seen, pair)]


def latest_words(claims: Iterable[Pair], stances: tuple[str, ...], obligor: str | None = None) -> dict[str, Pair]:
    """Each reporter's latest report with one of these stances, about an obligor or about whomever."""
    return {
        pair.reporter: pair
        for pair in claims
        if pair.claim.stance in stances and (obligor is None or obligor in pair.about)
    }


def is_contested(commitment: Commitment, claims: list[Pair], obligor: str) -> bool:
    """Definitions, Reports: "the obligor is *contested* when one is met and another is unmet that was said (first) on
    or after the day on which the met one has it done (first(done))"."""
    latest = latest_words(claims, (MET, UNMET), obligor).values()
    return any(
        first(unmet.claim.said) >= first(met.claim.done)
        for met in latest
        for unmet in latest
        if met.claim.stance == MET and unmet.claim.stance == UNMET
        if not _is_answered(commitment, claims, obligor, unmet)
    )


def _is_answered(commitment: Commitment, claims: list[Pair], obligor: str, unmet: Pair) -> bool:
    """Definitions, Reports: "a third party's unmet no more once a beneficiary that is no obligor has later reported
    met"."""
    return unmet.party is None and any(
        pair.claim.stance == MET and obligor in pair.about and pair.order > unmet.order
        for pair in claims
        if pair.party in commitment.other_beneficiaries
    )


def is_covered(commitment: Commitment, claims: list[Pair], obligor: str) -> bool:
    """Definitions, Reports: "*covered* when one is met and it is not contested"."""
    latest = latest_words(claims, (MET, UNMET), obligor).values()
    return any(pair.claim.stance == MET for pair in latest) and not is_contested(commitment, claims, obligor)


def voices(reporters: Iterable[Pair]) -> list[str]:
    """Reporters as rows name them: "parties, and `third party`", which comes last."""
    parties = {pair.party for pair in reporters}
    return [*sorted(party for party in parties if party), *([THIRD_PARTY] if None in parties else [])]


def is_one_party(said_by: list[str]) -> bool:
    """Whether these are "one party alone"."""
    return len(said_by) == 1 and said_by != [THIRD_PARTY]
