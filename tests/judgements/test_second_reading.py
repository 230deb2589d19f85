"""The product against the second reading, on random ledgers; and that those ledgers meet every case there is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .conftest import Answer
from .random_ledgers import AS_OF_DAYS, as_yaml, random_ledger, smallest
from .reading.records import Ledger, known
from .second_reading import QUESTIONS, Row, commitments, deadlines, one_sided, unmatched

COMPARED = ["one-sided", "unmatched", "commitments", "deadlines", "overdue"]
UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

PHASES = [Phase.explicit, Phase.reuse, Phase.generate]  # a seed does not shrink: `smallest` does

seeds = st.integers(0, 2**64)

RICH = {
    *("agreed", "undertaken", "partial", "unacknowledged", "declined", "denied", "withdrawn", "proposed", "unclaimed"),
    *("affirms", "affirms-in-part", "denies", "proposes", "withdraws", "declines", "mentions", "silent"),
    *("open", "met", "met late", "overdue", "unmet", "in force", "lapsed", "moved"),
    *("chances", "no chances", "checked", "responses of two", "asserted by two", "exchanged", "asserted from outside"),
    *("unknown", "met by a third party", "met by one", "met by two", "stated by two", "stated by none", "progress"),
    *("reported thrice", "undone", "tie"),
}


def differs(ask: Answer, ledger: Ledger, day: str, question: str) -> bool:
    """Whether the product answers otherwise; the order of the keys, and true against 1, count as well."""
    found = ask(as_yaml(ledger), question, day)
    return json.dumps(found) != json.dumps(QUESTIONS[question](ledger, day))


def compare(ask: Answer, seed: int) -> None:
    """Asks the product every question for every other day, and shows the smallest ledger that gets another answer."""
    ledger = random_ledger(seed)
    text = as_yaml(ledger)
    for day in AS_OF_DAYS[seed % 2 :: 2]:
        for question in COMPARED:
            if json.dumps(ask(text, question, day)) != json.dumps(QUESTIONS[question](ledger, day)):
                small = smallest(ledger, lambda tried: differs(ask, tried, day, question))  # noqa: B023
                shown = f"{question} as of {day}, of\n{as_yaml(small)}"
                assert ask(as_yaml(small), question, day) == QUESTIONS[question](small, day), shown
                pytest.fail(f"the order of the keys or their types differ: {shown}")


@given(seed=seeds)
@settings(max_examples=100, deadline=None, suppress_health_check=UNHURRIED, phases=PHASES)
def test_the_product_agrees(ask: Answer, seed: int) -> None:
    compare(ask, seed)


@pytest.mark.slow
@given(seed=seeds)
@settings(max_examples=2000, deadline=None, suppress_health_check=UNHURRIED, phases=PHASES)
def test_the_product_agrees_at_length(ask: Answer, seed: int) -> None:
    compare(ask, seed)


def test_the_ledgers_are_rich() -> None:
    """Every status, position and turn occurs in some hundreds of ledgers."""
    met = dict.fromkeys(RICH, 0)
    for seed in range(400):
        ledger = random_ledger(seed)
        features = [
            feature
            for day in AS_OF_DAYS[3::3]
            for found in (_of_commitments, _of_claims, _of_milestones)
            for feature in found(ledger, day)
        ]
        for feature in set(features):
            met[feature] += 1
    assert [feature for feature, times in met.items() if times < 5] == []


def _of_commitments(ledger: Ledger, day: str) -> Iterator[str]:
    for row in commitments(ledger, day):
        yield row["status"]
        yield from (stand["position"] for stand in row["positions"])
    for row in unmatched(ledger, day):
        yield from ["exchanged"] if row["in_exchange_for"] else []
        yield from ["asserted by two"] if len(row["asserted_by"]) > 1 else []
        yield from ["asserted from outside"] if row["status"] in ("unclaimed", "proposed") else []


def _of_claims(ledger: Ledger, day: str) -> Iterator[str]:
    for row in one_sided(ledger, day):
        yield from ("chances" if response["chances"] else "no chances" for response in row["responses"])
        yield from ("checked" for response in row["responses"] if response["last_checked"])
        yield from ["responses of two"] if len(row["responses"]) > 1 else []
    bound = [(claim.party, claim.commitment, claim.first) for claim in known(ledger, day).claims if claim.binds]
    yield from ["tie"] if len(set(bound)) < len(bound) else []


def _of_milestones(ledger: Ledger, day: str) -> Iterator[str]:
    rows: list[Row] = deadlines(ledger, day)
    yield from ["unknown"] if {row["deadline"] for row in rows} < {each["id"] for each in ledger["deadlines"]} else []
    for row in rows:
        yield row["status"]
        yield from ["met by a third party"] if "third party" in row["met_by"] else []
        yield from ["met by one"] if row["one_sided"] else []
        yield from ["met by two"] if len(row["met_by"]) > 1 else []
        yield from ["stated by two"] if len(row["stated_by"]) > 1 else ["stated by none"] * (not row["stated_by"])
        yield from ["progress"] if row["progress"] else []
        yield from ["reported thrice"] if len(row["reports"]) > 2 else []
        yield from ["undone"] if row["met_by"] and row["status"] in ("open", "unmet") else []
