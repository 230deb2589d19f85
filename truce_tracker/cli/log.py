"""What was changed, by which command and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of, say
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import first_day_of
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.render.printable import Write
    from truce_tracker.rows.log import LogRow

_FORMATS = ("text", "json")
_SHOWN = 10  # changes of a command that are named where no record is asked for


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

    form = one_of("format", format, _FORMATS)
    with ctx.obj.reading_with(Changelog) as ledger:
        found = ledger.log(id, first_day_of(since, "--since") if since else None, limit)
    if id is not None and not found and since is None:
        raise TruceError(f"no command has changed {id}; `truce log` lists all of them")
    with opened(output, ctx.obj) as stream:
        if form == "json":
            write_log_as_json(found, stream.write)
            return
        for row in found:
            for line in lines_of(row, whole=id is not None):
                stream.write(f"{line}\n")
    if not found:
        say("nothing was changed" + (" since then" if since else " yet: the history begins with the next change"))


def write_log_as_json(rows: list[LogRow], write: Write) -> None:
    """Write commands with their changes as a list of JSON objects."""
    import json

    from truce_tracker.rows import as_json

    write(json.dumps([as_json(row) for row in rows], ensure_ascii=False, indent=1) + "\n")


def lines_of(row: LogRow, whole: bool) -> list[str]:
    """A command in lines of text: the first says which, when and who, each other a value that it changed.

    Unless the `whole` of it is asked for, only so many changes are named, and what was added is only counted.
    """
    from truce_tracker.render.printable import printable
    from truce_tracker.rows.log import told

    by = f" by {row.by}" if row.by else ""
    state = "" if row.in_force else " (taken back)"
    lines = [f"{row.number}  {row.moment}{by}{state}", f"    {row.command}"]
    lines.append("    " + (", ".join(f"{count:,} {kind}" for kind, count in row.records.items()) or "no record"))
    named = [change for change in row.changes if whole or change.kind != "added"]
    values = [
        line
        for change in named
        for line in told(
            change.list,
            change.id,
            None if change.kind in ("added", "renamed") else change.before,
            None if change.kind == "removed" else change.after,
            change.was,
        )
    ]
    shown = values if whole else values[:_SHOWN]
    lines += [f"      {line}" for line in shown]
    if len(values) > len(shown):
        lines.append(f"      and {len(values) - len(shown):,} more changes")
    return [printable(line) for line in lines]
