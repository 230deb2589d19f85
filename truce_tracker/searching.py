"""Words to search by: what a person types -> an FTS5 query that never errs, and the bigrams that make Chinese findable.

SQLite's `unicode61` takes a run of Chinese for one word, so two-character words in it are never found. The pairs of
neighbouring characters are indexed beside the words, and a Chinese word is looked up as the phrase of its pairs.
"""

from __future__ import annotations

import re

_CHINESE = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CHINESE_RUN = re.compile(f"[{_CHINESE}]+")
_RUN = re.compile(f"(?P<chinese>[{_CHINESE}]+)|(?P<word>[^\\W_{_CHINESE}]+)")
_NOTHING = '""'
_COMMON = frozenset(
    """a an and are as at be been but by for from had has have he her his i in is it its more not of on or our said says
    she that the their them they this to was we were which who will with would""".split()  # noqa: SIM905
)
_CHUNK = re.compile(r'"([^"]*)"|(\S+)')


def bigrams(*texts: str | None) -> str | None:
    """The pairs of neighbouring Chinese characters in the texts, apart by spaces; None where there are none."""
    pairs = [pair for text in texts if text and not text.isascii() for pair in _pairs_in(text)]
    return " ".join(pairs) or None


def match(words: str) -> str:
    """The FTS5 query for what a person typed: all of it must occur, quoted or hyphenated words side by side.

    Where there is nothing in it to look for (``"``, ``++``), a query that finds nothing.
    """
    chunks = (quoted or bare for quoted, bare in _CHUNK.findall(words.replace("“", '"').replace("”", '"')))
    terms = [term for chunk in chunks for term in _terms(chunk)]
    return " AND ".join(terms) or _NOTHING


def match_any(text: str) -> str:
    """The FTS5 query for any of the words of a text: the more of them, and the rarer, the better the rank."""
    words = {found["word"].lower() for found in _RUN.finditer(text) if found["word"]}
    terms = [f'"{word}"' for word in sorted(words - _COMMON) if len(word) > 1]
    return " OR ".join([*terms, *(f'bigrams : "{pair}"' for pair in sorted(set(_pairs_in(text))))]) or _NOTHING


def chinese_runs(text: str) -> list[str]:
    """The runs of Chinese characters in a text."""
    return _CHINESE_RUN.findall(text)


def _pairs_in(text: str) -> list[str]:
    return [pair for run in chinese_runs(text) for pair in _pairs(run)]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def _terms(chunk: str) -> list[str]:
    """Latin words as one phrase; each Chinese run as the phrase of its pairs, one character as the start of one."""
    terms, phrase = [], []
    for found in _RUN.finditer(chunk):
        if found["word"]:
            phrase.append(found["word"])
        elif len(found["chinese"]) == 1:
            terms.append(f'bigrams : "{found["chinese"]}" *')
        else:
            terms.append(f'bigrams : "{" ".join(_pairs(found["chinese"]))}"')
    return ([f'"{" ".join(phrase)}"'] if phrase else []) + terms
