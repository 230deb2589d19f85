"""Reads the files in broken/ and doubtful/: ledgers, and every line that truce says of each, a problem or a warning.

A case begins with ``=== what it shows``. Then comes ``ledger.yaml``, or several files that each begin with
``=file= NAME``; what follows ``=stored=`` is loaded before. Lines that begin with ``--> `` are what is expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Case:
    title: str
    stored: str = ""
    files: dict[str, str] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)


def read_cases(folder: str) -> Iterator[Case]:
    for path in sorted((Path(__file__).parent / folder).glob("*.txt")):
        for block in path.read_bytes().decode().split("=== ")[1:]:
            title, _, body = block.partition("\n")
            yield _read_case(Case(f"{path.stem}: {title}"), body)


def _read_case(case: Case, body: str) -> Case:
    name = "ledger.yaml"
    for line in body.rstrip("\n").split("\n"):
        if line.startswith("--> "):
            case.expected.append(line.removeprefix("--> "))
        elif line.startswith("=file= "):
            name = line.removeprefix("=file= ")
        elif line == "=stored=":
            name = ""
        elif name:
            case.files[name] = case.files.get(name, "") + line + "\n"
        else:
            case.stored += line + "\n"
    return case
