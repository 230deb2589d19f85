"""The product against the second reading, on random ledgers; and that those ledgers meet every case there is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .conftest import Answer
from .random_ledgers import AS_OF_DAYS, as_yaml, ledgers, some_days
from .reading.records import Ledger, known
from .second_reading import QUESTIONS, Row, commitments, deadlines, one_sided, unmatched

COMPARED = ["one-sided", "unmatched", "commitments", "deadlines", "overdue"]
UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]

RICH = {
    *("agreed", "undertaken", "partial", "unacknowledged", "declined", "denied", "withdrawn", "proposed", "unclaimed"),
    *("affirms", "affirms-in-part", "denies", "proposes", "withdraws", "declines", "mentions", "silent"),
    *("open", "met", "met late", "overdue", "unmet", "in force", "lapsed", "moved"),
    *("chances", "no chances", "checked", "responses of two", "asserted by two", "exchanged", "asserted from outside"),
    *("unknown", "met by a third party", "met by one", "met by two", "stated by two", "stated by none", "progress"),
    *("reported thrice", "undone", "tie"),
}


def compare(ask: Answer, ledger: Ledger, days: list[str]) -> None:
    """Asks the product every question for every day; the order of the keys, and true against 1, count as well."""
    text = as_yaml(ledger)
    for day in days:
        for question in COMPARED:
            expected = QUESTIONS[question](ledger, day)
            found = ask(text, question, day)
            assert found == expected, f"{question} as of {day}, of\n{text}"
            assert json.dumps(found) == json.dumps(expected), f"{question} as of {day}, of\n{text}"


@given(ledger=ledgers(), days=some_days)
@settings(max_examples=100, deadline=None, suppress_health_check=UNHURRIED)
def test_the_product_agrees(ask: Answer, ledger: Ledger, days: list[str]) -> None:
    compare(ask, ledger, days)


@pytest.mark.slow
@given(ledger=ledgers(), days=some_days)
@settings(max_examples=2000, deadline=None, suppress_health_check=UNHURRIED)
def test_the_product_agrees_at_length(ask: Answer, ledger: Ledger, days: list[str]) -> None:
    compare(ask, ledger, days)


def test_the_ledgers_are_rich() -> None:
    """Every status, position and turn occurs in some hundreds of ledgers."""
    met: dict[str, int] = dict.fromkeys(RICH, 0)

    @given(ledger=ledgers(), day=st.sampled_from(AS_OF_DAYS[3:]))
    @settings(max_examples=400, deadline=None, phases=[Phase.generate], derandomize=True, database=None)
    def collect(ledger: Ledger, day: str) -> None:
        for feature in {*_of_commitments(ledger, day), *_of_claims(ledger, day), *_of_milestones(ledger, day)}:
            met[feature] += 1

    collect()
    assert [feature for feature, times in met.items() if not times] == []


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
