"""What the trials share: the release program, the real content, folders in memory where there are such."""

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
    """Runs the program to its end; an end by a signal has a negative status."""
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=patience, check=False)


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """Begins the program where nobody listens."""
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def toolbox() -> Iterator[Path]:
    """A copy of the real content in a folder of its own."""
    with temporary_folder() as folder:
        shutil.copytree(CONTENT, Path(folder) / "content")
        yield Path(folder)
