"""Files that people have beside pages: office documents, mails, saved pages, subtitles. The same statement in each."""

from __future__ import annotations

import io
import plistlib
import zipfile
from email.message import EmailMessage

import pytest

from truce_tracker.articles.texts.article import Article, ArticleError, Why
from truce_tracker.articles.texts.reading import read_article

from .pages import CHINESE, PARAGRAPHS, page

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="t">'
    "<dc:title>Boards to go free</dc:title><dc:creator>Ann Example</dc:creator>"
    "<t:created>2025-11-20T09:00:00Z</t:created></cp:coreProperties>"
)
FIGURES = "Sylvania buys 25 million tonnes, not 10 million, of 10⁵ kinds."
"""What each file says of figures: a mark of a note behind 25, 12 struck out before "not", an exponent behind 10."""


def zipped(**parts: str) -> bytes:
    """A zip file; ``word__document_xml`` is ``word/document.xml``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            place, _, ending = name.replace("__", "/").replace("META_INF", "META-INF").rpartition("_")
            file.writestr(f"{place}.{ending}", content)
    return out.getvalue()


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SUPER = '<w:vertAlign w:val="superscript"/>'
DOCX = zipped(
    word__document_xml=f"<w:document {W}><w:body>"
    f"<w:p>{run('Boards to go free')}</w:p><w:p>{run(PARAGRAPHS[0])}</w:p>"
    f"<w:p>{run('Sylvania buys 25')}{run('1', SUPER)}{run(' million tonnes, ')}"
    f"<w:del><w:r><w:delText>12 million,</w:delText></w:r></w:del>{run('not 10 million, of 10')}{run('5', SUPER)}"
    f"{run(' kinds.')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>Never seen.</w:t></w:r></w:p>"
    f"<w:p><w:pPr><w:numPr/></w:pPr>{run('Logs are exempt.')}</w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>2026</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"
    "</w:tr></w:tbl></w:body></w:document>",
    docProps__core_xml=CORE,
)
ODT = zipped(
    content_xml='<o:document-content xmlns:o="o" xmlns:text="t" xmlns:style="s" xmlns:table="b"><o:automatic-styles>'
    '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    "</o:automatic-styles><o:body><o:text><text:tracked-changes><text:p>Gone before.</text:p></text:tracked-changes>"
    f"<text:h>Boards to go free</text:h><text:p>{PARAGRAPHS[0]}</text:p>"
    '<text:p>Sylvania buys 25<text:span text:style-name="T1">1</text:span> million tonnes, '
    '<text:span text:style-name="T2">12 million,</text:span>not 10 million, of 10'
    '<text:span text:style-name="T1">5</text:span> kinds.</text:p>'
    "<text:list><text:list-item><text:p>Logs are exempt.</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>2026</text:p></table:table-cell><table:table-cell>"
    "<text:p>12</text:p></table:table-cell></table:table-row></table:table></o:text></o:body></o:document-content>",
    meta_xml=CORE,
)
RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}{\info{\title Boards to go free}{\author Ann Example}}"
    r"\f0 Boards to go free\par "
    + PARAGRAPHS[0]
    + r"\par Sylvania buys 25{\super 1} million tonnes, {\strike 12 million,}"
    r"not 10 million, of 10{\super 5} kinds.{\v Never seen.}\par {\pntext 1.}Logs are exempt.\par 2026\cell 12\row }"
).encode()


@pytest.mark.parametrize("content", [DOCX, ODT, RTF], ids=["docx", "odt", "rtf"])
def test_office_documents(content: bytes) -> None:
    article = read_article(content, "a.bin")
    lines = [line.removeprefix("- ") for line in article.text.split("\n") if line]
    assert lines[:4] == ["Boards to go free", PARAGRAPHS[0], FIGURES, "Logs are exempt."]
    assert "".join(lines[4:]).replace(" ", "").replace("|", " ").split() == ["2026", "12"]
    assert article.metadata.title == "Boards to go free"
    assert article.metadata.authors == ("Ann Example",)
    assert {(one.line, one.why) for one in article.removed} == {("1", Why.NOTE), ("12 million,", Why.STRUCK)}


def test_the_day_on_which_a_document_was_made_is_a_guess() -> None:
    said = read_article(DOCX).metadata
    assert (said.published, said.guessed) == (None, "2025-11-20")


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        (CHINESE[0].encode("gb18030"), CHINESE[0]),
        ("".join(f"\\u{ord(char)}?" for char in CHINESE[0]).encode(), CHINESE[0]),
        (b"\\uc2\\u8220\\'a1\\'b0Boards\\u8221\\'a1\\'b1", "“Boards”"),
    ],
)
def test_letters_of_rtf(letters: bytes, text: str) -> None:
    hexed = b"".join(b"\\'%02x" % byte if byte > 127 else bytes([byte]) for byte in letters)
    content = b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f1\\fnil\\fcharset134 SimSun;}}\\f1 " + hexed + b"\\par}"
    assert read_article(content).text == text


def test_an_epub_is_read_in_its_order() -> None:
    chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"
    book = zipped(
        META_INF__container_xml='<container><rootfiles><rootfile full-path="b/book.opf"/></rootfiles></container>',
        b__book_opf='<package xmlns:dc="d"><metadata><dc:title>Boards</dc:title><dc:date>2025-11-20</dc:date>'
        "<dc:creator>Ann Example</dc:creator><dc:publisher>The Daily Board</dc:publisher></metadata><manifest>"
        '<item id="one" href="one.xhtml"/><item id="two" href="two.xhtml"/></manifest>'
        '<spine><itemref idref="two"/><itemref idref="one"/></spine></package>',
        b__one_xhtml=chapter.format(PARAGRAPHS[1]),
        b__two_xhtml=chapter.format(PARAGRAPHS[0]),
    )
    article = read_article(book)
    assert article.text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    assert (article.metadata.title, article.metadata.outlet) == ("Boards", "The Daily Board")
    assert (article.metadata.published, article.metadata.authors) == ("2025-11-20", ("Ann Example",))


def test_other_zip_files_are_refused() -> None:
    with pytest.raises(ArticleError, match=r"zip archive.*paste"):
        read_article(zipped(notes_txt="boards"))


def test_what_comes_out_of_a_zip_file_is_bounded() -> None:
    with pytest.raises(ArticleError, match="more than 2 million characters"):
        read_article(zipped(word__document_xml=f"<w:document {W}>" + " " * 31_000_000 + "</w:document>"))


def mail(body: str, html: str = "", encoding: str = "quoted-printable") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Press Desk of Freedonia <press@freedonia.example>", "all@board.example"
    message["Date"], message["Subject"] = "Wed, 11 Mar 2026 23:30:00 +0100", "Statement on boards"
    message.set_content(body, cte=encoding)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def check_mail(article: Article, text: str) -> None:
    assert article.text == text
    assert article.form == "mail"
    assert article.metadata.title == "Statement on boards"
    assert article.metadata.outlet == "Press Desk of Freedonia"
    assert article.metadata.published == "2026-03-11"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("text", [PARAGRAPHS[0], CHINESE[0]])
def test_a_mail(text: str, encoding: str) -> None:
    check_mail(read_article(mail(text, "", encoding).as_bytes(), "a.eml"), text)


def test_a_mail_in_two_forms_is_read_once() -> None:
    check_mail(read_article(mail(PARAGRAPHS[0], f"<p>{PARAGRAPHS[0]}</p>").as_bytes()), PARAGRAPHS[0])
    check_mail(
        read_article(mail("See below", page()).as_bytes(), raw=True), read_article(page().encode(), raw=True).text
    )


def test_soft_line_ends_of_a_mail_are_none() -> None:
    message = mail("The envoy said that \nboards are free.\n\nNobody signed.")
    message.set_param("format", "flowed")
    check_mail(read_article(message.as_bytes()), "The envoy said that boards are free.\n\nNobody signed.")


FORWARDS = [
    "FYI\n\n-----Original Message-----\nFrom: Press Desk of Freedonia <press@freedonia.example>\n"
    "Sent: Wednesday, 11 March 2026 23:30\nTo: all@board.example\nSubject: Statement on boards\n\n",
    "________________________________\nFrom: Press Desk of Freedonia <press@freedonia.example>\n"
    "Sent: Wednesday, March 11, 2026 11:30:00 PM\nTo: Ann Example <ann@board.example>;\n Bo Sample\n"
    "Subject: Statement on boards\n\n",
    "发件人: Press Desk of Freedonia <press@freedonia.example>\n发送时间: 2026年3月11日 23:30\n"
    "收件人: all@board.example\n主题: Statement on boards\n\n",
]


@pytest.mark.parametrize("above", FORWARDS)
def test_a_forwarded_mail_is_the_one_that_was_forwarded(above: str) -> None:
    message = EmailMessage()
    message["From"], message["Date"] = "Cy Trial <cy@board.example>", "Fri, 13 Mar 2026 08:00:00 +0100"
    message["Subject"] = "FW: Statement on boards"
    message.set_content(above + PARAGRAPHS[0])
    article = read_article(message.as_bytes(), "a.eml")
    check_mail(article, PARAGRAPHS[0])
    assert {one.why for one in article.removed} == {Why.HEADERS}


def test_a_mail_that_is_attached_to_another() -> None:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = (
        "cy@board.example",
        "Fri, 13 Mar 2026 08:00:00 +0100",
        "FW: x",
    )
    message.set_content("See below")
    message.add_attachment(mail(PARAGRAPHS[0]))
    check_mail(read_article(message.as_bytes(), "a.eml"), PARAGRAPHS[0])


def test_a_paste_that_speaks_of_a_subject_is_no_mail() -> None:
    text = f"Subject: boards, and what is to become of them\n\n{PARAGRAPHS[0]}"
    assert read_article(text.encode()).text == text


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://board.example/boards\r\nSubject: Boards\r\n"
    "Date: Fri, 13 Mar 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;"
    ' type="text/html"; boundary="----x"\r\n\r\n------x\r\nContent-Type: text/html; charset=utf-8\r\n'
    "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://board.example/boards\r\n\r\n"
    + page()
    + "\r\n------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------x--\r\n"
).encode()
ARCHIVE = {
    "WebMainResource": {
        "WebResourceData": page().encode("utf-8"),
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://board.example/boards",
    }
}


@pytest.mark.parametrize(
    "content",
    [MHTML, plistlib.dumps(ARCHIVE), plistlib.dumps(ARCHIVE, fmt=plistlib.FMT_BINARY)],
    ids=["mhtml", "webarchive", "binary webarchive"],
)
def test_pages_saved_in_one_file(content: bytes) -> None:
    article = read_article(content, "a.bin")
    assert article.text == read_article(page().encode()).text
    assert article.metadata.url == "https://board.example/boards"
    assert article.metadata.published is None


SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nThe envoy said that\n<i>boards</i> are free.\n\n"
    "2\n00:00:04,500 --> 00:00:08,000\n- Nobody signed.\n"
)
VTT = (
    "WEBVTT - of a briefing\n\nNOTE not said\nby anybody\n\nintro\n00:01.000 --> 00:04.000 align:start\n"
    "<v Ann Example>The envoy said that\n\n00:04.000 --> 00:06.000\nThe envoy said that\n"
    "<c.yellow>boards</c> &amp; logs are free.\n"
)
VOICES = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Example>Boards are free.\n<v Bo Sample>They are not.\n"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (SRT, "The envoy said that boards are free.\n\n- Nobody signed."),
        (SRT.replace("\n", "\r\n"), "The envoy said that boards are free.\n\n- Nobody signed."),
        (VTT.replace("<v Ann Example>", ""), "The envoy said that boards & logs are free."),
        (VOICES, "Ann Example: Boards are free.\n\nBo Sample: They are not."),
    ],
)  # fmt: skip
def test_subtitles(content: str, text: str) -> None:
    article = read_article(content.encode(), "a.srt")
    assert article.text == text
    assert article.form == "subtitles"
