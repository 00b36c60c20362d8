"""axe-core finds no fault on any page, light or dark, narrow or wide; on a page broken on purpose, it finds faults."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import axe
from reader import Reader
from site_pages import Site

BROKEN = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Cassé</title>
<meta name="viewport" content="width=device-width">
<style>
@media (prefers-color-scheme: dark) { body { background: #000; color: #333; } }
@media (max-width: 400px) { .narrow { color: #eee; background: #fff; } }
</style>
<main><h1>Cassé</h1><p>Un texte.</p><p class="narrow">Étroit.</p><h4>Saut</h4><img src="data:,"></main></html>"""


@pytest.fixture(scope="module")
def axe_reader(browser: Browser, site: Site) -> Iterator[Reader]:
    """A separate tab, since the tests change its settings."""
    reader = Reader(browser, site)
    yield reader
    reader.close()


def test_axe_finds_nothing(axe_reader: Reader, page: str) -> None:
    faults = axe.faults(axe_reader, page)
    assert not faults, "\n".join(faults)


def test_a_broken_page_is_reported(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("inaccessible")
    (folder / "index.html").write_text(BROKEN, encoding="utf-8")
    reader = Reader(browser, Site(folder))
    found = [fault.splitlines()[0].partition(",")[::2] for fault in axe.faults(reader, "index.html")]
    reader.close()
    rules = {(before.removeprefix("index.html ("), rest.split(": ")[1].split(",")[0]) for before, rest in found}
    assert {("light", "image-alt"), ("light", "heading-order"), ("dark", "color-contrast")} <= rules
    contrasts = [(before, rest) for before, rest in found if "color-contrast" in rest]
    assert len(contrasts) == 3, "dark at both widths, light at 320 px only"
