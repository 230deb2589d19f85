"""Every word of the ledger held against the stored texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run, load_text

from truce_tracker.errors import LedgerProblems

from .conftest import ARTICLE, stored

_TEXT = "\n".join(f"      {line}" for line in ARTICLE.strip().split("\n"))
_HEAD = f"format: truce/1\nsources:\n  - id: page\n    published: 2025-11-20\n    text: |-\n{_TEXT}\nclaims:\n"


def _claim(identity: str, **keys: str) -> str:
    values = {"id": identity, "speaker": "bessent", "source": "page", "commitment": "cn-soybeans", "stance": "affirms"}
    return "".join(
        f"  {'-' if key == 'id' else ' '} {key}: {value}\n" for key, value in (values | {"text": "x"} | keys).items()
    )


def test_a_quote_is_kept_with_its_place(db: Path) -> None:
    load_text(db, _HEAD + _claim("buys", quote="AT LEAST  12 million tons of soybeans by the end of january"))
    ((begins, ends, exact, prefix, suffix),) = stored(db, "SELECT begins, ends, exact, prefix, suffix FROM anchor")
    (text,) = stored(db, "SELECT text FROM source_text")
    assert exact == "at least 12 million tons of soybeans by the end\nof January" == text[begins:ends]
    assert (prefix, suffix) == (text[begins - 32 : begins], text[ends : ends + 32])


def test_a_quote_that_is_not_there(db: Path) -> None:
    with pytest.raises(LedgerProblems) as error:
        load_text(db, _HEAD + _claim("buys", quote="China will buy at least 25 million tons"))
    (problem,) = error.value.problems
    assert problem.path == "claims[buys].quote"
    nearest = "nearest: “China will buy at least 12 million tons” (97% alike)"
    assert problem.what == f"does not stand in the text of page; {nearest}"
    assert stored(db, "SELECT * FROM claim") == []


def test_a_quote_is_believed_until_somebody_has_the_text(run: Run, db: Path, article: Path) -> None:
    load_text(
        db, "format: truce/1\nsources: [{id: page, published: 2025}]\nclaims:\n" + _claim("buys", quote="no such")
    )
    assert "give --outlet (who published it)\n" in run("import", article, "--id", "page", "--yes").err
    ran = run("import", article, "--id", "page", "--outlet", "The Daily", "--yes")
    assert ran.code == 2
    assert "does not stand in the text of page" in ran.err
    assert "The draft is kept at" in ran.err
    assert stored(db, "SELECT * FROM source_text") == []


def test_a_figure_stands_in_the_paragraph_of_its_quote(run: Run, db: Path) -> None:
    text = "      Bessent said China will buy 12 million tons.\n\n      Japan buys 25 million tons.\n"
    head = f"format: truce/1\nsources:\n  - id: page\n    published: 2025-11-20\n    text: |-\n{text}claims:\n"
    right = _claim("right", quote="China will buy 12 million tons", quantity="12 million t")
    load_text(db, head + right + _claim("wrong", quote="China will buy", quantity="25 million t"))
    ran = run("verify")
    assert (ran.code, ran.out) == (
        1,
        "wrong: quantity “25 million t” does not stand in page; its sentence has “12 million t”\n",
    )


def test_verify(run: Run, db: Path) -> None:
    holding = _claim("buys", quote="at least 12 million tons", quantity="at least 12 million t")
    load_text(db, _HEAD + holding + _claim("more", quantity="25 million t"))
    ran = run("verify")
    assert (ran.code, ran.out) == (1, "more: quantity “25 million t” does not stand in page\n")
    assert ran.err == "3 checked, 1 not held; 0 sources have no stored text\n"
    rows = json.loads(run("verify", "--format", "json").out)
    assert [(row["id"], row["what"], row["words"], row["source"]) for row in rows] == [
        ("more", "quantity", "25 million t", "page")
    ]


@pytest.mark.parametrize(
    ("article", "quantity", "is_held"),
    [
        ("between 10 and 12 million tons", "10 to 12 million t", True),
        ("10-12m tonnes", "10 to 12 million t", True),
        ("10,000,000 to 12,000,000 tons", "10 to 12 million t", True),
        ("1000-1200万吨", "10 to 12 million t", True),
        ("ten to twelve million tons", "ten to twelve million t", True),
        ("ten to twelve million tons", "10 to 12 million t", True),
        ("12 million tons", "10 to 12 million t", False),
        ("10 million tons", "10 to 12 million t", False),
        ("8 to 12 million tons", "10 to 12 million t", False),
        ("10 to 15 million tons", "10 to 12 million t", False),
        ("twelve million tons", "1200万吨", True),
        ("1200万吨", "12m tonnes", True),
        ("twenty-five ships", "5 ships", False),
    ],
)
def test_a_quantity_is_held_by_a_text_that_has_its_number_or_both_ends(
    run: Run, db: Path, article: str, quantity: str, is_held: bool
) -> None:
    head = f"format: truce/1\nsources: [{{id: page, published: 2025-11-20, text: '{article}'}}]\nclaims:\n"
    load_text(db, head + _claim("buys", quantity=quantity))
    ran = run("verify")
    told = "" if is_held else f"buys: quantity “{quantity}” does not stand in page\n"
    assert (ran.code, ran.out) == (0 if is_held else 1, told)


def test_nothing_to_verify(run: Run, db: Path) -> None:
    ran = run("verify")
    assert (ran.code, ran.out, ran.err) == (0, "", "0 checked, 0 not held; 0 sources have no stored text\n")
