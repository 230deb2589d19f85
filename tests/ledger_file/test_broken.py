"""Every broken ledger in broken/ is told whole, line by line, and changes nothing in the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import RECORDED, load_text
from dumps import dump

from truce_tracker import store
from truce_tracker.errors import LedgerProblems
from truce_tracker.ledger_file.loader import load

from .broken_cases import Case, read_cases

CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_broken(case: Case, stocked: Path) -> None:
    if case.stored:
        load_text(stocked, case.stored)
    before = dump(stocked)
    files = [(name, text.encode()) for name, text in case.files.items()]
    with pytest.raises(LedgerProblems) as told, store.transaction(stocked) as connection:
        load(connection, files, RECORDED)
    assert [str(problem) for problem in told.value.problems] == case.expected
    assert dump(stocked) == before
