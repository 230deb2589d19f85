from __future__ import annotations

from dataclasses import replace

import pytest

from truce_tracker.render import render
from truce_tracker.rows import SourceRow, TopicRow

from .samples import SAMPLES

TOPIC = TopicRow("soybeans", "Soybeans", 2, 112)


def second_line(name: str, format: str) -> str:
    written: list[str] = []
    render([replace(TOPIC, name=name)], "topics", format, written.append)
    return "".join(written).split("\n")[1]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("\t-1", "'-1"),
        ("\u3000＋1", "'\u3000＋1"),
        ("two\nlines", "two lines"),
        ("\x1b[31m", r"\x1b[31m"),
        ("soy, beans", '"soy, beans"'),
    ],
)
def test_cells(name: str, cell: str) -> None:
    assert second_line(name, "csv") == f"soybeans,{cell},2,112"
    assert second_line(name, "tsv") == f"soybeans\t{cell.strip(chr(34))}\t2\t112"


def test_a_number_is_no_formula() -> None:
    written: list[str] = []
    render([replace(TOPIC, claims=-3)], "topics", "csv", written.append)
    assert "".join(written).endswith("soybeans,Soybeans,2,-3\n")


@pytest.mark.parametrize(("format", "separator"), [("csv", ","), ("tsv", "\t")])
def test_no_rows_are_a_header(format: str, separator: str) -> None:
    written: list[str] = []
    render([], "topics", format, written.append)
    assert "".join(written) == separator.join(("topic", "name", "commitments", "claims")) + "\n"


@pytest.mark.parametrize("listing", SAMPLES)
def test_the_header_is_the_same_with_rows_and_without(listing: str) -> None:
    with_rows: list[str] = []
    without: list[str] = []
    render(SAMPLES[listing], listing, "csv", with_rows.append)
    render([], listing, "csv", without.append)
    assert "".join(with_rows).startswith("".join(without))


def test_several_values_and_none() -> None:
    source = SourceRow("a", None, None, None, ("Wong, K.", "=Ji"), None, None, None, None, None, None, None, False, 0)
    written: list[str] = []
    render([source], "sources", "csv", written.append)
    assert "".join(written).split("\n")[1] == 'a,,,,"Wong, K.; =Ji",,,,,,,,false,0'
