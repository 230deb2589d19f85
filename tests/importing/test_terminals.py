"""As it is used: on a terminal, with an editor, claim by claim, given up, saved badly, interrupted."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import ARTICLE, KEYS, stored
from .terminals import Terminal, script, wait_until

_ACCEPT_ALL = "sed -i '/proposed: true/d' \"$1\""


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where drafts are kept."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "truce" / "drafts"


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    return tmp_path / "editor"


def _import(tmp_path: Path, *arguments: str | Path, editor: str | None = None) -> Terminal:
    return Terminal(tmp_path, "import", *arguments, env={"EDITOR": editor} if editor else None)


def test_what_is_missing_is_asked_for(tmp_path: Path, db: Path, drafts: Path, article: Path) -> None:
    with _import(tmp_path, article, "--yes") as terminal:
        terminal.answer("outlet (who published it)", "")
        terminal.answer("outlet (who published it)", "The Daily")
        terminal.answer("published (the day", "soon")
        terminal.answer("published (the day", "2025-11")
        terminal.wait_for("loaded the-daily-2025-11, without claims")
        assert terminal.end() == 0


def test_the_editor(tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path) -> None:
    with _import(tmp_path, article, *KEYS, editor=script(editor, f'cp "$1" {tmp_path}/seen', _ACCEPT_ALL)) as terminal:
        terminal.wait_for("loaded the-daily-2025-11-20 with ")
        assert terminal.end() == 0
    assert stored(db, "SELECT COUNT(*) FROM anchor")[0] >= 1
    assert stored(db, "SELECT text FROM source_text") == [ARTICLE.strip()]
    seen = (tmp_path / "seen").read_text()
    first = seen.partition("claims:\n")[2].splitlines()
    assert first[0].startswith("  # “Treasury Secretary Scott Bessent said")
    assert "    proposed: true" in first
    assert list(drafts.iterdir()) == []


def test_an_editor_that_saves_what_it_found_brings_the_source_alone(
    tmp_path: Path, db: Path, drafts: Path, article: Path
) -> None:
    with _import(tmp_path, article, *KEYS, editor="touch") as terminal:
        terminal.wait_for("loaded the-daily-2025-11-20, without claims")
        assert terminal.end() == 0
    assert stored(db, "SELECT COUNT(*) FROM claim") == [0]


def test_who_leaves_without_saving_records_nothing(tmp_path: Path, db: Path, drafts: Path, article: Path) -> None:
    with _import(tmp_path, article, *KEYS, editor="true") as terminal:
        terminal.wait_for("the draft was not saved: nothing was recorded. The draft is kept at ")
        assert terminal.end() == 2
    assert stored(db, "SELECT * FROM source") == []
    assert "claims proposed" in (drafts / "the-daily-2025-11-20.yaml").read_text()


@pytest.mark.parametrize(
    ("line", "told"), [(': > "$1"', "the draft was empty"), ("exit 1", "cancelled: the editor ended with 1")]
)
def test_cancelled_then_resumed(
    tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path, line: str, told: str
) -> None:
    with _import(tmp_path, article, *KEYS, editor=script(editor, line)) as terminal:
        terminal.wait_for(told)
        terminal.wait_for(str(drafts / "the-daily-2025-11-20.yaml"))
        terminal.wait_for("`truce import --resume the-daily-2025-11-20`")
        assert terminal.end() == 2
    assert stored(db, "SELECT * FROM source") == []
    with _import(tmp_path, "--resume", editor=script(editor, _ACCEPT_ALL)) as terminal:
        terminal.wait_for("loaded the-daily-2025-11-20 with ")
        assert terminal.end() == 0
    assert list(drafts.iterdir()) == []


def test_an_editor_that_is_not_there(tmp_path: Path, db: Path, drafts: Path, article: Path) -> None:
    with _import(tmp_path, article, *KEYS, editor="no-such-editor") as terminal:
        terminal.wait_for("the editor no-such-editor cannot be run: No such file or directory. The draft is kept at")
        assert terminal.end() == 2


def test_saved_badly_then_well(tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path) -> None:
    again = f'if [ -e {tmp_path}/once ]; then cp "$1" {tmp_path}/seen; sed -i \'s/stance: maybe/stance: affirms/\' "$1"'
    first = f"else touch {tmp_path}/once; {_ACCEPT_ALL}; sed -i 's/stance: .*/stance: maybe/' \"$1\"; fi"
    with _import(tmp_path, article, *KEYS, editor=script(editor, again, first)) as terminal:
        terminal.wait_for("they stand in the draft as #! comments")
        terminal.wait_for("loaded the-daily-2025-11-20 with ")
        assert terminal.end() == 0
    lines = (tmp_path / "seen").read_text().splitlines()
    places = [number for number, line in enumerate(lines) if line.startswith("#! ")]
    assert places
    for number in places:
        assert "stance: " in lines[number]
        assert lines[number + 1] == "    stance: maybe"


def test_saved_badly_and_left_so(tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path) -> None:
    spoil = "sed -i '/proposed: true/d; s/stance: .*/stance: maybe/' \"$1\""
    with _import(tmp_path, article, *KEYS, editor=script(editor, spoil)) as terminal:
        terminal.wait_for("the draft still has problems")
        terminal.wait_for("nothing was loaded. The draft is kept at")
        assert terminal.end() == 2
    assert stored(db, "SELECT * FROM source") == []
    assert "stance: maybe" in (drafts / "the-daily-2025-11-20.yaml").read_text()


def test_a_quote_that_is_not_there(tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path) -> None:
    spoil = "sed -i '/proposed: true/d; s/quote: .*/quote: China will buy 25 million tons/' \"$1\""
    with _import(tmp_path, article, *KEYS, editor=script(editor, spoil)) as terminal:
        terminal.wait_for("does not stand in the text of the-daily-2025-11-20; nearest: “China will buy at least 12")
        assert terminal.end() == 2


def test_a_draft_does_not_take_the_place_of_another(
    tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path
) -> None:
    with _import(tmp_path, article, *KEYS, editor=script(editor, 'echo "# mine" >> "$1"; exit 1')) as terminal:
        assert terminal.end() == 2
    with _import(tmp_path, article, *KEYS, editor="false") as terminal:
        terminal.wait_for("an earlier draft of the-daily-2025-11-20 is now ")
        assert terminal.end() == 2
    assert any("# mine" in path.read_text() for path in drafts.glob("*.kept"))


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("'unclosed", '$EDITOR is "\'unclosed", which is no command (no closing quotation): set it to one.'),
        ("   ", "$EDITOR is '   ', which is no command (it is blank): set it to one."),
    ],
)
def test_an_editor_that_is_no_command(
    tmp_path: Path, db: Path, drafts: Path, article: Path, named: str, told: str
) -> None:
    with _import(tmp_path, article, *KEYS, editor=named) as terminal:
        terminal.wait_for(f"truce: {told} The draft is kept at ")
        assert terminal.end() == 2
        assert "Traceback" not in terminal.screen
    assert (drafts / "the-daily-2025-11-20.yaml").read_text().count("proposed: true") >= 1
    with _import(tmp_path, "--resume", editor="true") as terminal:
        terminal.wait_for("loaded the-daily-2025-11-20, without claims")
        assert terminal.end() == 0


def test_claim_by_claim(tmp_path: Path, db: Path, drafts: Path, article: Path) -> None:
    with _import(tmp_path, article, *KEYS, "--ask", editor="false") as terminal:
        terminal.wait_for("1 of ")
        terminal.wait_for("“Treasury Secretary Scott Bessent said")
        terminal.answer("accept (a), edit (e), skip (s), quit (q)", "x")
        terminal.answer("accept (a), edit (e), skip (s), quit (q)", "e")
        terminal.answer("  text", "Twelve million tons by January")
        for key in ("quote", "stance", "speaker", "party", "commitment", "topic", "quantity", "modality"):
            terminal.answer(f"  {key}", "")
        terminal.answer("  deadline", "-")
        terminal.answer("quit (q)", "q")
        terminal.wait_for("loaded the-daily-2025-11-20 with 1 claim")
        assert terminal.end() == 0
    found = stored(db, "SELECT text, speaker, deadline FROM claim")
    assert found == [("Twelve million tons by January", "bessent", None)]


def test_without_an_editor_it_asks(tmp_path: Path, db: Path, drafts: Path, article: Path) -> None:
    with _import(tmp_path, article, *KEYS) as terminal:
        terminal.answer("quit (q)", "?")
        terminal.wait_for("what was accepted so far is recorded")
        terminal.answer("quit (q)", "y")
        terminal.answer("quit (q)", "n")
        terminal.wait_for("loaded the-daily-2025-11-20 with 1 claim")
        assert terminal.end() == 0


def test_who_quits_at_once_has_a_draft(tmp_path: Path, db: Path, drafts: Path, article: Path) -> None:
    with _import(tmp_path, article, *KEYS) as terminal:
        terminal.answer("quit (q)", "q")
        terminal.wait_for("cancelled: nothing was accepted. The draft is kept at ")
        assert terminal.end() == 2
    assert stored(db, "SELECT * FROM source") == []


def test_interrupted_at_a_question(tmp_path: Path, db: Path, drafts: Path, article: Path) -> None:
    with _import(tmp_path, article) as terminal:
        terminal.wait_for("outlet (who published it)")
        terminal.interrupt()
        assert terminal.end() == 130
    assert not drafts.exists()
    assert stored(db, "SELECT * FROM source") == []


def test_interrupted_while_asking(tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path) -> None:
    with _import(tmp_path, article, *KEYS) as terminal:
        terminal.answer("quit (q)", "a")
        terminal.wait_for("quit (q)")
        terminal.interrupt()
        terminal.wait_for("The draft is kept at ")
        assert terminal.end() == 130
        assert "Traceback" not in terminal.screen
    assert stored(db, "SELECT * FROM source") == []
    with _import(tmp_path, "--resume", editor="true") as terminal:
        terminal.wait_for("loaded the-daily-2025-11-20 with 1 claim")
        assert terminal.end() == 0


def test_interrupted_in_the_editor(tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path) -> None:
    with _import(tmp_path, article, *KEYS, editor=script(editor, f"touch {tmp_path}/open; exec sleep 60")) as terminal:
        wait_until(tmp_path / "open")
        terminal.interrupt()
        terminal.wait_for("The draft is kept at ")
        assert terminal.end() == 130
    assert stored(db, "SELECT * FROM source") == []


def test_an_editor_that_answers_an_interruption_itself(
    tmp_path: Path, db: Path, drafts: Path, article: Path, editor: Path
) -> None:
    wait = (
        f"trap 'touch {tmp_path}/heard' INT; touch {tmp_path}/open; while [ ! -e {tmp_path}/heard ]; do sleep 0.1; done"
    )
    with _import(tmp_path, article, *KEYS, editor=script(editor, wait, _ACCEPT_ALL)) as terminal:
        wait_until(tmp_path / "open")
        terminal.interrupt()
        terminal.wait_for("loaded the-daily-2025-11-20 with ")
        assert terminal.end() == 0
