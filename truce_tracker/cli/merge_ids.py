"""Two records that are one."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.writing import amend_records


def merge_ids(
    ctx: typer.Context,
    id: o.AnyId,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The id of the record that stays.")],
    kind: o.Kind = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Make two records one.

    Two speakers, or two commitments, that are the same: what refers to the first refers to the second, which takes
    from the first what it lacks; a name becomes an alias.

    \b
    Example: truce merge-ids ustr greer
    """
    from truce_tracker.ledger_file.rearranging import merge_named

    amend_records(ctx.obj, lambda amendment: merge_named(amendment, id, into, kind), dry_run)
