"""The program itself: which module holds which command, and what `truce` alone says."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from truce_tracker.cli.session import Session

# What a person wants -> the commands for it: each with its module in this folder and its function there, which are
# found by their names when the command is called, and not before.
GROUPS = {
    "Ask": {
        "status": ("status", "status"),
        "claims": ("listings", "claims"),
        "one-sided": ("listings", "one_sided"),
        "unmatched": ("listings", "unmatched"),
        "commitments": ("listings", "commitments"),
        "overdue": ("listings", "overdue"),
        "deadlines": ("listings", "deadlines"),
        "silence": ("listings", "silence"),
        "parties": ("listings", "parties"),
        "speakers": ("listings", "speakers"),
        "topics": ("listings", "topics"),
        "sources": ("listings", "sources"),
        "search": ("search", "search"),
        "browse": ("browse", "browse"),
    },
    "Compare and explain": {
        "show": ("show", "show"),
        "why": ("why", "why"),
        "compare": ("compare", "compare"),
        "progress": ("progress", "progress"),
        "divergences": ("listings", "divergences"),
        "timeline": ("timeline", "timeline"),
        "changes": ("changes", "changes"),
        "when": ("when", "when"),
        "sql": ("sql", "sql"),
    },
    "Enter": {
        "add": ("add", "add"),
        "checked": ("checked", "checked"),
        "edit": ("edit", "edit"),
        "remove": ("remove", "remove"),
        "rename": ("rename", "rename"),
        "merge-ids": ("merge_ids", "merge_ids"),
        "load": ("load", "load"),
    },
    "Articles": {
        "import": ("importing.command", "import_article"),
        "verify": ("verify", "verify"),
        "diff": ("diff", "diff"),
    },
    "Publish": {
        "report": ("report", "report"),
        "calendar": ("calendar", "calendar"),
        "export": ("export", "export"),
    },
    "Keep": {
        "log": ("log", "log"),
        "undo": ("undo", "undo"),
        "redo": ("redo", "redo"),
        "merge": ("merge", "merge"),
        "backup": ("backup", "backup"),
        "copy": ("copy", "copy"),
        "ledgers": ("ledgers", "ledgers"),
        "restore": ("restore", "restore"),
        "doctor": ("doctor", "doctor"),
        "init": ("init", "init"),
    },
}
COMMANDS = {name: place for group in GROUPS.values() for name, place in group.items()} | {"help": ("help", "help")}

WRITING = (
    "load",
    "checked",
    "edit",
    "remove",
    "rename",
    "merge-ids",
    "import",
    "undo",
    "redo",
)  # the commands that change the ledger of a store that is there

# rich would cost a listing 0.1 s, and reads [x] in a help text as markup
_PLAIN: Any = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """The command of a name, built now; None where there is none."""
        self.commands: dict[str, Any] = dict.fromkeys(COMMANDS)  # for "did you mean"
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        found = getattr(import_module(f"truce_tracker.cli.{module}"), function)
        if isinstance(found, TyperGroup):
            return found
        alone = typer.Typer(add_completion=False, **_PLAIN)
        alone.command(cmd_name)(found)
        command = typer.main.get_command(alone)
        names = [parameter.name for parameter in command.params]
        judges = ("as_of" in names or cmd_name == "changes") and cmd_name != "sql"  # whose text goes to any program
        if judges or cmd_name in WRITING:
            from truce_tracker.cli import options as o
        if judges:
            command.params.append(o.RECORDED_BY)
        if cmd_name in WRITING:
            command.params.append(o.BY)
        return command

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the commands of each group under its name, a line each."""
        widest = max(map(len, COMMANDS))
        for title, commands in GROUPS.items():
            lines = [(name.ljust(widest), _first_line(name) or self._first_line(ctx, name)) for name in commands]
            with formatter.section(title):
                formatter.write_dl(lines)

    def _first_line(self, ctx: typer.Context, name: str) -> str:
        return str(self.get_command(ctx, name).get_short_help_str(200))


def _first_line(command: str) -> str | None:
    """The first line of a command's help, from the text of its file: to import them all took longer than the rest of
    ``truce --help``. None where that is not to be had."""
    module, function = COMMANDS[command]
    try:
        text = Path(__file__).parent.joinpath(f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    except OSError:
        return None
    found = re.search(rf'^def {function}\(.*?"""([^\n]*)$', text, re.DOTALL | re.MULTILINE)
    return found[1] if found else None


def _show_version(wanted: bool) -> None:
    if wanted:
        from truce_tracker import __version__

        typer.echo(f"truce {__version__}")
        raise typer.Exit


def start(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="PLACE", help="The store: a file, or postgresql://...; else $TRUCE_DB."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_show_version, is_eager=True, help="Which truce.")
    ] = False,
) -> None:
    """Follow a negotiation: who said what, what nobody else has confirmed, and which day has passed.

    Every word is a claim with a speaker, a day and a source; every verdict follows from the claims, for any day.
    """
    ctx.obj = Session(db)
    if ctx.invoked_subcommand is None:
        if ctx.obj.path.is_file():
            from truce_tracker.cli.status import show_status

            show_status(ctx.obj)
        else:
            typer.echo(_GREETING)


_GREETING = """\
truce keeps a ledger of what each party to a negotiation says, and works out what nobody else has confirmed.

  truce overdue                  which promises have passed their day
  truce unmatched                what one side counts on and the other has not said
  truce one-sided                claims that no counterparty affirms
  truce claims --party US        who said what
  truce show rare-earth-deal     one commitment, with every position and the words behind it
  truce load my-ledger.yaml      add a ledger of your own

Every listing takes --as-of DATE. `truce --help` names all commands; `truce COMMAND --help` explains one."""

_MORE = "`truce help COMMAND` explains one, with an example."

_FIRST_CALL = """
# loaded by its name, the first call has only defined the function
if [ "$funcstack[1]" = "_truce" ]; then
  _truce_completion "$@"
fi
"""


def _complete_at_the_first_tab() -> None:
    """Mend the script of typer for zsh: it does nothing at the first Tab of a session."""
    from typer import _completion_shared

    scripts = getattr(_completion_shared, "_completion_scripts", {})
    if "zsh" in scripts and _FIRST_CALL not in scripts["zsh"]:
        scripts["zsh"] += _FIRST_CALL


if any("-completion" in word for word in sys.argv):
    _complete_at_the_first_tab()

_app = typer.Typer(cls=LazyGroup, invoke_without_command=True, **_PLAIN)
_app.callback(context_settings={"help_option_names": ["--help", "-h"]}, epilog=_MORE)(start)
program = typer.main.get_command(_app)
