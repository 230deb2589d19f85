"""What holds of the second reading whatever the ledger: replay, the keys of rows, and that random ledgers are rich."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from . import product
from .reading.comparing import disagreement
from .reading.listings import QUESTIONS, answer, ask
from .reading.random_ledgers import AS_OF_DAYS, as_yaml, random_ledger, smallest
from .reading.records import Ledger
from .reading.replay import breaks

PHASES = [Phase.explicit, Phase.reuse, Phase.generate]  # a seed does not shrink: `smallest` does
seeds = st.integers(0, 2**64)

POSITION = "party role position since latest claim"
REPORT = "claim stance about party speaker said quantity"
FIGURE = "party speaker basis quantity share said claim"
MILESTONE = (
    "milestone deadline commitment summary kind phrase due days status variant_of readings moved_to set_by stated_by"
    " met_by one_sided progress reports last_checked"
)
KEYS = {
    "claims": "claim said parties speaker on_record stance condition modality topic commitments text quote words"
    " quantity deadline about source instrument telling_of",
    "one-sided": "claim said party speaker topic commitment text source age state state_one_sided tellings responses",
    "unmatched": "commitment summary topic status state state_one_sided obligors asserted_by in_exchange_for",
    "commitments": "commitment summary topic obligors beneficiaries status state state_by state_one_sided breaches"
    " progress positions",
    "overdue": MILESTONE,
    "deadlines": MILESTONE,
    "divergences": "commitment summary kind scopes ratio values",
}
INNER = {
    "responses": "party position since latest chances last_checked",
    "obligors": "party position since latest",
    "asserted_by": "party position since claim",
    "in_exchange_for": "commitment status state",
    "breaches": "party reported_by reports latest",
    "positions": POSITION,
    "progress": FIGURE,
    "readings": "due by",
    "moved_to": "deadline due by",
    "set_by": "claim party speaker",
    "reports": REPORT,
    "values": "value claims",
    "claims": "claim party speaker said source outlet",
}
MET_IN_RANDOM = """
agreed|undertaken|conditional|partial|unacknowledged|declined|denied|withdrawn|proposed|unclaimed
ended|done|lapsed|breach reported|late|disputed|in force|due|not done|waiting|open
moved|variant|waiting|in force|lapsed|disputed|met|met late|open|unmet|overdue
affirms|affirms-if|affirms-in-part|denies|proposes|withdraws|drops|declines|mentions|silent
one-sided state|shared state|closed|stand-in elsewhere|readings|third party|one-sided date|joint row|telling|own words
reported words|about nobody|breach by nobody|a sum|a share|no scope|same-statement|within-party|between-parties
chances|checked|asserted from outside|listed with all|stated by two|repeats
"""


def leaves(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects inside a row, each with the key under which it stands."""
    for key, inner in value.items():
        for each in inner if isinstance(inner, list) else [inner]:
            if isinstance(each, dict):
                yield key, each
                yield from leaves(each)


@given(seed=seeds)
@settings(max_examples=40, deadline=None, phases=PHASES)
def test_what_becomes_known_later_changes_no_answer(seed: int) -> None:
    ledger = random_ledger(seed)
    for day in AS_OF_DAYS[seed % 3 :: 3]:
        if breaks(ledger, day):
            small = smallest(ledger, lambda tried: breaks(tried, day))  # noqa: B023
            pytest.fail(f"as of {day}, of\n{as_yaml(small)}\n{json.dumps(breaks(small, day), indent=1)}")


@given(seed=seeds)
@settings(max_examples=15, deadline=None, phases=PHASES)
def test_rows_have_the_keys_that_scripts_were_promised(seed: int) -> None:
    text = as_yaml(random_ledger(seed))
    for question, keys in KEYS.items():
        for row in ask(text, "2025-11-21", question, True):
            assert list(row) == keys.split()
            for key, inner in leaves(row):
                assert list(inner) == INNER[key].split()


@given(seed=seeds)
@settings(max_examples=15, deadline=None, phases=PHASES)
def test_all_adds_and_takes_nothing_away(seed: int) -> None:
    ledger = Ledger(yaml.load(as_yaml(random_ledger(seed)), Loader=yaml.BaseLoader))
    for day in AS_OF_DAYS[::2]:
        for question in QUESTIONS:
            everything = answer(ledger, day, question, True)
            assert [row for row in answer(ledger, day, question) if row not in everything] == []


