"""Every word of a closed set has one meaning; the table of verdicts in the definitions is made of them (test_docs)."""

from __future__ import annotations

import re

import pytest

from truce_tracker.verdicts import MilestoneStatus, Position, Role, Scope, State, Status, Term
from truce_tracker.vocabulary import Bound, DeadlineKind, Gated, Instrument, Modality, Reason, Stance, Word, Words

SETS = (
    *(Stance, Modality, Instrument, Words, DeadlineKind, Bound, Reason, Gated),
    *(Role, Position, Status, MilestoneStatus, State, Scope, Term),
)


def test_these_are_all() -> None:
    assert set(SETS) == set(Word.__subclasses__())


@pytest.mark.parametrize(
    "word", [word for kind in SETS for word in kind], ids=lambda word: f"{type(word).__name__}-{word}"
)
def test_a_word_is_its_text_and_has_a_sentence_of_meaning(word: Word) -> None:
    assert (word, f"{word}", type(word)(word.value)) == (word.value, word.value, word)
    assert re.fullmatch(r"[a-z][^.\n]+[^.,;:\s]", word.meaning)


@pytest.mark.parametrize("kind", SETS, ids=lambda kind: kind.__name__)
def test_no_two_words_of_a_set_mean_the_same(kind: type[Word]) -> None:
    assert len({word.meaning for word in kind}) == len(kind)


def test_a_position_means_what_its_stance_means() -> None:
    taken = {word.value: word.meaning for word in Stance if not word.reports}
    of_its_own = (Position.AFFIRMS_IF, Position.MENTIONS, Position.SILENT)  # who only reported mentions it too
    assert {word.value for word in Position} == {*taken, Position.AFFIRMS_IF, Position.SILENT}
    assert all(word.meaning == taken[word.value] for word in Position if word not in of_its_own)
