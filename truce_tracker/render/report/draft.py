"""The report as Markdown with footnotes, for a draft story: what each side says, and where it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce_tracker.render.as_markdown import escaped
from truce_tracker.render.links import safe_link
from truce_tracker.render.report import wording
from truce_tracker.render.report.days import Days, Promise, days
from truce_tracker.render.report.edition import Edition
from truce_tracker.render.report.english import counted, day, distance, told_value
from truce_tracker.render.report.filters import Tagger
from truce_tracker.render.report.headline import figures, lead, title
from truce_tracker.render.report.rows import Index, Rows
from truce_tracker.render.report.side_by_side import Line, side_by_side, silences
from truce_tracker.rows import Cell, SourceRow
from truce_tracker.verdicts import Position
from truce_tracker.vocabulary import Words

_NOTED = re.compile(r"\[\^([^\]]+)\]")  # the sources that the text names in a footnote


def draft(rows: Rows, edition: Edition) -> str:
    """The whole draft. Each source is one footnote, by its id, however often it is named."""
    index = Index(rows)
    promises = days(index)
    parts = (
        *_head(index, promises, edition),
        *_dates("Past their day", promises.overdue, index),
        *_dates("Still to come", promises.coming, index),
        *_moved(promises, index),
        *_sides(index),
        *_divergences(index),
        *_silence(index),
    )
    body = "\n".join(parts)
    named = set(_NOTED.findall(body))
    notes = "\n".join(_note(source) for source in index.sources if source.source in named)
    return f"{body}\n{notes}\n"


def _head(index: Index, promises: Days, edition: Edition) -> Iterator[str]:
    yield f"# {escaped(edition.title or title(index))}"
    if edition.byline:
        yield f"\n{escaped(edition.byline)}"
    yield f"\n*As of {day(index.as_of)}.* {escaped(' '.join(lead(index, promises)))}\n"
    for figure in figures(index, promises):
        yield f"- {escaped(figure.number)} {escaped(figure.what)}"


def _sides(index: Index) -> Iterator[str]:
    for group in side_by_side(index, Tagger(index)):
        yield f"\n## {escaped(index.topic(group.topic))}"
        for line in group.lines:
            yield from _commitment(line, index)


def _commitment(line: Line, index: Index) -> Iterator[str]:
    row = line.commitment
    yield f"\n**{escaped(row.summary or row.commitment)}** ({escaped(wording.verdict(row, index))})\n"
    yield from (f"- {_cell(cell, index)}" for _, cell in line.cells if cell)
    yield from (f"- Reported broken: {escaped(wording.breach(each, index))}" for each in row.breaches)
    for each in row.progress:
        who = f"{wording.counted_by(each, index)}, {day(each.said)}"
        claim = index.claims.get(each.claim)
        yield f"- So far: {escaped(wording.progress(each))} ({escaped(who)})" + (f"[^{claim.source}]" if claim else "")
    for given in line.in_exchange_for:
        held = index.commitments.get(given.commitment)
        verdict = wording.verdict(held, index) if held else f"{given.status} · {given.state}"
        yield f"- In exchange for: {escaped(index.summary(given.commitment))} ({escaped(verdict)})"


def _cell(cell: Cell, index: Index) -> str:
    party = escaped(index.party(cell.party))
    if cell.position == Position.SILENT:
        looked = f"last looked {day(cell.last_checked)}" if cell.last_checked else "nobody looked"
        return f"{party}: not mentioned ({counted(cell.chances or 0, 'chance')}, {looked})"
    condition = f"; on condition: {escaped(cell.condition)}" if cell.condition else ""
    again = f"; told also by {escaped(wording.told_also(cell, index))}" if cell.told_also else ""
    return f"{party} {cell.position}{_words(cell, index)}{condition}{again}"


def _words(cell: Cell, index: Index) -> str:
    """Whose words, when, and where: the speaker's in quotation marks, the source's as the outlet's, ours without."""
    is_reported = bool(cell.quote) and cell.words != Words.OWN
    words = f"“{cell.quote}”" if cell.quote else cell.text
    told = (": ", f"{index.outlet(cell.source or '')}: " if is_reported else "", words) if words else ()
    who = f"{'of ' if is_reported else ''}{index.teller(cell)}, {day(cell.said)}"
    return f"{escaped(''.join(told))} ({escaped(who)})[^{cell.source}]"


def _dates(heading: str, promises: tuple[Promise, ...], index: Index) -> Iterator[str]:
    if promises:
        yield f"\n## {heading}\n"
    for each in promises:
        yield f"- {_milestone(each, index)}"
        for row in each.further:
            yield f"    - also {escaped(wording.day_words(row))}"
        for row in each.variants:
            yield f"    - {escaped(wording.telling_day(row, each.row))}"


def _milestone(promise: Promise, index: Index) -> str:
    row = promise.row
    phrase = f" (“{escaped(row.phrase)}”)" if row.phrase else ""
    stated = index.reporters(row.stated_by) or "nobody on record"
    claim = index.claims.get(row.set_by.claim) if row.set_by else None
    note = f"[^{claim.source}]" if claim else ""
    when = wording.day_words(row) if row.days is None else f"{day(row.due)}, {distance(row.days)}"
    read = "".join(f"; {escaped(wording.reading(each, index))}" for each in row.readings)
    what = escaped(row.summary or row.commitment)
    return f"{what}{phrase}: {row.status}, {when}{read}; stated by {escaped(stated)}{note}"


def _moved(promises: Days, index: Index) -> Iterator[str]:
    moved = [each.row for each in promises.settled if each.row.moved_to]
    if moved:
        yield "\n## Moved\n"
    for row in moved:
        what = f"{row.summary or row.commitment}: {wording.day_words(row)}, moved {wording.moved(row, index)}"
        yield f"- {escaped(what)}"


def _divergences(index: Index) -> Iterator[str]:
    if index.rows.divergences:
        yield "\n## Told in different ways\n"
    for row in index.rows.divergences:
        ratio = f" ({row.ratio:,.10g} times)" if row.ratio and row.ratio != 1 else ""
        yield f"- {escaped(row.summary or row.commitment)}, {row.kind}{ratio}:"
        for value in row.values:
            told = [
                f"{escaped(index.who(each.speaker, each.party))} "
                f"in {escaped(index.outlet(each.source))}[^{each.source}]"
                for each in value.claims
            ]
            yield f"    - {escaped(told_value(row.kind, value.value))}: {', '.join(told)}"


def _silence(index: Index) -> Iterator[str]:
    found = silences(index, Tagger(index))
    if found:
        yield "\n## Not answered\n"
    for each in found:
        what, party = escaped(index.summary(each.commitment)), escaped(index.party(each.party))
        claims, chances = counted(each.claims, "statement"), counted(each.response.chances, "chance")
        yield f"- {party}, {each.response.position} on: {what} ({claims}, {chances}, since {day(each.asserted.said)})"


def _note(source: SourceRow) -> str:
    told = [source.outlet, f"“{source.title}”" if source.title else None]
    words = ", ".join(escaped(part) for part in told if part)
    url = safe_link(source.url)
    published = f", {day(source.published)}" if source.published else ""
    return f"\n[^{source.source}]: {words or escaped(source.source)}{published}" + (f", <{url}>" if url else "")
