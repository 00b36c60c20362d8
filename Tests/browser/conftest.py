"""One site and one browser for the whole session. TROUSSE_SITE names the site's folder, CHROMIUM another browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from reader import NARROW, Reader
from site_pages import Site


SITE = pytest.StashKey[Site]()


def pytest_configure(config: pytest.Config) -> None:
    try:
        config.stash[SITE] = Site.from_environment()
    except ValueError as refusal:
        raise pytest.UsageError(str(refusal)) from None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `page` runs once for each page of the site."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", metafunc.config.stash[SITE].pages)


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Site:
    return pytestconfig.stash[SITE]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, never a downloaded one."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if executable is None:
        raise pytest.UsageError("No Chromium: install Debian's package chromium, or name one in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, site: Site) -> Iterator[Reader]:
    """Reads on a wide screen."""
    reader = Reader(browser, site)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def narrow_reader(browser: Browser, site: Site) -> Iterator[Reader]:
    """Reads at 320 px, the width that RGAA 10.11 requires."""
    reader = Reader(browser, site, viewport=NARROW)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def scriptless_reader(browser: Browser, site: Site) -> Iterator[Reader]:
    """Reads with JavaScript disabled."""
    reader = Reader(browser, site, script=False)
    yield reader
    reader.close()
