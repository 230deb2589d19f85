"""Two copies of a ledger made one: laws on random ledgers, the text that stays, and a real git."""

from __future__ import annotations

import copy
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.errors import LedgerProblems, TruceError
from truce_tracker.ledger_file.merging import Merged, merge
from truce_tracker.ledger_file.reader import read_ledger

from .random_records import Records, as_yaml, ledgers, texts

BASE = """\
format: truce/2
# what it is about
topics:
- {id: soybeans, name: Soybeans}   # the beans
- id: rice

claims:
# the first
- id: k1
  party: US
  topic: soybeans
  stance: affirms
  source: paper
"""


def merged(base: str, ours: str, theirs: str) -> Merged:
    return merge(("base", base), ("ours", ours), ("theirs", theirs))


def records(text: str) -> dict[tuple[str, str], dict[str, Any]]:
    found = read_ledger("x.yaml", text.encode())
    assert found.problems == []
    return {(name, each.id): each.values for name, list_ in found.records.items() for each in list_}


# -- laws ------------------------------------------------------------------------------------------------------------


@st.composite
def changed(draw: st.DrawFn, ledger: Records) -> Records:
    """A copy of a ledger with some records gone, some changed, some new."""
    after = copy.deepcopy(ledger)
    for name, list_ in ((name, each) for name, each in after.items() if isinstance(each, list)):
        for record in list(list_):
            match draw(st.sampled_from(["stays"] * 6 + ["goes", "changes", "loses"])):
                case "goes" if len(list_) > 1:
                    list_.remove(record)
                case "changes":
                    key = {"claims": "note", "commitments": "summary", "checks": "note"}.get(name, "name")
                    if name not in ("sources", "deadlines"):
                        record[key] = draw(texts)
                case "loses":
                    record.pop("note", None)
                case _:
                    pass
    if draw(st.booleans()):
        after["topics"].append({"id": draw(st.sampled_from(["new1", "new2", "new3"])), "name": draw(texts)})
    return after


@st.composite
def three(draw: st.DrawFn) -> tuple[str, str, str]:
    base = draw(ledgers())
    return as_yaml(base), as_yaml(draw(changed(base))), as_yaml(draw(changed(base)))


@settings(max_examples=150, deadline=None)
@given(three())
def test_laws(sides: tuple[str, str, str]) -> None:
    base, ours, theirs = sides
    before, left, right = map(records, sides)
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert {(each.list_name, each.id, each.key) for each in one.conflicts} == {
        (each.list_name, each.id, each.key) for each in other.conflicts
    }
    if one.conflicts:
        with_marks = read_ledger("x.yaml", one.text.encode())
        assert len(with_marks.problems) == len({(each.list_name, each.id) for each in one.conflicts})
        return
    found = records(one.text)
    assert found == records(other.text)  # either order gives the same
    for key in {*before, *left, *right}:
        if left.get(key) == before.get(key):
            assert found.get(key) == right.get(key)  # what one side alone changed is kept, and no record is lost
        elif right.get(key) == before.get(key):
            assert found.get(key) == left.get(key)


@settings(max_examples=50, deadline=None)
@given(three())
def test_equal_files_merge_to_the_file(sides: tuple[str, str, str]) -> None:
    base, ours, _ = sides
    assert merged(base, ours, ours).text == merged(base, base, ours).text == merged(base, ours, base).text == ours


# -- the text --------------------------------------------------------------------------------------------------------


def test_what_nobody_changed_stays_as_it_is_written() -> None:
    ours = BASE.replace("- id: rice\n", "- id: rice   # and more\n- id: wheat\n")
    theirs = BASE + "# the second\n- {id: k2, party: US, topic: rice, stance: denies, source: paper}\n"
    found = merged(BASE, ours, theirs)
    assert found.text == ours + "# the second\n- {id: k2, party: US, topic: rice, stance: denies, source: paper}\n"
    assert (found.conflicts, found.comments_lost) == ([], False)


