"""Where output goes: a file that appears whole, a pipe that closes, a full disk, a terminal without colour, ASCII."""

from __future__ import annotations

import errno
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Run, load_text

from truce_tracker.cli import output

MANY = "claims:\n" + "".join(
    f"- {{id: many{number}, speaker: he, source: notice, topic: soybeans, stance: mentions}}\n"
    for number in range(3000)
)


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `truce` is the command."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    line = f'truce() {{ "{sys.executable}" -m truce_tracker "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, cwd=folder, env=env)


# -- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.csv", "topic,name,commitments,claims\n"),
        ("a.tsv", "topic\tname\tcommitments\tclaims\n"),
        ("a.json", "[\n"),
        ("a.jsonl", '{"topic": "rare-earths"'),
        ("a.MD", "| Topic |"),
        ("a.txt", "Topic  "),
        ("a", "Topic  "),
    ],
)
def test_a_file_is_written_as_it_is_called(run: Run, talks: Path, tmp_path: Path, name: str, begins: str) -> None:
    ran = run("topics", "--output", name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert not list(tmp_path.glob(".*"))


def test_a_format_that_is_asked_for_goes_before_the_name(run: Run, talks: Path, tmp_path: Path) -> None:
    run("topics", "--output", "a.csv", "--format", "json")
    assert json.loads((tmp_path / "a.csv").read_text(encoding="utf-8"))[0]["topic"] == "rare-earths"


def test_a_file_stays_as_it_was_when_writing_fails(
    run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(rows: object, name: str, form: str, write: object, **_: object) -> None:
        write("half")  # type: ignore[operator]
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.csv").write_text("old", encoding="utf-8")
    monkeypatch.setattr("truce_tracker.render.render", half)
    ran = run("topics", "--output", "a.csv")
    assert (ran.code, ran.err) == (2, "truce: a.csv cannot be written: No space left on device\n")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "old"
    assert not list(tmp_path.glob(".*"))


def test_a_link_stays_a_link(run: Run, talks: Path, tmp_path: Path) -> None:
    (tmp_path / "target.csv").write_text("old", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("target.csv")
    assert run("topics", "--output", "link.csv").code == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "target.csv").read_text(encoding="utf-8").startswith("topic,")


def test_a_device_stays_a_device(run: Run, talks: Path) -> None:
    assert run("topics", "--output", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()
    ran = run("topics", "--output", "/dev/full")
    assert (ran.code, ran.err) == (2, "truce: /dev/full cannot be written: No space left on device\n")
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(
    ("place", "why"),
    [("nowhere/a.csv", "No such file or directory"), (".", "Is a directory"), ("x" * 300, "File name too long")],
)
def test_a_place_that_cannot_be_written(run: Run, talks: Path, place: str, why: str) -> None:
    for command in (["topics", "--output", place], ["export", place]):
        ran = run(*command)
        assert (ran.code, ran.out, ran.err) == (2, "", f"truce: {place} cannot be written: {why}\n")


# -- pipes and disks -------------------------------------------------------------------------------------------------


def test_a_pipe_that_closes(talks: Path, tmp_path: Path) -> None:
    load_text(talks, MANY)
    for arguments in ("claims", "claims --format json", "export"):
        ran = shell(f"truce {arguments} | head -1; echo ${{PIPESTATUS[0]}}", tmp_path)
        assert (ran.stdout.splitlines()[-1], ran.stderr) == ("0", "")


def test_a_disk_that_is_full(talks: Path, tmp_path: Path) -> None:
    ran = shell("truce claims > /dev/full; echo $?", tmp_path)
    assert ran.stdout == "2\n"
    assert ran.stderr.endswith("truce: the output cannot be written: No space left on device\n")
    assert "Traceback" not in ran.stderr


def test_streams_that_are_closed(talks: Path, tmp_path: Path) -> None:
    ran = shell(
        "truce claims >&-; echo $?; truce claims --format csv 2>&- | wc -l; truce load - <&-; echo $?", tmp_path
    )
    assert ran.stdout.split() == ["0", "4", "nothing", "in", "it", "0"]
    assert "Traceback" not in ran.stderr


def test_a_ledger_from_stdin(truce: Run, talks: Path) -> None:
    ran = truce("load", "-", stdin="parties:\n- {id: EU}\n")
    assert (ran.code, ran.out.split()[:3], ran.err) == (0, ["parties", "1", "new"], "")
    ran = truce("load", "-", stdin="parties:\n- {id: EU, nmae: x}\n")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "stdin:2:12: parties[EU]: there is no key 'nmae' (did you mean name?)\ntruce: 1 problem; nothing was loaded\n"
    )
    assert truce("load", "-", stdin="parties: ü".encode("latin-1")).err.startswith("stdin:1:10: file: is not UTF-8")


def test_a_ledger_from_a_pipe_with_a_name(talks: Path, tmp_path: Path) -> None:
    ran = shell("mkfifo p; (echo 'parties: [{id: EU}]' > p &) ; truce load p", tmp_path)
    assert (ran.returncode, ran.stdout.split()[:3], ran.stderr) == (0, ["parties", "1", "new"], "")


def test_ascii_output(truce: Run, talks: Path) -> None:
    load_text(talks, "parties:\n- {id: CN, name: 中国}\n")
    ran = truce("parties", "--format", "csv", env={"PYTHONIOENCODING": "ascii"})
    assert (ran.code, ran.err) == (0, "")
    assert "CN,\\u4e2d\\u56fd," in ran.out
    ran = truce("load", "-", stdin="parties:\n- {id: 中国}\n", env={"PYTHONIOENCODING": "ascii"})
    assert ran.err.startswith("stdin:2:8: parties[1].id: '\\u4e2d\\u56fd' is no id: ")


# -- terminals -------------------------------------------------------------------------------------------------------


def on_a_terminal(folder: Path, *arguments: str, **env: str) -> str:
    """What a command writes to a terminal, stdout and stderr together."""
    ours, its = pty.openpty()
    command = [sys.executable, "-m", "truce_tracker", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "100", "PAGER": "cat"}
    environment |= env
    process = subprocess.Popen(command, stdin=its, stdout=its, stderr=its, cwd=folder, env=environment)
    os.close(its)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            piece = b""
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return written.decode().replace("\r\n", "\n")


def test_a_terminal_gets_a_table_in_colour(talks: Path, tmp_path: Path) -> None:
    written = on_a_terminal(tmp_path, "overdue", "--as-of", "2025-11-28")
    assert "\x1b[" in written
    assert "────" in written


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour(talks: Path, tmp_path: Path, env: dict[str, str]) -> None:
    written = on_a_terminal(tmp_path, "overdue", "--as-of", "2025-11-28", **env)
    assert "\x1b[" not in written
    assert "────" in written


def test_messages_break_between_words(talks: Path, tmp_path: Path) -> None:
    load_text(talks, MANY)
    written = on_a_terminal(tmp_path, "claims", "--as-of", "2025-11-28", NO_COLOR="1", COLUMNS="60")
    assert written.endswith(
        """\
the newest 100 of 3,003 claims as of 2025-11-28, 2,903 came
before; all of them with --limit 3003 or --format text
"""
    )


PAGED = "sed s/^/paged:/"


def test_what_is_longer_than_the_screen_goes_through_the_pager(talks: Path, tmp_path: Path) -> None:
    written = on_a_terminal(tmp_path, "claims", "--as-of", "2025-11-28", LINES="4", PAGER=PAGED)
    *page, summary = written.splitlines()
    assert all(line.startswith("paged:") for line in page)
    assert summary.endswith(" claims as of 2025-11-28")


@pytest.mark.parametrize(
    ("env", "why"),
    [
        ({"PAGER": PAGED, "LINES": "400"}, "it fits"),
        ({"PAGER": "", "LINES": "4"}, "none is wanted"),
        ({"PAGER": "no-such-pager", "LINES": "4"}, "there is none"),
        ({"PAGER": "'", "LINES": "4"}, "it is no command"),
        ({"PAGER": PAGED, "LINES": "4", "TERM": "dumb"}, "the terminal cannot"),
    ],
)
def test_no_pager(talks: Path, tmp_path: Path, env: dict[str, str], why: str) -> None:
    written = on_a_terminal(tmp_path, "claims", "--as-of", "2025-11-28", **env)
    assert "────" in written, why
    assert "paged:" not in written, why


def test_a_pipe_has_no_pager(truce: Run, talks: Path) -> None:
    ran = truce("claims", env={"PAGER": PAGED, "LINES": "4", "TERM": "xterm"})
    assert ran.out
    assert "paged:" not in ran.out


def test_a_table_on_a_terminal_is_not_endless(talks: Path, tmp_path: Path) -> None:
    load_text(talks, MANY)
    written = on_a_terminal(tmp_path, "claims", "--as-of", "2025-11-28", NO_COLOR="1")
    assert " ".join(written.split()).endswith(
        "the newest 100 of 3,003 claims as of 2025-11-28, 2,903 came before; "
        "all of them with --limit 3003 or --format text"
    )
    assert written.count("many") <= 2 * output.TABLE_ROWS


@pytest.mark.slow
def test_a_long_load_shows_a_bar_and_a_short_one_none(talks: Path, tmp_path: Path) -> None:
    (tmp_path / "short.yaml").write_text("parties:\n- {id: EU}\n", encoding="utf-8")
    assert "reading" not in on_a_terminal(tmp_path, "load", "short.yaml")
    records = (
        f"- {{id: k{number}x, speaker: he, source: notice, topic: soybeans, stance: mentions, text: Some words}}\n"
        for number in range(80_000)
    )
    (tmp_path / "long.yaml").write_text("claims:\n" + "".join(records), encoding="utf-8")
    written = on_a_terminal(tmp_path, "load", "long.yaml")
    assert "reading long.yaml" in written
    assert "writing claim" in written
    assert written.rstrip().endswith("80,000 new       0 changed       0 unchanged")
    piped = shell("truce load long.yaml", tmp_path)
    assert piped.stderr == ""
