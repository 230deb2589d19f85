"""Sources for Zotero and pandoc, claims for the semantic web."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, load_text
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.render.csl import write_csl_json
from truce_tracker.render.linked_data import Told, write_json_ld
from truce_tracker.rows import ClaimRow, SourceRow

LEDGER = """
format: truce/1
parties: [{id: US, name: United States}]
topics: [{id: soy, name: Soybeans}]
speakers:
  - {id: bessent, name: Scott McBessent, party: US, role: Treasury Secretary}
  - {id: white-house, name: The White House, party: US, role: author of fact sheets}
  - {id: reuters, name: Reuters}
sources:
  - id: article
    kind: article
    outlet: South China Morning Post
    title: A truce
    authors: [Ludwig van Beethoven]
    published: 2025-11-17/2025-11~
    retrieved: 2025-11
    url: https://example.org/a?b=<c>
    language: en
    text: "On Monday he said that China buys 25 million tons of soybeans, every year."
  - {id: sheet, kind: fact-sheet, published: 2025-11-01, note: Only an excerpt was read.}
  - {id: page, url: "https://example.org/page"}
claims:
  - {id: k1, speaker: bessent, source: article, topic: soy, stance: mentions, text: He said so,
     quote: China buys 25 million}
  - {id: k2, speaker: white-house, source: sheet, topic: soy, stance: mentions, quote: buys soybeans}
  - {id: k3, party: US, source: page, said: 2025-11-20, topic: soy, stance: mentions, text: "</script><b>"}
  - {id: k4, speaker: reuters, source: page, said: 2025-11-21, topic: soy, stance: mentions}
"""


@pytest.fixture
def exported(truce: Run, db: Path) -> Any:
    load_text(db, LEDGER)
    return lambda form: truce("--db", db, "export", "--format", form)


def test_sources_as_csl_json(exported: Any) -> None:
    assert json.loads(exported("csl-json").out) == [
        {"id": "page", "type": "webpage", "URL": "https://example.org/page"},
        {
            "id": "sheet",
            "type": "report",
            "issued": {"date-parts": [[2025, 11, 1]]},
            "note": "Only an excerpt was read.",
        },
        {
            "id": "article",
            "type": "article-newspaper",
            "title": "A truce",
            "author": [{"literal": "Ludwig van Beethoven"}],
            "container-title": "South China Morning Post",
            "issued": {"date-parts": [[2025, 11, 17], [2025, 11]], "circa": True},
            "accessed": {"date-parts": [[2025, 11]]},
            "URL": "https://example.org/a?b=<c>",
            "language": "en",
        },
    ]


def test_pandoc_cites_a_source(exported: Any, tmp_path: Path) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    (tmp_path / "sources.json").write_text(exported("csl-json").out, encoding="utf-8")
    command = ["pandoc", "--citeproc", "--bibliography", "sources.json", "--to", "plain"]
    done = subprocess.run(command, input="[@article]", capture_output=True, text=True, cwd=tmp_path, check=True)
    assert "South China Morning Post" in done.stdout


def nodes(text: str, kind: str) -> dict[str, Any]:
    found = [node for node in json.loads(text)["@graph"] if kind in (node.get("@type"), node.get("type"))]
    return {node.get("@id") or node["id"]: node for node in found}


def test_a_claim_is_schema_org(exported: Any) -> None:
    text = exported("jsonld").out
    assert json.loads(text)["@context"] == ["http://www.w3.org/ns/anno.jsonld", "https://schema.org"]
    claims = nodes(text, "Claim")
    assert claims["#claim-k1"] == {
        "@type": "Claim",
        "@id": "#claim-k1",
        "identifier": "k1",
        "text": "He said so",
        "author": {
            "@id": "#speaker-bessent",
            "@type": "Person",
            "name": "Scott McBessent",
            "jobTitle": "Treasury Secretary",
            "affiliation": {"@type": "Organization", "@id": "#party-US", "name": "United States"},
        },
        "datePublished": {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": "2025-11-17/2025-11~"},
        "about": {"@type": "Thing", "@id": "#topic-soy", "name": "Soybeans"},
        "keywords": ["mentions"],
        "appearance": {
            "@type": "NewsArticle",
            "@id": "#source-article",
            "url": "https://example.org/a?b=<c>",
            "headline": "A truce",
            "publisher": {"@type": "Organization", "name": "South China Morning Post"},
            "author": [{"@type": "Person", "name": "Ludwig van Beethoven"}],
            "datePublished": {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": "2025-11-17/2025-11~"},
            "inLanguage": "en",
        },
    }
    assert claims["#claim-k2"]["datePublished"] == "2025-11-01"
    authors = {name: (claim["author"]["@type"], claim["author"]["name"]) for name, claim in claims.items()}
    assert authors == {
        "#claim-k1": ("Person", "Scott McBessent"),
        "#claim-k2": ("Organization", "The White House"),
        "#claim-k3": ("Organization", "United States"),
        "#claim-k4": ("Organization", "Reuters"),
    }


def test_words_of_a_source_are_the_outlets_and_a_joint_text_has_several_authors(truce: Run, db: Path) -> None:
    more = """
