"""Without a terminal: the options tell all, nothing is ever asked."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from articles.web_server import sends, serving
from conftest import Run

from .conftest import ARTICLE, KEYS, RETOLD, stored

_PAGE = f"""<!doctype html><html lang="en"><head><title>Beans</title>
<meta property="og:site_name" content="The Harbour"><meta property="article:published_time" content="2025-11-19">
</head><body><article>{"".join(f"<p>{part}</p>" for part in ARTICLE.split(chr(10) * 2))}</article></body></html>"""


def test_the_source_alone(run: Run, db: Path, article: Path) -> None:
    options = ("--title", "Beans", "--author", "A. One", "--author", "B. Two", "--language", "de", "--kind", "readout")
    ran = run("import", article, *KEYS, *options, "--url", "https://example.org/a", "--id", "mine", "--yes")
    assert (ran.code, ran.out) == (0, "loaded mine, without claims\n")
    found = "SELECT id, outlet, title, authors, published, url, language, kind FROM source"
    authors = '["A. One", "B. Two"]'
    address = "https://example.org/a"
    assert stored(db, found) == [("mine", "The Daily", "Beans", authors, "2025-11-20", address, "de", "readout")]
    assert stored(db, "SELECT text FROM source_text") == [ARTICLE.strip()]
    assert stored(db, "SELECT COUNT(*) FROM claim") == [0]


def test_an_id_is_made_where_none_is_given(run: Run, db: Path, article: Path) -> None:
    run("import", article, *KEYS, "--yes")
    article.write_text("Quite another text of the same paper on the same day, about something else.")
    assert run("import", article, *KEYS, "--yes").out == "loaded the-daily-2025-11-20-2, without claims\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "there is no terminal to ask on: give --draft FILE to write a draft, or --yes for the source"),
        (("--ask",), "there is no terminal to ask on: give --draft FILE to write a draft, or --yes for the source"),
        (("--resume",), "there is no terminal to edit on: edit the draft and `truce load` it"),
        (("--yes",), "the article does not say it plainly: give --outlet (who published it) and --published"),
        (("--yes", "--outlet", "A"), "the article does not say it plainly: give --published"),
        (("--yes", "--outlet", "A", "--published", "soon"), "--published: "),
        (("--yes", *KEYS, "--id", "../a"), "--id: '../a' is no id"),
        (("--yes", *KEYS, "--id", ".."), "--id: '..' is no id"),
        (("--yes", *KEYS, "--id", "-a"), "--id: '-a' is no id"),
        (("--yes", *KEYS, "--based-on", "x"), "there is no source 'x'"),
    ],
)
def test_what_is_missing(run: Run, db: Path, article: Path, options: tuple[str, ...], told: str) -> None:
    ran = run("import", article, *options)
    assert (ran.code, ran.out) == (2, "")
    assert f"truce: {told}" in ran.err
    assert stored(db, "SELECT * FROM source") == []


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("nowhere.txt", "there is no file nowhere.txt: give a file, an address, or - to paste"),
        (".", ". cannot be read: Is a directory"),
    ],
)
def test_no_article(run: Run, db: Path, named: str, told: str) -> None:
    assert run("import", named, "--yes").err == f"truce: {told}\n"


def test_a_paste(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(ARTICLE.encode()), isatty=lambda: False)
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run("import", "-", *KEYS, "--yes").out == "loaded the-daily-2025-11-20, without claims\n"


def test_a_page_of_the_web(run: Run, db: Path) -> None:
    with serving({"/beans": sends(_PAGE.encode())}) as (address, _):
        ran = run("import", f"{address}/beans", "--yes")
        again = run("import", f"{address}/beans", "--yes")
    assert (ran.code, ran.out) == (0, "loaded the-harbour-2025-11-19, without claims\n"), ran.err
    assert stored(db, "SELECT title, url FROM source") == [("Beans", f"{address}/beans")]
    assert again.out == "this text is here already, as the-harbour-2025-11-19; nothing was changed\n"


def test_a_page_in_gb18030(run: Run, db: Path, tmp_path: Path) -> None:
    words = "中国商务部发言人表示，中方将依法依规审批稀土出口申请。双方应当相向而行，落实两国元首达成的共识。"
    page = f"<html><head><meta charset='gb18030'><title>稀土</title></head><body><p>{words}</p></body></html>"
    (tmp_path / "page.html").write_bytes(page.encode("gb18030"))
    ran = run("import", "page.html", "--outlet", "商务部", "--published", "2025-11-20", "--id", "mofcom", "--yes")
    assert ran.out == "loaded mofcom, without claims\n", ran.err
    assert words in stored(db, "SELECT text FROM source_text")[0]
    assert "«稀土»出口" in run("search", "稀土").out
    assert stored(db, "SELECT language FROM source") == ["zh"]


def test_a_draft_to_edit_later(run: Run, db: Path, article: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    ran = run("import", article, *KEYS, "--draft", draft)
    assert ran.out == f"wrote {draft}: edit it, then `truce load {draft}`\n"
    assert "# “Treasury Secretary Scott Bessent said on Tuesday" in draft.read_text()
    assert run("import", article, *KEYS, "--draft", draft).err.endswith(
        f"{draft} is there already: name another file\n"
    )
    assert run("load", draft).code == 0
    assert stored(db, "SELECT COUNT(*) FROM claim") == [0]
    assert stored(db, "SELECT text FROM source_text") == [ARTICLE.strip()]
    draft.write_text(draft.read_text().replace("    proposed: true\n", ""))
    assert run("load", draft).code == 0
    assert stored(db, "SELECT COUNT(*) FROM claim")[0] >= 1
    assert stored(db, "SELECT exact FROM anchor")
    assert run("verify").code == 0


def test_the_same_text_again(run: Run, db: Path, article: Path) -> None:
    run("import", article, *KEYS, "--yes")
    ran = run("import", article, "--yes")
    assert (ran.code, ran.out) == (0, "this text is here already, as the-daily-2025-11-20; nothing was changed\n")


def test_a_retelling(run: Run, db: Path, article: Path, tmp_path: Path) -> None:
    run("import", article, *KEYS, "--url", "https://example.org/a", "--yes")
    article.write_text(RETOLD)
    keys = ("--outlet", "The Wire", "--published", "2025-11-21", "--url", "https://example.org/b")
    ran = run("import", article, *keys, "--draft", tmp_path / "d.yaml")
    assert "of the shorter text stands in the other: it may retell the-daily-2025-11-20\n" in ran.err
    draft = (tmp_path / "d.yaml").read_text()
    assert "    based_on: the-daily-2025-11-20\n" in draft
    assert "Delete `based_on` if it does not." in " ".join(draft.replace("#", " ").split())


def test_a_copy_under_another_address(run: Run, db: Path, article: Path) -> None:
    run("import", article, *KEYS, "--url", "https://example.org/a", "--yes")
    keys = ("--outlet", "The Wire", "--published", "2025-11-21", "--url", "https://example.org/b")
    ran = run("import", article, *keys, "--draft", "copy.yaml")
    told = "100% of the shorter text stands in the other: it may retell the-daily-2025-11-20"
    assert told in ran.err
    ran = run("import", article, *keys, "--yes")
    assert f"{told}; say so with --based-on the-daily-2025-11-20\n" in ran.err
    assert stored(db, "SELECT based_on FROM source") == [None, None]  # nobody has said so


def test_a_new_version_takes_over_what_is_known(run: Run, db: Path, article: Path) -> None:
    url = ("--url", "https://example.org/a")
    run("import", article, *KEYS, *url, "--title", "Beans", "--kind", "readout", "--id", "beans", "--yes")
    article.write_text(ARTICLE.replace("two cargoes", "three cargoes"))
    assert "taken by another text" in run("import", article, *KEYS, "--id", "beans", "--yes").err
    ran = run("import", article, *url, "--published", "2025-11-22", "--id", "beans", "--yes")
    assert ran.out == "loaded beans.v2, without claims\n"
    assert "[-two-] {+three+}" in ran.err
    found = stored(db, "SELECT id, outlet, title, kind, published, replaces FROM source")
    assert found == [
        ("beans", "The Daily", "Beans", "readout", "2025-11-20", None),
        ("beans.v2", "The Daily", "Beans", "readout", "2025-11-22", "beans"),
    ]


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("https://example.org/a", True),
        ("http://www.example.org/a/", True),
        ("https://example.org/a?utm_source=x&utm_medium=y#top", True),
        ("https://example.org/a?page=2", False),
        ("https://example.com/a", False),
    ],
)
def test_one_page_by_its_addresses(run: Run, db: Path, article: Path, address: str, same: bool) -> None:
    run("import", article, *KEYS, "--url", "https://example.org/a", "--yes")
    ran = run("import", article, *KEYS, "--url", address, "--yes")
    assert ("already, as the-daily-2025-11-20" in ran.out) is same


@pytest.mark.parametrize(
    ("place", "drafts"),
    [
        ("truce_tracker.articles.texts.reading.read_article", 0),
        ("truce_tracker.cli.importing.sources.compare", 0),
        ("truce_tracker.cli.importing.proposing.proposals_of", 0),
        ("truce_tracker.ledger_file.amending.resolve", 1),
        ("truce_tracker.ledger_file.amending.Writer.write_texts", 1),
    ],
)
def test_interrupted(
    run: Run, db: Path, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, drafts: int
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(place, interrupt)
    ran = run("import", article, *KEYS, "--yes")
    assert (ran.code, ran.out) == (130, "")
    assert len(list((tmp_path / "state").rglob("*.yaml"))) == drafts
    assert ("The draft is kept at " in ran.err) is bool(drafts)
    assert stored(db, "SELECT id FROM source UNION ALL SELECT source FROM source_text") == []
