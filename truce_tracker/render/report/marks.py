"""Marks as SVG paths: a shape and a tone beside the word of a verdict, and on the timeline a shape a voice or fate.

The word says it all; shape and tone are for the eye.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from truce_tracker.verdicts import MilestoneStatus, Position, State, Status
from truce_tracker.vocabulary import Stance, Word

_LOOKS: dict[tuple[str, str], tuple[Word, ...]] = {
    ("full", "good"): (Status.AGREED, Stance.AFFIRMS, MilestoneStatus.MET, Stance.REPORTS_MET, State.DONE),
    ("half", "good"): (Status.UNDERTAKEN, MilestoneStatus.IN_FORCE, Stance.REPORTS_PROGRESS, MilestoneStatus.MET_LATE),
    ("part", "fair"): (Status.PARTIAL, Stance.AFFIRMS_IN_PART, Status.CONDITIONAL, Position.AFFIRMS_IF),
    ("ring", "weak"): (Status.UNACKNOWLEDGED,),
    ("ring", "quiet"): (MilestoneStatus.OPEN, State.DUE, MilestoneStatus.WAITING),
    ("bar", "weak"): (Status.DECLINED, Stance.DECLINES),
    ("diamond", "fair"): (Status.PROPOSED, Stance.PROPOSES),
    ("split", "weak"): (MilestoneStatus.DISPUTED,),
    ("cross", "bad"): (
        *(Status.DENIED, Stance.DENIES, MilestoneStatus.UNMET, Stance.REPORTS_UNMET, State.NOT_DONE),
        *(Stance.REPORTS_BREACH, State.BREACH_REPORTED),
    ),
    ("late", "bad"): (MilestoneStatus.OVERDUE, State.LATE),
    ("back", "bad"): (Status.WITHDRAWN, Stance.WITHDRAWS, Stance.DROPS),
    ("dots", "quiet"): (Stance.MENTIONS, Status.UNCLAIMED, Position.SILENT),
    ("gone", "quiet"): (MilestoneStatus.MOVED, MilestoneStatus.LAPSED, State.ENDED, Stance.REPORTS_ENDED),
    ("echo", "quiet"): (MilestoneStatus.VARIANT,),
}

BADGES = {str(word): look for look, words in _LOOKS.items() for word in words}
"""The shape and the tone of a status, state, position or stance."""

_SAFE = " =:/'"  # what needs no escape within url("...")
_RING = "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z"

ICONS = {
    "full": (_RING, f"{_RING}"),
    "half": (_RING, "M6 1.5a4.5 4.5 0 0 0 0 9z"),
    "part": (_RING, "M6 6h4.5a4.5 4.5 0 0 1-4.5 4.5z"),
    "ring": (_RING, ""),
    "bar": (f"{_RING}M3 6h6", ""),
    "diamond": ("M6 1l5 5-5 5-5-5z", ""),
    "split": (f"{_RING}M9.2 2.8l-6.4 6.4", ""),
    "echo": ("M1.5 4.5h9M1.5 7.5h9", ""),
    "cross": ("M2 2l8 8M10 2l-8 8", ""),
    "late": ("M6 1l5.4 9.5H.6z", "M6 1l5.4 9.5H.6z"),
    "back": ("M10 9.5V6H2.5M5.5 3l-3 3 3 3", ""),
    "dots": ("", "M1 5h2v2h-2zM5 5h2v2h-2zM9 5h2v2h-2z"),
    "gone": ("M1.5 6h8M7 3l3 3-3 3", ""),
}
"""Each shape as the path that is drawn and the path that is filled, in a box of 12 by 12."""


def icons_in_css() -> str:
    """Each shape as a mask for the badges that name it in their class: said once, however many badges there are."""
    return "".join(
        f""".i-{name}{{--shape:url("data:image/svg+xml,{quote(_picture(*paths), safe=_SAFE)}")}}\n"""
        for name, paths in ICONS.items()
    )


def _picture(drawn: str, filled: str) -> str:
    drawing = f"<path fill='none' stroke='#000' stroke-width='1.6' d='{drawn}'/>" if drawn else ""
    filling = f"<path d='{filled}'/>" if filled else ""
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12'>{drawing}{filling}</svg>"


Shape = Callable[[float, float, float], str]


def circle(x: float, y: float, r: float) -> str:
    """A circle of radius r around (x, y)."""
    radius = f"{r:.2f} {r:.2f}"
    return f"M{x - r:.2f} {y:.1f}a{radius} 0 1 0 {2 * r:.2f} 0a{radius} 0 1 0 {-2 * r:.2f} 0z"


def square(x: float, y: float, r: float) -> str:
    """A square that looks as big as the circle."""
    side = 1.8 * r
    return f"M{x - side / 2:.1f} {y - side / 2:.1f}h{side:.1f}v{side:.1f}h{-side:.1f}z"


def triangle(x: float, y: float, r: float) -> str:
    """A triangle that points up."""
    return f"M{x:.1f} {y - 1.2 * r:.1f}l{1.2 * r:.1f} {2.1 * r:.1f}h{-2.4 * r:.1f}z"


def diamond(x: float, y: float, r: float) -> str:
    """A square on its corner."""
    side = 1.3 * r
    return f"M{x:.1f} {y - side:.1f}l{side:.1f} {side:.1f}l{-side:.1f} {side:.1f}l{-side:.1f} {-side:.1f}z"


def cross(x: float, y: float, r: float) -> str:
    """Two strokes; it has no inside to fill."""
    return f"M{x - r:.1f} {y - r:.1f}l{2 * r:.1f} {2 * r:.1f}M{x - r:.1f} {y + r:.1f}l{2 * r:.1f} {-2 * r:.1f}"


VOICES: tuple[Shape, ...] = (circle, square, triangle)
"""The shapes of the parties in their order; beyond three they come round again, in other colours."""
