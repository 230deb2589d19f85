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

from truce_tracker.render import phrases
from truce_tracker.render.phrases import counted, days, who
from truce_tracker.render.printable import printable
from truce_tracker.render.quoted import text_or_quoted

if TYPE_CHECKING:
    from truce_tracker.rows import (
        ChangeRow,
        ClaimRow,
        CommitmentRow,
        Divergence,
        DriftRow,
        HindsightRow,
        MilestoneRow,
        OneSidedRow,
        ProgressRow,
        SilenceRow,
        SpeakerRow,
        TimelineRow,
        UnmatchedRow,
    )

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One thing to see of a row; `parts` gives its values: lines in a table's cell, joined by ``; `` elsewhere.

    In a narrow table the columns with a `fold` leave their place and join the sentence, 1 first; 0 never does. They go
    below it, as notes that begin with the words of `lead`: the title, where none are given, so that no value loses its
    label. One whose `lead` is empty goes above, under the title of the listing. One that is `under` is a note at any
    width.
    """

    title: str
    parts: Callable[[Any], Parts]
    fold: int = 0
    lead: str | None = None
    under: bool = False
    toned: bool = False
    identifier: bool = False
    number: bool = False

    @property
    def label(self) -> str:
        """What goes before the values where they have no heading."""
        return f"{self.title.lower()}: " if self.lead is None else self.lead


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


def parties(row: ClaimRow) -> Parts:
    """``US``; ``CN, US`` for a joint text; ``third party``."""
    return (", ".join(row.parties) or who(None),)


def stance(row: ClaimRow) -> Parts:
    """``affirms``; ``affirms-if``; ``mentions, off record``; ``reports-breach about UA``, if not of its own doing."""
    told = f"{row.stance}-if" if row.condition and row.stance == "affirms" else row.stance
    about = f"\nabout {', '.join(row.about)}" if row.about and row.about != row.parties else ""
    return (f"{told}{about}" if row.on_record else f"{told}{about},\noff record",)


def text_or_quote(row: ClaimRow) -> Parts:
    """Our words for a claim, or else the source's, in quotation marks and behind whose words they are."""
    return _parts(text_or_quoted(row.text, row.quote, row.words, row.outlet or row.source))


def age(row: OneSidedRow) -> Parts:
    """``12 days``."""
    return (days(row.age),)


def responses(row: OneSidedRow) -> Parts:
    """One part a counterparty."""
    return tuple(map(phrases.response, row.responses))


def told_again(row: OneSidedRow) -> Parts:
    """``3 times``: how many accounts there are beside the leading one."""
    return (f"{row.tellings} time{'s' * (row.tellings > 1)}",) if row.tellings else ()


def state_alone(row: OneSidedRow) -> Parts:
    """``due``; ``done, says one side alone``."""
    return (phrases.state_alone(row.state, row.state_one_sided),)


def status_and_state(row: UnmatchedRow) -> Parts:
    """``unacknowledged · due``; ``undertaken · done, says one side alone``."""
    return (phrases.status_and_state(row.status, phrases.state_alone(row.state, row.state_one_sided)),)


def verdict(row: CommitmentRow) -> Parts:
    """``agreed · breach reported (RU by UA: 4, UA by RU: 1)``; ``undertaken · done, says US alone``."""
    return (phrases.verdict(row),)


def figures(row: CommitmentRow | MilestoneRow) -> Parts:
    """One part a reporter and basis: ``792,000 t sold, says US usda (7%)``."""
    return tuple(map(phrases.figure, row.progress))


def obligors(row: UnmatchedRow) -> Parts:
    """One part an obligor: ``CN silent``."""
    return tuple(map(phrases.position, row.obligors))


def asserted_by(row: UnmatchedRow) -> Parts:
    """``US since 2025-10-30``."""
    return tuple(map(phrases.asserter, row.asserted_by))


def in_exchange_for(row: UnmatchedRow) -> Parts:
    """``us-no-100-tariff (unacknowledged · open)``."""
    return tuple(map(phrases.exchange, row.in_exchange_for))


def positions(row: CommitmentRow) -> Parts:
    """One part a party: ``US affirms since 2025-10-30``."""
    return tuple(map(phrases.position, row.positions))