@given(seed=seeds)
@settings(max_examples=5, deadline=None, phases=PHASES)
def test_it_agrees_with_itself(seed: int) -> None:
    assert disagreement(ask, seed, AS_OF_DAYS[4::4]) is None


@given(seed=seeds)
@settings(max_examples=25, deadline=None, phases=PHASES)
def test_the_product_agrees(seed: int) -> None:
    told = disagreement(product.ask, seed, AS_OF_DAYS[seed % 4 :: 4])
    assert told is None, told


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_the_product_agrees_on_many_ledgers(part: int) -> None:
    for seed in range(part * 250, part * 250 + 250):
        told = disagreement(product.ask, seed, AS_OF_DAYS[seed % 4 :: 4])
        assert told is None, told


def test_where_another_reader_differs_the_smallest_ledger_is_shown() -> None:
    def deaf(text: str, day: str, question: str, everything: bool) -> list[dict[str, Any]]:
        rows = ask(text, day, question, everything)
        return [row for row in rows if row["stance"] != "denies"] if question == "claims" else rows

    shown = next(told for told in (disagreement(deaf, seed, ["2025-12-31"]) for seed in range(50)) if told)
    assert shown.count("\n- id: k") == 1
    assert shown.startswith("claims as of 2025-12-31")
    assert '"stance": "denies"' in shown


def test_the_ledgers_are_rich() -> None:
    """Every status, state, position and turn occurs in some hundreds of ledgers."""
    met: Counter[str] = Counter()
    for seed in range(500):
        met.update(set(features(random_ledger(seed), AS_OF_DAYS[4 + seed % 6])))
    wanted = [name for line in MET_IN_RANDOM.split("\n") for name in line.split("|") if name]
    assert {name: met[name] for name in wanted if met[name] < 3} == {}


def features(written: dict[str, Any], day: str) -> Iterator[str]:
    ledger = Ledger(written)
    rows = {question: answer(ledger, day, question) for question in QUESTIONS}
    yield from _of_commitments(rows["commitments"])
    yield from _of_milestones(rows["deadlines"])
    yield from _of_claims(rows)
    for question in ("unmatched", "one-sided", "overdue"):
        yield from ["listed with all"] * (rows[question] != answer(ledger, day, question, True))
    yield from ["closed"] * (rows["unmatched"] != answer(ledger, day, "unmatched", True))


def _of_commitments(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield from (row["status"], row["state"])
        yield from (stand["position"] for stand in row["positions"])
        if row["state_by"]:
            yield "one-sided state" if row["state_one_sided"] else "shared state"
            yield from ["third party"] if "third party" in row["state_by"] else []
        yield from ["breach by nobody"] * any(breach["party"] is None for breach in row["breaches"])
        for figure in row["progress"]:
            yield from [*["a share"] * bool(figure["share"]), *["a sum"] * ("0000 t" in figure["quantity"])]


def _of_milestones(rows: list[dict[str, Any]]) -> Iterator[str]:
    own = {row["deadline"]: row["commitment"] for row in rows}
    for row in rows:
        yield row["status"]
        if row["moved_to"] and own[row["moved_to"]["deadline"]] != row["commitment"]:
            yield "stand-in elsewhere"
        yield from ["readings"] * bool(row["readings"])
        yield from ["one-sided date"] * row["one_sided"]
        yield from ["stated by two"] * (len(row["stated_by"]) > 1)
        yield from ["repeats"] * ("@" in row["milestone"])


def _of_claims(rows: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for row in rows["claims"]:
        yield from ["joint row"] * (len(row["parties"]) > 1)
        yield from ["telling"] * bool(row["telling_of"])
        yield from [f"{row['words']} words"] if row["words"] else []
        yield from ["about nobody"] * (row["about"] == [])
    for row in rows["divergences"]:
        yield from row["scopes"] or ["no scope"]
    for row in rows["one-sided"]:
        yield from ["chances"] * any(response["chances"] for response in row["responses"])
        yield from ["checked"] * any(response["last_checked"] for response in row["responses"])
    for row in rows["unmatched"]:
        yield from ["asserted from outside"] * (row["status"] == "unacknowledged")
