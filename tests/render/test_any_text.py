"""Whatever a field says: no format crashes, nothing acts on a terminal, every reader gets back what was written."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any
from unicodedata import category, normalize

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from truce_tracker.render import FORMATS, render
from truce_tracker.rows import as_json, field_names

from .rows_of_any_text import listings

LINE_ENDS = ("\n", "\t\n")
JOINERS = "\u200c\u200d"


def printed(listing: str, rows: list[Any], format: str, **options: Any) -> str:
    written: list[str] = []
    render(rows, listing, format, written.append, **options)
    return "".join(written)


@given(listings(), st.sampled_from(FORMATS), st.integers(1, 200))
def test_nothing_acts(listing_and_rows: tuple[str, list[Any]], format: str, width: int) -> None:
    page = printed(*listing_and_rows, format, width=width)
    allowed = {"\n", *("\t" if format == "tsv" else ""), *("" if format.startswith("json") else JOINERS)}
    acting = {char for char in page if category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")}
    assert acting <= allowed


@given(listings(), st.integers(60, 200), st.booleans())
def test_a_table_fits_its_width(listing_and_rows: tuple[str, list[Any]], width: int, colour: bool) -> None:
    page = printed(*listing_and_rows, "table", width=width, colour=colour)
    if not colour:
        assert all(cell_len(line) <= width for line in page.split("\n"))


@given(listings())
def test_json_loads_back(listing_and_rows: tuple[str, list[Any]]) -> None:
    listing, rows = listing_and_rows
    expected = _paired(as_json(tuple(rows)))
    assert json.loads(printed(listing, rows, "json")) == expected
    assert [json.loads(line) for line in printed(listing, rows, "jsonl").split("\n")[:-1]] == expected


def _paired(value: Any) -> Any:
    """Two lone surrogates side by side are one character in any JSON."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    if isinstance(value, list):
        return [_paired(item) for item in value]
    return {key: _paired(item) for key, item in value.items()} if isinstance(value, dict) else value


@given(listings())
def test_csv_and_tsv_keep_their_cells_and_hold_no_formula(listing_and_rows: tuple[str, list[Any]]) -> None:
    listing, rows = listing_and_rows
    from_csv = list(csv.reader(StringIO(printed(listing, rows, "csv"), newline=""), strict=True))
    from_tsv = [line.split("\t") for line in printed(listing, rows, "tsv").split("\n")[:-1]]
    assert from_csv == from_tsv
    assert len(from_csv) == len(rows) + 1
    kind: type = type(rows[0])
    names = field_names(kind)
    for record, row in zip(from_csv[1:], rows, strict=True):
        assert len(record) == len(names)
        texts = [cell for cell, name in zip(record, names, strict=True) if type(getattr(row, name)) is not int]
        assert not any(normalize("NFKC", cell).lstrip().startswith(("=", "+", "-", "@")) for cell in texts)


@given(listings())
def test_markdown_keeps_its_columns_and_marks_nothing_up(listing_and_rows: tuple[str, list[Any]]) -> None:
    listing, rows = listing_and_rows
    page = printed(listing, rows, "md")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    assert tokens[0].type == "table_open"
    assert tokens[-1].type == "table_close"
    heads = sum(token.type == "th_open" for token in tokens)
    assert sum(token.type == "td_open" for token in tokens) == heads * len(rows)
    assert sum(token.type == "tr_open" for token in tokens) == 1 + len(rows)
    marks = {child.type for token in tokens for child in token.children or ()}
    assert marks <= {"text"}


@given(listings())
def test_text_has_a_line_a_row(listing_and_rows: tuple[str, list[Any]]) -> None:
    listing, rows = listing_and_rows
    lines = printed(listing, rows, "text").split("\n")
    assert len(lines) == len(rows) + 2
    assert all(line == line.rstrip(" ") for line in lines)
