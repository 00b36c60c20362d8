"""`trousse serve`, as an editor sees it: the page follows its source, shows what is wrong, and keeps its place."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import axe
from site_pages import PROJECT

CHAPTER = "content/guide/benefices.md"


@dataclass(frozen=True)
class Preview:
    """A copy of the real toolbox, with a theme of its own, and the address of its preview."""

    root: Path
    address: str
    process: subprocess.Popen[str]

    def append(self, path: str, text: str) -> None:
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(text)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    shutil.copytree(PROJECT / "themes", tmp_path / "themes")
    command = [PROJECT / ".build/release/trousse", "serve", "--port", "0", "--root", tmp_path, "--lang", "fr"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert address is not None
            yield Preview(tmp_path, address.group(), process)
        finally:
            process.kill()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR")
    tab = context.new_page()
    tab.set_default_timeout(10_000)
    yield tab
    context.close()


def test_a_page_follows_its_source_through_an_error(preview: Preview, tab: Page) -> None:
    tab.goto(preview.address + "guide/benefices.html")
    good = (preview.root / CHAPTER).read_text(encoding="utf-8")
    preview.append(CHAPTER, "\nUne phrase de plus.\n")
    expect(tab.locator("main")).to_contain_text("Une phrase de plus.")

    preview.append(CHAPTER, "\n[Vu](nulle-part.md) <b>\n")
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("La construction a échoué")
    expect(alert).to_contain_text("nulle-part.md")
    expect(tab.locator("main")).to_contain_text("Une phrase de plus.")
    tab.reload()
    expect(alert).to_contain_text("nulle-part.md")
    alert.get_by_role("button", name="Masquer les erreurs").click()
    expect(alert).to_have_count(0)

    saved = preview.root / "content/guide/.benefices.md.new"
    saved.write_text(good + "\nTout est bien.\n", encoding="utf-8")
    saved.rename(preview.root / CHAPTER)
    expect(tab.locator("main")).to_contain_text("Tout est bien.")
    expect(alert).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_errors_over_a_page_are_accessible(preview: Preview, tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 640})
    tab.goto(preview.address + "guide/benefices.html")
    preview.append(CHAPTER, "\n[Vu](nulle-part.md) <b>\n" + "\n[Vu](" + "tres-" * 60 + "long.md)\n" * 9)
    expect(tab.get_by_role("alert")).to_be_visible()
    tab.evaluate(axe.AXE)
    assert tab.evaluate(axe.RUN)["violations"] == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_error_shown_is_gone_once_it_is_mended_even_where_the_page_is_the_same(preview: Preview, tab: Page) -> None:
    tab.goto(preview.address + "index.html")
    good = (preview.root / CHAPTER).read_text(encoding="utf-8")
    preview.append(CHAPTER, "\n[Vu](nulle-part.md)\n")
    expect(tab.get_by_role("alert")).to_be_visible()
    (preview.root / CHAPTER).write_text(good, encoding="utf-8")
    expect(tab.get_by_role("alert")).to_have_count(0)


def test_a_style_sheet_is_replaced_without_a_reload(preview: Preview, tab: Page) -> None:
    tab.goto(preview.address + "guide/benefices.html")
    tab.evaluate("window.kept = 'oui'")
    preview.append("themes/default/assets/style.css", "\nh1 { letter-spacing: 7px; }\n")
    expect(tab.locator("h1")).to_have_css("letter-spacing", "7px")
    assert tab.evaluate("window.kept") == "oui"
    assert tab.locator("link[rel=stylesheet]").count() == 1


def test_a_missing_page_looks_like_the_site(preview: Preview, tab: Page) -> None:
    answer = tab.goto(preview.address + "guide/nulle/part")
    assert answer is not None and answer.status == 404
    tab.get_by_role("link", name="Revenir à l’accueil").click()
    expect(tab).to_have_url(preview.address + "index.html")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_at_once_while_a_page_listens(preview: Preview, tab: Page, number: signal.Signals) -> None:
    tab.goto(preview.address)
    preview.process.send_signal(number)
    assert preview.process.wait(timeout=2) == 130


def test_another_preview_on_its_port_says_which_is_free(preview: Preview) -> None:
    port = preview.address.rstrip("/").rpartition(":")[2]
    command = [PROJECT / ".build/release/trousse", "serve", "--port", port, "--root", preview.root, "--lang", "fr"]
    outcome = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert outcome.returncode == 3
    assert f"le port {port} est déjà pris" in outcome.stderr
    assert re.search(r"trousse serve --port \d+", outcome.stderr)
