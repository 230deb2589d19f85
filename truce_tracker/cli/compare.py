"""What each party says of the same thing, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import PageFormat, page_format, say_how_many, write_page
from truce_tracker.cli.session import day_of, filters_of
from truce_tracker.errors import TruceError, did_you_mean

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger

_Subjects = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TOPIC|COMMITMENT]...", help="Ids; default: every commitment.", autocompletion=o.complete_subject
    ),
]


def compare(
    ctx: typer.Context, subject: _Subjects = None, party: o.Column = None, as_of: o.AsOf = None,
    format: PageFormat = None, output: o.Output = None, limit: o.Limit = None,
) -> None:  # fmt: skip
    """What each party says of a commitment, side by side.

    A cell gives the party's position, its own words (or ours), who said so, when and where, and the amount, day
    and verb of those words. Where it takes no position: its chances since another party first affirmed, and when
    somebody last looked. What differs is marked. To print it: --format md, or --output FILE.md.
    """
    from truce_tracker.render.comparison import write_comparison, write_comparison_as_markdown

    form = page_format(format, output)
    with ctx.obj.reading() as ledger:
        filters = filters_of(ledger, {"party": party, "limit": limit} | subjects(ledger, subject))
        day = day_of(as_of)
        rows = ledger.compare(day, **filters)
    write_page(rows, form, output, write_comparison, write_comparison_as_markdown)
    say_how_many(rows, "compare", form, output, day)


def subjects(ledger: Ledger, words: Iterable[str] | None) -> dict[str, list[str]]:
    """Ids of topics and commitments, told apart. Raises TruceError for one that is neither."""
    found: dict[str, list[str]] = {}
    for word in words or ():
        kinds = [kind for kind in ("topic", "commitment") if _is_id(ledger, kind, word)]
        if not kinds:
            known = [
                row[0] for row in ledger.connection.execute("SELECT id FROM topic UNION SELECT id FROM commitment")
            ]
            raise TruceError(
                f"there is no topic or commitment {word!r}{did_you_mean(word, known)}; "
                f"`truce topics` and `truce commitments` list them"
            )
        for kind in kinds:
            found.setdefault(kind, []).append(word)
    return found


def _is_id(ledger: Ledger, kind: str, word: str) -> bool:
    return ledger.connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (word,)).fetchone() is not None
