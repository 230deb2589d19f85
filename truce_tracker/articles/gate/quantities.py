"""A quantity beside the figures around its quote: amount with scale, unit, bound, period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce_tracker.articles.gate.evidence import Evidence
from truce_tracker.articles.proposing.amounts import Amount
from truce_tracker.articles.proposing.claims import amounts
from truce_tracker.quantities import Quantity, numbers_in, read_quantity
from truce_tracker.slots import Finding
from truce_tracker.vocabulary import Reason

# "25 million t in each of 2026, 2027 and 2028": the period stands beside the figure in many ways
_UNITS = {"year": "years?", "quarter": "quarters?", "month": "months?", "week": "weeks?", "day": "days?"}
_ADVERBS = {
    "year": r"annual\w*|yearly|p\.a\.|\beach of\b|每年|年均",
    "quarter": "quarterly|每个?季",
    "month": "monthly|每个?月|月均",
    "week": "weekly|每个?(?:周|星期)",
    "day": "daily|每[天日]|日均",
}
_PART_END = re.compile(r"[,，;；。]|\band\b")
_BESIDE = 70  # characters around a figure in which its period is told
_SCALES = (1e3, 1e4, 1e6, 1e8, 1e9, 1e12)


def of_quantity(claimed: str, evidence: Evidence) -> Iterator[Finding]:
    """What speaks against a quantity. The quote's own figures decide; where it has none, its sentence's do."""
    wanted = read_quantity(claimed)
    first, last = evidence.start - evidence.begin, evidence.end - evidence.begin
    found = [(amount, read_quantity(amount.written)) for amount in amounts(evidence.sentence)]
    inside = [(amount, each) for amount, each in found if amount.start < last and amount.end > first]
    beside = [pair for pair in found if pair not in inside]
    if _is_change(wanted, [each for _, each in inside]):
        return
    if same := [pair for pair in inside if _amounts(pair[1]) == _amounts(wanted)]:
        yield from _nearest(claimed, wanted, same, evidence)
    elif other := next((each for _, each in inside if each.unit == wanted.unit), None):
        yield Finding(Reason.QUANTITY_NOT_IN_QUOTE, claimed, other.written)
    elif same := [pair for pair in beside if _amounts(pair[1]) == _amounts(wanted)]:
        yield from _nearest(claimed, wanted, same, evidence)
    elif _is_written(wanted, evidence.sentence):
        yield from _uncounted(claimed, wanted, evidence)
    else:
        yield Finding(Reason.QUANTITY_NOT_IN_QUOTE, claimed, ", ".join(each.written for _, each in found[:3]))


def _is_change(wanted: Quantity, found: list[Quantity]) -> bool:
    """Whether a share fell or rose by as many points: "from 20 percent to 10 percent" is 10 percentage points."""
    shares = [each.amount for each in found if each.unit == "%"]
    return wanted.unit == "percentage points" and len(shares) == 2 and abs(shares[0] - shares[1]) == wanted.amount


def _amounts(quantity: Quantity) -> tuple[float, float | None]:
    return quantity.amount, quantity.upper


def _nearest(
    claimed: str, wanted: Quantity, same: list[tuple[Amount, Quantity]], evidence: Evidence
) -> Iterator[Finding]:
    """Of figures that have the amount, what speaks against the one that is nearest to the claim."""
    yield from min((list(_against(claimed, wanted, *each, evidence)) for each in same), key=len)


def _against(claimed: str, wanted: Quantity, place: Amount, found: Quantity, evidence: Evidence) -> Iterator[Finding]:
    if wanted.unit != found.unit:
        yield Finding(Reason.UNIT_DIFFERS, claimed, found.written)
    if wanted.bound != found.bound:
        yield Finding(Reason.BOUND_DIFFERS, claimed, found.written)
    following = _PART_END.split(evidence.sentence[place.end : place.end + _BESIDE])[0]
    following = following[: min((each.start for each in amounts(following)), default=_BESIDE)]
    preceding = _PART_END.split(evidence.sentence[max(place.start - _BESIDE, 0) : place.start])[-1]
    told = {found.period} if found.period else _periods(following) or _periods(preceding)
    if wanted.period not in (told or {None}):
        yield Finding(Reason.PERIOD_DIFFERS, claimed, found.written)


def _periods(words: str) -> set[str | None]:
    """The periods that words give something for: "in each of the next three years"."""
    return {
        period
        for period, unit in _UNITS.items()
        if re.search(
            rf"\b(?:a|per|each|every) {unit}\b|/{unit}\b|each of the (?:\w+ ){{1,3}}{unit}\b|{_ADVERBS[period]}",
            words,
            re.I,
        )
    }


def _names(unit: str, words: str) -> bool:
    """Whether words name a unit that is none of the known ones: ships, prisoners."""
    stem = unit.casefold().rstrip("s")
    return len(stem) > 2 and stem in words.casefold()


def _is_written(wanted: Quantity, words: str) -> bool:
    """Whether the number stands there, though nothing is surely counted by it; not as the digits of a larger one."""
    numbers = numbers_in(words)
    ends = [end for end in _amounts(wanted) if end is not None]
    return all(end in numbers and not any(end * scale in numbers for scale in _SCALES) for end in ends)


def _uncounted(claimed: str, wanted: Quantity, evidence: Evidence) -> Iterator[Finding]:
    """A number whose unit was not read: the unit must be named around it."""
    sign = _SIGNS.get(wanted.unit)
    named = re.search(sign, evidence.sentence, re.I) if sign else _names(wanted.unit, evidence.paragraph)
    if not named:
        yield Finding(Reason.UNIT_DIFFERS, claimed)
    if wanted.period and wanted.period not in _periods(evidence.sentence):
        yield Finding(Reason.PERIOD_DIFFERS, claimed)


_SIGNS = {
    "t": r"\btons?\b|\btonnes?\b|\bmmt\b|吨|噸",
    "%": r"%|％|per ?cent|百分之|成",
    "percentage points": r"points?\b|百分点",
    "USD": r"\$|dollars?\b|\busd\b|美元|美金",
    "CNY": r"yuan|\brmb\b|元|¥",
    "EUR": r"€|euros?\b|欧元",
}
