"""A report of the seed ledger, of a ledger that means harm, and a real browser to open them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import load_text
from truce_tracker import Ledger
from truce_tracker.cli.report import gathered
from truce_tracker.dates import days_before
from truce_tracker.render.report import render_report
from truce_tracker.render.report.edition import Edition

AS_OF = "2025-11-28"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>]]>\\\" onload='alert(3)' {{7*7}} </style></svg>"
HOSTILE = f"""
format: truce/2
parties: [{{id: US, name: "{EVIL}"}}, {{id: CN}}]
speakers: [{{id: minister, name: "{EVIL}", party: US, role: "{EVIL}"}}]
topics: [{{id: rare, name: "{EVIL}"}}]
sources:
  - {{id: daily, outlet: "{EVIL}", title: "{EVIL}", published: 2025-11-20, language: "{EVIL}", note: "{EVIL}",
     url: "https://example.org/a\\"onclick=1"}}
  - {{id: weekly, outlet: "{EVIL}", published: 2025-11-20, based_on: daily}}
commitments:
  - {{id: deal, summary: "{EVIL}", topic: rare, obligors: [CN], beneficiaries: [US], in_exchange_for: [levy]}}
  - {{id: levy, summary: "{EVIL}", topic: rare, obligors: [US], beneficiaries: [CN]}}
deadlines:
  - {{id: friday, commitment: deal, due: 2025-11-21, phrase: "{EVIL}"}}
  - {{id: monday, commitment: deal, due: 2025-11-24, phrase: "{EVIL}"}}
claims:
  - {{id: k1, speaker: minister, source: daily, commitment: deal, stance: affirms, deadline: friday, condition: "{EVIL}",
     text: "{EVIL}", quote: "{EVIL}"}}
  - {{id: k2, party: CN, source: daily, commitment: deal, stance: mentions, quantity: 3 t, text: "{EVIL}"}}
  - {{id: k3, speaker: minister, said: 2025-11-20, source: weekly, commitment: deal, stance: affirms, deadline: monday,
     condition: "{EVIL}", quote: "{EVIL}", words: own}}
  - {{id: k4, parties: [US, CN], source: daily, commitments: [deal, levy], stance: affirms, quote: "{EVIL}"}}
  - {{id: k5, party: US, source: daily, commitment: deal, stance: reports-progress, basis: "{EVIL}", quantity: 2 t}}
  - {{id: k6, party: US, source: daily, commitment: deal, stance: reports-breach, note: "{EVIL}"}}
"""  # noqa: E501


TALKS_DAY = "2026-03-01"


@dataclass(frozen=True)
class Page:
    """A report as a reader sees it: the words of its elements, by id or by selector, spaces folded."""

    text: str

    @cached_property
    def _tree(self) -> Any:
        return html.document_fromstring(self.text)

    def of(self, identity: str) -> str:
        """The words of the element that has an id."""
        return " ".join(self._tree.get_element_by_id(identity).text_content().split())

    def all(self, path: str) -> list[str]:
        """The words of every element that an XPath finds; of an attribute its value."""
        found = self._tree.xpath(path)
        return [" ".join((each if isinstance(each, str) else each.text_content()).split()) for each in found]


def report_of(
    db: Path,
    form: str = "html",
    topic: list[str] | None = None,
    as_of: str = AS_OF,
    edition: Edition = Edition(),  # noqa: B008
) -> str:
    """The report of a store."""
    with Ledger.open(db) as ledger:
        return render_report(
            gathered(ledger, as_of, days_before(as_of, 7), {"topic": topic} if topic else {}), form, edition
        )


@pytest.fixture(scope="session")
def talks_store(tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> Path:
    """A store of a ledger that has one of everything."""
    path = tmp_path_factory.mktemp("talks") / "talks.db"
    path.write_bytes(empty_store.read_bytes())
    load_text(path, Path(__file__).with_name("talks.yaml").read_text(encoding="utf-8"))
    return path


@pytest.fixture(scope="session")
def talks(talks_store: Path) -> Page:
    """Its page."""
    return Page(report_of(talks_store, as_of=TALKS_DAY))


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
