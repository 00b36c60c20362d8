"""Trousse and lychee on one seeded set of links: what each finds, misses and cries wolf at, and how long it takes.

    compare.py TROUSSE LYCHEE
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from toolbox import Placed, Truth, generate
from tools import LYCHEE, Outcome, Said, age_record, lychee, trousse
from web import Web

RUNS = 5


def judge(truth: list[Placed], outcome: Outcome) -> dict[str, int]:
    """The score of one run."""
    score: Counter[str] = Counter()
    places = {(one.file, one.line): one for one in truth}
    for place, one in places.items():
        said = outcome.said.get(place)
        if one.link.truth is Truth.BROKEN:
            found = {Said.ERROR: "trouvés", Said.DOUBT: "signalés comme douteux"}
            score[found.get(said, "manqués")] += 1
        elif said is Said.ERROR:
            score["fausses alertes"] += 1
        elif one.link.truth is Truth.UNCERTAIN:
            score["douteux dits" if said is Said.DOUBT else "douteux tus"] += 1
        elif said is Said.DOUBT:
            score["doutes inutiles"] += 1
        elif one.link.truth is Truth.MOVED:
            score["déplacés dits" if said is Said.MOVED else "déplacés tus"] += 1
    score["alertes hors des liens"] = sum(
        said is Said.ERROR and place not in places for place, said in outcome.said.items())
    return dict(score)


def mistakes(truth: list[Placed], outcome: Outcome) -> tuple[Counter[str], Counter[str]]:
    """The kinds that were missed, and those of the false alarms."""
    missed: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for one in truth:
        said = outcome.said.get((one.file, one.line))
        if one.link.truth is Truth.BROKEN and said not in (Said.ERROR, Said.DOUBT):
            missed[one.link.kind] += 1
        if one.link.truth is not Truth.BROKEN and said is Said.ERROR:
            alarms[one.link.kind] += 1
    return missed, alarms


COLUMNS = ["trouvés", "signalés comme douteux", "manqués", "fausses alertes", "alertes hors des liens", "douteux dits",
           "doutes inutiles", "déplacés dits"]


def main(program: Path, other: Path) -> None:
    with tempfile.TemporaryDirectory() as name, Web() as web:
        folder = Path(name)
        truth = generate(folder, web.port)
        counts = Counter(one.link.truth.value for one in truth)
        print(f"{len(truth)} liens :", ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))

        def measure(tool: Callable[[], Outcome], before: Callable[[], None]) -> tuple[Outcome, float]:
            outcomes = []
            for _ in range(RUNS):
                web.forget()
                before()
                outcomes.append(tool())
            return outcomes[-1], statistics.median(outcome.seconds for outcome in outcomes)

        record = folder / "content/liens.json"
        rows: dict[str, tuple[Outcome, float]] = {}
        rows["Trousse, première vérification"] = measure(
            lambda: trousse(program, folder), lambda: record.unlink(missing_ok=True))
        rows["Trousse, un jour plus tard"] = measure(lambda: trousse(program, folder), lambda: age_record(folder))
        record.unlink()
        for title, settings in LYCHEE.items():
            rows[title] = measure(lambda: lychee(other, folder, settings), lambda: None)

        print("| |", " | ".join([*COLUMNS, "temps"]), "|")
        print("|---|" + "---|" * (len(COLUMNS) + 1))
        for title, (outcome, seconds) in rows.items():
            score = judge(truth, outcome)
            print(f"| {title} |", " | ".join(str(score.get(column, 0)) for column in COLUMNS), f"| {seconds:.1f} s |")
        for title, (outcome, _) in rows.items():
            missed, alarms = mistakes(truth, outcome)
            print(f"\n{title}")
            print("  manqués :", ", ".join(f"{kind} ({count})" for kind, count in sorted(missed.items())) or "aucun")
            print("  fausses alertes :", ", ".join(f"{kind} ({count})" for kind, count in sorted(alarms.items())) or "aucune")
        for tool in (program, other):
            print(subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout.strip())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
