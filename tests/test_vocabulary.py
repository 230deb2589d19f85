"""Every word of a closed set has one meaning, and the README's table of verdicts is made of these.

`python tests/test_vocabulary.py` writes the table into the README.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from truce_tracker.verdicts import MilestoneStatus, Position, Role, Scope, State, Status, Term
from truce_tracker.vocabulary import Bound, DeadlineKind, Instrument, Modality, Stance, Word

README = Path(__file__).parent.parent / "README.md"
SETS = (
    *(Stance, Modality, Instrument, DeadlineKind, Bound),
    *(Role, Position, Status, MilestoneStatus, State, Scope, Term),
)
_TABLE = re.compile(r"\| of \| verdict \| means \|\n(?:\|.*\n)+")


def _table() -> str:
    judged = (
        ("a claim", (Term.ONE_SIDED,)),
        ("a commitment", (Term.UNMATCHED, *Status)),
        ("a milestone", (*MilestoneStatus,)),
    )
    lines = [f"| {of} | {word} | {word.meaning} |\n" for of, words in judged for word in words]
    return "".join(["| of | verdict | means |\n", "|---|---|---|\n", *lines])


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
    taken = {word.value: word.meaning for word in Position if word != Position.SILENT}
    assert taken == {word.value: word.meaning for word in Stance if not word.reports}


def test_the_readme_has_every_verdict_in_these_words() -> None:
    assert _TABLE.findall(README.read_text(encoding="utf-8")) == [_table()]


if __name__ == "__main__":
    README.write_text(_TABLE.sub(lambda _: _table(), README.read_text(encoding="utf-8")), encoding="utf-8")
