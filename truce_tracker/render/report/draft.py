"""The report as Markdown with footnotes, for a draft story: what each side says, and where it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from truce_tracker.render.as_markdown import escaped
from truce_tracker.render.report.english import counted, day, distance
from truce_tracker.render.report.filters import Tagger
from truce_tracker.render.report.headline import figures, lead, title
from truce_tracker.render.report.links import safe_link
from truce_tracker.render.report.rows import Book, Rows
from truce_tracker.render.report.side_by_side import Cell, side_by_side
from truce_tracker.render.report.silence import silences
from truce_tracker.rows import ClaimRow, MilestoneRow, SourceRow


def draft(rows: Rows) -> str:
    """The whole draft. Each source is one footnote, by its id, however often it is named."""
    book = Book(rows)
    body = "\n".join(line for part in (_head, _sides, _overdue, _divergences, _silence) for line in part(book))
    notes = "\n".join(_note(source) for source in book.sources if f"[^{source.source}]" in body)
    return f"{body}\n{notes}\n"


def _head(book: Book) -> Iterator[str]:
    yield f"# {escaped(title(book))}"
    yield f"\n*As of {day(book.as_of)}.* {escaped(' '.join(lead(book)))}\n"
    for figure in figures(book):
        yield f"- {escaped(str(figure.number))} {escaped(figure.what)}"


def _sides(book: Book) -> Iterator[str]:
    for group in side_by_side(book, Tagger(book)):
        yield f"\n## {escaped(book.topic(group.topic))}"
        for line in group.lines:
            row = line.commitment
            yield f"\n**{escaped(row.summary or row.commitment)}** ({row.status})\n"
            yield from (f"- {_cell(cell, book)}" for cell in line.cells if cell.position or cell.claim)


def _cell(cell: Cell, book: Book) -> str:
    party = escaped(book.party(cell.party))
    if cell.claim is None:
        looked = f"last looked {day(cell.last_checked)}" if cell.last_checked else "nobody looked"
        return f"{party}: not mentioned ({counted(cell.chances or 0, 'chance')}, {looked})"
    return f"{party} {cell.position or cell.claim.stance}: {_words(cell.claim, book)}"


def _words(claim: ClaimRow, book: Book) -> str:
    """Whose words, when, and where: the source's words in quotation marks, ours without."""
    words = f"“{escaped(claim.quote)}”" if claim.quote else escaped(claim.text or "")
    return f"{words} ({escaped(book.voice(claim))}, {day(claim.said)})[^{claim.source}]"


def _overdue(book: Book) -> Iterator[str]:
    if book.rows.overdue:
        yield "\n## Past their day\n"
    yield from (f"- {_milestone(row, book)}" for row in book.rows.overdue)


def _milestone(row: MilestoneRow, book: Book) -> str:
    phrase = f" (“{escaped(row.phrase)}”)" if row.phrase else ""
    stated = ", ".join(escaped(book.party(party)) for party in row.stated_by) or "nobody on record"
    claim = book.claims.get(row.set_by.claim) if row.set_by else None
    note = f"[^{claim.source}]" if claim else ""
    what = escaped(row.summary or row.commitment)
    return f"{what}{phrase}: {row.status}, {day(row.due)}, {distance(row.days)}; stated by {stated}{note}"


def _divergences(book: Book) -> Iterator[str]:
    if book.rows.divergences:
        yield "\n## Told in different ways\n"
    for row in book.rows.divergences:
        ratio = f" ({row.ratio:,.10g} times)" if row.ratio else ""
        yield f"- {escaped(row.summary or row.commitment)}, {row.kind}{ratio}:"
        for value in row.values:
            named = ", ".join(f"{escaped(each.speaker or each.party or '')}[^{each.source}]" for each in value.claims)
            yield f"    - {escaped(value.value)}: {named}"


def _silence(book: Book) -> Iterator[str]:
    found = silences(book, Tagger(book))
    if found:
        yield "\n## Not answered\n"
    for each in found:
        what, party = escaped(book.summary(each.commitment)), escaped(book.party(each.party))
        claims, chances = counted(each.claims, "claim"), counted(each.response.chances, "chance")
        yield f"- {party}, {each.response.position} on: {what} ({claims}, {chances}, since {day(each.asserted.said)})"


def _note(source: SourceRow) -> str:
    told = [source.outlet, f"“{source.title}”" if source.title else None]
    words = ", ".join(escaped(part) for part in told if part)
    url = safe_link(source.url)
    published = f", {day(source.published)}" if source.published else ""
    return f"\n[^{source.source}]: {words or escaped(source.source)}{published}" + (f", <{url}>" if url else "")
