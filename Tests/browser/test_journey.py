"""The whole path of a reader who uses only the keyboard: home, choice, edition, factor, resource, search, print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from site_pages import Site
from web_server import served

# More stops than any page has before the wanted link.
STOPS = 150


@pytest.fixture(scope="module", params=["file", "http"])
def base(request: pytest.FixtureRequest, site: Site) -> Iterator[str]:
    """The address of the site, from a disk and from a server."""
    if request.param == "file":
        yield site.root.as_uri() + "/"
    else:
        with served(site.root) as address:
            yield address


def opened(browser: Browser, address: str, *, script: bool) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=script, locale="fr-FR")
    tab = context.new_page()
    tab.set_default_timeout(10_000)
    tab.goto(address)
    yield tab
    context.close()


@pytest.fixture
def tab(browser: Browser, base: str) -> Iterator[Page]:
    yield from opened(browser, base + "index.html", script=True)


@pytest.fixture
def scriptless_tab(browser: Browser, base: str) -> Iterator[Page]:
    yield from opened(browser, base + "index.html", script=False)


def reach(tab: Page, name: str, within: str = "body") -> None:
    """Presses Tab until the link of that name has the focus, which must then be visible."""
    wanted = tab.locator(within).get_by_role("link", name=name, exact=True).first
    for _ in range(STOPS):
        tab.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            expect(wanted).to_be_in_viewport()
            assert wanted.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
            return
    raise AssertionError(f"no link “{name}” within {STOPS} stops of {tab.url}")


def follow(tab: Page, name: str, leads_to: str, within: str = "body") -> None:
    reach(tab, name, within)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/" + leads_to)


CHOICE = "En binôme avec un référent de la collectivité"
RESOURCE = "La Fresque du numérique"
RESOURCE_ANCHOR = "fresque-du-numerique"


def to_a_resource(tab: Page) -> None:
    """From the home page to a resource, through a choice, its edition and a factor."""
    follow(tab, CHOICE, "binome/index.html", within="main")
    follow(tab, "Les facteurs de succès", "binome/index.html#_partie-facteurs")
    expect(tab.get_by_role("heading", name="Les facteurs de succès")).to_be_in_viewport()
    follow(tab, RESOURCE, "ressources/index.html#" + RESOURCE_ANCHOR, within=".helps-list")
    expect(tab.locator(":target")).to_be_in_viewport()


def test_the_whole_way_with_the_keyboard_alone(tab: Page) -> None:
    to_a_resource(tab)
    tab.keyboard.press("/")
    tab.keyboard.type("charge")
    expect(tab.locator("#resultats a").first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/guide/charge.html**")
    follow(tab, "Version à imprimer", "guide/imprimer.html")
    expect(tab.locator("main.print-page h1")).to_be_visible()


def test_an_edition_is_printed_from_any_of_its_pages(tab: Page) -> None:
    follow(tab, CHOICE, "binome/index.html", within="main")
    follow(tab, "Version à imprimer", "binome/imprimer.html")


def test_the_whole_way_without_a_script(scriptless_tab: Page) -> None:
    to_a_resource(scriptless_tab)
    follow(scriptless_tab, "Guide", "guide/index.html", within="header")
    follow(scriptless_tab, "Version à imprimer", "guide/imprimer.html")


def test_every_stop_can_be_seen(tab: Page) -> None:
    """The focused element is in the window and has an outline, from the first stop of the home page to the last."""
    for _ in range(STOPS):
        tab.keyboard.press("Tab")
        focused = tab.locator("*:focus")
        if focused.count() == 0:
            return
        expect(focused).to_be_in_viewport()
    raise AssertionError("the focus never leaves the page")
