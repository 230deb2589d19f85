"""What a question answers: one frozen dataclass a row. The field names are the JSON keys promised to scripts.

Dates are ISO text, as precise as they were written; what is not known is None; several values are tuples. No row
knows where it came from or how it is shown. A class is made when it is first asked for: making all of them took a
listing as long as opening the store, asking its question and showing the answer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truce_tracker.rows.anchors import AnchorRow as AnchorRow
    from truce_tracker.rows.cards import Card as Card
    from truce_tracker.rows.cards import Part as Part
    from truce_tracker.rows.claims import ClaimRow as ClaimRow
    from truce_tracker.rows.claims import OneSidedRow as OneSidedRow
    from truce_tracker.rows.claims import Response as Response
    from truce_tracker.rows.commitments import Asserter as Asserter
    from truce_tracker.rows.commitments import CommitmentRow as CommitmentRow
    from truce_tracker.rows.commitments import Exchange as Exchange
    from truce_tracker.rows.commitments import ObligorPosition as ObligorPosition
    from truce_tracker.rows.commitments import PartyPosition as PartyPosition
    from truce_tracker.rows.commitments import UnmatchedRow as UnmatchedRow
    from truce_tracker.rows.comparison import Cell as Cell
    from truce_tracker.rows.comparison import ComparisonRow as ComparisonRow
    from truce_tracker.rows.divergences import Divergence as Divergence
    from truce_tracker.rows.divergences import Value as Value
    from truce_tracker.rows.divergences import ValueClaim as ValueClaim
    from truce_tracker.rows.drift import DriftRow as DriftRow
    from truce_tracker.rows.entries import PartyRow as PartyRow
    from truce_tracker.rows.entries import SourceRow as SourceRow
    from truce_tracker.rows.entries import SpeakerRow as SpeakerRow
    from truce_tracker.rows.entries import TopicRow as TopicRow
    from truce_tracker.rows.explanation import Explanation as Explanation
    from truce_tracker.rows.explanation import LeftOut as LeftOut
    from truce_tracker.rows.explanation import LookedAt as LookedAt
    from truce_tracker.rows.explanation import Side as Side
    from truce_tracker.rows.explanation import WouldChange as WouldChange
    from truce_tracker.rows.milestones import MilestoneRow as MilestoneRow
    from truce_tracker.rows.milestones import Report as Report
    from truce_tracker.rows.milestones import SetBy as SetBy
    from truce_tracker.rows.silence import SilenceRow as SilenceRow
    from truce_tracker.rows.texts import Alike as Alike
    from truce_tracker.rows.texts import Found as Found
    from truce_tracker.rows.texts import Unheld as Unheld
    from truce_tracker.rows.timeline import ChangeRow as ChangeRow
    from truce_tracker.rows.timeline import Mover as Mover
    from truce_tracker.rows.timeline import TimelineRow as TimelineRow

_MODULES = {
    "ClaimRow": "claims",
    "Response": "claims",
    "OneSidedRow": "claims",
    "ObligorPosition": "commitments",
    "Asserter": "commitments",
    "Exchange": "commitments",
    "UnmatchedRow": "commitments",
    "PartyPosition": "commitments",
    "CommitmentRow": "commitments",
    "SetBy": "milestones",
    "Report": "milestones",
    "MilestoneRow": "milestones",
    "ValueClaim": "divergences",
    "Value": "divergences",
    "Divergence": "divergences",
    "DriftRow": "drift",
    "Cell": "comparison",
    "ComparisonRow": "comparison",
    "SilenceRow": "silence",
    "Explanation": "explanation",
    "LookedAt": "explanation",
    "LeftOut": "explanation",
    "Side": "explanation",
    "WouldChange": "explanation",
    "TimelineRow": "timeline",
    "Mover": "timeline",
    "ChangeRow": "timeline",
    "PartyRow": "entries",
    "SpeakerRow": "entries",
    "TopicRow": "entries",
    "SourceRow": "entries",
    "AnchorRow": "anchors",
    "Part": "cards",
    "Card": "cards",
    "Found": "texts",
    "Alike": "texts",
    "Unheld": "texts",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    kind = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    return kind


def field_names(kind: Any) -> tuple[str, ...]:
    """The fields of a row class, in order: the keys of its JSON object."""
    return tuple(kind.__dataclass_fields__)


def as_json(value: Any) -> Any:
    """A row, or what is in it, as JSON takes it: dataclasses become objects, tuples become arrays."""
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: as_json(getattr(value, name)) for name in field_names(type(value))}
    return value
