"""The head of the report: what it is called, what it comes to in a few sentences, and the same in figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from truce_tracker.render.report.english import counted, listed, spelled
from truce_tracker.render.report.rows import Book

SOON = 60  # days


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the id of the section that has it."""

    number: str
    what: str
    section: str


def title(book: Book) -> str:
    """``United States and China: who says what was agreed``."""
    names = [book.party(row.party) for row in book.parties]
    return f"{listed(names)}: who says what was agreed" if names else "Who says what was agreed"


def lead(book: Book) -> tuple[str, ...]:
    """The findings as sentences, the first of them the headline."""
    return tuple(filter(None, (_confirmed(book), _doubtful(book), _passed(book))))


def figures(book: Book) -> tuple[Figure, ...]:
    """What a reader should know before anything else."""
    statuses = Counter(row.status for row in book.known)
    coming = [row for row in book.rows.deadlines if row.status in ("open", "in force") and -row.days <= SOON]
    return (
        Figure(f"{statuses['agreed']} of {len(book.known)}", "commitments affirmed by both sides", "side-by-side"),
        Figure(str(len(book.rows.one_sided)), "claims that no counterparty affirms", "silence"),
        Figure(str(len(book.rows.overdue)), "deadlines passed and not reported met", "overdue"),
        Figure(str(len(coming)), f"to fall due or run out within {SOON} days", "coming"),
        Figure(str(len(book.rows.divergences)), "amounts or dates told in different ways", "divergences"),
    )


def _confirmed(book: Book) -> str:
    agreed = sum(row.status == "agreed" for row in book.known)
    of = counted(len(book.known), "commitment")
    verb = "is" if agreed == 1 else "are"
    return f"Of {of} that the parties speak of, {spelled(agreed) if agreed else 'none'} {verb} affirmed by both sides."


def _doubtful(book: Book) -> str:
    doubtful = sum(row.status in ("unacknowledged", "declined", "denied", "withdrawn") for row in book.known)
    if not doubtful:
        return ""
    rest = "rests on the word of one side" if doubtful == 1 else "rest on the word of one side"
    return f"{spelled(doubtful).capitalize()} {rest}: whoever would have to act has not affirmed it."


def _passed(book: Book) -> str:
    count = len(book.rows.overdue)
    if not count:
        return "No deadline has passed without a report that it was met."
    if count == 1:
        return "One deadline has passed without a report that it was met."
    return f"{spelled(count).capitalize()} deadlines have passed without a report that they were met."
