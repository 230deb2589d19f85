"""One slot of each claim that was read by hand, changed: how much of it the gate sees, and how often it cries wolf.

The floors are what was measured, rounded down. The texts are those by which the words were chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from articles.proposals.measuring import Page, load, pages
from truce_tracker.articles.gate.documents import Document
from truce_tracker.articles.gate.gate import Gate
from truce_tracker.dates import read_date
from truce_tracker.errors import UnreadableValue
from truce_tracker.quantities import read_quantity
from truce_tracker.slots import Slots
from truce_tracker.vocabulary import Stance

FLOORS = {"figure": 0.98, "unit": 0.98, "date": 0.96, "quote": 1.0, "speaker": 0.96, "stance": 0.92}
FALSE_ALARMS = 0.045
_OTHER = {
    Stance.AFFIRMS: (Stance.DENIES, Stance.DECLINES, Stance.REPORTS_UNMET),
    Stance.DENIES: (Stance.AFFIRMS, Stance.REPORTS_MET),
    Stance.DECLINES: (Stance.AFFIRMS, Stance.DENIES),
    Stance.REPORTS_MET: (Stance.DENIES, Stance.REPORTS_UNMET),
    Stance.REPORTS_PROGRESS: (Stance.DENIES, Stance.DECLINES),
    Stance.REPORTS_UNMET: (Stance.AFFIRMS, Stance.REPORTS_MET),
}


@dataclass(frozen=True)
class Gold:
    """A claim that was read by hand, with all stances that are right."""

    gate: Gate
    slots: Slots
    stances: tuple[str, ...]
    page: Page


def golds() -> Iterator[Gold]:
    for folder in ("tuned", "held_out"):
        for name in pages(folder):
            page = load(folder, name)
            own = {each.id: each.party for each in page.known.speakers}
            speakers = frozenset(filter(None, (page.speaker,)))
            parties = frozenset(page.parties) | {party for each in speakers if (party := own[each])}
            document = Document(speakers, frozenset(parties), bool(speakers or page.parties))
            gate = Gate(page.text, read_date(page.published), page.known, document)
            yield from (Gold(gate, slots, stances, page) for slots, stances in map(_slots, page.gold, [page] * 999))


def _slots(claim: dict[str, Any], page: Page) -> tuple[Slots, tuple[str, ...]]:
    said = claim["speaker"] if isinstance(claim["speaker"], str) else claim["speaker"][0]
    stances = claim.get("stance") or []
    stances = tuple(stances if isinstance(stances, list) else [stances])
    speaker = said if said in {each.id for each in page.known.speakers} else None
    party = said.removeprefix("party ") if said.startswith("party ") else None
    party = next((each.party for each in page.known.speakers if each.id == speaker), party)
    quantity = claim.get("quantity")
    try:
        quantity = read_quantity(quantity).written if quantity else None
    except UnreadableValue:
        quantity = None
    return (
        Slots(
            quote=claim["quote"],
            stance=stances[0] if stances else Stance.MENTIONS,
            speaker=speaker,
            speaker_name=said.removeprefix("new ") if said.startswith("new ") else None,
            parties=(party,) if party else (),
            quantity=quantity,
            due=str(claim["due"]) if claim.get("due") else None,
            said=read_date(page.published),
        ),
        stances,
    )


def corruptions(gold: Gold) -> Iterator[tuple[str, Slots]]:
    slots = gold.slots
    if slots.quantity and (number := re.search(r"[0-9][0-9,.]*", slots.quantity)):
        plain = number[0].replace(",", "")
        for digits in (f"{float(plain) + 1:.10g}", str(int(number[0][0]) % 9 + 1) + number[0][1:]):
            yield "figure", replace(slots, quantity=slots.quantity.replace(number[0], digits, 1))
        if "million" in slots.quantity:
            yield "figure", replace(slots, quantity=slots.quantity.replace("million", "billion"))
        yield "unit", replace(slots, quantity=f"{number[0]} zlotys")
        if "per" not in slots.quantity:
            yield "unit", replace(slots, quantity=f"{slots.quantity} per week")
    if slots.due:
        for days in (-1, 1, 31):
            due = date.fromisoformat(slots.due) + timedelta(days)
            yield "date", replace(slots, due=due.isoformat())
    words = slots.quote.split()
    yield "quote", replace(slots, quote=" ".join([*words[:-1], "otherwise"]))
    party = slots.parties[0] if slots.parties else None
    if slots.speaker or slots.speaker_name:
        for other in gold.page.known.speakers:
            if other.party and other.party != party:
                yield "speaker", replace(slots, speaker=other.id, speaker_name=None, parties=(other.party,))
    for stance in _OTHER.get(Stance(slots.stance), ()) if gold.stances else ():
        if stance not in gold.stances:
            yield "stance", replace(slots, stance=stance)


def test_what_is_changed_is_seen() -> None:
    """Of claims that pass; one that does not is a false alarm."""
    changed: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    alarms = []
    every = list(golds())
    for gold in every:
        stances = gold.stances or (gold.slots.stance,)
        if all(gold.gate.findings(replace(gold.slots, stance=stance)) for stance in stances):
            alarms.append(gold.slots.quote)
            continue
        for slot, slots in corruptions(gold):
            changed[slot] += 1
            seen[slot] += bool(gold.gate.findings(slots))
    assert len(alarms) / len(every) <= FALSE_ALARMS, alarms
    shares = {slot: seen[slot] / changed[slot] for slot in changed}
    assert all(shares[slot] >= floor for slot, floor in FLOORS.items()), shares
    assert set(changed) == set(FLOORS)
