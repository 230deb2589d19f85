"""The command `truce`: options in, rows out. Here: the list of commands, and the one place that catches errors.

A command's module is imported when the command is called, so that a listing pays for no other.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 with --check, 2 an error, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        _run()
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _run() -> None:
    from truce_tracker.cli.program import program
    from truce_tracker.errors import LedgerProblems, TruceError

    try:
        program.main(prog_name="truce")
    except LedgerProblems as error:
        count = len(error.problems)
        _complain(f"{error}\ntruce: {count} problem{'s' * (count > 1)}; nothing was loaded")
        sys.exit(2)
    except TruceError as error:
        _complain(f"truce: {error}")
        sys.exit(2)
    finally:
        sys.stdout.flush()


def _complain(text: str) -> None:
    from truce_tracker.render.clean import printable

    sys.stderr.write("\n".join(printable(line) for line in text.split("\n")) + "\n")
