"""What every test stands on: a home of its own, ledgers as text, and `truce` run as a person runs it."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from truce_tracker import store
from truce_tracker.cli import main
from truce_tracker.judgements.derive import settle
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import Loaded, load

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
RECORDED = "2025-11-28T12:00:00Z"
REAL_HOME = Path.home()

settings.register_profile(
    "truce", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
settings.load_profile("truce")


def _traces() -> list[tuple[str, float]]:
    folder = REAL_HOME / ".local" / "share" / "truce"
    return sorted((path.name, path.stat().st_mtime) for path in folder.glob("*")) if folder.exists() else []


@pytest.fixture(scope="session", autouse=True)
def _real_home_is_left_alone() -> Iterator[None]:
    before = _traces()
    yield
    assert _traces() == before, "a test wrote into the real home"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for this test alone, and no settings of the person who runs it."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("TRUCE_DB", "NO_COLOR", "COLUMNS", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    return folder


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, made once, for tests to copy."""
    path = tmp_path_factory.mktemp("empty") / "truce.db"
    store.publish(store.create(path), path)
    return path


@pytest.fixture
def db(tmp_path: Path, empty_store: Path) -> Path:
    """An empty store of the test's own."""
    return Path(shutil.copy(empty_store, tmp_path / "truce.db"))


def load_text(path: store.Place, *texts: str) -> Loaded:
    """Load ledgers, given as text, into a store."""
    files = [(f"ledger{number}.yaml" if number else "ledger.yaml", text.encode()) for number, text in enumerate(texts)]
    with store.transaction(path) as connection:
        loaded = load(connection, files, Act(RECORDED, "load"))
        settle(connection)
    return loaded


@dataclass(frozen=True)
class Ran:
    """What a command wrote and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process: ``in_process("claims", "--party", "US")``."""

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["truce", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        gc.enable()  # main turns it off for the short life of a command
        out, err = capsys.readouterr()
        return Ran(int(end.value.code or 0), out, err)

    return run


@pytest.fixture
def truce(tmp_path: Path) -> Run:
    """Run the command line in a process of its own, output in a pipe: ``truce("claims", "--party", "US")``."""

    def run(*arguments: str | Path, stdin: str | bytes = "", env: dict[str, str] | None = None) -> Ran:
        command = [sys.executable, "-m", "truce_tracker", *map(str, arguments)]
        done = subprocess.run(
            command,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | (env or {}),
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def seed_store(tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> Path:
    """A store of the seed ledger."""
    path = tmp_path_factory.mktemp("seed") / "seed.db"
    path.write_bytes(empty_store.read_bytes())
    load_text(path, (ROOT / "data" / "seed_claims.yaml").read_text(encoding="utf-8"))
    return path
