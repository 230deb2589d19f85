"""The briefing: the questions that somebody who follows a negotiation asks in the morning, each from its listing."""

from __future__ import annotations

from collections import Counter

from truce_tracker.dates import days_between
from truce_tracker.judgements.asking import Filters
from truce_tracker.judgements.ledger import Ledger
from truce_tracker.rows.briefing import Briefing
from truce_tracker.rows.milestones import MilestoneRow
from truce_tracker.rows.silence import SilenceRow
from truce_tracker.verdicts import MilestoneStatus, Status

_LONG = 90  # days after which being late is no news
_COMING = (MilestoneStatus.OPEN, MilestoneStatus.IN_FORCE)
_CLAIMS = "SELECT COUNT(DISTINCT claim), MAX(known) FROM pair WHERE known <= ?"
_SEARCHED = """
    SELECT party.id, MAX(to_day)
    FROM party LEFT JOIN "check" ON "check".party = party.id AND checked_last <= ?
    GROUP BY party.id ORDER BY party.entry
"""


def briefing(ledger: Ledger, as_of: str, start: str, within: int, filters: Filters) -> Briefing:
    """A ledger as of an ISO day, with the news since another and what comes within so many days."""
    news = ledger.changes(as_of, start, **filters) if start < as_of else []
    commitments = ledger.commitments(as_of, **filters)
    statuses = Counter(row.status for row in commitments)
    late = ledger.overdue(as_of, **filters)
    fresh = {row.id for row in news}
    long_late = [row for row in late if (row.days or 0) > _LONG and row.milestone not in fresh]
    claims, newest, searched = freshness(ledger, as_of)
    return Briefing(
        as_of=as_of,
        since=start,
        parties=tuple(row.name or row.party for row in ledger.parties(as_of)),
        commitments=len(commitments),
        statuses={str(status): statuses[status] for status in Status if statuses[status]},
        one_sided=sum(row.state_one_sided for row in commitments),
        claims=claims,
        newest=newest,
        searched=searched,
        late=tuple(sorted((row for row in late if row not in long_late), key=lambda row: row.days or 0)),
        late_long=len(long_late),
        soon=tuple(row for row in ledger.deadlines(as_of, **filters) if _comes(row, as_of, within)),
        news=tuple(news),
        silent=silent(ledger, as_of, filters),
    )


def freshness(ledger: Ledger, as_of: str) -> tuple[int, str | None, dict[str, str | None]]:
    """How many claims there are, the last day from which one counts, and up to which day each party was searched."""
    claims, newest = ledger.connection.execute(_CLAIMS, (as_of,)).fetchone()
    return claims, newest, dict(ledger.connection.execute(_SEARCHED, (as_of,)).fetchall())


def _comes(row: MilestoneRow, as_of: str, within: int) -> bool:
    return row.status in _COMING and row.due is not None and 0 <= days_between(as_of, row.due) <= within


def silent(ledger: Ledger, as_of: str, filters: Filters) -> tuple[SilenceRow, ...]:
    """What parties have not answered, those with most chances first; of the filters, those for parties and topics."""
    kept: Filters = {}
    if "party" in filters:
        kept["party"] = filters["party"]
    if "topic" in filters:
        kept["topic"] = filters["topic"]
    return tuple(sorted(ledger.silence(as_of, **kept), key=lambda row: -row.chances))
