"""Deadlines: a phrase and the day it was said -> the last day that counts; a repeat -> its milestones.

How a phrase is read: `phrases` makes it plain; `days`, `holidays`, `periods`, `composed` and `durations` mark what it
names; and one of the frames (by ..., until ..., within ...: `ends`, `windows`, `durations`) says what counts. Whatever
is left over and could change the day makes the reading none: truce never guesses.
"""

from truce_tracker.deadlines.conditions import Clock
from truce_tracker.deadlines.phrases import Reading, read_phrase, read_phrase_between
from truce_tracker.deadlines.recurring import Repeats
from truce_tracker.deadlines.repeats import milestones

__all__ = ["Clock", "Reading", "Repeats", "milestones", "read_phrase", "read_phrase_between"]
