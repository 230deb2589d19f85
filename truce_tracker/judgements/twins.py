"""Whether two stores answer alike: every question, on days from the first on which something was known to the last."""

from __future__ import annotations

from truce_tracker.errors import StoreError
from truce_tracker.judgements.compose import QUESTIONS
from truce_tracker.judgements.ledger import Ledger

_DAYS = 10  # on which they are asked


def compare(first: Ledger, second: Ledger) -> int:
    """Ask both everything; gives on how many days. Raises StoreError where an answer differs."""
    known = [row[0] for row in first.connection.execute("SELECT DISTINCT known FROM pair ORDER BY known")]
    last = len(known) - 1
    days = dict.fromkeys(known[round(number * last / (_DAYS - 1))] for number in range(_DAYS if known else 0))
    for day in days:
        for question in QUESTIONS:
            name = question.replace("-", "_")
            if getattr(first, name)(day) != getattr(second, name)(day):
                raise StoreError(f"`truce {question} --as-of {day}` gives another answer there")
    return len(days)
