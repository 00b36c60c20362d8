"""Texts whose cost could outgrow their length, written into a chapter and given to every command that reads one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import PROGRAM, temporary_folder

# What is repeated: one form for each limit of MarkdownTree, for each way past it that was found, and for ordinary prose.
PROSE = (
    "La collectivité mutualise ses moyens **avec** ses voisines, et dit comment ;\n"
    "chacun y trouve son compte, à son rythme.\n\n"
)
FORMS = {
    "prose": PROSE,
    "emphasis": "*a_ ",
    "headings": "## a\n",
    "links": "[a](#b) ",
    "items": "- a\n",
    "nested quotes": "> > > a\n",
    "cells": "a|",
    "tables": "|a|\n|-|\n\n",
    "header lines": "a\n|-|-|\n",
    "code": "`a`\n",
    "hosts": "www.a.b\n",
    "parentheses": "http://a.b)",
    "mails": "a@b.fr ",
    "tags": "<kbd>a</kbd> ",
    "open tags": "<q>",
    "declarations": "<?",
    "references": "&amp;",
    "notes": "[^a]: b\n",
    "containers": "::: a\n:::\n",
    "quotes": "\"a\" « b ' ",
    "points": "...",
    "escapes": "\\*",
    "breaks": "a\\\n",
    "rules": "* * *\n",
    "missing": "à compléter ",
    "returns": "\r",
    "zeros": "\0",
}
# Before these, a definition that each of them stands for again.
DEFINED = {"definitions": ("[x]: /" + "a" * 20_000 + "\n\n", "[x] "), "notes used": ("[^x]: b\n\n", "[^x] ")}

SMALL, TWICE, LARGEST = 100_000, 200_000, 3_999_000
MOST_MEGABYTES = 600
MOST_GROWTH = 2.3
# Below this many seconds the start of the program and of the other pages counts for more than the text.
SECONDS_MEASURED = 0.1


@dataclass
class Cost:
    status: int
    seconds: float
    megabytes: float


def chapter(form: str, size: int) -> str:
    before, piece = DEFINED[form] if form in DEFINED else ("", FORMS[form])
    count = max(1, (size - len(before.encode())) // len(piece.encode()))
    return "---\ntitre: A\nordre: 1\n---\n\n" + before + piece * count + "\n"


def cost(command: str, root: Path) -> Cost:
    """Runs a command in a toolbox; its processor time, and the most memory that it held."""
    arguments = {
        "render": ["render", str(root / "content/guide/a.md")],
        "check": ["check", "--root", str(root)],
        "build": ["build", "--root", str(root)],
    }[command]
    # What was built before would not be built again.
    shutil.rmtree(root / "output", ignore_errors=True)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        child = os.posix_spawn(
            PROGRAM, [str(PROGRAM), *arguments], os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)],
        )
        _, status, used = os.wait4(child, 0)
    finally:
        os.close(nowhere)
    return Cost(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


@contextmanager
def toolbox_of_one_chapter() -> Iterator[Path]:
    with temporary_folder() as folder:
        root = Path(folder)
        (root / "content/guide").mkdir(parents=True)
        (root / "content/site.yml").write_text("titre: T\n")
        yield root


@pytest.mark.parametrize("command", ["render", "check", "build"])
@pytest.mark.parametrize("form", [*FORMS, *DEFINED])
def test_a_text_costs_what_its_length_lets_expect(form: str, command: str):
    costs: dict[int, Cost] = {}
    with toolbox_of_one_chapter() as root:

        def measure(size: int) -> None:
            (root / "content/guide/a.md").write_bytes(chapter(form, size).encode())
            found = cost(command, root)
            costs[size] = min(costs.get(size, found), found, key=lambda one: one.seconds)

        # Other programs slow this one down, never speed it up: one of five looks must show the proportion.
        for _ in range(5):
            measure(SMALL)
            measure(TWICE)
            if costs[TWICE].seconds <= MOST_GROWTH * max(costs[SMALL].seconds, SECONDS_MEASURED):
                break
        measure(LARGEST)
    small, twice, largest = (costs[size] for size in [SMALL, TWICE, LARGEST])
    print(
        f"{form}, {command}: {small.seconds:.2f} s {small.megabytes:.0f} MB, {twice.seconds:.2f} s {twice.megabytes:.0f} MB, "
        f"{largest.seconds:.2f} s {largest.megabytes:.0f} MB, status {largest.status}"
    )
    assert all(one.status in (0, 1) for one in costs.values())
    assert largest.megabytes < MOST_MEGABYTES
    assert twice.seconds <= MOST_GROWTH * max(small.seconds, SECONDS_MEASURED)


@pytest.mark.parametrize("command", ["render", "check", "build"])
def test_ordinary_prose_is_accepted_up_to_the_limit_and_takes_little(command: str):
    costs = []
    with toolbox_of_one_chapter() as root:
        for size in [1_000_000, LARGEST]:
            (root / "content/guide/a.md").write_bytes(chapter("prose", size).encode())
            costs.append(cost(command, root))
    print(f"{command}: 1 MB of prose takes {costs[0].megabytes:.0f} MB, {LARGEST / 1e6:.0f} MB take {costs[1].megabytes:.0f} MB")
    assert [one.status for one in costs] == [0, 0]
    assert costs[0].megabytes <= 60
