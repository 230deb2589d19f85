from __future__ import annotations

import pytest

from truce_tracker.articles.proposing.claims import amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 12 million metric tons (MMT) of U.S. soybeans", ["at least 12 million t"]),
        ("at\nleast 12 million metric\n    tons", ["at least 12 million t"]),
        ("approximately 120 million metric tons", ["about 120 million t"]),
        ("at least 25 MMT in each of 2026, 2027, and 2028", ["at least 25 MMT"]),
        ("an annual purchase of at least 25 million metric tons", ["at least 25 million t per year"]),
        ("2.5 million tonnes of ammonia a year", ["2.5 million t per year"]),
        ("from 20 percent to 10 percent", ["20%", "10%"]),
        ("removing 10 percentage points", ["10 percentage points"]),
        ("$200 billion worth of goods", ["200 billion USD"]),
        ("100 aid trucks a day", ["100 trucks per day"]),
        ("ten ships daily", ["10 ships per day"]),
        ("no more than 110,000 tonnes", ["at most 110,000 t"]),
        ("the 12 million figure", []),
        ("within 90 days", []),
        ("on 5 July ships left", []),
        ("每年购买至少2500万吨", ["at least 25 million t per year"]),
        ("约220万吨美国大豆", ["about 2.2 million t"]),
        ("1.05亿吨", ["105 million t"]),
        ("24%的关税", ["24%"]),
        ("不超过11万吨", ["at most 110 thousand t"]),
        ("30多辆卡车", ["about 30 辆"]),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    assert [amount.written for amount in amounts(text)] == expected
