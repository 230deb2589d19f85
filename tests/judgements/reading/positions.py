"""Where the parties stand on a commitment, and what the commitment is called for it: DESIGN section 4."""

from __future__ import annotations

from .records import POSITIONS, Claim, Commitment, Known

WHOLLY_OR_IN_PART = ("affirms", "affirms-in-part")


def stance_taken(claim: Claim, commitment: Commitment) -> str:
    """A claim's stance: "a claim by an obligor of C that reports-met or reports-progress counts as affirms here"."""
    if claim.party in commitment.obligors and claim.stance in ("reports-met", "reports-progress"):
        return "affirms"
    return claim.stance


def words(known: Known, party: str, commitment: Commitment) -> list[Claim]:
    """The on-record claims of a party on a commitment, in their order."""
    return [claim for claim in known.on(commitment) if claim.party == party and claim.binds]


def position(known: Known, party: str, commitment: Commitment) -> tuple[str, str | None]:
    """Position and since: "the stance of P's latest on-record claim on C among affirms, affirms-in-part, ...".

    "If there is none: `declines` when P has an on-record claim on C that declines; else `mentions` when it has one
    that mentions; else `silent`. `since` is first(said) of the claim that decided it (the latest of them; empty when
    silent)."
    """
    taken = [(stance_taken(claim, commitment), claim) for claim in words(known, party, commitment)]
    for stances in (POSITIONS, ("declines",), ("mentions",)):
        deciding = [(stance, claim) for stance, claim in taken if stance in stances]
        if deciding:
            stance, claim = deciding[-1]
            return stance, claim.first.isoformat()
    return "silent", None


def stands(known: Known, party: str, commitment: Commitment) -> str:
    """The position without its since."""
    return position(known, party, commitment)[0]


def status(known: Known, commitment: Commitment) -> str:
    """Status: "the first that fits, over the positions of its obligors and beneficiaries"."""
    obligors = [stands(known, party, commitment) for party in commitment.obligors]
    beneficiaries = [stands(known, party, commitment) for party in commitment.beneficiaries]
    all_affirm = all(each == "affirms" for each in obligors)
    joint = not beneficiaries and len(obligors) >= 2
    rules = [
        ("denied", "denies" in obligors),
        ("withdrawn", "withdraws" in obligors),
        ("agreed", all_affirm and ("affirms" in beneficiaries or joint)),
        ("undertaken", all_affirm),
        ("partial", all(each in WHOLLY_OR_IN_PART for each in obligors)),
        ("declined", "declines" in obligors),
        ("unacknowledged", any(each in WHOLLY_OR_IN_PART for each in obligors + beneficiaries)),
        ("proposed", "proposes" in obligors + beneficiaries),
        ("unclaimed", True),
    ]
    return next(name for name, fits in rules if fits)


def first_affirming(known: Known, party: str, commitment: Commitment) -> Claim:
    """The "first on-record claim of theirs that affirms, wholly or in part"."""
    return next(
        claim for claim in words(known, party, commitment) if stance_taken(claim, commitment) in WHOLLY_OR_IN_PART
    )


def asserters(known: Known, commitment: Commitment) -> list[str]:
    """Who counts on it: "some obligor O's position is not `affirms`, while a party other than O affirms it"."""
    unsaid = [party for party in commitment.obligors if stands(known, party, commitment) != "affirms"]
    return [
        party
        for party in known.parties
        if stands(known, party, commitment) in WHOLLY_OR_IN_PART and any(obligor != party for obligor in unsaid)
    ]


def chances(known: Known, party: str, claim: Claim) -> int:
    """Chances: "the number of statements that counterparty made on K's topic, after K, without taking a position on C".

    "A statement is a distinct (party, speaker, first(said)) among its on-record claims with that topic and
    first(said of K) <= first(said) <= D; it is no chance if one of its claims is on C with a position-taking stance".
    """
    statements: dict[tuple[object, ...], list[Claim]] = {}
    for other in known.claims:
        if other.party == party and other.binds and other.topic == claim.topic and other.first >= claim.first:
            statements.setdefault((other.party, other.speaker, other.first), []).append(other)
    return sum(
        not any(said.commitment == claim.commitment and said.stance in POSITIONS for said in statement)
        for statement in statements.values()
    )
