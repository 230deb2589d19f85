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


TEASER = {
    "@type": "NewsArticle",
    "headline": "Logs pile up",
    "url": "https://b.example/logs",
    "datePublished": "2026-01-02",
}
OWN = "<title>Boards to go free</title><link rel=canonical href='https://b.example/boards'>"
UTC = "<meta property='article:published_time' content='2025-10-29T23:30:00Z'>"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (UTC, "<p class=date>30 October 2025, 07:30 Beijing time</p>", "2025-10-30"),
        (UTC, "<div>October 29, 2025</div>", "2025-10-29"),
        (UTC.replace("29T23", "30T01"), "<div>Oct. 29, 2025, 9:30 p.m. EDT</div>", "2025-10-29"),
        (UTC + "<link rel=canonical href='https://b.example/2025/10/30/boards'>", "", "2025-10-30"),
        (UTC + linked({"@type": "Article", "datePublished": "2025-10-30T07:30:00+08:00"}), "", "2025-10-30"),
        (OWN + linked(TEASER) + "<meta name=pubdate content='2025-11-20'>", "", "2025-11-20"),
        (
            OWN + linked(TEASER, TEASER | {"headline": "Ships wait"}),
            "<time datetime='2025-11-20'>x</time>",
            "2025-11-20",
        ),
        (OWN, "<time datetime='2025-11-20'>x</time><aside><time datetime='2026-01-02'>y</time></aside>", "2025-11-20"),
        (OWN, "<ul><li><a href=x>Logs <time datetime='2026-01-02'>y</time></a></li></ul>", None),
        ("<meta name='govuk:first-published-at' content='2025-12-18T09:30:08+00:00'>", "", "2025-12-18"),
        ("<meta name='firstPublishedTime' content='2025-11-20 10:00'>", "", "2025-11-20"),
        ("<meta name=date content='2026-02-01'><meta name='DC.date.created' content='2025-10-30'>", "", "2025-10-30"),
        ("", "<div>发布时间：2025-11-13 15:10 来源：商务部新闻办公室</div>", "2025-11-13"),
        ("", "<p>2025年11月13日 15:10:22 来源：新华社</p>", "2025-11-13"),
        ("", "<div><span>2025-10-30 12:01</span> <span>来源：商务部</span></div>", "2025-10-30"),
        ("", "<div>来源：新华社 | 时间：2025-11-13</div>", "2025-11-13"),
        ("", "<div>更新时间：2025-11-13 15:10</div>", None),
    ],
)
def test_the_day_of_a_page_is_its_own(head: str, body: str, day: str | None) -> None:
    text = (
        "<article><h1>Boards to go free</h1><p>Nothing was signed on that day, says the ministry. Nothing, it says.</p>"
    )
    assert said(head, f"{body}{text}</article>").published == day


def test_a_time_in_utc_that_nothing_confirms_is_warned_of() -> None:
    assert "look at the day" in read_article(page(head=UTC).encode()).warnings[0]
    assert read_article(page(head=UTC.replace("23:30", "12:00")).encode()).warnings == ()


@pytest.mark.parametrize(
    ("head", "body", "guess"),
    [
        ("<link rel=canonical href='https://b.example/2025/11/20/boards'>", "", "2025-11-20"),
        ("", "<div class='post-date'>20 November 2025</div>", "2025-11-20"),
        ("", "", None),
        ("<meta name=pubdate content='2025-11-20'>", "", None),
    ],
)
def test_a_likely_day_is_a_guess(head: str, body: str, guess: str | None) -> None:
    words = "<p>They shall buy all of the boards by 31 December 2025, and more of them by 1 March 2026, it says.</p>"
    metadata = said(head, f"<article><h1>Boards</h1>{body}{words}</article>")
    assert metadata.guessed == guess


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("何亚东介绍有关情况-新华网", "何亚东介绍有关情况"),
        ("何亚东介绍有关情况_商务部", "何亚东介绍有关情况"),
        ("何亚东介绍有关情况_滚动新闻_中国政府网", "何亚东介绍有关情况"),
        ("何亚东介绍有关情况--国际--人民网", "何亚东介绍有关情况"),
        ("中美经贸-双方将继续沟通", "中美经贸-双方将继续沟通"),
    ],
)
def test_the_site_leaves_a_chinese_title(title: str, bare: str) -> None:
    assert said(f"<title>{title}</title>").title == bare


@pytest.mark.parametrize(
    "name", ["责任编辑：张申", "Follow", "publisher", "Follow Ann", "本网", "Staff Reporter", "编辑：李四", "By"]
)
def test_authors_that_are_no_one(name: str) -> None:
    assert authors_in([name]) == ()


@pytest.mark.parametrize(
    ("name", "head", "url", "archived"),
    [
        ("https://web.archive.org/web/20251120123456/https://B.example/a", "", "https://b.example/a", True),
        ("https://web.archive.org/web/20251120id_/http://b.example/a?x=1", "", "http://b.example/a?x=1", True),
        ("https://archive.ph/20251120-123456/https://b.example/a", "", "https://b.example/a", True),
        ("https://archive.is/AbCdE", "<link rel=bookmark href='http://archive.today/20251120123456/https://b.example/a'>",
         "https://b.example/a", True),
        ("https://B.Example/2025/A", "", "https://b.example/2025/A", False),
    ],
)  # fmt: skip
def test_a_copy_in_an_archive_is_known_as_one(name: str, head: str, url: str, archived: bool) -> None:
    metadata = said(head, name=name)
    assert metadata.url == url
    assert metadata.archived == (name if archived else None)


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
