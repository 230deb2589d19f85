"""The verdicts for other programs: views of the store as of today, and each question as a query for any day.

A view is named ``today_...`` after the question or the part of the base that it holds, so that nothing of the same name
means another day. All are composed of the questions' own files (see `compose`); the filters let everything through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from truce_tracker.judgements.compose import TODAY, standing_alone
from truce_tracker.store import Connection, install_views

ASKED = f"COALESCE(NULLIF(TRIM(:as_of), ''), {TODAY})"  # a box that is left empty means today


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question that stands alone: its file, its name on a page, and its columns."""

    question: str
    title: str
    columns: str
    overdue: bool = False


_STATE = "state, state_one_sided"
_DUE = (
    "milestone, deadline, commitment, summary, kind, phrase, due, {days} AS days, status, variant_of, moved_to, "
    "last_checked"
)
VERDICTS = {
    "commitments": Verdict(
        "commitments",
        "Commitments: who says that each was agreed, and what became of it",
        f"commitment, summary, topic, status, {_STATE}",
    ),
    "overdue": Verdict("deadlines", "Overdue, unmet and disputed milestones", _DUE, overdue=True),
    "deadlines": Verdict("deadlines", "Milestones by their day", _DUE),
    "unmatched": Verdict(
        "unmatched",
        "Unmatched commitments: somebody counts on them, and who must act has not said so",
        f"commitment, summary, topic, status, {_STATE}",
    ),
    "one_sided": Verdict(
        "one_sided",
        "One-sided claims, with each counterparty's position",
        "claim, said, party, speaker, topic, commitment, text, source, tellings, counterparty, position, since, "
        f"latest, chances, last_checked, {_STATE}",
    ),
    "silence": Verdict(
        "silence",
        "Silence: what each party has not answered",
        "party, topic, claim, since, statements, chances, last_checked, unchecked",
    ),
    "compare": Verdict(
        "comparison",
        "Side by side: what each party says of each commitment",
        f"commitment, summary, topic, status, {_STATE}, party, role, position, since, claim, speaker, said, source, "
        "outlet, words, quote, text, condition, quantity, due, modality, told_also, chances, last_checked",
    ),
    "divergences": Verdict(
        "divergences",
        "Divergences: different values for one commitment",
        "commitment, summary, kind, value, words, ratio, same_statement, within_party, between_parties, claim, party, "
        "speaker, said, source, outlet",
    ),
    "drift": Verdict("drift", "Drift: the days and verbs that one party gave, one after another", "*"),
    "claims": Verdict(
        "claims",
        "Claims: who said what",
        "*, (SELECT said_by.outlet FROM source AS said_by WHERE said_by.id = source) AS outlet",
    ),
}


BASE = ("milestone_state", "position", "standing", "status", "closing", "last_check", "report", "telling")
_SHARED = {name: f"today_{name}" for name in ("milestone_state", "position")}
"""What the views read from each other: whoever opens a store parses the text of all of them, and each with all of its
base was 320 KB, a fifth of the time that a listing takes."""


def install(connection: Connection) -> None:
    """Make the views, or make them again: whoever writes a store calls this in the same transaction."""
    install_views(connection, dict(_views()))


def query(verdict: Verdict, day: str = ASKED, views: Mapping[str, str] | None = None) -> str:
    """The verdict as one query; `day` is an expression of SQL, by default the parameter ``:as_of``, or today.

    `views` hold parts of the base for that day.
    """
    columns = verdict.columns.format(days=f"CAST(JULIANDAY({day}) - JULIANDAY(due) AS INTEGER)")
    values = {"as_of": day, "limit": "-1", "skip": "0", "overdue": str(int(verdict.overdue))}
    return f"SELECT {columns}\nFROM (\n{standing_alone(verdict.question, values, views=views)}\n) AS asked"


def _views() -> Iterator[tuple[str, str]]:
    for name in BASE:
        others = {part: view for part, view in _SHARED.items() if part != name}
        yield f"today_{name}", standing_alone(name, {"as_of": TODAY}, "base", others)
    for name, verdict in VERDICTS.items():
        yield f"today_{name}", query(verdict, TODAY, _SHARED)
