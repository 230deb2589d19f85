"""Every command in sessions/ writes what stands there, to stdout and to stderr, and ends with that exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

from .sessions import Session, Step, read_sessions

SESSIONS = list(read_sessions())


@pytest.mark.parametrize("session", SESSIONS, ids=[session.title for session in SESSIONS])
def test_session(session: Session, talks: Path, tmp_path: Path, run: Run) -> None:
    for name, text in session.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for step in session.steps:
        ran = run(*step.arguments)
        assert Step(step.command, ran.out, ran.err, ran.code) == step
