"""The verdicts for other programs: views of the store as of today, and each question as a query for any day.

A view is named ``today_...`` after the question or the part of the base that it holds, so that nothing of the same name
means another day. All are composed of the questions' own files (see `compose`); the filters let everything through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from truce_tracker.judgements.compose import TODAY, standing_alone

ASKED = f"COALESCE(NULLIF(TRIM(:as_of), ''), {TODAY})"  # a box that is left empty means today


class Connection(Protocol):
    """What can write: a transaction of `store`."""

    def exec_driver_sql(self, statement: str, /) -> object:
        """Run one statement."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question that stands alone: its file, its name on a page, and its columns."""

    question: str
    title: str
    columns: str
    overdue: bool = False


_DUE = "milestone, commitment, summary, kind, phrase, due, {days} AS days, status, progress, last_checked"
VERDICTS = {
    "claims": Verdict("claims", "Claims: who said what", "*"),
    "one_sided": Verdict(
        "one_sided",
        "One-sided claims, with each counterparty's position",
        "claim, said, party, speaker, topic, commitment, text, source, counterparty, position, since, chances, "
        "last_checked",
    ),
    "unmatched": Verdict(
        "unmatched",
        "Unmatched commitments: somebody counts on them, and who must act has not said so",
        "commitment, summary, topic, status",
    ),
    "commitments": Verdict("commitments", "Commitments and their status", "commitment, summary, topic, status"),
    "deadlines": Verdict("deadlines", "Milestones by their day", _DUE),
    "overdue": Verdict("deadlines", "Overdue and unmet milestones", _DUE, overdue=True),
    "divergences": Verdict(
        "divergences",
        "Divergences: different values for one commitment",
        "commitment, summary, kind, value, words, ratio, same_statement, within_party, between_parties, claim, party, "
        "speaker, said, source",
    ),
}


BASE = ("position", "standing", "status", "last_check", "report", "milestone_state")


def install(connection: Connection) -> None:
    """Make the views, or make them again: whoever writes a store calls this in the same transaction."""
    for name, text in _views():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE VIEW {name} AS\n{text}")


def query(verdict: Verdict, day: str = ASKED) -> str:
    """The verdict as one query; `day` is an expression of SQL, by default the parameter ``:as_of``, or today."""
    columns = verdict.columns.format(days=f"CAST(JULIANDAY({day}) - JULIANDAY(due) AS INTEGER)")
    values = {"as_of": day, "limit": "-1", "overdue": str(int(verdict.overdue))}
    return f"SELECT {columns}\nFROM (\n{standing_alone(verdict.question, values)}\n)"


def _views() -> Iterator[tuple[str, str]]:
    for name in BASE:
        yield f"today_{name}", standing_alone(name, {"as_of": TODAY}, "base")
    for name, verdict in VERDICTS.items():
        yield f"today_{name}", query(verdict, TODAY)
