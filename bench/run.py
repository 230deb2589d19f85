"""The benchmark: `./dev bench`, or `python bench/run.py [--quick] [--claims N | --million] [--postgresql ADDRESS]`.
Prints a Markdown table.

All runs are in turns, one after the other, and a figure is the median with the lowest and the highest beside it. The
other programs are installed once into a folder of the user's cache; what cannot be had is said not to be measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desk import desk_figures
from figures import Figure, table
from large import listing_figures, load_figures, memory_figures, single_figures, terminal_figures
from programs import ROOT, truce
from small import figures as small_figures
from timing import Command, run

SMALL = 50


def main() -> None:
    """Measure, saying on stderr how far it is, and print the table."""
    options = _options()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="truce-bench-") as name:
        found = []
        for figure in _figures(Path(name), options.claims, options.quick, options.postgresql):
            found.append(figure)
            print(
                f"{time.perf_counter() - begun:5.0f} s  {figure.what}: {figure.truce} {figure.ratio}", file=sys.stderr
            )
    print(table(found))
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer turns: under two minutes, and rougher figures")
    parser.add_argument("--claims", type=int, default=100_000, help="size of the large ledger")
    parser.add_argument("--million", action="store_true", help="a million claims: an hour, and 8 GB of memory")
    parser.add_argument("--postgresql", help="also there: an address, with the name of a ledger that is not there yet")
    options = parser.parse_args()
    if options.million:
        options.claims, options.quick = 1_000_000, True
    return options


def _figures(folder: Path, claims: int, quick: bool, address: str | None) -> Iterator[Figure]:
    small = folder / "small.db"
    run(truce(small, "load", str(_ledger(folder, SMALL))))
    yield from small_figures(small, SMALL, folder, turns=5 if quick else 20)
    large, db = _ledger(folder, claims), folder / "large.db"
    yield from load_figures(large, db, claims, turns=1 if quick else 3)
    yield from listing_figures(db, folder, claims, turns=3 if quick else 7)
    yield from single_figures(db, folder, claims, turns=1 if quick else 3)
    yield from terminal_figures(db, claims)
    yield from memory_figures(db, claims)
    if address:
        yield from desk_figures(address, large, folder, claims, turns=1 if quick else 3)


def _ledger(folder: Path, claims: int) -> Path:
    path = folder / f"{claims}.yaml"
    run(Command((sys.executable, str(ROOT / "bench" / "generate.py"), str(claims), str(path))))
    return path


if __name__ == "__main__":
    main()
