"""Every case written by hand is asked twice: to the product and to the second reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from . import product
from .reading import listings

Row = dict[str, Any]
Answer = Callable[[str, str, str], list[Row]]
Ask = Callable[..., list[Row]]
Reader = Callable[[str, str, str, bool], list[Row]]

READERS: dict[str, Reader] = {  # ledger as text, day, question, everything (--all) -> rows
    "reading": listings.ask,
    "product": product.ask,
}


@pytest.fixture(params=["product", "reading"])
def answer(request: pytest.FixtureRequest) -> Answer:
    """`answer(yaml_text, question, as_of)` -> rows."""
    if request.param == "reading":
        return lambda text, question, as_of: listings.ask(text, as_of, question)
    return lambda text, question, as_of: product.ask(text, as_of, question)


@pytest.fixture
def ask() -> Ask:
    """Ask the product a question of a ledger given as text: ``ask(text, "overdue", "2025-11-28", party=["CN"])``."""
    return lambda text, question, as_of, **filters: product.ask(text, as_of, question, **filters)
