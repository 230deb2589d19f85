from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest

from truce_tracker.articles.texts import pdf, pdf_page
from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.reading import read_article

from .pages import PARAGRAPHS, lines_of, page
from .pdf_writer import file_of, pdf_of, pdf_of_streams, stream

LINES = (
    "The envoy of Freedonia said on Monday that boards",
    "from Sylvania would come in free of duty, once the ex-",
    "perts have agreed on the wording.",
)
TEXT = "\n".join(LINES)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_lines_and_paragraphs() -> None:
    article = read_article(pdf_of(["Boards to go free", "", *LINES, "", "Nobody signed (yet)."]))
    assert article.text == f"Boards to go free\n\n{TEXT}\n\nNobody signed (yet)."
    assert article.form == "pdf"
    assert article.metadata.language == "en"
    assert article.metadata.published is None


def test_pages_are_joined_inside_a_sentence_and_parted_after_it() -> None:
    assert read_article(pdf_of(LINES[:2], LINES[2:], ["The end."])).text == f"{TEXT}\n\nThe end."


@pytest.mark.parametrize(
    ("info", "title", "authors"),
    [
        ("/Title (Boards to go free) /Author (Ann Example)", "Boards to go free", ("Ann Example",)),
        ("/Title (Microsoft Word - draft 3.docx) /Author (user)", None, ()),
        ("/Title (untitled)", None, ()),
        ("/Title (boards.pdf)", None, ()),
        ("", None, ()),
    ],
)
def test_record(info: str, title: str | None, authors: tuple[str, ...]) -> None:
    said = read_article(pdf_of(LINES, info=info)).metadata
    assert (said.title, said.authors) == (title, authors)


def test_running_heads_and_feet_go() -> None:
    pages = [
        ["The Daily Board, 20 November", "", f"{line} {number}.", "", f"{number}"] for number, line in enumerate(LINES)
    ]
    article = read_article(pdf_of(*pages))
    assert article.text == "\n\n".join(f"{line} {number}." for number, line in enumerate(LINES))
    assert lines_of(article.removed) == tuple(
        line for number in range(3) for line in ("The Daily Board, 20 November", str(number))
    )
    assert "Daily" in read_article(pdf_of(*pages), raw=True).text


def test_what_a_browser_prints_around_a_page_goes() -> None:
    printed = ["11/22/25, 3:15 PM Boards to go free", "", *LINES, "", "https://board.example/boards 1/2"]
    article = read_article(pdf_of(printed, ["Nobody signed.", "", "https://board.example/boards 2/2"]))
    assert article.text == f"{TEXT}\n\nNobody signed."
    assert article.metadata.url == "https://board.example/boards"
    assert len(article.removed) == 3


def encrypted(password: str, algorithm: str = "RC4-128") -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf_of(LINES))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted_with_no_password_is_read() -> None:
    assert read_article(encrypted("")).text == TEXT


def blank() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


