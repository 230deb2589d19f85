"""A report of the seed ledger, of a ledger that means harm, and a real browser to open them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import load_text
from truce_tracker import Ledger
from truce_tracker.cli.report import gathered
from truce_tracker.render.report import render_report

AS_OF = "2025-11-28"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>]]>\\\" onload='alert(3)' {{7*7}} </style></svg>"
HOSTILE = f"""
format: truce/1
parties: [{{id: US, name: "{EVIL}"}}, {{id: CN}}]
speakers: [{{id: minister, name: "{EVIL}", party: US, role: "{EVIL}"}}]
topics: [{{id: rare, name: "{EVIL}"}}]
sources: [{{id: daily, outlet: "{EVIL}", title: "{EVIL}", published: 2025-11-20, url: "https://example.org/a\\"onclick=1"}}]
commitments: [{{id: deal, summary: "{EVIL}", topic: rare, obligors: [CN], beneficiaries: [US]}}]
deadlines: [{{id: friday, commitment: deal, due: 2025-11-21, phrase: "{EVIL}"}}]
claims:
  - {{id: k1, speaker: minister, source: daily, commitment: deal, stance: affirms, deadline: friday, text: "{EVIL}", quote: "{EVIL}"}}
  - {{id: k2, party: CN, source: daily, commitment: deal, stance: mentions, quantity: 3 t, text: "{EVIL}"}}
"""  # noqa: E501


def report_of(db: Path, form: str = "html", topic: list[str] | None = None, as_of: str = AS_OF) -> str:
    """The report of a store."""
    with Ledger.open(db) as ledger:
        return render_report(gathered(ledger, as_of, topic, {"topic": topic} if topic else {}), form)


@pytest.fixture
def hostile_store(db: Path) -> Path:
    """A store whose every text tries to be markup."""
    load_text(db, HOSTILE)
    return db


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by playwright; the tests that need it are skipped where either is absent.

    For one module: while it is open, playwright keeps an event loop running, and no other test could start its own.
    """
    import shutil

    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no chromium here")
    flags = ("no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(
            executable_path=chromium,
            args=[f"--{flag}" for flag in (*flags, "disable-component-update", "disable-sync")],
        )
        yield launched
        launched.close()
