"""The history of a ledger as text: each command, and under it what it changed, a line for each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truce_tracker.render.printable import Write, printable
from truce_tracker.rows.log import LogRow

_SHOWN = 10  # changes of a command that are named where no record is asked for


def write_log(rows: Iterable[LogRow], write: Write, whole: bool) -> None:
    """Write commands: which, when and who, and what each changed.

    Unless the `whole` of them is asked for, only so many changes are named, and what was added is only counted.
    """
    for row in rows:
        for line in _lines(row, whole):
            write(f"{printable(line)}\n")


def _lines(row: LogRow, whole: bool) -> Iterator[str]:
    by = f" by {row.by}" if row.by else ""
    yield f"{row.number}  {row.moment}{by}{'' if row.in_force else ' (taken back)'}"
    yield f"    {row.command}"
    yield "    " + (", ".join(f"{count:,} {kind}" for kind, count in row.records.items()) or "no record")
    told = [line for change in row.changes if whole or change.kind != "added" for line in change.told()]
    shown = told if whole else told[:_SHOWN]
    yield from (f"      {line}" for line in shown)
    if len(told) > len(shown):
        yield f"      and {len(told) - len(shown):,} more changes"
