"""An article and its proposals -> the records of a draft: the source, new speakers and deadlines, the claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from truce_tracker.cli.importing.sources import short_slug
from truce_tracker.ledger_file.drafts import Drafted, write_draft

if TYPE_CHECKING:
    from truce_tracker.articles.proposing.proposer import Proposal
    from truce_tracker.cli.importing.proposing import Checked, Proposed
    from truce_tracker.judgements.ledger import Ledger

_HEADING = (
    "A claim is recorded once its line `proposed: true` is deleted; the words above it are its sentence in the "
    "article. Correct what is wrong: the machine proposes, you decide. Leave the editor without saving, or "
    "delete everything, and nothing is recorded.",
)


def draft_lists(
    ledger: Ledger,
    source: Mapping[str, Any],
    found: Proposed,
    comments: Sequence[str],
    proposed: bool = True,
) -> dict[str, list[Drafted]]:
    """The lists of a draft. With `proposed` the claims wait for a person; what only they need always does."""
    speakers: dict[str, Drafted] = {}
    deadlines: dict[str, Drafted] = {}
    claims: list[Drafted] = []
    for number, checked in enumerate(found.checked, 1):
        proposal = checked.proposal
        speaker = _speaker_of(ledger, proposal, str(source["outlet"]), speakers)
        deadline = _deadline(ledger, proposal, source, deadlines)
        identity = f"{source['id']}-{number}"
        claims.append(_claim(identity, str(source["id"]), checked, speaker, deadline, proposed))
    return {
        "sources": [Drafted(source, tuple(comments))],
        "parties": [
            _needed({"id": each.id, "name": each.name, "aliases": list(each.aliases)}) for each in found.parties
        ],
        "topics": [_needed({"id": each.id, "name": each.name}) for each in found.topics],
        "commitments": [
            _needed(
                {
                    "id": each.id,
                    "topic": each.topic,
                    "obligors": list(each.obligors),
                    "beneficiaries": list(each.beneficiaries),
                    "summary": each.summary,
                }
            )
            for each in found.commitments
        ],
        "speakers": list(speakers.values()),
        "deadlines": list(deadlines.values()),
        "claims": claims,
    }


def _needed(values: Mapping[str, Any]) -> Drafted:
    """A record of a ledger that has none of its kind: taken in with what refers to it."""
    return Drafted({key: value for key, value in values.items() if value}, proposed=True)


def draft_text(lists: Mapping[str, Sequence[Drafted]]) -> str:
    """The draft as the person sees it."""
    return write_draft(_HEADING, lists)


def _speaker_of(ledger: Ledger, proposal: Proposal, outlet: str, new: dict[str, Drafted]) -> str | None:
    """Who says it: a speaker of the ledger, a new one, None for a party as such; else the outlet in its own words."""
    if proposal.speaker or (proposal.party and not proposal.new_speaker):
        return proposal.speaker
    named = proposal.new_speaker
    if not named and (known := ledger.third_party(outlet)):
        return known
    identity = named.id if named else short_slug(outlet)
    if ledger.has("speaker", identity):
        return identity
    if named:
        values = {"id": named.id, "name": named.name, "party": named.party, "role": named.role}
        new[named.id] = _speaker(values | ({} if named.on_record else {"on_record": "false"}))
        return named.id
    new[identity] = _speaker({"id": identity, "name": outlet})
    return identity


def _speaker(values: Mapping[str, str | None]) -> Drafted:
    comment = "Not in the ledger yet; taken in with a claim that names this speaker."
    return Drafted({key: value for key, value in values.items() if value}, (comment,), proposed=True)


def _deadline(ledger: Ledger, proposal: Proposal, source: Mapping[str, Any], new: dict[str, Drafted]) -> str | None:
    """The deadline that a proposal states: one of the ledger with that day, or a new one."""
    if not (proposal.due and proposal.commitment and proposal.phrase) or proposal.stance.startswith("reports-"):
        return None
    if known := ledger.deadline_on(proposal.commitment, proposal.due):
        return known
    identity = f"{proposal.commitment}-by-{proposal.due}"
    values = {"id": identity, "commitment": proposal.commitment, "phrase": proposal.phrase}
    values |= {"stated": proposal.said or str(source["published"]), "due": proposal.due}
    new[identity] = Drafted(values, ("A new date; taken in with a claim that names it.",), proposed=True)
    return identity


def _claim(
    identity: str, source: str, checked: Checked, speaker: str | None, deadline: str | None, proposed: bool
) -> Drafted:
    proposal = checked.proposal
    values: dict[str, Any] = {
        "id": identity,
        "party": None if speaker else proposal.party,
        "speaker": speaker,
        "said": proposal.said,
        "source": source,
        "commitment": proposal.commitment,
        "topic": None if proposal.commitment else proposal.topic,
        "stance": proposal.stance,
        "condition": proposal.condition,
        "text": proposal.text,
        "quote": " ".join(proposal.quote.split()),
        "modality": proposal.modality,
        "instrument": proposal.instrument,
        "quantity": proposal.quantity,
        "deadline": deadline,
        "proposed_by": checked.proposed_by,
    }
    given = {key: value for key, value in values.items() if value}
    sentence = " ".join(proposal.sentence.text.split())
    comments = [f"“{sentence}”", *(f"because: {'; '.join(proposal.why)}" for _ in proposal.why[:1]), *checked.look_at]
    if proposal.phrase and not proposal.due:
        comments.append(f"“{proposal.phrase}” names no day that truce reads for sure: give `due` if you know it.")
    if not (proposal.commitment or proposal.topic):
        comments.append("It needs a `commitment` or a `topic`: none of the ledger was recognised.")
    return Drafted(given, tuple(comments), proposed)
