"""A large ledger: loading it beside PyYAML's C parser alone, listings beside the sqlite3 shell, and their memory."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from figures import Figure, remembered, shown, timed, unmeasured, within
from programs import ROOT, python, truce
from timing import AFRESH, Command, Compared, compare, median, run

LISTINGS = (
    "claims", "one-sided", "unmatched", "commitments", "overdue", "deadlines", "divergences", "parties", "speakers",
    "topics", "sources", "timeline", "silence",
)  # fmt: skip
AS_OF = "2025-10-31"  # the last day of the generated ledger
LIMIT = "20"
MEGABYTES = 100
ONE = """claims:
- {{id: {}, party: US, source: source-000000, said: 2023-11-02, topic: topic-01, stance: mentions, text: One more}}
"""

_PARSE = "import yaml; yaml.load(open({!r}, 'rb'), Loader=yaml.CSafeLoader)"


def load_figures(ledger: Path, db: Path, claims: int, turns: int) -> Iterator[Figure]:
    """Loading into a new store, with every check, beside parsing alone. Leaves the store."""
    load = truce(db, "load", str(ledger))
    afresh = replace(load, words=(*AFRESH, str(db), *load.words))
    compared = compare(afresh, python(_PARSE.format(str(ledger))), turns=turns, warm=False)
    size = ledger.stat().st_size / 1e6
    yield timed(f"`truce load`, {claims:,} claims, {size:.0f} MB", compared, "CSafeLoader", 1)


def listing_figures(db: Path, folder: Path, claims: int, turns: int) -> Iterator[Figure]:
    """Each listing of 20 rows beside the same SQL in the sqlite3 shell and Python's start; then the largest of them."""
    memory: dict[str, float] = {}
    for listing in LISTINGS:
        what = f"`truce {listing} --limit {LIMIT}`, {claims:,} claims"
        command = truce(db, listing, "--limit", LIMIT, "--as-of", AS_OF)
        if shutil.which("sqlite3"):
            compared = compare(command, _shell(db, listing, folder), python("import typer"), turns=turns)
            yield timed(what, compared, "sqlite3 + `import typer`", 2)
        else:
            compared = compare(command, turns=turns)
            yield unmeasured(what, "there is no sqlite3 on PATH")
        memory[listing] = compared.memory
    largest = max(memory, key=lambda listing: memory[listing])
    what = f"peak memory of any of these, {claims:,} claims (largest: {largest})"
    yield remembered(what, memory[largest], MEGABYTES)


def single_figures(db: Path, folder: Path, claims: int, turns: int) -> Iterator[Figure]:
    """What is asked of one thing, or done to one, in a large ledger: each within so many seconds."""
    commitment = run(truce(db, "claims", "--limit", "1", "--format", "jsonl")).output.decode()
    identity = json.loads(commitment)["commitments"][0]
    asked = (
        (("show", identity), 0.3),
        (("why", identity), 0.3),
        (("compare", identity), 0.3),
        (("status", "--as-of", AS_OF), 0.3),
        (("search", "soybeans"), 0.3),
        (("verify",), 10),
        (("changes", "--from", "2025-10-30", "--to", AS_OF), 1),
        (("changes", "--from", "2025-10-22", "--to", AS_OF), 3),
        (("claims", "--format", "json"), 1),
        (("one-sided", "--format", "json"), 1),
        (("export", "-o", str(folder / "export.yaml"), "--force"), 10),
        (("report", "-o", str(folder / "report.md"), "--as-of", AS_OF), 30),
    )
    for words, most in asked:
        ran = [run(truce(db, *words)) for _ in range(turns)]
        said = " ".join(word for word in words if not word.startswith("/"))
        yield within(f"`truce {said}`, {claims:,} claims", [each.seconds for each in ran], most)
    for number, words in enumerate((("load", "--dry-run"), ("load",))):
        seconds = [_load_one(db, folder / f"one-{number}-{turn}.yaml", words) for turn in range(turns)]
        yield within(f"`truce {' '.join(words)}` of one claim, {claims:,} claims", seconds, 0.5)
    seconds = [run(truce(db, "undo")).seconds for _ in range(turns)]
    yield within(f"`truce undo` of that, {claims:,} claims", seconds, 0.5)
    yield from _beside_a_load(db, folder, claims)


def _beside_a_load(db: Path, folder: Path, claims: int) -> Iterator[Figure]:
    """A listing again and again while a tenth of the ledger is loaded with other words."""
    listing = truce(db, "claims", "--limit", LIMIT, "--as-of", AS_OF)
    alone = [run(listing).seconds for _ in range(9)]
    file = folder / "beside.yaml"
    file.write_text("claims:\n" + "".join(_other_words(db, claims // 10)), encoding="utf-8")
    beside: list[float] = []
    load = subprocess.Popen(truce(db, "load", str(file)).words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while load.poll() is None:
        beside.append(run(listing).seconds)
    if load.returncode or not beside:
        yield unmeasured("a listing beside a load", f"the load ended with {load.returncode}")
        return
    compared = Compared(tuple(beside), ((median(tuple(alone)),) * len(beside),), 0)
    yield timed(f"`truce claims --limit {LIMIT}` while {claims // 10:,} claims are loaded", compared, "alone", 2)


def _other_words(db: Path, number: int) -> Iterator[str]:
    """Stored claims as a file gives them, one a line, with a note that they had not."""
    tables = db.with_suffix(".tables")
    run(truce(db, "export", "--format", "jsonl", "--dir", str(tables), "--force"))
    with open(tables / "claims.jsonl", encoding="utf-8") as lines:
        for line in islice((line for line in lines if '"note": ' not in line), number):
            yield f'- {line.rstrip()[:-1]}, "note": "read again"}}\n'


def _load_one(db: Path, file: Path, words: tuple[str, ...]) -> float:
    """Load one claim that is new."""
    file.write_text(ONE.format(file.stem), encoding="utf-8")
    return run(truce(db, *words, str(file))).seconds


def terminal_figures(db: Path, claims: int) -> Iterator[Figure]:
    """A listing on a terminal, which stops at a hundred rows, and what ten times as many would take."""
    for limit in ((), ("--limit", "1000")):
        ran = run(truce(db, "claims", "--as-of", AS_OF, *limit, on_terminal=True))
        rows = limit[-1] if limit else "100"
        yield shown(
            f"`truce {' '.join(('claims', *limit))}` on a terminal, {claims:,} claims: {rows} rows", ran.seconds
        )


def memory_figures(db: Path, claims: int) -> Iterator[Figure]:
    """Peak memory of a listing of everything."""
    for listing in ("claims", "one-sided", "timeline"):
        ran = run(truce(db, listing, "--format", "json", "--as-of", AS_OF))
        what = f"`truce {listing} --format json`, {claims:,} claims: peak memory"
        yield remembered(what, ran.memory, MEGABYTES)


def _shell(db: Path, listing: str, folder: Path) -> Command:
    script = folder / f"{listing}.sql"
    statements = (sys.executable, str(ROOT / "bench" / "statements.py"), str(db), listing, AS_OF, LIMIT)
    sql = run(Command(statements)).output
    script.write_bytes(sql)
    return Command(("sqlite3", "-readonly", "-batch", str(db)), stdin=script)
