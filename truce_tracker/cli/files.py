"""Files that appear whole or not at all: written beside their places, forced to the disk, then put there.

Which places a command may write to is told in `output`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from truce_tracker import store
from truce_tracker.errors import TruceError


def read_text(name: str, stdin: IO[bytes] | None = None) -> str:
    """The text of a file in UTF-8, or of what is piped in. Raises TruceError where there is none."""
    try:
        return (stdin.read() if stdin else Path(name).read_bytes()).decode()
    except UnicodeDecodeError:
        raise TruceError(f"{name} is no text in UTF-8") from None
    except OSError as error:
        raise TruceError(f"{name} cannot be read: {error.strerror or error}") from error


@contextlib.contextmanager
def written(paths: Sequence[Path]) -> Iterator[list[IO[str]]]:
    """Open files to write, in UTF-8; all of them take their places at the end, or none does.

    Raises TruceError where one cannot be written. A device is written to as it is: nothing can be put in its place.
    """
    drafts: list[_Draft] = []
    try:
        for path in paths:
            drafts.append(_Draft(path))
        yield [draft.file for draft in drafts]
        for draft in drafts:
            draft.complete()
        _put(drafts)
    except OSError as error:
        named = paths[0] if len(paths) == 1 else paths[0].parent
        raise TruceError(f"{named} cannot be written: {error.strerror or error}") from error
    finally:
        for draft in drafts:
            draft.forget()


def _put(drafts: Sequence[_Draft]) -> None:
    """Put each in its place; where one cannot be, those before it are taken back."""
    done: list[_Draft] = []
    try:
        for draft in drafts:
            draft.put(keep_old=len(drafts) > 1)
            done.append(draft)
    except BaseException:
        for draft in reversed(done):
            draft.take_back()
        raise
    for folder in {draft.place.parent for draft in done if draft.is_file}:
        with contextlib.suppress(OSError):  # not every file system can; the files are in their places by now
            store.force_to_disk(folder)


class _Draft:
    """One file on its way."""

    def __init__(self, path: Path) -> None:
        self.place = Path(os.path.realpath(path))
        self.is_file = os.path.isfile(self.place) or not os.path.exists(self.place)
        self.draft = self._beside("part") if self.is_file else self.place
        self.old = self._beside("old")
        self.file = open(self.draft, "w", encoding="utf-8", newline="\n", errors="backslashreplace")  # noqa: SIM115

    def _beside(self, suffix: str) -> Path:
        return self.place.with_name(f".{self.place.name}.{os.getpid()}.{suffix}")

    def complete(self) -> None:
        """All is written: have it on the disk."""
        self.file.flush()
        if self.is_file:
            os.fsync(self.file.fileno())
        self.file.close()

    def put(self, keep_old: bool) -> None:
        """Put it in its place, with the rights of the file that was there."""
        if not self.is_file:
            return
        if self.place.exists():
            shutil.copymode(self.place, self.draft)
            if keep_old:
                shutil.copy2(self.place, self.old)
        self.draft.replace(self.place)

    def take_back(self) -> None:
        """Have its place as it was."""
        if self.old.exists():
            self.old.replace(self.place)
        elif self.is_file:
            self.place.unlink()

    def forget(self) -> None:
        """Remove what is left beside the place."""
        with contextlib.suppress(OSError):  # what could not be written cannot be flushed on closing either
            self.file.close()
        for path in (self.draft, self.old) if self.is_file else ():
            with contextlib.suppress(OSError):
                path.unlink()
