"""How long builds take on a large toolbox: a clean one, one with nothing to do, one after an edit of a text.

Usage: regeneration.py PROGRAM [PAGES [RUNS [CHAPTERS]]]; the toolbox is made in /dev/shm where there is one, else in the folder of
temporary files, and removed at the end. Of its pages, so many are chapters of the guide, which its print edition holds
all of; the others stand each for itself. Times are of the whole process, the median of the runs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SENTENCE = (
    "La démarche avance mieux quand chacun sait ce qu'il fait, avec qui, et jusqu'à quand : "
    "le *référent* prépare, l'élu **porte**, et les services répondent aux questions."
)


def text(number: int, count: int, front_matter: str, link: Callable[[int], str]) -> str:
    """A text of about 3 kB with headings, lists, a table and links to its neighbours."""
    nearby = [(number + step) % count for step in (1, 7, 61)]
    links = ", ".join(f"[le texte {other}]({link(other)}#que-faire)" for other in nearby)
    points = "\n".join(f"- Point {point} : {SENTENCE}" for point in range(4))
    return (
        f"---\n{front_matter}resume: Ce que dit le texte {number}.\n---\n\n"
        f"{SENTENCE}\n\n## Pourquoi\n\n{SENTENCE} Voir {links}.\n\n{points}\n\n## Que faire\n\n{SENTENCE}\n\n"
        f"Table : Ce qui est prévu\n\n| Quoi | Quand |\n|---|---|\n| Un | {number} |\n| Deux | {number + 1} |\n\n"
        f"> [!NOTE]\n> {SENTENCE}\n\n## Et après\n\n{SENTENCE}\n"
    )


def generate(root: Path, count: int, chapters: int) -> None:
    """A toolbox of so many pages; the chapters of its guide lead to the others, each to its share."""
    content = root / "content"
    for folder in ("guide", "pages"):
        (content / folder).mkdir(parents=True)
    (content / "site.yml").write_text("titre: Une grande boîte à outils\nmenu: [guide]\n", encoding="utf-8")
    others = count - chapters
    for number in range(chapters):
        body = text(number, chapters, f"titre: Chapitre {number}\nordre: {number}\n", "chapitre-{}.md".format)
        own = range(number, others, chapters)
        leading = "\n".join(f"- [la fiche {other}](../pages/fiche-{other}.md)" for other in own)
        (content / "guide" / f"chapitre-{number}.md").write_text(f"{body}\n{leading}\n", encoding="utf-8")
    for number in range(others):
        body = text(number, others, f"titre: Fiche {number}\nmenu: aucun\n", "fiche-{}.md".format)
        (content / "pages" / f"fiche-{number}.md").write_text(body, encoding="utf-8")


def timed(program: Path, root: Path) -> float:
    start = time.perf_counter()
    run = subprocess.run([program, "build", "--quiet"], cwd=root, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stdout + run.stderr)
    return time.perf_counter() - start


def edited(program: Path, root: Path, pattern: str, runs: int) -> str:
    """The median time of a build after a sentence was added to a text, each time to another one."""
    times = []
    for run in range(runs):
        with (root / "content" / pattern.format(run)).open("a", encoding="utf-8") as file:
            file.write("\nUne phrase de plus.\n")
        times.append(timed(program, root))
    return f"{statistics.median(times) * 1000:.0f} ms (median of {runs})"


def main() -> None:
    program = Path(sys.argv[1]).resolve()
    count, runs, chapters = (int(argument) for argument in (sys.argv[2:] + ["10000", "5", "100"][len(sys.argv) - 2 :]))
    chapters = min(chapters, count)
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        root = Path(folder)
        generate(root, count, chapters)
        print(f"{count} pages, {chapters} of them chapters, clean: {timed(program, root):.2f} s")
        timed(program, root)
        idle = [timed(program, root) for _ in range(runs)]
        print(f"nothing changed: {statistics.median(idle) * 1000:.0f} ms (median of {runs})")
        if chapters < count:
            print("one page edited:", edited(program, root, "pages/fiche-{}.md", min(runs, count - chapters)))
        print("one chapter edited:", edited(program, root, "guide/chapitre-{}.md", min(runs, chapters)))


if __name__ == "__main__":
    main()
