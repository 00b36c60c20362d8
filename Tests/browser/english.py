"""Two sites in English, built from Tests/toolboxes/english: one with every feature, one of a publisher who gave little."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml

from site_pages import PROJECT, Site

TOOLBOX = PROJECT / "Tests" / "toolboxes" / "english"
PROGRAM = PROJECT / ".build" / "release" / "trousse"

#: The address whose link is dead in the second site.
DEAD = "https://www.example.org/repair"


@dataclass(frozen=True)
class Built:
    """A site, and the findings of the build above notes."""

    site: Site
    findings: list[dict]


def complete(folder: Path) -> Built:
    """The toolbox as it is, with a record of the cost of its pages. A warning stops the build."""
    shutil.copytree(TOOLBOX, folder, dirs_exist_ok=True)
    _run("audit", "--root", folder)
    return built(folder, "--strict")


def unfinished(folder: Path) -> Built:
    """The toolbox without what a publisher may not know yet: pages say what is missing."""
    shutil.copytree(TOOLBOX, folder, dirs_exist_ok=True)
    content = folder / "content"
    site = yaml.load((content / "site.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for key in ("editeur", "libelles", "licence", "url"):
        site.pop(key, None)
    site["vocabulaires"]["cote"]["town"] = site["vocabulaires"]["cote"]["town"]["libelle"]
    _write_yaml(content / "site.yml", site)
    (content / "declarations" / "accessibilite.yml").unlink()
    _write_yaml(content / "declarations" / "ecoconception.yml", {"criteres": {"respectes": {"4.1": "Nothing plays."}}})
    (content / "accueil.md").write_text("---\ntitre: Home\nvoix: h-barlow\n---\n", encoding="utf-8")
    testimonial = content / "rex" / "h-barlow.md"
    lines = testimonial.read_text(encoding="utf-8").splitlines(keepends=True)
    testimonial.write_text("".join(line for line in lines if not line.startswith("vague:")), encoding="utf-8")
    for section in ("guide", "rex", "etapes", "facteurs", "ressources", "accompagnements"):
        (content / section / "index.md").unlink()
    _write_record(content / "liens.json")
    return built(folder)


def built(folder: Path, *options: str) -> Built:
    findings = json.loads(_run("build", "--root", folder, "--quiet", "--format", "json", *options))
    return Built(Site(folder / "output"), [one for one in findings if one.get("severity") in ("warning", "error")])


def _run(command: str, *options: str | Path) -> str:
    outcome = subprocess.run(
        [PROGRAM, command, "--lang", "en", *options], capture_output=True, text=True, encoding="utf-8", timeout=60,
        check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def _write_yaml(file: Path, data: dict) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _write_record(file: Path) -> None:
    """A record of links with a dead one."""
    link = {
        "address": DEAD, "verdict": "broken", "reason": "not-found", "since": "2026-11-01T08:00:00Z",
        "lastChecked": "2026-11-03T08:00:00Z", "failures": 2, "firstFailure": "2026-11-01T08:00:00Z"}
    file.write_text(json.dumps({"version": 1, "links": [link]}), encoding="utf-8")
