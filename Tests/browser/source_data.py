"""The data of the content: pages may show these figures, and no others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from site_pages import PROJECT

CONTENT = PROJECT / "content"

#: The numbers of authorities for which tables give the workload.
AUTHORITIES = (1, 2, 3, 4, 5)


def front_matter(file: Path) -> dict[str, str]:
    """Every value as it is written: `4:30` and `oui` stay text."""
    return yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)


@dataclass(frozen=True)
class Workload:
    """An accompaniment type: its hours and its weekly rhythm, which may be multiplied, never divided."""

    totals: frozenset[float]
    weekly_hours: frozenset[float]
    weekly_days: frozenset[float]
    weeks: frozenset[float]

    @classmethod
    def of(cls, name: str) -> Workload:
        data = front_matter(CONTENT / "accompagnements" / f"{name}.md")
        assert data["heures"].startswith("environ "), "the guide gives rough totals"
        total = number(data["heures"].removeprefix("environ "))
        amount, unit = data["par-semaine"].split()
        weekly = frozenset(number(amount) * many for many in AUTHORITIES)
        is_in_hours = unit.startswith("heure")
        return cls(
            totals=frozenset(total * many for many in AUTHORITIES),
            weekly_hours=weekly if is_in_hours else frozenset(),
            weekly_days=frozenset() if is_in_hours else weekly,
            weeks=frozenset({number(data["semaines"])}),
        )

    def __or__(self, other: Workload) -> Workload:
        return Workload(
            self.totals | other.totals, self.weekly_hours | other.weekly_hours, self.weekly_days | other.weekly_days,
            self.weeks | other.weeks)


def number(written: str) -> float:
    """A number in French notation."""
    return float(written.replace("\u00a0", "").replace("\u202f", "").replace(",", "."))


def durations() -> set[str]:
    """The durations of resources, as pages show them: `4 h 30`."""
    files = (CONTENT / "ressources").glob("*.md")
    return {data["duree"].replace(" ", "\u00a0") for data in map(front_matter, files) if "duree" in data}