def between(row: CommitmentRow) -> Parts:
    """``CN -> US``; ``CN, US`` where nobody in particular benefits."""
    return (" -> ".join(", ".join(side) for side in (row.obligors, row.beneficiaries) if side),)


def past(row: MilestoneRow) -> Parts:
    """``1 day``."""
    return () if row.days is None else (days(row.days),)


def distance(row: MilestoneRow) -> Parts:
    """``12 days past``, ``today``, ``in 347 days``; ``no day`` where there is none, yet or ever."""
    if row.days is None:
        return ("no day",)
    if row.days == 0:
        return ("today",)
    return (f"{days(row.days)} past",) if row.days > 0 else (f"in {days(-row.days)}",)


def milestone_status(row: MilestoneRow) -> Parts:
    """``overdue``; ``moved to 10 Jan 2027 by CN, US``; ``variant of deal-by-thanksgiving``."""
    if row.moved_to:
        return (phrases.moved_to(row.moved_to),)
    return (f"{row.status} of\n{row.variant_of}" if row.variant_of else row.status,)


def readings(row: MilestoneRow) -> Parts:
    """``1 Mar 2026 by RU``, for each day that a clock can be read to run out on."""
    return tuple(map(phrases.reading, row.readings))


def told_otherwise(row: MilestoneRow) -> Parts:
    """``one telling says before Thanksgiving: 26 Nov``."""
    return tuple(phrases.variant(each, row.due) for each in row.variants)


def one_row_a_promise(rows: Sequence[MilestoneRow]) -> Sequence[MilestoneRow]:
    """The rows without those that are only another telling of one of them, under which they stand."""
    listed = {row.deadline for row in rows if row.status != "variant"}
    return [row for row in rows if row.status != "variant" or row.variant_of not in listed]


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
    """``Finish a rare-earth deal ("by Thanksgiving")``; ``Lift the sanctions (within 30 days of cut-stockpile)``."""
    when = f'("{row.phrase}")' if row.phrase else f"({row.clock})" if row.clock else None
    return (" ".join(filter(None, (row.summary, when))),)


def record(row: SpeakerRow) -> Parts:
    """``off record``, or nothing."""
    return () if row.on_record else ("off record",)


# -- words against words: divergences, drift, silence, timeline, changes


def values(row: Divergence) -> Parts:
    """One part a value: ``12 million t: US bessent 2025-10-30 (AP, Reuters), US rollins 2025-11-24 (AFP)``."""
    return tuple(map(phrases.value_in_words, row.values))


def ratio(row: Divergence) -> Parts:
    """``10 times``; nothing where the amounts do not compare, or differ in their bound alone."""
    return (f"{_rounded(row.ratio)} times",) if row.ratio and row.ratio != 1 else ()


def _rounded(ratio: float) -> str:
    places = 2 if ratio < 10 else 1 if ratio < 100 else 0
    text = f"{ratio:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def day_recorded(row: HindsightRow) -> Parts:
    """The day on which it was entered (UTC)."""
    return (row.recorded[:10],)


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
    return (who(row.party and row.party.replace(",", ", "), row.speaker),)


def window(row: TimelineRow) -> Parts:
    """``2025-11-01 to 2025-12-31``."""
    return (f"{row.begins}\nto {row.ends}",) if row.begins else ()


def share(row: ProgressRow) -> Parts:
    """``7%`` of the target."""
    return () if row.share is None else (phrases.percent(row.share),)


def gone(row: ProgressRow) -> Parts:
    """``46%`` of the time."""
    return () if row.gone is None else (phrases.percent(row.gone),)


def pace(row: ProgressRow) -> Parts:
    """``0.2 times``: the share of the target by that of the time; 1 is on time."""
    return () if row.pace is None else (f"{_rounded(row.pace)} times",)


def amount(row: ProgressRow) -> Parts:
    """``1,124,000 t``."""
    return (phrases.amount_in_words(row.quantity),)


def change(row: ChangeRow) -> Parts:
    """``unacknowledged -> partial``; ``new -> open`` for a milestone that becomes known."""
    return (f"{row.before or 'new'} ->\n{row.after}",)


def by(row: ChangeRow) -> Parts:
    """The claims that did it, or the calendar; a deadline that no claim names is known, and moves, by its own day."""
    if row.by:
        return tuple(map(phrases.mover, row.by))
    return ("the day it was stated",) if row.before is None or row.after == "moved" else ("the calendar",)
