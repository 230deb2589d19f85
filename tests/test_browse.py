"""The store as other programs see it: views in sqlite3, full text in sqlite-utils, all of it in Datasette."""

from __future__ import annotations

import asyncio
import html
import json
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from conftest import ROOT, Run, load_text

from truce_tracker import Ledger, store
from truce_tracker.cli.session import today
from truce_tracker.judgements import views
from truce_tracker.judgements.derive import settle

SEED = (ROOT / "data" / "seed_claims.yaml").read_text(encoding="utf-8")
AS_OF = "2025-11-28"
TEXT = """
format: truce/1
sources:
  - {id: first, published: 2026-01-01}
  - {id: second, published: 2026-01-02, text: Rutabagas were bought.}
"""


@pytest.fixture(scope="module")
def seeded(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_store, tmp_path_factory.mktemp("browse") / "truce.db"))
    load_text(path, SEED, TEXT)
    with store.transaction(path) as connection:
        settle(connection)
    return path


def ids(path: Path, query: str, key: str, **parameters: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return list(dict.fromkeys(row[key] for row in connection.execute(query, parameters)))


KEYS = {
    "today_claims": ("claims", "claim"),
    "today_one_sided": ("one_sided", "claim"),
    "today_unmatched": ("unmatched", "commitment"),
    "today_commitments": ("commitments", "commitment"),
    "today_deadlines": ("deadlines", "milestone"),
    "today_overdue": ("overdue", "milestone"),
    "today_divergences": ("divergences", "commitment"),
    "today_silence": ("silence", "topic"),
    "today_compare": ("compare", "commitment"),
    "today_drift": ("drift", "claim"),
}


def answers(path: Path, question: str, key: str, as_of: str) -> list[str]:
    with Ledger.open(path) as ledger:
        return list(dict.fromkeys(getattr(row, key) for row in getattr(ledger, question)(as_of)))


@pytest.mark.parametrize("view", KEYS)
def test_a_view_lists_what_the_command_lists_today(view: str, seeded: Path) -> None:
    question, key = KEYS[view]
    assert ids(seeded, f"SELECT * FROM {view}", key) == answers(seeded, question, key, today().isoformat())


@pytest.mark.parametrize("view", KEYS)
@pytest.mark.parametrize(
    "as_of",
    [
        AS_OF,
        *(pytest.param(day, marks=pytest.mark.slow) for day in ("2025-11-05", "2026-01-31")),
    ],
)
def test_a_query_lists_what_the_command_listed_on_that_day(view: str, as_of: str, seeded: Path) -> None:
    question, key = KEYS[view]
    query = views.query(views.VERDICTS[view.removeprefix("today_")])
    assert ids(seeded, query, key, as_of=as_of) == answers(seeded, question, key, as_of)
    assert ids(seeded, query, key, as_of=" ") == ids(seeded, f"SELECT * FROM {view}", key)


def test_days_past_are_counted(seeded: Path) -> None:
    with Ledger.open(seeded) as ledger, closing(sqlite3.connect(seeded)) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute(views.query(views.VERDICTS["overdue"]), {"as_of": AS_OF}).fetchall()
        assert [(row["milestone"], row["days"]) for row in found] == [
            (row.milestone, row.days) for row in ledger.overdue(AS_OF)
        ]


def test_init_and_load_make_the_views(truce: Run, tmp_path: Path) -> None:
    truce("--db", "a.db", "init", "--empty")
    assert ids(tmp_path / "a.db", "SELECT * FROM today_overdue", "milestone") == []
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("DROP VIEW today_overdue")
        connection.execute("DROP VIEW today_position")
    (tmp_path / "l.yaml").write_text("parties: [{id: US}]\n")
    truce("--db", "a.db", "load", "--dry-run", "l.yaml")
    names = "SELECT name FROM sqlite_master WHERE type = 'view'"
    assert "today_overdue" not in ids(tmp_path / "a.db", names, "name")
    truce("--db", "a.db", "load", "l.yaml")
    assert {"today_overdue", "today_position"} <= set(ids(tmp_path / "a.db", names, "name"))


def test_sqlite_utils_finds_the_full_text(seeded: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    database = sqlite_utils.Database(seeded)
    try:
        assert database["claim"].detect_fts() == "claim_search"
        assert "bessent-thanksgiving-1116" in {row["id"] for row in database["claim"].search("thanksgiving")}
        assert "rare-earth-deal" in {row["id"] for row in database["commitment"].search("rare earths")}
        assert [row["source"] for row in database["source_text"].search("rutabagas")] == ["second"]
    finally:
        database.close()


def get(path: Path, *addresses: str) -> list[Any]:
    """What Datasette itself answers, without a port."""
    pytest.importorskip("datasette.app")
    from truce_tracker.cli.browse import datasette

    async def ask() -> list[Any]:
        served = datasette(path)
        return [await served.client.get(address) for address in addresses]

    answered = asyncio.run(ask())
    assert [answer.status_code for answer in answered] == [200] * len(addresses), answered[0].text[:400]
    return answered


@pytest.mark.parametrize("view", KEYS)
def test_datasette_asks_each_verdict_for_a_day(view: str, seeded: Path) -> None:
    question, key = KEYS[view]
    name = view.removeprefix("today_")
    page, rows = get(seeded, f"/truce/{name}", f"/truce/{name}.json?_shape=array&as_of={AS_OF}")
    assert f"<title>{views.VERDICTS[name].title}</title>" in html.unescape(page.text)
    assert "SELECT" not in page.text
    assert re.findall(r'<input type="text"[^>]* name="(\w+)"', page.text) == ["as_of"]
    assert list(dict.fromkeys(row[key] for row in rows.json())) == answers(seeded, question, key, AS_OF)


@pytest.mark.parametrize("page", ["/", "/truce"])
def test_the_verdicts_come_first(page: str, seeded: Path) -> None:
    (answer,) = get(seeded, page)
    links = [link for link in re.findall(r'href="(/truce/[^"?]+)"', answer.text) if "/-/" not in link]
    assert links[: len(views.VERDICTS)] == [f"/truce/{name}" for name in views.VERDICTS]


def test_no_sql_of_somebody_elses(seeded: Path) -> None:
    pytest.importorskip("datasette.app")
    from truce_tracker.cli.browse import datasette

    async def ask() -> int:
        answer = await datasette(seeded).client.get("/truce.json?sql=select+1")
        return int(answer.status_code)

    assert asyncio.run(ask()) == 403


def test_datasette_shows_views_labels_and_full_text(seeded: Path) -> None:
    view, claims, found, texts = get(
        seeded,
        "/truce/today_unmatched.json?_shape=array",
        "/truce/claim?speaker=bessent",
        "/truce/claim.json?_shape=array&_search=thanksgiving",
        "/truce/source_text.json?_shape=array&_search=rutabagas",
    )
    assert [row["commitment"] for row in view.json()] == answers(seeded, "unmatched", "commitment", today().isoformat())
    assert "Scott Bessent</a>&nbsp;<em>bessent</em>" in claims.text
    assert "bessent-thanksgiving-1116" in {row["id"] for row in found.json()}
    assert [row["source"] for row in texts.json()] == ["second"]


@pytest.fixture
def served(seeded: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    pytest.importorskip("datasette")
    command = [sys.executable, "-m", "truce_tracker", "--db", str(seeded), "browse", "--port", "0", "--no-open"]
    command += getattr(request, "param", [])
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def test_browse_serves_this_machine_and_changes_nothing(served: str) -> None:
    with urlopen(f"{served}truce/overdue.json?_shape=array&as_of={AS_OF}", timeout=60) as answer:
        assert {row["status"] for row in json.load(answer)} == {"overdue"}
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(served, headers={"Host": "evil.example"}), timeout=60)
    assert refused.value.code == 403
    for query, code in {"select+1": 403, "delete+from+claim": 400}.items():
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{served}truce.json?sql={query}", timeout=60)
        assert refused.value.code == code


def test_without_datasette_it_says_how_to_install_it(truce: Run, tmp_path: Path) -> None:
    hide = "import sys\nsys.modules['datasette'] = None\n"
    (tmp_path / "sitecustomize.py").write_text(hide)
    ran = truce("--db", "a.db", "browse", env={"PYTHONPATH": f"{tmp_path}:{ROOT}"})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "truce: browsing needs Datasette: install it with `pip install 'truce-tracker[browse]'`\n"


@pytest.mark.parametrize("served", [["--assistant"]], indirect=True)
def test_an_assistant_finds_the_verdicts_and_nothing_that_writes(served: str) -> None:
    client = pytest.importorskip("mcp.client.streamable_http")
    session = pytest.importorskip("mcp").ClientSession
    pytest.importorskip("datasette_mcp")

    async def ask() -> tuple[set[str], Any, Any]:
        async with client.streamable_http_client(f"{served}-/mcp") as streams, session(*streams[:2]) as talk:
            await talk.initialize()
            tools = {tool.name for tool in (await talk.list_tools()).tools}
            queries = await talk.call_tool("list_canned_queries", {})
            asked = {"database": "truce", "query": "compare", "parameters": {"as_of": AS_OF}}
            rows = await talk.call_tool("execute_canned_query", asked)
            return tools, queries.structured_content, rows.structured_content

    tools, queries, rows = asyncio.run(ask())
    assert tools == {"list_databases", "get_database_schema", "list_canned_queries", "execute_canned_query"}
    assert {query["name"] for query in queries["queries"]} == set(views.VERDICTS)
    said = next(row for row in rows["rows"] if row["commitment"] == "rare-earth-deal" and row["party"] == "US")
    assert said["claim"].startswith("bessent-thanksgiving")
    assert said["quote"]
    assert said["outlet"]


def test_no_tools_for_an_assistant_that_nobody_asked_for(served: str) -> None:
    pytest.importorskip("datasette_mcp")
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{served}-/mcp", timeout=60)
    assert refused.value.code == 403


def test_a_claim_shows_its_source_by_a_name(seeded: Path) -> None:
    (page,) = get(seeded, "/truce/claim?_size=200")
    assert ">None<" not in page.text
