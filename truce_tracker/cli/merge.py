"""Two changed copies of a ledger file made one, by hand or by git."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli.files import read_text
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.output import refuse_the_store, say
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.ledger_file.merging import Merged

_DRIVER = "truce"  # git's name for it
_A_LEDGER = "format: truce/"


def merge(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[BASE OURS THEIRS]", help="What both come from, and the two.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; else stdout.")
    ] = None,
    install_git: Annotated[
        bool, typer.Option("--install-git", help="Have git merge the ledger files here, or those named, so.")
    ] = False,
    path: Annotated[str | None, typer.Option("--path", metavar="PATH", help="How problems name the file.")] = None,
) -> None:
    """Merge two copies of a ledger file that both come from one.

    Record by record and value by value, without a store. What one side alone changed is taken. What both changed
    differently is named, stays in the file with both sides, and ends this with 1. The text of OURS stays as it is but
    for the records that THEIRS brings or changes.

    \b
    Examples:
      truce merge base.yaml ours.yaml theirs.yaml -o all.yaml
      truce merge --install-git
    """
    from truce_tracker.ledger_file.merging import merge as merge_files

    names = files or []
    if install_git:
        _install(names)
        return
    if len(names) != 3:
        raise TruceError("name three files: BASE, that both come from, OURS and THEIRS")
    if output is not None:
        refuse_the_store(output, ctx.obj)
    try:
        merged = merge_files(*((path or name, read_text(name)) for name in names))
    except TruceError as error:
        if path is None or output is None or not os.path.samefile(names[1], output):
            raise
        _merge_by_lines(names, path, error)
        raise typer.Exit(1) from error
    with opened(output, ctx.obj) as stream:
        stream.write(merged.text)
    _tell(merged, output)


def _tell(merged: Merged, output: Path | None) -> None:
    """Say what was lost and what is left to decide; ends with 1 where something is."""
    if merged.comments_lost:
        say("the file had to be written anew: its comments are lost")
    for conflict in merged.conflicts:
        say(f"conflict: {conflict}")
    if merged.conflicts:
        count = len(merged.conflicts)
        say(f"{count} conflict{'s' * (count > 1)}: both sides stand in {output or 'the text'}, keep one of each")
        raise typer.Exit(1)


def _merge_by_lines(names: list[str], path: str, why: TruceError) -> None:
    """Merge into OURS as git does without truce, where a side is no ledger that can be read: git takes what is there
    for the merge, and would lose THEIRS if that were OURS alone."""
    base, ours, theirs = names
    labels = [word for label in ("ours", "base", "theirs") for word in ("-L", label)]
    ran = subprocess.run(["git", "merge-file", *labels, ours, base, theirs], capture_output=True, check=False)
    if not 0 <= ran.returncode <= 127:  # the number of conflicts
        said = ran.stderr.decode(errors="replace").strip()
        raise TruceError(f"{why}\ngit cannot merge {path} by lines either ({said}): theirs is not in it")
    say(f"{why}\n{path} is merged by lines, as git does, since one side cannot be read: look at it before it is added")


def _install(names: list[str]) -> None:
    """Name the driver to git, and the ledger files to the driver, in .gitattributes of the repository."""
    top = Path(_git("rev-parse", "--show-toplevel").strip())
    ledgers = names or [
        name for name in _git("ls-files", "-z", "--full-name", str(top)).split("\0") if _is_ledger(top / name)
    ]
    if not ledgers:
        raise TruceError(f"git keeps no ledger file in {top}: add one first, or name the files, such as 'talks/*.yaml'")
    truce = "truce" if shutil.which("truce") else shlex.join([sys.executable, "-m", "truce_tracker"])
    _git("config", f"merge.{_DRIVER}.name", "truce ledgers, record by record")
    _git("config", f"merge.{_DRIVER}.driver", f"{truce} merge %O %A %B -o %A --path %P")
    attributes = top / ".gitattributes"
    before = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
    lines = [line for name in ledgers if (line := f"{_quoted(name)} merge={_DRIVER}") not in before.splitlines()]
    if lines:
        start = before if not before or before.endswith("\n") else f"{before}\n"
        attributes.write_text(start + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    typer.echo(f"git merges {', '.join(ledgers)} with truce; commit .gitattributes, and run this in each clone")


def _is_ledger(file: Path) -> bool:
    if file.suffix.lower() not in (".yaml", ".yml") or not file.is_file():
        return False
    with open(file, encoding="utf-8", errors="replace") as there:
        return any(line.startswith(_A_LEDGER) for line in there.read(10_000).splitlines())


def _quoted(name: str) -> str:
    """A name as .gitattributes takes it."""
    return f'"{name}"' if " " in name else name


def _git(*arguments: str) -> str:
    try:
        ran = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    except OSError as error:
        raise TruceError(f"git cannot be run: {error.strerror}") from error
    if ran.returncode != 0:
        raise TruceError(f"git says: {ran.stderr.strip()}")
    return ran.stdout
