"""What a question answers: one frozen dataclass a row. The field names are the JSON keys promised to scripts.

Dates are ISO text, as precise as they were written; what is not known is None; several values are tuples. No row
knows where it came from or how it is shown. A class is made when it is first asked for: making all of them took a
listing as long as opening the store, asking its question and showing the answer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truce_tracker.rows.briefing import Briefing
    from truce_tracker.rows.cards import Card, Part, Quote
    from truce_tracker.rows.claims import ClaimRow, OneSidedRow, Response
    from truce_tracker.rows.commitments import (
        Asserter,
        Breach,
        CommitmentRow,
        Exchange,
        ObligorPosition,
        PartyPosition,
        UnmatchedRow,
    )
    from truce_tracker.rows.comparison import Cell, ComparisonRow
    from truce_tracker.rows.divergences import Divergence, Value, ValueClaim
    from truce_tracker.rows.drift import DriftRow
    from truce_tracker.rows.entries import PartyRow, SourceRow, SpeakerRow, TopicRow
    from truce_tracker.rows.explanation import Explanation, LeftOut, LookedAt, Side, WouldChange
    from truce_tracker.rows.log import ChangeKept, HindsightRow, LogRow
    from truce_tracker.rows.milestones import MilestoneRow, MovedTo, Reading, Report, SetBy, Variant
    from truce_tracker.rows.note import Note
    from truce_tracker.rows.progress import Progress, ProgressRow
    from truce_tracker.rows.silence import SilenceRow
    from truce_tracker.rows.texts import Alike, AnchorRow, Found, Unheld
    from truce_tracker.rows.timeline import ChangeRow, Mover, TimelineRow

__all__ = [
    "Alike",
    "AnchorRow",
    "Asserter",
    "Breach",
    "Briefing",
    "Card",
    "Cell",
    "ChangeKept",
    "ChangeRow",
    "ClaimRow",
    "CommitmentRow",
    "ComparisonRow",
    "Divergence",
    "DriftRow",
    "Exchange",
    "Explanation",
    "Found",
    "HindsightRow",
    "LeftOut",
    "LogRow",
    "LookedAt",
    "MilestoneRow",
    "MovedTo",
    "Mover",
    "Note",
    "ObligorPosition",
    "OneSidedRow",
    "Part",
    "PartyPosition",
    "PartyRow",
    "Progress",
    "ProgressRow",
    "Quote",
    "Reading",
    "Report",
    "Response",
    "SetBy",
    "Side",
    "SilenceRow",
    "SourceRow",
    "SpeakerRow",
    "TimelineRow",
    "TopicRow",
    "Unheld",
    "UnmatchedRow",
    "Value",
    "ValueClaim",
    "Variant",
    "WouldChange",
    "as_json",
    "field_names",
]

_NAMES = {
    "claims": ("ClaimRow", "Response", "OneSidedRow"),
    "commitments": (
        "ObligorPosition",
        "Asserter",
        "Exchange",
        "UnmatchedRow",
        "PartyPosition",
        "Breach",
        "CommitmentRow",
    ),
    "progress": ("Progress", "ProgressRow"),
    "milestones": ("SetBy", "Reading", "MovedTo", "Report", "Variant", "MilestoneRow"),
    "divergences": ("ValueClaim", "Value", "Divergence"),
    "drift": ("DriftRow",),
    "comparison": ("Cell", "ComparisonRow"),
    "silence": ("SilenceRow",),
    "briefing": ("Briefing",),
    "log": ("ChangeKept", "HindsightRow", "LogRow"),
    "explanation": ("Explanation", "LookedAt", "LeftOut", "Side", "WouldChange"),
    "note": ("Note",),
    "timeline": ("TimelineRow", "Mover", "ChangeRow"),
    "entries": ("PartyRow", "SpeakerRow", "TopicRow", "SourceRow"),
    "texts": ("AnchorRow", "Found", "Alike", "Unheld"),
    "cards": ("Part", "Quote", "Card"),
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    kind = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    return kind


_KEYS: dict[Any, tuple[str, ...]] = {}  # class -> its keys: asked for every row within a row


def field_names(kind: Any) -> tuple[str, ...]:
    """The fields of a row class, in order: the keys of its JSON object. Those that are for the eye alone are none."""
    if kind not in _KEYS:
        fields = kind.__dataclass_fields__.items()
        _KEYS[kind] = tuple(name for name, field in fields if not field.metadata.get("for_the_eye"))
    return _KEYS[kind]


def as_json(value: Any) -> Any:
    """A row, or what is in it, as JSON takes it: dataclasses become objects, tuples become arrays."""
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: as_json(getattr(value, name)) for name in field_names(type(value))}
    return value
