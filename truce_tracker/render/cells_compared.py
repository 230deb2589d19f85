"""The cells of the listings that hold words against words: divergences, drift, silence, changes, the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce_tracker.render.phrases import counted, days, mover, value_in_words, who

if TYPE_CHECKING:
    from truce_tracker.render.cells import Parts
    from truce_tracker.rows import ChangeRow, Divergence, DriftRow, SilenceRow, TimelineRow


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
