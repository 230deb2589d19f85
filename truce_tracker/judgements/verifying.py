"""Whether the stored texts bear the ledger out: every quote, and beside it every slot of its claim.

A quote must stand in the text of its claim's source, a deadline's phrase in the text of a source whose claim names it;
the other slots are read by a gate, from the quote and the words around it. A claim without a quote has its figure
looked for anywhere in its text. What has no stored text is counted and not judged.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from truce_tracker import rows as kinds
from truce_tracker.dates import read_date
from truce_tracker.judgements.ledger import Ledger
from truce_tracker.quantities import numbers_in
from truce_tracker.quotes import Folded
from truce_tracker.slots import Finding, Slots
from truce_tracker.vocabulary import Gated, Reason, Stance

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_CLAIMS = """
SELECT c.id, c.quote, c.stance, c.speaker, c.modality, c.condition, c.quantity, c.amount, c.amount_to, c.words, c.said,
    (SELECT json_group_array(party)
     FROM (SELECT party FROM claim_party WHERE claim = c.id ORDER BY place) AS named) AS parties,
    d.id AS deadline, d.phrase, CASE WHEN d.repeats IS NULL THEN d.due_day END AS due
FROM claim AS c LEFT JOIN deadline AS d ON d.id = c.deadline
WHERE c.source = ? ORDER BY c.entry
"""
# a text that is not stored may have the phrase
_UNSEEN = """
SELECT DISTINCT c.deadline FROM claim AS c
WHERE c.deadline IS NOT NULL AND c.stance NOT LIKE 'reports-%'
  AND NOT EXISTS (SELECT 1 FROM source_text AS t WHERE t.source = c.source)
"""
# the texts of claims: of ten thousand articles most may have none
_TEXTS = """
SELECT s.id, s.kind, s.outlet, s.published, t.text FROM source_text AS t JOIN source AS s ON s.id = t.source
WHERE s.id IN (SELECT source FROM claim WHERE quote IS NOT NULL OR quantity IS NOT NULL OR deadline IS NOT NULL)
ORDER BY s.entry
"""
_WITHOUT_TEXT = "SELECT (SELECT COUNT(*) FROM source) - (SELECT COUNT(*) FROM source_text)"


@dataclass(frozen=True, slots=True)
class Text:
    """A source with its text; `published` is EDTF."""

    source: str
    kind: str | None
    outlet: str
    published: str | None
    text: str


Gate = Callable[[Text], Callable[[Slots], Sequence[Finding]]]


@dataclass(frozen=True, slots=True)
class Verified:
    """What is not borne out, how many things were checked, and how many sources have no text to check against."""

    unheld: tuple[kinds.Unheld, ...]
    checked: int
    without_text: int

    @property
    def refused(self) -> tuple[kinds.Unheld, ...]:
        """What the words contradict, or do not have."""
        return tuple(each for each in self.unheld if each.verdict == Gated.REFUSED)


def verify(ledger: Ledger, gate: Gate) -> Verified:
    """Check all that can be checked; `gate` reads the words around a quote."""
    (without_text,) = ledger.connection.execute(_WITHOUT_TEXT).fetchone()
    elsewhere = {deadline for (deadline,) in ledger.connection.execute(_UNSEEN)}
    checked = 0
    unheld: list[kinds.Unheld] = []
    phrases: dict[str, kinds.Unheld | None] = {}  # deadline -> what is wrong, None where one text has the words
    for row in ledger.connection.execute(_TEXTS):
        text = Text(*row)
        words, findings = Folded(text.text), gate(text)
        for claim in ledger.connection.execute(_CLAIMS, (text.source,)):
            states = bool(claim["phrase"]) and not Stance(claim["stance"]).reports
            checked += bool(claim["quote"]) + bool(claim["quantity"]) + states
            if states:
                wrong = None if words.find(claim["phrase"]) else _missing(Reason.PHRASE_NOT_IN_TEXT, claim, text, words)
                phrases[claim["deadline"]] = wrong if phrases.get(claim["deadline"], wrong) is not None else None
            unheld += _of_claim(claim, text, words, findings, states)
    unheld += [problem for deadline, problem in phrases.items() if problem and deadline not in elsewhere]
    return Verified(tuple(unheld), checked, without_text)


def _of_claim(
    claim: sqlite3.Row, text: Text, words: Folded, findings: Callable[[Slots], Sequence[Finding]], states: bool
) -> Iterator[kinds.Unheld]:
    """What the text does not bear out of one claim; of a phrase only that it stands far from the quote."""
    if not claim["quote"]:
        if claim["quantity"] and not _counts(claim, numbers_in(text.text)):
            yield _unheld(claim["id"], text, Reason.QUANTITY_NOT_IN_QUOTE, claim["quantity"])
        return
    slots = Slots(
        quote=claim["quote"],
        stance=claim["stance"],
        speaker=claim["speaker"],
        parties=tuple(json.loads(claim["parties"])),
        modality=claim["modality"],
        condition=claim["condition"],
        quantity=claim["quantity"],
        phrase=claim["phrase"] if states else None,
        due=claim["due"] if states or not claim["phrase"] else None,
        said=read_date(claim["said"]),
        words=claim["words"],
    )
    for each in findings(slots):
        if each.reason is Reason.QUOTE_NOT_IN_TEXT:
            yield _missing(each.reason, claim, text, words)
        elif each.reason is not Reason.PHRASE_NOT_IN_TEXT:
            yield _unheld(claim["id"], text, each.reason, each.value, each.words)


def _unheld(identity: str, text: Text, reason: Reason, value: str, found: str = "") -> kinds.Unheld:
    return kinds.Unheld(identity, reason.slot, value, text.source, None, None, reason, reason.verdict, found or None)


def _missing(reason: Reason, claim: sqlite3.Row, text: Text, words: Folded) -> kinds.Unheld:
    """Words that do not stand in the text, with the passage that is most like them."""
    wanted, identity = (
        (claim["phrase"], claim["deadline"]) if reason.slot == "phrase" else (claim["quote"], claim["id"])
    )
    passage = words.nearest(wanted)
    near = " ".join(passage.exact.split())
    return kinds.Unheld(
        identity, reason.slot, wanted, text.source, near, round(passage.alike, 2), reason, reason.verdict
    )


def _counts(claim: sqlite3.Row, numbers: frozenset[float]) -> bool:
    """Whether a text has the number, or both ends of a range, as they are written or as they amount to."""
    ends = [claim["amount"]] if claim["amount_to"] is None else [claim["amount"], claim["amount_to"]]
    written = [float(digits.replace(",", "")) for digits in _DIGITS.findall(claim["quantity"])[: len(ends)]]
    return all(end in numbers or number in numbers for end, number in zip_longest(ends, written))
