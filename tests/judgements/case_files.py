"""Cases written by hand, as data: cases/*.yaml -> ledgers as text, and what is asked of them. No verdict here.

A document of a case file:

    case: what it shows
    needs: 12m tonnes                  # optional: a quantity or phrase that must be readable, else it is skipped
    ledger: {claims: [...], ...}       # in format truce/2, with what no case is about left out (see `_filled`)
    as of:
      2025-11-28:
        commitments: {soy: {status: agreed}}     # rows by id: these keys of them; null: there is no such row
        overdue --all: [{milestone: d1}]         # or all rows, in their order: these keys of them
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .reading.random_ledgers import as_yaml

FOLDER = Path(__file__).parent / "cases"
EXPECTED = Path(__file__).parent / "expected"
Written = dict[str, Any]

PREAMBLE: Written = {
    "parties": [{"id": party, "name": party} for party in ("US", "CN", "EU", "RU", "UA")],
    "speakers": [
        *({"id": id, "name": id, "party": "US"} for id in ("bessent", "greer", "white-house")),
        *({"id": id, "name": id, "party": "CN"} for id in ("he-yadong", "mofcom")),
        *({"id": id, "name": id, "party": "RU"} for id in ("kremlin", "peskov")),
        {"id": "zelensky", "name": "zelensky", "party": "UA"},
        {"id": "aide", "name": "aide", "party": "US", "on_record": False},
        {"id": "insider", "name": "insider", "party": "CN", "on_record": False},
        *({"id": id, "name": id} for id in ("bloomberg", "analyst")),
        {"id": "rumour", "name": "rumour", "on_record": False},
    ],
    "topics": [{"id": "trade", "name": "Trade"}, {"id": "fentanyl", "name": "Fentanyl"}],
    "sources": [{"id": "paper", "outlet": "The Paper", "published": "2025-01-01", "kind": "article"}],
}
SOY: Written = {"id": "soy", "obligors": ["CN"], "beneficiaries": ["US"]}
IDENTITY = {"claims": "claim", "one-sided": "claim", "deadlines": "milestone", "overdue": "milestone"}


class _Plain(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads a date as the text it is."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Asked:
    """One question to a ledger, and what must be in the answer."""

    name: str
    needs: str | None
    ledger: str
    day: str
    question: str
    everything: bool
    expected: Any


def expected_of(name: str, ledger: str) -> Iterator[Asked]:
    """The questions of expected/NAME.yaml to a ledger that is given: its keys are those of "as of" in a case."""
    text = (EXPECTED / f"{name}.yaml").read_text(encoding="utf-8")
    yield from _questions(name, None, ledger, yaml.load(text, Loader=_Plain))


@cache
def asked() -> tuple[Asked, ...]:
    """Every question of every case."""
    return tuple(
        each
        for path in sorted(FOLDER.glob("*.yaml"))
        for document in yaml.load_all(path.read_text(encoding="utf-8"), Loader=_Plain)
        for each in _asked(path.stem, document)
    )


def _asked(file: str, document: Written) -> Iterator[Asked]:
    text = as_yaml(_filled(document["ledger"]))
    yield from _questions(f"{file}: {document['case']}", document.get("needs"), text, document["as of"])


def _questions(about: str, needs: str | None, ledger: str, days: dict[str, dict[str, Any]]) -> Iterator[Asked]:
    for day, questions in days.items():
        for question, expected in questions.items():
            name, words = f"{about}: {question} as of {day}", question.split()
            yield Asked(name, needs, ledger, day, words[0], "--all" in words, expected)


def _filled(written: Written) -> Written:
    """A whole ledger: the preamble; SOY where no commitments are given; the first commitment, the topic `trade`, the
    source `paper` and an id by its place (`k1`, `d1`, ...) where a record says nothing of it."""
    ledger: Written = {"format": "truce/2"}
    if "defaults" in written:
        ledger["defaults"] = written["defaults"]
    for name in ("parties", "speakers", "topics", "sources"):
        ledger[name] = [*PREAMBLE[name], *written.get(name, [])]
    ledger["commitments"] = [_commitment(each) for each in written.get("commitments", [SOY])]
    for name, letter in (("deadlines", "d"), ("claims", "k"), ("checks", "check")):
        ledger[name] = [{"id": f"{letter}{place}"} | each for place, each in enumerate(written.get(name, []), 1)]
    default = ledger["commitments"][0]["id"]
    ledger["deadlines"] = [{"commitment": default} | each for each in ledger["deadlines"]]
    ledger["claims"] = [
        _claim(each, default, written.get("defaults", {}).get("claims", {})) for each in ledger["claims"]
    ]
    return ledger


def _commitment(written: Written) -> Written:
    return {"id": written["id"], "summary": f"What {written['id']} says", "topic": "trade"} | written


def _claim(written: Written, commitment: str, defaults: Written) -> Written:
    given = {*written, *defaults}
    source = {} if "source" in given else {"source": "paper"}
    about = {} if given & {"commitment", "commitments", "topic", "answers"} else {"commitment": commitment}
    return written | source | about


def differences(found: Any, expected: Any, question: str) -> list[str]:
    """What is not as expected, in words; nothing where all is."""
    if isinstance(expected, dict):
        rows = {_identity(row, question): row for row in found}
        return [line for id, row in expected.items() for line in _differ(rows.get(id), row, id)]
    return list(_differ(found, expected, question))


def _identity(row: Written, question: str) -> str:
    identity = str(row[IDENTITY.get(question, "commitment")])
    return f"{identity} {row['kind']}" if question == "divergences" else identity


def _differ(found: Any, expected: Any, at: str) -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            if key in found:
                yield from _differ(found[key], value, f"{at}.{key}")
            else:
                yield f"{at} has no key {key}"
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for place, value in enumerate(expected):
            yield from _differ(found[place], value, f"{at}[{place}]")
    elif found != expected and not (isinstance(expected, float) and _is_near(found, expected)):
        yield f"{at} is {found!r}, not {expected!r}"


def _is_near(found: Any, expected: float) -> bool:
    return isinstance(found, int | float) and abs(found - expected) < 1e-6
