"""Trousse and lychee on one seeded set of links: what each finds, misses and cries wolf at, and how long it takes.

    compare.py TROUSSE LYCHEE
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from toolbox import Placed, Truth, generate
from tools import LYCHEE, Outcome, Said, age_record, lychee, trousse
from web import Web

RUNS = 5


#: What a tool may say of a link, the gravest first: a link over several lines has what is said of any of them.
GRAVITY = [Said.ERROR, Said.DOUBT, Said.MOVED]


def verdict(one: Placed, outcome: Outcome) -> Said | None:
    """What a tool said of a link; nothing is: it is fine."""
    said = {outcome.said.get(place) for place in one.places}
    return next((each for each in GRAVITY if each in said), None)


def column(one: Placed, said: Said | None) -> str | None:
    """Where a link counts in the table, if anywhere."""
    match one.link.truth, said:
        case Truth.BROKEN, Said.ERROR: return "trouvés"
        case Truth.BROKEN, Said.DOUBT: return "signalés comme douteux"
        case Truth.BROKEN, _: return "manqués"
        # An error on a doubtful link is a smaller mistake than an error on a link that works, so it has its own column.
        case Truth.UNCERTAIN, Said.ERROR: return "douteux dits morts"
        case _, Said.ERROR: return "fausses alertes"
        case Truth.UNCERTAIN, Said.DOUBT: return "douteux dits"
        case _, Said.DOUBT: return "doutes inutiles"
        case Truth.MOVED, Said.MOVED: return "déplacés dits"
    return None


COLUMNS = ["trouvés", "signalés comme douteux", "manqués", "fausses alertes", "alertes hors des liens", "douteux dits",
           "douteux dits morts", "doutes inutiles", "déplacés dits"]


def judge(truth: list[Placed], outcome: Outcome) -> Counter[str]:
    """The score of one run."""
    score = Counter(filter(None, (column(one, verdict(one, outcome)) for one in truth)))
    places = {place for one in truth for place in one.places}
    score["alertes hors des liens"] = sum(
        said is Said.ERROR and place not in places for place, said in outcome.said.items())
    return score


def table(heads: list[str], rows: Iterable[list[object]]) -> None:
    """Prints a table in Markdown."""
    for row in (heads, ["---"] * len(heads), *rows):
        print("|", " | ".join(map(str, row)), "|")


def by_kind(truth: list[Placed], outcomes: dict[str, Outcome]) -> Iterator[list[object]]:
    """A row for each kind of link: how many there are, what they are, what each tool said of them."""
    for kind, group in groupby(sorted(truth, key=lambda one: (one.link.truth.value, one.link.kind)),
                               key=lambda one: (one.link.truth.value, one.link.kind)):
        links = list(group)
        row: list[object] = [kind[1], kind[0], len(links)]
        for outcome in outcomes.values():
            said = Counter(each.value if (each := verdict(one, outcome)) else "rien" for one in links)
            row.append(", ".join(word if count == len(links) else f"{count} {word}" for word, count in sorted(said.items())))
        yield row


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

        table(["", *COLUMNS, "temps"], (
            [title, *(judge(truth, outcome)[name] for name in COLUMNS), f"{seconds:.1f} s"]
            for title, (outcome, seconds) in rows.items()))
        print()
        outcomes = {title: outcome for title, (outcome, _) in rows.items()}
        table(["Liens", "vérité", "nombre", *outcomes], by_kind(truth, outcomes))
        for tool in (program, other):
            print(subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout.strip())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
