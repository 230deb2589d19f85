"""A shell completes commands, words and ids; where it cannot, it gets nothing, and no store is made by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run


def complete(truce: Run, words: str) -> list[str]:
    """What bash is offered for the last of the words."""
    env = {"_TRUCE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    ran = truce(env=env)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("truce cl", ["claims"]),
        ("truce claims --party ", ["CN", "US"]),
        ("truce claims --party U", ["US"]),
        ("truce claims --speaker b", ["bessent"]),
        (
            "truce claims --stance reports-",
            ["reports-progress", "reports-met", "reports-unmet", "reports-breach", "reports-ended"],
        ),
        ("truce claims --format j", ["json", "jsonl"]),
        ("truce show so", ["soy", "soy-2025", "soybeans"]),
        ("truce claims --party X", []),
    ],
)
def test_words(truce: Run, talks: Path, words: str, offered: list[str]) -> None:
    assert sorted(complete(truce, words)) == sorted(offered)


def test_the_store_that_is_named(truce: Run, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRUCE_DB")
    assert complete(truce, "truce --db talks.db claims --party U") == ["US"]


def test_no_store(truce: Run, home: Path, tmp_path: Path) -> None:
    assert complete(truce, "truce claims --party U") == []
    assert complete(truce, "truce --db nowhere.db claims --party U") == []
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home"]
    assert list(home.iterdir()) == []


def test_zsh_completes_at_the_first_tab(truce: Run, talks: Path, home: Path) -> None:
    """zsh loads the file by its name when Tab is pressed first: the script must then answer, not only define."""
    env = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    assert truce("--install-completion", "zsh", env=env).code == 0
    script = (home / ".zfunc" / "_truce").read_text(encoding="utf-8")
    assert script.startswith("#compdef truce")
    assert script.rstrip().endswith('if [ "$funcstack[1]" = "_truce" ]; then\n  _truce_completion "$@"\nfi')
