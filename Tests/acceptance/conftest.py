"""What the trials share: the release program, the real content, and folders in memory if the system has them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = PROJECT / ".build/release/trousse"
CONTENT = PROJECT / "content"
MEMORY = Path("/dev/shm")


def temporary_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)


def run(*arguments: str | Path, patience: float = 300) -> subprocess.CompletedProcess[bytes]:
    """Runs the program to its end; the status is negative if a signal ended it."""
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=patience, check=False)


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """Starts the program, with its output dropped."""
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def toolbox() -> Iterator[Path]:
    """A copy of the real content in a folder of its own."""
    with temporary_folder() as folder:
        shutil.copytree(CONTENT, Path(folder) / "content")
        yield Path(folder)
