"""Every broken ledger is told whole, line by line, and changes nothing; every doubtful one is loaded and warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import RECORDED, load_text
from dumps import dump

from truce_tracker import store
from truce_tracker.errors import LedgerProblems
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import load

from .broken_cases import Case, read_cases

BROKEN = list(read_cases("broken"))
DOUBTFUL = list(read_cases("doubtful"))


@pytest.mark.parametrize("case", BROKEN, ids=[case.title for case in BROKEN])
def test_broken(case: Case, stocked: Path) -> None:
    if case.stored:
        load_text(stocked, case.stored)
    before = dump(stocked)
    files = [(name, text.encode()) for name, text in case.files.items()]
    with pytest.raises(LedgerProblems) as told, store.transaction(stocked) as connection:
        load(connection, files, Act(RECORDED, "load"))
    assert [str(problem) for problem in told.value.problems] == case.expected
    assert dump(stocked) == before


@pytest.mark.parametrize("case", DOUBTFUL, ids=[case.title for case in DOUBTFUL])
def test_doubtful(case: Case, stocked: Path) -> None:
    files = [(name, text.encode()) for name, text in case.files.items()]
    with store.transaction(stocked) as connection:
        loaded = load(connection, files, Act(RECORDED, "load"))
    assert [str(warning) for warning in loaded.warnings] == case.expected
