"""Many processes that write to one store at once: what each says that it wrote is there in the end, and in history.

    python bench/writers.py --processes 8 --writes 2000

Each process works as a command does, but is started once: it adds, edits, loads, and takes back what it did itself.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

Answer = tuple[int, dict[str, str], float, str]  # who, what it holds to be there, its longest write, what went wrong

LEDGER = """
parties: [{id: US}, {id: CN}]
speakers: [{id: bessent, party: US}]
topics: [{id: soybeans}]
sources: [{id: paper, outlet: The Paper, published: 2025-11-16}]
commitments: [{id: soy, summary: Buy, topic: soybeans, obligors: [CN], beneficiaries: [US]}]
"""
CLAIM = "claims:\n- {{id: {0}, speaker: bessent, source: paper, commitment: soy, stance: {1}, text: {0}}}\n"


def write(
    db: str, worker: int, writes: int, told: multiprocessing.Queue[tuple[int, dict[str, str], float, str]]
) -> None:
    """Write as one of several; tells what it holds to be there, the longest that it waited, and what went wrong."""
    os.environ["TRUCE_BY"] = f"worker {worker}"
    from truce_tracker.cli.session import Session
    from truce_tracker.cli.writing import amend
    from truce_tracker.ledger_file import rearranging
    from truce_tracker.ledger_file.loader import prepare

    session, chance = Session(db), random.Random(worker)
    held: dict[str, str] = {}
    longest, wrong = 0.0, ""
    for number in range(writes):
        began = time.monotonic()
        try:
            kind = chance.choice(["add", "add", "change", "remove"] if held else ["add"])
            name = f"w{worker}-{number}" if kind == "add" else chance.choice(sorted(held))
            stance = chance.choice(["affirms", "denies", "mentions"])
            if kind == "remove":
                amend(session, lambda made, name=name: rearranging.remove(made, rearranging.find(made, name), False))
                del held[name]
            else:
                file = [("x.yaml", CLAIM.format(name, stance).encode())]
                amend(session, lambda made, file=file: prepare(made, file))
                held[name] = stance
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
            break
        longest = max(longest, time.monotonic() - began)
    told.put((worker, held, longest, wrong))


def main() -> int:
    """Run them, and say what was lost."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--processes", type=int, default=8)
    asked.add_argument("--writes", type=int, default=2_000, help="by each")
    asked.add_argument("--db", help="a place where nothing is yet, such as postgresql://...?ledger=writers")
    options = asked.parse_args()
    from truce_tracker import store

    with tempfile.TemporaryDirectory() as folder:
        db = options.db or str(Path(folder) / "a.db")
        (Path(folder) / "base.yaml").write_text(LEDGER)
        os.system(
            f'PYTHONPATH="{ROOT}" "{sys.executable}" -m truce_tracker --db "{db}" load "{folder}/base.yaml" >/dev/null'
        )
        told: multiprocessing.Queue[Answer] = multiprocessing.Queue()
        began = time.monotonic()
        workers = [
            multiprocessing.Process(target=write, args=(db, number, options.writes, told))
            for number in range(options.processes)
        ]
        for worker in workers:
            worker.start()
        answers = [told.get() for _ in workers]
        for worker in workers:
            worker.join()
        seconds = time.monotonic() - began
        with store.snapshot(store.place_of(db)) as connection:
            there = {row[0]: row[1] for row in connection.execute("SELECT id, stance FROM claim")}
            operations = connection.execute("SELECT COUNT(*) FROM operation").fetchone()[0] - 1
            checked = connection.execute("PRAGMA integrity_check").fetchone()[0] if not options.db else "PostgreSQL's"
    expected = {name: stance for _, held, _, _ in answers for name, stance in held.items()}
    lost = sum(there.get(name) != stance for name, stance in expected.items()) + len(there.keys() - expected.keys())
    longest = max(each for _, _, each, _ in answers)
    print(
        f"{options.processes} processes, {options.writes:,} writes each: {seconds:,.0f} s, the longest {longest:.1f} s"
    )
    print(f"{operations:,} in history, {len(there):,} claims there, {lost} lost or wrong; the store is {checked}")
    for worker, _, _, wrong in answers:
        if wrong:
            print(f"worker {worker}: {wrong}")
    return bool(lost or any(wrong for *_, wrong in answers))


if __name__ == "__main__":
    raise SystemExit(main())
