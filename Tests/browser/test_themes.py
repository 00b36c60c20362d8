"""Another theme, and a publisher's own colours and logo, are as readable as the default: axe-core and the width of 320 px."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import axe
from reader import NARROW, Reader
from site_pages import PROJECT, Site

PAGES = ["index.html", "binome/charge.html", "ressources/index.html"]
LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")

#: The lines that a publisher adds to site.yml. One colour for light screens: Trousse derives the dark one.
OWN_LOOK = """
couleurs:
  accent: "#6a4c00"
  second: "#4b3a9b"
logo: {fichier: fichiers/logo.svg, alternative: Syndicat du Val}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 40 60 0l60 40z"/></svg>'


def built(folder: Path, theme: str, look: str) -> Site:
    """The real toolbox, in a copy with another look."""
    shutil.copytree(PROJECT / "content", folder / "content")
    (folder / "content/fichiers").mkdir(exist_ok=True)
    (folder / "content/fichiers/logo.svg").write_text(LOGO, encoding="utf-8")
    with (folder / "content/site.yml").open("a", encoding="utf-8") as site_file:
        site_file.write(look)
    command = [PROJECT / ".build/release/trousse", "build", "--quiet", "--root", folder, "--theme", theme]
    outcome = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return Site(folder / "output")


@pytest.fixture(scope="module", params=[("carnet", ""), ("default", OWN_LOOK), ("carnet", OWN_LOOK)])
def look(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("look"), *request.param)


@pytest.fixture(scope="module")
def look_reader(browser: Browser, look: Site) -> Iterator[Reader]:
    reader = Reader(browser, look, viewport=NARROW)
    yield reader
    reader.close()


@pytest.mark.parametrize("shown", PAGES)
def test_another_look_is_accessible(look_reader: Reader, shown: str) -> None:
    faults = axe.faults(look_reader, shown)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("shown", PAGES)
def test_another_look_fits_narrow_screens(browser: Browser, look: Site, shown: str) -> None:
    reader = Reader(browser, look, viewport=NARROW)
    beyond = reader.open(shown).evaluate(LAYOUT)
    reader.close()
    assert not beyond, "\n".join(beyond)


def test_the_logo_is_shown_where_there_is_one(look_reader: Reader, look: Site) -> None:
    logos = look_reader.open("binome/charge.html").locator(".brand img")
    if OWN_LOOK not in (look.root.parent / "content/site.yml").read_text("utf-8"):
        assert logos.count() == 0
        return
    assert logos.evaluate_all("images => images.map((one) => one.complete && one.naturalWidth > 0)") == [True]
    assert logos.get_attribute("alt") == "Syndicat du Val"
