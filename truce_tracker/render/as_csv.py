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

from truce_tracker import rows as kinds
from truce_tracker.render.phrases import in_words
from truce_tracker.render.printable import printable
from truce_tracker.render.stream import Write, write_lines

_KINDS: dict[str, type] = {
    "claims": kinds.ClaimRow,
    "one-sided": kinds.OneSidedRow,
    "unmatched": kinds.UnmatchedRow,
    "commitments": kinds.CommitmentRow,
    "overdue": kinds.MilestoneRow,
    "deadlines": kinds.MilestoneRow,
    "divergences": kinds.Divergence,
    "drift": kinds.DriftRow,
    "silence": kinds.SilenceRow,
    "timeline": kinds.TimelineRow,
    "changes": kinds.ChangeRow,
    "parties": kinds.PartyRow,
    "speakers": kinds.SpeakerRow,
    "topics": kinds.TopicRow,
    "sources": kinds.SourceRow,
}
"""The class of each listing's rows: a header is written even where there are none."""

_FORMULA = tuple("=+-@＝＋－＠﹦﹢﹣﹫")


def write_csv(rows: Sequence[Any], listing: str, write: Write) -> None:
    """Write comma-separated values, quoted where the comma or a quote needs it."""
    line = csv.writer(_Line(), lineterminator="\n").writerow
    write_lines(map(line, _records(rows, listing)), write)


def write_tsv(rows: Sequence[Any], listing: str, write: Write) -> None:
    """Write tab-separated values."""
    write_lines(("\t".join(map(str, record)) + "\n" for record in _records(rows, listing)), write)


def _records(rows: Sequence[Any], listing: str) -> Iterator[Sequence[str | int]]:
    names = kinds.field_names(_KINDS[listing])
    yield names
    values = attrgetter(*names)
    for row in rows:
        yield [_cell(value) for value in values(row)]


def _cell(value: Any) -> str | int:
    if type(value) is int:
        return value
    text = printable(value if type(value) is str else in_words(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


class _Line:
    """A file for `csv.writer` that gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line
