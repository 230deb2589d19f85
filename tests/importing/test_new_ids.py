"""What is new in a draft is new when it is recorded: two articles of one outlet and day stay two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Run

from .conftest import ARTICLE, KEYS, stored
from .terminals import Terminal, script, wait_until

OTHER = """\
The second round began on the far side of the river, with fewer flags and a shorter table.

Treasury Secretary Scott Bessent said on Tuesday that China will buy no soybeans before the spring, and that nobody in
the room had asked for more.
"""
FIRST, SECOND = "the-daily-2025-11-20", "the-daily-2025-11-20-2"
TOLD = f"{FIRST} is another article by now: this one is recorded as {SECOND}\n"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    path.write_text(OTHER)
    return path


def texts(db: Path) -> dict[str, str]:
    return dict(stored(db, "SELECT source, text FROM source_text"))


def draft_of(run: Run, article: Path, draft: Path) -> Path:
    """A draft whose claims are all accepted."""
    assert run("import", article, *KEYS, "--draft", draft).code == 0
    draft.write_text(draft.read_text().replace("    proposed: true\n", ""))
    return draft


def is_all_there(db: Path) -> bool:
    """Whether both articles are there, each with the claims that were found in it."""
    claims = stored(db, "SELECT c.source, c.quote FROM claim c")
    return sorted(texts(db).values()) == sorted([ARTICLE.strip(), OTHER.strip()]) and all(
        " ".join(quote.split()) in " ".join(texts(db)[source].split()) for source, quote in claims
    )


def test_drafts_made_before_either_is_loaded(run: Run, db: Path, article: Path, other: Path, tmp_path: Path) -> None:
    drafts = [draft_of(run, article, tmp_path / "a.yaml"), draft_of(run, other, tmp_path / "b.yaml")]
    first, second = (run("load", draft) for draft in drafts)
    assert (first.code, first.err.count(" is another article")) == (0, 0)
    assert (second.code, second.err.startswith(TOLD)) == (0, True)
    assert set(texts(db)) == {FIRST, SECOND}
    assert is_all_there(db)
    claims = stored(db, "SELECT id, source FROM claim")
    assert {source for _, source in claims} == {FIRST, SECOND}
    assert all(identity.startswith(f"{source}-") for identity, source in claims)


def test_loading_a_draft_again_changes_nothing(run: Run, db: Path, article: Path, other: Path, tmp_path: Path) -> None:
    drafts = [draft_of(run, article, tmp_path / "a.yaml"), draft_of(run, other, tmp_path / "b.yaml")]
    for draft in drafts:
        run("load", draft)
    before = stored(db, "SELECT id, source, quote FROM claim ORDER BY id"), texts(db)
    for draft in drafts:
        assert " 0 new       0 changed " in run("load", draft).out
    assert (stored(db, "SELECT id, source, quote FROM claim ORDER BY id"), texts(db)) == before


def test_both_drafts_in_one_load(run: Run, db: Path, article: Path, other: Path, tmp_path: Path) -> None:
    drafts = [draft_of(run, article, tmp_path / "a.yaml"), draft_of(run, other, tmp_path / "b.yaml")]
    ran = run("load", *drafts)
    assert (ran.code, ran.err.startswith(TOLD)) == (0, True)
    assert is_all_there(db)


def test_the_same_article_twice_is_one(run: Run, db: Path, article: Path, tmp_path: Path) -> None:
    drafts = [draft_of(run, article, tmp_path / name) for name in ("a.yaml", "b.yaml")]
    assert [run("load", draft).code for draft in drafts] == [0, 0]
    assert set(texts(db)) == {FIRST}


def test_a_claim_whose_id_is_taken_gets_another(run: Run, db: Path, article: Path, other: Path, tmp_path: Path) -> None:
    run("load", draft_of(run, article, tmp_path / "a.yaml"))
    draft = tmp_path / "b.yaml"
    ran = run("import", other, *KEYS, "--id", "mine", "--draft", draft)
    draft.write_text(draft.read_text().replace("    proposed: true\n", "").replace("id: mine-1", f"id: {FIRST}-1"))
    before = stored(db, f"SELECT quote, source FROM claim WHERE id = '{FIRST}-1'")
    assert run("load", draft).code == 0, ran.err
    assert stored(db, f"SELECT quote, source FROM claim WHERE id = '{FIRST}-1'") == before
    assert is_all_there(db)


def test_new_is_no_part_of_a_record(run: Run, db: Path, article: Path, tmp_path: Path) -> None:
    draft = draft_of(run, article, tmp_path / "a.yaml")
    assert "    new: true\n" in draft.read_text()
    run("load", draft)
    assert "new:" not in run("export").out


def test_two_imports_at_once(db: Path, article: Path, other: Path, tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    for round in range(3):
        day = f"2025-11-2{round}"
        keys = ("--outlet", "The Daily", "--published", day, "--yes")
        articles = []
        for number in range(2):
            path = tmp_path / f"{round}-{number}.txt"
            path.write_text(f"{OTHER}\nIt was round {round}, table {number}, and the rain went on.\n")
            articles.append(path)
        command = [sys.executable, "-m", "truce_tracker", "import"]
        processes = [
            subprocess.Popen(
                [*command, path, *keys], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
            for path in articles
        ]
        ended = [(*process.communicate(timeout=100), process.returncode) for process in processes]
        assert [code for *_, code in ended] == [0, 0], ended
        named = f"the-daily-{day}"
        assert sorted(out for out, *_ in ended) == [
            f"loaded {named}, without claims\n",
            f"loaded {named}-2, without claims\n",
        ]
        kept = {source: text for source, text in texts(db).items() if source.startswith(named)}
        assert sorted(text[-20:] for text in kept.values()) == sorted(
            path.read_text().strip()[-20:] for path in articles
        )
        assert sorted(kept.values()) == sorted(path.read_text().strip() for path in articles)


def test_while_an_editor_is_open(
    run: Run, db: Path, article: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another article of the day is recorded, and its draft kept, while the draft of the first is edited."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    waits = f"touch {tmp_path}/open; while [ ! -e {tmp_path}/go ]; do sleep 0.05; done"
    accepts = "sed -i '/proposed: true/d' \"$1\""
    slow, quick = script(tmp_path / "slow", waits, accepts), script(tmp_path / "quick", accepts)
    with Terminal(tmp_path, "import", article, *KEYS, env={"EDITOR": slow}) as first:
        wait_until(tmp_path / "open")
        with Terminal(tmp_path, "import", other, *KEYS, env={"EDITOR": quick}) as second:
            second.wait_for(f"loaded {FIRST} with ")
            assert second.end() == 0
        (tmp_path / "go").touch()
        first.wait_for(TOLD.strip())
        first.wait_for(f"loaded {SECOND} with ")
        assert first.end() == 0
    assert is_all_there(db)
    assert list((tmp_path / "state" / "truce" / "drafts").iterdir()) == []
