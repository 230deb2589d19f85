"""The whole output of every listing in every format, kept in golden/: read those files to see what truce prints.

UPDATE_GOLDEN=1 pytest tests/render writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from truce_tracker.render import FORMATS, render

from .samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (60, 80, 140)


def printed(listing: str, format: str, **options: Any) -> str:
    written: list[str] = []
    render(SAMPLES[listing], listing, format, written.append, **options)
    return "".join(written)


def every_format(listing: str) -> str:
    pages = [f"=== table {width} ===\n{printed(listing, 'table', width=width)}" for width in WIDTHS]
    pages += [f"=== {format} ===\n{printed(listing, format)}" for format in FORMATS if format != "table"]
    return "\n".join(pages)


@pytest.mark.parametrize("listing", SAMPLES)
def test_golden(listing: str) -> None:
    golden = GOLDEN / f"{listing}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(every_format(listing), encoding="utf-8")
    assert every_format(listing) == golden.read_text(encoding="utf-8")
