"""Gold claims beside proposals: which were found, which proposals were right. The matching rule is written here.

A gold claim is a snippet of the text, who says it, and what else is certain of it. A proposal fits it when its
quotation overlaps the snippet and the voice is the same; each proposal fits one gold claim at most, and the other way
round. `speaker` of a gold claim is one of, or a list of: an id of the ledger; ``party US``, where a party speaks as
such; ``new NAME``, where a new speaker is proposed whose name holds NAME; ``author``, the article's own words; or
``both``, each party of a joint statement, which makes it two claims.

``optional: true`` marks what a reader may record or leave: an analyst's opinion, the same thing told twice, background.
It is not counted for recall. A proposal that fits it counts as right for `precision` and as wrong for `strict`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from truce_tracker.articles.proposing.proposer import (
    Known,
    KnownCommitment,
    KnownParty,
    KnownSpeaker,
    KnownTopic,
    Proposal,
)
from truce_tracker.articles.proposing.rules import Rules
from truce_tracker.dates import read_date
from truce_tracker.quantities import read_quantity

HERE = Path(__file__).parent
ARTICLES = Path(__file__).parents[4] / "shared" / "articles"


@dataclass(frozen=True)
class Page:
    """A text with the claims that a careful reader would record."""

    name: str
    text: str
    known: Known
    published: str
    speaker: str | None
    parties: tuple[str, ...]
    gold: list[dict[str, Any]]


@dataclass(frozen=True)
class Measure:
    """How the proposals of some pages compare with the gold claims."""

    required: int
    found: int
    proposed: int
    right: int  # fit a gold claim, optional or not

    @property
    def recall(self) -> float:
        return self.found / max(self.required, 1)

    @property
    def precision(self) -> float:
        return self.right / max(self.proposed, 1)

    @property
    def strict(self) -> float:
        return self.found / max(self.proposed, 1)

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.required + other.required,
            self.found + other.found,
            self.proposed + other.proposed,
            self.right + other.right,
        )


def pages(folder: str) -> list[str]:
    """The pages of a folder whose text is here."""
    return [path.stem for path in sorted((HERE / "gold" / folder).glob("*.yaml")) if _has_text(path)]


def _has_text(path: Path) -> bool:
    file = yaml.safe_load(path.read_text(encoding="utf-8")).get("text_file")
    return not file or (ARTICLES / file).exists()


@cache
def load(folder: str, name: str) -> Page:
    gold = yaml.safe_load((HERE / "gold" / folder / f"{name}.yaml").read_text(encoding="utf-8"))
    text = gold.get("text") or (ARTICLES / gold["text_file"]).read_text(encoding="utf-8")
    known = ledger(gold["ledger"])
    parties = tuple(party.id for party in known.parties) if gold.get("kind") == "joint-statement" else ()
    claims = [one for claim in gold["claims"] for one in _expanded(claim, parties)]
    for claim in claims:
        claim["span"] = _place(text, claim["quote"], claim.get("occurrence", 1))
    return Page(name, text, known, str(gold["published"]), gold.get("document_speaker"), parties, claims)


def _expanded(claim: dict[str, Any], parties: Sequence[str]) -> list[dict[str, Any]]:
    if claim["speaker"] != "both":
        return [dict(claim)]
    return [claim | {"speaker": f"party {party}"} for party in parties]


def _place(text: str, snippet: str, occurrence: int) -> tuple[int, int]:
    assert len(snippet.split()) <= 12, snippet
    pattern = r"[\s*]+".join(re.escape(word) for word in snippet.split())
    found = list(re.finditer(pattern, text))
    assert len(found) >= occurrence, f"not in the text: {snippet}"
    return found[occurrence - 1].span()


@cache
def ledger(name: str) -> Known:
    rows = yaml.safe_load((HERE / "ledgers" / f"{name}.yaml").read_text(encoding="utf-8"))
    commitments = [
        KnownCommitment(
            c["id"], c["summary"], c.get("topic"), tuple(c["obligors"]), tuple(c.get("beneficiaries") or ())
        )
        for c in rows["commitments"]
    ]
    return Known(
        [
            KnownSpeaker(
                s["id"], s["name"], s.get("party"), s.get("role"), tuple(s.get("aliases", ())), s.get("on_record", True)
            )
            for s in rows["speakers"]
        ],
        [KnownParty(p["id"], p["name"], tuple(p.get("aliases", ()))) for p in rows["parties"]],
        [KnownTopic(t["id"], t["name"]) for t in rows["topics"]],
        commitments,
        search_of(commitments),
    )


def search_of(commitments: Sequence[KnownCommitment]) -> Callable[[str], list[tuple[str, float]]]:
    """A small stand-in for the ledger's full-text search: words in common, the rarer the more, over summaries."""
    words = {item.id: _words(item.summary) for item in commitments}
    counts = Counter(word for found in words.values() for word in found)

    def find(query: str) -> list[tuple[str, float]]:
        asked = _words(query)
        scores = [
            (name, sum(math.log(1 + len(words) / counts[word]) for word in sorted(asked & found)))
            for name, found in words.items()
        ]
        return sorted(((name, score) for name, score in scores if score), key=lambda item: -item[1])

    return find


