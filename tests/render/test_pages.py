"""Pages: comparisons, explanations and the timeline, laid out for a width; nothing in a text acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.render.as_text import display_width
from truce_tracker.render.comparison import write_comparison, write_comparison_as_markdown
from truce_tracker.render.explanation import write_explanations, write_explanations_as_markdown
from truce_tracker.render.printable import acts, printable
from truce_tracker.render.progress import write_progress
from truce_tracker.render.timeline import write_timeline
from truce_tracker.render.wrapping import _ESCAPE, beside, wrapped
from truce_tracker.rows import Cell, ComparisonRow, Explanation, LookedAt

from .rows_of_any_text import _values, any_text
from .samples import SAMPLES


def page(write: Callable[..., None], *given: Any, **options: Any) -> str:
    written: list[str] = []
    write(*given, written.append, **options)
    return "".join(written)


def cell(party: str | None, position: str, **more: Any) -> Cell:
    told = dict.fromkeys(Cell.__dataclass_fields__) | {
        "party": party,
        "position": position,
        "differs": (),
        "told_also": (),
    }
    return Cell(**(told | more))


ROW = ComparisonRow(
    "soy",
    "Buy soybeans",
    "soybeans",
    "unacknowledged",
    "done",
    True,
    (
        cell("CN", "silent", role="obligor", chances=3, last_checked="2025-11-27"),
        cell(
            "US", "affirms", role="beneficiary", since="2025-11-01", claim="k1", speaker="bessent", said="2025-11-01",
            source="paper", quote="all of it", words="own", outlet="The Paper", quantity="12 million t",
            due="2025-12-31", differs=("quantity",), told_also=("AFP", "Reuters"),
        ),
        cell(
            "XX", "affirms-if", role="other", since="2025-11-03", claim="k3", speaker="minister", said="2025-11-03",
            source="wire", quote="what is never denied", words="reported", outlet="The Wire",
            condition="once all is agreed",
        ),
    ),
    (cell(None, "mentions", since="2025-11-02", claim="k2", speaker="analyst", said="2025-11-02", source="paper"),),
    (),
)  # fmt: skip


def test_parties_stand_under_one_another_where_there_is_no_room_beside() -> None:
    assert (
        page(write_comparison, [ROW], width=80)
        == """\
soy (unacknowledged · done, says one side alone): Buy soybeans
  CN, obligor
    not mentioned (3 chances, last looked 2025-11-27)
  US, beneficiary
    affirms since 2025-11-01
    "all of it"
    ≠ 12 million t · day 2025-12-31
    US bessent, 2025-11-01, paper
    told also by AFP, Reuters
  XX, other
    affirms-if since 2025-11-03
    on condition: once all is agreed
    The Wire: "what is never denied"
    XX minister, 2025-11-03, wire
  third parties
    mentions since 2025-11-02
    analyst, 2025-11-02, paper

