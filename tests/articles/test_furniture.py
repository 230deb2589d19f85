from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.articles.texts import furniture_words as words
from truce_tracker.articles.texts.article import Why
from truce_tracker.articles.texts.characters import is_long_sentence
from truce_tracker.articles.texts.furniture import is_furniture, without_furniture

from .pages import CHINESE, PARAGRAPHS, TEXT, lines_of


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """The text that is kept, and the lines that are not."""
    kept, removed = without_furniture(text)
    return kept, lines_of(removed)


FURNITURE = """
Advertisement
ADVERTISEMENT
— Advertisement —
[Advertisement]
Advertisement · Scroll to continue
Story continues below advertisement
Reading Time:5 minutes
4 min read
Listen to this article · 7 min
Why you can trust The Daily Board
Select Voice
250 WPM
0:00 / 03:20
Read more:
Read more: Boards to go free, says envoy
Most popular
Most Popular in World
Related articles
More from The Daily Board
Editor's picks
Sign up for our morning newsletter
Subscribe to the Board Briefing, our daily newsletter
Get the latest news in your inbox
We use cookies
Accept all cookies
Manage preferences
Skip to main content
Share this article
Share on Facebook
Follow us on Telegram
Copy link
View comments
Add The Daily Board on Google
Purchase Licensing Rights, opens new tab
Our Standards: The Thomson Reuters Trust Principles., opens new tab
© 2025 The Daily Board
All rights reserved.
广告
【广告】
分享到：
分享到微信朋友圈
（责任编辑：王小明）
責任編輯：李四
扫一扫，手机看新闻
用微信扫描二维码
点击查看更多
點擊查看大圖
相关阅读
相关阅读：
延伸閱讀
热门文章
上一篇：木材问题
返回顶部
字号：大 中 小
""".strip().split("\n")

WORDS_OF_ARTICLES = """
China
Soybeans
Trade war
Average
Fast
Slow
Share
6
25%
12 million tonnes
X
Email
Follow-up
Terms and conditions
See also Annex II
Advertising services
More news is expected
Related to boards
Photo: EPA
The envoy told Reuters
分享经济报告
点击率
关注木材
相关安排
编辑部文章
By Ann Example
Nobody has shown a signed text.
""".strip().split("\n")


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    text = f"{PARAGRAPHS[0]}\n{line}\n\n{PARAGRAPHS[1]}"
    assert parted(text) == (f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}", (line,))
    assert is_furniture(line)
    assert parted(f"{PARAGRAPHS[0]}\n\n## {line}\n\n{PARAGRAPHS[1]}")[1] == (f"## {line}",)


@pytest.mark.parametrize("line", WORDS_OF_ARTICLES)
def test_words_of_articles_stay(line: str) -> None:
    text = f"{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}\n\n{line}\n\n{PARAGRAPHS[2]}"
    assert parted(text) == (text, ())


TELLING = """
Read more: China to buy 12 million tons
Read next: what both sides must do by March
Related news: duties shall be cut by a third
相关内容：中方暂停实施出口管制措施
推荐阅读：双方将于12月会晤
未经商务部许可，不得出口稀土
All rights reserved under Article XXIII of GATT
All rights reserved to the members by Annex II
Sign up to read the 24 articles of the treaty
More from the fact sheet
More from today's statement
""".strip().split("\n")


@pytest.mark.parametrize("line", TELLING)
def test_lines_that_tell_something_stay(line: str) -> None:
    text = f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}"
    assert parted(text) == (text, ())


@pytest.mark.parametrize(
    "heading", ["Recommended", "Up next", "Top stories", "More on this topic", "推荐阅读", "Latest news"]
)
@pytest.mark.parametrize(
    "told", ["Buy 12 million tons of soybeans", "15 December: the experts meet", "China to end the fees"]
)
def test_a_closing_list_that_tells_something_stays(heading: str, told: str) -> None:
    text = f"{TEXT}\n\n{heading}\n\n- End the licences\n- {told}\n- Lift the ban"
    assert parted(text) == (text, ())


@pytest.mark.parametrize(
    "line", ["25 million tons a year | no tariff", "- suspend the duties", "12 million tons a year"]
)
def test_rows_and_items_may_repeat(line: str) -> None:
    text = f"{PARAGRAPHS[0]}\n\n{line}\n{line}\n\n{PARAGRAPHS[1]}"
    assert parted(text) == (text, ())


@pytest.mark.parametrize(
    "line",
    [
        "2025年11月13日 15:10:22 来源：新华社",
        "发布时间：2025-11-13 15:10 来源：商务部新闻办公室",
        "来源：新华社 2025-11-13 15:10",
        "2025-11-13 15:10",
        "未经新华社书面授权，不得转载",
        "Subscribe to continue reading. Already a subscriber? Log in",
    ],
)
def test_lines_that_tell_of_the_page_alone_go(line: str) -> None:
    assert parted(f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}")[1] == (line,)


@pytest.mark.parametrize(
    "line", ["2025年11月13日", "2025年11月13日 10:00 双方会谈", "11月13日 来源：新华社", "12月10日前完成"]
)
def test_days_of_the_text_stay(line: str) -> None:
    text = f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}"
    assert parted(text) == (text, ())


