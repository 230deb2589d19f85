"""`truce show`: one thing of the ledger, whole; and `truce verify` beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run, load_text

LEDGER = """
format: truce/1
parties: [{id: US, name: United States}, {id: CN, name: China}]
speakers: [{id: minister, name: A Minister, party: US, role: Minister of Trade}]
topics: [{id: rare, name: Rare earths}]
sources:
  - id: daily
    outlet: The Daily
    published: 2025-11-20
    text: "The minister spoke. He hopes to finalise a deal by Friday, he said. Nobody answered."
commitments:
  - {id: deal, summary: Finish a deal, topic: rare, obligors: [US, CN], in_exchange_for: [pause]}
  - {id: pause, summary: Pause the duty, topic: rare, obligors: [US], beneficiaries: [CN]}
deadlines:
  - {id: friday, commitment: deal, due: 2025-11-21, phrase: by Friday, stated: 2025-11-17}
  - {id: yearly, commitment: pause, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=2}
claims:
  - id: hope
    speaker: minister
    source: daily
    commitment: deal
    stance: affirms
    text: The minister hopes to finish the deal by Friday
    quote: "hopes to  FINALISE a deal"
    deadline: friday
    quantity: 3 deals
checks: [{id: looked, party: CN, to: 2025-11-22, checked: 2025-11-23, topics: [rare]}]
"""


@pytest.fixture
def ledger(db: Path) -> Path:
    load_text(db, LEDGER)
    return db


def test_a_claim_with_its_source_and_its_words_in_their_sentence(truce: Run, ledger: Path) -> None:
    shown = truce("--db", ledger, "show", "hope", "--as-of", "2025-11-28").out.splitlines()
    assert shown[0] == "claim hope"
    facts = dict(line.strip().split("  ", 1) for line in shown[1:])
    assert facts["speaker"].strip() == "minister: A Minister, Minister of Trade"
    assert facts["quote"].strip() == 'The Daily: "hopes to  FINALISE a deal"'
    assert facts["words"].strip() == "reported"
    assert facts["in the text"].strip() == "He «hopes to finalise a deal» by Friday, he said. (characters 23 to 47)"
    assert facts["source"].strip() == "daily: The Daily"


def test_a_commitment_with_every_position_and_the_claims_behind_it(truce: Run, ledger: Path) -> None:
    ran = truce("--db", ledger, "show", "deal", "--as-of", "2025-11-28")
    assert ran.code == 0
    assert "status           unacknowledged" in ran.out
    assert "no claims        CN, obligor: silent" in ran.out
    assert "\nUS, obligor: affirms since 2025-11-20\n" in ran.out
    assert "\ndeadlines\n" in ran.out


def test_a_milestone_with_who_set_its_day(truce: Run, ledger: Path) -> None:
    shown = truce("--db", ledger, "show", "friday", "--as-of", "2025-11-28").out
    assert "phrase      “by Friday”" in shown
    assert "\nset by\n" in shown
    assert truce("--db", ledger, "show", "yearly@2026-12-31").out.startswith("milestone yearly@2026-12-31\n")


def test_a_source_with_its_text_and_the_quotes_marked(truce: Run, ledger: Path) -> None:
    shown = truce("--db", ledger, "show", "daily", "--as-of", "2025-11-28").out
    assert "The minister spoke. He «hopes to finalise a deal»[hope] by Friday, he said." in shown


@pytest.mark.parametrize("identity", ["minister", "US", "rare", "looked", "pause"])
def test_every_kind_of_thing_has_a_card(truce: Run, ledger: Path, identity: str) -> None:
    cards = json.loads(truce("--db", ledger, "show", identity, "--format", "json").out)
    assert [card["id"] for card in cards] == [identity]


def test_an_unknown_id_is_an_error_with_a_suggestion(truce: Run, ledger: Path) -> None:
    ran = truce("--db", ledger, "show", "dael")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "truce: nothing has the id 'dael' (did you mean deal?)\n"


def test_verify_tells_what_does_not_stand(truce: Run, ledger: Path) -> None:
    ran = truce("--db", ledger, "verify")
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "hope: quantity “3 deals” does not stand in daily"
    assert ran.err == "3 checked, 1 not held, 1 to look at; 0 sources have no stored text\n"