def test_two_that_each_append_one() -> None:
    first, second = (f"- {{id: {each}, party: US, topic: rice, stance: denies, source: paper}}\n" for each in "ab")
    found = merged(BASE, BASE + first, BASE + second)
    assert [key for key in records(found.text) if key[0] == "claims"] == [
        ("claims", "k1"),
        ("claims", "b"),
        ("claims", "a"),
    ]
    assert found.conflicts == []


def test_two_values_of_one_record() -> None:
    found = merged(BASE, BASE.replace("affirms", "denies"), BASE.replace("party: US", "party: CN"))
    assert records(found.text)["claims", "k1"] == {
        "id": "k1", "party": "CN", "topic": "soybeans", "stance": "denies", "source": "paper",
    }  # fmt: skip
    assert "# the first\n- id: k1\n" in found.text


def test_a_value_that_both_changed() -> None:
    ours = BASE.replace("affirms", "denies")
    theirs = BASE.replace("affirms", "declines").replace("party: US", "party: CN")
    found = merged(BASE, ours, theirs)
    assert list(map(str, found.conflicts)) == ["claims k1: stance was affirms, is denies in ours, declines in theirs"]
    item = "- id: k1\n  party: CN\n  source: paper\n  topic: soybeans\n  stance: {}\n"
    marked = f"# the first\n<<<<<<< ours\n{item.format('denies')}=======\n{item.format('declines')}>>>>>>> theirs\n"
    assert found.text == BASE[: BASE.index("# the first")] + marked
    (problem,) = read_ledger("x.yaml", found.text.encode()).problems
    assert (problem.line, problem.what[:29]) == (9, "both sides of a merge changed")


def test_one_party_in_ours_and_several_in_theirs() -> None:
    found = merged(BASE, BASE.replace("party: US", "party: CN"), BASE.replace("party: US", "parties: [US, EU]"))
    assert list(map(str, found.conflicts)) == ["claims k1: parties was US, is CN in ours, 'US, EU' in theirs"]
    ours, theirs = found.text.partition("<<<<<<< ours\n")[2].split("=======\n")
    assert ("  party: CN\n" in ours, "parties" in ours) == (True, False)
    assert ("  parties: [US, EU]\n" in theirs, "party:" in theirs) == (True, False)


def test_removed_here_and_changed_there() -> None:
    found = merged(BASE, BASE.replace("- id: rice\n", ""), BASE.replace("- id: rice\n", "- {id: rice, name: Rice}\n"))
    assert list(map(str, found.conflicts)) == ["topics rice: ours removes it, theirs changes it"]
    assert "<<<<<<< ours\n=======\n- id: rice\n  name: Rice\n>>>>>>> theirs\n" in found.text


def test_a_list_of_which_nothing_is_left_and_one_that_is_new() -> None:
    ours = BASE[: BASE.index("claims:")]
    theirs = BASE + "parties: [{id: US}]\n"
    found = merged(BASE, ours, theirs)
    assert set(records(found.text)) == {("topics", "soybeans"), ("topics", "rice"), ("parties", "US")}


def test_a_revision_stays_where_both_have_it() -> None:
    ours = BASE.replace("truce/2\n", "truce/2\nrevision: '0123456789abcdef'\n")
    theirs = ours + "# x\n- {id: k2, party: US, topic: rice, stance: denies, source: paper}\n"
    assert "revision" in merged(ours, ours.replace("affirms", "denies"), theirs).text
    assert "revision" not in merged(ours, ours.replace("affirms", "denies"), theirs.replace("0123", "abcd")).text


def test_what_cannot_be_read_is_told_at_its_line() -> None:
    with pytest.raises(LedgerProblems, match="ours:4:"):
        merged(BASE, BASE.replace("name: Soybeans", "nme: Soybeans"), BASE)
    with pytest.raises(TruceError, match="is a draft"):
        merged(BASE, BASE, BASE + "  proposed: true\n")


