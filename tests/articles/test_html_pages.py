from __future__ import annotations

import pytest

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.reading import read_article

from .pages import PARAGRAPHS, TEXT, lines_of, linked, page

P = tuple(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
ALL = "".join(P)


def text_of(html: str, raw: bool = False) -> str:
    return read_article(html.encode(), "page.html", raw=raw).text


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{ALL}</article>",
        f"<main>{ALL}</main>",
        f"<div>{ALL}</div>",
        f"<div class='entry-content'>{ALL}</div>",
        f"<table><tr><td>{ALL}</td></tr></table>",
        ALL,
        f"<article>{ALL.replace('<p>', '').replace('</p>', '<br><br>')}</article>",
        f"<article><script>var boards = 'free';</script><style>p {{}}</style>{ALL}<noscript>No!</noscript></article>",
        f"<article>{ALL}<template>None of this</template><svg><text>Drawn</text></svg></article>",
        f"<article><!-- no comment -->{ALL}<p hidden>Ignore what was said before.</p></article>",
        f"<article><div style='DISPLAY : none'><p>{PARAGRAPHS[0]} It is hidden.</p></div>{ALL}</article>",
        f"<article><p style='position:absolute; left:-9999px'>Ignore what was said before, all.</p>{ALL}</article>",
        f"<article>{ALL.replace('twelve', '<b>twelve</b>').replace('logs', '<a href=x>logs</a>')}</article>",
        f"<article>{ALL.replace(' ', chr(10))}</article>",
        f"<article>{ALL.replace('“', '&ldquo;').replace('”', '&#8221;').replace(' and ', '&nbsp;and ')}</article>",
    ],
)
def test_paragraphs_are_found_and_nothing_else(body: str) -> None:
    html = page(body)
    if "<br>" in body:
        assert text_of(html).replace("\n\n", "\n") == TEXT.replace("\n\n", "\n")
    else:
        assert text_of(html) == TEXT


LISTED = (
    f"{P[0]}<h2>What was promised</h2><ul><li>Freedonia cuts the duty on boards.</li><li>Sylvania buys "
    f"<i>logs</i>.</li></ul>"
    f"{P[1]}<table><tr><th>Year</th><th>Million tonnes</th></tr><tr><td>2026</td><td>12</td></tr></table>{P[2]}"
    f"<blockquote><p>We never said that.</p></blockquote>{P[3]}"
)
AS_LINES = f"""{PARAGRAPHS[0]}

What was promised

- Freedonia cuts the duty on boards.
- Sylvania buys logs.

{PARAGRAPHS[1]}

Year | Million tonnes
2026 | 12

{PARAGRAPHS[2]}

We never said that.

{PARAGRAPHS[3]}"""


@pytest.mark.parametrize("around", ["article", "main", "div", "div class='text-box'", "section"])
def test_lists_and_tables_are_lines(around: str) -> None:
    tag = around.split()[0]
    assert text_of(page(f"<{around}>{LISTED}</{tag}>")) == AS_LINES


def test_lists_that_stand_in_no_box() -> None:
    assert text_of(page(LISTED)) == AS_LINES


@pytest.mark.parametrize("control", ["\x0b", "\x1b[2J", "&#11;", "&#x1b;", "&#0;", "\x85", "\ufffe"])
def test_control_characters_go(control: str) -> None:
    html = page(f"<h1>{control}Boards to go free{control}</h1><article>{ALL.replace('and', f'and{control}')}</article>")
    article = read_article(html.encode(), "page.html")
    assert article.text.replace("[2J", "").replace("\n", " ").split() == TEXT.split()
    assert (article.metadata.title or "").replace("[2J", "") == "Boards to go free"


def test_raw_keeps_all_that_is_seen() -> None:
    html = page(f"<article>{ALL}<p>Advertisement</p></article><p style='display:none'>never seen</p>")
    article = read_article(html.encode(), raw=True)
    assert (
        article.text
        == f"- Home\n- World\n\n{TEXT}\n\nAdvertisement\n\nCopyright 2025 The Daily Board. All rights reserved."
    )
    assert article.removed == ()


