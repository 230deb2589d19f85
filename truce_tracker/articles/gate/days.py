"""The deadline that a claim states beside the words around its quote: its phrase, its day, what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from truce_tracker.articles.gate.evidence import Evidence
from truce_tracker.articles.proposing.chinese.clauses import chinese_deadlines
from truce_tracker.articles.proposing.english.times import english_deadlines
from truce_tracker.articles.proposing.sentences import tokenize
from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.articles.proposing.words.evidence import CONDITIONS
from truce_tracker.dates import EdtfDate
from truce_tracker.deadlines import read_phrase_between
from truce_tracker.quotes import Folded
from truce_tracker.slots import Finding, Slots
from truce_tracker.vocabulary import Reason, Stance

_CLAUSE_END = re.compile(r"[;:。；]|\.(?=\s)")
_CHINESE_CLAUSE = re.compile("[，；：。！？]")
_LONGEST = 160  # characters behind a phrase that can make it hang on something


def of_deadline(slots: Slots, evidence: Evidence, text: Folded) -> Iterator[Finding]:
    """What speaks against the deadline: a phrase must stand by the quote, a day must be one that is named there."""
    near = Folded(f"{evidence.lead}\n\n{evidence.paragraph}")
    if slots.phrase and near.find(slots.phrase):
        yield from _hanging(slots.phrase, slots, evidence)
    elif slots.phrase:
        yield Finding(Reason.PHRASE_NOT_NEAR if text.find(slots.phrase) else Reason.PHRASE_NOT_IN_TEXT, slots.phrase)
    elif slots.due and not _is_named(slots.due, slots.said, evidence.sentence, near.text):
        yield Finding(Reason.DATE_DIFFERS, slots.due)
    is_past = slots.due and slots.said and date.fromisoformat(slots.due) < slots.said.first
    if is_past and not Stance(slots.stance).reports:
        yield Finding(Reason.DATE_PASSED, slots.due or "")


def _hanging(phrase: str, slots: Slots, evidence: Evidence) -> Iterator[Finding]:
    """Whether what follows a phrase, or its sentence, makes the day hang on something that the claim leaves out."""
    if slots.condition or not slots.due:
        return
    words = Folded(evidence.sentence)
    place = words.find(phrase)
    if not place or not slots.said:
        return
    rest = _CLAUSE_END.split(evidence.sentence[place.start : place.end + _LONGEST])[0]
    reading = read_phrase_between(rest, slots.said.first, slots.said.last)
    condition = reading.condition
    if not condition and (found := CONDITIONS.search(evidence.sentence)):
        condition = found[0]
    if condition:
        yield Finding(Reason.DATE_CONDITIONAL, phrase, condition)


def _is_named(due: str, said: EdtfDate | None, *around: str) -> bool:
    """Whether a phrase reads as the day: in the sentence, or where that has no day, near it."""
    if said is None:
        return True
    for words in around:
        if days := _days_in(words, said):
            return due in days or _is_spelled(due, words)
        if _is_spelled(due, words):
            return True
    return False


def _days_in(words: str, said: EdtfDate) -> set[str]:
    """The days that the phrases of a text read as."""
    found = english_deadlines(tokenize(words, 0)[0], words, said)
    if CHARACTER.search(words):
        found += [each for clause in _CHINESE_CLAUSE.split(words) for each in chinese_deadlines(clause, 0, said)]
    return {each.due for each in found if each.due}


def _is_spelled(due: str, words: str) -> bool:
    """Whether the day of the month and the month stand there, with this year or with none."""
    day = date.fromisoformat(due)
    month = rf"(?:{day:%B}|{day:%b}\.?)"
    no_other = rf"(?!,? ?(?!{day.year})[0-9]{{4}})"
    english = (
        rf"\b{month} {day.day}(?:st|nd|rd|th)?(?![0-9]){no_other}|\b{day.day}(?:st|nd|rd|th)? (?:of )?{month}{no_other}"
    )
    chinese = rf"(?:{day.year}年|(?<![0-9年])){day.month}月{day.day}[日号]"
    return bool(re.search(rf"{english}|{chinese}|{due}", " ".join(words.split()), re.IGNORECASE))