# -- git -------------------------------------------------------------------------------------------------------------


def git_in(folder: Path) -> Callable[..., str]:
    """Run commands in a folder, with truce for git and no configuration of the machine's."""
    root = Path(__file__).parents[2]
    env = {
        **os.environ, "PYTHONPATH": str(root), "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": os.pathsep.join(["/usr/bin", "/bin", str(Path(shutil.which("git") or "git").parent)]),
    }  # fmt: skip

    def run(*command: str, code: int = 0) -> str:
        ran = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert ran.returncode == code, ran.stdout + ran.stderr
        return ran.stdout

    return run


TWICE = "- {id: tea, name: Tea}\n- {id: tea, name: Green tea}\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@pytest.mark.parametrize("theirs", [TWICE.encode(), b"- {id: caf\xe9}\n", b"- {id: oolong, nme: x}\n"])
def test_git_loses_no_side_that_cannot_be_read(tmp_path: Path, theirs: bytes) -> None:
    run = git_in(tmp_path)
    ledger = tmp_path / "talks.yaml"
    topics = b"format: truce/2\ntopics:\n- {id: rice}\n"
    ledger.write_bytes(topics)
    run("git", "init", "-q", "-b", "main")
    run("git", "config", "user.name", "Ann")
    run("git", "config", "user.email", "ann@example.org")
    run("git", "add", ".")
    run(sys.executable, "-m", "truce_tracker", "merge", "--install-git")
    run("git", "add", ".")
    run("git", "commit", "-qm", "base")
    run("git", "checkout", "-qb", "theirs")
    ledger.write_bytes(topics + theirs)
    run("git", "commit", "-qam", "theirs")
    run("git", "checkout", "-q", "main")
    ledger.write_bytes(topics + b"- {id: coffee}\n")
    run("git", "commit", "-qam", "ours")
    run("git", "merge", "-q", "theirs", "-m", "both", code=1)
    merged = ledger.read_bytes()
    assert theirs in merged
    assert b"- {id: coffee}\n" in merged
    assert b"<<<<<<< ours" in merged
    assert run("git", "status", "--porcelain").startswith("UU")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@pytest.mark.parametrize(("theirs", "code"), [("k3", 0), ("k2", 1)])
def test_git_merges_two_branches(tmp_path: Path, theirs: str, code: int) -> None:
    run = git_in(tmp_path)
    ledger = tmp_path / "talks.yaml"
    ledger.write_text(BASE)
    run("git", "init", "-q", "-b", "main")
    run("git", "config", "user.name", "Ann")
    run("git", "config", "user.email", "ann@example.org")
    run("git", "add", ".")
    told = run(sys.executable, "-m", "truce_tracker", "merge", "--install-git")
    assert told.startswith("git merges talks.yaml with truce")
    assert (tmp_path / ".gitattributes").read_text() == "talks.yaml merge=truce\n"
    run("git", "add", ".")
    run("git", "commit", "-qm", "base")
    run("git", "checkout", "-qb", "theirs")
    claim = "- {{id: {}, party: US, topic: rice, stance: {}, source: paper}}\n"
    ledger.write_text(BASE + claim.format(theirs, "denies"))
    run("git", "commit", "-qam", "theirs")
    run("git", "checkout", "-q", "main")
    ledger.write_text(BASE + claim.format("k2", "affirms"))
    run("git", "commit", "-qam", "ours")
    run("git", "merge", "-q", "theirs", "-m", "both", code=code)
    text = ledger.read_text()
    assert claim.format("k2", "affirms") in text or code
    assert ("<<<<<<< ours" in text) == bool(code)
    assert run("git", "status", "--porcelain").startswith("UU" if code else "")
    run(sys.executable, "-m", "truce_tracker", "merge", "--install-git")
    assert (tmp_path / ".gitattributes").read_text() == "talks.yaml merge=truce\n"
