"""The example of a ceasefire: conditions, breaches that each side reports of the other, a term that runs out."""

from __future__ import annotations

import pytest
from conftest import ROOT

from truce_tracker.cli.gating import verified as verify

from . import product
from .case_files import Asked, differences, expected_of
from .conftest import READERS, Reader

BLACK_SEA = (ROOT / "data" / "examples" / "black_sea.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("case", [pytest.param(each, id=each.name) for each in expected_of("black_sea", BLACK_SEA)])
def test_the_black_sea(reader: Reader, case: Asked) -> None:
    found = reader(case.ledger, case.day, case.question, case.everything)
    assert differences(found, case.expected, case.question) == []


def test_every_word_stands_in_the_text_that_it_is_said_to_be_from() -> None:
    found = verify(product.opened(BLACK_SEA))
    assert (found.refused, found.checked) == ((), 4)
