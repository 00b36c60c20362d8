"""How long builds take on a large toolbox: a clean one, one with nothing to do, one after an edit of a page.

Usage: regeneration.py PROGRAM [PAGES [RUNS]]; the toolbox is made in /dev/shm where there is one, else in the folder of
temporary files, and removed at the end. Times are of the whole process, the median of the runs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = (
    "La démarche avance mieux quand chacun sait ce qu'il fait, avec qui, et jusqu'à quand : "
    "le *référent* prépare, l'élu **porte**, et les services répondent aux questions."
)


def chapter(number: int, count: int) -> str:
    """A text of about 3 kB with headings, lists, a table and links to its neighbours."""
    nearby = [(number + step) % count for step in (1, 7, 61)]
    links = ", ".join(f"[le chapitre {other}](chapitre-{other}.md#que-faire)" for other in nearby)
    points = "\n".join(f"- Point {point} : {SENTENCE}" for point in range(4))
    return (
        f"---\ntitre: Chapitre {number}\nordre: {number}\nresume: Ce que dit le chapitre {number}.\n---\n\n"
        f"{SENTENCE}\n\n## Pourquoi\n\n{SENTENCE} Voir {links}.\n\n{points}\n\n## Que faire\n\n{SENTENCE}\n\n"
        f"Table : Ce qui est prévu\n\n| Quoi | Quand |\n|---|---|\n| Un | {number} |\n| Deux | {number + 1} |\n\n"
        f"> [!NOTE]\n> {SENTENCE}\n\n## Et après\n\n{SENTENCE}\n"
    )


def generate(root: Path, count: int) -> None:
    """A toolbox of so many chapters, each a page."""
    guide = root / "content" / "guide"
    guide.mkdir(parents=True)
    (root / "content" / "site.yml").write_text("titre: Une grande boîte à outils\nmenu: [guide]\n", encoding="utf-8")
    for number in range(count):
        (guide / f"chapitre-{number}.md").write_text(chapter(number, count), encoding="utf-8")


def timed(program: Path, root: Path) -> float:
    start = time.perf_counter()
    run = subprocess.run([program, "build", "--quiet"], cwd=root, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stdout + run.stderr)
    return time.perf_counter() - start


def main() -> None:
    program = Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        root = Path(folder)
        generate(root, count)
        print(f"{count} pages, clean: {timed(program, root):.2f} s")
        timed(program, root)
        idle = [timed(program, root) for _ in range(runs)]
        print(f"nothing changed: {statistics.median(idle) * 1000:.0f} ms (median of {runs})")
        edited = []
        for run in range(runs):
            with (root / "content" / "guide" / f"chapitre-{run}.md").open("a", encoding="utf-8") as file:
                file.write("\nUne phrase de plus.\n")
            edited.append(timed(program, root))
        print(f"one page edited: {statistics.median(edited) * 1000:.0f} ms (median of {runs})")


if __name__ == "__main__":
    main()
