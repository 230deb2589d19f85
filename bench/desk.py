"""A ledger in PostgreSQL: loading it, each listing beside psql on the same SQL, the briefing, and one claim more."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, shown, timed
from large import AS_OF, LIMIT, LISTINGS, ONE
from programs import ROOT, python, truce
from timing import Command, compare, run


def desk_figures(address: str, ledger: Path, folder: Path, claims: int, turns: int) -> Iterator[Figure]:
    """`address` names a ledger that is not there yet; it stays."""
    yield shown(f"`truce load` into PostgreSQL, {claims:,} claims", run(truce(address, "load", str(ledger))).seconds)
    for listing in LISTINGS:
        what = f"`truce {listing} --limit {LIMIT}` in PostgreSQL, {claims:,} claims"
        command = truce(address, listing, "--limit", LIMIT, "--as-of", AS_OF)
        compared = compare(command, _psql(address, listing, folder), python("import typer"), turns=turns)
        yield timed(what, compared, "psql + `import typer`", 2)
    yield shown("`truce status` in PostgreSQL", run(truce(address, "status", "--as-of", AS_OF)).seconds)
    file = folder / "one-desk.yaml"
    file.write_text(ONE.format(file.stem), encoding="utf-8")
    yield shown("`truce load` of one claim into PostgreSQL", run(truce(address, "load", str(file))).seconds)


def _psql(address: str, listing: str, folder: Path) -> Command:
    script = folder / f"{listing}.psql"
    statements = (sys.executable, str(ROOT / "bench" / "statements.py"), address, listing, AS_OF, LIMIT)
    script.write_bytes(run(Command(statements)).output)
    return Command(("psql", "-q", "-At", "-v", "ON_ERROR_STOP=1", address.partition("?")[0]), stdin=script)
