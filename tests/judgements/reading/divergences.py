"""Where the values differ that claims give. Definitions, "Divergence"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .amounts import Amount, amount
from .days import first
from .known import View, deadline_of
from .milestones import clock, due, milestones_of, moved_to
from .records import Commitment, Deadline, Pair
from .statements import leads

Row = dict[str, Any]
KINDS = ("quantity", "due", "expires")


@dataclass(frozen=True)
class Given:
    """A value that a claim gives: as it compares, and as it is shown."""

    pair: Pair
    value: object
    shown: str


def divergences(seen: View, commitment: Commitment) -> list[Row]:
    """Definitions, Divergence: "for one commitment, the different values that claims give [...]. Two or more values
    make a divergence, with the claims (and their outlets) behind each"."""
    rows = []
    for kind in KINDS:
        given = [value for pair in seen.on(commitment) if pair.claim.gives for value in _given(seen, pair, kind)]
        if len({each.value for each in given}) > 1:
            rows.append(_row(seen, commitment, kind, given))
    return rows


def _given(seen: View, pair: Pair, kind: str) -> list[Given]:
    """The value of one kind that a claim gives."""
    if kind == "quantity":
        return [Given(pair, amount(pair.claim.quantity), pair.claim.quantity)] if pair.claim.quantity else []
    deadline = deadline_of(seen, pair)
    if deadline is None or deadline.kind != kind:
        return []
    day = first_due(seen, deadline)
    return [Given(pair, day, day)]


def first_due(seen: View, deadline: Deadline) -> str:
    """Definitions, Divergence: "the distinct first due days [...], a date that was moved counting as the one it was
    moved to, a deadline with `from` alone as `not before DAY`, a clock that has not started as `WITHIN of OF`"."""
    milestone = milestones_of(seen, deadline)[0]
    if new := moved_to(seen, milestone):
        return first_due(seen, new)
    if deadline.within is not None and not clock(seen, deadline):
        return f"{deadline.within} of {deadline.of}"
    day = due(seen, milestone)
    return day.isoformat() if day else f"not before {deadline.from_day}"


def _row(seen: View, commitment: Commitment, kind: str, given: list[Given]) -> Row:
    values: dict[object, list[Given]] = {}
    for each in given:
        values.setdefault(each.value, []).append(each)
    return {
        "commitment": commitment.id,
        "summary": commitment.summary,
        "kind": kind,
        "scopes": _scopes(seen, given),
        "ratio": _ratio(list(values)),
        "values": [
            {"value": group[0].shown, "claims": [_claim(each.pair) for each in group]} for group in values.values()
        ],
    }


def _scopes(seen: View, given: list[Given]) -> list[str]:
    """Definitions, Scopes: "`same-statement` when claims of one statement (party, speaker, first(said)) from different
    sources give different values [...]; `within-party` when leading claims of one party differ; `between-parties` when
    leading claims of two parties do. Scopes are empty where only a third party differs"."""
    scopes = {
        "same-statement": any(
            _statement(one) == _statement(other) and one.pair.claim.source is not other.pair.claim.source
            for one, other in _differing(given)
        ),
        "within-party": any(one.pair.party == other.pair.party for one, other in _differing(_leading(seen, given))),
        "between-parties": any(one.pair.party != other.pair.party for one, other in _differing(_leading(seen, given))),
    }
    return [scope for scope, fits in scopes.items() if fits]


def _differing(given: list[Given]) -> list[tuple[Given, Given]]:
    """Pairs of parties' claims with different values."""
    of_parties = [each for each in given if each.pair.party]
    return [(one, other) for one in of_parties for other in of_parties if one.value != other.value]


def _leading(seen: View, given: list[Given]) -> list[Given]:
    return [each for each in given if leads(seen, each.pair)]


def _statement(given: Given) -> tuple[object, ...]:
    return given.pair.party, given.pair.claim.speaker, first(given.pair.claim.said)


def _ratio(values: list[Any]) -> float | None:
    """Definitions: "`ratio`, largest end to smallest, where all amounts share unit and period"."""
    amounts = [value for value in values if isinstance(value, Amount)]
    smallest = min((each.low for each in amounts), default=0)
    if not smallest or len({(each.unit, each.period) for each in amounts}) > 1:
        return None
    return max(each.high for each in amounts) / smallest


def _claim(pair: Pair) -> Row:
    claim = pair.claim
    return {
        "claim": claim.id,
        "party": pair.party,
        "speaker": claim.speaker,
        "said": claim.said,
        "source": claim.source.id,
        "outlet": claim.source.outlet,
    }
