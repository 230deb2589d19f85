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


class Gated(Word):
    """What becomes of a claim whose words were checked."""

    ADMITTED = "admitted", "the words bear out all of it"
    TO_LOOK_AT = "to look at", "a person should compare it with the words"
    REFUSED = "refused", "the words say otherwise, or are not there"


class Reason(Word):
    """Why the words of a text do not bear a claim out: the stable codes of the gate."""

    QUOTE_NOT_IN_TEXT = "QUOTE_NOT_IN_TEXT", "the quote does not stand in the text"
    QUANTITY_NOT_IN_QUOTE = "QUANTITY_NOT_IN_QUOTE", "neither the quote nor its sentence has this figure"
    UNIT_DIFFERS = "UNIT_DIFFERS", "the text counts something else by this figure"
    BOUND_DIFFERS = "BOUND_DIFFERS", "the text bounds the figure otherwise: at least, at most, up to, about, or exactly"
    PERIOD_DIFFERS = "PERIOD_DIFFERS", "the text gives the figure for another period, or for none"
    PHRASE_NOT_IN_TEXT = "PHRASE_NOT_IN_TEXT", "the phrase of the deadline does not stand in the text"
    PHRASE_NOT_NEAR = (
        "PHRASE_NOT_NEAR",
        "the phrase of the deadline stands elsewhere, not by the quote",
    )
    DATE_DIFFERS = "DATE_DIFFERS", "the words near the quote name no such day"
    DATE_CONDITIONAL = "DATE_CONDITIONAL", "the words make the day hang on a condition or an event"
    DATE_PASSED = "DATE_PASSED", "the day was past when the words were said"
    MODALITY_STRONGER = "MODALITY_STRONGER", "the claim is firmer than the words"
    MODALITY_WEAKER = "MODALITY_WEAKER", "the claim is less firm than the words"
    STANCE_AGAINST_WORDS = "STANCE_AGAINST_WORDS", "the verb of saying, or a negation, says otherwise"
    STANCE_WITHOUT_WORDS = "STANCE_WITHOUT_WORDS", "no word in the sentence takes this stance"
    CONDITION_DROPPED = "CONDITION_DROPPED", "the sentence makes it hang on a condition, the claim does not"
    CONDITION_NOT_IN_WORDS = "CONDITION_NOT_IN_WORDS", "the claim has a condition, the paragraph has none"
    SPEAKER_NOT_NEAR = "SPEAKER_NOT_NEAR", "nobody near the quote is named so, or safely referred to"
    SPEAKER_IS_ANOTHER = "SPEAKER_IS_ANOTHER", "the sentence gives these words to somebody else"
    PARTY_NOT_THE_SPEAKERS = "PARTY_NOT_THE_SPEAKERS", "the speaker speaks for another party, or for none"
    PARTY_NOT_NEAR = "PARTY_NOT_NEAR", "the party is not named near the quote"
    WORDS_NOT_OWN = "WORDS_NOT_OWN", "the quote stands in no quotation marks: it is the source's account"

    @property
    def verdict(self) -> Gated:
        """How grave it is: what is read from the very words is refused, what hangs on reading them is looked at."""
        return Gated.REFUSED if self in _REFUSING else Gated.TO_LOOK_AT

    @property
    def slot(self) -> str:
        """The part of a claim that it is about."""
        first = self.split("_")[0].lower()
        return {"unit": "quantity", "bound": "quantity", "period": "quantity"}.get(first, first)


_REFUSING = frozenset((
    Reason.QUOTE_NOT_IN_TEXT, Reason.QUANTITY_NOT_IN_QUOTE, Reason.UNIT_DIFFERS, Reason.PHRASE_NOT_IN_TEXT,
    Reason.DATE_DIFFERS, Reason.PARTY_NOT_THE_SPEAKERS,
))  # fmt: skip
