"""A folder in which nothing can be written, for root neither: it is mounted so for one command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT


def in_read_only(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python where a folder is read-only, with these arguments."""
    script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && shift 0 && exec "$@"'
    command = ["unshare", "--mount", "sh", "-c", script, str(folder), sys.executable, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )


def folder_for(tmp_path: Path) -> Path:
    """A folder to be read-only later; skips the test where nobody may mount."""
    folder = tmp_path / "read-only"
    folder.mkdir()
    if shutil.which("unshare") is None or in_read_only(folder, "-c", "").returncode:
        pytest.skip("needs the right to mount")
    return folder
