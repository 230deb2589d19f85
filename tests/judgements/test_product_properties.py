"""What holds of the product whatever the ledger: replay, changes, explanations, and asking within a few commitments."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from truce_tracker import Ledger

from . import product
from .reading import records
from .reading.known import is_listed, view
from .reading.listings import QUESTIONS
from .reading.random_ledgers import AS_OF_DAYS, DAYS, as_yaml, random_ledger, smallest
from .reading.replay import as_known

PHASES = [Phase.explicit, Phase.reuse, Phase.generate]  # a seed does not shrink: `smallest` does
seeds = st.integers(0, 2**64)

Row = dict[str, Any]
Written = dict[str, Any]
Check = Callable[[Written], list[Any]]  # what is wrong about a ledger
Verdicts = dict[tuple[str, str], str]  # kind and id -> verdict

SINCE, UNTIL = "2025-10-31", "2025-11-25"
NOTHING_YET = ("open", "due", "in force", "waiting")


def holds(check: Check, written: Written) -> None:
    """Fail on the smallest part of the ledger that is enough to."""
    if check(written):
        small = smallest(written, check)
        pytest.fail(f"{as_yaml(small)}\n{json.dumps(check(small), indent=1, default=str)}")


# -- changes -----------------------------------------------------------------------------------------------------------


def verdicts(ledger: Ledger, day: str) -> Verdicts:
    """Every verdict of a day, as the listings give them."""
    found = {("commitment", row.commitment): row.status for row in ledger.commitments(day)}
    found |= {("state", row.commitment): row.state for row in ledger.commitments(day)}
    return found | {("milestone", row.milestone): row.status for row in ledger.deadlines(day)}


def steps(ledger: Ledger, days: list[str]) -> Iterator[tuple[str | None, ...]]:
    """Day, kind, id, before and after of each verdict that is another one than on the day before; of a commitment that
    is new, what became of it only where anything did."""
    before = verdicts(ledger, days[0])
    for day in days[1:]:
        now = verdicts(ledger, day)
        for key, after in now.items():
            is_idle = key[0] == "state" and key not in before and after in NOTHING_YET
            if before.get(key) != after and not is_idle:
                yield (day, *key, before.get(key), after)
        before = now


def days_between(first: str, last: str) -> list[str]:
    count = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return [(date.fromisoformat(first) + timedelta(days=number)).isoformat() for number in range(count + 1)]


def other_changes(written: Written) -> list[Any]:
    """The changes that are told and are none, and those that are not told."""
    ledger = product.opened(as_yaml(written))
    told = {(row.day, row.kind, row.id, row.before, row.after) for row in ledger.changes(UNTIL, SINCE)}
    return sorted(told ^ set(steps(ledger, days_between(SINCE, UNTIL))), key=str)


@given(seed=seeds)
@settings(max_examples=6, deadline=None, phases=PHASES)
def test_changes_are_the_differences_of_each_day_from_the_day_before(seed: int) -> None:
    holds(other_changes, random_ledger(seed))


# -- asking within a few commitments ---------------------------------------------------------------------------------


def other_within(written: Written, day: str) -> list[Any]:
    """The rows of each commitment that are others where only it, and what it depends on, can be seen."""
    ledger = product.opened(as_yaml(written))
    outside = rows_of_commitments(ledger, day)
    found = []
    for commitment in (each["id"] for each in written["commitments"]):
        with ledger._only([commitment]):
            inside = rows_of_commitments(ledger, day)
        wanted = [row for row in outside if row[1] == commitment]
        within = [row for row in inside if row[1] == commitment]
        found += [] if wanted == within else [(commitment, wanted, within)]
    assert rows_of_commitments(ledger, day) == outside
    return found + list(other_where_asked_for(written, day))


def other_where_asked_for(written: Written, day: str) -> Iterator[Any]:
    """The rows of each commitment that are others where it alone is asked for."""
    text = as_yaml(written)
    whole = product.opened(text)
    for name in ("commitments", "deadlines", "overdue", "unmatched"):
        rows = getattr(whole, name)(day)
        for commitment in (each["id"] for each in written["commitments"]):
            alone = getattr(product.opened(text), name)(day, commitment=[commitment])
            wanted = [row for row in rows if row.commitment == commitment]
            if list(alone) != wanted:
                yield (name, commitment, wanted, alone)


def rows_of_commitments(ledger: Ledger, day: str) -> list[tuple[str, str, Any]]:
    """Every row on a commitment, but for what is about others beside it: what was given in exchange."""
    asked = {
        "commitments": ledger.commitments(day),
        "deadlines": ledger.deadlines(day),
        "overdue": ledger.overdue(day),
        "divergences": ledger.divergences(day),
        "drift": ledger.drift(day),
    }
    return [(question, row.commitment, row) for question, rows in asked.items() for row in rows]


@given(seed=seeds)
@settings(max_examples=12, deadline=None, phases=PHASES)
def test_a_commitment_is_judged_alike_where_only_it_and_what_it_depends_on_is_seen(seed: int) -> None:
    holds(lambda written: other_within(written, AS_OF_DAYS[seed % len(AS_OF_DAYS)]), random_ledger(seed))


# -- replay ------------------------------------------------------------------------------------------------------------


def broken_replay(written: Written, day: str) -> list[Any]:
    """The questions that get another answer once what became known later is gone: question, before, after."""
    as_of = date.fromisoformat(day)
    ledger = records.Ledger(written)
    listed = {each.id for each in ledger.commitments.values() if is_listed(view(ledger, as_of), each)}
    asked = [(question, everything) for question in QUESTIONS for everything in (False, True)]
    before, after = (
        [_spoken_of(as_yaml(each), day, *question, listed) for question in asked]
        for each in (written, as_known(written, as_of))
    )
    return [each for each in zip(asked, before, after, strict=True) if each[1] != each[2]]


def _spoken_of(text: str, day: str, question: str, everything: bool, listed: set[str]) -> list[Row]:
    """The rows about what had been spoken of, and the claims."""
    rows = product.ask(text, day, question, everything)
    return [row for row in rows if "commitments" in row or row["commitment"] in listed]


@given(seed=seeds)
@settings(max_examples=12, deadline=None, phases=PHASES)
def test_what_becomes_known_later_changes_no_answer(seed: int) -> None:
    holds(lambda written: broken_replay(written, AS_OF_DAYS[seed % len(AS_OF_DAYS)]), random_ledger(seed))


# -- why ---------------------------------------------------------------------------------------------------------------


def unlike_listed(written: Written, day: str) -> list[Any]:
    """The explanations whose verdict is not the listed one, or that tell of no listed thing."""
    ledger = product.opened(as_yaml(written))
    listed = verdicts(ledger, day)
    one_sided = {(row.claim, row.party, row.commitment) for row in ledger.one_sided(day)}
    found: list[Any] = []
    for kind, identity in listed:
        (why,) = [each for each in ledger.why(day, identity) if (each.kind, each.id) == (kind, identity)]
        if why.verdict != listed[kind, identity]:
            found.append((kind, identity, listed[kind, identity], why.verdict))
    for row in ledger.claims(day):
        told = [each.verdict for each in ledger.why(day, row.claim)]
        sides = [(row.claim, party, each) for each in row.commitments for party in row.parties or [None]]
        if told != ["one-sided" if side in one_sided else "not one-sided" for side in sides or [None]]:
            found.append((row, told))
    return found


@given(seed=seeds)
@settings(max_examples=4, deadline=None, phases=PHASES)
def test_every_verdict_is_explained_as_listed(seed: int) -> None:
    holds(lambda written: unlike_listed(written, DAYS[seed % len(DAYS)]), random_ledger(seed))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_all_of_it_on_many_ledgers(part: int) -> None:
    for seed in range(part * 50, part * 50 + 50):
        written, day = random_ledger(seed), AS_OF_DAYS[seed % len(AS_OF_DAYS)]
        holds(other_changes, written)
        holds(lambda each, day=day: other_within(each, day), written)  # type: ignore[misc]
        holds(lambda each, day=day: broken_replay(each, day), written)  # type: ignore[misc]
        holds(lambda each, day=day: unlike_listed(each, day), written)  # type: ignore[misc]
