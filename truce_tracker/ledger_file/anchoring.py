"""Quotes -> the places where they stand in their sources' texts. A quote that is not there is a problem.

Only what a load touches is looked at: the quotes that a file gives, and all quotes of a source whose text it gives.
A source without a stored text is no problem: its quotes are believed until somebody has the text. Words that stand in
quotation marks there are the speaker's own, unless the file says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from truce_tracker.ledger_file.records import Entries, Record
from truce_tracker.ledger_file.rows_found import Resolved, Row
from truce_tracker.quotes import Anchor, Folded
from truce_tracker.vocabulary import Words

Texts = Callable[[str], str | None]  # a source's id -> its stored text


def anchor_quotes(entries: Entries, found: Resolved, stored_text: Texts, in_marks: Collection[str]) -> list[str]:
    """Make the rows of anchors, noting what does not stand, and see whose words they are.

    `in_marks` are the stored claims whose words stand in quotation marks. Gives the ids of the claims looked at.
    """
    folded: dict[str, Folded | None] = {}
    looked_at: list[str] = []
    for claim, source in _touched(entries):
        looked_at.append(claim.id)
        quote = claim.text("quote")
        if quote is None:
            continue
        if source.id not in folded:
            text = source.text("text") or stored_text(source.id)
            folded[source.id] = Folded(text) if text else None
        words = folded[source.id]
        if words is None:
            continue
        if anchor := words.find(quote):
            found.rows["anchor"].append(_row(claim, source, anchor, words.in_marks(quote)))
        else:
            found.note(claim, _not_there(source, words, quote), "quote", because=[(source, "text")])
    _own_words(found, set(in_marks).difference(looked_at))
    return looked_at


def _touched(entries: Entries) -> Iterator[tuple[Record, Record]]:
    for claim in entries["claims"].values():
        source = entries["sources"].get(claim.text("source") or "")
        if source is not None and (claim.file is not None or _has_other_words(source)):
            yield claim, source


def _has_other_words(source: Record) -> bool:
    return source.file is not None and source.text("text") != (source.before.text("text") if source.before else None)


def _own_words(found: Resolved, in_marks: set[str]) -> None:
    """What stands in quotation marks, of old or from now on, is the speaker's own."""
    in_marks |= {row["claim"] for row in found.rows["anchor"] if row["in_marks"]}
    for row in found.rows["claim"]:
        if row["id"] in in_marks and row["words"] is None and row["quote"] is not None:
            row["words_as"] = Words.OWN


def _not_there(source: Record, words: Folded, quote: str) -> str:
    passage = words.nearest(quote)
    nearest = f"; nearest: “{' '.join(passage.exact.split())}” ({passage.alike:.0%} alike)" if passage.exact else ""
    return f"does not stand in the text of {source.id}{nearest}"


def _row(claim: Record, source: Record, anchor: Anchor, in_marks: bool) -> Row:
    return {
        "claim": claim.id,
        "source": source.id,
        "begins": anchor.start,
        "ends": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "in_marks": in_marks,
    }
