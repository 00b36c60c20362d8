"""With any damaged content, the program ends by itself and with one of its own statuses."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import CONTENT, run, temporary_folder
from mutations import mutated, texts

DOCUMENTS = int(os.environ.get("MUTATED_DOCUMENTS", "20000"))
TOOLBOXES = int(os.environ.get("MUTATED_TOOLBOXES", "2000"))
SOUND = {0, 1}

TEXTS = texts(CONTENT)
ALL = list(TEXTS.values())


def trial_of_document(number: int) -> tuple[int, int]:
    chance = random.Random(number)
    with temporary_folder() as folder:
        file = Path(folder) / "a.md"
        file.write_bytes(mutated(chance.choice(ALL), ALL, chance))
        return number, run("render", file).returncode


def trial_of_toolbox(number: int) -> tuple[int, int]:
    chance = random.Random(number)
    with temporary_folder() as folder:
        content = Path(folder) / "content"
        shutil.copytree(CONTENT, content)
        for path in chance.sample(list(TEXTS), chance.choice([1, 1, 2, 3, 10])):
            (content / path).write_bytes(mutated(TEXTS[path], ALL, chance))
        return number, run("check", "--root", folder).returncode


def unsound(trial, count: int) -> dict[int, int]:
    """The trials that ended with another status than the program's own, by their numbers."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        statuses = dict(pool.map(trial, range(count)))
    print(Counter(statuses.values()))
    assert len(statuses) == count
    return {number: status for number, status in statuses.items() if status not in SOUND}


def test_mutated_documents_are_rendered_or_refused():
    assert unsound(trial_of_document, DOCUMENTS) == {}


def test_mutated_toolboxes_are_checked_to_the_end():
    assert unsound(trial_of_toolbox, TOOLBOXES) == {}
