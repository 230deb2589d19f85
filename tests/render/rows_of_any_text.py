"""Rows of every listing with any text in any field, made from the types of their fields."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from .samples import SAMPLES

_HOSTILE = st.sampled_from(
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1", " =1", "\u3000＋1", "\u200b=1", "'", '"', ",", ";", "|",
        "\\", "\\|", "`", "*", "_", "[a](javascript:b)", "![a](b)", "<b>", "&amp;", "https://a.b", "www.a.b", "~~a~~",
        "$a$", "[red]", "[link=a]", ":smile:", "\x1b[31m", "\x1b]8;;a\x07", "\x9b2J", "\x7f", "\0", "\u202e", "\u2066",
        "\u061c", "\u2028", "\u2029", "\x85", "\u200d", "\u200c", "\ufeff", "\U000e0041", "\ud800", "\udc80", "\n",
        "\r\n", "\n\n  ", "中文", "é", "e\u0301", "👩\u200d👩\u200d👧", "می\u200cخواهد", " since ", ", ", "a" * 130,
    ]
)  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=())

any_text = st.lists(_HOSTILE | _CHARACTERS | st.text("ab -", max_size=12), max_size=5).map("".join)


def _values(kind: Any) -> st.SearchStrategy[Any]:
    if kind is str:
        return any_text
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(-400, 99_999)
    if kind is float:
        return st.floats(1, 1e9)
    if kind is NoneType:
        return st.none()
    if get_origin(kind) is UnionType:
        return st.one_of(*map(_values, get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(_values(get_args(kind)[0]), max_size=3).map(tuple)
    return st.builds(kind, **{name: _values(field) for name, field in get_type_hints(kind).items()})


_ROWS = {listing: _values(type(rows[0])) for listing, rows in SAMPLES.items()}


@st.composite
def listings(draw: st.DrawFn) -> tuple[str, list[Any]]:
    """A listing's name and a few of its rows."""
    listing = draw(st.sampled_from(list(_ROWS)))
    return listing, draw(st.lists(_ROWS[listing], min_size=1, max_size=3))
