"""Reads the files in sessions/: commands as they are typed, and all that they write.

A session begins with ``=== what it shows`` and runs in a folder of its own, where talks.db holds talks.yaml and
$TRUCE_DB names it. A line ``$ truce ...`` is typed; ``> NAME`` after it and the lines up to ``.`` make a file first.
Then comes what it writes to stdout, then what it writes to stderr with ``! `` before each line, then ``exit N`` where
that is not 0.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "sessions"


@dataclass
class Step:
    """One command, and what it must write."""

    command: str
    out: str = ""
    err: str = ""
    code: int = 0

    @property
    def arguments(self) -> list[str]:
        return shlex.split(self.command)[1:]


@dataclass
class Session:
    title: str
    files: dict[str, str] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)


def read_sessions() -> Iterator[Session]:
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
            title, _, body = block.partition("\n")
            yield read_session(Session(f"{path.stem}: {title}"), body)


def read_session(session: Session, body: str) -> Session:
    file: str | None = None
    for line in body.rstrip("\n").split("\n"):
        if file is not None:
            if line == ".":
                file = None
            else:
                session.files[file] += f"{line}\n"
        elif line.startswith("> "):
            file = line.removeprefix("> ")
            session.files[file] = ""
        elif line.startswith("$ "):
            session.steps.append(Step(line.removeprefix("$ ")))
        elif line.startswith("exit "):
            session.steps[-1].code = int(line.removeprefix("exit "))
        elif line == "!" or line.startswith("! "):
            session.steps[-1].err += line[2:] + "\n"
        else:
            session.steps[-1].out += f"{line}\n"
    return session


def written(session: Session) -> str:
    """A session as its file has it."""
    lines = [f"=== {session.title.partition(': ')[2]}"]
    for name, text in session.files.items():
        lines += [f"> {name}", *text.splitlines(), "."]
    for step in session.steps:
        lines += [
            f"$ {step.command}",
            *step.out.splitlines(),
            *(f"! {line}".rstrip() for line in step.err.splitlines()),
        ]
        lines += [f"exit {step.code}"] if step.code else []
    return "\n".join(lines) + "\n"