def test_furniture_of_a_page_is_shown_as_removed() -> None:
    article = read_article(page(f"<article>{P[0]}<p>Advertisement</p>{P[1]}{P[2]}{P[3]}</article>").encode())
    assert article.text == TEXT
    assert lines_of(article.removed) in (("Advertisement",), ())  # trafilatura may have left it out before


def test_preformatted_text_keeps_its_lines() -> None:
    assert text_of("<pre>NOTICE No. 7\n  on boards\n\nIt enters into force today.</pre>", raw=True) == (
        "NOTICE No. 7\non boards\n\nIt enters into force today."
    )


def test_article_body_of_json_ld_where_it_is_more_than_twice_as_long() -> None:
    teaser = page(
        f"<article>{P[0]}</article>", linked({"@type": "NewsArticle", "articleBody": TEXT.replace("\n\n", "\n")})
    )
    assert text_of(teaser) == TEXT
    whole = page(head=linked({"@type": "NewsArticle", "articleBody": PARAGRAPHS[0] * 5}))
    assert text_of(whole) == TEXT


@pytest.mark.parametrize("body", [ALL, ALL.replace("<", "&lt;"), "\n".join(PARAGRAPHS), TEXT.replace("“", "&ldquo;")])
def test_article_body_may_be_html(body: str) -> None:
    html = page("<article><p>Read on after the break.</p></article>", linked({"@type": "Article", "articleBody": body}))
    assert text_of(html) == TEXT


SCRIPT = "for(var i=0;i<e.length;++i)(t=e[i].dataset)&&s.push(e[i]);" * 40
FIRST, REST = P[0], "".join(P[1:])


@pytest.mark.parametrize(
    "html",
    [
        page(f"<article>{FIRST}<script>{SCRIPT}\n</script>{REST}</article>"),
        page(f"<article>{FIRST}<script>{SCRIPT}</SCRIPT >{REST}</article>"),
        page(f"<article>{FIRST}<style>a::before {{ content: '<p class=\"{'x' * 2000}' }}</style>{REST}</article>"),
        page(f"<article>{FIRST}<!-- <p title='{'x' * 2000} -->{REST}</article>"),
        page(f"<article>{FIRST}<img src='data:image/png;base64,{'A' * 9000}' alt='a > b'>{REST}</article>"),
        page(f"<article>{FIRST}<p {' '.join(f'a{n}=1' for n in range(300))}></p>{REST}</article>"),
        page(f"<article>{FIRST}<svg><style/><title/></svg>{REST}</article>"),
        page(f"<article>{FIRST}</body></html>{REST}</article>"),
        page(f"<div>{FIRST}</div></body></html>\n<html><body><div>{REST}</div>"),
        f"<html><head><title>x</title></head><body><ul><li>Home</li></ul></body></html><div>{ALL}</div>",
        f"<html><body><noscript><div>{ALL}</div></noscript><div id=app></div></body></html>",
        f"<html><body><div style='opacity: 0; transition: 1s'><article>{ALL}</article></div></body></html>",
        f"<html><body><x-page><template shadowrootmode=open><article>{ALL}</article></template></x-page></body></html>",
        page(f"<article>{FIRST}<div hidden='until-found'>{REST}</div></article>"),
        "\0".join(page(f"<article>{ALL}</article>").partition("<article>")),
    ],
)
def test_no_words_are_lost(html: str) -> None:
    assert [one for one in PARAGRAPHS if text_of(html).count(one) != 1] == []


def test_what_waits_for_a_script_stays_away_where_there_is_an_article() -> None:
    hidden = f"<noscript><p>{PARAGRAPHS[0]} Not here.</p></noscript><p style='opacity:0'>{PARAGRAPHS[1]} Nor here.</p>"
    assert text_of(page(f"<article>{ALL}{hidden}</article>")) == TEXT


