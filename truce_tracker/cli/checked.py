"""Somebody looked, and found nothing more: a check in one line."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.add import add_record
from truce_tracker.cli.session import last_day_of
from truce_tracker.errors import TruceError


def checked(
    ctx: typer.Context,
    party: Annotated[str, typer.Argument(metavar="PARTY", help="Whose statements were searched: id or name.")],
    what: Annotated[str | None, typer.Option("--what", metavar="TEXT", help="What was searched.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day of what was said.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day; default today.")] = None,
    topic: o.Topic = None,
    searched: Annotated[str | None, typer.Option("--checked", metavar="DATE", help="When; default today.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Whatever else is worth keeping.")] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Made from the rest where left out.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
) -> None:
    """Keep that somebody looked, and found nothing.

    A party's statements were searched, and nothing more was in them. Looking and finding nothing is data: from then
    on a silence is one that somebody has looked at.

    \b
    Example: truce checked CN --what "MOFCOM briefings" --topic soybeans
    """
    if not party.strip():
        raise TruceError("name a party: its id or its name")
    day = last_day_of(None, "--to")
    values = {
        "id": id, "party": party, "what": what, "from": since, "to": until or day, "checked": searched or day,
        "by": ctx.obj.by, "topics": topic, "note": note,
    }  # fmt: skip
    add_record(ctx.obj, "checks", {key: value for key, value in values.items() if value}, yes=True, dry_run=dry_run)
