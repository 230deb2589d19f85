from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.articles.texts.characters import (
    clean,
    ends_sentence,
    is_long_sentence,
    language_of,
    one_line,
    primary_tag,
)

from .pages import CHINESE, TEXT


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\u00a0b\u202fc\u2007d", "a b c d"),
        ("a\u3000b\tc", "a\u3000b\tc"),
        ("so\u00adft\u200b\u2060\ufeff", "soft"),
        ("a\x00\x07\x1b[31mb\x7f\x9b", "a[31mb"),
        ("a\ud800b\ufffe\uffff\U0001ffff\ufdd0", "ab"),
        ("e\u0301te\u0301", "été"),
        ("a  \n\n \n\t\n  b  ", "a\n\n  b"),
        ("\n\n  - a\n    - b\n\n", "  - a\n    - b"),
        ("a\u202eb\u200d", "a\u202eb\u200d"),
    ],
)
def test_what_is_changed(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(st.characters(exclude_categories=())))
def test_cleaned_text_may_stand_in_a_ledger(text: str) -> None:
    cleaned = clean(text)
    assert not [char for char in cleaned if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    assert not [char for char in cleaned if ord(char) & 0xFFFE == 0xFFFE]
    assert "\n\n\n" not in cleaned
    assert clean(cleaned) == cleaned


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u00a0\u2007\u202f")))
def test_words_are_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text).rstrip()


def test_heaped_marks_are_left_and_quick() -> None:
    heap = "a" + "\u0301\u0323" * 100_000
    assert clean(heap) == heap


def test_one_line() -> None:
    assert one_line("  A\n title\u00a0here\t ") == "A title here"


@pytest.mark.parametrize("line", ["So it is.", "Is it?", "“No!”", "他说。”", "so (they say).", "**bold.**", "On…"])
def test_ends_of_sentences(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["", "A title", "A title:", "one, two;", "a (b)", "Photo: EPA"])
def test_no_ends_of_sentences(line: str) -> None:
    assert not ends_sentence(line)


def test_long_sentences() -> None:
    assert is_long_sentence("x" * 60 + ".")
    assert not is_long_sentence("x" * 59 + ".")
    assert is_long_sentence(CHINESE[0])


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en-US", TEXT, "en"),
        ("zh_CN", CHINESE[0], "zh"),
        ("en", CHINESE[0], "zh"),
        ("yue-HK", CHINESE[0], "yue"),
        ("ja", "外務省の報道官は月曜日に述べた", "ja"),
        (None, CHINESE[0], "zh"),
        (None, "外務省の報道官は月曜日に述べた", None),
        (None, TEXT, "en"),
        (None, "Le ministre a dit que rien n'est signé. " * 10, None),
        (None, "Boards and logs", None),
        (None, "", None),
        ("de", TEXT, "de"),
        ("English", TEXT, "en"),
        ("x" * 1000, TEXT, "en"),
    ],
)
def test_language(declared: str | None, text: str, language: str | None) -> None:
    assert language_of(declared, text) == language


def test_primary_tags() -> None:
    assert [primary_tag(tag) for tag in ("en", "EN-gb", "zh-Hant-HK", "pt_BR", "english", "", None)] == [
        *("en", "en", "zh", "pt"), None, None, None,
    ]  # fmt: skip
