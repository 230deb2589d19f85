"""What the ledger has under an id, whatever it is the id of: its facts, its verdict, and the claims behind them.

Verdicts come from the same questions as the listings; only plain rows are read here beside them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from truce_tracker.judgements.ledger import Ledger
from truce_tracker.rows import Card, ClaimRow, CommitmentRow, MilestoneRow, Part, Quote

Facts = dict[str, object]
_REPLACES = "SELECT replaces FROM deadline_replaces WHERE deadline = ? ORDER BY place"
_SENTENCE_ENDS = (". ", ".\n", "! ", "? ", "\n\n", "。", "！", "？")


def cards(ledger: Ledger, identity: str, as_of: str) -> list[Card]:
    """A card for each thing that has this id (ids are unique only within their list); none where nothing has it."""
    return [card for build in _BUILDERS if (card := build(ledger, identity, as_of))]


# of a list's record, under each id that it had
_FIRST_RECORDED = """
    WITH RECURSIVE name (id) AS (
        SELECT id FROM change WHERE "list" = ?1 AND id = ?2
        UNION
        SELECT change.was FROM name JOIN change USING (id) WHERE "list" = ?1 AND was IS NOT NULL
    )
    SELECT MIN(moment) AS moment
    FROM name JOIN change USING (id) JOIN operation ON number = operation
    WHERE "list" = ?1 AND before IS NULL
