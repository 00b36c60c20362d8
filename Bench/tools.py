"""Both tools, run as their users run them; what each says, as places and what it makes of them."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from web import HOSTS

#: How long a request may take, for both tools.
REQUEST_SECONDS = 2
#: How long a run may take at most.
PATIENCE = 300


class Said(Enum):
    ERROR = "erreur"
    DOUBT = "à vérifier"
    MOVED = "à mettre à jour"


@dataclass
class Outcome:
    """What a tool said, by file and line, and how long it took."""

    seconds: float = 0
    said: dict[tuple[str, int], Said] = field(default_factory=dict)

    def add(self, file: str, line: int | None, said: Said) -> None:
        key = (file, line or 0)
        # An error weighs more than a doubt.
        if self.said.get(key) is not Said.ERROR:
            self.said[key] = said


def run(command: list[str], folder: Path) -> tuple[str, float]:
    start = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE)
    seconds = time.monotonic() - start
    if not done.stdout.strip():
        raise RuntimeError(f"{command[0]}: {done.returncode}\n{done.stderr}")
    return done.stdout, seconds


def trousse(program: Path, folder: Path) -> Outcome:
    """`trousse check --external`, nothing trusted from earlier checks."""
    hosts = [word for host in HOSTS for word in ("--allow-host", host)]
    command = [str(program), "check", "--external", "--format", "json", "--max-age", "0", "--request-timeout",
               f"{REQUEST_SECONDS}s", *hosts]
    text, seconds = run(command, folder)
    outcome = Outcome(seconds)
    kinds = {"moved-link": Said.MOVED, "uncertain-link": Said.DOUBT}
    for finding in json.loads(text):
        said = kinds.get(finding["id"], Said.ERROR if finding["severity"] != "note" else None)
        if said is None:
            continue
        for place in [finding, *finding.get("related", [])]:
            outcome.add(place["file"], place["line"], said)
    return outcome


def age_record(folder: Path) -> None:
    """Makes the failures of the last check a day older: the next one confirms them."""
    record = folder / "content/liens.json"
    entries = json.loads(record.read_text())
    for entry in entries["links"]:
        if "firstFailure" in entry:
            entry["firstFailure"] = "2020-01-01T00:00:00Z"
    record.write_text(json.dumps(entries))


#: The settings of lychee: as it comes, and as its documentation advises for such a folder, where a robot's refusal is no
#: proof and where a folder is a page only with its `index.md`.
LYCHEE = {
    "lychee, réglages d’origine": [],
    "lychee, au mieux": [
        "--include-fragments=full", "--index-files", "index.md", "--accept", "200..=299,401,403,429",
        "--accept-timeouts", "--max-retries", "3", "--verbose"],
}
PERMANENT = {301, 308}


def lychee(program: Path, folder: Path, settings: list[str]) -> Outcome:
    command = [str(program), "--no-progress", "--format", "json", "--timeout", str(REQUEST_SECONDS),
               "--retry-wait-time", "1", "--root-dir", str(folder.resolve() / "content"), *settings, "content"]
    text, seconds = run(command, folder)
    outcome = Outcome(seconds)
    report = json.loads(text)
    for file, line, entry in entries(report, "error_map"):
        outcome.add(file, line, Said.ERROR)
    # Told to accept time-outs, it still counts them, apart from the errors: a doubt.
    for file, line, entry in entries(report, "timeout_map"):
        outcome.add(file, line, Said.DOUBT if "--accept-timeouts" in settings else Said.ERROR)
    # It names no verdict for a page that moved, but gives the status of each hop, from which a reader can tell.
    for file, line, entry in entries(report, "success_map"):
        hops = entry.get("redirects", {}).get("redirects", [])
        if hops and hops[0].get("code") in PERMANENT:
            outcome.add(file, line, Said.MOVED)
    return outcome


def entries(report: dict, name: str) -> Iterator[tuple[str, int | None, dict]]:
    """What one part of the report of lychee says: file, line, and the rest."""
    for file, found in report.get(name, {}).items():
        for entry in found:
            yield file, (entry.get("span") or {}).get("line"), entry
