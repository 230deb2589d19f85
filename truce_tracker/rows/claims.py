"""Answers to questions about claims."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, with what its speaker, source and commitments give it by default filled in.

    `about` and `words` are as they count; `telling_of` is the claim that leads, where this tells it again. No keys:
    `outlet`, where the quote alone is shown and its words are the outlet's, and `told_also`, the outlets of other
    accounts, where these stand with the leading one.
    """

    claim: str
    said: str
    parties: tuple[str, ...]
    speaker: str | None
    on_record: bool
    stance: str
    condition: str | None
    modality: str | None
    topic: str
    commitments: tuple[str, ...]
    text: str | None
    quote: str | None
    words: str | None
    quantity: str | None
    deadline: str | None
    about: tuple[str, ...] | None
    source: str
    instrument: str | None
    telling_of: str | None
    outlet: str | None = field(default=None, metadata={"for_the_eye": True})
    told_also: tuple[str, ...] = field(default=(), metadata={"for_the_eye": True})


@dataclass(frozen=True, slots=True)
class Response:
    """A counterparty's position, seen from a claim; `chances` counts the statements in which it took none."""

    party: str
    position: str
    since: str | None
    latest: str | None
    chances: int
    last_checked: str | None


@dataclass(frozen=True, slots=True)
class OneSidedRow:
    """A claim that no counterparty affirms; `age` in days since it was said, `tellings` how many tell it again."""

    claim: str
    said: str
    party: str
    speaker: str | None
    topic: str
    commitment: str
    text: str | None
    source: str
    age: int
    state: str
    state_one_sided: bool
    tellings: int
    responses: tuple[Response, ...]
