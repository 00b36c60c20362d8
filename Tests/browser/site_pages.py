"""The site under test, on the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Site:
    """A folder that holds a site. Pages are named by their path in it: `guide/index.html`."""

    root: Path

    @classmethod
    def from_environment(cls) -> Site:
        """The site that TROUSSE_SITE names; raises a clear error if there is none."""
        named = os.environ.get("TROUSSE_SITE", "")
        if not named:
            raise ValueError("TROUSSE_SITE must name the folder of a built site; `make test` sets it.")
        site = cls(Path(named).resolve())
        if not site.has("index.html"):
            raise ValueError(f"TROUSSE_SITE: there is no index.html in {site.root}")
        return site

    @property
    def pages(self) -> list[str]:
        """Every page, sorted; hidden folders hold Trousse's own records and no page."""
        found = (path.relative_to(self.root) for path in self.root.rglob("*.html"))
        return sorted(page.as_posix() for page in found if not any(part.startswith(".") for part in page.parts))

    def pages_under(self, folder: str) -> list[str]:
        return [page for page in self.pages if page.startswith(folder + "/")]

    def has(self, page: str) -> bool:
        return (self.root / page).is_file()

    def address(self, page: str) -> str:
        """The page's file: address."""
        return (self.root / page).as_uri()

    def name(self, path: Path) -> str | None:
        """The name in the site of a file on the disk, or None where it lies outside."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else None


def site_title() -> str:
    """The title in content/site.yml, with which the title of every page ends."""
    for line in (PROJECT / "content" / "site.yml").read_text(encoding="utf-8").splitlines():
        if line.startswith("titre:"):
            return line.removeprefix("titre:").strip().strip("\"'")
    raise ValueError("content/site.yml has no line `titre:`")
