"""The product, asked as the second reading is: a ledger as text, a day, a question -> rows as JSON takes them."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path
from typing import Any

from conftest import RECORDED
from engines import empty_ledger

from truce_tracker import Ledger, store
from truce_tracker.judgements.derive import derive
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import load
from truce_tracker.rows import as_json


def ask(text: str, day: str, question: str, everything: bool = False, **filters: Any) -> list[dict[str, Any]]:
    """The rows of a listing, or of any other question of the ledger."""
    if everything:
        filters["all"] = True
    return [as_json(row) for row in getattr(opened(text), question.replace("-", "_"))(day, **filters)]


@lru_cache(maxsize=1)
def opened(text: str) -> Ledger:
    """The store of a ledger, open: the questions of one test are mostly about one ledger.

    Without the views for other programs, which take as long to make as a small ledger to load.
    """
    path = empty_ledger()
    with store.transaction(path) as connection:
        load(connection, [("ledger.yaml", text.encode())], Act(RECORDED, "load"))
        derive(connection)
    ledger = Ledger.open(path)
    if isinstance(path, Path):
        shutil.rmtree(path.parent)  # an open file outlives its folder
    return ledger
