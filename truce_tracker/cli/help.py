"""The help of truce and of each command, for who types `truce help`."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperGroup


def _commands(ctx: typer.Context, incomplete: str) -> list[str]:
    program = ctx.find_root().command
    assert isinstance(program, TyperGroup)
    return [name for name in program.list_commands(ctx) if name.startswith(incomplete)]


def help(
    ctx: typer.Context,
    command: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="Default: all of them.", autocompletion=_commands)
    ] = None,
) -> None:
    """What truce does, or one of its commands.

    \b
    Example: truce help overdue
    """
    root = ctx.find_root()
    if command is None:
        typer.echo(root.get_help())
        return
    assert isinstance(root.command, TyperGroup)
    name, found, _ = root.command.resolve_command(root, [command])
    assert found is not None  # else it has raised
    typer.echo(found.get_help(typer.Context(found, info_name=name, parent=root)))
