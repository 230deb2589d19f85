"""Raised, lowered, struck and inserted pieces of a line: words are kept, and no figure is made of two."""

from __future__ import annotations

import pytest

from truce_tracker.articles.texts.article import Why
from truce_tracker.articles.texts.reading import read_article

from .pages import PARAGRAPHS, page


def line_of(markup: str) -> tuple[str, list[tuple[str, Why]]]:
    """The line that this makes between two paragraphs, and what was taken out of it."""
    around = f"<p>{PARAGRAPHS[0]}</p><p>{markup}</p><p>{PARAGRAPHS[1]}</p>"
    article = read_article(page(f"<article>{around}</article>").encode(), "a.html")
    lines = [line for line in article.text.split("\n") if line]
    assert lines[0], lines[-1] == PARAGRAPHS[:2]
    return lines[1], [(one.line, one.why) for one in article.removed]


NOTE, STRUCK = Why.NOTE, Why.STRUCK


@pytest.mark.parametrize(
    ("markup", "line", "removed"),
    [
        ("They buy 25<sup>1</sup> million tons a year.", "They buy 25 million tons a year.", [("1", NOTE)]),
        ("They buy 25<sup>[12]</sup> million tons.", "They buy 25 million tons.", [("[12]", NOTE)]),
        ("They buy 25<sup><a href='#n'>1</a></sup>0 tons.", "They buy 25 0 tons.", [("1", NOTE)]),
        ("They buy 25<sup>1</sup><sup>2</sup> million tons.", "They buy 25 million tons.", [("1", NOTE), ("2", NOTE)]),
        ("They buy 25<a href='#fn1'>1</a> million tons.", "They buy 25 million tons.", [("1", NOTE)]),
        (
            "They buy <b>25</b><span style='vertical-align:super'>1</span> million.",
            "They buy 25 million.",
            [("1", NOTE)],
        ),
        ("They buy 25<sup>a</sup> million tons of it.", "They buy 25 million tons of it.", [("a", NOTE)]),
        ("They buy 25*<sup>*</sup> million tons of it.", "They buy 25* million tons of it.", [("*", NOTE)]),
        ("They buy 10<sup>5</sup> tons of boards.", "They buy 10⁵ tons of boards.", []),
        ("They buy 10<sup>-3</sup> of the boards.", "They buy 10⁻³ of the boards.", []),
        ("They buy 10<sup>1</sup> million tons.", "They buy 10 million tons.", [("1", NOTE)]),
        ("They store 30 m<sup>3</sup> of boards.", "They store 30 m³ of boards.", []),
        ("They emit no CO<sub>2</sub> at all, it says.", "They emit no CO2 at all, it says.", []),
        ("They write x 5<sub>2</sub> on each board.", "They write x 5₂ on each board.", []),
        ("They pay 2<sup>1</sup>/<sub>2</sub> percent.", "They pay 2 1/2 percent.", []),
        ("On the 21<sup>st</sup> of March they met.", "On the 21st of March they met.", []),
        ("Le 1<sup>er</sup> mars, M<sup>me</sup> Exemple.", "Le 1er mars, Mme Exemple.", []),
        ("<sup>1</sup> The first of the notes is here.", "1 The first of the notes is here.", []),
        ("They buy <del>10</del><ins>12</ins> million tons.", "They buy 12 million tons.", [("10", STRUCK)]),
        ("They buy 10<ins>12</ins> million tons of it.", "They buy 10 12 million tons of it.", []),
        ("They buy 1<del>0</del>2 million tons of it.", "They buy 1 2 million tons of it.", [("0", STRUCK)]),
        ("They buy <s>10</s> 12 million tons of it.", "They buy 12 million tons of it.", [("10", STRUCK)]),
        ("By <span style='text-decoration:line-through'>May</span> June.", "By June.", [("May", STRUCK)]),
    ],
)
def test_pieces_of_a_line(markup: str, line: str, removed: list[tuple[str, Why]]) -> None:
    assert line_of(markup) == (line, removed)


def test_a_mark_that_nobody_closed_strikes_no_paragraphs() -> None:
    markup = page(f"<article><p>{PARAGRAPHS[0]}</p><s><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></article>")
    assert PARAGRAPHS[2] in read_article(markup.encode(), "a.html").text