def test_what_goes_says_why() -> None:
    removed = without_furniture(f"Advertisement\n{CAPTION}\n{CAPTION}\n{TEXT}")[1]
    assert [one.why for one in removed] == [Why.FURNITURE, Why.REPEATED]


LONG_SENTENCES = [
    "We use cookies in this bakery every day, said the envoy of Freedonia, and nobody has ever asked why.",
    "Read more: the minister told the parliament to read more of the treaty before it speaks of it again.",
    "Related news: nobody in the port of Sylvania had heard of the truce before the ships came in today.",
    "© 2025 was stamped on each of the boards that came in from Freedonia, the customs officers said later.",
    "相关报道：商务部发言人周四在例行记者会上表示，双方将继续就木材问题保持沟通，目前没有消息。",
]


@pytest.mark.parametrize("line", LONG_SENTENCES)
def test_long_sentences_stay_whatever_they_begin_with(line: str) -> None:
    text = f"{PARAGRAPHS[0]}\n\nAdvertisement\n\n{line}\n\n{line}\n\nShare"
    assert parted(text)[0] == f"{PARAGRAPHS[0]}\n\n{line}\n\n{line}\n\nShare"


PLAYER = """Why you can trust the Board
6
Select Voice
Choose your listening speed
1.25x
250 WPM
Slow
Average
Fast
1.25x"""


def test_a_player_goes_with_all_its_buttons() -> None:
    assert parted(f"{PARAGRAPHS[0]}\n{PLAYER}\n\n{PARAGRAPHS[1]}") == (
        f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}",
        tuple(PLAYER.split("\n")),
    )


@pytest.mark.parametrize(
    ("lines", "removed"),
    [
        ("Share\n\nSave\n\nShare this article\n\nPrint", ("Share", "Save", "Share this article", "Print")),
        ("Facebook\nTwitter\nWhatsApp", ("Facebook", "Twitter", "WhatsApp")),
        ("微信\n\n微博", ("微信", "微博")),
        ("Facebook", ()),
        ("Advertisement\n\n6", ("Advertisement",)),
        ("Advertisement\n12\n25\n8\n9", ("Advertisement",)),
        ("6\nAdvertisement\n7", ("6", "Advertisement", "7")),
        ("Slow\nAverage\nFast", ()),
    ],
)
def test_loose_lines_go_only_beside_sure_ones(lines: str, removed: tuple[str, ...]) -> None:
    assert parted(f"{PARAGRAPHS[0]}\n\n{lines}\n\n{PARAGRAPHS[1]}")[1] == removed


CAPTION = "The envoy of Freedonia said that boards would come in free by the end of the month. Photo: EPA"


@pytest.mark.parametrize(
    "caption", [CAPTION, "图为木材码头。王小明 摄影报道", "Boards at the port of Sylvania. (Reuters)"]
)
def test_a_caption_said_twice_stays_once(caption: str) -> None:
    text = f"{caption}\n{caption}\n\n{TEXT}"
    assert parted(text) == (f"{caption}\n\n{TEXT}", (caption,))
    apart = f"{caption}\n\n{PARAGRAPHS[0]}\n\n{caption}\n\n{PARAGRAPHS[1]}"
    assert parted(apart)[1] == (caption,)


def test_a_title_said_twice_in_a_row_stays_once() -> None:
    assert parted(f"Boards to go free, says envoy\n\nBoards to go free, says envoy\n\n{TEXT}")[1] == (
        "Boards to go free, says envoy",
    )


def test_a_sentence_said_twice_stays_twice() -> None:
    text = f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[0]}"
    assert parted(text) == (text, ())


def test_titles_of_other_articles_at_the_end_go() -> None:
    tail = "Most popular\n\n1\n\nLogs pile up in the port\n\nWho is the envoy of Freedonia"
    text, removed = parted(f"{TEXT}\n\n{tail}")
    assert text == TEXT
    assert removed == tuple(line for line in tail.split("\n") if line)


@pytest.mark.parametrize("after", [PARAGRAPHS[3], "It was signed.", CHINESE[0]])
def test_titles_stay_where_sentences_follow(after: str) -> None:
    text, removed = parted(f"{PARAGRAPHS[0]}\n\nMost popular\n\nLogs pile up in the port\n\n{after}")
    assert removed == ("Most popular",)
    assert text.endswith(f"Logs pile up in the port\n\n{after}")


LINES = st.one_of(
    st.sampled_from(
        [
            *FURNITURE,
            *WORDS_OF_ARTICLES,
            *PARAGRAPHS,
            *CHINESE,
            *LONG_SENTENCES,
            CAPTION,
            "",
            *sorted(words.SURE | words.LOOSE),
        ]
    ),
    st.text(max_size=90).map(lambda text: " ".join(text.split())),
    st.text("Advertisement Read more: 广告分享。.!?", max_size=90).map(str.strip),
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=25))
def test_sentences_are_never_taken_out(lines: list[str]) -> None:
    text, removed = parted("\n".join(lines))
    kept = [line for line in text.split("\n") if line]
    taken = [line for line in lines if line]
    for line in removed:
        taken.remove(line)
        assert not is_long_sentence(line) or line in kept  # a caption said twice
    assert kept == taken or sorted(kept) == sorted(taken)
    assert parted(text)[0] == text or removed
