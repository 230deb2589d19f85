"""One thing of the ledger, whole."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of, output, terminal
from truce_tracker.cli.session import day_of, only_id
from truce_tracker.errors import TruceError, did_you_mean

if TYPE_CHECKING:
    from truce_tracker.cli.session import Session
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.rows.log import LogRow

_FORMATS = ("table", "text", "json")


def show(
    ctx: typer.Context,
    id: o.AnyId,
    as_of: o.AsOf = None,
    history: Annotated[bool, typer.Option("--history", help="Its changes behind it: when, by whom, what.")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="table, text or json.")] = None,
) -> None:
    """All about one id.

    A claim with its source and words, a commitment with every position and the claims behind it, a milestone with
    who set its day and every report, a source with its text.

    \b
    Examples:
      truce show "Scott Bessent"
      truce show bessent-thanksgiving-1116 --history
    """
    from truce_tracker.judgements.cards import cards
    from truce_tracker.render.card import write_cards, write_cards_as_json
    from truce_tracker.render.log import write_log
    from truce_tracker.render.passages import write_text

    form = one_of("format", format, _FORMATS) if format else "table" if sys.stdout.isatty() else "text"
    if history and form == "json":
        raise TruceError(f"--history goes with text: `truce log {id} --format json` has it as json")
    with ctx.obj.reading() as ledger:
        found = cards(ledger, id, day_of(as_of)) or cards(ledger, id := _named(ledger, id), day_of(as_of))
        text = ledger.text(id)
        marks = [(row["begins"], row["ends"], row["claim"]) for row in ledger.anchors(id)]
    changes = _history(ctx.obj, id) if history else None
    with output(None, ctx.obj) as stream:
        if form == "json":
            write_cards_as_json(found, stream.write)
            return
        write_cards(found, stream.write, table=form == "table", **terminal())
        if changes is not None:
            stream.write("\nhistory\n\n")
            write_log(changes, stream.write, whole=True)
        if text:
            stream.write("\ntext, with the words of its claims marked\n\n")
            write_text(text, marks, stream.write, colour=terminal()["colour"])


def _history(session: Session, identity: str) -> list[LogRow]:
    from truce_tracker.judgements.changelog import Changelog

    with session.reading_with(Changelog) as ledger:
        return ledger.log(identity)


def _named(ledger: Ledger, word: str) -> str:
    """The id of the party, speaker or topic that has this name. Raises TruceError where none has, or several."""
    from truce_tracker.judgements.lookups import TABLES

    named = (*ledger.named("party", word), *ledger.named("speaker", word), *ledger.named("topic", word))
    if identity := only_id(word, named):
        return identity
    raise TruceError(f"nothing has the id {word!r}{did_you_mean(word, ledger.words(*TABLES))}")
