"""Cards: what the ledger has under one id, as a page of facts with the rows behind them, or as an object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from truce_tracker.render import render
from truce_tracker.render.as_json import write_json
from truce_tracker.render.phrases import in_words
from truce_tracker.render.printable import Write, printable
from truce_tracker.render.wrapping import hanging
from truce_tracker.rows import Card, Quote, as_json

_INDENT = "  "


def write_cards(cards: Sequence[Card], write: Write, *, table: bool, width: int = 80, colour: bool = False) -> None:
    """Write cards one under another. As a `table` for a terminal of `width` columns, else with nothing wrapped."""
    for number, card in enumerate(cards):
        if number:
            write("\n")
        write(f"{_strong(f'{card.kind} {card.id}', colour)}\n")
        for line in _facts(card, width if table else None):
            write(f"{line}\n")
        for part in card.parts:
            write(f"\n{_strong(printable(part.title), colour)}\n")
            render(part.rows, part.listing, "table" if table else "text", write, width=width, colour=colour)


def write_cards_as_json(cards: Sequence[Card], write: Write) -> None:
    """Write an array of objects: kind, id, the facts by name (spaces become underscores), the rows of each part.

    A quote is given in words here too, so that nobody prints the outlet's behind a speaker's name.
    """
    write_json([_object(card) for card in cards], write)


def _object(card: Card) -> dict[str, Any]:
    facts = {
        name.replace(" ", "_"): in_words(value) if isinstance(value, Quote) else as_json(value)
        for name, value in card.facts
    }
    parts = [{"title": part.title, "listing": part.listing, "rows": as_json(part.rows)} for part in card.parts]
    return {"kind": card.kind, "id": card.id} | facts | {"parts": parts}


def _facts(card: Card, width: int | None) -> Iterator[str]:
    longest = max((len(name) for name, _ in card.facts), default=0)
    for name, value in card.facts:
        lead = f"{_INDENT}{name:<{longest}}{_INDENT}"
        yield from hanging(lead, in_words(value), width)


def _strong(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
