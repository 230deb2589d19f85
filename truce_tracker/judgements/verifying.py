"""Whether the words of the ledger stand in the stored texts: every quote, every phrase of a deadline, every quantity.

A quote must stand in the text of its claim's source; a deadline's phrase in the text of a source whose claim names it;
a quantity's number anywhere in the text of its claim's source, as digits or as a word. What has no stored text is
counted and not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truce_tracker import rows as kinds
from truce_tracker.judgements.ledger import Ledger
from truce_tracker.quantities import numbers_in, read_quantity
from truce_tracker.quotes import Folded

_CLAIMS = """
SELECT c.id, c.source, c.quote, c.quantity, d.id AS deadline, d.phrase, c.stance
FROM claim AS c
LEFT JOIN deadline AS d ON d.id = c.deadline AND NOT EXISTS (  -- a text that is not stored may have the phrase
    SELECT 1 FROM claim AS other
    WHERE other.deadline = d.id AND other.stance NOT LIKE 'reports-%'
      AND NOT EXISTS (SELECT 1 FROM source_text AS t WHERE t.source = other.source))
WHERE c.source = ? ORDER BY c.entry
"""


@dataclass(frozen=True, slots=True)
class Verified:
    """What does not hold, how many things were checked, and how many sources have no text to check against."""

    unheld: tuple[kinds.Unheld, ...]
    checked: int
    without_text: int


def verify(ledger: Ledger) -> Verified:
    """Check all that can be checked."""
    texts = ledger.connection.execute("SELECT source, text FROM source_text ORDER BY entry").fetchall()
    (sources,) = ledger.connection.execute("SELECT COUNT(*) FROM source").fetchone()
    checked = 0
    unheld: list[kinds.Unheld] = []
    phrases: dict[str, kinds.Unheld | None] = {}  # deadline -> what is wrong, None where one text has the words
    for row in texts:
        words = Folded(row["text"])
        for problem, deadline in _of_source(ledger, row["source"], words):
            checked += 1
            if deadline is not None:
                phrases[deadline] = problem if phrases.get(deadline, problem) is not None else None
            elif problem is not None:
                unheld.append(problem)
    unheld += [problem for problem in phrases.values() if problem]
    return Verified(tuple(unheld), checked, sources - len(texts))


def _of_source(ledger: Ledger, source: str, words: Folded) -> Iterator[tuple[kinds.Unheld | None, str | None]]:
    """Each thing that was checked: what is wrong with it, if anything, and the deadline where it is a phrase."""
    numbers = numbers_in(words.text)
    for row in ledger.connection.execute(_CLAIMS, (source,)):
        if row["quote"]:
            yield _stands(row["id"], "quote", row["quote"], source, words), None
        if row["phrase"] and not row["stance"].startswith("reports-"):
            yield _stands(row["deadline"], "phrase", row["phrase"], source, words), row["deadline"]
        if row["quantity"]:
            yield _counts(row["id"], row["quantity"], source, numbers), None


def _stands(identity: str, what: str, quote: str, source: str, words: Folded) -> kinds.Unheld | None:
    if words.find(quote):
        return None
    passage = words.nearest(quote)
    return kinds.Unheld(identity, what, quote, source, " ".join(passage.exact.split()), round(passage.alike, 2))


def _counts(identity: str, quantity: str, source: str, numbers: frozenset[float]) -> kinds.Unheld | None:
    found = re.search(r"[0-9][0-9,]*(?:\.[0-9]+)?", quantity)
    written = float(found[0].replace(",", "")) if found else None
    if written in numbers or read_quantity(quantity).amount in numbers:
        return None
    return kinds.Unheld(identity, "quantity", quantity, source, None, None)
