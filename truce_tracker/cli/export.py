"""The ledger written out: as a ledger file, as tables, and as what other programs read."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.output import as_bytes, one_of, outputs, refuse_the_store, say
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import Session
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.ledger_file.records import Entries

_TABLES = ("csv", "jsonl")
_FORMATS = ("yaml", *_TABLES, "csl-json", "jsonld")
# what an export of truce begins with, by its format; a table of jsonl or a list of sources may have nothing in it
_BEGINS = {
    "yaml": r"format: truce/[0-9]+\n",
    "csv": r"id,",
    "jsonl": r'\{"id": ',
    "csl-json": r'\[\s*(\]|\{\s*"id": )',
    "jsonld": r'\{"@context": ',
}
_EVER = "9999-12-31"  # an export leaves nothing out


def export(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Where to; default standard output.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The same, as other commands have it.")
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_FORMATS)}; csv and jsonl need --dir.")
    ] = "yaml",
    folder: Annotated[
        Path | None, typer.Option("--dir", metavar="DIR", help="A folder for csv or jsonl: a file for each list.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is no export of truce.")] = False,
) -> None:
    """Write the whole ledger, for truce or for other programs.

    yaml, csv and jsonl load back to the same store; csl-json is the sources, for Zotero and pandoc; jsonld the claims,
    as schema.org and W3C Web Annotation have them.

    \b
    Examples:
      truce export -o ledger.yaml
      truce export --format csv --dir tables
    """
    if file and output:
        raise TruceError(f"the ledger goes to one file: leave out {file} or --output {output}")
    form, file = one_of("format", format, _FORMATS), file or output
    _check_place(form, file, folder)
    if folder is not None:
        _write_tables(ctx.obj, form, folder, force)
        return
    as_bytes()
    if file is not None and not force:
        _may_replace(file, form, ctx.obj)
    with opened(file, ctx.obj) as stream:
        _write(ctx.obj, form, stream)


def _check_place(form: str, file: Path | None, folder: Path | None) -> None:
    if form in _TABLES and folder is None:
        raise TruceError(f"{form} is a file for each list: name a folder for them with --dir")
    if form in _TABLES and file is not None:
        raise TruceError(f"{form} is a file for each list: they go to --dir, leave {file} out")
    if form not in _TABLES and folder is not None:
        raise TruceError(f"{form} is one file, so --dir has no use: name the FILE, or choose --format csv or jsonl")


def _entries(session: Session) -> tuple[Entries, str]:
    """All records, and the revision of the ledger that they are."""
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.history import revision
    from truce_tracker.ledger_file.read_store import stored_entries, stored_rows

    with session.reading():  # makes the store at its default place, and says what is wrong with it
        pass
    with store.snapshot(session.path, settle, say) as connection:
        return stored_entries(connection, stored_rows(connection), texts=True), revision(connection)


def _may_replace(file: Path, form: str, session: Session) -> None:
    """Ask before a file is lost that truce did not write. Raises TruceError where the answer is no, or nobody is there
    to give one."""
    refuse_the_store(file, session)
    if not os.path.isfile(file):
        return
    with open(file, encoding="utf-8", errors="replace", newline="") as there:
        beginning = there.read(1000)
    if not beginning or re.match(_BEGINS[form], beginning):
        return
    told = f"{file} is no {form} that truce wrote"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TruceError(f"{told}: give --force to replace it, or name another file")
    from truce_tracker.cli.importing.asking import agrees

    if not agrees(f"{told}. Replace it?"):
        raise TruceError(f"{file} stays as it is: name another file")


def _write_tables(session: Session, form: str, folder: Path, force: bool) -> None:
    """Write a file for each list; none takes its place before all are written."""
    from truce_tracker.ledger_file.flat import writing

    entries, _ = _entries(session)
    write = writing.write_csv if form == "csv" else writing.write_jsonl
    paths = [folder / f"{name}.{form}" for name in entries]
    for path in paths if not force else ():
        _may_replace(path, form, session)
    with _folder(folder), outputs(paths, session) as files:
        for (name, records), file in zip(entries.items(), files, strict=True):
            write(name, records.values(), file)


@contextlib.contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """The folder, made where there is none; one that was made for nothing is removed."""
    was_there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TruceError(f"{folder} cannot be made: {error.strerror or error}") from error
    try:
        yield
    except BaseException:
        if not was_there:
            with contextlib.suppress(OSError):  # somebody put something into it
                folder.rmdir()
        raise


def _write(session: Session, form: str, stream: IO[str]) -> None:
    if form == "yaml":
        from truce_tracker.ledger_file.writer import write_ledger

        entries, revision = _entries(session)
        write_ledger(entries, stream, revision if any(entries.values()) else None)
        return
    with session.reading() as ledger:
        if form == "csl-json":
            from truce_tracker.render.csl import write_csl_json

            write_csl_json(ledger.sources(_EVER), stream.write)
        else:
            _write_json_ld(ledger, stream)


def _write_json_ld(ledger: Ledger, stream: IO[str]) -> None:
    from truce_tracker.render.linked_data import Told, write_json_ld

    told = Told(
        parties={row.party: row for row in ledger.parties(_EVER)},
        speakers={row.speaker: row for row in ledger.speakers(_EVER)},
        topics={row.topic: row for row in ledger.topics(_EVER)},
        sources={row.source: row for row in ledger.sources(_EVER)},
        anchors={row.claim: row for row in ledger.quotes(_EVER)},
    )
    write_json_ld(ledger.claims(_EVER), told, stream.write)
