"""The shared cases of pages, mails and files: each with words that must come out of it, and words that must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from truce_tracker.articles.texts.reading import read_article

CASES = Path(__file__).parents[3] / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not here")

TEXTS = {
    "html-inline-script-swallows-rest.html": (
        "The two sides met",
        "would be kept for a further year",
        "12 million tons of",
    ),
    "html-del-ins.html": ("shall buy 12 million tons, by June", "CO2-neutral soya is 10⁵ tons"),
    "html-after-body.html": ("批准发行15500亿元特别国债", "本决议自公布之日起施行"),
    "html-noscript-body.html": ("entro il 31 marzo 2026", "ogni mese le catture"),
    "html-template-shadow.html": ("by 31 December 2025, and 25 million tons",),
    "html-nul-bytes.html": ("to be settled by 31 March 2026",),
    "gate-privacy-footer.html": ("until 31 December 2026",),
    "gate-privacy-negotiation.html": ("by 10 October 2026", "obtain consent before personal data are shared"),
    "gate-captcha.html": ("unusual traffic in the lane on Monday",),
    "furn-zh-latest.html": ("相关内容：中方暂停实施10月9日公布的出口管制措施一年",),
    "furn-recommended-list.html": ("Recommended", "Keep 24 percentage points", "End the licence requirement"),
    "furn-up-next.html": ("Up next", "15 December: working group", "31 December: deadline"),
    "furn-repeat-row.html": ("25 million tons a year | no tariff\n25 million tons a year | no tariff",),
    "furn-rights-reserved.html": ("All rights reserved under Article XXIII of GATT", "No waiver of claims"),
    "plain.eml": ("shares of the mackerel catch to be settled", "on 1 April 2026."),
    "b64.eml": ("外交部发言人周二表示",),
    "multi.eml": ("to be settled by 31 March 2026",),
    "page_xml.webarchive": ("Iceland declined to comment.", "on 1 April 2026."),
    "talk.srt": ("Norway will lift the landing ban on 1 April 2026.", "Iceland declined to comment on Tuesday."),
}
METADATA = {
    "meta-govuk.html": {"published": "2025-12-18"},
    "meta-zh-sitename.html": {"outlet": "中华人民共和国商务部", "published": "2025-10-09"},
    "meta-date-line-in-body.html": {"published": "2025-10-30"},
    "meta-date-is-modified.html": {"published": "2025-10-30"},
    "meta-utc-evening.html": {"published": "2025-10-30"},
    "meta-author-responsible-editor.html": {"authors": ()},
    "meta-author-publisher.html": {"authors": ()},
    "plain.eml": {"title": "Statement on the mackerel talks", "published": "2026-03-11"},
    "b64.eml": {"title": "声明", "published": "2026-03-11"},
    "page_xml.webarchive": {"url": "https://news.example.org/talks"},
    "zh-date-a.html": {"published": "2025-11-13", "title": "何亚东介绍情况"},
    "zh-line-a.html": {"published": "2025-11-13", "title": "何亚东介绍有关情况"},
    "zh-meta.html": {"outlet": "中华人民共和国商务部", "published": "2025-11-13"},
}


def content(name: str) -> bytes:
    return next(CASES.glob(f"*pages/{name}")).read_bytes()


@pytest.mark.parametrize("name", TEXTS)
def test_words(name: str) -> None:
    text = read_article(content(name), name).text
    assert [words for words in TEXTS[name] if words not in text] == []


@pytest.mark.parametrize("name", METADATA)
def test_metadata(name: str) -> None:
    said = read_article(content(name), name).metadata
    assert {key: getattr(said, key) for key in METADATA[name]} == METADATA[name]


def test_a_mail_in_two_forms_is_read_once() -> None:
    assert read_article(content("multi.eml")).text.count("mackerel") == 1


def test_the_line_under_a_title_is_no_part_of_the_text() -> None:
    assert "来源" not in read_article(content("zh-line-a.html")).text


def test_posts_of_a_live_page() -> None:
    article = read_article(content("live-a.html"))
    said = {post.day: article.text[post.start : post.end] for post in article.posts}
    assert said.keys() == {"2025-11-18", "2025-11-16"}
    assert "Bessent" in said["2025-11-18"]
    assert "Greer" in said["2025-11-16"]
