"""What changed, as a note in Markdown: verdicts that moved, who said what, what is told otherwise, who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truce_tracker.render.as_markdown import escaped
from truce_tracker.render.links import safe_link
from truce_tracker.render.phrases import counted, listed
from truce_tracker.render.printable import Write, write_lines
from truce_tracker.render.quoted import text_or_quoted
from truce_tracker.render.report.english import day, told_value
from truce_tracker.rows.claims import ClaimRow
from truce_tracker.rows.divergences import Divergence
from truce_tracker.rows.note import Note
from truce_tracker.rows.silence import SilenceRow
from truce_tracker.rows.timeline import ChangeRow


def write_note(note: Note, write: Write) -> None:
    """Write the note; a part that has nothing in it says so."""
    write_lines((f"{line}\n" for line in _lines(note)), write)


def became(row: ChangeRow) -> str:
    """``open -> overdue``; ``new: open`` for what was not known before."""
    return f"{row.before} -> {row.after}" if row.before else f"new: {row.after}"


def changed_by(row: ChangeRow, names: dict[str, dict[str, str]]) -> str:
    """Who moved a verdict, by name; empty where the calendar did."""
    return listed(list(dict.fromkeys(_who(each.party, each.speaker, names) for each in row.by)))


def _lines(note: Note) -> Iterator[str]:
    yield f"# What changed, {day(note.since)} to {day(note.until)}"
    yield from _part("Verdicts that moved", (_change(row, note) for row in note.changes), "No verdict moved.")
    yield from _part("Said", (_claim(row, note) for row in note.claims), "Nothing new was said.")
    yield from _part(
        "Told in different ways, new", (_divergence(row, note) for row in note.divergences), "Nothing new."
    )
    yield from _part("Still silent", (_silence(row, note) for row in note.silent), "Every claim has an answer.")


def _part(title: str, lines: Iterable[str], nothing: str) -> Iterator[str]:
    yield f"\n## {title}\n"
    found = [f"- {line}" for line in lines]
    yield from found or [nothing]


def _change(row: ChangeRow, note: Note) -> str:
    by = changed_by(row, note.names)
    said = f" (by {escaped(by)})" if by else ""
    return f"{day(row.day)}: **{escaped(row.summary or row.id)}**: {became(row)}{said}"


def _claim(row: ClaimRow, note: Note) -> str:
    parties = [note.names["party"].get(party, party) for party in row.parties]
    speaker = note.names["speaker"].get(row.speaker or "", row.speaker or "")
    who = f"{speaker} ({listed(parties) or 'third party'})" if speaker else listed(parties) or "third party"
    words = text_or_quoted(row.text, row.quote, row.words, row.outlet or row.source) or ""
    on = listed([note.names["commitment"].get(each, each) for each in row.commitments])
    off = "" if row.on_record else ", off the record"
    about = f"; on {escaped(on)}" if on else ""
    return (
        f"{day(row.said)}: **{escaped(who)}** {row.stance}{off}: {escaped(words)} ({_source(row.source, note)}{about})"
    )


def _source(identity: str, note: Note) -> str:
    source = note.sources.get(identity)
    outlet = escaped((source and source.outlet) or identity)
    url = safe_link(source.url) if source else None
    return f"[{outlet}](<{url}>)" if url else outlet


def _divergence(row: Divergence, note: Note) -> str:
    values = (
        f"{told_value(row.kind, value.value)} ("
        + ", ".join(dict.fromkeys(_who(claim.party, claim.speaker, note.names) for claim in value.claims))
        + ")"
        for value in row.values
    )
    return f"**{escaped(row.summary or row.commitment)}**, {row.kind}: {escaped('; '.join(values))}"


def _silence(row: SilenceRow, note: Note) -> str:
    party, topic = note.names["party"].get(row.party, row.party), note.names["topic"].get(row.topic, row.topic)
    looked = f"last searched {day(row.last_checked)}" if row.last_checked else "nobody has looked"
    told = f"{counted(len(row.claims), 'claim')} of others, {counted(row.chances, 'chance')} to answer, {looked}"
    return f"**{escaped(party)}** on {escaped(topic)}: {told}"


def _who(party: str | None, speaker: str | None, names: dict[str, dict[str, str]]) -> str:
    if speaker:
        return names["speaker"].get(speaker, speaker)
    return names["party"].get(party, party) if party else "third party"
