"""Every command in sessions/ writes what stands there, to stdout and to stderr, and ends with that exit code.

UPDATE_GOLDEN=1 pytest -n 0 tests/cli/test_sessions.py writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import Run
from engines import SERVER

from truce_tracker import store

from .sessions import FOLDER, Session, Step, read_sessions, written

SESSIONS = list(read_sessions())
_USER = (urlsplit(SERVER or "").username) or ""


_OF_FILES = (".db", "--db", "backup", "restore", "browse", "init", "merge ", "search")


def _as_of_a_file(text: str, talks: store.Place) -> str:
    """What is said of a ledger in a database, as it is said of a file: no other place, no user of the database."""
    return text if isinstance(talks, Path) else text.replace(str(talks), "talks.db").replace(f" ({_USER})", "")


@pytest.mark.parametrize("session", SESSIONS, ids=[session.title for session in SESSIONS])
def test_session(session: Session, talks: store.Place, tmp_path: Path, run: Run) -> None:
    if SERVER and any(word in step.command for step in session.steps for word in _OF_FILES):
        pytest.skip("it is about stores that are files")
    for name, text in session.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = written(session)
    for step in session.steps:
        ran = run(*step.arguments)
        if os.environ.get("UPDATE_GOLDEN"):
            step.out, step.err, step.code = ran.out, ran.err, ran.code
            continue
        out, err = (_as_of_a_file(text, talks) for text in (ran.out, ran.err))
        assert Step(step.command, out, err, ran.code) == step
    if os.environ.get("UPDATE_GOLDEN"):
        path = FOLDER / f"{session.title.partition(':')[0]}.txt"
        path.write_text(path.read_text(encoding="utf-8").replace(before, written(session)), encoding="utf-8")
