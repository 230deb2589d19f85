"""Whether the words of the ledger stand in the stored texts: every quote, every phrase of a deadline, every quantity.

A quote must stand in the text of its claim's source; a deadline's phrase in the text of a source whose claim names it;
a quantity's number, or both ends of its range, in the paragraph of the claim's quote (without a quote, anywhere in the
text of its source), in digits or in words. What has no stored text is counted and not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from truce_tracker import rows as kinds
from truce_tracker.judgements.ledger import Ledger
from truce_tracker.quantities import numbers_in
from truce_tracker.quotes import Folded

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_CLAIMS = """
SELECT c.id, c.source, c.quote, c.quantity, c.amount, c.amount_to, d.id AS deadline, d.phrase, c.stance
FROM claim AS c
LEFT JOIN deadline AS d ON d.id = c.deadline AND NOT EXISTS (  -- a text that is not stored may have the phrase
    SELECT 1 FROM claim AS other
    WHERE other.deadline = d.id AND other.stance NOT LIKE 'reports-%'
      AND NOT EXISTS (SELECT 1 FROM source_text AS t WHERE t.source = other.source))
WHERE c.source = ? ORDER BY c.entry
"""
# the texts of claims: of ten thousand articles most may have none
_TEXTS = """
SELECT source, text FROM source_text
WHERE source IN (SELECT source FROM claim WHERE quote IS NOT NULL OR quantity IS NOT NULL OR deadline IS NOT NULL)
ORDER BY entry
"""
_WITHOUT_TEXT = "SELECT (SELECT COUNT(*) FROM source) - (SELECT COUNT(*) FROM source_text)"


@dataclass(frozen=True, slots=True)
class Verified:
    """What does not hold, how many things were checked, and how many sources have no text to check against."""

    unheld: tuple[kinds.Unheld, ...]
    checked: int
    without_text: int


def verify(ledger: Ledger) -> Verified:
    """Check all that can be checked."""
    (without_text,) = ledger.connection.execute(_WITHOUT_TEXT).fetchone()
    checked = 0
    unheld: list[kinds.Unheld] = []
    phrases: dict[str, kinds.Unheld | None] = {}  # deadline -> what is wrong, None where one text has the words
    for row in ledger.connection.execute(_TEXTS):
        for problem, deadline in _of_source(ledger, row["source"], Folded(row["text"])):
            checked += 1
            if deadline is not None:
                phrases[deadline] = problem if phrases.get(deadline, problem) is not None else None
            elif problem is not None:
                unheld.append(problem)
    unheld += [problem for problem in phrases.values() if problem]
    return Verified(tuple(unheld), checked, without_text)


def _of_source(ledger: Ledger, source: str, words: Folded) -> Iterator[tuple[kinds.Unheld | None, str | None]]:
    """Each thing that was checked: what is wrong with it, if anything, and the deadline where it is a phrase."""
    for row in ledger.connection.execute(_CLAIMS, (source,)):
        if row["quote"]:
            yield _stands(row["id"], "quote", row["quote"], source, words), None
        if row["phrase"] and not row["stance"].startswith("reports-"):
            yield _stands(row["deadline"], "phrase", row["phrase"], source, words), row["deadline"]
        if row["quantity"]:
            numbers = numbers_in(_around(row["quote"], words))
            held = _counts(row["quantity"], row["amount"], row["amount_to"], numbers)
            yield None if held else kinds.Unheld(row["id"], "quantity", row["quantity"], source, None, None), None


def _around(quote: str | None, words: Folded) -> str:
    """The paragraph in which a quote stands; all of the text where there is none, or it does not stand there."""
    found = words.find(quote) if quote else None
    if found is None:
        return words.text
    before, after = words.text.rfind("\n\n", 0, found.start), words.text.find("\n\n", found.end)
    return words.text[max(before, 0) : after if after >= 0 else None]


def _stands(identity: str, what: str, quote: str, source: str, words: Folded) -> kinds.Unheld | None:
    if words.find(quote):
        return None
    passage = words.nearest(quote)
    return kinds.Unheld(identity, what, quote, source, " ".join(passage.exact.split()), round(passage.alike, 2))


def _counts(quantity: str, amount: float | None, upper: float | None, numbers: frozenset[float]) -> bool:
    """Whether a text has the number, or both ends of a range, as they are written or as they amount to."""
    ends = [amount] if upper is None else [amount, upper]
    written = [float(digits.replace(",", "")) for digits in _DIGITS.findall(quantity)[: len(ends)]]
    return all(end in numbers or number in numbers for end, number in zip_longest(ends, written))
