"""`trousse audit` reports the same numbers of elements and requests as Chromium."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from site_pages import PROJECT, Site

# EcoIndex does not count the elements inside a drawing.
ELEMENTS = "document.querySelectorAll('*').length - document.querySelectorAll('svg *').length"


@dataclass(frozen=True)
class Cost:
    elements: int
    requests: int


@pytest.fixture(scope="module")
def audited() -> dict[str, Cost]:
    """The pages of the real toolbox, as the program measures them."""
    command = [PROJECT / ".build/release/trousse", "audit", "--no-record", "--root", PROJECT, "--format", "json"]
    outcome = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return {page["path"]: Cost(page["elements"], page["requests"]) for page in json.loads(outcome.stdout)["pages"]}


def measured(browser: Browser, site: Site, page: str) -> Cost:
    """The cost of a page in a new browser context, with nothing in the cache."""
    context = browser.new_context()
    tab = context.new_page()
    requests: set[str] = set()
    tab.on("request", lambda request: request.url.startswith("data:") or requests.add(request.url))
    tab.goto(site.address(page), wait_until="load")
    cost = Cost(tab.evaluate(ELEMENTS), len(requests))
    context.close()
    return cost


def test_every_page_is_audited(audited: dict[str, Cost], site: Site) -> None:
    assert sorted(audited) == site.pages


# Tables, lists, figures, drawings, footnotes and everything at once.
@pytest.mark.parametrize(
    "of_page",
    ["index.html", "guide/charge.html", "guide/imprimer.html", "accompagnements/index.html", "glossaire.html", "404.html"],
)
def test_the_audit_agrees_with_chromium(audited: dict[str, Cost], browser: Browser, site: Site, of_page: str) -> None:
    assert audited[of_page] == measured(browser, site, of_page)
