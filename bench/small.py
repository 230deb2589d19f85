"""Fifty claims: how soon a listing is there, beside Python's start with typer and beside other listing programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from figures import Figure, timed, unmeasured
from programs import others, python, truce, version
from timing import Command, Failed, compare

IN_PIPE = 1.5
ON_TERMINAL = 2.5
LISTINGS = (("overdue",), ("claims", "--party", "US"))


def figures(db: Path, claims: int, folder: Path, turns: int) -> Iterator[Figure]:
    """The start-up targets, one after another."""
    start = python("import typer")
    for on_terminal, most in ((False, IN_PIPE), (True, ON_TERMINAL)):
        for arguments in LISTINGS:
            compared = compare(truce(db, *arguments, on_terminal=on_terminal), start, turns=turns)
            where = "on a terminal" if on_terminal else "in a pipe"
            what = f"`truce {' '.join(arguments)}` {where}, {claims} claims"
            yield timed(what, compared, "`import typer`", most)
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
