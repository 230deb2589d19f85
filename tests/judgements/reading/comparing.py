"""Another reader of the definitions against this one, on random ledgers: where they differ, the smallest ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date

from .known import view
from .listings import QUESTIONS, Row
from .random_ledgers import AS_OF_DAYS, as_yaml, random_ledger, smallest
from .records import Ledger, Written

Reader = Callable[[str, str, str, bool], list[Row]]  # ledger as text, day, question, everything (--all)


def disagreement(reader: Reader, seed: int, days: Iterable[str] = AS_OF_DAYS, shrink: bool = True) -> str | None:
    """What a reader answers otherwise about a random ledger, on the smallest part of it that shows it; None where both
    agree in every question. The order of keys and true against 1 count as well."""
    written = random_ledger(seed)
    ledger, text = Ledger(written), as_yaml(written)
    for day in days:
        for question in QUESTIONS:
            for everything in (False, True):
                if not _same(reader(text, day, question, everything), _rows(ledger, day, question, everything)):
                    return _told(reader, written, day, question, everything, shrink)
    return None


def _told(reader: Reader, written: Written, day: str, question: str, everything: bool, shrink: bool) -> str:
    def differs(tried: Written) -> bool:
        text = as_yaml(tried)
        return not _same(reader(text, day, question, everything), _rows(Ledger(tried), day, question, everything))

    small = smallest(written, differs) if shrink else written
    expected = _rows(Ledger(small), day, question, everything)
    found = reader(as_yaml(small), day, question, everything)
    shown = [f"{question}{' --all' * everything} as of {day}, of", as_yaml(_without_preamble(small))]
    shown += ["this reading only:", *_only(expected, found), "the other only:", *_only(found, expected)]
    return "\n".join(shown)


def _rows(ledger: Ledger, day: str, question: str, everything: bool) -> list[Row]:
    return QUESTIONS[question](view(ledger, date.fromisoformat(day)), everything)


def _same(found: list[Row], expected: list[Row]) -> bool:
    return json.dumps(_rounded(found)) == json.dumps(_rounded(expected))


def _only(rows: list[Row], others: list[Row]) -> list[str]:
    """The rows that the others lack; all of them where only their order differs."""
    told, other = [json.dumps(row) for row in rows], {json.dumps(row) for row in others}
    return [row for row in told if row not in other] or told * (sorted(told) == sorted(other))


def _rounded(value: object) -> object:
    """A sum of shares can differ in its last digit by the order of adding."""
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list) else value


def _without_preamble(written: Written) -> Written:
    kept = ("defaults", "commitments", "deadlines", "claims", "checks")
    return {name: written[name] for name in kept if written.get(name)}
