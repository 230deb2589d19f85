"""The picture that stands beside a shared link: the title, the finding, the bar of statuses. No network is asked.

Needs Pillow (extra `card`), which brings a font of its own.
"""

from __future__ import annotations

from io import BytesIO
from textwrap import wrap

from truce_tracker.render.printable import printable
from truce_tracker.render.report.days import days
from truce_tracker.render.report.edition import Edition
from truce_tracker.render.report.english import day
from truce_tracker.render.report.headline import lead, title
from truce_tracker.render.report.news import shares
from truce_tracker.render.report.rows import Index, Rows

SIZE = (1200, 630)
_EDGE = 72
_TONES = {"good": "#1f6a3c", "fair": "#7a5600", "weak": "#8a3d0c", "bad": "#a3211b", "quiet": "#59564e"}  # as the page


def card_image(rows: Rows, edition: Edition) -> bytes:
    """The picture as PNG. Raises ImportError where Pillow is not installed."""
    from PIL import Image, ImageDraw, ImageFont

    index = Index(rows)
    picture = Image.new("RGB", SIZE, "#fffdf8")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((_EDGE, 60, SIZE[0] - _EDGE, 66), fill="#1b1a17")
    y = 96
    for size, text, most, colour in (
        (60, edition.title or title(index), 3, "#1b1a17"),
        (34, " ".join(lead(index, days(index))), 4, "#59564e"),
    ):
        font = ImageFont.load_default(size)
        for line in _lines(text, int((SIZE[0] - 2 * _EDGE) / (size * 0.5)), most):
            draw.text((_EDGE, y), line, fill=colour, font=font)
            y += int(size * 1.25)
        y += 22
    _bar(draw, index)
    font = ImageFont.load_default(26)
    draw.text((_EDGE, 560), f"As of {day(rows.as_of)}", fill="#59564e", font=font)
    written = BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _lines(text: str, width: int, most: int) -> list[str]:
    return wrap(printable(text), width, max_lines=most, placeholder=" ...")


def _bar(draw: object, index: Index) -> None:
    room = SIZE[0] - 2 * _EDGE
    for share in shares(index):
        left, right = _EDGE + room * share.x / 100, _EDGE + room * (share.x + share.width) / 100
        draw.rectangle((left, 500, max(left, right - 4), 536), fill=_TONES[share.tone])  # type: ignore[attr-defined]
