"""Progress: the figures reported, by reporter and basis, with their share of the target. Definitions, "progress"."""

from __future__ import annotations

from typing import Any

from .amounts import amount, in_base_units
from .days import overlap
from .known import View, deadline_of, names
from .milestones import commitment_of
from .records import Commitment, Milestone, Pair
from .reports import MET, PROGRESS, deciding, deciding_on
from .statements import is_word

Row = dict[str, Any]


def of_milestone(seen: View, milestone: Milestone) -> list[Row]:
    """Progress of a milestone: the target is "the quantity of the latest on-record leading `affirms` of a party that
    names the milestone's deadline, else of the latest that names none"."""
    affirming = _affirming(seen, commitment_of(seen, milestone))
    named = [pair for pair in affirming if deadline_of(seen, pair) and names(pair, milestone)]
    return _rows(deciding(seen, milestone), [_dateless(seen, affirming), named])


def of_commitment(seen: View, commitment: Commitment) -> list[Row]:
    """Definitions: "A commitment's `progress` is that of all its reports, against the target that names no
    deadline"."""
    return _rows(deciding_on(seen, commitment), [_dateless(seen, _affirming(seen, commitment))])


def _affirming(seen: View, commitment: Commitment) -> list[Pair]:
    return [
        pair
        for pair in seen.on(commitment)
        if pair.party and pair.claim.stance == "affirms" and pair.claim.quantity and is_word(seen, pair)
    ]


def _dateless(seen: View, affirming: list[Pair]) -> list[Pair]:
    return [pair for pair in affirming if deadline_of(seen, pair) is None]


def _rows(told: list[Pair], targets: list[list[Pair]]) -> list[Row]:
    """Definitions: "for each reporter, basis and unit"; "Figures of different bases or reporters are never added"."""
    groups: dict[tuple[Any, ...], list[Pair]] = {}
    for pair in told:
        if pair.claim.stance in (PROGRESS, MET) and pair.claim.quantity:
            speaker = "" if pair.party else pair.claim.speaker or ""
            unit = amount(pair.claim.quantity).unit
            groups.setdefault((pair.party is None, pair.party or speaker, pair.claim.basis or "", unit), []).append(
                pair
            )
    return [_row(groups[key], key[-1], targets) for key in sorted(groups)]


def _row(figures: list[Pair], unit: str, targets: list[list[Pair]]) -> Row:
    counted = _counted(figures)
    latest = counted[-1]
    done = sum(amount(pair.claim.quantity or "").low for pair in counted)
    return {
        "party": latest.party,
        "speaker": latest.claim.speaker,
        "basis": latest.claim.basis,
        "quantity": latest.claim.quantity if len(counted) == 1 else in_base_units(done, unit),
        "share": _share(done, unit, targets),
        "said": latest.claim.said,
        "claim": latest.claim.id,
    }


def _counted(figures: list[Pair]) -> list[Pair]:
    """Definitions: "its latest cumulative figure, or, where it gave none, the sum of its figures with `cumulative:
    false`, taken from the latest backwards, leaving out those without `covers` and those whose period overlaps that of
    a later figure (where none has `covers`, the latest stands alone)"."""
    if cumulative := [pair for pair in figures if pair.claim.cumulative]:
        return cumulative[-1:]
    taken: list[Pair] = []
    for pair in reversed(figures):
        covers = pair.claim.covers
        if covers and not any(overlap(covers, later.claim.covers or "") for later in taken):
            taken.append(pair)
    return taken[::-1] or figures[-1:]


def _share(done: float, unit: str, targets: list[list[Pair]]) -> float | None:
    """Definitions: "`share` is of the target in the same unit [...] (a range counts with its lower end)"."""
    amounts = [amount(pair.claim.quantity or "") for claims in targets for pair in claims]
    same = [target.low for target in amounts if target.unit == unit]
    return done / same[-1] if same and same[-1] else None
