"""How alike two texts are, by the runs of words they share: a small sample of each text's runs is kept to compare by.

The sample takes every run whose hash is divisible by `_SCALE` (as FracMinHash does for genomes), so that the part of
one text which stands in another can be told whatever their lengths: a retelling holds only a piece of what it retells.
A library's MinHash tells only how much two whole texts overlap, and would bring NumPy along.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from zlib import crc32

RUN = 4  # words, or Chinese characters
_SCALE = 6  # one run in so many is kept
_MOST = 3_000  # runs kept of one text, however long
_WORD = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\W_]+")


def sample(text: str) -> list[int]:
    """The sampled runs of a text, as sorted numbers below 2**32; all of them where the text is short."""
    words = _WORD.findall(text.casefold())
    places = range(max(1, len(words) - RUN + 1)) if words else range(0)
    runs = {crc32(" ".join(words[at : at + RUN]).encode()) for at in places}
    kept = {run for run in runs if run % _SCALE == 0} if len(runs) > 100 else runs
    return sorted(kept)[:_MOST]


def share(shared: int, sizes: Collection[int]) -> float:
    """How much of the smaller of two samples stands in the other, from 0 to 1."""
    least = min(sizes)
    return shared / least if least else 0.0
