"""How a status looks: a shape and a tone beside its word. The word says it all; shape and tone are for the eye."""

from __future__ import annotations

_LOOKS = {
    ("full", "good"): "agreed affirms met reports-met",
    ("half", "good"): "undertaken in_force reports-progress met_late",
    ("part", "fair"): "partial affirms-in-part",
    ("ring", "weak"): "unacknowledged open",
    ("bar", "weak"): "declined declines",
    ("diamond", "fair"): "proposed proposes",
    ("cross", "bad"): "denied denies unmet reports-unmet",
    ("late", "bad"): "overdue",
    ("back", "bad"): "withdrawn withdraws",
    ("dots", "quiet"): "mentions unclaimed silent",
    ("gone", "quiet"): "moved lapsed",
}

BADGES = {word.replace("_", " "): look for look, words in _LOOKS.items() for word in words.split()}
"""The shape and the tone of a status, position or stance."""

_RING = "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z"

ICONS = {
    "full": (_RING, f"{_RING}"),
    "half": (_RING, "M6 1.5a4.5 4.5 0 0 0 0 9z"),
    "part": (_RING, "M6 6h4.5a4.5 4.5 0 0 1-4.5 4.5z"),
    "ring": (_RING, ""),
    "bar": (f"{_RING}M3 6h6", ""),
    "diamond": ("M6 1l5 5-5 5-5-5z", ""),
    "cross": ("M2 2l8 8M10 2l-8 8", ""),
    "late": ("M6 1l5.4 9.5H.6z", "M6 1l5.4 9.5H.6z"),
    "back": ("M10 9.5V6H2.5M5.5 3l-3 3 3 3", ""),
    "dots": ("", "M1 5h2v2h-2zM5 5h2v2h-2zM9 5h2v2h-2z"),
    "gone": ("M1.5 6h8M7 3l3 3-3 3", ""),
}
"""Each shape as the path that is drawn and the path that is filled, in a box of 12 by 12."""