format: truce/2
parties: [{id: US, name: United States}, {id: CN, name: China}]
topics: [{id: soy}]
speakers: [{id: bessent, name: Scott McBessent, party: US, role: Treasury Secretary}]
sources:
  - {id: wire, outlet: The Wire, published: 2025-11-01, archived: kept/wire.html}
  - {id: joint, kind: joint-statement, published: 2025-11-02}
claims:
  - {id: told, speaker: bessent, source: wire, topic: soy, stance: mentions, quote: beans are bought}
  - {id: own, speaker: bessent, source: wire, topic: soy, stance: mentions, quote: beans are ours, words: own}
  - {id: both, parties: [US, CN], source: joint, topic: soy, stance: mentions, quote: both buy beans}
"""
    load_text(db, more)
    claims = nodes(truce("--db", db, "export", "--format", "jsonld").out, "Claim")
    assert claims["#claim-told"]["text"] == 'The Wire: "beans are bought"'
    assert claims["#claim-own"]["text"] == "beans are ours"
    assert [author["@id"] for author in claims["#claim-both"]["author"]] == ["#party-CN", "#party-US"]
    (wire, _) = json.loads(truce("--db", db, "export", "--format", "csl-json").out)
    assert wire["archive_location"] == "kept/wire.html"


def test_a_quote_is_a_web_annotation(exported: Any) -> None:
    quotes = nodes(exported("jsonld").out, "Annotation")
    assert set(quotes) == {"#quote-k1", "#quote-k2"}
    assert quotes["#quote-k1"] == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#quote-k1",
        "type": "Annotation",
        "motivation": "identifying",
        "body": "#claim-k1",
        "target": {
            "source": "https://example.org/a?b=<c>",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "China buys 25 million",
                    "prefix": "On Monday he said that ",
                    "suffix": " tons of soybeans, every year.",
                },
                {"type": "TextPositionSelector", "start": 23, "end": 44},
            ],
        },
    }
    assert quotes["#quote-k2"]["target"] == {
        "source": "#source-sheet",
        "selector": [{"type": "TextQuoteSelector", "exact": "buys soybeans"}],
    }


def test_nothing_acts_within_a_page(exported: Any) -> None:
    assert not re.search("[<>&]", exported("jsonld").out)


def row(kind: type, **values: Any) -> Any:
    return kind(**(dict.fromkeys(kind.__dataclass_fields__) | values))  # type: ignore[attr-defined]


@given(st.text(), st.text(min_size=1))
def test_any_text_is_json_and_nothing_acts(title: str, quote: str) -> None:
    source = row(SourceRow, source="s", title=title, outlet=title, authors=(title,))
    claim = row(
        ClaimRow, claim="k", said="2025", parties=(), stance="mentions", topic="t", source="s", text=title, quote=quote
    )
    parts: list[str] = []
    write_csl_json([source], parts.append)
    (item,) = json.loads("".join(parts))
    assert item["id"] == "s"

    parts.clear()
    write_json_ld([claim], Told({}, {}, {}, {"s": source}, {}), parts.append)
    text = "".join(parts)
    assert not re.search("[<>&\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]", text)
    annotation = json.loads(text)["@graph"][1]
    assert annotation["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": quote}]


def test_the_seed_ledger(truce: Run) -> None:
    truce("--db", "a.db", "init")
    for form in ("csl-json", "jsonld"):
        one, other = (truce("--db", "a.db", "export", "--format", form) for _ in range(2))
        assert (one.code, one.err, one.out) == (0, "", other.out)
        assert json.loads(one.out)
