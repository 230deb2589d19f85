"""A ledger as it could have been written on a day: nothing in it became known later. Definitions, "Replay"."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from .days import first
from .known import is_listed, known_day, view
from .listings import QUESTIONS, Row, answer
from .random_ledgers import without
from .records import Ledger, Written, deadline_named


def as_known(written: Written, day: date) -> Written:
    """The ledger without the claims, sources, checks and deadlines that "become known only after" a day.

    A deadline that a record which stays still refers to is not taken out, but put off for ever.
    """
    ledger = Ledger(written)
    later = {each.id for each in ledger.deadlines.values() if known_day(ledger, each) > day}
    held = later & _still_named(ledger, day)
    gone = {
        "claims": {claim.id for claim in ledger.claims if claim.known_from > day},
        "deadlines": later - held,
        "checks": {check["id"] for check in ledger.checks if first(check["checked"]) > day},
    }
    kept = without(written, gone)
    kept["deadlines"] = [_put_off(each) if each["id"] in held else each for each in kept["deadlines"]]
    used = {claim.source.id for claim in ledger.claims if claim.known_from <= day}
    used |= {source.based_on for source in ledger.sources.values() if source.based_on}
    used |= {defaults["source"] for defaults in [kept.get("defaults", {}).get("claims", {})] if defaults}
    kept["sources"] = [source for source in kept["sources"] if source["id"] in used]
    return kept


def _still_named(ledger: Ledger, day: date) -> set[str]:
    """The deadlines that a known claim names, or that the clock of a deadline which stays stands on."""
    kept = {deadline_named(claim.deadline) for claim in ledger.claims if claim.known_from <= day}
    waiting = [each for each in ledger.deadlines.values() if each.id in kept or known_day(ledger, each) <= day]
    while waiting:
        of = ledger.deadlines.get(deadline_named(waiting.pop().of))
        if of and of.id not in kept:
            kept.add(of.id)
            waiting.append(of)
    return kept


def _put_off(deadline: Written) -> Written:
    due = {} if "within" in deadline else {"due": deadline.get("due", "9999-12-31")}
    return deepcopy(deadline) | {"stated": "9999-12-31"} | due


def spoken_of(ledger: Ledger, day: str, question: str, everything: bool, listed: set[str]) -> list[Row]:
    """The rows about what had been spoken of, and the claims."""
    rows = answer(ledger, day, question, everything)
    return [row for row in rows if "commitments" in row or row["commitment"] in listed]


def breaks(written: Written, day: str) -> list[Any]:
    """The questions that get another answer once what became known later is gone: question, before, after."""
    as_of = date.fromisoformat(day)
    ledger, known = Ledger(written), Ledger(as_known(written, as_of))
    seen = view(ledger, as_of)
    listed = {each.id for each in ledger.commitments.values() if is_listed(seen, each)}
    found = []
    for question in QUESTIONS:
        for everything in (False, True):
            before = spoken_of(ledger, day, question, everything, listed)
            after = spoken_of(known, day, question, everything, listed)
            if before != after:
                found.append((question, before, after))
    return found
