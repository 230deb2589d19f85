"""The closed sets of the ledger file, as the format spells them, each word with its meaning. No logic.

What a verdict may say stands in `verdicts`, which a listing need not load. A meaning is worded in one of these two and
nowhere else.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed set: text wherever text is wanted, with its `meaning`.

    The meaning is one sentence without its capital and its full stop, to stand in a table or within another sentence.
    """

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Word:
        """The member whose value is the word alone."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        return member


class Stance(Word):
    """What a claim does to its commitment: what its speaker does."""

    AFFIRMS = "affirms", "says, as its own word, that the commitment was made or will be kept"
    AFFIRMS_IN_PART = "affirms-in-part", "says a part of it or narrower terms, or denies a part and lets the rest stand"
    DENIES = "denies", "says that there is no such commitment, or refuses it"
    PROPOSES = "proposes", "asks for it or offers it"
    WITHDRAWS = "withdraws", "takes back its own earlier word"
    DROPS = "drops", "no longer says it: a later version of its own document leaves it out"
    DECLINES = "declines", "was asked, and neither confirmed nor denied, or sent the question elsewhere"
    MENTIONS = "mentions", "speaks of it in general terms, or repeats the other side’s account"
    REPORTS_PROGRESS = "reports-progress", "says that some of it was done"
    REPORTS_MET = "reports-met", "says that it was done"
    REPORTS_UNMET = "reports-unmet", "says that it was not done, or has stalled"
    REPORTS_BREACH = "reports-breach", "says that what must hold was broken"
    REPORTS_ENDED = "reports-ended", "says that it no longer holds: terminated, voided, overtaken"

    @property
    def reports(self) -> bool:
        """Whether it is about doing: such a claim reports on a milestone and states no date."""
        return self.startswith("reports-")


class Modality(Word):
    """How firmly the speaker says it."""

    WILL = "will", "it is going to be so"
    SHALL = "shall", "it is owed"
    EXPECTS = "expects", "it is thought likely"
    INTENDS = "intends", "it is meant to be done"
    HOPES = "hopes", "it is wished for"
    MAY = "may", "it is possible"


class Instrument(Word):
    """The form in which it was said."""

    SIGNED_TEXT = "signed-text", "a text that the parties have signed"
    JOINT_STATEMENT = "joint-statement", "a text that several parties give out as one"
    NOTICE = "notice", "an order, notice or announcement of an authority"
    FACT_SHEET = "fact-sheet", "one party’s summary of what was agreed"
    READOUT = "readout", "one party’s account of a meeting or a call"
    PRESS_CONFERENCE = "press-conference", "words spoken before the press"
    INTERVIEW = "interview", "words spoken to one outlet"
    POST = "post", "a message of the speaker’s own on a public network"
    BACKGROUND = "background", "words given on condition that no name stands with them"


class Words(Word):
    """Whose words a quote holds."""

    OWN = "own", "the speaker’s own words"
    REPORTED = "reported", "the source’s account of what was said, shown as the outlet’s"


class DeadlineKind(Word):
    """What the day of a deadline is to its commitment."""

    DUE = "due", "the last day on which it can be done in time"
    EXPIRES = "expires", "the last day on which it holds"


class Bound(Word):
    """On which side of the amount the quantity may lie."""

    AT_LEAST = "at least", "that amount or more"
    AT_MOST = "at most", "that amount or less"
    UP_TO = "up to", "anything as far as that amount"
    ABOUT = "about", "near that amount, on either side"
    EXACTLY = "exactly", "that amount and no other"
