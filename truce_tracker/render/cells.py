r"""How a row becomes the text of one of its cells, where that takes more than a field.

Each gives the parts of the cell. A ``\n`` in one marks where a narrow table may break it; elsewhere it is a space.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from truce_tracker.render.phrases import days, exchange, position, response, who

if TYPE_CHECKING:
    from truce_tracker.rows import ClaimRow, CommitmentRow, MilestoneRow, OneSidedRow, SpeakerRow, UnmatchedRow

Parts = tuple[str, ...]


def field(name: str) -> Callable[[Any], Parts]:
    """The field as it is; several values (``US, CN``) in one part; none where it is None or empty."""
    value = attrgetter(name)
    return lambda row: _parts(value(row))


def _parts(value: Any) -> Parts:
    if isinstance(value, tuple):
        return (", ".join(value),) if value else ()
    return () if value is None else (str(value),)


def party(row: Any) -> Parts:
    """The party, or ``third party``."""
    return (who(row.party),)


def stance(row: ClaimRow) -> Parts:
    """``affirms``; ``mentions, off record``."""
    return (row.stance if row.on_record else f"{row.stance},\noff record",)


def text_or_quote(row: ClaimRow) -> Parts:
    """Our words for a claim, or else the source's, in quotation marks."""
    if row.text:
        return (row.text,)
    return (f'"{row.quote}"',) if row.quote else ()


def age(row: OneSidedRow) -> Parts:
    """``12 days``."""
    return (days(row.age),)


def responses(row: OneSidedRow) -> Parts:
    """One part a counterparty."""
    return tuple(map(response, row.responses))


def obligors(row: UnmatchedRow) -> Parts:
    """One part an obligor: ``CN silent``."""
    return tuple(map(position, row.obligors))


def asserted_by(row: UnmatchedRow) -> Parts:
    """``US since 2025-10-30``."""
    return tuple(f"{asserter.party}\nsince {asserter.since}" for asserter in row.asserted_by)


def in_exchange_for(row: UnmatchedRow) -> Parts:
    """``us-no-100-tariff (unacknowledged)``."""
    return tuple(map(exchange, row.in_exchange_for))


def positions(row: CommitmentRow) -> Parts:
    """One part a party: ``US affirms since 2025-10-30``."""
    return tuple(map(position, row.positions))


def between(row: CommitmentRow) -> Parts:
    """``CN -> US``; ``CN, US`` where nobody in particular benefits."""
    return (" -> ".join(", ".join(side) for side in (row.obligors, row.beneficiaries) if side),)


def past(row: MilestoneRow) -> Parts:
    """``1 day``."""
    return (days(row.days),)


def distance(row: MilestoneRow) -> Parts:
    """``12 days past``, ``today``, ``in 347 days``."""
    if row.days == 0:
        return ("today",)
    return (f"{days(row.days)} past",) if row.days > 0 else (f"in {days(-row.days)}",)


def expires(row: MilestoneRow) -> Parts:
    """``expires`` for what stops holding; what is simply due needs no word."""
    return ("expires",) if row.kind == "expires" else ()


def set_by(row: MilestoneRow) -> Parts:
    """``US bessent``."""
    return (who(row.set_by.party, row.set_by.speaker),) if row.set_by else ()


def met_by(row: MilestoneRow) -> Parts:
    """``US, third party``; ``US alone``."""
    return (", ".join(row.met_by) + (" alone" if row.one_sided else ""),) if row.met_by else ()


def last_checked(row: MilestoneRow) -> Parts:
    """The day; ``never`` past the due day, since "nobody looked" must not pass for "looked, found nothing"."""
    return _parts(row.last_checked or ("never" if row.status in ("overdue", "unmet") else None))


def summary_and_phrase(row: MilestoneRow) -> Parts:
    """``Finish a rare-earth deal ("by Thanksgiving")``."""
    return (" ".join(filter(None, (row.summary, row.phrase and f'("{row.phrase}")'))),)


def record(row: SpeakerRow) -> Parts:
    """``off record``, or nothing."""
    return () if row.on_record else ("off record",)
