"""Drafts, so that none is ever lost: kept on disk (a ledger file, and beside it the words of the article), and in an
editor until they are loaded or given up: checked on each save, problems told at their line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from truce_tracker.cli.editor import editor_command, has_words, open_editor, say_problems
from truce_tracker.cli.files import written
from truce_tracker.cli.load import tell_renamed
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session
from truce_tracker.errors import LedgerProblems, StoreError, TruceError

if TYPE_CHECKING:
    from truce_tracker.ledger_file.loader import Loaded


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft that is kept until it has been loaded; `source` is the id of the source that it brings."""

    path: Path

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.path.stem

    @property
    def text(self) -> str:
        """What the person has written so far."""
        return self.path.read_text(encoding="utf-8", errors="replace")

    @property
    def words(self) -> str:
        """The words of the article."""
        return self.path.with_suffix(".txt").read_text(encoding="utf-8")

    def write(self, text: str) -> None:
        """Keep what was written."""
        with written([self.path]) as (file,):
            file.write(text)

    def discard(self) -> None:
        """Forget the draft, once what is in it is in the store."""
        self.path.unlink(missing_ok=True)
        self.path.with_suffix(".txt").unlink(missing_ok=True)


def keep(source: str, text: str, words: str) -> tuple[KeptDraft, Path | None]:
    """Put a new draft in the folder of drafts; one of the same article that is there already goes to the second path.

    A draft of another article that wants the same id stays where it is, as it may be open in an editor.
    """
    folder = drafts_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = _room(folder, source, words)
    older = path.with_suffix(f".{path.stat().st_mtime_ns}.kept") if path.exists() else None
    if older:
        path.rename(older)
    draft = KeptDraft(path)
    draft.write(text)
    return draft, older


def _room(folder: Path, source: str, words: str) -> Path:
    """The place for a draft: named after its source, with a number behind where another article's draft has that name.

    The file with the words claims it: whoever makes it first has the name.
    """
    for number in count(1):
        path = folder / (f"{source}.yaml" if number == 1 else f"{source}-{number}.yaml")
        try:
            with open(path.parent / f"{path.stem}.txt", "x", encoding="utf-8", newline="") as file:
                file.write(words)
        except FileExistsError:
            if KeptDraft(path).words.split() != words.split():
                continue
        return path
    raise AssertionError("count has no end")


def find(source: str | None) -> KeptDraft:
    """The draft to go on with: the one of a source, or the only one. Raises TruceError where there is no such one."""
    drafts = list(_drafts())
    wanted = [draft for draft in drafts if source in (None, draft.source, str(draft.path))]
    if len(wanted) == 1:
        return wanted[0]
    names = ", ".join(draft.source for draft in drafts)
    if not drafts:
        raise TruceError("there is no draft to resume")
    raise TruceError(f"say which draft to resume: {names}")


def _drafts() -> Iterator[KeptDraft]:
    return (KeptDraft(path) for path in sorted(drafts_folder().glob("*.yaml")) if path.with_suffix(".txt").exists())


def drafts_folder() -> Path:
    """Where drafts are kept."""
    from platformdirs import user_state_path

    return user_state_path("truce", appauthor=False) / "drafts"


def edit(session: Session, draft: KeptDraft, is_new: bool) -> None:
    """Edit and load a draft. It stays where it is, and its path is said, unless it was loaded.

    Who leaves a new draft without saving it decided nothing, and nothing is recorded.
    """
    try:
        _edit(session, draft, editor_command(kept(draft)), is_new)
    except (StoreError, KeyboardInterrupt):
        say(kept(draft))
        raise


def _edit(session: Session, draft: KeptDraft, command: list[str], is_new: bool) -> None:
    from truce_tracker.ledger_file.drafts import annotate, without_annotations

    while True:
        before, written = draft.text, draft.path.stat().st_mtime_ns
        open_editor(command, draft.path, kept(draft))
        if is_new and draft.text == before and draft.path.stat().st_mtime_ns == written:
            raise TruceError(f"the draft was not saved: nothing was recorded. {kept(draft)}")
        text = without_annotations(draft.text)
        if not has_words(text):
            draft.write(before)
            raise TruceError(f"cancelled: the draft was empty. {kept(draft)}")
        try:
            loaded = load_draft(session, draft.source, text, draft.words)
        except LedgerProblems as error:
            if text == without_annotations(before):
                raise TruceError(f"the draft still has problems:\n{error}\nnothing was loaded. {kept(draft)}") from None
            draft.write(annotate(text, error.problems))
            say_problems(len(error.problems), "draft")
            continue
        draft.discard()
        tell_loaded(loaded)
        return


def load_draft(session: Session, source: str, text: str, words: str) -> Loaded:
    """Load a draft with the words of its source, all or nothing. Raises LedgerProblems."""
    from truce_tracker.cli.writing import amend
    from truce_tracker.ledger_file.loader import prepare

    files = [(f"{source}.yaml", text.encode())]
    return amend(session, lambda amendment: prepare(amendment, files, words=words))


def tell_loaded(loaded: Loaded) -> None:
    """Say what a draft brought."""
    tell_renamed(loaded.renamed)
    for warning in loaded.warnings:
        say(f"warning: {warning}")
    claims = loaded.counts["claims"]
    taken = claims.new + claims.changed
    typer.echo(
        f"loaded {loaded.source}" + (f" with {taken} claim{'s' * (taken != 1)}" if taken else ", without claims")
    )


def kept(draft: KeptDraft) -> str:
    """Where a draft is, and how to go on with it."""
    return f"The draft is kept at {draft.path}: `truce import --resume {draft.source}` goes on with it"
