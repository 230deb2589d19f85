"""Where a quote stands: its own words, its sentence, its paragraph, and what led to it. Simple Chinese characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truce_tracker.articles.proposing.sentences import Sentence

_WIDEST = 2000  # characters to either side of a quote: nobody is told of further away


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place at which a quote stands: text[start:end]; the sentence around it begins at `begin`.

    `lead` are the two paragraphs before: an item of a list, or "he", is told there.
    """

    start: int
    end: int
    begin: int
    quote: str
    sentence: str
    paragraph: str
    lead: str

    @property
    def before(self) -> str:
        """The sentence up to the quote."""
        return self.sentence[: max(self.start - self.begin, 0)]

    @property
    def after(self) -> str:
        """The sentence behind the quote."""
        return self.sentence[max(self.end - self.begin, 0) :]


def evidence_at(plain: str, paragraphs: Sequence[Sequence[Sentence]], start: int, end: int) -> Evidence:
    """What stands around a place of a text in simple characters.

    A quote outside every sentence, in a heading's marks, has itself alone.
    """
    number = next((at for at, found in enumerate(paragraphs) if found[-1].end > start), len(paragraphs) - 1)
    if number < 0:
        return Evidence(start, end, start, plain[start:end], plain[start:end], plain[start:end], "")
    touched = [one for found in paragraphs[number:] if found[0].start < end for one in found]
    inside = [one for one in touched if one.end > start and one.start < end]
    begin = max(min([start, *(one.start for one in inside)]), start - _WIDEST)
    finish = min(max([end, *(one.end for one in inside)]), end + _WIDEST)
    own = paragraphs[number]
    first = max(min(own[0].start, begin), start - _WIDEST)
    last = min(max(own[-1].end, finish), end + _WIDEST)
    earlier = max(paragraphs[max(number - 2, 0)][0].start, first - _WIDEST)
    return Evidence(start, end, begin, plain[start:end], plain[begin:finish], plain[first:last], plain[earlier:first])
