"""What the page and the draft hold, and that nothing in a text acts; without a browser."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.report.conftest import report_of

SECTIONS = (
    "overdue",
    "coming",
    "side-by-side",
    "settled",
    "timeline",
    "divergences",
    "silence",
    "claims",
    "sources",
    "method",
)


def test_every_section_is_there(seed_store: Path) -> None:
    page = report_of(seed_store)
    for section in SECTIONS:
        assert f'id="{section}"' in page
    assert "28 Nov 2025" in page
    assert "hopes to finalise a rare earth deal by next week’s Thanksgiving holiday" in page


def test_the_day_decides_what_is_on_it(seed_store: Path) -> None:
    early = report_of(seed_store, as_of="2025-11-02")
    assert "bessent-thanksgiving-1116" not in early
    assert "bessent-thanksgiving-1116" in report_of(seed_store)


def test_the_policy_names_its_own_style_and_script_and_nothing_else(seed_store: Path) -> None:
    page = report_of(seed_store)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    for tag in ("style", "script"):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(inline) == 1
        digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r"<[^>]+\sstyle=", page)


def test_nothing_is_loaded_from_elsewhere(seed_store: Path) -> None:
    page = report_of(seed_store)
    assert not re.search(r"<(?:link|iframe|img|object|embed|base|script|form)\b[^>]*\b(?:src|href|action|data)=", page)
    assert not re.search(r"@import|url\((?!\"data:)", page)
    for link in re.findall(r'<a [^>]*href="(https?:[^"]+)"[^>]*>', page):
        assert link.startswith(("http://", "https://"))


@pytest.mark.parametrize("form", ["html", "md"])
def test_hostile_texts_are_only_texts(hostile_store: Path, form: str) -> None:
    page = report_of(hostile_store, form)
    assert not re.search(r"(?<!\\)<(?:script>alert|img\b|/style></svg)", page)
    assert "{{7*7}}" in html.unescape(page).replace("\\", "")
    assert 'a"onclick' not in page


def test_the_draft_has_a_footnote_for_every_mark(seed_store: Path) -> None:
    text = report_of(seed_store, "md")
    marks = set(re.findall(r"\[\^([^\]]+)\](?!:)", text))
    notes = re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE)
    assert marks
    assert marks == set(notes)
    assert len(notes) == len(set(notes))


def test_the_command_writes_a_file_whole(truce: Run, seed_store: Path, tmp_path: Path) -> None:
    ran = truce("--db", seed_store, "report", "--topic", "soybeans", "--as-of", "2025-11-28", "-o", "report.html")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("wrote report.html: ")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "rare-earth-deal" not in page
    assert truce("--db", seed_store, "report", "-o", "report.docx").code == 2
