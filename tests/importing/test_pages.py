"""Pages as an import records them: live pages with dated posts, days that are guessed, copies in web archives."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import Run, load_text

from truce_tracker.articles.texts.article import Post
from truce_tracker.cli.gating import known_of
from truce_tracker.cli.importing.proposing import proposals_of
from truce_tracker.judgements.ledger import Ledger

from .conftest import ARTICLE, KEYS, stored

PAGE = "https://example.org/Beans"
COPY = f"https://web.archive.org/web/20251121000000/{PAGE}"
SHORT = "https://archive.ph/AbCdE"
SAID = "Treasury Secretary Scott Bessent said that China will buy at least 12 million tons of soybeans."


def _page(head: str) -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in ARTICLE.split("\n\n"))
    return f"<html><head><title>Beans</title>{head}</head><body><article>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    ("head", "url", "kept"),
    [
        (f"<link rel=canonical href='{COPY}'>", (), (PAGE, COPY)),
        ("", ("--url", COPY), (PAGE, COPY)),
        (f"<link rel=canonical href='{PAGE}'>", ("--url", SHORT), (PAGE, SHORT)),
        ("", ("--url", SHORT), (SHORT, SHORT)),
        (f"<link rel=canonical href='{COPY}'>", ("--url", PAGE), (PAGE, COPY)),
        ("", ("--url", PAGE), (PAGE, None)),
    ],
)
def test_a_copy_in_an_archive_is_its_pages(
    run: Run, db: Path, tmp_path: Path, head: str, url: tuple[str, ...], kept: tuple[str, str | None]
) -> None:
    (tmp_path / "beans.html").write_text(_page(head))
    ran = run("import", "beans.html", *KEYS, *url, "--yes")
    assert ran.code == 0, ran.err
    assert stored(db, "SELECT url, archived FROM source") == [kept]


def test_a_draft_says_where_the_copy_is(run: Run, db: Path, tmp_path: Path) -> None:
    (tmp_path / "beans.html").write_text(_page(f"<link rel=canonical href='{COPY}'>"))
    ran = run("import", "beans.html", *KEYS, "--draft", "d.yaml")
    assert f"this is the copy of {PAGE} that is kept at {COPY}\n" in ran.err
    source = yaml.safe_load((tmp_path / "d.yaml").read_text())["sources"][0]
    assert (source["url"], source["archived"]) == (PAGE, COPY)


def test_where_a_copy_is_kept_stays_when_the_text_comes(run: Run, db: Path, article: Path) -> None:
    load_text(
        db,
        f"format: truce/2\nsources:\n- {{id: beans, outlet: A, published: 2025-11, url: {PAGE}, archived: a.html}}\n",
    )
    assert run("import", article, "--id", "beans", "--yes").out == "loaded beans, without claims\n"
    assert stored(db, "SELECT url, archived FROM source") == [(PAGE, "a.html")]


@pytest.mark.parametrize(
    ("address", "same"),
    [
        (COPY, True),
        ("HTTPS://WWW.Example.org/Beans", True),
        ("https://example.org/beans", False),
        (SHORT, False),
    ],
)
def test_one_page_by_its_addresses(run: Run, db: Path, article: Path, address: str, same: bool) -> None:
    run("import", article, *KEYS, "--url", PAGE, "--yes")
    assert ("already, as the-daily" in run("import", article, *KEYS, "--url", address, "--yes").out) is same


def test_what_stands_in_a_post_is_said_on_its_day(db: Path) -> None:
    """The first words are of no post; a post that names its own day of the week is read against the post's day."""
    first, second, third = SAID, SAID.replace("12", "13"), SAID.replace("said", "said on Tuesday").replace("12", "14")
    text = f"{first}\n\n{second}\n\n{third}"
    at = text.index(third)
    posts = [Post(len(first) + 2, at, "2025-11-18"), Post(at, len(text), "2025-11-13")]
    source = {"outlet": "The Daily", "published": "2025-11-20"}
    with Ledger.open(db) as ledger:
        found = proposals_of(text, source, known_of(ledger), posts)
        undated = proposals_of(text, source, known_of(ledger))
    assert [one.said for one in found] == [None, "2025-11-18", "2025-11-11"]
    assert [one.said for one in undated] == [None, None, "2025-11-18"]
    assert [one.start for one in found] == [one.start for one in undated]


GUESSED = _page("<link rel=canonical href='https://b.example/2025/11/20/beans'>")


def test_a_guessed_day_is_marked_in_the_draft(run: Run, db: Path, tmp_path: Path) -> None:
    (tmp_path / "beans.html").write_text(GUESSED)
    ran = run("import", "beans.html", "--outlet", "The Daily", "--draft", "d.yaml")
    assert "published: 2025-11-20 is a guess: confirm\n" in ran.err
    draft = (tmp_path / "d.yaml").read_text()
    assert "  # published: 2025-11-20 is a guess: confirm\n" in draft
    assert yaml.safe_load(draft)["sources"][0]["published"] == yaml.safe_load("2025-11-20")


def test_a_guessed_day_is_recorded_by_nobody_alone(run: Run, db: Path, tmp_path: Path) -> None:
    (tmp_path / "beans.html").write_text(GUESSED)
    ran = run("import", "beans.html", "--outlet", "The Daily", "--yes")
    assert ran.code == 2
    assert ran.err.endswith("; 2025-11-20 is a guess: confirm it\n")
    assert stored(db, "SELECT id FROM source") == []


def test_a_day_that_the_ledger_has_is_not_guessed(run: Run, db: Path, tmp_path: Path) -> None:
    load_text(db, "format: truce/2\nsources:\n- {id: beans, outlet: A, published: 2025-11-18}\n")
    (tmp_path / "beans.html").write_text(GUESSED)
    ran = run("import", "beans.html", "--id", "beans", "--draft", "d.yaml")
    assert "guess" not in ran.err + (tmp_path / "d.yaml").read_text()
    assert "published: 2025-11-18" in (tmp_path / "d.yaml").read_text()
