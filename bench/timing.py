"""Runs of commands, timed in turn: A B A B ..., so that what slows the machine down slows all. No commands here.

The harness itself must stay small: Linux counts its memory into the peak of a process that it starts.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import struct
import subprocess
import termios
import time
from dataclasses import dataclass
from pathlib import Path

AFRESH = ("sh", "-c", 'rm -f "$0" "$0-wal" "$0-shm"; exec "$@"')  # before a store's place and a command
_CHUNK = 1 << 16
_NOT_OURS = ("NO_COLOR", "TRUCE_DB", "COLUMNS", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH")


@dataclass(frozen=True, slots=True)
class Command:
    """What to run. Its input is a file or nothing; its output goes to a pipe, or to a terminal of 120 columns."""

    words: tuple[str, ...]
    on_terminal: bool = False
    stdin: Path | None = None
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ran:
    """One run: seconds from start to end, peak memory in MB, and the last of what it wrote."""

    seconds: float
    memory: float
    output: bytes


@dataclass(frozen=True, slots=True)
class Compared:
    """One command beside others that were run in the same turns: seconds (the others' together), peak memory in MB."""

    seconds: tuple[float, ...]
    beside: tuple[tuple[float, ...], ...]
    memory: float

    @property
    def ratios(self) -> tuple[float, ...]:
        """For each turn, how many times as long as all the others together."""
        return tuple(
            one / sum(others) for one, others in zip(self.seconds, zip(*self.beside, strict=True), strict=True)
        )


class Failed(Exception):
    """A command ended with an error; the text says which and how."""


def median(numbers: tuple[float, ...]) -> float:
    """The middle one, or between the two in the middle. (Importing `statistics` would double the harness.)"""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def compare(command: Command, *others: Command, turns: int, warm: bool = True) -> Compared:
    """Run all of them in turn, `turns` times, after a first time that does not count."""
    commands = (command, *others)
    for each in commands if warm else ():
        run(each)
    ran = [[run(each) for each in commands] for _ in range(turns)]
    seconds = [tuple(one.seconds for one in ones) for ones in zip(*ran, strict=True)]
    return Compared(seconds[0], tuple(seconds[1:]), max(turn[0].memory for turn in ran))


def run(command: Command) -> Ran:
    """Run once, to the end. Raises Failed where it does not end well."""
    return _on_terminal(command) if command.on_terminal else _in_pipe(command)


def _in_pipe(command: Command) -> Ran:
    with open(command.stdin or os.devnull, "rb") as stdin:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command.words, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=_environment(command)
        )
        assert process.stdout
        return _finish(command, process, process.stdout.fileno(), begun)


def _on_terminal(command: Command) -> Ran:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    begun = time.perf_counter()
    process = subprocess.Popen(
        command.words, stdin=theirs, stdout=theirs, stderr=theirs, env=_environment(command), start_new_session=True
    )
    os.close(theirs)
    try:
        return _finish(command, process, ours, begun)
    finally:
        os.close(ours)


def _finish(command: Command, process: subprocess.Popen[bytes], output: int, begun: float) -> Ran:
    """Read to the end, keeping the last of it (all of it could be a whole ledger), and see how it ended."""
    kept = b""
    with contextlib.suppress(OSError):  # the end of a terminal
        while chunk := os.read(output, _CHUNK):
            kept = kept[-_CHUNK:] + chunk
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(command.words)}: ended with {process.returncode}\n{kept.decode(errors='replace')}")
    return Ran(seconds, used.ru_maxrss / 1024, kept)


def _environment(command: Command) -> dict[str, str]:
    """Ours, without what would change what is measured; byte code is kept, as it is for any installed program."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    return kept | {"TERM": "xterm-256color", "PAGER": "cat"} | dict(command.environment)
