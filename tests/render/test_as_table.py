from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from truce_tracker.render import render
from truce_tracker.render.layout import lay_out
from truce_tracker.render.listings import LISTINGS

from .samples import SAMPLES


def printed(listing: str, rows: Any = None, **options: Any) -> str:
    written: list[str] = []
    render(SAMPLES[listing] if rows is None else rows, listing, "table", written.append, **options)
    return "".join(written)


@pytest.mark.parametrize("listing", SAMPLES)
@pytest.mark.parametrize("width", [60, 72, 80, 100, 120, 140, 200])
def test_every_id_is_whole_and_every_word_is_there(listing: str, width: int) -> None:
    words = set(re.findall(r"[\w@.-]+", printed(listing, width=width), re.ASCII))
    written: list[str] = []
    render(SAMPLES[listing], listing, "text", written.append)
    told = set(re.findall(r"[\w@.-]+", "".join(written[0].split("\n", 1)[1:]), re.ASCII))
    assert {word for word in told if len(word) <= width // 2} <= words  # a longer id is folded


@pytest.mark.parametrize("listing", SAMPLES)
def test_the_sentence_has_room_at_60_columns(listing: str) -> None:
    long = dict.fromkeys(("text", "summary", "title", "role"), "word " * 20) | {"aliases": ("word",) * 20}
    rows = [replace(row, **{name: long[name] for name in long if hasattr(row, name)}) for row in SAMPLES[listing]]
    assert lay_out(rows, LISTINGS[listing], 60).room >= 24


def test_a_colour_is_on_the_word_that_means_it() -> None:
    page = printed("unmatched", width=100, colour=True)
    assert "\x1b[31mdenied\x1b[0m" in page
    assert "\x1b[33munacknowledged\x1b[0m" in page
    assert "\x1b[2msilent\x1b[0m" in page


def test_a_sentence_and_an_id_have_no_tone() -> None:
    row = replace(SAMPLES["unmatched"][1], commitment="denied-thing", summary="What was denied", status="proposed")
    page = printed("unmatched", [row], width=100, colour=True)
    assert "\x1b[31mdenied" not in page


@pytest.mark.parametrize("listing", SAMPLES)
def test_no_escapes_without_colour(listing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in printed(listing, width=80, colour=False)


@pytest.mark.parametrize("variable", ["NO_COLOR", "COLUMNS", "TERM"])
def test_the_environment_has_no_say(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = printed("overdue", width=80, colour=True)
    monkeypatch.setenv(variable, "dumb" if variable == "TERM" else "7")
    assert printed("overdue", width=80, colour=True) == before


def test_markup_in_a_value_is_shown_as_it_is() -> None:
    row = replace(SAMPLES["claims"][0], text="[red]a[/red] [link=https://a.b]b[/link] :smile:")
    assert "[red]a[/red]" in printed("claims", [row], width=140, colour=True)


def test_no_rows() -> None:
    assert printed("claims", [], width=80) == ""
