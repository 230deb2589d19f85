"""The report in a few words and figures: what it is called, what it comes to, and what its sources cover."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from truce_tracker.render.links import safe_link
from truce_tracker.render.phrases import listed
from truce_tracker.render.report import wording
from truce_tracker.render.report.days import Days, Promise
from truce_tracker.render.report.english import counted, day, first_day, spelled
from truce_tracker.render.report.rows import Index
from truce_tracker.verdicts import Status

SOON = 60  # days
_DOUBTFUL = (Status.UNACKNOWLEDGED, Status.DECLINED, Status.DENIED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and what it counts."""

    number: str
    what: str


def title(index: Index) -> str:
    """``United States and China: who says what was agreed``."""
    names = [index.party(row.party) for row in index.parties]
    return f"{listed(names)}: who says what was agreed" if names else "Who says what was agreed"


def lead(index: Index, promises: Days) -> tuple[str, ...]:
    """The findings as sentences, the first of them the headline."""
    if not index.known:
        return ("Nobody had spoken of a commitment by this day.",)
    return tuple(filter(None, (_agreed(index), _doubtful(index), _broken(index), _late(promises))))


def figures(index: Index, promises: Days) -> tuple[Figure, ...]:
    """What a reader should know before anything else. A statement counts once, however many sources tell it."""
    agreed = sum(row.status == Status.AGREED for row in index.known)
    one_sided = len({row.claim for row in index.rows.one_sided})
    coming = soon(promises)
    broken = _reported_broken(index)
    return (
        Figure(f"{agreed} of {len(index.known)}", "commitments agreed"),
        *((Figure(str(broken), "reported broken"),) if broken else ()),
        Figure(
            str(one_sided),
            f"{'statement' if one_sided == 1 else 'statements'} that no counterparty affirms",
        ),
        Figure(
            str(len(promises.overdue)),
            "promise past its day" if len(promises.overdue) == 1 else "promises past their day",
        ),
        Figure(str(len(coming)), f"to fall due or run out within {SOON} days"),
        Figure(str(len(index.rows.divergences)), "amounts or dates told in different ways"),
    )


def soon(promises: Days) -> list[Promise]:
    """The promises that fall due, or run out, within so many days."""
    return [each for each in promises.coming if each.row.days is not None and -each.row.days <= SOON]


def _agreed(index: Index) -> str:
    if len(index.known) == 1:
        verdict = wording.verdict(index.known[0], index).replace(" · ", "; ")
        return f"{verdict[:1].upper()}{verdict[1:]}."
    agreed = sum(row.status == Status.AGREED for row in index.known)
    of = counted(len(index.known), "commitment")
    verb = "is" if agreed == 1 else "are"
    return f"Of {of} that the parties speak of, {spelled(agreed) if agreed else 'none'} {verb} agreed."


def _doubtful(index: Index) -> str:
    doubtful = sum(row.status in _DOUBTFUL for row in index.known)
    if not doubtful or len(index.known) == 1:
        return ""
    rest = "lacks the word" if doubtful == 1 else "lack the word"
    return f"{spelled(doubtful).capitalize()} {rest} of a party that would have to act."


def _broken(index: Index) -> str:
    count = _reported_broken(index)
    return f"{spelled(count).capitalize()} {'is' if count == 1 else 'are'} reported broken." if count else ""


def _late(promises: Days) -> str:
    count = len(promises.overdue)
    if not count:
        return "No promise is past its day."
    if count == 1:
        return "One is past a day that was given for it."
    return f"{spelled(count).capitalize()} are past a day that was given for them."


def _reported_broken(index: Index) -> int:
    return sum(bool(row.breaches) for row in index.known)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Facts of the sources, in words; `days` is empty where no source has a day."""

    sources: int
    outlets: int
    days: str
    kinds: str
    languages: str
    retold: int
    unlinked: int
    claims: str


def coverage(index: Index) -> Coverage:
    """What the claims of this report rest on."""
    rows = index.sources
    return Coverage(
        sources=len(rows),
        outlets=len({row.outlet for row in rows if row.outlet}),
        days=_days([row.published for row in rows if row.published]),
        kinds=_tally([row.kind or "other" for row in rows]),
        languages=_tally([row.language or "not stated" for row in rows]),
        retold=sum(row.based_on is not None for row in rows),
        unlinked=sum(safe_link(row.url) is None for row in rows),
        claims=_claims(index),
    )


def _days(published: list[str]) -> str:
    dated = sorted(found for text in published if (found := first_day(text)))
    return f"{day(dated[0].isoformat())} to {day(dated[-1].isoformat())}" if dated else ""


def _tally(words: list[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in Counter(words).most_common())


def _claims(index: Index) -> str:
    spoken = Counter(index.side(row) for row in index.leading)
    off = sum(not row.on_record for row in index.leading)
    who = ", ".join(f"{name} {count}" for name, count in spoken.most_common())
    statements, claims = counted(len(index.leading), "statement"), counted(len(index.rows.claims), "claim")
    return f"{statements} ({who or 'none'}), {off} of them off the record, told in {claims}"
