"""Who proposes the claims of an article, the rules, a file or a model, and the gate through which all of it passes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from truce_tracker.cli.files import read_text
from truce_tracker.errors import TruceError
from truce_tracker.vocabulary import Gated, Reason, Stance

if TYPE_CHECKING:
    from truce_tracker.articles.gate.gate import Gate
    from truce_tracker.articles.proposing.proposer import (
        Known,
        KnownCommitment,
        KnownParty,
        KnownTopic,
        Proposal,
        Proposer,
    )
    from truce_tracker.articles.texts.article import Post
    from truce_tracker.slots import Finding

RULES = "rules"
# what the rules read, and the words don't bear out, is not filled in: a blank costs less than a lie
_BY_SLOT = {
    "quantity": ("quantity",),
    "date": ("phrase", "due"),
    "phrase": ("phrase", "due"),
    "modality": ("modality",),
}
_LEFT_OUT: dict[Reason, dict[str, Any]] = {
    **{each: dict.fromkeys(_BY_SLOT[each.slot]) for each in Reason if each.slot in _BY_SLOT},
    Reason.STANCE_AGAINST_WORDS: {"stance": Stance.MENTIONS.value, "condition": None, "modality": None},
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A proposal that the gate lets through, with what is to be looked at, and what was left out of it."""

    proposal: Proposal
    look_at: tuple[str, ...]
    proposed_by: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What comes into a draft, and what is refused, a line each."""

    checked: tuple[Checked, ...]
    refused: tuple[str, ...]
    recorded: tuple[str, ...] = ()  # what the ledger has by now, a line each
    parties: tuple[KnownParty, ...] = ()  # those and all below: drafted for a ledger that has none
    topics: tuple[KnownTopic, ...] = ()
    commitments: tuple[KnownCommitment, ...] = ()


def by_rules(text: str, source: Mapping[str, Any], known: Known, posts: Sequence[Post]) -> Proposed:
    """The rules' proposals: where a slot does not hold it is left blank, so that only the quote can be refused."""
    return _gated(proposals_of(text, source, known, posts), text, source, known, RULES)


def proposals_of(text: str, source: Mapping[str, Any], known: Known, posts: Sequence[Post] = ()) -> list[Proposal]:
    """The claims that a text may hold. Whoever proposes is asked here, so that here their answers can be checked.

    What stands in a post of a live page is said on the day of the post.
    """
    from truce_tracker.dates import read_date

    propose = _proposer_of(source, known)
    found = propose(text, read_date(str(source["published"])), known)
    for day in dict.fromkeys(post.day for post in posts):
        places = [range(post.start, post.end) for post in posts if post.day == day]
        posted = [one for one in propose(text, read_date(day), known) if _is_in(places, one)]
        found = [one for one in found if not _is_in(places, one)]
        found += [replace(one, said=one.said or day) for one in posted]
    return sorted(found, key=lambda one: (one.start, one.end)) if posts else found


def _is_in(places: Sequence[range], proposal: Proposal) -> bool:
    return any(proposal.start in place for place in places)


def _proposer_of(source: Mapping[str, Any], known: Known) -> Proposer:
    """Who proposes: the rules. A document of an institution speaks with its voice, a joint one with all parties'."""
    from truce_tracker.articles.gate.documents import document_of
    from truce_tracker.articles.proposing.rules import Rules

    document = document_of(source.get("kind"), str(source["outlet"]), known)
    return Rules(next(iter(document.speakers), None), () if document.speakers else sorted(document.parties))


def speaks(text: str) -> bool:
    """Whether the rules read the language of a text."""
    from truce_tracker.articles.proposing import rules

    return rules.speaks(text)


def from_nothing(text: str, source: Mapping[str, Any], known: Known, posts: Sequence[Post]) -> Proposed:
    """The rules' proposals for a ledger without commitments, with the records that they could be about."""
    from truce_tracker.articles.proposing.cold import drafted, with_countries

    warmer = with_countries(text, known)
    found = by_rules(text, source, warmer, posts)
    cold = drafted([each.proposal for each in found.checked], text, warmer)
    checked = tuple(replace(each, proposal=new) for each, new in zip(found.checked, cold.proposals, strict=True))
    parties = () if known.parties else tuple(warmer.parties)
    return replace(found, checked=checked, parties=parties, topics=cold.topics, commitments=cold.commitments)


def by_json(written: str, text: str, source: Mapping[str, Any], known: Known, proposed_by: str) -> Proposed:
    """Somebody else's proposals. Raises TruceError for what is no JSON of this kind."""
    from truce_tracker.articles.proposing.foreign import read_proposals
    from truce_tracker.dates import read_date

    foreign = read_proposals(written, text, read_date(str(source["published"])), known)
    found = _gated(foreign.proposals, text, source, known, foreign.proposed_by or proposed_by)
    unread = (f"claims[{each.number}] “{each.quote}”: {each.why}" for each in foreign.refused)
    return Proposed(found.checked, (*unread, *found.refused))


