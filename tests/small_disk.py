"""A disk of a given size, mounted for one command: `truce` at work where there is hardly any room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT

# mounts the disk at $0, runs Python on it, and copies to $2 what it then holds
_SCRIPT = """\
mount -t tmpfs -o size="$1"k none "$0" || exit 99
kept=$2; shift 2
"$@"
code=$?
cp -a "$0/." "$kept"
exit $code
"""
_CANNOT_MOUNT = 99


@dataclass(frozen=True)
class Left:
    """How a command ended, what it said, and a copy of what it left on the disk."""

    code: int
    err: str
    folder: Path

    @property
    def names(self) -> list[str]:
        """The files on the disk, hidden ones too."""
        return sorted(each.name for each in self.folder.iterdir())


def on_a_disk_of(kilobytes: int, tmp_path: Path, *arguments: str | Path) -> Left:
    """Run `truce` on a disk of that size, mounted at ``tmp_path / "disk"``; skips the test where nobody may mount."""
    disk, folder = tmp_path / "disk", tmp_path / f"left-{kilobytes}"
    disk.mkdir(exist_ok=True)
    folder.mkdir()
    if shutil.which("unshare") is None:
        pytest.skip("needs the right to mount")
    script = ["unshare", "--mount", "sh", "-c", _SCRIPT, str(disk), str(kilobytes), str(folder)]
    command = [*script, sys.executable, "-m", "truce_tracker", *map(str, arguments)]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    if ran.returncode == _CANNOT_MOUNT or "unshare failed" in ran.stderr:
        pytest.skip("needs the right to mount")
    return Left(ran.returncode, ran.stderr, folder)
