"""Words that are the source's account of what was said stand behind its outlet, and in quotation marks behind nobody
else: in no command and no format."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, load_text

WORDS = "sugar will flow like water"
LEDGER = f"""
format: truce/2
parties: [{{id: US, name: United States}}, {{id: CN, name: China}}]
speakers: [{{id: minister, name: A Minister, party: US}}]
topics: [{{id: sugar}}]
sources: [{{id: wire, outlet: The Wire, published: 2025-11-20, text: "The Wire writes that {WORDS} soon."}}]
commitments: [{{id: flow, topic: sugar, obligors: [US], beneficiaries: [CN]}}]
claims:
  - {{id: bare, speaker: minister, source: wire, commitment: flow, stance: affirms, quote: {WORDS}}}
  - {{id: told, speaker: minister, source: wire, topic: sugar, stance: mentions, text: On sugar, quote: {WORDS}}}
"""
# «» stand around what was looked for, and around the quote where the source's own text is shown
MARKED = re.compile(rf"(.{{0,12}})[\"“„'‘]\s*«?{WORDS.replace(' ', '[ «»|]+')}")


@pytest.fixture
def store(db: Path) -> Path:
    load_text(db, LEDGER)
    return db


@pytest.mark.parametrize(
    "command",
    [
        "claims",
        "claims --format table",
        "claims --format md",
        "compare",
        "compare --format table",
        "compare --format md",
        "search sugar",
        "show bare",
        "show told",
        "show flow",
        "show minister",
        "show sugar",
        "timeline",
        "timeline --format table",
        "timeline --format json",
        "export --format jsonld",
        "calendar",
    ],
)
def test_whose_they_are(run: Run, store: Path, command: str) -> None:
    ran = run("--db", store, *command.split())
    assert ran.code == 0, ran.err
    text = " ".join(ran.out.replace("\\", "").split())
    exact = re.sub(r'"(exact|quote)": *"[^"]*"', "", text)  # where it says that it is a place in the source
    assert [before for before in MARKED.findall(exact) if not before.endswith("The Wire: ")] == []
    if command.split()[0] in ("claims", "compare", "search", "show", "timeline") and "sugar" not in command[5:12]:
        assert "The Wire" in text


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv"])
def test_where_the_words_are_a_value_it_says_whose_they_are(run: Run, store: Path, form: str) -> None:
    out = run("--db", store, "claims", "--format", form).out
    rows: list[dict[str, Any]]
    if form == "json":
        rows = json.loads(out)
    elif form == "jsonl":
        rows = list(map(json.loads, out.splitlines()))
    else:
        rows = list(csv.DictReader(io.StringIO(out), delimiter="," if form == "csv" else "\t"))
    assert [(row["quote"], row["words"], row["source"]) for row in rows] == [(WORDS, "reported", "wire")] * 2
