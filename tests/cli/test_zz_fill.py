import os

import pytest

from .sessions import FOLDER, Session, read_session, written


@pytest.mark.skipif("FILL" not in os.environ, reason="")
def test_fill(talks_store, tmp_path, run, monkeypatch):
    import shutil

    for path in sorted(FOLDER.glob(os.environ["FILL"] + ".txt")):
        out = []
        for number, block in enumerate(path.read_text(encoding="utf-8").split("=== ")[1:]):
            title, _, body = block.partition("\n")
            session = read_session(Session(title), body)
            folder = tmp_path / f"{path.stem}{number}"
            folder.mkdir()
            monkeypatch.chdir(folder)
            monkeypatch.setenv("TRUCE_DB", "talks.db")
            shutil.copy(talks_store, folder / "talks.db")
            for name, text in session.files.items():
                (folder / name).write_text(text, encoding="utf-8")
            for step in session.steps:
                ran = run(*step.arguments)
                step.out, step.err, step.code = ran.out, ran.err, ran.code
            out.append(written(session))
        path.write_text("\n".join(out), encoding="utf-8")
