"""One thing of the ledger, whole."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of, terminal
from truce_tracker.cli.session import day_of
from truce_tracker.errors import TruceError, did_you_mean

_FORMATS = ("table", "text", "json")


def show(
    ctx: typer.Context,
    id: o.AnyId,
    as_of: o.AsOf = None,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="table, text or json.")] = None,
) -> None:
    """All about one id.

    A claim with its source and words, a commitment with every position and the claims behind it, a milestone with
    who set its day and every report, a source with its text.
    """
    from truce_tracker.judgements.cards import cards, every_id
    from truce_tracker.render.card import write_cards, write_cards_as_json
    from truce_tracker.render.passages import write_text

    form = one_of("format", format, _FORMATS) if format else "table" if sys.stdout.isatty() else "text"
    with ctx.obj.reading() as ledger:
        found = cards(ledger, id, day_of(as_of))
        if not found:
            raise TruceError(f"nothing has the id {id!r}{did_you_mean(id, every_id(ledger))}")
        text = ledger.text(id)
        marks = [(row["begins"], row["ends"], row["claim"]) for row in ledger.anchors(id)]
    if form == "json":
        write_cards_as_json(found, sys.stdout.write)
        return
    write_cards(found, sys.stdout.write, table=form == "table", **terminal())
    if text:
        sys.stdout.write("\ntext, with the words of its claims marked\n\n")
        write_text(text, marks, sys.stdout.write, colour=terminal()["colour"])
