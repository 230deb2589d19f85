"""The person's editor: which one, run on a file, and what is said when it comes back."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from pathlib import Path

from truce_tracker.cli.output import say
from truce_tracker.errors import TruceError, quoted


def editor() -> str | None:
    """The person's editor as it is named, $VISUAL or $EDITOR; None where neither is set."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or None


def editor_command(kept: str) -> list[str]:
    """The words of the command that runs the editor. Raises TruceError, which says where what was written is `kept`,
    where none is named, or no command."""
    named = editor()
    if named is None:
        raise TruceError(f"no editor is named: set $VISUAL or $EDITOR. {kept}")
    variable = "$VISUAL" if os.environ.get("VISUAL") else "$EDITOR"
    try:
        if words := shlex.split(named):
            return words
        why = "it is blank"
    except ValueError as error:
        why = str(error).lower()
    raise TruceError(f"{variable} is {quoted(named)}, which is no command ({why}): set it to one. {kept}")


def open_editor(command: list[str], path: Path, kept: str) -> None:
    """Run the editor. ^C on the terminal is the editor's to answer; one that ends by it interrupts us too.

    Raises TruceError, which says where what was written is `kept`, where it cannot be run or does not end well.
    """
    handler = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.call([*command, str(path)])
    except OSError as error:
        raise TruceError(f"the editor {command[0]} cannot be run: {error.strerror}. {kept}") from error
    finally:
        signal.signal(signal.SIGINT, handler)
    if code in (-signal.SIGINT, 128 + signal.SIGINT):
        raise KeyboardInterrupt
    if code != 0:
        raise TruceError(f"cancelled: the editor ended with {code}. {kept}")


def say_problems(count: int, where: str) -> None:
    """Say that problems stand in what was edited."""
    say(f"{count} problem{'s: they stand' if count > 1 else ': it stands'} in the {where} as #! comments")


def has_words(text: str) -> bool:
    """Whether there is more than comments."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())
