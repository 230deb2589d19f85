"""A record edited as YAML, in the person's editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.editor import editor_command, has_words, open_editor, say_problems
from truce_tracker.cli.files import written
from truce_tracker.cli.importing.editing import drafts_folder
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session
from truce_tracker.cli.writing import amend, say_changes
from truce_tracker.errors import LedgerProblems, StoreError, TruceError
from truce_tracker.store.backup import name_of

if TYPE_CHECKING:
    from truce_tracker.ledger_file.amending import Amendment


def edit(ctx: typer.Context, id: o.AnyId, kind: o.Kind = None) -> None:
    """Change a record in your editor.

    It is opened as YAML in $VISUAL or $EDITOR, and checked when the editor is closed; a problem comes back above
    its line. What was written is kept until it is in the ledger: the next `truce edit` of the id goes on with it.

    \b
    Example: truce edit bessent-thanksgiving-1116
    """
    text, list_name, identity = _text_of(ctx.obj, id, kind)
    path = drafts_folder() / "edits" / name_of(ctx.obj.path) / f"{list_name}-{identity}.yaml"
    kept = f"What was written is kept at {path}: `truce edit {identity}` goes on with it"
    command = editor_command(kept if path.exists() else "Nothing was changed")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        say(f"going on with what was written before, at {path}")
    else:
        _write(path, text)
    try:
        _edit(ctx.obj, path, text, list_name, identity, command, kept)
    except (StoreError, KeyboardInterrupt):
        say(kept)
        raise


def _edit(
    session: Session, path: Path, original: str, list_name: str, identity: str, command: list[str], kept: str
) -> None:
    from truce_tracker.ledger_file.drafts import annotate, without_annotations
    from truce_tracker.ledger_file.loader import prepare

    while True:
        before = path.read_text(encoding="utf-8", errors="replace")
        open_editor(command, path, kept)
        text = without_annotations(path.read_text(encoding="utf-8", errors="replace"))
        if not has_words(text):
            _write(path, before)
            raise TruceError(f"cancelled: the file was empty. {kept}")
        if text == original:
            path.unlink()
            typer.echo("nothing was changed")
            return

        def make(amendment: Amendment, text: str = text) -> Amendment:
            prepare(amendment, [(path.name, text.encode())])
            _refuse_others(amendment, list_name, identity)
            return amendment

        try:
            amendment = amend(session, make)
        except LedgerProblems as error:
            if text == without_annotations(before):
                raise TruceError(f"there are still problems:\n{error}\nnothing was changed. {kept}") from None
            _write(path, annotate(text, error.problems))
            say_problems(len(error.problems), "file")
            continue
        except StoreError:
            raise
        except TruceError as error:
            raise TruceError(f"{error}. {kept}") from error
        path.unlink()
        if any(changed.keys for changed in amendment.changes.values()):
            say_changes(amendment, dry_run=False)
        else:
            typer.echo("nothing was changed")
        return


def _refuse_others(amendment: Amendment, list_name: str, identity: str) -> None:
    """Raise TruceError where another record than the one that is edited would change: its id was edited."""
    for changed in amendment.changes.values():
        if (changed.list_name, changed.id) != (list_name, identity):
            raise TruceError(
                f"this would add or change {changed.list_name} {changed.id}, not {identity}: `truce rename` gives a "
                f"record another id, `truce add` adds one"
            )


def _text_of(session: Session, identity: str, kind: str | None) -> tuple[str, str, str]:
    """A record as a ledger file of its own, with the revision of the ledger; its list and its id."""
    from truce_tracker import store
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file import history, rearranging
    from truce_tracker.ledger_file.amending import Amendment
    from truce_tracker.ledger_file.format import FORMAT, SINGULAR
    from truce_tracker.ledger_file.records import Record
    from truce_tracker.ledger_file.writer import write_record

    session.make_if_absent()
    with store.snapshot(session.path, settle, say) as connection:
        record = rearranging.find(Amendment(connection), identity, kind)
        revision = history.revision(connection)
    values = {key: value for key, value in record.values.items() if (record.list_name, key) != ("sources", "text")}
    lines = [
        f"# The {SINGULAR[record.list_name]} {identity}: save and close to change it.",
        f"format: {FORMAT}",
        f"revision: '{revision}'",
        f"{record.list_name}:",
        write_record(Record(record.list_name, values)),
    ]
    return "\n".join(lines), record.list_name, record.id


def _write(path: Path, text: str) -> None:
    with written([path]) as (file,):
        file.write(text)
