"""Why a verdict is what it is."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import PageFormat, page_format, write_page
from truce_tracker.cli.session import day_of
from truce_tracker.errors import TruceError, did_you_mean

_Id = Annotated[
    str,
    typer.Argument(metavar="ID", help="A claim, a commitment or a milestone.", autocompletion=o.complete_judged),
]
_KNOWN = "SELECT id FROM claim UNION SELECT id FROM commitment UNION SELECT id FROM milestone"


def why(
    ctx: typer.Context, id: _Id, as_of: o.AsOf = None, format: PageFormat = None, output: o.Output = None
) -> None:  # fmt: skip
    """Why a claim, commitment or milestone stands as it does.

    The rule in words; the claims it looked at, with those that decide; what was left out, and why; how many independent
    documents stand behind each side; and what would change the verdict.
    """
    from truce_tracker.render.explanation import write_explanations, write_explanations_as_markdown

    form = page_format(format, output)
    with ctx.obj.reading() as ledger:
        found = ledger.why(day_of(as_of), id)
        if not found:
            known = [row[0] for row in ledger.connection.execute(_KNOWN)]
            raise TruceError(f"no claim, commitment or milestone has the id {id!r}{did_you_mean(id, known)}")
    write_page(found, form, output, write_explanations, write_explanations_as_markdown)
