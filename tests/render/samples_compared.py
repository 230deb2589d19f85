"""A few rows of the listings that hold words against words; see `samples`."""

from __future__ import annotations

from truce_tracker.rows import ChangeRow, Divergence, DriftRow, Mover, SilenceRow, TimelineRow, Value, ValueClaim

_EPOCH = ValueClaim("white-house-soy-epoch", "US", "white-house", "2025-11-01", "epoch-2025-12", "The Epoch Times")
_SHEET = ValueClaim("white-house-soy", "US", "white-house", "2025-11-01", "fact-sheet-v1", "The White House")
_ROLLINS = ValueClaim("rollins-soy-1124", "US", "rollins", "2025-11-24", "world-today-2025-11-24", "World Today")
_INSIDER = ValueClaim("insider-month-end", None, "insider", "2025-11-13/2025-11-14", "bloomberg-2025-11-13", None)

_DIVERGENCES = (
    Divergence(
        "cn-soybeans-2025",
        "Buy 12 million tons of US soybeans as a first tranche",
        "quantity",
        ("same-statement", "within-party"),
        10.0,
        (Value("12 million t", (_SHEET, _ROLLINS, _ROLLINS)), Value("about 120 million t", (_EPOCH,))),
    ),
    Divergence(
        "rare-earth-deal",
        None,
        "due",
        ("within-party",),
        None,
        (Value("2025-11-27", (_ROLLINS,)), Value("2025-11-30", (_INSIDER,))),
    ),
)
_STEP = {
    "commitment": "rare-earth-deal",
    "summary": "Finish the agreement on rare earths",
    "party": "US",
    "source": "scmp-2025-11-20",
}
_DRIFT = (
    DriftRow(
        **_STEP, kind="due", said="2025-11-16", claim="bessent-thanksgiving-1116", speaker="bessent",
        value="2025-11-27", before=None, slipped=None, announced=None, softened=None, told_otherwise=False,
    ),
    DriftRow(
        **_STEP, kind="due", said="2025-11-16", claim="bessent-thanksgiving-epoch", speaker="bessent",
        value="2025-11-26", before=None, slipped=None, announced=None, softened=None, told_otherwise=True,
    ),
    DriftRow(
        **_STEP, kind="due", said="2025-12-01", claim="greer-year-end-1201", speaker=None, value="2025-12-31",
        before="2025-11-27", slipped=34, announced=False, softened=None, told_otherwise=False,
    ),
    DriftRow(
        **_STEP, kind="due", said="2025-12-03", claim="greer-1203", speaker="greer", value="2025-12-30",
        before="2025-12-31", slipped=-1, announced=True, softened=None, told_otherwise=False,
    ),
    DriftRow(
        **_STEP, kind="modality", said="2025-12-03", claim="greer-1203", speaker="greer", value="hopes", before="will",
        slipped=None, announced=None, softened=True, told_otherwise=False,
    ),
)  # fmt: skip
_SILENCE = (
    SilenceRow(
        "CN", "rare-earths", ("bessent-thanksgiving-1116", "us-licences-imminent"), "2025-11-16", 12, 9, 3,
        "2025-11-16", ("us-licences-imminent",),
    ),
    SilenceRow("US", "visits", ("mfa-visit-1124",), "2025-11-24", 4, 1, 0, None, ("mfa-visit-1124",)),
    SilenceRow("US", "soybeans", ("mofcom-soy-1124",), "2025-11-24", 4, 1, 1, "2025-11-27", ()),
)  # fmt: skip
_TIMELINE = (
    TimelineRow(
        "2025-11-16", "claim", "bessent-thanksgiving-1116", "US", "bessent", "rare-earths", "rare-earth-deal",
        "affirms", None, None, "Bessent hopes that a rare earth deal is finished by Thanksgiving",
    ),
    TimelineRow(
        "2025-11-17", "claim", "scmp-unlikely", None, "scmp", "rare-earths", "rare-earth-deal", "mentions",
        "2025-11-17", "2025-11-23", "不太可能达成协议",
    ),
    TimelineRow(
        "2025-11-27", "due", "deal-by-thanksgiving", None, None, "rare-earths", "rare-earth-deal", "overdue", None,
        None, "Finish the agreement on rare earths",
    ),
    TimelineRow(
        "2025-11-28", "check", "mofcom-to-1127", "CN", None, None, None, "checked", "2025-11-01", "2025-11-27",
        "MOFCOM and MFA press briefings",
    ),
    TimelineRow(
        "2026-11-10", "expires", "controls-until-1110", None, None, "rare-earths", "cn-suspend-controls", "in force",
        "2025-11-07", "2026-11-10", None,
    ),
)  # fmt: skip
_CHANGES = (
    ChangeRow(
        "2025-11-16", "milestone", "deal-by-thanksgiving", "Finish the agreement on rare earths", None, "open",
        (Mover("bessent-thanksgiving-1116", "US", "bessent"),),
    ),
    ChangeRow(
        "2025-11-28", "milestone", "deal-by-thanksgiving", "Finish the agreement on rare earths", "open", "overdue", (),
    ),
    ChangeRow(
        "2025-12-04", "commitment", "cn-general-licences", "Issue general licences", "unacknowledged", "partial",
        (Mover("he-yadong-1204", "CN", "he-yadong"), Mover("analyst-1204", None, "analyst")),
    ),
)  # fmt: skip

COMPARED = {
    "divergences": _DIVERGENCES,
    "drift": _DRIFT,
    "silence": _SILENCE,
    "timeline": _TIMELINE,
    "changes": _CHANGES,
}
