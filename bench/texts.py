"""Ten thousand stored articles: how long it takes to find those alike, and to search. Prints a Markdown table.

    python bench/texts.py [--articles N] [--turns N] [--db PATH]

The articles are made up, the same each time: about 600 words of a Zipf-like vocabulary; every twentieth retells half of
an earlier one. They go in through the loader, as any ledger does; `--db` keeps the store, and uses it when it is there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from programs import truce  # noqa: E402
from timing import compare, median  # noqa: E402

from truce_tracker import Ledger, store  # noqa: E402
from truce_tracker.ledger_file.history import Act  # noqa: E402
from truce_tracker.ledger_file.loader import load  # noqa: E402

_DAY = "2025-11-28"
_WORDS = 600
_AT_ONCE = 1_000  # articles in one file
_SYLLABLES = ("ka", "ro", "mi", "ten", "sul", "var", "pe", "lin", "dor", "ga", "ses", "ti", "no", "bra", "cu", "hol")
_TOLD = (
    "soybeans", "tariff", "rare", "earths", "export", "controls", "ministry", "spokesman", "licences", "suspended",
    "purchases", "shipments", "fentanyl", "ports", "fees", "negotiators", "deadline", "Thanksgiving",
)  # fmt: skip
_QUERIES = ("soybeans", "rare earths export", '"rare earths"', "suspending shipments ministry", "稀土", "katen")


def main() -> None:
    """Make the store, ask, and print what it took."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="truce-texts-") as folder:
        db = options.db or Path(folder) / "texts.db"
        took = None if db.exists() else _make(db, options.articles)
        print(f"| {options.articles:,} articles, {db.stat().st_size / 1e6:.0f} MB | median | lowest | highest |")
        print("|---|---|---|---|")
        if took:
            print(f"| loading them | {took:.0f} s | | |")
        for what, seconds in _figures(db, options.articles, options.turns):
            print(f"| {what} | {_ms(median(seconds))} | {_ms(min(seconds))} | {_ms(max(seconds))} |")


def articles(count: int) -> Iterator[str]:
    """So many made-up articles."""
    random = Random("truce texts")
    vocabulary = [*_TOLD, *("".join(random.choices(_SYLLABLES, k=random.randint(2, 4))) for _ in range(20_000))]
    weights = [1 / (place + 8) for place in range(len(vocabulary))]
    kept: list[list[str]] = []
    for number in range(count):
        words = random.choices(vocabulary, weights, k=_WORDS + random.randint(-150, 150))
        if number % 20 == 19:
            words[100 : 100 + _WORDS // 2] = kept[random.randrange(len(kept))][: _WORDS // 2]
        if number % 10 == 0:
            kept.append(words)
        yield "\n\n".join(" ".join(words[at : at + 60]) + "." for at in range(0, len(words), 60)) + "\n"


def _make(db: Path, count: int) -> float:
    begun = time.perf_counter()
    draft = store.create(db)
    pieces: list[str] = []
    for number, text in enumerate(articles(count)):
        pieces.append(_record(number, text))
        if len(pieces) == _AT_ONCE or number == count - 1:
            content = "format: truce/2\nsources:\n" + "".join(pieces)
            with store.transaction(draft) as connection:
                load(connection, [(f"{number}.yaml", content.encode())], Act("2025-11-28T12:00:00Z", "load"))
            pieces.clear()
            print(f"{time.perf_counter() - begun:5.0f} s  {number + 1:,} articles", file=sys.stderr)
    store.publish(draft, db)
    return time.perf_counter() - begun


def _record(number: int, text: str) -> str:
    lines = "\n".join(f"      {line}" if line else "" for line in text.rstrip("\n").split("\n"))
    keys = f"    outlet: Outlet {number % 40}\n    published: 2025-11-20\n"
    return f"  - id: source-{number:05}\n{keys}    text: |\n{lines}\n"


def _figures(db: Path, count: int, turns: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    made = list(articles(min(count, 400)))
    stranger = " ".join(reversed(made[0].split()))
    with Ledger.open(db) as ledger:
        found = ledger.alike(made[39])
        assert found[0].share == 1.0, found
        yield "`Ledger.alike`, a text that is there", _timed(lambda turn: ledger.alike(made[turn % len(made)]), turns)
        yield "`Ledger.alike`, a retelling", _timed(lambda turn: ledger.alike(made[19 + turn % 20 * 20]), turns)
        yield "`Ledger.alike`, a stranger", _timed(lambda turn: ledger.alike(stranger), turns)
        for words in _QUERIES:
            yield f"`Ledger.search`, {words}", _timed(lambda turn, words=words: ledger.search(words, _DAY, 20), turns)
    for words in _QUERIES[:3]:
        compared = compare(truce(db, "search", words, "--as-of", _DAY), turns=turns)
        yield f"`truce search {words}`", compared.seconds


def _timed(ask: Callable[[int], object], turns: int) -> tuple[float, ...]:
    seconds = []
    for turn in range(turns):
        begun = time.perf_counter()
        ask(turn)
        seconds.append(time.perf_counter() - begun)
    return tuple(seconds)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many are stored")
    parser.add_argument("--turns", type=int, default=9, help="how often each is asked")
    parser.add_argument("--db", type=Path, help="a store to keep, or to use again")
    return parser.parse_args()


if __name__ == "__main__":
    main()
