"""A progress bar that comes only on a terminal, and only when there is something to wait for."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, Self

_PATIENCE = 1.0  # seconds without a bar


class Progress:
    """Told what is going on and how far it is; draws nothing in the first second, nor where stderr is no terminal."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.bar: Any = None
        self.task: Any = None

    def __call__(self, what: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of a piece of work are behind us."""
        if self.bar is None:
            if not sys.stderr.isatty() or time.monotonic() - self.begun < _PATIENCE:
                return
            self._begin()
        self.bar.update(self.task, description=what, completed=done, total=total)

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self.bar = Bar(console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("")
        self.bar.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.stop()
