"""Why a verdict is what it is, as a page for a terminal or a pipe, or in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from truce_tracker.render.as_markdown import escaped
from truce_tracker.render.phrases import counted, who
from truce_tracker.render.printable import Write, write_lines
from truce_tracker.render.wrapping import strong, toned_head, wrapped

if TYPE_CHECKING:
    from truce_tracker.rows import Explanation, LeftOut, LookedAt, Side

_Line = tuple[str, str]  # what may have a colour, and the text behind it, which has none
_INDENT = "  "
_DECIDES = "* "


def write_explanations(rows: Sequence[Explanation], write: Write, *, width: int | None, colour: bool = False) -> None:
    """Write pages one under another, for a terminal of `width` columns or, None, with nothing wrapped."""
    for number, row in enumerate(rows):
        lines = [*([""] if number else []), *_page(row, width, colour)]
        write_lines((f"{line}\n" for line in lines), write)


def write_explanations_as_markdown(rows: Sequence[Explanation], write: Write) -> None:
    """Write a section each, its parts as lists."""
    for number, row in enumerate(rows):
        write(("\n" if number else "") + f"## {escaped(_title(row))}\n")
        if row.summary:
            write(f"\n{escaped(row.summary)}\n")
        for title, lines in _parts(row):
            write(f"\n**{escaped(title)}**\n\n" + "".join(f"- {escaped(head + text)}\n" for head, text in lines))


def _title(row: Explanation) -> str:
    return f"{row.kind} {row.id}: {row.verdict} as of {row.as_of}"


def _page(row: Explanation, width: int | None, colour: bool) -> Iterator[str]:
    yield from (strong(line, colour) for line in wrapped(_title(row), width, hang=_INDENT))
    if row.summary:
        yield from wrapped(row.summary, width, _INDENT, _INDENT)
    for title, lines in _parts(row):
        yield ""
        yield strong(title, colour)
        for head, text in lines:
            yield from toned_head(wrapped(head + text, width, _INDENT, _INDENT), head, colour)


def _parts(row: Explanation) -> Iterator[tuple[str, list[_Line]]]:
    """What there is to say, under titles; nothing of what there is nothing of."""
    parts = (
        ("why", [("", row.rule), *((fact, "") for fact in row.facts)]),
        ("looked at, in order (* decides a position, or the verdict)", [_looked_at(each) for each in row.looked_at]),
        ("left out", [_left_out(each) for each in row.left_out]),
        ("who stands behind it", [_side(each) for each in row.sides]),
        ("what would change it", [(f"{each.what}: {each.verdict}", "") for each in row.would_change]),
    )
    return ((title, lines) for title, lines in parts if lines)


def _looked_at(claim: LookedAt) -> _Line:
    mark = _DECIDES if claim.decides else ""
    text = f": {claim.text}" if claim.text else ""
    text += f"; told also by {', '.join(claim.told_also)}" if claim.told_also else ""
    return f"{mark}{claim.said} {who(claim.party, claim.speaker)} {claim.stance} ({claim.claim})", text


def _left_out(part: LeftOut) -> _Line:
    return "", f"{part.why}: " + (", ".join(part.claims) or counted(part.count, "claim"))


def _side(side: Side) -> _Line:
    told = f": {counted(side.articles, 'article')}, {counted(side.origins, 'origin')}"
    return f"{who(side.party)} {side.stance}", told
