"""What is late, what comes, what is new, who is silent: a ledger in the morning."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.rows.milestones import MilestoneRow
from truce_tracker.rows.silence import SilenceRow
from truce_tracker.rows.timeline import ChangeRow


@dataclass(frozen=True, slots=True)
class Briefing:
    """A ledger as of a day.

    `statuses` counts the commitments by status, `one_sided` those of which one side alone says what became of them.
    `newest` is the last day from which a claim counts, `searched` the last day up to which somebody looked through a
    party's statements, None where nobody has. `late` are milestones past their day, the latest first; `late_long`
    counts those past it by more than 90 days of which nothing new was said, which are not among them. `soon` are those
    whose day comes, `news` the verdicts that changed after `since`, `silent` what a party has not answered.
    """

    as_of: str
    since: str
    parties: tuple[str, ...]
    commitments: int
    statuses: dict[str, int]
    one_sided: int
    claims: int
    newest: str | None
    searched: dict[str, str | None]
    late: tuple[MilestoneRow, ...]
    late_long: int
    soon: tuple[MilestoneRow, ...]
    news: tuple[ChangeRow, ...]
    silent: tuple[SilenceRow, ...]
