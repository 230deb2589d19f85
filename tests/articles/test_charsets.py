from __future__ import annotations

import codecs

import pytest

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.charsets import decode
from truce_tracker.articles.texts.reading import read_article

from .pages import CHINESE, PARAGRAPHS, TAIWANESE, TEXT, page

GB, BIG5 = "\n\n".join(CHINESE), "\n\n".join(TAIWANESE)
FRENCH = "Le ministre a déclaré que l’accord n’était pas signé, mais qu’il espérait une réponse dès février – à Genève."
EURO = "The café closed; “it’s early” – boards cost €5 more, said the envoy, who had hoped for another result."
POLISH = (
    "Minister powiedział, że umowa nie została jeszcze podpisana, ale spodziewa się odpowiedzi. Źródła są ostrożne."
)
RUSSIAN = "Министр заявил, что соглашение пока не подписано, но ответ ожидается скоро, сообщили в ведомстве."
KOREAN = "외교부 대변인은 월요일 목재 문제에 대해 계속 협의할 것이라고 말했다. 합의문은 아직 서명되지 않았다."
JAPANESE = "外務省の報道官は月曜日、木材問題について協議を続けると述べた。合意文書はまだ署名されていない。"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (TEXT, "utf-8"),
        (GB, "utf-8"),
        (GB, "gb2312"),
        (GB, "gbk"),
        (GB, "gb18030"),
        (GB + "㐀𠀀", "gb18030"),
        (BIG5, "big5"),
        (BIG5, "big5hkscs"),
        (BIG5, "gb18030"),
        (CHINESE[0], "gb18030"),
        (TAIWANESE[0], "big5"),
        (TEXT, "utf-16"),
        (GB, "utf-16"),
        (TEXT, "utf-16-le"),
        (TEXT, "utf-16-be"),
        (TEXT, "utf-32"),
        (FRENCH, "cp1252"),
        (EURO, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_text_with_no_charset_named(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize(
    ("text", "charset", "named"),
    [
        (KOREAN, "euc-kr", "EUC-KR"),
        (KOREAN, "euc-kr", "ks_c_5601-1987"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (JAPANESE, "iso-2022-jp", "iso-2022-jp"),
        ("木材谈判", "gbk", "gb2312"),
        ("木材談判", "big5", "Big5"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (FRENCH, "cp1252", "iso-8859-1"),
        ("Ünder den Brücken", "iso8859-15", "iso-8859-15"),
    ],
)
def test_named_charset_is_believed_where_it_can_be(text: str, charset: str, named: str) -> None:
    assert decode(text.encode(charset), named) == text
    html = f"<html><head><meta charset='{named}'></head><body>{text}</body></html>"
    assert text in decode(html.encode(charset))
    older = f"<html><head><META http-equiv=Content-Type content='text/html; charset={named}'></head>{text}</html>"
    assert text in decode(older.encode(charset))


@pytest.mark.parametrize(
    ("text", "charset", "lie"),
    [
        (GB, "gb18030", "utf-8"),
        (GB, "gb18030", "iso-8859-1"),
        (GB, "gb18030", "windows-1252"),
        (GB, "gb18030", "big5"),
        (BIG5, "big5", "gb2312"),
        (BIG5, "big5", "iso-8859-1"),
        (TEXT + "é", "utf-8", "gb2312"),
        (GB, "utf-8", "iso-8859-1"),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "cp1252", "gb2312"),
        (GB, "gb18030", "rot13"),
        (GB, "gb18030", "no-such-charset"),
    ],
)
def test_lying_charset_is_not_believed(text: str, charset: str, lie: str) -> None:
    html = f"<html><head><meta charset='{lie}'></head><body>{text}</body></html>"
    assert text in decode(html.encode(charset))
    assert decode(text.encode(charset), lie) == text


def test_byte_order_mark_goes() -> None:
    assert decode(codecs.BOM_UTF8 + b"boards") == "boards"


def test_utf8_with_a_lost_byte_is_still_utf8() -> None:
    assert decode(GB.encode()[:-1])[:-1] == GB[:-1]


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\0\1\2\3" * 50, b"\x01\x02\x03\x04 boards \x05\x06\x0e"])
def test_what_is_no_text(content: bytes) -> None:
    with pytest.raises(ArticleError, match=r"save it as UTF-8|no text that truce can read"):
        decode(content)


def test_page_in_gb18030_is_read() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in CHINESE)
    html = page(f"<div class='TRS_Editor'>{body}</div>", "<meta charset='gb2312'><title>木材问题</title>", lang="")
    article = read_article(html.encode("gb18030"), "page.html")
    assert article.text == GB
    assert article.metadata.language == "zh"
    assert article.metadata.title == "木材问题"


def test_server_names_the_charset() -> None:
    article = read_article(
        "Ünder den Brücken\n\nÄpfel".encode("iso8859-15"), content_type="text/plain; charset=ISO-8859-15"
    )
    assert article.text == "Ünder den Brücken\n\nÄpfel"
    assert PARAGRAPHS[0] in read_article(page().encode("utf-16"), content_type="text/html").text
