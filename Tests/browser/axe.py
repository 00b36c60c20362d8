"""The faults that axe-core finds on a page in each reading setting: WCAG 2.1 A and AA, and best practices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

from reader import Reader

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")

# Only failed rules are returned in full: the lists of passed ones are long.
RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return { violations: found.violations, passed: found.passes.map((rule) => rule.id) };
}"""


@dataclass(frozen=True)
class Setting:
    """A setting in which a page is read."""

    scheme: Literal["light", "dark"]
    width: int

    def __str__(self) -> str:
        return f"{self.scheme}, {self.width} px"


SETTINGS = [Setting(scheme, width) for scheme in ("light", "dark") for width in (320, 1440)]

# The rules that must have run for an empty result to count.
INDISPENSABLE = {"color-contrast", "document-title", "html-has-lang", "landmark-one-main", "region"}


def faults(reader: Reader, page: str, *, settings: Sequence[Setting] = SETTINGS) -> list[str]:
    """Each fault with its page, setting, rule and elements. The page is opened once for all settings."""
    tab = reader.open(page)
    tab.evaluate(AXE)
    return [fault for setting in settings for fault in _faults(tab, page, setting)]


def _faults(tab: Page, page: str, setting: Setting) -> list[str]:
    tab.emulate_media(color_scheme=setting.scheme)
    tab.set_viewport_size(ViewportSize(width=setting.width, height=900))
    answer = tab.evaluate(RUN)
    failed = [_described(page, setting, violation) for violation in answer["violations"]]
    silent = INDISPENSABLE - set(answer["passed"]) - {violation["id"] for violation in answer["violations"]}
    return failed + [f"{page} ({setting}): axe-core did not judge {rule}" for rule in sorted(silent)]


def _described(page: str, setting: Setting, violation: dict[str, Any]) -> str:
    nodes = "".join(
        f"\n  {' '.join(map(str, node['target']))}: {node['html']}\n    {node.get('failureSummary', '')}"
        for node in violation["nodes"]
    )
    return f"{page} ({setting}): {violation['id']}, {violation['help']}{nodes}"
