"""Opens the pages of a site from the disk in a browser, and records console messages, errors and failed requests."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Request, Route, ViewportSize

import facts
from facts import Facts
from site_pages import Site

WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=640)

# A site needs only its own files: any other request is recorded and refused.
ELSEWHERE = re.compile(r"^(?!file:|data:|blob:)")

# Resolves once the page is painted, so that the messages of its start script have arrived; never without scripts.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


class Reader:
    """One browser tab, used for page after page."""

    def __init__(self, browser: Browser, site: Site, *, viewport: ViewportSize = WIDE, script: bool = True) -> None:
        self.site = site
        self._runs_scripts = script
        self._noise: list[str] = []
        self._facts: dict[str, Facts] = {}
        self._context = browser.new_context(viewport=viewport, java_script_enabled=script, locale="fr-FR")
        self._context.route(ELSEWHERE, self._refuse)
        self._page = self._context.new_page()
        self._page.on("console", lambda message: self._noise.append(f"console {message.type}: {message.text}"))
        self._page.on("pageerror", lambda error: self._noise.append(f"page error: {error}"))
        self._page.on("requestfailed", self._note_failure)
        self._page.set_default_timeout(10_000)

    def open(self, page: str) -> Page:
        """The tab, after loading the page again."""
        self._page.goto("about:blank")
        self._noise.clear()
        self._page.goto(self.site.address(page), wait_until="load")
        if self._runs_scripts:
            self._page.evaluate(SETTLED)
        return self._page

    def facts(self, page: str) -> Facts:
        """The facts about the page; each page is opened once."""
        if page not in self._facts:
            answer = self.open(page).evaluate(facts.SCRIPT)
            self._facts[page] = Facts.of(answer, list(self._noise))
        return self._facts[page]

    def main_text(self, page: str) -> str:
        """The visible text of `main`."""
        return "\n".join(self.facts(page).main_texts)

    def close(self) -> None:
        self._context.close()

    def _refuse(self, route: Route) -> None:
        self._noise.append(f"asks another host: {route.request.url}")
        route.abort()

    def _note_failure(self, request: Request) -> None:
        if not ELSEWHERE.match(request.url):
            self._noise.append(f"failed request: {request.url} ({request.failure})")
