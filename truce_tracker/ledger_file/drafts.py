"""A draft: a ledger file to be edited by a person, with comments above its records, and problems told at their line.

A draft is read like any ledger file. Its claims are marked ``proposed: true``: one line to delete each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from truce_tracker.errors import Problem
from truce_tracker.ledger_file.format import FORMAT, LISTS, PROPOSED
from truce_tracker.ledger_file.records import Record, Value

_PROBLEM = "#! "
_WIDTH = 100
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Drafted:
    """A record of a draft, the comments that go above it, and whether it is only proposed."""

    values: Mapping[str, Value]
    comments: tuple[str, ...] = ()
    proposed: bool = False


def write_draft(heading: Sequence[str], lists: Mapping[str, Sequence[Drafted]]) -> str:
    """The text of a draft; `heading` goes on top as comments."""
    lines = [*_comments(heading, ""), f"format: {FORMAT}"]
    for name, records in lists.items():
        if records:
            lines += [*([""] if lines[-1] else []), f"{name}:"]
        for record in records:
            lines += [*_comments(record.comments, _INDENT), *_record_lines(name, record), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def annotate(text: str, problems: Iterable[Problem]) -> str:
    """The draft with each problem as a comment above its line; those of an earlier check are gone."""
    by_line: dict[int, list[str]] = {}
    for problem in problems:
        by_line.setdefault(max(problem.line, 1), []).append(f"{_PROBLEM}{problem.path}: {problem.what}")
    lines = text.split("\n")
    told = [line for number, each in enumerate(lines, 1) for line in (*by_line.pop(number, ()), each)]
    return "\n".join([*told[:-1], *(line for rest in by_line.values() for line in rest), told[-1]])


def without_annotations(text: str) -> str:
    """The draft without the comments that `annotate` put in."""
    return re.sub(rf"^[ \t]*{re.escape(_PROBLEM.rstrip())}.*\n?", "", text, flags=re.MULTILINE)


def _comments(texts: Iterable[str], indent: str) -> list[str]:
    lead = f"{indent}# "
    return [line for text in texts for line in wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=lead)]


def _record_lines(list_name: str, drafted: Drafted) -> list[str]:
    from truce_tracker.ledger_file.writer import write_record  # with it yaml, which `truce --help` would wait for

    values = {key: drafted.values[key] for key in LISTS[list_name] if drafted.values.get(key)}
    if drafted.proposed:
        values[PROPOSED] = "true"
    text = write_record(Record(list_name, values), _WIDTH)
    return [f"{_INDENT}{line}" if line else line for line in text.rstrip("\n").split("\n")]
