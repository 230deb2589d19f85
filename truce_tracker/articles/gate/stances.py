"""A stance beside the words of its sentence: some word must take it, and no verb of saying may turn it round."""

from __future__ import annotations

from collections.abc import Iterator

from truce_tracker.articles.gate.evidence import Evidence
from truce_tracker.articles.proposing.stances import stance_of
from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.articles.proposing.words.evidence import AGAINST, CONDITIONS, CONTRARY, EVIDENCE, NEUTRAL
from truce_tracker.articles.proposing.words.stances import CHINESE, ENGLISH
from truce_tracker.slots import Finding
from truce_tracker.vocabulary import Reason, Stance

_GOVERNS = 90  # characters before a quote, within its sentence, in which a verb of saying governs it
_FOLLOWS = 60  # behind it: "..., he denied"
_NARROW = (Stance.DENIES, Stance.DECLINES, Stance.REPORTS_UNMET, Stance.REPORTS_MET)
_IF = 30  # characters before a report in which an "if" makes it none
_TURNED = (Stance.AFFIRMS, Stance.DENIES)
_ENGLISH, _CHINESE = dict(ENGLISH), dict(CHINESE)


def of_stance(claimed: str, evidence: Evidence) -> Iterator[Finding]:
    """What speaks against a stance. "Did not rule out" neither says nor denies, so that it bears out neither."""
    stance = Stance(claimed)
    quote, governing = evidence.quote, f"{evidence.before[-_GOVERNS:]}{evidence.quote}"
    if stance in _TURNED and (neither := NEUTRAL.search(governing)):
        yield Finding(Reason.STANCE_AGAINST_WORDS, claimed, neither[0])
        return
    around = f"{governing}{evidence.after[:_FOLLOWS]}"
    against = AGAINST[stance].search(governing) if stance in AGAINST else None
    if stance.reports and not against:
        against = CONDITIONS.search(evidence.before[-_IF:])
    if against:
        yield Finding(Reason.STANCE_AGAINST_WORDS, claimed, against[0])
    elif contrary := _contrary(stance, quote, governing, around):
        yield Finding(Reason.STANCE_AGAINST_WORDS, claimed, contrary)
    elif stance in EVIDENCE and not EVIDENCE[stance].search(around if stance in _NARROW else evidence.sentence):
        yield Finding(Reason.STANCE_WITHOUT_WORDS, claimed)


def _contrary(stance: Stance, quote: str, governing: str, around: str) -> str:
    """The words by which the quote takes a stance that excludes this one, where none near it takes this one."""
    words, sign = quote, stance_of(quote)
    if sign.value == Stance.MENTIONS:
        words, sign = governing, stance_of(governing)
    taken = Stance(sign.value)
    turned = taken in AGAINST and AGAINST[taken].search(governing)  # "pushed back on a report that it agreed"
    if turned or stance not in CONTRARY.get(taken, ()):
        return ""
    # "welcomed the proposal to halt the strikes" proposes nothing
    if (found := words[sign.start : sign.end]).casefold().startswith("proposal"):
        return ""
    own = (_CHINESE if CHARACTER.search(around) else _ENGLISH).get(stance) or EVIDENCE[stance]
    return "" if own.search(governing if stance == Stance.AFFIRMS else around) else found
