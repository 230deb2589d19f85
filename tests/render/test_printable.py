from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given

from truce_tracker.render.printable import acts, printable

from .rows_of_any_text import any_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("rare earths", "rare earths"),
        ("稀土\u3000出口\u00a0管制", "稀土\u3000出口\u00a0管制"),
        ("\x1b[31mred\x9b0m\x07", r"\x1b[31mred\x9b0m\x07"),
        ("a\u202eb\u2066c\u061c", r"a\u202eb\u2066c\u061c"),
        ("a\u200bb\ufeff\U000e0041", r"a\u200bb\ufeff\U000e0041"),
        ("\ud800 \udc80", r"\ud800 \udc80"),
        ("two\r\n  lines,\n\nthen\ta tab\n", "two lines, then a tab"),
        ("line\u2028separator", r"line\u2028separator"),
        ("می\u200cخواهد", "می\u200cخواهد"),
        ("pay\u200dment", r"pay\u200dment"),
        ("می\u200c\u200c", "می\u200c\\u200c"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_every_character() -> None:
    """Controls, formats, surrogates, private and unassigned characters and line separators act; nothing else does."""
    for code in range(sys.maxunicode + 1):
        assert acts(chr(code)) == (category(chr(code)) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), hex(code)


@given(any_text)
def test_printable_is_settled_after_one_pass(text: str) -> None:
    assert printable(printable(text)) == printable(text)
