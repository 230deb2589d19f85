"""truce: a ledger of what each party to a negotiation says, and the verdicts that follow from it.

From Python:

    from truce_tracker import Ledger

    with Ledger.open("truce.db") as ledger:
        for row in ledger.overdue(as_of="2025-11-28"):
            print(row.milestone, row.days, row.stated_by)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger as Ledger

__version__ = "0.2.0"
__all__ = ["Ledger", "__version__"]


def __getattr__(name: str) -> Any:
    if name == "Ledger":
        from truce_tracker.judgements.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
