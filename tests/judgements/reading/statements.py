"""Statements and tellings: which account of a statement leads. Definitions, "Statements and tellings"."""

from __future__ import annotations

from typing import Any

from .days import first, last
from .known import View, deadline_of, remembered
from .records import Pair


@remembered
def told(seen: View, pair: Pair) -> Pair | None:
    """The claim that this one tells again, one step: "A claim that `retells` a known claim is a telling of that one,
    and is compared no further"; otherwise, of accounts of one statement, "Those from the source of the first one
    **lead**; each of the others is a telling of the first"."""
    if retold := _retold(seen, pair):
        return retold
    accounts = sorted(_accounts(seen, pair), key=_rank)
    return None if accounts[0].claim.source is pair.claim.source else accounts[0]


def leads(seen: View, pair: Pair) -> bool:
    """Whether a claim leads: "a claim that is no telling leads"."""
    return told(seen, pair) is None


def leading(seen: View, pair: Pair) -> Pair:
    """The leading claim: "the end of a chain of `retells`"."""
    other = told(seen, pair)
    return pair if other is None else leading(seen, other)


def tellings(seen: View, pair: Pair) -> int:
    """How many claims tell this one again."""
    telling = [
        other
        for other in seen.pairs
        if other is not pair and other.commitment == pair.commitment and leading(seen, other).claim is pair.claim
    ]
    return len({other.claim.id for other in telling} - {pair.claim.id})


def is_word(seen: View, pair: Pair) -> bool:
    """Whether a claim decides something: on record, and leading."""
    return pair.claim.on_record and leads(seen, pair)


def gives_its_date(seen: View, pair: Pair) -> bool:
    """Whether a party gave the date that this claim names.

    Definitions, Milestones, stated_by: "an on-record claim that gives a deadline [...], and that leads, or whose
    leading claim names no deadline of that kind on the commitment".
    """
    deadline, words = deadline_of(seen, pair), leading(seen, pair)
    if deadline is None or pair.party is None or not pair.claim.on_record or not pair.claim.gives:
        return False
    other = deadline_of(seen, words)
    return words is pair or other is None or words.claim.reports or other.kind != deadline.kind


def _retold(seen: View, pair: Pair) -> Pair | None:
    """The claim it retells, for the commitment (or, without one, the topic) that both have: "for one that only one of
    them has it is no telling"."""
    same = [
        other
        for other in seen.pairs
        if other.claim.id == pair.claim.retells
        and other.commitment == pair.commitment
        and (pair.commitment is not None or other.topic == pair.topic)
    ]
    return next((other for other in same if other.party == pair.party), same[0] if same else None)


def _accounts(seen: View, pair: Pair) -> list[Pair]:
    """The known accounts of its statement, itself among them; those which retell a known claim are not compared."""
    return [other for other in seen.pairs if _statement(other) == _statement(pair) and not _retold(seen, other)]


def _statement(pair: Pair) -> tuple[Any, ...]:
    """What accounts of one statement have in common: "the same party, speaker, said (first and last), commitment (or,
    without one, topic) and stance, are both on record or both not, both with a condition or both without, and, for
    reports, name the same milestone (or none), about, basis, covers and cumulative"."""
    claim = pair.claim
    subject = pair.commitment or f"topic {pair.topic}"
    key = (pair.party, claim.speaker, claim.order[:2], subject, claim.stance, claim.on_record, bool(claim.condition))
    if not claim.reports:
        return key
    covers = claim.covers and (first(claim.covers), last(claim.covers))
    return (*key, pair.deadline, pair.about, claim.basis, covers, claim.cumulative)


def _rank(pair: Pair) -> tuple[Any, ...]:
    """The order of accounts: "source without `based_on` first; `words` own first; first(published), earliest first,
    none last; order of entry"."""
    source = pair.claim.source
    published = (source.published is None, source.published and first(source.published))
    return source.based_on is not None, pair.claim.words != "own", published, pair.claim.entry