NO_LETTERS = pdf_of_streams(b"BT /F1 11 Tf (" + b"\\001" * 40 + b") Tj ET")
NO_PAGES = file_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (encrypted("secret"), "locked by a password"),
        (blank(), "may be scanned"),
        (pdf_of([]), "may be scanned"),
        (NO_PAGES, "may be scanned|broken"),
        (b"%PDF-1.7\n", "broken"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "broken"),
        (pdf_of(LINES)[:200], "broken"),
        (b"%PDF-1.4\n1 0 obj " + b"[" * 100_000, "broken"),
        (b"%PDF-1.4\n" + b"xref\n0 1\n" * 10_000, "broken"),
        (pdf_of_streams(b" " * 100_000_000, packed=True), "too much to read"),
        (pdf_of_streams(b"BT /F1 9 Tf [" + b"(a)" * 150_000 + b"] TJ ET", packed=True), "too much to read"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_pdfs_that_cannot_be_read(content: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=f"(?:{says}).*paste"):
        read_article(content)


def test_aes_without_the_means_to_undo_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    def no_means(*_: object) -> None:
        raise DependencyError("cryptography>=3.1 is required for AES algorithm")

    content = encrypted("")
    monkeypatch.setattr(PdfReader, "decrypt", no_means)
    with pytest.raises(ArticleError, match="print it to a new PDF"):
        read_article(content)


def test_ligatures_of_printing_become_letters() -> None:
    assert pdf.read_pdf(pdf_of(["of"]), raw=True).text == "of"
    printed = pdf_page.Lines()
    printed.on_text("The \ufb01rst o\ufb03ce\n", [1.0, 0, 0, 1.0, 0, 0], [1.0, 0, 0, 1.0, 0, 9.0])
    assert printed.lines == [pdf_page.Line("The first office", 9.0, 0.0)]


def shown(*pieces: tuple[float, float, str]) -> bytes:
    """A PDF of one page with each piece where it says, from the left and from below."""
    drawn = (f"BT /F1 11 Tf 1 0 0 1 {left} {height} Tm ({words}) Tj ET" for left, height, words in pieces)
    return pdf_of_streams("\n".join(drawn).encode())


def test_what_is_printed_twice_in_one_place_is_read_once() -> None:
    bold = [(50 + step, 700, "Sylvania buys 12 million tonnes.") for step in (0, 0.3, 0.6)]
    assert read_article(shown(*bold, (50, 680, "12"), (50.4, 680.2, "12"), (50, 660, "Again: 12"))).text == (
        "Sylvania buys 12 million tonnes.\n12\nAgain: 12"
    )


def test_what_is_printed_behind_itself_is_read_twice() -> None:
    assert "2525" in read_article(pdf_of_streams(b"BT /F1 11 Tf 50 700 Td (It says 25) Tj (25) Tj ET")).text


def test_first_lines_that_are_indented_begin_paragraphs() -> None:
    lines = [(65.0, LINES[0]), (50.0, LINES[1]), (50.0, LINES[2]), (65.0, "Nobody signed, it"), (50.0, "said today.")]
    printed = shown(*((left, 700 - 14 * number, words) for number, (left, words) in enumerate(lines)))
    assert read_article(printed).text == f"{TEXT}\n\nNobody signed, it\nsaid today."


def test_columns_are_read_one_after_the_other() -> None:
    left = [(50.0, 700.0 - 14 * number, words) for number, words in enumerate(LINES)]
    right = [(320.0, 700.0 - 14 * number, words) for number, words in enumerate(("Nobody signed,", "it said."))]
    assert read_article(shown(*left, *right)).text == f"{TEXT}\n\nNobody signed,\nit said."


def scanned(*words: str) -> bytes:
    """A PDF whose pages are pictures, with these words on each."""
    picture = stream(b"\x00", more="/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8")
    contents = (f"/X Do BT /F1 9 Tf 50 50 Td ({one}) Tj ET".encode() for one in words)
    return pdf_of_streams(*contents, resources=f"/XObject << /X {5 + 2 * len(words)} 0 R >>", more=[picture])


def test_a_scanned_pdf_says_so() -> None:
    with pytest.raises(ArticleError, match=r"scanned.*Scan of 2025.*paste"):
        read_article(scanned("Scan of 2025", "Scan of 2025"))


def test_a_partly_scanned_pdf_is_warned_of() -> None:
    article = read_article(scanned(" ".join(LINES), "2"))
    assert "1 of 2 pages" in article.warnings[0]


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_SECONDS", 0.1)
    pages = b"5 0 R " * 2_000
    shared = file_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [" + pages + b"] /Count 2000 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            stream(b"q Q\n" * 2_000 + b"BT /F1 9 Tf (a) Tj ET", packed=True),
        ]
    )
    with pytest.raises(ArticleError, match="too much to read"):
        read_article(shared)


def test_letters_that_nobody_can_tell() -> None:
    with pytest.raises(ArticleError, match=r"fonts do not say|may be scanned|no words"):
        read_article(NO_LETTERS)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_a_page_printed_by_chromium(tmp_path: Path) -> None:
    listed = "<ul><li>Freedonia cuts the duty on boards.</li><li>Sylvania buys logs.</li></ul>"
    body = "<h1>Boards to go free</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + listed
    (tmp_path / "page.html").write_text(
        page(body, "<meta charset=utf-8><title>Boards to go free</title>"), encoding="utf-8"
    )
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    printed = tmp_path / "page.pdf"
    try:
        subprocess.run(
            [*command, f"--print-to-pdf={printed}", str(tmp_path / "page.html")],
            capture_output=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        pytest.skip("Chromium does not print here")
    if not printed.exists():
        pytest.skip("Chromium does not print here")
    article = read_article(printed.read_bytes())
    assert article.metadata.title == "Boards to go free"
    assert article.metadata.language == "en"
    paragraphs = [" ".join(paragraph.split()) for paragraph in article.text.split("\n\n")]
    assert [one for one in PARAGRAPHS if one in paragraphs] == list(PARAGRAPHS)
    assert "Sylvania buys logs." in article.text
    assert not [line for line in article.text.split("\n") if "page.html" in line]
