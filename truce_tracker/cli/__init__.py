"""The command `truce`: options in, rows out. Here: the list of commands, and the one place that catches errors.

A command's module is imported when the command is called, so that a listing pays for no other.
"""

from __future__ import annotations

import errno
import gc
import os
import sys

_UNWRITABLE = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 with --check, 2 an error, 130 interrupted."""
    gc.disable()  # a command is over before there is garbage: to look for it took a twentieth of its time
    _open_streams()
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        if error.filename is not None or error.errno not in _UNWRITABLE:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still held back would fail again
        if error.errno != errno.EPIPE:  # on a closed pipe, whoever read our output has seen enough
            from truce_tracker.cli.output import say

            say(f"truce: the output cannot be written: {error.strerror}")
            sys.exit(2)
        sys.exit(0)


def _open_streams() -> None:
    """Open what the caller closed (``>&-``), before a store gets its number; no character fails to be written."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _run() -> None:
    from truce_tracker.cli.program import program
    from truce_tracker.errors import LedgerProblems, TruceError

    try:
        program.main(prog_name="truce")
    except LedgerProblems as error:
        from truce_tracker.cli.output import say

        count = len(error.problems)
        say(f"{error}\ntruce: {count} problem{'s' * (count > 1)}; nothing was loaded")
        sys.exit(2)
    except TruceError as error:
        from truce_tracker.cli.output import say

        say(f"truce: {error}")
        sys.exit(2)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # typer would exit with 1
            raise end.__context__ from None
        raise
    finally:
        sys.stdout.flush()
