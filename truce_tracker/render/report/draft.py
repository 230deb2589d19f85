"""The report as Markdown with footnotes, for a draft story: what each side says, and where it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from truce_tracker.render.as_markdown import escaped
from truce_tracker.render.report.english import counted, day, distance
from truce_tracker.render.report.filters import Tagger
from truce_tracker.render.report.headline import figures, lead, title
from truce_tracker.render.report.links import safe_link
from truce_tracker.render.report.rows import Index, Rows
from truce_tracker.render.report.side_by_side import Cell, side_by_side, silences
from truce_tracker.rows import ClaimRow, MilestoneRow, SourceRow


def draft(rows: Rows) -> str:
    """The whole draft. Each source is one footnote, by its id, however often it is named."""
    index = Index(rows)
    body = "\n".join(line for part in (_head, _sides, _overdue, _divergences, _silence) for line in part(index))
    notes = "\n".join(_note(source) for source in index.sources if f"[^{source.source}]" in body)
    return f"{body}\n{notes}\n"


def _head(index: Index) -> Iterator[str]:
    yield f"# {escaped(title(index))}"
    yield f"\n*As of {day(index.as_of)}.* {escaped(' '.join(lead(index)))}\n"
    for figure in figures(index):
        yield f"- {escaped(str(figure.number))} {escaped(figure.what)}"


def _sides(index: Index) -> Iterator[str]:
    for group in side_by_side(index, Tagger(index)):
        yield f"\n## {escaped(index.topic(group.topic))}"
        for line in group.lines:
            row = line.commitment
            yield f"\n**{escaped(row.summary or row.commitment)}** ({row.status})\n"
            yield from (f"- {_cell(cell, index)}" for cell in line.cells if cell.position or cell.claim)


def _cell(cell: Cell, index: Index) -> str:
    party = escaped(index.party(cell.party))
    if cell.claim is None:
        looked = f"last looked {day(cell.last_checked)}" if cell.last_checked else "nobody looked"
        return f"{party}: not mentioned ({counted(cell.chances or 0, 'chance')}, {looked})"
    return f"{party} {cell.position or cell.claim.stance}: {_words(cell.claim, index)}"


def _words(claim: ClaimRow, index: Index) -> str:
    """Whose words, when, and where: the source's words in quotation marks, ours without."""
    words = f"“{escaped(claim.quote)}”" if claim.quote else escaped(claim.text or "")
    return f"{words} ({escaped(index.voice(claim))}, {day(claim.said)})[^{claim.source}]"


def _overdue(index: Index) -> Iterator[str]:
    if index.rows.overdue:
        yield "\n## Past their day\n"
    yield from (f"- {_milestone(row, index)}" for row in index.rows.overdue)


def _milestone(row: MilestoneRow, index: Index) -> str:
    phrase = f" (“{escaped(row.phrase)}”)" if row.phrase else ""
    stated = ", ".join(escaped(index.party(party)) for party in row.stated_by) or "nobody on record"
    claim = index.claims.get(row.set_by.claim) if row.set_by else None
    note = f"[^{claim.source}]" if claim else ""
    what = escaped(row.summary or row.commitment)
    return f"{what}{phrase}: {row.status}, {day(row.due)}, {distance(row.days)}; stated by {stated}{note}"


def _divergences(index: Index) -> Iterator[str]:
    if index.rows.divergences:
        yield "\n## Told in different ways\n"
    for row in index.rows.divergences:
        ratio = f" ({row.ratio:,.10g} times)" if row.ratio else ""
        yield f"- {escaped(row.summary or row.commitment)}, {row.kind}{ratio}:"
        for value in row.values:
            named = ", ".join(f"{escaped(each.speaker or each.party or '')}[^{each.source}]" for each in value.claims)
            yield f"    - {escaped(value.value)}: {named}"


def _silence(index: Index) -> Iterator[str]:
    found = silences(index, Tagger(index))
    if found:
        yield "\n## Not answered\n"
    for each in found:
        what, party = escaped(index.summary(each.commitment)), escaped(index.party(each.party))
        claims, chances = counted(each.claims, "claim"), counted(each.response.chances, "chance")
        yield f"- {party}, {each.response.position} on: {what} ({claims}, {chances}, since {day(each.asserted.said)})"


def _note(source: SourceRow) -> str:
    told = [source.outlet, f"“{source.title}”" if source.title else None]
    words = ", ".join(escaped(part) for part in told if part)
    url = safe_link(source.url)
    published = f", {day(source.published)}" if source.published else ""
    return f"\n[^{source.source}]: {words or escaped(source.source)}{published}" + (f", <{url}>" if url else "")
