"""How alike texts are: told from a sample of the runs of words they share."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.alike import sample, share


def _alike(one: str, other: str) -> float:
    mine, theirs = sample(one), sample(other)
    return share(len(set(mine) & set(theirs)), (len(mine), len(theirs)))


def _words(seed: int, count: int) -> list[str]:
    random = Random(seed)
    return ["".join(random.choices("abcdefghij", k=5)) for _ in range(count)]


def test_one_text_however_it_is_set() -> None:
    words = _words(1, 600)
    assert _alike(" ".join(words), "\n".join(words).upper()) == 1.0


def test_a_piece_of_a_text_is_told_whatever_the_lengths() -> None:
    words = _words(1, 3_000)
    assert _alike(" ".join(words), " ".join(words[1_000:1_300])) > 0.9


def test_half_retold() -> None:
    told, own = _words(1, 1_000), _words(2, 500)
    assert 0.3 < _alike(" ".join(told), " ".join(own + told[:500])) < 0.7


def test_strangers() -> None:
    assert _alike(" ".join(_words(1, 600)), " ".join(_words(2, 600))) == 0.0


def test_chinese_by_its_characters() -> None:
    assert _alike("中方将依法依规审批相关民用出口申请", "商务部表示，中方将依法依规审批") > 0.4
    assert _alike("中方将依法依规审批", "双方应当相向而行") == 0.0


def test_texts_of_few_words() -> None:
    assert sample("") == sample("...!") == []
    assert _alike("", "a deal") == 0.0
    assert _alike("A deal.", "a deal") == 1.0


@given(st.text())
def test_a_sample_is_sorted_small_and_the_same_each_time(text: str) -> None:
    found = sample(text)
    assert found == sorted(set(found)) == sample(text)
    assert all(0 <= run < 2**32 for run in found)
