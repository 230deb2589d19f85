"""`truce` on a pseudo-terminal: what it shows is waited for, and answered as a person would."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 20  # seconds
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Terminal:
    """One run of `truce`, its three streams on a terminal of its own, which can send it ^C."""

    def __init__(self, folder: Path, *arguments: str | Path, env: dict[str, str] | None = None) -> None:
        self._screen = b""
        pid, self._ours = pty.fork()
        if pid == 0:  # the child: nothing but exec may happen here
            os.chdir(folder)
            variables = (
                os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "400", "PAGER": "cat"} | (env or {})
            )
            os.execve(sys.executable, [sys.executable, "-m", "truce_tracker", *map(str, arguments)], variables)
        self._pid = pid
        self.code: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, 9)
            os.waitpid(self._pid, 0)
        os.close(self._ours)

    @property
    def screen(self) -> str:
        """All that was shown so far, without colours."""
        return _ESCAPES.sub("", self._screen.decode(errors="replace")).replace("\r\n", "\n")

    def wait_for(self, words: str) -> None:
        """Wait until something new is shown that has these words in it; what was shown before counts no more."""
        while words not in self.screen:
            assert self._read(), f"ended without {words!r}:\n{self.screen}"
        self._screen = self.screen.partition(words)[2].encode()

    def answer(self, question: str, line: str) -> None:
        """Wait for a question and type a line."""
        self.wait_for(question)
        os.write(self._ours, f"{line}\n".encode())

    def interrupt(self) -> None:
        """Press ^C, and again, as a person would, where nothing comes of it: what arrives after a question is shown and
        before Python waits for its answer is noticed only with the next key."""
        shown = len(self.screen)
        for _ in range(3):
            os.write(self._ours, b"\x03")
            while select.select([self._ours], [], [], _PATIENCE / 4)[0]:
                if not self._read() or self.screen[shown:].replace("^C", "").strip():
                    return

    def end(self) -> int:
        """Wait for the end; the exit code."""
        while self._read():
            pass
        self.code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self.code

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], _PATIENCE)
        assert ready, f"nothing happens:\n{self.screen}"
        try:
            piece = os.read(self._ours, 1 << 16)
        except OSError:  # the end of a terminal
            return False
        self._screen += piece
        return bool(piece)


def script(path: Path, *lines: str) -> str:
    """An editor made of shell lines, the draft being `$1`; gives its path."""
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(0o755)
    return str(path)


def wait_until(is_there: Path) -> None:
    """Wait for a file that an editor writes."""
    end = time.monotonic() + _PATIENCE
    while not is_there.exists():
        assert time.monotonic() < end, f"{is_there} did not appear"
        time.sleep(0.02)
