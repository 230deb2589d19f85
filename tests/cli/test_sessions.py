"""Every command in sessions/ writes what stands there, to stdout and to stderr, and ends with that exit code.

UPDATE_GOLDEN=1 pytest -n 0 tests/cli/test_sessions.py writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Run

from .sessions import FOLDER, Session, Step, read_sessions, written

SESSIONS = list(read_sessions())


@pytest.mark.parametrize("session", SESSIONS, ids=[session.title for session in SESSIONS])
def test_session(session: Session, talks: Path, tmp_path: Path, run: Run) -> None:
    for name, text in session.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = written(session)
    for step in session.steps:
        ran = run(*step.arguments)
        if os.environ.get("UPDATE_GOLDEN"):
            step.out, step.err, step.code = ran.out, ran.err, ran.code
            continue
        assert Step(step.command, ran.out, ran.err, ran.code) == step
    if os.environ.get("UPDATE_GOLDEN"):
        path = FOLDER / f"{session.title.partition(':')[0]}.txt"
        path.write_text(path.read_text(encoding="utf-8").replace(before, written(session)), encoding="utf-8")
