r"""What a column of a listing is, and how a row becomes the text of one of its cells.

Shared by table, text and md. A cell is given in parts: lines in a table's cell, joined by ``; `` elsewhere. A ``\n`` in
a part marks where a narrow table may break it; elsewhere it is a space. Which listing has which columns stands in
`listings`. A status is spelled out here, as in `colours`: no listing need load the verdicts, and a test holds both to
them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from truce_tracker.render.phrases import counted, days, exchange, mover, position, response, value_in_words, who
from truce_tracker.render.printable import printable

if TYPE_CHECKING:
    from truce_tracker.rows import (
        ChangeRow,
        ClaimRow,
        CommitmentRow,
        Divergence,
        DriftRow,
        MilestoneRow,
        OneSidedRow,
        SilenceRow,
        SpeakerRow,
        TimelineRow,
        UnmatchedRow,
    )

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One thing to see of a row; `parts` gives its values: lines in a table's cell, joined by ``; `` elsewhere.

    In a narrow table the columns with a `fold` leave their place and join the sentence, 1 first; 0 never does. One
    without a `lead` goes above the sentence, one with it below, as a note that begins with those words.
    """

    title: str
    parts: Callable[[Any], Parts]
    fold: int = 0
    lead: str = ""
    toned: bool = False
    identifier: bool = False
    number: bool = False


def filled(rows: Sequence[Any], columns: Sequence[Column]) -> list[tuple[Column, list[str]]]:
    """The columns in which some row has something (all, where none has), each with its cells from top to bottom."""
    cells = [(column, [printable("; ".join(column.parts(row))) for row in rows]) for column in columns]
    return [(column, texts) for column, texts in cells if any(texts)] or cells


# -- any listing


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


# -- words against words: divergences, drift, silence, timeline, changes


def values(row: Divergence) -> Parts:
    """One part a value: ``12 million t: US bessent 2025-10-30, US rollins 2025-11-24``."""
    return tuple(map(value_in_words, row.values))


def ratio(row: Divergence) -> Parts:
    """``10 times``; nothing where the amounts do not compare, or differ in their bound alone."""
    return (f"{_rounded(row.ratio)} times",) if row.ratio and row.ratio != 1 else ()


def _rounded(ratio: float) -> str:
    places = 2 if ratio < 10 else 1 if ratio < 100 else 0
    text = f"{ratio:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def step(row: DriftRow) -> Parts:
    """``2025-11-27``; ``2025-11-27 -> 2025-12-15``; ``will -> hopes``."""
    return (f"{row.before} ->\n{row.value}" if row.before else row.value,)


def slipped(row: DriftRow) -> Parts:
    """``18 days later, unannounced``; ``softened``; how a retelling of the same statement differs."""
    if row.told_otherwise:
        return ("same statement,\ntold otherwise",)
    if row.slipped is None:
        return ("softened",) if row.softened else ()
    way = "later" if row.slipped > 0 else "earlier"
    return (f"{days(abs(row.slipped))} {way},\n{'announced' if row.announced else 'unannounced'}",)


def last_looked(row: SilenceRow) -> Parts:
    """The day; ``never``, since "nobody looked" must not pass for "looked, found nothing"."""
    return (row.last_checked or "never",)


def unchecked(row: SilenceRow) -> Parts:
    """``3 claims``: how many of those unanswered were said since somebody looked; ``all``; nothing where none was."""
    if len(row.unchecked) == len(row.claims):
        return ("all",)
    return (counted(len(row.unchecked), "claim"),) if row.unchecked else ()


def unanswered(row: SilenceRow) -> Parts:
    """``2 claims: bessent-signing-1030, bessent-signing-1030-california``."""
    return (f"{counted(len(row.claims), 'claim')}: {', '.join(row.claims)}",)


def voice(row: TimelineRow) -> Parts:
    """Who said it, or whose words were looked through; nothing for a day that comes of itself."""
    if row.kind in ("due", "expires"):
        return ()
    return (who(row.party, row.speaker),)


def window(row: TimelineRow) -> Parts:
    """``2025-11-01 to 2025-12-31``."""
    return (f"{row.begins}\nto {row.ends}",) if row.begins else ()


def change(row: ChangeRow) -> Parts:
    """``unacknowledged -> partial``; ``new -> open`` for a milestone that becomes known."""
    return (f"{row.before or 'new'} ->\n{row.after}",)


def by(row: ChangeRow) -> Parts:
    """The claims that did it, or the calendar; a deadline that no claim names is known, and moves, by its own day."""
    if row.by:
        return tuple(map(mover, row.by))
    return ("the day it was stated",) if row.before is None or row.after == "moved" else ("the calendar",)
