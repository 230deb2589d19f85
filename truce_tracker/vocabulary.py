"""The closed sets of the ledger, as the format spells them. What a claim may be, what a verdict may say; no logic."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """What a claim does to its commitment."""

    AFFIRMS = "affirms"
    AFFIRMS_IN_PART = "affirms-in-part"
    DENIES = "denies"
    PROPOSES = "proposes"
    WITHDRAWS = "withdraws"
    DROPS = "drops"
    DECLINES = "declines"
    MENTIONS = "mentions"
    REPORTS_PROGRESS = "reports-progress"
    REPORTS_MET = "reports-met"
    REPORTS_UNMET = "reports-unmet"
    REPORTS_BREACH = "reports-breach"
    REPORTS_ENDED = "reports-ended"

    @property
    def reports(self) -> bool:
        """Whether it is about doing: such a claim reports on a milestone and states no date."""
        return self.startswith("reports-")


class Modality(StrEnum):
    """How firmly the speaker says it."""

    WILL = "will"
    SHALL = "shall"
    EXPECTS = "expects"
    INTENDS = "intends"
    HOPES = "hopes"
    MAY = "may"


class Instrument(StrEnum):
    """The form in which it was said."""

    SIGNED_TEXT = "signed-text"
    JOINT_STATEMENT = "joint-statement"
    NOTICE = "notice"
    FACT_SHEET = "fact-sheet"
    READOUT = "readout"
    PRESS_CONFERENCE = "press-conference"
    INTERVIEW = "interview"
    POST = "post"
    BACKGROUND = "background"


class Words(StrEnum):
    """Whose words a quote holds: the speaker's own, or the source's account of them."""

    OWN = "own"
    REPORTED = "reported"


class DeadlineKind(StrEnum):
    """Whether something must happen by the day, or stops holding after it."""

    DUE = "due"
    EXPIRES = "expires"


class Bound(StrEnum):
    """On which side of the amount the quantity may lie."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    UP_TO = "up to"
    ABOUT = "about"
    EXACTLY = "exactly"
