"""The small parts of the page: days as written, links that may be followed, ticks, and anchors that lead on."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.report.conftest import report_of
from truce_tracker.render.report.english import day, machine_day
from truce_tracker.render.report.links import safe_link
from truce_tracker.render.report.timeline import Scale, span


@pytest.mark.parametrize(
    ("written", "shown", "machine"),
    [
        ("2025-11-27", "27 Nov 2025", "2025-11-27"),
        ("2025-11", "Nov 2025", "2025-11"),
        ("2025", "2025", "2025"),
        ("2025-10-26~", "about 26 Oct 2025", None),
        ("2025-10-30/2025-10-31", "30–31 Oct 2025", None),
        ("2025-10-30/2025-11-02", "30 Oct 2025 to 2 Nov 2025", None),
        ("no day", "no day", None),
    ],
)
def test_days(written: str, shown: str, machine: str | None) -> None:
    assert (day(written), machine_day(written)) == (shown, machine)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//a.org",
        "http://", "https:a", "http://[", "java\nscript:x", "https://a.org/\x00", "https://a.org/ b", "", None,
    ],
)  # fmt: skip
def test_links_not_to_follow(url: str | None) -> None:
    assert safe_link(url) is None


def test_a_link_is_encoded() -> None:
    assert safe_link('https://example.org/a"b?q=<i>&é=1#x') == "https://example.org/a%22b?q=%3Ci%3E&%C3%A9=1#x"


def test_a_lone_early_claim_does_not_stretch_the_timeline() -> None:
    said = [date(2020, 1, 15)] + [date(2025, 11, number) for number in range(1, 29)]
    first, last = span(said, [date(2025, 12, 31), date(2028, 12, 31)], date(2025, 11, 28))
    assert first == date(2025, 11, 1)
    assert date(2025, 12, 31) < last < date(2026, 2, 1)


def test_ticks_keep_apart() -> None:
    ticks = list(Scale(date(2020, 1, 1), date(2026, 1, 1), 0, 300).ticks(30))
    assert ticks[0].label == "2020"
    assert all(later.x - earlier.x >= 29 for earlier, later in pairwise(ticks))


def test_every_anchor_leads_somewhere_and_no_id_is_twice(seed_store: Path) -> None:
    for topic in (None, ["soybeans"]):
        page = report_of(seed_store, topic=topic)
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_links_away_tell_nobody_where_from(seed_store: Path) -> None:
    for link in re.findall(r'<a [^>]*href="http[^>]*>', report_of(seed_store)):
        assert 'rel="noopener noreferrer"' in link
