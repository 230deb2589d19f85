"""Every case written by hand is asked twice: to the product and to the second reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .reading import listings

Answer = Callable[[str, str, str], list[dict[str, Any]]]


@pytest.fixture(params=["product", "reading"])
def answer(request: pytest.FixtureRequest) -> Answer:
    """`answer(yaml_text, question, as_of)` -> rows."""
    if request.param == "reading":
        return lambda text, question, as_of: listings.ask(text, as_of, question)
    ask: Answer = request.getfixturevalue("ask")
    return ask
