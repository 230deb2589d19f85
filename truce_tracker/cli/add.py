"""A record entered by hand, with an option for each key of the format."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from truce_tracker.cli.options import BY
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session, known_id, last_day_of
from truce_tracker.errors import LedgerProblems, Problem, TruceError
from truce_tracker.ledger_file.format import LISTS, NOT_KEPT, SINGULAR, Key, Shape

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.ledger_file.amending import Amendment
    from truce_tracker.ledger_file.records import Record

# what the words of the command line are, and what a terminal is asked for where something that is needed is missing
_WORDS = {
    "claims": "quote", "commitments": "summary", "sources": "title", "deadlines": "phrase", "checks": "what",
    "parties": "name", "speakers": "name", "topics": "name",
}  # fmt: skip
_ASKED = {
    "claims": ("speaker", "source", "commitment", "stance", "quote"),
    "commitments": ("summary", "topic", "obligors", "beneficiaries"),
    "sources": ("outlet", "title", "published", "url"),
    "deadlines": ("commitment", "phrase", "due"),
    "checks": ("party", "what", "to", "checked"),
    "parties": ("name",), "speakers": ("name", "party", "role"), "topics": ("name",),
}  # fmt: skip
_EXAMPLES = {
    "claims": 'truce add claim --speaker bessent --source X --commitment Y --stance affirms "words"',
    "commitments": 'truce add commitment --topic soybeans --obligors CN "Buy 12 million tons"',
    "sources": 'truce add source --outlet Reuters --published 2025-11-20 --url https://... "Title"',
    "deadlines": 'truce add deadline --commitment cn-soybeans-2025 --stated 2025-11-16 "by Thanksgiving"',
    "checks": 'truce add check --party CN --to 2025-11-27 --checked today "MOFCOM briefings"',
    "parties": "truce add party --id EU European Union",
    "speakers": "truce add speaker --party US Jane Doe",
    "topics": "truce add topic Soybeans",
}
_NAMED = {"parties": "party", "speakers": "speaker", "topics": "topic"}  # lists whose records have names
_DAYS = (Shape.DATE, Shape.PLAIN_DATE)


def _run(session: Session, list_name: str, values: Mapping[str, Any]) -> None:
    """Enter a record by what was typed."""
    typed: dict[str, str | list[str]] = {}
    for name in LISTS[list_name]:
        value = values.get(_parameter(name))
        if value:
            typed[name] = list(value) if isinstance(value, (list, tuple)) else str(value)
    words = " ".join(values["the_words"] or ())
    if words:
        if _WORDS[list_name] in typed:
            raise TruceError(f"the words are the {_WORDS[list_name]}: leave out --{_WORDS[list_name]}, or the words")
        typed[_WORDS[list_name]] = words
    add_record(session, list_name, typed, bool(values["yes"]), bool(values["dry_run"]))


def add_record(session: Session, list_name: str, typed: dict[str, str | list[str]], yes: bool, dry_run: bool) -> None:
    """Add a record to the ledger by what was typed for its keys; on a terminal what is missing is asked for, and,
    unless `yes`, whether it was read rightly. Raises TruceError for everything that is wrong with it."""
    from truce_tracker.cli.writing import amend
    from truce_tracker.ledger_file.entering import enter, read_record

    with session.reading() as ledger:
        if sys.stdin.isatty() and sys.stdout.isatty():
            _ask(ledger, list_name, typed)
        typed = _meant(ledger, list_name, typed)
    try:
        record = read_record(list_name, typed)
        amendment, entered = amend(
            session, lambda made: (made, enter(made, record)), lambda made: _confirm(*made, yes), dry_run=dry_run
        )
    except LedgerProblems as error:
        told = dict.fromkeys(map(_told, error.problems))
        raise TruceError("\n".join([*told, f"the {SINGULAR[list_name]} was not added"])) from error
    for warning in amendment.warnings:
        say(f"warning: {warning.path}: {warning.what}")
    if dry_run:
        _tell(amendment, entered)
        typer.echo(f"would add {SINGULAR[list_name]} {entered.id}")
        say("dry run: nothing was changed")
        return
    typer.echo(f"added {SINGULAR[list_name]} {entered.id}")


def _told(problem: Problem) -> str:
    """A problem of what was typed, by its option."""
    from truce_tracker.ledger_file.entering import WHERE

    _, behind, key = problem.path.partition("].")
    return f"{_option(key)}: {problem.what}" if behind and problem.file == WHERE else problem.what


def _confirm(amendment: Amendment, record: Record, yes: bool) -> None:
    """Read back what was understood; on a terminal the person says whether it is right."""
    _tell(amendment, record)
    if yes or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    from truce_tracker.cli.importing.asking import agrees

    if not agrees(f"Add {SINGULAR[record.list_name]} {record.id}?"):
        raise TruceError("nothing was added")


def _tell(amendment: Amendment, record: Record) -> None:
    from truce_tracker.ledger_file.entering import read_back

    for line in read_back(amendment, record):
        say(line)


def _meant(ledger: Ledger, list_name: str, typed: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
    """Names become the ids that they mean, `yesterday` and -3d the day."""
    meant: dict[str, str | list[str]] = {}
    wrong: list[str] = []
    for name, value in typed.items():
        try:
            meant[name] = _meaning(ledger, name, LISTS[list_name][name], value)
        except TruceError as error:
            wrong.append(str(error) if str(error).startswith("--") else f"{_option(name)}: {error}")
    if wrong:
        raise TruceError("\n".join(wrong))
    return meant


def _meaning(ledger: Ledger, name: str, key: Key, value: str | list[str]) -> str | list[str]:
    if key.refers_to in _NAMED:
        table: Any = _NAMED[key.refers_to]
        items = [known_id(ledger, table, each) for each in (value if isinstance(value, list) else [value])]
        return items if isinstance(value, list) else items[0]
    if key.shape in _DAYS and isinstance(value, str) and value[:1] in "-ty":
        return last_day_of(value, _option(name))
    return value


def _ask(ledger: Ledger, list_name: str, typed: dict[str, str | list[str]]) -> None:
    """Ask for what is missing, where something is that a record cannot be without; a blank answer leaves it out."""
    required = [name for name, key in LISTS[list_name].items() if key.required and name != "id"]
    needed = {*required, *(("speaker",) if list_name == "claims" and not {"party", "parties"} & typed.keys() else ())}
    if not [name for name in needed if name not in typed]:
        return
    from truce_tracker.cli.asking_lines import ask_line

    for name in dict.fromkeys([*_ASKED[list_name], *required]):
        if name in typed or (name == "speaker" and {"party", "parties"} & typed.keys()):
            continue
        key = LISTS[list_name][name]
        offered = list(key.words) or (ledger.ids(SINGULAR[key.refers_to]) if key.refers_to else [])  # type: ignore[arg-type]
        if answer := ask_line(name, offered):
            typed[name] = [each.strip() for each in answer.split(",")] if key.is_list else answer


def _parameter(name: str) -> str:
    return f"{name}_" if name in ("from", "id") else name


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _parameters(list_name: str) -> list[Any]:
    words = TyperArgument(
        param_decls=["the_words"], nargs=-1, required=False, metavar="[WORDS]...", type=str,
        help=f"The {_WORDS[list_name]}.",
    )  # fmt: skip
    options = [
        TyperOption(
            param_decls=[_parameter(name), _option(name)], type=str, multiple=key.is_list, metavar=_metavar(key),
            help=_help(name, key), autocompletion=_completion(key), rich_help_panel=None,
        )
        for name, key in LISTS[list_name].items()
        if name not in NOT_KEPT
    ]  # fmt: skip
    yes = TyperOption(param_decls=["--yes"], is_flag=True, help="Add it without asking whether it was read rightly.")
    dry = TyperOption(param_decls=["--dry-run"], is_flag=True, help="Say what would happen and change nothing.")
    return [words, *options, yes, dry, BY]


def _metavar(key: Key) -> str:
    if key.words:
        return "WORD"
    if key.refers_to:
        return "ID|NAME" if key.refers_to in _NAMED else "ID"
    return {Shape.DATE: "DATE", Shape.PLAIN_DATE: "DATE", Shape.FLAG: "true|false", Shape.SLUG: "ID"}.get(
        key.shape, "TEXT"
    )


def _help(name: str, key: Key) -> str:
    if name == "id":
        return "Made from the rest where it is left out."
    needed = "Needed. " if key.required else ""
    several = "Several times for several. " if key.is_list else ""
    return f"{needed}{several}{'One of ' + ', '.join(key.words) + '.' if key.words else ''}".strip()


def _completion(key: Key) -> Any:
    def complete(ctx: Any, arguments: Any, incomplete: str) -> list[str]:
        from truce_tracker.cli import options

        if key.words:
            return [word for word in key.words if word.startswith(incomplete)]
        table: Any = SINGULAR.get(key.refers_to or "")
        return options.ids_beginning(ctx, incomplete, table) if table else []

    return complete


class _Add(TyperCommand):
    """The command that adds a record of one list."""

    def __init__(self, list_name: str) -> None:
        singular = SINGULAR[list_name]
        super().__init__(
            singular,
            params=_parameters(list_name),
            rich_markup_mode=None,
            context_settings={"help_option_names": ["--help", "-h"]},
            short_help=f"A {singular}.",
            help=f"Add a {singular} to the ledger.\n\n\b\nExample:\n  {_EXAMPLES[list_name]}",
        )
        self.list_name = list_name

    def invoke(self, ctx: Any) -> None:
        """Enter the record."""
        _run(ctx.obj, self.list_name, ctx.params)


add = TyperGroup(
    name="add", commands={SINGULAR[name]: _Add(name) for name in _EXAMPLES}, rich_markup_mode=None,
    help=(
        "Enter one record by hand, without a file.\n\nA claim, a commitment, a source ... Each key of the format is an "
        "option; on a terminal what is missing is asked for. The id is made from the rest. What was read from days, "
        "phrases and quantities is said before it is added, and `truce undo` takes it back.\n\n\b\nExample:\n"
        f"  {_EXAMPLES['speakers']}"
    ),
)  # fmt: skip
