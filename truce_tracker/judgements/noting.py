"""What changed between two days, gathered from the listings: the note that a desk sends round."""

from __future__ import annotations

from truce_tracker.dates import next_day
from truce_tracker.judgements.asking import Filters
from truce_tracker.judgements.briefing import silent
from truce_tracker.judgements.ledger import Ledger
from truce_tracker.rows.divergences import Divergence
from truce_tracker.rows.note import Note


def note(ledger: Ledger, since: str, until: str, filters: Filters) -> Note:
    """What changed after one ISO day, up to another. The filters are those of `commitments`."""
    changes = tuple(ledger.changes(until, since, **filters)) if since < until else ()
    commitments = ledger.commitments(until, **filters)
    ids = [row.commitment for row in commitments]
    said: Filters = {"since": next_day(since)}
    if filters:
        said["commitment"] = ids
    claims = ledger.claims(until, **said) if ids or not filters else ()
    before = set(map(_told, ledger.divergences(since, **filters)))
    return Note(
        since=since,
        until=until,
        changes=changes,
        claims=tuple(row for row in claims if row.telling_of is None),
        divergences=tuple(row for row in ledger.divergences(until, **filters) if _told(row) not in before),
        silent=silent(ledger, until, filters),
        names={
            "party": {row.party: row.name or row.party for row in ledger.parties(until)},
            "speaker": {row.speaker: row.name or row.speaker for row in ledger.speakers(until)},
            "topic": {row.topic: row.name or row.topic for row in ledger.topics(until)},
            "commitment": {row.commitment: row.summary or row.commitment for row in commitments},
        },
        sources={row.source: row for row in ledger.sources(until)},
    )


def _told(row: Divergence) -> tuple[str, ...]:
    """What makes it another divergence: what differs, in which values."""
    return (row.commitment, row.kind, *(value.value for value in row.values))
