"""A record that is loaded alone, with only what it bears on read, leaves the store that reading all of it would."""

from __future__ import annotations

from typing import Any

import pytest
from engines import empty_ledger
from hypothesis import HealthCheck, given, settings

from truce_tracker import store
from truce_tracker.errors import LedgerProblems, TruceError
from truce_tracker.judgements import derive
from truce_tracker.ledger_file import undoing, window
from truce_tracker.ledger_file.amending import Amendment
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import prepare
from truce_tracker.store.copying import tables

from .random_records import Records, as_yaml, ledgers

NEVER, ALWAYS = 0, 10**9  # how many changes it takes for everything to be read
MOMENT = "2026-01-0{}T00:00:00Z"


def held(path: store.Place) -> list[str]:
    """All that a store holds, a line for each row; of what is worked out, the order of the places alone."""
    with store.snapshot(path) as connection:
        return [f"{name} {row}" for name in tables() for row in derive._rows(connection, name)]


def amended(path: store.Place, read_all: int, make: Any, number: int) -> str:
    """Make an amendment and write it; gives what is told, problems or warnings."""
    monkeyed = window._WHOLE
    window._WHOLE = read_all
    try:
        with store.transaction(path) as connection:
            amendment = Amendment(connection)
            if read_all:
                amendment.window.read_all()
            make(amendment)
            amendment.write(connection, Act(MOMENT.format(number), "test"))
            derive.settle(connection, amendment.touched)
        return "\n".join(str(each) for each in amendment.warnings)
    except (LedgerProblems, TruceError) as error:
        return str(error)
    finally:
        window._WHOLE = monkeyed


def loading(text: str) -> Any:
    """Load a ledger."""
    return lambda amendment: prepare(amendment, [("one.yaml", text.encode())])


def check_alike(first: Records, second: Records) -> None:
    """Load a ledger, then each record of another one alone, and take each back and forth."""
    apart, whole = empty_ledger("apart"), empty_ledger("whole")

    def both(make: Any, number: int) -> None:
        told = [amended(path, read_all, make, number) for path, read_all in ((apart, NEVER), (whole, ALWAYS))]
        assert told[0] == told[1]
        found, wanted = held(apart), held(whole)
        assert [each for each in found if each not in wanted] == [each for each in wanted if each not in found]

    both(loading(as_yaml(first)), 1)
    for name in ("parties", "speakers", "topics", "sources", "commitments", "deadlines", "claims", "checks"):
        for record in second.get(name, ()):
            both(loading(as_yaml({"format": "truce/2", name: [record]})), 2)
    both(lambda amendment: undoing.undo_last(amendment, 1), 3)
    both(lambda amendment: undoing.undo_last(amendment, 1), 4)
    both(undoing.redo, 5)


ANY = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@settings(max_examples=15, derandomize=True, **ANY)  # type: ignore[arg-type]
@given(first=ledgers(), second=ledgers())
def test_what_is_read_alone(first: Records, second: Records) -> None:
    check_alike(first, second)


@pytest.mark.slow
@settings(max_examples=60, derandomize=True, **ANY)  # type: ignore[arg-type]
@given(first=ledgers(), second=ledgers())
def test_what_is_read_alone_of_very_many(first: Records, second: Records) -> None:
    check_alike(first, second)
