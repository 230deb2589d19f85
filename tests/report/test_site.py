"""A site of pages whose addresses stay: every link of it leads somewhere, in the page and beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import html

from tests.conftest import Run

LINKS = "//a/@href | //link/@href | //meta[@property='og:image']/@content"


@pytest.fixture
def site(tmp_path: Path, truce: Run) -> Path:
    """The site of the seed ledger, of which one claim was put right after it had been entered."""
    path = tmp_path / "site.db"
    truce("--db", path, "init")
    env = {"EDITOR": "sed -i 's/The meeting in Busan/The talks in Busan/'", "TRUCE_BY": "Ada"}
    assert truce("--db", path, "edit", "xi-call-1124", env=env).code == 0
    ran = truce("--db", path, "report", "--as-of", "2025-11-28", "--since", "2025-11-01", "--site", tmp_path / "public")
    assert ran.code == 0, ran.err
    return tmp_path / "public"


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    pages = {path: html.fromstring(path.read_bytes()) for path in site.rglob("*.html")}
    ids = {path: set(tree.xpath("//@id")) for path, tree in pages.items()}
    assert len(pages) > 30
    count = 0
    for path, tree in pages.items():
        for link in tree.xpath(LINKS):
            if link.startswith(("https:", "http:")):
                continue
            file, anchor = urldefrag(link)
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), (path.name, link)
            assert not anchor or anchor in ids[target], (path.name, link)
            count += 1
    assert count > 2000


def test_addresses_follow_from_ids(site: Path) -> None:
    assert (site / "commitments" / "cn-soybeans-2025.html").is_file()
    assert sorted(path.name for path in (site / "parties").iterdir()) == ["CN.html", "US.html"]
    index = html.fromstring((site / "index.html").read_bytes())
    assert index.get_element_by_id("commitment-cn-soybeans-2025").xpath(".//a/@href")[0] == (
        "commitments/cn-soybeans-2025.html"
    )


def test_a_page_of_a_commitment_has_what_is_about_it_alone(site: Path) -> None:
    page = html.fromstring((site / "commitments" / "cn-soybeans-2025.html").read_bytes())
    assert page.xpath("//tr[@data-kind='commitment']/@id") == ["commitment-cn-soybeans-2025"]
    assert page.xpath("//p[@class='kicker']/a/@href") == ["../index.html"]
    assert 5 < len(page.xpath("//li[@data-kind='claim']")) < 30


def test_corrections_come_from_the_history(site: Path) -> None:
    page = html.fromstring((site / "corrections.html").read_bytes())
    (correction,) = page.xpath("//li[@class='claim']")
    assert "claims xi-call-1124: text" in correction.text_content()
    assert "Ada" in correction.text_content()


def test_the_data_and_the_feed_stand_beside_it(site: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    claims = json.loads((site / "claims.json").read_text(encoding="utf-8"))
    assert len(claims) == len((site / "claims.csv").read_text(encoding="utf-8-sig").splitlines()) - 1
    feed = feedparser.parse((site / "changes.atom").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) > 5


def test_a_picture_for_who_shares_it(site: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    with image.open(site / "card.png") as card:
        assert card.size == (1200, 630)
    page = (site / "index.html").read_text(encoding="utf-8")
    assert '<meta property="og:image" content="card.png">' in page


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--site", "public", "-o", "a.html"), "--site writes all of its files"),
        (("--data", "-o", "a.md"), "--data and --card are files beside a page"),
        (("--card",), "--data and --card are files beside a page"),
    ],
)
def test_what_does_not_go_together(truce: Run, tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    ran = truce("report", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert not (tmp_path / "public").exists()


def test_files_beside_a_page(truce: Run, tmp_path: Path) -> None:
    ran = truce(
        "report",
        "-o",
        "a.html",
        "--data",
        "--title",
        "A <title>",
        "--byline",
        "Ada & Ben",
        "--url",
        "https://e.org/a.html",
    )
    assert ran.code == 0, ran.err
    page = html.fromstring((tmp_path / "a.html").read_bytes())
    assert page.xpath("//a[@download]/@href") == [
        "a-claims.csv",
        "a-claims.json",
        "a-commitments.csv",
        "a-commitments.json",
    ]
    assert all((tmp_path / name).is_file() for name in page.xpath("//a[@download]/@href"))
    assert page.xpath("//h1")[0].text_content() == "A <title>"
    assert page.xpath("//meta[@name='author']/@content") == ["Ada & Ben"]
    assert page.xpath("//meta[@property='og:url']/@content") == ["https://e.org/a.html"]
    assert re.match(r"Of \d+ commitments", page.xpath("//meta[@property='og:description']/@content")[0])
