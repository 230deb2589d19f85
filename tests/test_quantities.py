"""Quantities: variants of one amount become one amount, unlike ones stay unlike, and nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import Quantity, read_quantity


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12 million t", ("exactly", 12e6, "t", None)),
        ("12 million tonnes", ("exactly", 12e6, "t", None)),
        ("12 million metric tons", ("exactly", 12e6, "t", None)),
        ("12,000,000 Metric Tons", ("exactly", 12e6, "t", None)),
        ("12 Mt", ("exactly", 12e6, "t", None)),
        ("12 MMT", ("exactly", 12e6, "t", None)),
        ("12 MT", ("exactly", 12, "t", None)),
        ("12000kt", ("exactly", 12e6, "t", None)),
        ("at least 25 million t per year", ("at least", 25e6, "t", "year")),
        ("At Least 25 mn tons per calendar year", ("at least", 25e6, "t", "year")),
        ("about 8.2 million t", ("about", 8.2e6, "t", None)),
        ("up to 100%", ("up to", 100, "%", None)),
        ("at most 24 percent", ("at most", 24, "%", None)),
        ("24 per cent", ("exactly", 24, "%", None)),
        ("24 per cent per month", ("exactly", 24, "%", "month")),
        ("10 percentage points", ("exactly", 10, "percentage points", None)),
        ("200 billion USD", ("exactly", 200e9, "USD", None)),
        ("$200 billion", ("exactly", 200e9, "USD", None)),
        ("US$200bn", ("exactly", 200e9, "USD", None)),
        ("200 billion US dollars", ("exactly", 200e9, "USD", None)),
        ("1.5 trillion yuan", ("exactly", 1.5e12, "CNY", None)),
        ("€5 million", ("exactly", 5e6, "EUR", None)),
        ("500 Boeing aircraft", ("exactly", 500, "boeing aircraft", None)),
        ("exactly 0 ships", ("exactly", 0, "ships", None)),
        ("12 million t per marketing year", ("exactly", 12e6, "t", "season")),
        ("  12   million\u00a0t ", ("exactly", 12e6, "t", None)),
    ],
)
def test_an_amount_in_its_base_unit(written: str, expected: tuple[str, float, str, str | None]) -> None:
    read = read_quantity(written)
    assert (read.bound, read.amount, read.unit, read.period) == expected
    assert read.written == written


NOTATION = "write it as [at least|at most|up to|about|exactly] number [thousand|million|billion] unit [per year]"
NO_QUANTITIES = [
    "", " ", "t", "a lot", "twelve million t", "about t", "10-12 million t", "10 to 12 million t", "-5%", "+5%", "5%%",
    "1,2,3 t", "12,00 t", "1.000.000 t", "1 000 t", ".5 t", "5. t", "1e6 t", "٣ t", "12 t, 13 t", "nan t", "inf USD",
    "more than 5 t", "at least at least 5 t", "5 t (soybeans)", "€ 5 million", "x" * 500, "9" * 31 + " t",
]  # fmt: skip
PERIODS = "year, season, quarter, month, week, day"
PERIOD = "write the period as per year, per season, per month ..."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("12", f"'12' has no unit (t, %, USD, ships ...): {NOTATION}"),
        ("12 million", f"'12 million' has no unit (t, %, USD, ships ...): {NOTATION}"),
        ("12 mt", "'12 mt': mt can be metric tons or million tonnes: write t or Mt"),
        ("$5 billion USD", "'$5 billion USD' has two units, $ and USD: keep one"),
        ("12 t per decade", f"'12 t per decade': 'decade' is no period that truce knows: use one of {PERIODS}"),
        ("12 t a year", f"'12 t a year': {PERIOD}"),
        ("12 t/year", f"'12 t/year': {PERIOD}"),
        ("12 ships each month", f"'12 ships each month': {PERIOD}"),
        ("12 t annually", f"'12 t annually': {PERIOD}"),
        *((wrong, f"{wrong!r} is no quantity that truce reads: {NOTATION}") for wrong in NO_QUANTITIES),
    ],
)
def test_what_is_no_quantity_is_told(written: str, told: str) -> None:
    with pytest.raises(UnreadableValue) as error:
        read_quantity(written)
    assert str(error.value) == told


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from(["", "at least ", "about "]),
    st.sampled_from([("", 0), (" thousand", 3), (" million", 6), (" bn", 9)]),
    st.sampled_from(["t", "%", "USD", "ships"]),
    st.sampled_from(["", " per year"]),
)
def test_the_number_is_the_number(number: object, bound: str, scale: tuple[str, int], unit: str, period: str) -> None:
    read = read_quantity(f"{bound}{number:,}{scale[0]} {unit}{period}")
    assert read.amount == float(f"{number}e{scale[1]}")
    assert (read.bound, read.unit, read.period) == (bound.strip() or "exactly", unit, period[5:] or None)


@given(st.text(max_size=40) | st.text("0123456789,. tMm%$€perya", max_size=30))
def test_any_text_is_a_quantity_as_written_or_told(text: str) -> None:
    found = read_or_told(text)
    if isinstance(found, str):
        assert found.startswith(repr(text))
    else:
        assert found.written == text
        assert 0 <= found.amount < float("inf")


def read_or_told(text: str) -> Quantity | str:
    try:
        return read_quantity(text)
    except UnreadableValue as error:
        return str(error)
