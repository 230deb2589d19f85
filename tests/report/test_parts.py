"""The small parts of the page: days as written, links that may be followed, ticks, and anchors that lead on."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.report.conftest import TALKS_DAY, report_of
from truce_tracker.render.links import safe_link
from truce_tracker.render.report.english import day, machine_day, part, the, told_value
from truce_tracker.render.report.html import newest
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
    ("name", "within"),
    [("United States", "the United States"), ("China", "China"), ("European Union", "the European Union"),
     ("Netherlands", "the Netherlands"), ("Czech Republic", "the Czech Republic"), ("Unitedland", "Unitedland")],
)  # fmt: skip
def test_names_within_a_sentence(name: str, within: str) -> None:
    assert the(name) == within


@pytest.mark.parametrize(("share", "words"), [(0.667, "67%"), (1.2, "120%"), (0.001, "under 1%"), (0.0, "0%")])
def test_parts_of_a_target(share: float, words: str) -> None:
    assert part(share) == words


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("quantity", "12 million t", "12 million t"),
        ("due", "2025-11-27", "27 Nov 2025"),
        ("expires", "not before 2025-11-27", "not before 27 Nov 2025"),
        ("due", "30 days of cut-stockpile", "30 days of cut-stockpile"),
    ],
)
def test_values_of_a_divergence(kind: str, value: str, words: str) -> None:
    assert told_value(kind, value) == words


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
    ticks = list(Scale(date(2020, 1, 1), date(2026, 1, 1)).ticks())
    assert ticks[0].label == "2020"
    assert all(later.x - earlier.x >= 3.5 for earlier, later in pairwise(ticks))
    on_a_narrow_page = [tick for tick in ticks if not tick.fine]
    assert len(on_a_narrow_page) > 3
    assert all(later.x - earlier.x >= 10.8 for earlier, later in pairwise(on_a_narrow_page))


MONTH = {f"2025-{month:02}": [None] * 100 for month in range(1, 13)}


@pytest.mark.parametrize(
    ("most", "expected"), [(50, {"2025-12"}), (250, {"2025-12", "2025-11"}), (9999, set(MONTH)), (0, {"2025-12"})]
)
def test_the_newest_months(most: int, expected: set[str]) -> None:
    assert newest(MONTH, most) == expected  # type: ignore[arg-type]


def test_every_anchor_leads_somewhere_and_no_id_is_twice(seed_store: Path, talks_store: Path) -> None:
    reports = [report_of(seed_store, topic=topic) for topic in (None, ["soybeans"])]
    reports += [report_of(talks_store, topic=topic, as_of=TALKS_DAY) for topic in (None, ["trade"], ["sea"])]
    reports += [report_of(talks_store, as_of="2026-01-06")]
    for page in reports:
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_links_away_tell_nobody_where_from(seed_store: Path) -> None:
    for link in re.findall(r'<a [^>]*href="http[^>]*>', report_of(seed_store)):
        assert 'rel="noopener noreferrer"' in link
