"""The line under a table or a text."""

from __future__ import annotations

import pytest

from truce_tracker.cli.output import summary
from truce_tracker.render.listings import LISTINGS

DAY = "2025-11-28"


@pytest.mark.parametrize(
    ("listing", "shown", "total", "line"),
    [
        ("overdue", 2, 2, "2 milestones overdue, unmet or disputed as of 2025-11-28"),
        ("overdue", 1, 1, "1 milestone overdue, unmet or disputed as of 2025-11-28"),
        ("overdue", 0, 0, "nothing is overdue as of 2025-11-28"),
        ("one-sided", 0, 0, "no claim is one-sided as of 2025-11-28"),
        ("unmatched", 0, 0, "no commitment is unmatched as of 2025-11-28"),
        ("unmatched", 3, 3, "3 unmatched commitments as of 2025-11-28"),
        ("parties", 0, 0, "no parties as of 2025-11-28"),
        ("parties", 1, 1, "1 party as of 2025-11-28"),
        ("claims", 100, 1234, "100 of 1,234 claims as of 2025-11-28; all of them with --limit 1234 or --format text"),
    ],
)
def test_summary(listing: str, shown: int, total: int, line: str) -> None:
    assert summary(listing, shown, total, DAY) == line


@pytest.mark.parametrize("listing", [*LISTINGS, "compare"])
def test_every_listing_has_one(listing: str) -> None:
    assert summary(listing, 5, 5, DAY).startswith("5 ")
