"""States, days and figures in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from truce_tracker.render.phrases import amount_in_words, figure, moved_to, percent, variant, verdict
from truce_tracker.render.printable import printable
from truce_tracker.rows import Breach, CommitmentRow, MovedTo, Progress, Variant

from .samples import SAMPLES

ROW: CommitmentRow = replace(SAMPLES["commitments"][0], status="agreed", breaches=())
FOUR, ONE = Breach("RU", "UA", 4, "2025-04-09"), Breach("UA", "RU", 1, "2025-03-26")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"state": "open", "state_by": (), "state_one_sided": False}, "agreed · open"),
        ({"status": "undertaken", "state": "done", "state_by": ("US",)}, "undertaken · done, says US alone"),
        ({"state": "done", "state_by": ("CN", "US"), "state_one_sided": False}, "agreed · done, say CN, US"),
        (
            {"state": "done", "state_by": ("CN", "US")},
            "agreed · done, say CN, US, of one obligor one of them alone",
        ),
        (
            {"state": "not done", "state_by": ("third party",), "state_one_sided": False},
            "agreed · not done, says third party",
        ),
        (
            {"state": "breach reported", "state_by": ("RU", "UA"), "state_one_sided": False, "breaches": (FOUR, ONE)},
            "agreed · breach reported (RU by UA: 4, UA by RU: 1)",
        ),
        (
            {"state": "lapsed", "state_by": (), "state_one_sided": False, "breaches": (Breach(None, "US", 1, "2025"),)},
            "agreed · lapsed, breach reported (nobody named by US: 1)",
        ),
    ],
)
def test_status_and_state(changed: dict[str, Any], words: str) -> None:
    assert printable(verdict(replace(ROW, **({"state_one_sided": True} | changed)))) == words


def test_a_day_that_was_moved() -> None:
    assert printable(moved_to(MovedTo("later", "2027-01-10", ("CN", "US")))) == "moved to 10 Jan 2027 by CN, US"
    assert printable(moved_to(MovedTo("later", None, ()))) == "moved to later"


def test_another_telling() -> None:
    told = Variant("before", "before Thanksgiving", "2025-11-26")
    assert variant(told, "2025-11-27") == "one telling says before Thanksgiving: 26 Nov"
    assert variant(told, "2026-01-01") == "one telling says before Thanksgiving: 26 Nov 2025"
    assert variant(replace(told, phrase=None), None) == "one telling says 26 Nov 2025"
    assert variant(replace(told, due=None), "2025-11-27") == "one telling says before Thanksgiving: no day"


def test_figures() -> None:
    usda = Progress("US", "usda", "sales", "792,000 t", 0.066, "2025-11-18", "k")
    assert printable(figure(usda)) == "792,000 t sold, says US usda (7%)"
    assert printable(figure(replace(usda, basis="acreage", share=None))) == "792,000 t (acreage), says US usda"
    assert printable(figure(replace(usda, party=None, basis=None))) == "792,000 t, says third party usda (7%)"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1124000 t", "1,124,000 t"),
        ("792,000 t", "792,000 t"),
        ("8.2 million t", "8.2 million t"),
        ("200 jets", "200 jets"),
    ],
)
def test_a_long_number_has_its_commas(written: str, shown: str) -> None:
    assert amount_in_words(written) == shown


@pytest.mark.parametrize(("share", "shown"), [(0.0, "0%"), (0.004, "0.4%"), (0.07, "7%"), (1.25, "125%")])
def test_percent(share: float, shown: str) -> None:
    assert percent(share) == shown
