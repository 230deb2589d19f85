"""What was changed, by which command and by whom."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of, say
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import first_day_of
from truce_tracker.errors import TruceError

_FORMATS = ("text", "json")


def log(
    ctx: typer.Context,
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="One record, by its id.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="What was entered on this day or later (UTC).")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="The last N commands.")] = None,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")] = "text",
    output: o.Output = None,
) -> None:
    """What was changed, by which command, by whom.

    The newest comes first. With an id, every change of that record, value by value, under each id that it had. `truce
    undo` takes a command back.

    \b
    Examples:
      truce log --since -7d
      truce log bessent-thanksgiving-1116
    """
    from truce_tracker.judgements.changelog import Changelog
    from truce_tracker.render.as_json import write_json
    from truce_tracker.render.log import write_log

    form = one_of("format", format, _FORMATS)
    with ctx.obj.reading_with(Changelog) as ledger:
        found = ledger.log(id, first_day_of(since, "--since") if since else None, limit)
    if id is not None and not found and since is None:
        raise TruceError(f"no command has changed {id}; `truce log` lists all of them")
    with opened(output, ctx.obj) as stream:
        if form == "json":
            write_json(found, stream.write)
        else:
            write_log(found, stream.write, whole=id is not None)
    if not found and form == "text":
        say("nothing was changed" + (" since then" if since else " yet: the history begins with the next change"))
