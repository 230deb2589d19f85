"""Numbers in words and signs: their value, or none where it can be two."""

import pytest

from truce_tracker.numerals import chinese_number, number_value, ordinal_value

CHINESE = """
1200万 | 12000000
一千二百万 | 12000000
1.2千万 | 12000000
1.2亿 | 120000000
1亿2000万 | 120000000
1.2万亿 | 1200000000000
三百亿 | 30000000000
十五 | 15
二十五 | 25
一百零五 | 105
一千零一 | 1001
三百六十五 | 365
二〇二六 | 2026
两 | 2
12,000 | 12000
"""


@pytest.mark.parametrize(("signs", "value"), [line.split(" | ") for line in CHINESE.splitlines() if line])
def test_chinese(signs, value):
    assert chinese_number(signs) == int(value)


@pytest.mark.parametrize("signs", ["", "万", "一百五", "两万五", "二十五六", "1,2", "1.2.3", "吨", "十亿亿"])
def test_no_certain_number(signs):
    assert chinese_number(signs) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("90", 90), ("ninety", 90), ("twenty-five", 25), ("one hundred and twenty", 120), ("a hundred", 100),
     ("two hundred", 200)],
)  # fmt: skip
def test_english(words, value):
    assert number_value(words) == value


@pytest.mark.parametrize(
    ("words", "value"), [("first", 1), ("twelfth", 12), ("twentieth", 20), ("twenty-fifth", 25), ("thirty first", 31)]
)
def test_ordinals(words, value):
    assert ordinal_value(words) == value