≠ the cells differ here: another figure, another day, another verb
"""
    )


def test_parties_stand_side_by_side_where_there_is_room() -> None:
    two = replace(ROW, cells=ROW.cells[:2])
    assert page(write_comparison, [two], width=140).splitlines()[:4] == [
        "soy (unacknowledged · done, says one side alone): Buy soybeans",
        "  CN, obligor                                   US, beneficiary                               third parties",
        "  not mentioned (3 chances, last looked         affirms since 2025-11-01                      "
        "mentions since 2025-11-02",
        '    2025-11-27)                                 "all of it"                                   '
        "analyst, 2025-11-02, paper",
    ]


@pytest.mark.parametrize("width", [80, 200])
def test_a_colour_is_on_the_position_and_on_no_word_of_a_quote(width: int) -> None:
    written = page(write_comparison, [ROW], width=width, colour=True)
    assert "\x1b[33maffirms-if\x1b[0m since" in written
    assert '"what is never denied"' in written
    assert "once all is agreed" in written
    assert _ESCAPE.sub("", written) == page(write_comparison, [ROW], width=width)


def test_a_colour_of_the_timeline_is_on_the_state_and_on_no_word_of_a_text() -> None:
    row = replace(SAMPLES["timeline"][0], text="Beijing never acknowledged what Washington denied")
    written = page(write_timeline, [row], width=40, today="2025-11-28", colour=True)
    assert "\x1b[32maffirms\x1b[0m: Beijing" in written
    assert written.count("\x1b[3") == 1


def test_a_colour_of_an_explanation_is_on_the_stance_and_on_no_word_of_a_text() -> None:
    told = dict.fromkeys(LookedAt.__dataclass_fields__) | {"claim": "k", "said": "2025-11-01", "party": "CN"}
    looked_at = LookedAt(**(told | {"stance": "denies", "text": "They never agreed"}))
    row = Explanation(
        "claim", "k", "2025-11-28", None, "one-sided", "agreed is what all affirm", (), (looked_at,), (), (), ()
    )
    written = page(write_explanations, [row], width=100, colour=True)
    assert "CN \x1b[31mdenies\x1b[0m (k): They never agreed\n" in written
    assert written.count("\x1b[3") == 1


def test_progress_has_a_bar_as_long_as_its_share_and_a_mark_at_the_day() -> None:
    assert (
        page(write_progress, SAMPLES["progress"], width=80)
        == """\
soybeans-by-year-end: Buy 12 million tons of US soybeans
  1 Nov 2025 to 31 Dec 2025
  1,124,000 t, says US usda, sales, 2025-11-18 (usda-1118)
    █████░░░░░░░░░░░░░░░░░│░░░░░░░░░░░░░░░░░░░░░░░░░░░ 9% in 45% of the time
  about 14 million t, says third party reuters, purchases, 2025-11-17
    (reuters-1117)
    ██████████████████████│███████████████████████████ 117% in 45% of the time

cn-general-licences: cn-general-licences
  three licences, says third party reuters, 2025-11-12 (reuters-1112)
"""
    )


def test_the_timeline_marks_the_day_and_draws_windows() -> None:
    assert (
        page(write_timeline, SAMPLES["timeline"], width=60, today="2025-11-28")
        == """\
2025-11-16  US bessent affirms: Bessent hopes that a rare
              earth deal is finished by Thanksgiving
              bessent-thanksgiving-1116
2025-11-17  third party scmp mentions (some day until
              2025-11-23): 不太可能达成协议
              scmp-unlikely
2025-11-27  due, overdue: Finish the agreement on rare
              earths
              deal-by-thanksgiving
2025-11-28  check of CN: MOFCOM and MFA press briefings
              mofcom-to-1127
            2025-11-01 ━━│······················· 2025-11-27
── 2025-11-28, the day asked for ───────────────────────────
2026-11-10  expires, in force: cn-suspend-controls
              controls-until-1110
            2025-11-07 ━━│━━━━━━━━━━━━━━━━━━━━━━━ 2026-11-10
"""
    )


@given(any_text, st.integers(20, 120))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width, "  ", "  ")
    assert all(display_width(line) <= width or len(line.strip()) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())


def test_a_pipe_wraps_nothing() -> None:
    assert wrapped("word " * 100, None, "  ") == ["  " + "word " * 100]


def test_columns_keep_their_places_beside_wide_characters() -> None:
    assert list(beside([["稀土", "a"], ["b"]], 6)) == ["稀土    b", "a"]


PAGES = {
    ComparisonRow: (write_comparison, write_comparison_as_markdown),
    Explanation: (write_explanations, write_explanations_as_markdown),
}
ANY_ROWS = {kind: st.lists(_values(kind), min_size=1, max_size=2) for kind in PAGES}


@pytest.mark.parametrize("kind", PAGES)
@settings(max_examples=25)
@given(data=st.data())
def test_no_text_acts_on_a_page(kind: type, data: st.DataObject) -> None:
    rows = data.draw(ANY_ROWS[kind])
    plain, markdown = PAGES[kind]
    pages = [page(plain, rows, width=width) for width in (None, 60, 140)] + [page(markdown, rows)]
    for text in pages:
        assert not any(acts(char) for char in text if char not in "\n\u200c\u200d")
