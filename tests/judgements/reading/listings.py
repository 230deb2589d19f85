"""The row listings, with the keys of json; each has its `everything` (--all). Verdicts come from the rooms beside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import yaml

from . import divergences as differing
from . import progress
from .known import View, is_listed, known_milestones, last_checked, view
from .milestones import (
    clock,
    commitment_of,
    due,
    is_counted,
    is_one_sided,
    is_past,
    met_by,
    milestone_status,
    milestones_of,
    moved_to,
    stated_by,
    stating,
)
from .positions import AFFIRMING, asserters, chances, position, stand, status
from .records import POSITIONS, Commitment, Deadline, Ledger, Milestone, Pair, Written
from .reports import reports, variant_of
from .statements import is_word, leading, leads, tellings
from .states import breaches, is_closed, state, state_by, state_one_sided

Row = dict[str, Any]
TAKING = (*POSITIONS, "affirms-if")


def ask(text: str, day: str, question: str, everything: bool = False) -> list[Row]:
    """One question to a ledger as text, read with every scalar as text."""
    return answer(yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)), day, question, everything)


def answer(written: Written | Ledger, day: str, question: str, everything: bool = False) -> list[Row]:
    """One question to a ledger as dicts and lists."""
    ledger = written if isinstance(written, Ledger) else Ledger(written)
    return QUESTIONS[question](view(ledger, date.fromisoformat(day)), everything)


def claims(seen: View, everything: bool = False) -> list[Row]:
    """Every known claim: "ordered by (first(said), last(said), order of entry)"."""
    listed = {pair.claim.id: pair.claim for pair in seen.pairs}
    return [_claim_row(seen, [pair for pair in seen.pairs if pair.claim is claim]) for claim in listed.values()]


def one_sided(seen: View, everything: bool = False) -> list[Row]:
    """Definitions, One-sided claim: "an on-record leading claim K by a party P on C with stance affirms or
    affirms-in-part, where P's own position on C is affirms, affirms-if or affirms-in-part, C has at least one
    counterparty, *no* counterparty's position is `affirms`, and C is not closed (`--all` lists closed ones too)"."""
    return [
        _one_sided_row(seen, pair, commitment)
        for pair in seen.pairs
        if pair.party and pair.commitment and pair.claim.stance in AFFIRMING and is_word(seen, pair)
        for commitment in [seen.ledger.commitments[pair.commitment]]
        if position(seen, pair.party, commitment) in AFFIRMING
        and counterparties(pair, commitment)
        and all(position(seen, other, commitment) != "affirms" for other in counterparties(pair, commitment))
        and (everything or not is_closed(seen, commitment))
    ]


def counterparties(pair: Pair, commitment: Commitment) -> list[str]:
    """Definitions: "(obligors + beneficiaries of C) - P"."""
    return [party for party in commitment.concerned if party != pair.party]


def unmatched(seen: View, everything: bool = False) -> list[Row]:
    """Definitions, Unmatched commitment: "some obligor O's position is not `affirms`, while a party other than O
    affirms it, affirms-if or affirms it in part; and it is not closed (`--all`)", in "order of entry of the
    commitment"."""
    return [
        _unmatched_row(seen, commitment)
        for commitment in seen.ledger.commitments.values()
        if asserters(seen, commitment) and (everything or not is_closed(seen, commitment))
    ]


def commitments(seen: View, everything: bool = False) -> list[Row]:
    """Every commitment that is listed as of the day, in order of entry."""
    return [_commitment_row(seen, each) for each in seen.ledger.commitments.values() if is_listed(seen, each)]


def deadlines(seen: View, everything: bool = False) -> list[Row]:
    """Every known milestone, by due day (none last), then order of entry: "Unknown ones are not listed"."""
    found = [each for commitment in seen.ledger.commitments.values() for each in known_milestones(seen, commitment)]
    entered = list(seen.ledger.milestones.values())
    found.sort(key=lambda each: (due(seen, each) or date.max, entered.index(each)))
    return [_milestone_row(seen, each) for each in found]


