"""Why a verdict is what it is."""

from __future__ import annotations

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import page_format, write_page
from truce_tracker.cli.session import day_of
from truce_tracker.errors import TruceError, did_you_mean


def why(
    ctx: typer.Context, id: o.JudgedId, as_of: o.AsOf = None, format: o.PageFormat = None, output: o.Output = None
) -> None:  # fmt: skip
    """Why a claim, commitment or milestone stands as it does.

    The rule in words; the claims it looked at, with those that decide; what was left out, and why; how many independent
    documents stand behind each side; and what would change the verdict.

    \b
    Example: truce why rare-earth-deal --as-of 2025-11-28
    """
    from truce_tracker.render.explanation import write_explanations, write_explanations_as_markdown

    form = page_format(format, output)
    with ctx.obj.reading() as ledger:
        found = ledger.why(day_of(as_of), id)
        if not found:
            hint = did_you_mean(id, ledger.ids("claim", "commitment", "milestone"))
            raise TruceError(f"no claim, commitment or milestone has the id {id!r}{hint}")
    write_page(found, form, output, ctx.obj, write_explanations, write_explanations_as_markdown)
