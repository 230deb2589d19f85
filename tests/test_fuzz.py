"""A bounded run of bench/fuzz: no reader fails with another error than its own, none takes forever."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import fuzz

TARGETS = {target.name: target for target in fuzz.targets()}


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_no_reader_fails(name: str) -> None:
    done, failed = fuzz.fuzz(TARGETS[name], seconds=8, most=1_000_000, number=1)
    assert done > 100
    assert failed == []