"""


def _row(ledger: Ledger, query: str, *values: str) -> dict[str, Any] | None:
    row: sqlite3.Row | None = ledger.connection.execute(query, values).fetchone()
    return dict(row) if row else None


def _card(kind: str, identity: str, facts: Facts, *parts: Part) -> Card:
    told = tuple((name, value) for name, value in facts.items() if value not in (None, "", ()))
    return Card(kind, identity, told, tuple(part for part in parts if part.rows))


def _flag(value: object) -> str:
    return "yes" if value else "no"


def _list(value: str | None) -> str:
    return ", ".join(json.loads(value or "[]"))


def _ids(ledger: Ledger, query: str, identity: str) -> tuple[str, ...]:
    return tuple(row[0] for row in ledger.connection.execute(query, (identity,)))


def _claims(ledger: Ledger, as_of: str, **filters: Any) -> Part:
    return Part("claims", "claims", tuple(ledger.claims(as_of, **filters)))


def _told_also(ledger: Ledger, claims: Iterable[ClaimRow]) -> dict[str, tuple[str, ...]]:
    """The outlets of the claims that tell another one again, by the one that leads."""
    telling = {claim.claim: claim.telling_of for claim in claims if claim.telling_of}
    found: dict[str, set[str]] = {}
    for claim, outlet in ledger.outlets_of(telling).items():
        found.setdefault(telling[claim], set()).add(outlet)
    return {leading: tuple(sorted(told)) for leading, told in found.items()}


def _claim(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    row = _row(ledger, "SELECT * FROM claim WHERE id = ?", identity)
    if row is None:
        return None
    source = ledger.source(row["source"]) or {}
    facts = _who_says_what(ledger, row, source) | _accounts(ledger, row, as_of)
    facts |= {
        "in the text": _in_its_sentence(ledger, identity, row["source"]),
        "modality": row["modality"],
        "quantity": row["quantity"],
        "deadline": row["milestone"] or row["deadline"],
        **_reported(ledger, row),
        "source": f"{row['source']}: {_described(source)}",
        "published": source.get("published"),
        "url": source.get("url"),
        "archived": source.get("archived"),
        "based on": source.get("based_on"),
        "locator": row["locator"],
        "instrument": row["instrument"],
        "note": row["note"],
        **_recorded(ledger, "claims", row),
    }
    return _card("claim", identity, facts)


def _recorded(ledger: Ledger, list_name: str, row: dict[str, Any]) -> Facts:
    """When the present words of a record were entered, and when it was, where that was earlier."""
    found = _row(ledger, _FIRST_RECORDED, list_name, row["id"])
    first = found["moment"] if found else None
    return {"recorded": row["recorded"], "first recorded": first if first != row["recorded"] else None}


def _who_says_what(ledger: Ledger, row: dict[str, Any], source: dict[str, Any]) -> Facts:
    parties = _ids(ledger, "SELECT party FROM claim_party WHERE claim = ? ORDER BY party", row["id"])
    query = "SELECT commitment FROM claim_commitment WHERE claim = ? ORDER BY place"
    commitments = tuple(_named(ledger, "commitment", each) for each in _ids(ledger, query, row["id"]))
    outlet = source.get("outlet") or row["source"]
    return {
        "said": row["said"],
        "parties" if len(parties) > 1 else "party": ", ".join(parties) or "third party",
        "speaker": _named(ledger, "speaker", row["speaker"]),
        "on record": _flag(row["on_record"]),
        "stance": row["stance"],
        "condition": row["condition"],
        "commitments" if len(commitments) > 1 else "commitment": "; ".join(filter(None, commitments)),
        "topic": row["topic"],
        "text": row["text"],
        "quote": Quote(row["quote"], row["words_as"], outlet) if row["quote"] else None,
        "words": row["words_as"],
    }


def _accounts(ledger: Ledger, row: dict[str, Any], as_of: str) -> Facts:
    """How the claim stands to others: what it answers, and which account of the statement leads."""
    told, also = ledger.accounts(as_of, row["id"])
    return {
        "answers": row["answers"],
        "retells": row["retells"],
        "tells again": told if told != row["retells"] else None,
        "told also by": ", ".join(also),
    }


def _reported(ledger: Ledger, row: dict[str, Any]) -> Facts:
    """What a report tells: of whose doing, of which day, and what its figure counts."""
    if not row["stance"].startswith("reports-"):
        return {}
    return {
        "about": ", ".join(
            _ids(ledger, "SELECT DISTINCT party FROM told_of WHERE claim = ? ORDER BY party", row["id"])
        ),
        "done": row["done"],
        "basis": row["basis"],
        "covers": row["covers"],
        "cumulative": None if row["cumulative"] else "no, for that period alone",
    }


def _in_its_sentence(ledger: Ledger, claim: str, source: str) -> str | None:
    """The words where they stand, with the rest of their sentence, and with their first and last character."""
    anchor, text = ledger.anchor(claim), ledger.text(source)
    if anchor is None or text is None:
        return None
    begins, ends = anchor["begins"], anchor["ends"]
    start = max(
        (text.rfind(mark, 0, begins) + len(mark) for mark in _SENTENCE_ENDS if mark in text[:begins]), default=0
    )
    stop = min((at for mark in _SENTENCE_ENDS if (at := text.find(mark, ends)) >= 0), default=len(text)) + 1
    return f"{text[start:begins]}«{text[begins:ends]}»{text[ends:stop]}".strip() + f" (characters {begins} to {ends})"


def _named(ledger: Ledger, table: str, identity: str | None) -> str | None:
    """An id with the name, role or summary behind it."""
    if identity is None:
        return None
    row = _row(ledger, f"SELECT * FROM {table} WHERE id = ?", identity) or {}
    words = ", ".join(row[column] for column in ("name", "role", "summary") if row.get(column))
    return f"{identity}: {words}" if words else identity


def _described(source: dict[str, Any]) -> str:
    return ", ".join(filter(None, (source.get("outlet"), source.get("title"), source.get("kind"))))


def _commitment(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    if not ledger.has("commitment", identity):  # every status would be worked out for nothing
        return None
    found = ledger.commitments(as_of, commitment=[identity])
    if not found:
        return None
    row, claims = found[0], ledger.claims(as_of, commitment=[identity])
    parts = _by_position(row, _with_accounts(ledger, claims))
    facts = _verdicts(ledger, row)
    if silent := [part.title for part in parts if not part.rows]:
        facts["no claims"] = "; ".join(silent)
    again = Part("told again", "claims", tuple(claim for claim in claims if claim.telling_of))
    deadlines = Part("deadlines", "deadlines", tuple(ledger.deadlines(as_of, commitment=[identity])))
    return _card("commitment", identity, facts, *parts, again, deadlines)


def _verdicts(ledger: Ledger, row: CommitmentRow) -> Facts:
    given = "SELECT in_exchange_for FROM exchange WHERE commitment = ? ORDER BY place"
    return {
        "summary": row.summary,
        "topic": row.topic,
        "status": row.status,
        "state": row.state,
        "state by": ", ".join(row.state_by) + (" alone" if row.state_one_sided and len(row.state_by) == 1 else ""),
        "breaches": row.breaches,
        "progress": row.progress,
        "obligors": ", ".join(row.obligors),
        "beneficiaries": ", ".join(row.beneficiaries),
        "in exchange for": ", ".join(_ids(ledger, given, row.commitment)),
        "positions": row.positions,
        "decided by": ", ".join(each.claim for each in row.positions if each.claim),
    }


def _with_accounts(ledger: Ledger, claims: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The claims that lead, each with the outlets of the other accounts."""
    told = _told_also(ledger, claims)
    return [replace(claim, told_also=told.get(claim.claim, ())) for claim in claims if not claim.telling_of]


