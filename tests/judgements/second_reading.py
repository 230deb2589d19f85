"""The questions of DESIGN section 5, answered in plain Python from section 4: rows as JSON has them.

A ledger is the YAML file as dicts and lists, its values as given, dates as text. Nothing here comes from
truce_tracker, and nothing is SQL: where this and the product differ, one of the two misreads DESIGN.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from .reading.milestones import (
    Milestone,
    is_one_sided,
    met_by,
    milestone_status,
    milestones,
    progress,
    reports,
    stating,
)
from .reading.positions import WHOLLY_OR_IN_PART, asserters, chances, first_affirming, position, stands, status
from .reading.records import Claim, Commitment, Known, Ledger, known, last_checked

Row = dict[str, Any]


def ask(yaml_text: str, question: str, as_of: str) -> list[Row]:
    """One question to a ledger as text: "read every scalar as text"."""
    return QUESTIONS[question](yaml.load(yaml_text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)), as_of)


def claims(ledger: Ledger, as_of: str) -> list[Row]:
    """The claims by a day: "listings by first(said), then order of entry"."""
    return [_claim_row(claim) for claim in _listed(known(ledger, as_of).claims)]


def one_sided(ledger: Ledger, as_of: str) -> list[Row]:
    """One-sided: "an on-record claim K by a party P on C with stance affirms or affirms-in-part, where P's position
    on C is not `withdraws`, C has at least one counterparty, and *no* counterparty's position is `affirms`"."""
    view = known(ledger, as_of)
    return [
        _one_sided_row(view, claim, commitment)
        for claim in _listed(view.claims)
        if claim.binds and claim.commitment and claim.stance in WHOLLY_OR_IN_PART
        for commitment in [view.commitments[claim.commitment]]
        if stands(view, claim.party or "", commitment) != "withdraws"
        and counterparties(claim, commitment)
        and all(stands(view, other, commitment) != "affirms" for other in counterparties(claim, commitment))
    ]


def unmatched(ledger: Ledger, as_of: str) -> list[Row]:
    """Unmatched: "some obligor O's position is not `affirms`, while a party other than O affirms it, wholly or in
    part: somebody counts on it, and who must do it has not said so"."""
    view = known(ledger, as_of)
    return [_unmatched_row(view, commitment) for commitment in view.commitments.values() if asserters(view, commitment)]


def commitments(ledger: Ledger, as_of: str) -> list[Row]:
    """Every commitment, in order of entry, "over the positions of its obligors and beneficiaries"."""
    view = known(ledger, as_of)
    return [_commitment_row(view, commitment) for commitment in view.commitments.values()]


def deadlines(ledger: Ledger, as_of: str) -> list[Row]:
    """Every known milestone, by due day, then order of entry: "Unknown ones are not listed"."""
    view = known(ledger, as_of)
    return [_milestone_row(view, milestone) for milestone in milestones(view)]


def overdue(ledger: Ledger, as_of: str) -> list[Row]:
    """Overdue: "lists the milestones whose status is `overdue` or `unmet`, longest past first"; "most days first, then
    milestone id"."""
    late = [row for row in deadlines(ledger, as_of) if row["status"] in ("overdue", "unmet")]
    return sorted(late, key=lambda row: (-row["days"], row["milestone"]))


QUESTIONS: dict[str, Callable[[Ledger, str], list[Row]]] = {
    "claims": claims,
    "one-sided": one_sided,
    "unmatched": unmatched,
    "commitments": commitments,
    "deadlines": deadlines,
    "overdue": overdue,
}


def counterparties(claim: Claim, commitment: Commitment) -> list[str]:
    """Counterparties: "(obligors + beneficiaries of C) - P"."""
    return [party for party in commitment.concerned if party != claim.party]


def _listed(claims: list[Claim]) -> list[Claim]:
    """Claims as a listing has them: "by first(said), then order of entry"."""
    return sorted(claims, key=lambda claim: (claim.first, claim.entry))


