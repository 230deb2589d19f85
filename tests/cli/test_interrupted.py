"""Ctrl-C ends a command with 130 and without a traceback, wherever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run


@pytest.mark.parametrize(
    "place",
    [
        "truce_tracker.cli.listings.day_of",
        "truce_tracker.judgements.ledger.Ledger.claims",
        "truce_tracker.render.render",
        "truce_tracker.cli.program.program.main",
    ],
)
def test_interrupted(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(place, interrupt)
    ran = run("claims")
    assert (ran.code, ran.out, ran.err) == (130, "", "")