def _by_position(row: CommitmentRow, claims: Iterable[ClaimRow]) -> list[Part]:
    """The claims of each party that has a position, then those of others. A joint text stands with each of its own."""
    involved = {position.party for position in row.positions}
    parts = [
        Part(
            f"{position.party}, {position.role}: {position.position}"
            + (f" since {position.since}" if position.since else ""),
            "claims",
            tuple(claim for claim in claims if position.party in claim.parties),
        )
        for position in row.positions
    ]
    others = tuple(claim for claim in claims if involved.isdisjoint(claim.parties))
    return [*parts, *([Part("others", "claims", others)] if others else [])]


def _deadline(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    """A deadline with its milestones, or one milestone of a deadline that repeats."""
    query = "SELECT d.* FROM deadline AS d JOIN milestone AS m ON m.deadline = d.id WHERE ? IN (d.id, m.id) LIMIT 1"
    row = _row(ledger, query, identity)
    if row is None:
        return None
    known = ledger.deadlines(as_of, commitment=[row["commitment"]])
    milestones = [each for each in known if identity in (each.milestone, each.deadline)]
    facts: Facts = {
        "commitment": _named(ledger, "commitment", row["commitment"]),
        "kind": row["kind"],
        "phrase": f"“{row['phrase']}”" if row["phrase"] else None,
        "stated": row["stated"],
        "from": row["from_day"],
        "within": row["within"],
        "of": row["of"],
        "no later than": row["no_later_than"],
        "due": ", ".join(each.due for each in milestones if each.due) or row["due_day"],
        "status": ", ".join(dict.fromkeys(each.status for each in milestones)) or f"not known on {as_of}",
        **_other_days(milestones),
        "repeats": row["repeats"],
        "replaces": ", ".join(_ids(ledger, _REPLACES, row["id"])),
        "progress": tuple(dict.fromkeys(figure for each in milestones for figure in each.progress)),
    }
    parts = (
        _set_by(ledger, milestones, as_of),
        _reports(ledger, milestones, as_of),
        Part("milestones", "deadlines", tuple(milestones)),
    )
    return _card("deadline" if identity == row["id"] else "milestone", identity, facts, *parts)


def _other_days(milestones: Iterable[MilestoneRow]) -> Facts:
    """How else its day is read, told or moved."""
    return {
        "readings": tuple(reading for each in milestones for reading in each.readings),
        "moved to": ", ".join(dict.fromkeys(each.moved_to.deadline for each in milestones if each.moved_to)),
        "moved": tuple(dict.fromkeys(each.moved_to for each in milestones if each.moved_to)),
        "variant of": ", ".join(dict.fromkeys(each.variant_of for each in milestones if each.variant_of)),
        "told otherwise": tuple(variant for each in milestones for variant in each.variants),
    }


def _set_by(ledger: Ledger, milestones: list[MilestoneRow], as_of: str) -> Part:
    wanted = {each.set_by.claim for each in milestones if each.set_by}
    return Part("set by", "claims", _picked(ledger, milestones, wanted, as_of))


def _reports(ledger: Ledger, milestones: list[MilestoneRow], as_of: str) -> Part:
    wanted = {report.claim for each in milestones for report in each.reports}
    return Part("reports", "claims", _picked(ledger, milestones, wanted, as_of))


def _picked(ledger: Ledger, milestones: list[MilestoneRow], wanted: set[str], as_of: str) -> tuple[Any, ...]:
    commitments = {each.commitment for each in milestones}
    claims = ledger.claims(as_of, commitment=commitments) if wanted else []
    return tuple(claim for claim in claims if claim.claim in wanted)


def _source(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    row = _row(ledger, "SELECT * FROM source WHERE id = ?", identity)
    if row is None:
        return None
    has_text = _row(ledger, "SELECT 1 FROM source_text WHERE source = ?", identity)
    names = (
        *("outlet", "title", "published", "retrieved", "url", "archived", "language", "kind", "based_on", "replaces"),
        "note",
    )
    facts: Facts = {name.replace("_", " "): row[name] for name in names}
    facts |= {"authors": _list(row["authors"]), "text": "stored" if has_text else "not stored"}
    facts |= _recorded(ledger, "sources", row)
    return _card("source", identity, facts, _claims(ledger, as_of, source=[identity]))


def _speaker(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    row = _row(ledger, "SELECT * FROM speaker WHERE id = ?", identity)
    if row is None:
        return None
    facts: Facts = {
        "name": row["name"],
        "party": row["party"] or "third party",
        "role": row["role"],
        "aliases": _list(row["aliases"]),
        "on record": _flag(row["on_record"]),
    }
    return _card("speaker", identity, facts, _claims(ledger, as_of, speaker=[identity]))


def _party(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    row = _row(ledger, "SELECT * FROM party WHERE id = ?", identity)
    if row is None:
        return None
    facts: Facts = {"name": row["name"], "aliases": _list(row["aliases"])}
    commitments = Part("commitments", "commitments", tuple(ledger.commitments(as_of, party=[identity])))
    speakers = Part("speakers", "speakers", tuple(ledger.speakers(as_of, party=[identity])))
    return _card("party", identity, facts, speakers, commitments)


def _topic(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    row = _row(ledger, "SELECT * FROM topic WHERE id = ?", identity)
    if row is None:
        return None
    commitments = Part("commitments", "commitments", tuple(ledger.commitments(as_of, topic=[identity])))
    return _card("topic", identity, {"name": row["name"]}, commitments, _claims(ledger, as_of, topic=[identity]))


def _check(ledger: Ledger, identity: str, as_of: str) -> Card | None:
    row = _row(ledger, 'SELECT * FROM "check" WHERE id = ?', identity)
    if row is None:
        return None
    topics = ledger.connection.execute('SELECT topic FROM check_topic WHERE "check" = ? ORDER BY place', (identity,))
    names = ("party", "what", "from", "to", "checked", "by", "note")
    facts: Facts = {name: row[name] for name in names} | _recorded(ledger, "checks", row)
    facts["topics"] = ", ".join(each[0] for each in topics) or "all"
    return _card("check", identity, facts)


_BUILDERS: tuple[Callable[[Ledger, str, str], Card | None], ...] = (
    _claim,
    _commitment,
    _deadline,
    _source,
    _speaker,
    _party,
    _topic,
    _check,
)
