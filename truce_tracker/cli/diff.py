"""How the words of two stored texts differ."""

from __future__ import annotations

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import output, say, terminal
from truce_tracker.cli.session import known_id
from truce_tracker.errors import TruceError


def diff(
    ctx: typer.Context,
    before: o.SourceId,
    after: o.SourceId,
) -> None:
    """How the words of two stored texts differ.

    What went is shown as [-gone-], what came as {+come+}.

    \b
    Example: truce diff fact-sheet-v1 fact-sheet-v2
    """
    from truce_tracker.render.passages import write_difference

    with ctx.obj.reading() as ledger:
        texts = {source: ledger.text(known_id(ledger, "source", source)) for source in (before, after)}
    for source, text in texts.items():
        if text is None:
            raise TruceError(f"the text of {source} is not stored: import it, or load it with `text`")
    with output(None, ctx.obj) as stream:
        count = write_difference(texts[before] or "", texts[after] or "", stream.write, colour=terminal()["colour"])
    say(f"{count} differences" if count > 1 else "1 difference" if count else "the same words")
