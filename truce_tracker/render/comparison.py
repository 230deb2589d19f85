"""Commitments with what each party says of them, side by side where there is room, else one under another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from truce_tracker.render.as_markdown import escaped
from truce_tracker.render.phrases import exchange, state_alone, status_and_state, who
from truce_tracker.render.printable import Write, printable, write_lines
from truce_tracker.render.quoted import quoted
from truce_tracker.render.wrapping import beside, faint, strong, toned, wrapped
from truce_tracker.verdicts import Position

if TYPE_CHECKING:
    from truce_tracker.rows import Cell, ComparisonRow

_INDENT = "  "
_GAP = "  "
_NARROWEST = 40  # columns of a terminal for the words of one party
_DIFFERS = "≠ "
_LEGEND = "≠ the cells differ here: another figure, another day, another verb"
_THIRD = "third parties"
_NO_POSITION = (Position.SILENT, Position.MENTIONS, Position.DECLINES)

Rows = Sequence["ComparisonRow"]


def write_comparison(rows: Rows, write: Write, *, width: int | None, colour: bool = False) -> None:
    """Write the rows for a terminal of `width` columns, or, None, for a pipe: stacked, with nothing wrapped."""
    parties = _parties(rows)
    room = (width - len(_INDENT) + len(_GAP)) // max(len(parties), 1) - len(_GAP) if width else 0
    for number, row in enumerate(rows):
        lines = _columns(row, parties, room, colour) if room >= _NARROWEST else _stacked(row, width, colour)
        heads = wrapped(f"{row.commitment} ({_verdict(row)}): {row.summary or row.topic}", width, hang=_INDENT)
        page = [*(strong(line, colour) for line in heads), *lines, *_given(row, width, colour)]
        write_lines((f"{line}\n" for line in ["", *page][not number :]), write)
    if any(cell.differs for row in rows for cell in row.cells + row.third_parties):
        write("\n" + "".join(f"{faint(line, colour)}\n" for line in wrapped(_LEGEND, width, hang=_GAP)))


def write_comparison_as_markdown(rows: Rows, write: Write) -> None:
    """Write one table: a row a commitment, a column a party, the lines of a cell under one another."""
    if not rows:
        return
    parties = _parties(rows)
    given = any(row.in_exchange_for for row in rows)
    titles = ["Commitment", *(party or _THIRD for party in parties), *(["in exchange for"] if given else [])]
    write(f"| {' | '.join(map(_title, titles))} |\n|{' --- |' * len(titles)}\n")
    for row in rows:
        first = f"**{escaped(row.summary or row.topic)}**<br>{escaped(row.commitment)}<br>{escaped(_verdict(row))}"
        cells = ["<br>".join(escaped(line.text) for line in _told(row, party)) for party in parties]
        last = [escaped("; ".join(map(exchange, row.in_exchange_for)))] if given else []
        write(f"| {' | '.join([first, *cells, *last])} |\n")


def _verdict(row: ComparisonRow) -> str:
    """``agreed · done, says one side alone``."""
    return status_and_state(row.status, state_alone(row.state, row.state_one_sided))


def _title(text: str) -> str:
    return escaped(text[:1].upper() + text[1:])


def _parties(rows: Rows) -> list[str | None]:
    parties: list[str | None] = [*sorted({cell.party for row in rows for cell in row.cells if cell.party})]
    return [*parties, None] if any(row.third_parties for row in rows) else parties


def _told(row: ComparisonRow, party: str | None) -> list[_Line]:
    """All that a cell says, with its role, a line each."""
    cells = [cell for cell in row.cells + row.third_parties if cell.party == party]
    return [line for cell in cells for line in _lines(cell)] or [_Line("–")]


def _columns(row: ComparisonRow, parties: Sequence[str | None], room: int, colour: bool) -> Iterator[str]:
    heads = [[_head(row, party)] for party in parties]
    told = [[part for line in _told(row, party) for part in line.shown(room, "", colour)] for party in parties]
    for line in beside(heads, room, _GAP):
        yield _INDENT + faint(line, colour)
    for line in beside(told, room, _GAP):
        yield _INDENT + line


def _stacked(row: ComparisonRow, width: int | None, colour: bool) -> Iterator[str]:
    for party in _parties([row]):
        yield _INDENT + faint(_head(row, party), colour)
        for line in _told(row, party):
            yield from line.shown(width, _INDENT * 2, colour)


def _head(row: ComparisonRow, party: str | None) -> str:
    role = next((cell.role for cell in row.cells if cell.party == party and cell.role), None)
    return printable(f"{party}, {role}" if party and role else party or _THIRD)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cell, and whether it is a verdict, whose words have their colour."""

    text: str
    verdict: bool = False

    def shown(self, width: int | None, indent: str, colour: bool) -> Iterator[str]:
        """It, wrapped to a width."""
        return (toned(part, colour and self.verdict) for part in wrapped(self.text, width, indent, _GAP))


def _lines(cell: Cell) -> Iterator[_Line]:
    """Where it stands, on what condition; the words, or ours; the figures; who said so, when and where; who else."""
    yield _Line(_stands(cell), verdict=True)
    if cell.condition:
        yield _Line(f"on condition: {cell.condition}")
    if cell.quote or cell.text:
        outlet = cell.outlet or cell.source
        yield _Line(quoted(cell.quote, cell.words, outlet) if cell.quote else cell.text or "")
    figures = _figures(cell)
    if figures:
        yield _Line(" · ".join(figures))
    if cell.claim:
        said = who(cell.party, cell.speaker) if cell.party else cell.speaker
        yield _Line(", ".join(filter(None, (said, cell.said, cell.source))))
    if cell.told_also:
        yield _Line(f"told also by {', '.join(cell.told_also)}")


def _stands(cell: Cell) -> str:
    word = "not mentioned" if cell.position == Position.SILENT else cell.position
    since = f" since {cell.since}" if cell.since else ""
    return word + since + _looked(cell)


def _looked(cell: Cell) -> str:
    if cell.party is None or cell.position not in _NO_POSITION:
        return ""
    chances = None if cell.chances is None else f"{cell.chances or 'no'} {'chance' if cell.chances == 1 else 'chances'}"
    looked = f"last looked {cell.last_checked}" if cell.last_checked else "never looked"
    return f" ({', '.join(filter(None, (chances, looked)))})"


def _figures(cell: Cell) -> list[str]:
    due = f"day {cell.due}" if cell.due else None
    told = (("quantity", cell.quantity), ("due", due), ("modality", cell.modality))
    return [(_DIFFERS if name in cell.differs else "") + value for name, value in told if value]


def _given(row: ComparisonRow, width: int | None, colour: bool) -> Iterator[str]:
    if row.in_exchange_for:
        text = f"in exchange for {', '.join(map(exchange, row.in_exchange_for))}"
        yield from (toned(line, colour) for line in wrapped(text, width, _INDENT, _GAP))