def overdue(seen: View, everything: bool = False) -> list[Row]:
    """Definitions, Overdue: "lists the counted milestones that are `overdue`, `unmet`, or `disputed` past their due
    day, and whose commitment is not closed; `--all` adds the others. Longest past first"; "then milestone id"."""
    late = [
        milestone
        for commitment in seen.ledger.commitments.values()
        for milestone in known_milestones(seen, commitment)
        if _is_late(seen, milestone)
        and (everything or (is_counted(seen, milestone) and not is_closed(seen, commitment)))
    ]
    return sorted((_milestone_row(seen, each) for each in late), key=lambda row: (-row["days"], row["milestone"]))


def _is_late(seen: View, milestone: Milestone) -> bool:
    found = milestone_status(seen, milestone)
    return found in ("overdue", "unmet") or (found == "disputed" and is_past(seen, milestone))


def divergences(seen: View, everything: bool = False) -> list[Row]:
    """Every divergence, in "order of entry of the commitment"; then quantity, due, expires."""
    return [row for each in seen.ledger.commitments.values() for row in differing.divergences(seen, each)]


def statuses(seen: View, everything: bool = False) -> list[Row]:
    """Status, state and whether it is closed, of every commitment that is listed: no listing of truce, for cases."""
    return [
        {
            "commitment": each.id,
            "status": status(seen, each),
            "state": state(seen, each),
            "closed": is_closed(seen, each),
        }
        for each in seen.ledger.commitments.values()
        if is_listed(seen, each)
    ]


QUESTIONS: dict[str, Callable[[View, bool], list[Row]]] = {
    "claims": claims,
    "one-sided": one_sided,
    "unmatched": unmatched,
    "commitments": commitments,
    "deadlines": deadlines,
    "overdue": overdue,
    "divergences": divergences,
}


def _claim_row(seen: View, pairs: list[Pair]) -> Row:
    """Definitions: "In `claims`, about and words are as they count, not as written; topic and telling_of those of the
    first pair that has one"."""
    claim = pairs[0].claim
    told = [leading(seen, pair).claim.id for pair in pairs if not leads(seen, pair)]
    written = claim.written
    return {
        "claim": claim.id,
        "said": claim.said,
        "parties": list(claim.parties),
        "speaker": claim.speaker,
        "on_record": claim.on_record,
        "stance": claim.stance,
        "condition": claim.condition,
        "modality": written.get("modality"),
        "topic": pairs[0].topic,
        "commitments": list(claim.commitments),
        "text": written.get("text"),
        "quote": written.get("quote"),
        "words": claim.words,
        "quantity": claim.quantity,
        "deadline": claim.deadline,
        "about": sorted({party for pair in pairs for party in pair.about}) if claim.reports else None,
        "source": claim.source.id,
        "instrument": written.get("instrument"),
        "telling_of": told[0] if told else None,
    }


def _one_sided_row(seen: View, pair: Pair, commitment: Commitment) -> Row:
    """A row: "Listed with, for each counterparty, its position, since, latest and" age, chances, last_checked."""
    claim = pair.claim
    return {
        "claim": claim.id,
        "said": claim.said,
        "party": pair.party,
        "speaker": claim.speaker,
        "topic": pair.topic,
        "commitment": commitment.id,
        "text": claim.written.get("text"),
        "source": claim.source.id,
        "age": (seen.day - claim.order[0]).days,
        "state": state(seen, commitment),
        "state_one_sided": state_one_sided(seen, commitment),
        "tellings": tellings(seen, pair),
        "responses": [
            _stand(seen, other, commitment)
            | {"chances": chances(seen, other, pair), "last_checked": last_checked(seen, [other], pair.topic)}
            for other in counterparties(pair, commitment)
        ],
    }


def _unmatched_row(seen: View, commitment: Commitment) -> Row:
    """A row: "each obligor's position, since, latest; `asserted_by` [...]; its status and state; and what was given in
    exchange, each with its own status and state"."""
    asserted = [(party, stand(seen, party, commitment)) for party in asserters(seen, commitment)]
    return {
        "commitment": commitment.id,
        "summary": commitment.summary,
        "topic": commitment.topic,
        "status": status(seen, commitment),
        "state": state(seen, commitment),
        "state_one_sided": state_one_sided(seen, commitment),
        "obligors": [_stand(seen, party, commitment) for party in commitment.obligors],
        "asserted_by": [
            {"party": party, "position": word.position, "since": word.since, "claim": word.claim}
            for party, word in asserted
        ],
        "in_exchange_for": [
            {"commitment": other.id, "status": status(seen, other), "state": state(seen, other)}
            for other in (seen.ledger.commitments[id] for id in commitment.in_exchange_for)
        ],
    }


