from __future__ import annotations

from typing import Any

import pytest

from truce_tracker.articles.texts.article import Metadata
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.published import day_of
from truce_tracker.articles.texts.reading import read_article

from .pages import linked, meta, page

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Boards to go free, says envoy",
    "datePublished": "2025-11-20T23:30:00-05:00",
    "dateModified": "2025-11-25",
    "inLanguage": "en-GB",
    "author": [{"@type": "Person", "name": "Ann Example"}, {"@type": "Person", "name": "Bo Sample"}],
    "publisher": {"@type": "Organization", "name": "The Daily Board"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://board.example/2025/boards"},
}
FULL = Metadata(
    outlet="The Daily Board",
    title="Boards to go free, says envoy",
    authors=("Ann Example", "Bo Sample"),
    published="2025-11-20",
    url="https://board.example/2025/boards",
    language="en",
)


def said(head: str, body: str = "", name: str = "", lang: str = "en") -> Metadata:
    return read_article(page(body, head, lang).encode(), name).metadata


@pytest.mark.parametrize(
    "head",
    [
        linked(ARTICLE),
        linked([{"@type": "BreadcrumbList"}, ARTICLE]),
        linked({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Board"}, ARTICLE]}),
        linked({"@type": "WebPage", "mainEntity": ARTICLE}),
        linked("{ not json", {"@type": "Organization", "name": "Else"}, ARTICLE),
        linked(ARTICLE | {"@type": ["ReportageNewsArticle", "Thing"]}),
        linked(str(ARTICLE).replace("'", '"').replace("}", ",}")),
        linked("<!-- " + str(ARTICLE).replace("'", '"') + " -->"),
        linked("//<![CDATA[\n" + str(ARTICLE).replace("'", '"') + "\n//]]>"),
        linked(str(ARTICLE).replace("'", '"').replace("says envoy", "says\tenvoy") + ";"),
        linked(
            {
                "@graph": [
                    ARTICLE | {"author": [{"@id": "#ann"}, {"@id": "#bo"}], "publisher": {"@id": "#us"}},
                    {"@id": "#ann", "@type": "Person", "name": "Ann Example"},
                    {"@id": "#bo", "@type": "Person", "name": "Bo Sample"},
                    {"@id": "#us", "@type": "NewsMediaOrganization", "name": "The Daily Board"},
                ]
            }
        ),
        linked(ARTICLE | {"author": "By Ann Example and Bo Sample"}),
        meta(
            og_site_name="The Daily Board",
            og_title="Boards to go free, says envoy | The Daily Board",
            article_published_time="2025-11-20T23:30:00-05:00",
            author="Ann Example, Bo Sample",
            og_url="https://board.example/2025/boards",
            og_locale="en_GB",
        ),
        "<meta name='DC.date.issued' content='2025-11-20'>"
        "<meta name='DC.title' content='Boards to go free, says envoy'>"
        "<meta name='DC.publisher' content='The Daily Board'><meta name='DC.creator' content='Ann Example; Bo Sample'>"
        "<link rel='canonical' href='https://board.example/2025/boards'>",
    ],
)
def test_the_same_told_in_many_ways(head: str) -> None:
    assert said(head) == FULL


def test_a_page_that_says_nothing() -> None:
    assert said("") == Metadata(language="en")


def test_titles() -> None:
    assert said("<title>Boards to go free - The Daily Board</title>" + meta(og_site_name="The Daily Board")).title == (
        "Boards to go free"
    )
    assert said(meta(og_title="Boards &amp;amp; logs &amp;#8211; free")).title == "Boards & logs – free"
    assert said("", "<h1>Boards  to\ngo free</h1>" + page()).title == "Boards to go free"


@pytest.mark.parametrize(
    ("head", "name", "url"),
    [
        ("<link rel=canonical href='/a?b=1'>", "https://x.example/z", "https://x.example/a?b=1"),
        ("<link rel=canonical href='/a'>", "page.html", None),
        (
            "<link rel=canonical href='https://x.example/'>" + meta(og_url="https://x.example/a"),
            "",
            "https://x.example/a",
        ),
        ("<link rel=canonical href='javascript:alert(1)'>", "", None),
        ("<link rel=canonical href='file:///etc/passwd'>", "", None),
        ("<link rel=canonical href='http://[broken'>", "", None),
        ("<link rel=canonical href='https://me:secret@x.example/a'>", "", None),
        (linked({"@type": "Article", "url": "https://x.example/a"}), "", "https://x.example/a"),
        ("", "https://x.example/a", "https://x.example/a"),
        ("", "notes.html", None),
    ],
)
def test_addresses(head: str, name: str, url: str | None) -> None:
    assert said(head, name=name).url == url


def test_address_that_a_browser_noted_when_it_saved_the_page() -> None:
    html = page().replace("<html", "<!-- saved from url=(0032)https://board.example/2025/boards -->\n<html", 1)
    assert read_article(html.encode()).metadata.url == "https://board.example/2025/boards"


@pytest.mark.parametrize(
    ("head", "lang", "language"),
    [
        ("", "en-US", "en"),
        (meta(og_locale="zh_HK"), "", "zh"),
        ("<meta http-equiv='content-language' content='fr'>", "", "fr"),
        (linked({"@type": "Article", "inLanguage": {"@type": "Language", "name": "English"}}), "de-AT", "de"),
        ("", "", "en"),
    ],
)
def test_languages(head: str, lang: str, language: str) -> None:
    assert said(head, lang=lang).language == language


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-11-20", "2025-11-20"),
        ("2025-11-21T02:00:00Z", "2025-11-21"),
        ("2025-11-20T23:30:00-05:00", "2025-11-20"),
        ("2025-11-20 10:30", "2025-11-20"),
        ("2025-11-20-10:30", "2025-11-20"),
        ("20251120", "2025-11-20"),
        ("2025/11/20", "2025-11-20"),
        ("2025年11月20日 10:30", "2025-11-20"),
        ("Thu, 20 Nov 2025 10:00:00 GMT", "2025-11-20"),
        ("November 20, 2025", "2025-11-20"),
        ("Nov. 20th, 2025 at 9:15 a.m.", "2025-11-20"),
        ("8:00pm, 20 Nov 2025", "2025-11-20"),
        ("20 November 2025", "2025-11-20"),
        ("11/12/2025", None),
        ("2025-13-01", None),
        ("2025-02-30", None),
        ("2025-11", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("1763680000", None),
        ("three days ago", None),
        ("", None),
        ("2025-11-20" + "x" * 5000, None),
    ],
)
def test_days(written: str, day: str | None) -> None:
    assert day_of(written) == day
    assert said(meta(article_published_time=written)).published == day


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("<time datetime='2025-11-20' itemprop='datePublished'>x</time>", "2025-11-20"),
        ("<time class='entry-date published' datetime='2025-11-20T10:00'>x</time>", "2025-11-20"),
        ("<time pubdate datetime='2025-11-20'>x</time><time pubdate datetime='2025-11-21'>y</time>", None),
        ("<time datetime='2025-11-20'>x</time>", "2025-11-20"),
    ],
)
def test_days_marked_in_the_page(body: str, day: str | None) -> None:
    assert (
        said(
            "", f"{body}<article><p>{'Nothing was signed on that day, says the ministry. ' * 6}</p></article>"
        ).published
        == day
    )


