"""Whose the words of a quote are, wherever they are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from truce_tracker.render import render
from truce_tracker.render.quoted import quoted, text_or_quoted
from truce_tracker.rows import ClaimRow

from .samples import SAMPLES


@pytest.mark.parametrize(
    ("words", "outlet", "printed"),
    [
        ("own", "Reuters", '"hopes to finish"'),
        ("reported", "Reuters", 'Reuters: "hopes to finish"'),
        ("reported", None, 'the source: "hopes to finish"'),
        (None, "Reuters", 'Reuters: "hopes to finish"'),
    ],
)
def test_a_quote(words: str | None, outlet: str | None, printed: str) -> None:
    assert quoted("hopes to finish", words, outlet) == printed


def test_our_words_go_before_the_words_of_a_source() -> None:
    assert text_or_quoted("Hopes for a deal", "hopes", "own", None) == "Hopes for a deal"
    assert text_or_quoted(None, "hopes", "reported", "Reuters") == 'Reuters: "hopes"'
    assert text_or_quoted(None, None, None, "Reuters") is None


def shown(row: ClaimRow, format: str) -> str:
    written: list[str] = []
    render([row], "claims", format, written.append, width=140)
    return "".join(written)


@pytest.mark.parametrize("format", ["text", "table", "md"])
@pytest.mark.parametrize(("outlet", "name"), [("Reuters", "Reuters"), (None, "wire-1")])
def test_a_listing_names_the_outlet_or_the_source(format: str, outlet: str | None, name: str) -> None:
    row = replace(SAMPLES["claims"][1], text=None, quote="all of it", words="reported", outlet=outlet, source="wire-1")
    assert f'{name}: "all of it"' in shown(row, format)
    assert f'{name}: "' not in shown(replace(row, words="own"), format)
