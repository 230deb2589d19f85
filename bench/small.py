"""Fifty claims: how soon a listing is there, beside Python's start with typer and beside other listing programs."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from figures import Figure, timed, unmeasured, within
from programs import others, python, truce, version
from timing import AFRESH, Command, Failed, compare, run

IN_PIPE = 1.4
ON_TERMINAL = 2.5
LISTINGS = (("overdue",), ("claims", "--party", "US"))
STARTS = (("--version",), ("--help",), ("when", "by Thanksgiving", "--said", "2025-11-16"))
SEEDING = 1  # second, for a first run


def figures(db: Path, claims: int, folder: Path, turns: int) -> Iterator[Figure]:
    """The start-up targets, one after another."""
    start = python("import typer")
    for on_terminal, most in ((False, IN_PIPE), (True, ON_TERMINAL)):
        for arguments in LISTINGS:
            compared = compare(truce(db, *arguments, on_terminal=on_terminal), start, turns=turns)
            where = "on a terminal" if on_terminal else "in a pipe"
            what = f"`truce {' '.join(arguments)}` {where}, {claims} claims"
            yield timed(what, compared, "`import typer`", most)
    for arguments in STARTS:
        compared = compare(truce(db, *arguments), start, turns=turns)
        words = shlex.join(arguments)
        yield timed(f"`truce {words}` in a pipe", compared, "`import typer`", IN_PIPE)
    first = folder / "first.db"
    seeded = [run(replace(truce(first, "init"), words=(*AFRESH, str(first), *truce(first, "init").words)))
              for _ in range(turns)]  # fmt: skip
    yield within("`truce init`, the seed ledger into a new store", [each.seconds for each in seeded], SEEDING)
    for name, other in others(claims, folder).items():
        yield _beside(name, other, db, claims, turns)


def _beside(name: str, other: Command | str, db: Path, claims: int, turns: int) -> Figure:
    what = f"`truce claims`, all {claims}, beside {name} listing as many"
    if isinstance(other, str):
        return unmeasured(what, other)
    try:
        compared = compare(truce(db, "claims"), other, turns=turns)
    except Failed as error:
        return unmeasured(what, str(error).strip().splitlines()[-1])
    return timed(what, compared, f"{name} {version(name)}", 1)
