"""A page printed to PDF by a browser, imported, with claims."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Run

from .conftest import ARTICLE, KEYS, stored

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to print with")
def test_a_page_printed_by_chromium(run: Run, db: Path, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in ARTICLE.split("\n\n"))
    (tmp_path / "page.html").write_text(f"<html><body><h1>Beans</h1>{paragraphs}</body></html>")
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile")
    command = (str(CHROMIUM), *options, "--print-to-pdf=page.pdf", "page.html")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=90, check=False)
    assert (tmp_path / "page.pdf").exists(), done.stderr.decode()
    assert run("import", "page.pdf", *KEYS, "--draft", "d.yaml").code == 0
    draft = (tmp_path / "d.yaml").read_text()
    (tmp_path / "d.yaml").write_text(draft.replace("    proposed: true\n", ""))
    ran = run("load", "d.yaml")
    assert ran.code == 0, ran.err
    assert any("12 million tons" in exact for exact in stored(db, "SELECT exact FROM anchor"))
    assert run("verify").code == 0
