"""A ledger that has nothing: an article brings the parties, commitments and topics that its claims could be about."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import Run

from .conftest import KEYS, stored

ENGLISH = """\
TEHRAN (Wire) — Iran's foreign minister, Abbas Araghchi, said on Tuesday that Iran will halt uranium enrichment for 90
days.

The United States said it would lift sanctions on Iranian oil by March 31, 2026. Araghchi said that the halt of uranium
enrichment would begin on January 1, 2026.
"""
CHINESE = "伊朗外长阿拉格齐表示，伊朗将暂停铀浓缩90天。\n\n美国国务卿鲁比奥说，美国将取消对伊朗石油的10%关税。\n"


@pytest.fixture
def draft(run: Run, empty_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the draft of an article for an empty ledger comes."""
    path = tmp_path / "empty.db"
    path.write_bytes(empty_store.read_bytes())
    monkeypatch.setenv("TRUCE_DB", str(path))
    return tmp_path / "draft.yaml"


def drafted(run: Run, draft: Path, text: str) -> dict[str, list[dict[str, object]]]:
    (draft.parent / "article.txt").write_text(text)
    ran = run("import", draft.parent / "article.txt", *KEYS, "--draft", draft)
    assert ran.code == 0, ran.err
    return yaml.safe_load(draft.read_text())  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("text", "parties", "owed", "voices"),
    [
        (ENGLISH, {"IR", "US"}, [["IR"], ["US"]], ["abbas-araghchi", "US", "abbas-araghchi"]),
        (CHINESE, {"IR", "US"}, [["IR"], ["US"]], ["alageqi", "lubiao"]),
    ],
    ids=("english", "chinese"),
)
def test_what_a_ledger_needs_is_proposed(
    run: Run, draft: Path, text: str, parties: set[str], owed: list[list[str]], voices: list[str]
) -> None:
    found = drafted(run, draft, text)
    assert {each["id"] for each in found["parties"]} == parties
    assert [each["obligors"] for each in found["commitments"]] == owed
    assert [each.get("speaker") or each.get("party") for each in found["claims"]] == voices
    lists = ("parties", "topics", "commitments", "speakers", "claims")
    assert all(each["proposed"] for name in lists for each in found.get(name, []))


def test_an_editor_who_keeps_claims_has_a_ledger(run: Run, draft: Path) -> None:
    drafted(run, draft, ENGLISH)
    before, claims = draft.read_text().split("\nclaims:")
    draft.write_text(f"{before}\nclaims:{claims.replace('    proposed: true', '', 1)}")
    assert run("load", draft).code == 0
    path = draft.with_name("empty.db")
    assert stored(path, "SELECT commitment FROM claim_commitment") == ["ir-enrichment"]
    assert stored(path, "SELECT id FROM commitment") == ["ir-enrichment"]  # what no claim refers to stays out
    assert stored(path, "SELECT party FROM speaker") == ["IR"]


def test_a_ledger_of_its_own_is_not_added_to(run: Run, db: Path, tmp_path: Path) -> None:
    found = drafted(run, tmp_path / "draft.yaml", ENGLISH)
    assert "parties" not in found
    assert "commitments" not in found
