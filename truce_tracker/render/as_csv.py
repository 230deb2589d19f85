"""Rows for a spreadsheet or a data frame: csv and tsv, one line a row, the JSON keys as header.

A text that a spreadsheet would take for a formula (it begins with ``= + - @`` or their full-width forms, after any
spaces) gets a ``'`` before it. Numbers stay numbers. Line breaks and tabs become a space, controls visible escapes, so
a tsv needs no quotes and has none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from truce_tracker import rows as row_classes
from truce_tracker.render.phrases import in_words
from truce_tracker.render.printable import Write, printable, write_lines

_FORMULA = tuple("=+-@＝＋－＠﹦﹢﹣﹫")


def write_csv(rows: Sequence[Any], listing: str, write: Write) -> None:
    """Write comma-separated values, quoted where the comma or a quote needs it."""
    line = csv.writer(_Line(), lineterminator="\n").writerow
    write_lines(map(line, _records(rows, listing)), write)


def write_tsv(rows: Sequence[Any], listing: str, write: Write) -> None:
    """Write tab-separated values."""
    write_lines(("\t".join(map(str, record)) + "\n" for record in _records(rows, listing)), write)


def _records(rows: Sequence[Any], listing: str) -> Iterator[Sequence[str | int]]:
    names = row_classes.field_names(type(rows[0]) if rows else _class_of(listing))
    yield names
    values = attrgetter(*names)
    for row in rows:
        yield [_cell(value) for value in values(row)]


def _class_of(listing: str) -> type:
    """The class of a listing's rows, for the header of one without rows; to make them all takes longer than to list."""
    return {
        "claims": row_classes.ClaimRow,
        "one-sided": row_classes.OneSidedRow,
        "unmatched": row_classes.UnmatchedRow,
        "commitments": row_classes.CommitmentRow,
        "overdue": row_classes.MilestoneRow,
        "deadlines": row_classes.MilestoneRow,
        "progress": row_classes.ProgressRow,
        "divergences": row_classes.Divergence,
        "drift": row_classes.DriftRow,
        "silence": row_classes.SilenceRow,
        "timeline": row_classes.TimelineRow,
        "changes": row_classes.ChangeRow,
        "hindsight": row_classes.HindsightRow,
        "parties": row_classes.PartyRow,
        "speakers": row_classes.SpeakerRow,
        "topics": row_classes.TopicRow,
        "sources": row_classes.SourceRow,
    }[listing]


def _cell(value: Any) -> str | int:
    if type(value) is int:
        return value
    text = printable(value if type(value) is str else in_words(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


class _Line:
    """A file for `csv.writer` that gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line
