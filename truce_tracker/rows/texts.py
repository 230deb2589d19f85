"""Rows about texts: where quotes stand and words were found, which texts are alike, and which words do not hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """A quote's place: characters from 0, `ends` the first one behind; `exact` its words as they stand there."""

    claim: str
    source: str
    begins: int
    ends: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where words were found. `marks` are the stretches of the passage that were looked for: (begin, end) each."""

    kind: str
    id: str
    day: str | None
    passage: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A stored text that shares words with another; `share` is how much of the shorter stands in the longer, 0 to 1."""

    source: str
    share: float


@dataclass(frozen=True, slots=True)
class Unheld:
    """What the stored text does not bear out of a claim or a deadline (`id`): its slot (`what`) and the words there.

    `verdict` is "refused" or "to look at", `code` a `vocabulary.Reason`; `found` are the words of the text that speak
    against it, `nearest` is the passage most like a quote that does not stand there, and `alike` how near it is.
    """

    id: str
    what: str
    words: str
    source: str
    nearest: str | None
    alike: float | None
    code: str
    verdict: str
    found: str | None = None