def without_recorded(proposed: Proposed, text: str, recorded: Sequence[tuple[str, str]]) -> Proposed:
    """The same without claims that the ledger has of this article: those whose quote overlaps a recorded one's."""
    from truce_tracker.quotes import Folded

    if not recorded:
        return proposed
    folded = Folded(text)
    places = [(claim, *place) for claim, quote in recorded for place in folded.places(quote)]
    kept: list[Checked] = []
    told: dict[str, None] = {}
    for each in proposed.checked:
        start, end = each.proposal.start, each.proposal.end
        known = next((claim for claim, first, last in places if start < last and end > first), None)
        if known is None:
            kept.append(each)
        else:
            told[f"{known} “{' '.join(each.proposal.quote.split())}”"] = None
    return replace(proposed, checked=tuple(kept), recorded=tuple(told))


def read_file(name: str) -> str:
    """The text of a file of proposals, or of standard input. Raises TruceError where there is none."""
    piped = name == "-"
    return read_text("standard input" if piped else name, sys.stdin.buffer if piped else None).removeprefix("\ufeff")


def ask_model(name: str, text: str, source: Mapping[str, Any], known: Known) -> str:
    """What a model of the llm library answers. Raises TruceError where it can't be asked."""
    from truce_tracker.articles.proposing.foreign import prompt, schema

    try:
        import llm
    except ImportError:
        raise TruceError("--model needs the llm library: pip install 'truce-tracker[model]'") from None
    try:
        model = llm.get_model(name)
    except llm.UnknownModelError:
        raise TruceError(f"there is no model {name!r}: `llm models` lists those that are there") from None
    asked: dict[str, Any] = {"schema": schema(known)} if model.supports_schema else {}
    try:
        return str(model.prompt(prompt(text, str(source["published"]), known), stream=False, **asked).text())
    except Exception as error:  # a plugin may raise anything: no key, no network, no such version
        raise TruceError(f"{name} gave no answer: {error}") from None


def _gated(
    proposals: Iterable[Proposal], text: str, source: Mapping[str, Any], known: Known, proposed_by: str
) -> Proposed:
    from truce_tracker.articles.gate.documents import document_of
    from truce_tracker.articles.gate.gate import Gate
    from truce_tracker.dates import read_date

    published = read_date(str(source["published"]))
    document = document_of(source.get("kind"), str(source["outlet"]), known)
    gate = Gate(text, published, known, document)
    checked: list[Checked] = []
    refused: list[str] = []
    for proposal in proposals:
        findings = _findings(gate, proposal, source, known)
        blank = [each for each in findings if proposed_by == RULES and each.reason in _LEFT_OUT]
        if blank:
            proposal = replace(
                proposal, **{key: value for each in blank for key, value in _LEFT_OUT[each.reason].items()}
            )
            findings = tuple(each for each in findings if each not in blank)
        against = [each for each in findings if each.reason.verdict == Gated.REFUSED]
        if against:
            refused.append(f"“{' '.join(proposal.quote.split())}”: {'; '.join(map(_told, against))}")
            continue
        left = tuple(f"perhaps {each.reason.slot}: {each.value}; {_told(each)}" for each in blank)
        look_at = tuple(f"look at {each.reason.slot}: {_told(each)}" for each in findings)
        checked.append(Checked(proposal, (*look_at, *left), proposed_by))
    return Proposed(tuple(checked), tuple(refused))


def _findings(gate: Gate, proposal: Proposal, source: Mapping[str, Any], known: Known) -> tuple[Finding, ...]:
    from truce_tracker.dates import read_date
    from truce_tracker.slots import Slots

    party = proposal.party or next((each.party for each in known.speakers if each.id == proposal.speaker), None)
    new = proposal.new_speaker
    return gate.findings(
        Slots(
            quote=proposal.quote,
            stance=proposal.stance,
            speaker=proposal.speaker,
            speaker_name=new.name if new else None,
            parties=(party,) if party and not new else (),
            modality=proposal.modality,
            condition=proposal.condition,
            quantity=proposal.quantity,
            phrase=proposal.phrase,
            due=proposal.due,
            said=read_date(proposal.said or str(source["published"])),
        )
    )


def _told(finding: Finding) -> str:
    words = f" (“{finding.words}”)" if finding.words else ""
    value = "" if finding.reason is Reason.QUOTE_NOT_IN_TEXT else f"{finding.value}: "  # the quote stands before it
    return f"{value}{finding.reason.meaning}{words} {finding.reason}"
