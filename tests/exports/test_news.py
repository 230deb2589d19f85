"""What changed, sent: a note to paste, and a feed that another program reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, load_text

LEDGER = """
parties: [{id: US, name: United States}, {id: CN, name: China}]
speakers: [{id: trump, name: Donald_Trump, party: US}]
topics: [{id: soy, name: Soybeans}]
sources:
  - {id: post, outlet: "Truth [Social]", url: "https://example.org/a(b)", published: 2025-11-03}
  - {id: wire, outlet: Wire, published: 2025-11-12}
commitments: [{id: deal, summary: Buy *all* the soybeans, topic: soy, obligors: [CN], beneficiaries: [US]}]
deadlines: [{id: friday, commitment: deal, due: 2025-11-14, phrase: by Friday}]
claims:
  - {id: k1, speaker: trump, source: post, commitment: deal, stance: affirms, quantity: 12 t, text: They buy}
  - {id: k2, party: US, source: wire, commitment: deal, stance: affirms, quantity: 25 t, deadline: friday, text: They buy more}
  - {id: k3, party: US, source: wire, said: 2025-11-12, commitment: deal, stance: mentions, text: Later}
"""  # noqa: E501
PERIOD = ("--since", "2025-11-10", "--until", "2025-11-20")


@pytest.fixture
def store(tmp_path: Path, truce: Run) -> Path:
    path = tmp_path / "news.db"
    truce("--db", path, "init", "--empty")
    load_text(path, LEDGER)
    return path


def test_a_note_to_paste(truce: Run, store: Path) -> None:
    ran = truce("--db", store, "changes", *PERIOD, "--format", "md")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == r"""# What changed, 10 Nov 2025 to 20 Nov 2025

## Verdicts that moved

- 12 Nov 2025: **Buy \*all\* the soybeans**: open -> due (by United States)
- 12 Nov 2025: **Buy \*all\* the soybeans**: new: open (by United States)
- 15 Nov 2025: **Buy \*all\* the soybeans**: due -> late
- 15 Nov 2025: **Buy \*all\* the soybeans**: open -> overdue

## Said

- 12 Nov 2025: **United States** affirms: They buy more (Wire; on Buy \*all\* the soybeans)
- 12 Nov 2025: **United States** mentions: Later (Wire; on Buy \*all\* the soybeans)

## Told in different ways, new

- **Buy \*all\* the soybeans**, quantity: 12 t (Donald\_Trump); 25 t (United States)

## Still silent

- **China** on Soybeans: 2 claims of others, 0 chances to answer, nobody has looked
"""
    )


def test_a_note_of_a_quiet_week(truce: Run, store: Path) -> None:
    out = truce("--db", store, "changes", "--since", "2026-01-01", "--until", "2026-01-08", "--format", "md").out
    assert "No verdict moved.\n" in out
    assert "Nothing new was said.\n" in out


def test_a_link_in_a_note_is_one(truce: Run, store: Path) -> None:
    out = truce("--db", store, "changes", "--since", "2025-11-01", "--until", "2025-11-09", "--format", "md").out
    assert r"([Truth \[Social]](<https://example.org/a(b)>); on Buy \*all\* the soybeans)" in out


def test_a_feed_that_another_program_reads(truce: Run, store: Path, tmp_path: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    file = tmp_path / "changes.atom"
    assert truce("--db", store, "changes", *PERIOD, "-o", file).code == 0
    read = feedparser.parse(file.read_bytes())
    assert (bool(read.bozo), read.version, read.feed.title) == (
        False,
        "atom10",
        "United States and China: what changed",
    )
    assert [(entry.title, entry.updated[:10]) for entry in read.entries] == [
        ("Buy *all* the soybeans: open -> overdue", "2025-11-15"),
        ("Buy *all* the soybeans: due -> late", "2025-11-15"),
        ("Buy *all* the soybeans: new: open", "2025-11-12"),
        ("Buy *all* the soybeans: open -> due", "2025-11-12"),
    ]
    later = feedparser.parse(truce("--db", store, "changes", *PERIOD[:3], "2026-02-01", "--format", "atom").out)
    assert len({entry.id for entry in read.entries}) == 4
    assert {entry.id for entry in read.entries} <= {entry.id for entry in later.entries}


def test_last_week_is_a_day(truce: Run, store: Path) -> None:
    assert truce("--db", store, "changes", "--since", "last-week").code == 0


def test_check(truce: Run, store: Path) -> None:
    assert truce("--db", store, "changes", *PERIOD, "--format", "md", "--check").code == 1
    quiet = ("--since", "2026-01-01", "--until", "2026-01-08")
    assert truce("--db", store, "changes", *quiet, "--format", "atom", "--check").code == 0
