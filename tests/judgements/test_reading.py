"""The cases written by hand, asked of every reader of the definitions."""

from __future__ import annotations

from datetime import date

import pytest

from truce_tracker.deadlines import read_phrase
from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import read_quantity

from .case_files import Asked, asked, differences
from .conftest import READERS, Reader

SCALES = ("t", "USD", "EUR")


def is_readable(needed: str) -> bool:
    """Whether the values' readers read a quantity (in a unit that is known) or a phrase (to a day)."""
    if read_phrase(needed, date(2025, 11, 26)).due:
        return True
    try:
        return read_quantity(needed).unit in SCALES
    except UnreadableValue:
        return False


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("case", [pytest.param(each, id=each.name) for each in asked()])
def test_case(reader: Reader, case: Asked) -> None:
    if case.needs and not is_readable(case.needs):
        pytest.skip(f"{case.needs!r} is not read yet")
    found = reader(case.ledger, case.day, case.question, case.everything)
    assert differences(found, case.expected, case.question) == [], case.ledger


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in asked()]
    assert len(names) == len(set(names)) > 100