@pytest.mark.parametrize(
    ("bylines", "names"),
    [
        (["Ann Example"], ("Ann Example",)),
        (["By Ann Example, Bo Sample and Cy Trial"], ("Ann Example", "Bo Sample", "Cy Trial")),
        (["Example, Ann"], ("Example, Ann",)),
        (["记者 王小明", "李四、张三"], ("王小明", "李四", "张三")),
        (["文天祥"], ("文天祥",)),
        (["https://board.example/ann", "ann@board.example", "admin", "", "3"], ()),
        (["Ann Example", "Ann Example"], ("Ann Example",)),
        (["José Ortega y Gasset"], ("José Ortega y Gasset",)),
        (["x" * 5000], ()),
    ],
)
def test_names(bylines: list[str], names: tuple[str, ...]) -> None:
    assert authors_in(bylines) == names


@pytest.mark.parametrize(
    "odd", [None, 3, [], {}, [[]], {"name": None}, {"name": ["A"]}, {"@id": 5}, [None, {"name": {}}], True]
)
@pytest.mark.parametrize(
    "key", ["headline", "author", "publisher", "datePublished", "url", "@type", "@graph", "@id", "articleBody"]
)
def test_odd_values_are_passed_over(key: str, odd: Any) -> None:
    assert said(linked(ARTICLE | {key: odd})).kind is None


def test_outlet_is_no_author() -> None:
    assert said(linked(ARTICLE | {"author": {"@type": "Organization", "name": "The Daily Board"}})).authors == ()