def _commitment_row(seen: View, commitment: Commitment) -> Row:
    """A row: positions of "obligors and beneficiaries (role obligor, beneficiary or both), then any other party that
    takes a position (role other)"."""
    others = [
        party
        for party in seen.ledger.parties
        if party not in commitment.concerned and position(seen, party, commitment) in TAKING
    ]
    return {
        "commitment": commitment.id,
        "summary": commitment.summary,
        "topic": commitment.topic,
        "obligors": list(commitment.obligors),
        "beneficiaries": list(commitment.beneficiaries),
        "status": status(seen, commitment),
        "state": state(seen, commitment),
        "state_by": state_by(seen, commitment),
        "state_one_sided": state_one_sided(seen, commitment),
        "breaches": breaches(seen, commitment),
        "progress": progress.of_commitment(seen, commitment),
        "positions": [_position_row(seen, party, commitment) for party in (*commitment.concerned, *others)],
    }


def _position_row(seen: View, party: str, commitment: Commitment) -> Row:
    word = stand(seen, party, commitment)
    return {
        "party": party,
        "role": _role(party, commitment),
        "position": word.position,
        "since": word.since,
        "latest": word.latest,
        "claim": word.claim,
    }


def _role(party: str, commitment: Commitment) -> str:
    if party in commitment.obligors:
        return "both" if party in commitment.beneficiaries else "obligor"
    return "beneficiary" if party in commitment.beneficiaries else "other"


def _stand(seen: View, party: str, commitment: Commitment) -> Row:
    word = stand(seen, party, commitment)
    return {"party": party, "position": word.position, "since": word.since, "latest": word.latest}


def _milestone_row(seen: View, milestone: Milestone) -> Row:
    """A row of `deadlines` and `overdue`: "days (D - due; past is positive; null without due)"."""
    deadline, commitment, day = milestone.deadline, commitment_of(seen, milestone), due(seen, milestone)
    variant, new = variant_of(seen, deadline), moved_to(seen, milestone)
    set_by = [
        {"claim": pair.claim.id, "party": pair.party, "speaker": pair.claim.speaker}
        for pair in stating(seen, milestone)
    ]
    return {
        "milestone": milestone.id,
        "deadline": deadline.id,
        "commitment": commitment.id,
        "summary": commitment.summary,
        "kind": deadline.kind,
        "phrase": deadline.phrase,
        "due": _iso(day),
        "days": (seen.day - day).days if day else None,
        "status": milestone_status(seen, milestone),
        "variant_of": variant.id if variant else None,
        "readings": _readings(seen, deadline),
        "moved_to": _moved_row(seen, new) if new else None,
        "set_by": set_by[0] if set_by else None,
        "stated_by": stated_by(seen, milestone),
        "met_by": met_by(seen, milestone),
        "one_sided": is_one_sided(seen, milestone),
        "progress": progress.of_milestone(seen, milestone),
        "reports": [_report_row(pair) for pair in reports(seen, milestone)],
        "last_checked": last_checked(seen, list(commitment.obligors), commitment.topic),
    }


def _readings(seen: View, deadline: Deadline) -> list[Row]:
    """Definitions, A clock: "`readings` lists each {due, by} where they differ (else it is empty)"."""
    readings = clock(seen, deadline) if deadline.within is not None else {}
    return [{"due": _iso(day), "by": by} for day, by in readings.items()] if len(readings) > 1 else []


def _moved_row(seen: View, new: Deadline) -> Row:
    """Definitions: "`moved_to`: {deadline, due, by}, by being stated_by of the replacing one"."""
    milestone = milestones_of(seen, new)[0]
    return {"deadline": new.id, "due": _iso(due(seen, milestone)), "by": stated_by(seen, milestone)}


def _report_row(pair: Pair) -> Row:
    claim = pair.claim
    return {
        "claim": claim.id,
        "stance": claim.stance,
        "about": list(pair.about),
        "party": pair.party,
        "speaker": claim.speaker,
        "said": claim.said,
        "quantity": claim.quantity,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