def _words(text: str) -> frozenset[str]:
    latin = {re.sub(r"(?:ing|ed|es|s)$", "", word) for word in re.findall(r"[a-z0-9]+", text.lower())}
    chinese = [run[i : i + 2] for run in re.findall(r"[㐀-鿿]+", text) for i in range(len(run) - 1)]
    return frozenset(latin) | frozenset(chinese)


def proposals_for(page: Page) -> list[Proposal]:
    return Rules(page.speaker, page.parties)(page.text, read_date(page.published), page.known)


def fits(proposal: Proposal, claim: dict[str, Any]) -> bool:
    start, end = claim["span"]
    overlaps = proposal.start < end and start < proposal.end
    return overlaps and any(_same_voice(proposal, spec) for spec in _many(claim["speaker"]))


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _same_voice(proposal: Proposal, spec: str) -> bool:
    kind, _, name = spec.partition(" ")
    if kind == "party" and name:
        return proposal.party == name and proposal.speaker is None
    if kind == "new":
        return proposal.new_speaker is not None and name.casefold() in proposal.new_speaker.name.casefold()
    if spec == "author":
        return proposal.speaker is None and proposal.new_speaker is None and proposal.party is None
    return proposal.speaker == spec


def matched(page: Page, proposals: Sequence[Proposal]) -> dict[int, int]:
    """Gold claim -> proposal, as many as can be, the required ones first."""
    order = sorted(range(len(page.gold)), key=lambda place: bool(page.gold[place].get("optional")))
    taken: dict[int, int] = {}  # proposal -> gold

    def place_one(gold: int, tried: set[int]) -> bool:
        for number, proposal in enumerate(proposals):
            if number not in tried and fits(proposal, page.gold[gold]):
                tried.add(number)
                if number not in taken or place_one(taken[number], tried):
                    taken[number] = gold
                    return True
        return False

    for gold in order:
        place_one(gold, set())
    return {gold: number for number, gold in taken.items()}


def measure(page: Page, proposals: Sequence[Proposal]) -> Measure:
    pairs = matched(page, proposals)
    required = [place for place, claim in enumerate(page.gold) if not claim.get("optional")]
    return Measure(len(required), sum(place in pairs for place in required), len(proposals), len(pairs))


def details(page: Page, proposals: Sequence[Proposal]) -> dict[str, tuple[int, int]]:
    """Of the claims that were found: how many have the gold's stance, commitment, quantity, due day (right, of)."""
    counts: dict[str, tuple[int, int]] = {}
    for gold, number in matched(page, proposals).items():
        for key, right in _compared(page.gold[gold], proposals[number]):
            had = counts.get(key, (0, 0))
            counts[key] = (had[0] + right, had[1] + 1)
    return counts


def _compared(claim: dict[str, Any], proposal: Proposal) -> list[tuple[str, bool]]:
    found = []
    for key in ("stance", "commitment", "modality"):
        if claim.get(key):
            found.append((key, getattr(proposal, key) in _many(claim[key])))
    if claim.get("quantity"):
        found.append(("quantity", _same_quantity(proposal.quantity, str(claim["quantity"]))))
    for key in ("due", "said"):
        if claim.get(key):
            found.append((key, getattr(proposal, key) == str(claim[key])))
    return found


def _same_quantity(one: str | None, other: str) -> bool:
    if one is None:
        return False
    a, b = read_quantity(one), read_quantity(other)
    return abs(a.amount - b.amount) < 1e-6 * max(a.amount, 1) and a.unit == b.unit
