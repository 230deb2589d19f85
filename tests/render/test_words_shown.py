"""The words that rendering spells out are those of the closed sets: coloured, with a badge, or told apart in a cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from truce_tracker.render import cells
from truce_tracker.render.colours import TONES
from truce_tracker.render.report.english import sentence
from truce_tracker.render.report.marks import BADGES, ICONS
from truce_tracker.rows import ChangeRow
from truce_tracker.verdicts import MilestoneStatus, Position, State, Status
from truce_tracker.vocabulary import Stance

from .samples import SAMPLES

WORDS = {word.value for kind in (Stance, Position, Status, MilestoneStatus, State) for word in kind}
OF_TABLES_ALONE = {"alone", "unannounced", "softened", "never", "never checked", "third party", "off record"}


def test_what_has_a_colour() -> None:
    assert set(TONES) - WORDS == OF_TABLES_ALONE


def test_every_word_has_a_badge_and_every_badge_a_shape() -> None:
    assert set(BADGES) == WORDS
    assert {shape for shape, _ in BADGES.values()} == set(ICONS)


@pytest.mark.parametrize("status", MilestoneStatus)
def test_that_nobody_looked_is_said_of_what_is_past_its_day(status: MilestoneStatus) -> None:
    row = replace(SAMPLES["overdue"][0], status=status.value, last_checked=None)
    late = (MilestoneStatus.OVERDUE, MilestoneStatus.UNMET)
    assert cells.last_checked(row) == (("never",) if status in late else ())


@pytest.mark.parametrize("status", MilestoneStatus)
def test_a_deadline_that_no_claim_names_is_moved_by_its_own_day(status: MilestoneStatus) -> None:
    row = ChangeRow("2025-11-01", "milestone", "m", None, "open", status.value, ())
    assert cells.by(row) == (("the day it was stated",) if status == MilestoneStatus.MOVED else ("the calendar",))


def test_a_meaning_as_a_sentence() -> None:
    assert sentence(Status.UNDERTAKEN.meaning) == "All obligors affirm."
