"""Drafts on disk, so that none is ever lost: a ledger file, and beside it the words of the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from truce_tracker.errors import TruceError


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
        self.path.write_text(text, encoding="utf-8")

    def discard(self) -> None:
        """Forget the draft, once what is in it is in the store."""
        self.path.unlink(missing_ok=True)
        self.path.with_suffix(".txt").unlink(missing_ok=True)


def keep(source: str, text: str, words: str) -> tuple[KeptDraft, Path | None]:
    """Put a new draft in the folder of drafts; one of the same source that is there already goes to the second path."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{source}.yaml"
    older = path.with_suffix(f".{path.stat().st_mtime_ns}.kept") if path.exists() else None
    if older:
        path.rename(older)
    path.with_suffix(".txt").write_text(words, encoding="utf-8")
    draft = KeptDraft(path)
    draft.write(text)
    return draft, older


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
    return (KeptDraft(path) for path in sorted(_folder().glob("*.yaml")) if path.with_suffix(".txt").exists())


def _folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("truce", appauthor=False) / "drafts"
