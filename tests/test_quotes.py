"""Quotes: found whatever the case, marks, dashes, spaces and line ends; kept as they stand."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.quotes import Folded

TEXT = (
    "He said: “We’ll lift the 10-percent duty — by January”.\nExport con-\ntrols on rare\u00a0earths   stay in Zürich."
)


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("we'll LIFT the", "We’ll lift the"),
        ("\"We'll lift", "“We’ll lift"),
        ("10‑percent", "10-percent"),
        ("duty - by January", "duty — by January"),
        ("rare earths stay", "rare\u00a0earths   stay"),
        ('january". Export', "January”.\nExport"),
        ("export controls", "Export con-\ntrols"),
        ("Export con-trols", "Export con-\ntrols"),
        (normalize("NFD", "zürich"), "Zürich"),
        ("  by January ", "by January"),
    ],
)
def test_found_as_it_stands(quote: str, exact: str) -> None:
    anchor = Folded(TEXT).find(quote)
    assert anchor is not None
    assert (anchor.exact, TEXT[anchor.start : anchor.end]) == (exact, exact)
    assert TEXT[: anchor.start].endswith(anchor.prefix)
    assert TEXT[anchor.end :].startswith(anchor.suffix)


@pytest.mark.parametrize("quote", ["", " ", "*", "port con", "percent duties", "lift 10-percent"])
def test_not_there(quote: str) -> None:
    assert Folded(TEXT).find(quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "exact"),
    [
        ("双方应\n相向而行。", "双方应相向而行", "双方应\n相向而行"),
        ("双方应相向而行。", "双方 应", "双方应"),
        ("审批 2025 年的申请", "审批2025年", "审批 2025 年"),
        ("中方将“依法”审批", "将「依法」审批", "将“依法”审批"),
        ("ＡＢＣ１２吨", "abc12吨", "ＡＢＣ１２吨"),
    ],
)
def test_chinese_has_no_spaces(text: str, quote: str, exact: str) -> None:
    anchor = Folded(text).find(quote)
    assert anchor is not None
    assert anchor.exact == exact


def test_emphasis_is_no_word() -> None:
    anchor = Folded("an additional *ad valorem* rate of duty").find("additional ad valorem rate")
    assert anchor is not None
    assert anchor.exact == "additional *ad valorem* rate"


def test_the_first_of_several() -> None:
    anchor = Folded("a deal, the deal, the deal").find("the deal")
    assert anchor is not None
    assert (anchor.start, anchor.prefix, anchor.suffix) == (8, "a deal, ", ", the deal")


@pytest.mark.parametrize(
    ("text", "quote", "nearest"),
    [
        ("sorghum and hardwood and softwood logs, too", "hardwood logs", "hardwood and softwood logs"),
        (
            "China will buy 12 million tons by spring",
            "China will buy 25 million tons",
            "China will buy 12 million tons",
        ),
        (
            "中方将依法依规审批相关民用出口申请，双方应相向而行。",
            "依法依规批准出口申请",
            "依法依规审批相关民用出口申请",
        ),
        ("", "a deal", ""),
        ("1 2 3", "", ""),
    ],
)
def test_nearest(text: str, quote: str, nearest: str) -> None:
    passage = Folded(text).nearest(quote)
    assert passage.exact == nearest
    assert 0 <= passage.alike <= 1


def test_the_nearest_of_a_long_quote_in_a_long_text() -> None:
    words = [f"word{number}" for number in range(4_000)]
    quote = " ".join([*words[2_000:2_100], "new", *words[2_100:2_200]])
    passage = Folded(" ".join(words)).nearest(quote)
    assert passage.alike > 0.95


_WORDS = st.lists(
    st.sampled_from(
        [
            "deal",
            "don’t",
            "10-percent",
            "“soon”",
            "Zürich",
            "ﬁnal",
            "İstanbul",
            "straße",
            "双方应",
            "rare\u00adly",
            "U.S.",
            "…",
            "½",
        ]
    ),
    min_size=1,
    max_size=12,
)
_GAPS = st.sampled_from([" ", "\n", "\u00a0", "  ", " \n "])


@given(words=_WORDS, data=st.data())
def test_a_quote_written_otherwise_stands_where_it_was_cut(words: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(begin + 1, len(words)))
    text = "".join(word + data.draw(_GAPS) for word in words)
    written = data.draw(st.sampled_from([str, str.upper, str.lower, str.swapcase]))
    quote = data.draw(_GAPS).join(written(word) for word in words[begin:end])
    for old, new in (("’", "'"), ("“", '"'), ("-", "–"), ("\u00ad", "")):
        quote = quote.replace(old, data.draw(st.sampled_from([old, new])))
    quote = normalize(data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])), quote)
    anchor = Folded(text).find(quote)
    assert anchor is not None
    assert anchor.exact == text[anchor.start : anchor.end]
    assert Folded(anchor.exact).find(quote) is not None


@given(text=st.text(), quote=st.text())
def test_any_text(text: str, quote: str) -> None:
    folded = Folded(text)
    anchor = folded.find(quote)
    if anchor is not None:
        assert anchor.exact == text[anchor.start : anchor.end]
    passage = folded.nearest(quote)
    assert passage.exact in text
    assert 0 <= passage.alike <= 1


@given(text=st.text(alphabet="ab \n-“'’中", min_size=1))
def test_a_text_stands_in_itself(text: str) -> None:
    assert Folded(text).find(text) or not any(char.isalnum() for char in text)


# -- inside quotation marks ------------------------------------------------------------------------------------------

BY_FRIDAY = "“We hope,” he said, “to keep it by Friday.”"
GOES_ON = "“The first part goes on\n\n“and the second ends.” Then prose"
GERMAN = "„Wir halten das ein“, sagte er, und blieb dabei"
CHINESE = "他表示：「我們將遵守」，並說：“不会改变”，还补充"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('He said "we keep it" today.', "we keep it"),
        ('He said "we keep it" today.', '"We keep it"'),
        ("He said we keep it. Later: “we keep it.”", "we keep it"),
        (BY_FRIDAY, "to keep it"),
        (GOES_ON, "goes on"),
        (GOES_ON, "the second ends"),
        (GERMAN, "halten das ein"),
        ("He said «keep it» and left", "keep it"),
        (CHINESE, "我們將遵守"),
        (CHINESE, "不会改变"),
        ('他说"我们将遵守"并补充', "我们将遵守"),
        ('A 5" pipe is kept. He said "now we go".', "now we go"),
        ("“He told us ‘keep it’ and left”", "keep it"),
        ("“He told us ‘keep it’ and left”", "told us"),
        ('"Nested “inner words” outer words" tail', "outer words"),
    ],
)
def test_inside_quotation_marks(text: str, quote: str) -> None:
    assert Folded(text).in_marks(quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('He said we keep it today, "not now".', "we keep it"),
        ('He said we "keep" it today.', "we keep it"),
        ('He said we "keep" it today.', 'we "keep" it'),
        (BY_FRIDAY, "he said"),
        (BY_FRIDAY, 'We hope," he said, "to keep it'),
        (GOES_ON, "Then prose"),
        ("“The first part goes on\n\nThen prose", "Then prose"),
        (GERMAN, "blieb dabei"),
        (CHINESE, "並說"),
        (CHINESE, "还补充"),
        ('A 5" pipe is kept. He said "now we go".', "is kept"),
        ('"Nested “inner words” outer words" tail', "tail"),
        ("He said 'keep it' today.", "keep it"),
        ("nothing of it", "keep it"),
        ("nothing of it", '"'),
    ],
)
def test_outside_quotation_marks(text: str, quote: str) -> None:
    assert not Folded(text).in_marks(quote)
