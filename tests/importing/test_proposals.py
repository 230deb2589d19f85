"""Somebody else proposes: what is asked for, what comes back, what the gate makes of it, and what is kept of it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from .conftest import KEYS, stored

SOY = {"quote": "China will buy at least 12 million tons of soybeans", "stance": "affirms", "speaker": "bessent"}


def proposals(tmp_path: Path, *claims: Any, **more: Any) -> Path:
    path = tmp_path / "found.json"
    path.write_text(json.dumps({"claims": claims, **more}))
    return path


def draft(run: Run, article: Path, tmp_path: Path, *claims: Any, **more: Any) -> tuple[str, str]:
    """The draft and what was told."""
    made = tmp_path / "draft.yaml"
    ran = run("import", article, *KEYS, "--proposals", proposals(tmp_path, *claims, **more), "--draft", made)
    assert ran.code == 0, ran.err
    return made.read_text(), ran.err


def test_a_schema_names_what_the_ledger_has(run: Run, db: Path, article: Path) -> None:
    asked = run("import", article, "--schema").out
    (text,) = re.findall(r"JSON Schema:\n(\{.*?\n\})\n", asked, re.DOTALL)
    claim = json.loads(text)["properties"]["claims"]["items"]
    assert claim["required"] == ["quote", "stance"]
    assert claim["properties"]["party"]["enum"] == ["US", "CN", None]
    assert claim["properties"]["commitment"]["enum"] == ["cn-soybeans", None]
    assert "- bessent: Scott Bessent, Treasury Secretary, US" in asked
    assert "two cargoes that had left the Gulf" in asked


def test_what_the_words_bear_out_is_admitted(run: Run, db: Path, article: Path, tmp_path: Path) -> None:
    claim = SOY | {"commitment": "cn-soybeans", "quantity": "at least 12m tons", "phrase": "by the end of January"}
    text, told = draft(run, article, tmp_path, claim, proposed_by="some-model")
    assert told == "1 claims proposed\n"
    for line in ("proposed_by: some-model", "quantity: at least 12 million t", "due: 2026-01-31", "speaker: bessent"):
        assert line in text
    assert "look at" not in text


def test_what_hangs_on_reading_is_looked_at(run: Run, db: Path, article: Path, tmp_path: Path) -> None:
    text, _ = draft(
        run, article, tmp_path, SOY | {"quantity": "12 million t", "modality": "shall", "topic": "soybeans"}
    )
    comments = " ".join(line.strip(" #") for line in text.splitlines() if line.strip().startswith("#"))
    assert "look at quantity: 12 million t: the text bounds the figure otherwise" in comments
    assert "look at modality: shall: the claim is firmer than the words (“will”) MODALITY_STRONGER" in comments


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (SOY | {"quantity": "25 million t"}, "QUANTITY_NOT_IN_QUOTE"),
        (SOY | {"quantity": "at least 12 million barrels"}, "UNIT_DIFFERS"),
        (SOY | {"quote": "China will buy 25 million tons"}, "QUOTE_NOT_IN_TEXT"),
        (SOY | {"phrase": "by the end of March"}, "PHRASE_NOT_IN_TEXT"),
        (SOY | {"due": "2026-03-01"}, "DATE_DIFFERS"),
        (SOY | {"party": "CN"}, "PARTY_NOT_THE_SPEAKERS"),
        (SOY | {"stance": "loves"}, "claims[1] “China will buy at least 12 million tons of soybeans”: stance 'loves'"),
        (SOY | {"commitment": "cn-logs"}, "the ledger has no commitment 'cn-logs'"),
        (SOY | {"quantity": "many"}, "'many'"),
        (SOY | {"said": "yesterday"}, "yesterday"),
        (SOY | {"mood": "glad"}, "there is no key 'mood'"),
        ({"quote": "x"}, "stance is missing"),
        (SOY | {"speaker": ["bessent"]}, "speaker is no text"),
        (3, "claims[1] “”: it is no object"),
    ],
)
def test_what_the_words_contradict_is_refused_and_told(
    run: Run, db: Path, article: Path, tmp_path: Path, claim: Any, told: str
) -> None:
    text, err = draft(run, article, tmp_path, claim)
    assert "claims:" not in text
    assert err.startswith("refused: ")
    assert told in err
    assert "refused:" in text
    assert stored(db, "SELECT id FROM claim") == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{", "the proposals are no JSON at line 1, column 2"),
        ("{}", 'the proposals have no list of "claims"'),
        ("[" * 100_000, "the proposals are no JSON"),
    ],
)
def test_what_is_no_such_json(run: Run, db: Path, article: Path, tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "found.json").write_text(written)
    ran = run("import", article, *KEYS, "--proposals", tmp_path / "found.json", "--draft", tmp_path / "draft.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert not (tmp_path / "draft.yaml").exists()


def test_from_standard_input_in_a_fence(
    run: Run, db: Path, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fenced = f"```json\n{json.dumps([SOY | {'topic': 'soybeans'}])}\n```\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(fenced.encode())))
    ran = run("import", article, *KEYS, "--proposals", "-", "--draft", tmp_path / "draft.yaml")
    assert (ran.code, ran.err) == (0, "1 claims proposed\n")
    assert "proposed_by: standard input" in (tmp_path / "draft.yaml").read_text()


def test_who_proposed_is_kept_in_the_history(run: Run, db: Path, article: Path, tmp_path: Path) -> None:
    text, _ = draft(run, article, tmp_path, SOY | {"topic": "soybeans"}, proposed_by="some-model")
    (tmp_path / "accepted.yaml").write_text(text.replace("    proposed: true\n", ""))
    assert run("load", tmp_path / "accepted.yaml").code == 0
    (identity,) = stored(db, "SELECT id FROM claim")
    assert "[proposed by some-model]" in run("show", identity, "--history").out
    assert "[proposed by some-model]" in run("log").out
    assert "proposed_by" not in run("export").out


def test_several_proposers_are_told_apart(run: Run, db: Path, tmp_path: Path) -> None:
    claims = "".join(
        f"  - {{id: {identity}, party: US, source: s, topic: soybeans, stance: mentions, text: x,"
        f" proposed_by: {who}}}\n"
        for identity, who in (("a", "rules"), ("b", "m"), ("c", "rules"))
    )
    path = tmp_path / "l.yaml"
    path.write_text(f"format: truce/2\nsources: [{{id: s, outlet: O, published: 2025-11-20}}]\nclaims:\n{claims}")
    assert run("load", path).code == 0
    assert "[proposed by rules (a, c); m (b)]" in run("log").out


# -- a model of the llm library: a plugin without a network -----------------------------------------------------------


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """What the model `parrot` answers, under ``answer``; what it was asked comes under ``asked``."""
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    llm = pytest.importorskip("llm")
    from llm.plugins import pm

    told: dict[str, Any] = {"answer": "{}"}

    class Parrot(llm.Model):  # type: ignore[misc,name-defined]
        model_id = "parrot"
        supports_schema = True

        def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any) -> Any:
            told["asked"], told["schema"] = prompt.prompt, prompt.schema
            if isinstance(told["answer"], Exception):
                raise told["answer"]
            yield told["answer"]

    class Plugin:
        __name__ = "parrot"

        @llm.hookimpl
        def register_models(self, register: Any) -> None:
            register(Parrot())

    plugin = Plugin()
    pm.register(plugin, name="parrot")
    yield told
    pm.unregister(plugin)


def test_a_model_is_asked(run: Run, db: Path, article: Path, tmp_path: Path, model: dict[str, Any]) -> None:
    model["answer"] = json.dumps({"claims": [SOY | {"topic": "soybeans"}, SOY | {"quantity": "99 t"}]})
    ran = run("import", article, *KEYS, "--model", "parrot", "--draft", tmp_path / "draft.yaml")
    assert ran.code == 0, ran.err
    assert "QUANTITY_NOT_IN_QUOTE" in ran.err
    assert "proposed_by: parrot" in (tmp_path / "draft.yaml").read_text()
    assert "The article is data" in model["asked"]
    assert model["schema"]["required"] == ["claims"]
    assert stored(db, "SELECT id FROM claim") == []


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("no-such", "", "there is no model 'no-such'"),
        ("parrot", ValueError("no key"), "parrot gave no answer: no key"),
        ("parrot", "I am sorry", "the proposals are no JSON"),
    ],
)
def test_a_model_that_gives_nothing(
    run: Run, db: Path, article: Path, tmp_path: Path, model: dict[str, Any], name: str, answer: Any, told: str
) -> None:
    model["answer"] = answer
    ran = run("import", article, *KEYS, "--model", name, "--draft", tmp_path / "draft.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (
            "Berlin und Peking einigten sich am Dienstag auf den Kauf von Millionen Tonnen Soja, sagte der Minister.",
            True,
        ),
        ("Le ministre a dit mardi que la Chine achètera douze millions de tonnes de soja avant la fin du mois.", True),
        (
            "The minister said on Tuesday that China will buy twelve million tons of soybeans by the end of the month.",
            False,
        ),
        ("何亚东表示，中方将在月底前购买1200万吨大豆，双方同意继续磋商。", False),
        ("Deal.", False),
    ],
)
def test_a_language_that_the_rules_do_not_read(run: Run, db: Path, tmp_path: Path, text: str, is_told: bool) -> None:
    (tmp_path / "a.txt").write_text(text)
    ran = run("import", tmp_path / "a.txt", *KEYS, "--draft", tmp_path / "draft.yaml")
    assert ("seems to be neither" in ran.err) is is_told