def _claim_row(claim: Claim) -> Row:
    written = claim.written
    return {
        "claim": claim.id,
        "said": claim.said,
        "party": claim.party,
        "speaker": claim.speaker,
        "on_record": claim.on_record,
        "stance": claim.stance,
        "modality": written.get("modality"),
        "topic": claim.topic,
        "commitment": claim.commitment,
        "text": written.get("text"),
        "quote": written.get("quote"),
        "quantity": written.get("quantity"),
        "deadline": claim.deadline,
        "source": written["source"],
        "instrument": written.get("instrument"),
    }


def _one_sided_row(view: Known, claim: Claim, commitment: Commitment) -> Row:
    """A row: "for each counterparty, its position and since", its chances and when it was last looked for."""
    return {
        "claim": claim.id,
        "said": claim.said,
        "party": claim.party,
        "speaker": claim.speaker,
        "topic": claim.topic,
        "commitment": commitment.id,
        "text": claim.written.get("text"),
        "source": claim.written["source"],
        "age": (view.as_of - claim.first).days,
        "responses": [
            _stand(view, other, commitment)
            | {"chances": chances(view, other, claim), "last_checked": last_checked(view, [other], claim.topic)}
            for other in counterparties(claim, commitment)
        ],
    }


def _unmatched_row(view: Known, commitment: Commitment) -> Row:
    """A row: "each obligor's position and since, who asserts it and since when [...], its status, and what was given in
    exchange, each with its own status"."""
    first = [(party, first_affirming(view, party, commitment)) for party in asserters(view, commitment)]
    return {
        "commitment": commitment.id,
        "summary": commitment.summary,
        "topic": commitment.topic,
        "status": status(view, commitment),
        "obligors": [_stand(view, party, commitment) for party in commitment.obligors],
        "asserted_by": [{"party": party, "since": _iso(claim), "claim": claim.id} for party, claim in first],
        "in_exchange_for": [
            {"commitment": other, "status": status(view, view.commitments[other])}
            for other in commitment.in_exchange_for
        ],
    }


def _commitment_row(view: Known, commitment: Commitment) -> Row:
    """A row: a party that is obligor and beneficiary appears once, as obligor."""
    positions = [(party, _stand(view, party, commitment)) for party in commitment.concerned]
    return {
        "commitment": commitment.id,
        "summary": commitment.summary,
        "topic": commitment.topic,
        "obligors": commitment.obligors,
        "beneficiaries": commitment.beneficiaries,
        "status": status(view, commitment),
        "positions": [
            {"party": party, "role": "obligor" if party in commitment.obligors else "beneficiary"} | stand
            for party, stand in positions
        ],
    }


def _milestone_row(view: Known, milestone: Milestone) -> Row:
    """A row of `deadlines` and `overdue`: "days (D - due; past is positive)"."""
    deadline = milestone.deadline
    commitment = view.commitments[deadline.commitment]
    stated = stating(view, milestone)
    set_by = [{"claim": claim.id, "party": claim.party, "speaker": claim.speaker} for claim in stated[:1]]
    return {
        "milestone": milestone.id,
        "deadline": deadline.id,
        "commitment": commitment.id,
        "summary": commitment.summary,
        "kind": deadline.kind,
        "phrase": deadline.phrase,
        "due": milestone.due.isoformat(),
        "days": (view.as_of - milestone.due).days,
        "status": milestone_status(view, milestone),
        "set_by": set_by[0] if set_by else None,
        "stated_by": sorted({str(claim.party) for claim in stated}),
        "met_by": met_by(view, milestone),
        "one_sided": is_one_sided(view, milestone),
        "progress": progress(view, milestone),
        "reports": [_report(claim) for claim in reports(view, milestone)],
        "last_checked": last_checked(view, commitment.obligors, commitment.topic),
    }


def _report(claim: Claim) -> Row:
    return {
        "claim": claim.id,
        "stance": claim.stance,
        "party": claim.party,
        "speaker": claim.speaker,
        "said": claim.said,
        "quantity": claim.written.get("quantity"),
    }


def _stand(view: Known, party: str, commitment: Commitment) -> Row:
    stance, since = position(view, party, commitment)
    return {"party": party, "position": stance, "since": since}


def _iso(claim: Claim) -> str:
    return claim.first.isoformat()
