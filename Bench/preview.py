"""How soon a preview shows an edited page of a large toolbox.

Usage: preview.py PROGRAM [PAGES [RUNS [CHAPTERS]]]; the toolbox is that of regeneration.py. Each time is from the moment the
file is closed to the moment the server answers with the new text; the median of the runs.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from regeneration import generate

PATIENCE = 60.0


def content(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode()


def shown_after(file: Path, address: str, sentence: str) -> float:
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\n{sentence}\n")
    start = time.perf_counter()
    while sentence not in content(address):
        if time.perf_counter() - start > PATIENCE:
            sys.exit(f"not shown after {PATIENCE:.0f} s: {sentence}")
        time.sleep(0.002)
    return time.perf_counter() - start


def median(root: Path, site: str, path: str, runs: int) -> str:
    times = []
    for run in range(runs):
        address = path.format(run)
        file = root / "content" / address.removesuffix(".html")
        address = address.removeprefix("pages/")
        times.append(shown_after(file.with_suffix(".md"), site + address, f"Une phrase de plus numéro {run}."))
    return f"{statistics.median(times) * 1000:.0f} ms (median of {runs})"


def main() -> None:
    program = Path(sys.argv[1]).resolve()
    count, runs, chapters = (int(argument) for argument in (sys.argv[2:] + ["10000", "9", "100"][len(sys.argv) - 2 :]))
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        root = Path(folder)
        generate(root, count, chapters)
        command = [program, "serve", "--port", "0"]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
            try:
                site = next(found.group() for line in server.stdout if (found := re.search(r"http://\S+/", line)))
                print("one page edited:", median(root, site, "pages/fiche-{}.html", runs))
                print("one chapter edited:", median(root, site, "guide/chapitre-{}.html", runs))
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