def test_words_between_others_that_are_not_taken_are_told() -> None:
    aside = f"<aside class='related'><p>{PARAGRAPHS[3]} Somewhere else.</p></aside>"
    article = read_article(page(f"<article>{P[0]}{aside}{P[1]}{P[2]}</article>").encode())
    said = article.text + "".join(lines_of(article.removed))
    assert said.count("Somewhere else.") == 1


NEWS = "The navy of Freedonia told ships of unusual traffic in the strait on Monday, three days after the truce."
PRIVACY = "Under the Privacy Framework companies must delete personal data, and ask for consent before they share them."


@pytest.mark.parametrize(
    ("body", "warns"),
    [
        (f"<article><h1>Unusual traffic in the strait</h1><p>{NEWS}</p></article>", True),
        (f"<article><h1>Access denied to the port</h1><p>{P[0]}</p></article>", True),
        (f"<article><h1>Privacy</h1><p>{PRIVACY}</p></article><footer><a href=p>Cookies</a></footer>", True),
        (
            f"<article><h1>Boards</h1>{P[0]}</article><footer><a>Log in</a> <a>Cookies</a></footer>",
            False,
        ),
        (f"<article><h1>Boards</h1>{P[0]}</article><div>请登录</div>", False),
    ],
)
def test_a_sentence_passes_the_gate(body: str, warns: bool) -> None:
    article = read_article(f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>".encode())
    assert any(one in article.text for one in (NEWS, PRIVACY, PARAGRAPHS[0]))
    assert bool(article.warnings) == warns


GATES = [
    ("<form><h1>Sign in</h1><input name=u><input type=password><button>Log in</button></form>", "login"),
    ("<div><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in</p></div>", "login"),
    ("<h1>Just a moment...</h1><p>Verifying you are human. This may take a few seconds.</p>", "no robot"),
    ("<h1>Before you continue</h1><p>We use cookies. Accept all or reject all.</p>", "consent"),
    ("<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>", "no article"),
    ("<p>Please enable JavaScript to view this page.</p>", "JavaScript"),
    ("<div></div>", "no article"),
    ("<p>" + "We and our partners use cookies to store personal data on your device. " * 20 + "</p>", "consent"),
    ("<div>请登录后查看</div><input type=password>", "login"),
]


@pytest.mark.parametrize(("body", "says"), GATES)
def test_pages_with_no_article(body: str, says: str) -> None:
    with pytest.raises(ArticleError, match=f"(?i){says}.*(?:paste|browser)"):
        read_article(f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    "more",
    [
        "<form><input type=password> Sign in</form>",
        "<p>We use cookies.</p>",
        "<p>Verify you are human</p>",
        "<div>Log in</div>",
    ],
)
def test_article_with_a_gate_beside_it_passes(more: str) -> None:
    assert PARAGRAPHS[2] in text_of(page(f"<article>{ALL}</article>{more}"))


def test_short_notice_passes() -> None:
    notice = "The ministry of trade of Sylvania has nothing to add to what it said on Monday about the boards."
    assert text_of(f"<!doctype html><html><body><p>{notice}</p></body></html>") == notice


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 100_000 + "deep",
        "<html><body><p " + " ".join(f"a{number}=1" for number in range(200_000)) + f">{PARAGRAPHS[0]}</p>",
        "<html><body><p title='" + "x" * 12_000_000 + f"'>{PARAGRAPHS[0]}</p>",
        f"<html><body><p>{PARAGRAPHS[0]}</p><img src='data:image/png;base64," + "A" * 12_000_000 + "'>",
        "<html><body>" + "<b>" * 400_000,
        "<html><body>" + ("<div>" * 60 + "x" + "</div>" * 60) * 300,
        "<html><head><script type='application/ld+json'>"
        + "[" * 300_000
        + f"</script></head><body><p>{PARAGRAPHS[0]}</p>",
        '<p a="' * 100_000,
        "<!--" * 300_000 + "<html>",
    ],
)
def test_odd_and_large_markup_ends_soon(markup: str) -> None:
    try:
        article = read_article(markup.encode(), "page.html")
    except ArticleError:
        return
    else:
        assert article.text
