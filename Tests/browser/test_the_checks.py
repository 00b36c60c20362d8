"""The checks can fail: on a small site that is broken on purpose, they report each fault and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import links
from reader import Reader
from site_pages import Site

INDEX = """<!doctype html><html lang="fr"><title>Cassé</title>
<link rel="stylesheet" href="absente.css">
<main id="contenu"><h1>Cassé</h1>
<p><a href="autre%20page.html#bien-l%C3%A0">juste</a> <a href="#contenu">juste</a>
<a href="https://exemple.fr/a?b#c">juste</a>
<a href="disparue.html">1</a> <a href="autre%20page.html#ici">2</a> <a href="#">3</a> <a href="../ailleurs.html">4</a>
<a href="https://exemple">5</a> <a href="javascript:void(0)">6</a> <a href="dossier/">7</a> <a href="">8</a></p>
<img src="absente.png" alt=""><img src="https://exemple.fr/loin.png" alt="">
</main><script>console.warn("bavarde"); absente()</script></html>"""

OTHER = """<!doctype html><html lang="fr"><title>Autre</title>
<main><h1>Autre</h1><p id="bien-là">Là.</p></main></html>"""


@pytest.fixture(scope="module")
def broken(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("broken")
    site = folder / "site"
    (site / "dossier").mkdir(parents=True)
    (folder / "ailleurs.html").write_text(OTHER, encoding="utf-8")
    for name, text in {"index.html": INDEX, "autre page.html": OTHER, "perdue.html": OTHER}.items():
        (site / name).write_text(text, encoding="utf-8")
    reader = Reader(browser, Site(site))
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("disparue.html", "no file “disparue.html”"),
        ("autre%20page.html#ici", "no place “ici” in “autre page.html”"),
        ("#", "names no place"),
        ("../ailleurs.html", "leaves the site"),
        ("https://exemple", "not a well-formed external address"),
        ("javascript:void(0)", "leads nowhere"),
        ("dossier/", "no file “dossier”"),
        ("", "is empty"),
        ("absente.css", "no file “absente.css”"),
        ("absente.png", "no file “absente.png”"),
        ("https://exemple.fr/loin.png", "loaded from another host"),
    ],
)
def test_a_broken_address_is_reported(broken: Reader, address: str, wrong: str) -> None:
    found = [fault for fault in links.faults(broken, "index.html") if f' "{address}">: ' in fault]
    assert len(found) == 1 and wrong in found[0], found


def test_nothing_else_is_reported(broken: Reader) -> None:
    assert len(links.faults(broken, "index.html")) == 11
    assert links.faults(broken, "autre page.html") == []


@pytest.mark.parametrize(
    "noise",
    [
        "console warning: bavarde",
        "page error: absente is not defined",
        "failed request: file:///",
        "absente.css",
        "absente.png",
        "asks another host: https://exemple.fr/loin.png",
    ],
)
def test_noise_is_reported(broken: Reader, noise: str) -> None:
    heard = broken.facts("index.html").noise
    assert any(noise in one for one in heard), heard


def test_a_silent_page_is_silent(broken: Reader) -> None:
    assert broken.facts("autre page.html").noise == []


def test_an_orphan_is_reported(broken: Reader) -> None:
    assert links.unreachable(broken, "index.html") == ["perdue.html"]
