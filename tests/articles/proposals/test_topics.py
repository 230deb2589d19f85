"""Which commitment of the ledger a claim is about, where several fit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
TIED = """
from tests.articles.proposals.measuring import ledger
from truce_tracker.articles.proposing.topics import Topics
print(Topics(ledger("busan")).about("Trump and Xi were smiling, and there is still no word", "").commitment)
"""


def test_a_tie_is_decided_alike_in_every_run() -> None:
    """Two commitments fit alike. Sets are in another order with each hash seed, which must decide nothing."""
    found = {
        subprocess.run(
            [sys.executable, "-c", TIED],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert found == {"trump-visit-beijing\n"}
