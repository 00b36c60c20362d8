"""`trousse pdf` makes documents that screen readers can read and people can navigate, and removes temporary files."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from pypdf.generic import Destination

from site_pages import PROJECT, Site, site_title

PROGRAM = PROJECT / ".build/release/trousse"
EDITIONS = {"guide": "Guide complet", "binome": "En binôme", "referent": "Comme référent"}


def command(folder: Path, *options: str) -> list[str | Path]:
    return [PROGRAM, "pdf", "--root", PROJECT, "--output", folder, *options]


def flat(text: str) -> str:
    """The text without spaces and line breaks: lines may break anywhere on paper."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real toolbox, printed."""
    folder = tmp_path_factory.mktemp("pdf")
    outcome = subprocess.run(command(folder), capture_output=True, text=True, timeout=300, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return folder


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def document(folder: Path, edition: str) -> PdfReader:
    (path,) = folder.glob(f"*-{edition}.pdf")
    return PdfReader(path)


@pytest.fixture
def print_page(browser: Browser, site: Site, edition: str) -> Iterator[Page]:
    """The page from which the document was made, in print media."""
    context = browser.new_context()
    tab = context.new_page()
    tab.emulate_media(media="print")
    tab.goto(site.address(f"{edition}/imprimer.html"))
    yield tab
    context.close()


def outline(entries: list[Destination | list]) -> list[str]:
    """The titles of an outline, at all depths, in order."""
    titles: list[str] = []
    for entry in entries:
        titles += outline(entry) if isinstance(entry, list) else [str(entry.title)]
    return titles


def test_one_document_for_each_edition_and_nothing_else(folder: Path) -> None:
    assert sorted(path.stem.rsplit("-", 1)[1] for path in folder.iterdir()) == sorted(EDITIONS)


def test_the_document_is_tagged_and_says_its_language_and_title(document: PdfReader, edition: str) -> None:
    root = document.root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "fr"
    assert document.metadata.title == f"{EDITIONS[edition]} – {site_title()}"
    assert document.metadata.creator.startswith("Trousse/")


def test_the_outline_has_every_heading(document: PdfReader, print_page: Page) -> None:
    headings = print_page.locator("main").locator("h1, h2, h3, h4, h5, h6").all_inner_texts()
    assert len(headings) > 20
    assert [flat(title) for title in outline(document.outline)] == [flat(heading) for heading in headings]


def test_every_paragraph_is_on_paper(document: PdfReader, print_page: Page) -> None:
    # The text of each page but the cover begins with the page number, at any position on paper.
    cover, *pages = [page.extract_text() for page in document.pages]
    printed = flat(cover + "".join(text.partition("\n")[2] for text in pages))
    # On paper, the number of a note follows each link: paragraphs without links are enough.
    paragraphs = print_page.locator("main p:visible:not(:has(a, sup))").all_inner_texts()
    assert len(paragraphs) > 50
    missing = [text for text in paragraphs if flat(text) not in printed]
    assert not missing, "\n".join(missing)


def test_its_length_is_that_of_a_booklet(document: PdfReader) -> None:
    assert 10 < len(document.pages) < 60


def test_pages_are_numbered_but_the_cover(document: PdfReader) -> None:
    first = [page.extract_text().split()[0] for page in document.pages]
    assert not first[0].isdigit()
    assert first[1:] == [str(number) for number in range(2, len(first) + 1)]


def test_its_links_lead_into_it_or_to_other_sites(document: PdfReader, print_page: Page) -> None:
    written: set[str] = set()
    inward = 0
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/A" in link and "/URI" in link["/A"]:
                written.add(link["/A"]["/URI"])
            elif "/Dest" in link:
                inward += 1
    external = print_page.locator("main a[data-note]").evaluate_all("links => links.map(link => link.href)")
    assert written == set(external)
    assert inward > 20


def test_a_tailored_edition_is_shorter_than_the_general_one(folder: Path) -> None:
    lengths = {name: len(PdfReader(next(folder.glob(f"*-{name}.pdf"))).pages) for name in EDITIONS}
    assert max(lengths["binome"], lengths["referent"]) < lengths["guide"]


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A temporary folder for the program. Its path is short, since it is part of the address of Chromium's socket."""
    with tempfile.TemporaryDirectory(prefix="pdf-") as folder:
        yield Path(folder)


def processes_about(folder: Path) -> list[str]:
    """The command lines of the running processes that name the folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(folder) in words:
            found.append(words)
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_leaves_nothing(tmp_path: Path, scratch: Path, number: signal.Signals) -> None:
    target = tmp_path / "target"
    environment = os.environ | {"TMPDIR": str(scratch)}
    process = subprocess.Popen(command(target), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not list(scratch.glob("*/profile/*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(number)
    assert process.wait(timeout=60) == 130
    assert not list(scratch.iterdir())
    assert not list(tmp_path.glob("target/*"))
    assert not processes_about(scratch)


def test_a_browser_without_enough_time_is_ended(tmp_path: Path, scratch: Path) -> None:
    target = tmp_path / "target"
    stopped = tmp_path / "stopped"
    # The real browser, delayed: it starts, but does not print in time.
    stopped.write_text(
        f'#!/bin/sh\nexec "$REAL" --headless --no-sandbox --remote-debugging-port=0 --user-data-dir={scratch}/own about:blank\n'
    )
    stopped.chmod(0o755)
    real = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    outcome = subprocess.run(
        command(target, "--edition", "guide", "--timeout", "2s", "--chromium", str(stopped)),
        env=os.environ | {"TMPDIR": str(scratch), "REAL": real}, capture_output=True, text=True, timeout=60, check=False)
    assert outcome.returncode == 3
    assert "[browser-failed]" in outcome.stderr and "en 2\u00a0s" in outcome.stderr
    assert [path.name for path in scratch.iterdir()] == ["own"]
    assert not processes_about(scratch)
