"""One address, three texts: the fact sheet that was edited in silence twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Run, load_text

from .conftest import ARTICLES, needs_articles, stored

URL = "https://example.org/fact-sheet"
_KEYS = ("--outlet", "The White House", "--published", "2025-11-01", "--kind", "fact-sheet", "--url", URL, "--yes")
_CLAIMS = """\
format: truce/1
claims:
  - {id: controls, speaker: white-house, source: fact-sheet, topic: rare-earths, stance: affirms,
     text: They go, quote: in April 2025 and October 2022}
  - {id: logs, speaker: white-house, source: fact-sheet, topic: rare-earths, stance: affirms,
     text: They come, quote: hardwood logs}
  - {id: stays, speaker: white-house, source: fact-sheet, topic: rare-earths, stance: affirms,
     text: It stays, quote: export controls on rare earth elements}
"""

pytestmark = needs_articles


def test_three_fact_sheets(run: Run, db: Path) -> None:
    first = run("import", ARTICLES / "fact-sheet-v1.txt", *_KEYS, "--id", "fact-sheet")
    assert first.out == "loaded fact-sheet, without claims\n", first.err
    load_text(db, _CLAIMS)
    second = run("import", ARTICLES / "fact-sheet-v2.txt", *_KEYS, "--id", "fact-sheet")
    assert second.out == "loaded fact-sheet.v2, without claims\n"
    assert "another version of fact-sheet, at the same address:\n" in second.err
    assert "[-in April 2025 and October 2022.-] {+since 2023.+}" in second.err
    assert "  controls: “in April 2025 and October 2022” is gone\n" in second.err
    assert "logs: " not in second.err
    third = run("import", ARTICLES / "fact-sheet-v3.txt", *_KEYS, "--url", f"{URL}?utm_source=post")
    assert third.out == "loaded fact-sheet.v3, without claims\n"
    assert "hardwood {+and softwood+} logs" in third.err
    assert "  logs: “hardwood logs” is changed, now “hardwood and softwood logs”\n" in third.err
    assert "controls: " not in third.err
    assert "stays: " not in second.err + third.err
    links = [("fact-sheet", None), ("fact-sheet.v2", "fact-sheet"), ("fact-sheet.v3", "fact-sheet.v2")]
    assert stored(db, "SELECT id, replaces FROM source") == links


def test_a_version_that_is_here_already(run: Run, db: Path) -> None:
    for version in ("v1", "v2"):
        run("import", ARTICLES / f"fact-sheet-{version}.txt", *_KEYS, "--id", "fact-sheet")
    before = stored(db, "SELECT * FROM source")
    again = run("import", ARTICLES / "fact-sheet-v1.txt", *_KEYS)
    assert (again.code, again.out) == (0, "this text is here already, as fact-sheet; nothing was changed\n")
    assert stored(db, "SELECT * FROM source") == before


def test_two_texts_compared_any_time(run: Run, db: Path) -> None:
    for version in ("v1", "v2"):
        run("import", ARTICLES / f"fact-sheet-{version}.txt", *_KEYS, "--id", "fact-sheet")
    ran = run("diff", "fact-sheet", "fact-sheet.v2")
    assert (ran.code, ran.err) == (0, "1 difference\n")
    assert "[-in April 2025 and October 2022.-] {+since 2023.+}" in ran.out
    assert run("diff", "fact-sheet", "fact-sheet").err == "the same words\n"
    assert "there is no source 'fact-sheat' (did you mean" in run("diff", "fact-sheet", "fact-sheat").err


@pytest.fixture(scope="module")
def seeded_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_store, tmp_path_factory.mktemp("seeded") / "truce.db"))
    load_text(path, (ROOT / "data" / "seed_claims.yaml").read_text(encoding="utf-8"))
    return path


@pytest.fixture
def seeded(seeded_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = Path(shutil.copy(seeded_store, tmp_path / "seeded.db"))
    monkeypatch.setenv("TRUCE_DB", str(path))
    return path


def test_the_seed_ledger_has_the_three_texts(run: Run, seeded: Path) -> None:
    links = stored(seeded, "SELECT id, replaces FROM source WHERE id LIKE 'fact-sheet-v_'")
    assert dict(links) == {"fact-sheet-v1": None, "fact-sheet-v2": "fact-sheet-v1", "fact-sheet-v3": "fact-sheet-v2"}
    second, third = (
        run("diff", *pair) for pair in (("fact-sheet-v1", "fact-sheet-v2"), ("fact-sheet-v2", "fact-sheet-v3"))
    )
    assert "[-in April 2025 and October 2022.-] {+since 2023.+}" in second.out
    assert "hardwood {+and softwood+} logs" in third.out
    checked = run("verify")
    assert checked.code == 0, checked.out


_AWAITED = f"""\
format: truce/2
defaults:
  sources: {{outlet: The White House, published: 2025-11-01, kind: fact-sheet, url: {URL}}}
sources:
  - {{id: sheet-1}}
  - {{id: sheet-2, replaces: sheet-1}}
"""


def test_sources_of_one_address_wait_for_their_texts(run: Run, db: Path) -> None:
    load_text(db, _AWAITED)
    which = run("import", ARTICLES / "fact-sheet-v1.txt", "--url", URL, "--yes")
    assert which.code == 2
    assert "sheet-1, sheet-2 have this address and no text yet: say with --id" in which.err
    for version in ("1", "2"):
        ran = run("import", ARTICLES / f"fact-sheet-v{version}.txt", "--id", f"sheet-{version}", "--yes")
        assert ran.out == f"loaded sheet-{version}, without claims\n", ran.err
    assert "[-in April 2025 and October 2022.-] {+since 2023.+}" in ran.err


@pytest.mark.parametrize(
    ("name", "source", "more"), [("scmp-2025-11", "scmp-2025-11-20", 0), ("epoch-times-2025", "epoch-2025-12", 5)]
)
def test_an_article_of_the_seed_from_paste_to_claims(
    run: Run, seeded: Path, tmp_path: Path, name: str, source: str, more: int
) -> None:
    """The seed's own quotes stand in the pasted words and are not proposed again; what is proposed loads."""
    claims = stored(seeded, "SELECT COUNT(*) FROM claim")[0]
    imported = run("import", ARTICLES / f"{name}.txt", "--id", source, "--draft", "d.yaml")
    assert imported.code == 0
    assert imported.err.count("recorded already: ") >= 10
    draft = (tmp_path / "d.yaml").read_text(encoding="utf-8")
    (tmp_path / "d.yaml").write_text("\n\n".join(map(_accepted, draft.split("\n\n"))), encoding="utf-8")
    ran = run("load", "d.yaml")
    assert ran.code == 0, ran.err
    assert stored(seeded, "SELECT COUNT(*) FROM claim")[0] >= claims + more
    assert run("verify").code == 0
    assert f"already, as {source}" in run("import", ARTICLES / f"{name}.txt", "--yes").out


def _accepted(record: str) -> str:
    """A record of a draft, switched on where nothing is left for a person to say."""
    is_whole = "    source: " in record and ("    commitment: " in record or "    topic: " in record)
    return record.replace("    proposed: true", "") if is_whole and "stance: reports" not in record else record
