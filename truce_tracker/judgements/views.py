"""The verdicts as SQL that stands alone: views of the store as of today, and queries with an `as_of` to fill in.

Both are the questions' own files. What a question prepares in temporary tables becomes views of the same names
(position, standing, ...) and WITH clauses; the filters let everything through. A verdict is named ``verdict_...``,
because tables are named after what they hold (``commitment``, ``claim``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from truce_tracker.judgements.asking import PREPARED, sql

TODAY = "DATE('now', 'localtime')"
ASKED = f"COALESCE(NULLIF(TRIM(:as_of), ''), {TODAY})"  # a box that is left empty means today
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)\b")


class Connection(Protocol):
    """What can write: a transaction of `store`."""

    def exec_driver_sql(self, statement: str, /) -> object:
        """Run one statement."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question that stands alone: its file, the prepared tables it needs, its columns, and its name on a page."""

    question: str
    title: str
    columns: str
    needs: tuple[str, ...] = ()
    overdue: bool = False


_STANDINGS = ("position", "standing")
_MILESTONES = ("report", "last_check", "milestone_state")
_DUE = "milestone, commitment, summary, kind, phrase, due, {days} AS days, status, progress, last_checked"
VERDICTS = {
    "verdict_claims": Verdict("claims", "Claims: who said what", "*"),
    "verdict_one_sided": Verdict(
        "one_sided",
        "One-sided claims, with each counterparty's position",
        "claim, said, party, speaker, topic, commitment, text, source, counterparty, position, since, chances, "
        "last_checked",
        (*_STANDINGS, "last_check"),
    ),
    "verdict_unmatched": Verdict(
        "unmatched",
        "Unmatched commitments: somebody counts on them, and who must act has not said so",
        "commitment, summary, topic, status",
        (*_STANDINGS, "status"),
    ),
    "verdict_commitments": Verdict(
        "commitments", "Commitments and their status", "commitment, summary, topic, status", (*_STANDINGS, "status")
    ),
    "verdict_deadlines": Verdict("deadlines", "Milestones by their day", _DUE, _MILESTONES),
    "verdict_overdue": Verdict("deadlines", "Overdue and unmet milestones", _DUE, _MILESTONES, overdue=True),
    "verdict_divergences": Verdict(
        "divergences",
        "Divergences: different values for one commitment",
        "commitment, summary, kind, value, words, ratio, same_statement, within_party, between_parties, claim, party, "
        "speaker, said, source",
    ),
}


def install(connection: Connection) -> None:
    """Make the views, or make them again: whoever writes a store calls this in the same transaction."""
    for name, query in _views():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE VIEW {name} AS\n{query}")


def query(verdict: Verdict, day: str = ASKED) -> str:
    """The verdict as one query; `day` is an expression of SQL, by default the parameter ``:as_of``, or today."""
    clauses = ",\n".join(f"{table} AS (\n{_filled(PREPARED[table][0], day)})" for table in verdict.needs)
    columns = verdict.columns.format(days=f"CAST(JULIANDAY({day}) - JULIANDAY(due) AS INTEGER)")
    asked = f"SELECT {columns}\nFROM (\n{_filled(verdict.question, day, int(verdict.overdue))})"
    return f"WITH {clauses}\n{asked}" if clauses else asked


def _views() -> Iterator[tuple[str, str]]:
    for table, (question, *_) in PREPARED.items():
        yield table, _filled(question, TODAY)
    for name, verdict in VERDICTS.items():
        yield name, query(verdict, TODAY)


def _filled(question: str, day: str, overdue: int = 0) -> str:
    """A question's SQL with the day in it and no filter set; its comments stay, but name no parameter."""
    values = {"as_of": day, "limit": "-1", "overdue": str(overdue)}
    return "".join(
        _PARAMETER.sub(r"\1", line)
        if line.lstrip().startswith("--")
        else _PARAMETER.sub(lambda found: values.get(found[1], "NULL"), line)
        for line in sql(question).splitlines(keepends=True)
    )
