"""A program that is killed at any moment leaves every file whole."""

from __future__ import annotations

import hashlib
import http.server
import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import PROGRAM, run, start, temporary_folder

BUILDS = int(os.environ.get("KILLED_BUILDS", "200"))
REPAIRS = int(os.environ.get("KILLED_REPAIRS", "100"))
PRINTS = int(os.environ.get("KILLED_PRINTS", "50"))

# A browser whose PDF is a copy of the file `document`.
BROWSER = """#!/bin/sh
for word; do case $word in --print-to-pdf=*) cat {folder}/document >"${{word#*=}}" ;; esac; done
"""


def digests(folder: Path) -> dict[Path, str]:
    """The digests of the published files; files with hidden names are not published yet."""
    found = {}
    for file in folder.rglob("*") if folder.is_dir() else []:
        path = file.relative_to(folder)
        if file.is_file() and not any(part.startswith(".") for part in path.parts):
            found[path] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def kill_within(process: subprocess.Popen[bytes], seconds: float, chance: random.Random) -> int:
    """Kills a process at a random moment; returns its status: that of the signal, unless the process had ended."""
    time.sleep(chance.random() * seconds)
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    return process.wait()


def kill_while_writing(process: subprocess.Popen[bytes], folder: Path, chance: random.Random) -> int:
    """Kills a process shortly after it wrote something in a folder: what it writes takes far less time than what it asks."""
    before = os.stat(folder).st_mtime_ns
    while process.poll() is None and os.stat(folder).st_mtime_ns == before:
        pass
    time.sleep(chance.random() * 0.004)
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    return process.wait()


def test_killed_builds_tear_no_file(toolbox: Path):
    chance = random.Random(5)
    chapter = sorted((toolbox / "content/guide").glob("*.md"))[1]
    old = chapter.read_text(encoding="utf-8")
    versions = [old, old.replace("titre: ", "titre: Nouveau ", 1) + "\n\n## Encore\n\nUn mot.\n"]
    clean, seconds = [], 0.0
    for text in versions:
        chapter.write_text(text, encoding="utf-8")
        began = time.monotonic()
        assert run("build", "--root", toolbox, "--output", toolbox / "clean").returncode == 0
        seconds = time.monotonic() - began
        clean.append(digests(toolbox / "clean"))
        shutil.rmtree(toolbox / "clean")
    output = toolbox / "output"
    statuses: Counter[int] = Counter()
    torn = set()
    for number in range(BUILDS):
        chapter.write_text(versions[number % 2], encoding="utf-8")
        if chance.random() < 0.3:
            shutil.rmtree(output, ignore_errors=True)
        statuses[kill_within(start("build", "--root", toolbox), seconds, chance)] += 1
        torn |= {(path, digest) for path, digest in digests(output).items() if all(v.get(path) != digest for v in clean)}
    print(statuses)
    assert torn == set()
    assert set(statuses) <= {0, -signal.SIGKILL} and statuses[-signal.SIGKILL] > BUILDS // 2
    assert run("build", "--root", toolbox).returncode == 0
    assert digests(output) == clean[(BUILDS - 1) % 2]
    hidden = [file for file in output.rglob(".*") if file.name != ".trousse"]
    records = {file.name for file in (output / ".trousse").iterdir()}
    assert hidden == [] and not records & {"journal.json", "lock.json"}


class Moving(http.server.BaseHTTPRequestHandler):
    """Redirects each old address permanently to a new one."""

    protocol_version = "HTTP/1.1"
    page = ("<!doctype html><title>P</title><h1>Une page</h1><p>" + "Un texte d’une bonne longueur. " * 20).encode()

    def do_GET(self) -> None:
        if self.path.startswith("/ancien"):
            self.answer(301, b"", ("Location", self.path.replace("ancien", "nouveau")))
        else:
            self.answer(200, self.page, ("Content-Type", "text/html; charset=utf-8"))

    do_HEAD = do_GET

    def answer(self, status: int, body: bytes, header: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header(*header)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Reports no error for clients that were killed."""


@contextmanager
def moving_site() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Moving)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def chapters(site: str, word: str) -> dict[str, str]:
    links = {number: "".join(f"[page {n}]({site}/{word}/{number}/{n}).\n\n" for n in range(10)) for number in range(1, 13)}
    return {f"c{number:02}.md": f"---\ntitre: C{number}\nordre: {number}\n---\n\n{text}" for number, text in links.items()}


def test_killed_repairs_tear_no_file():
    chance = random.Random(6)
    statuses: Counter[int] = Counter()
    repaired: Counter[int] = Counter()
    seconds = 0.0
    with moving_site() as site:
        old, new = chapters(site, "ancien"), chapters(site, "nouveau")
        for number in range(-1, REPAIRS):
            with temporary_folder() as folder:
                guide = Path(folder) / "content/guide"
                guide.mkdir(parents=True)
                (guide.parent / "site.yml").write_text("titre: T\n", encoding="utf-8")
                for name, text in old.items():
                    (guide / name).write_text(text, encoding="utf-8")
                command = ["check", "--external", "--fix", "--allow-host", "127.0.0.1", "--root", folder]
                if number < 0:
                    # The first run is not killed: it shows how long a run takes.
                    began = time.monotonic()
                    run(*command)
                    seconds = time.monotonic() - began
                    assert {file.name: file.read_text(encoding="utf-8") for file in guide.iterdir()} == new
                    continue
                process = start(*command)
                if number % 2:
                    statuses[kill_within(process, seconds, chance)] += 1
                else:
                    statuses[kill_while_writing(process, guide, chance)] += 1
                texts = {name: (guide / name).read_text(encoding="utf-8") for name in old}
                assert all(text in (old[name], new[name]) for name, text in texts.items())
                repaired[sum(text == new[name] for name, text in texts.items())] += 1
                record = guide.parent / "liens.json"
                if record.exists():
                    json.loads(record.read_text(encoding="utf-8"))
    print(statuses, "runs by the number of chapters that were repaired:", sorted(repaired.items()))
    assert statuses[-signal.SIGKILL] > REPAIRS // 2
    # Some were killed in the midst of their writing, or nothing was tried.
    assert sum(count for chapters, count in repaired.items() if 0 < chapters < len(old)) >= REPAIRS // 50


def test_killed_prints_tear_no_file():
    chance = random.Random(7)
    statuses: Counter[int] = Counter()
    seconds = 0.0
    documents = [b"%PDF-1.4\n/Creator (Trousse/1)\n" + letter * 3_000_000 + b"\n%%EOF\n" for letter in (b"a", b"b")]
    with temporary_folder() as folder:
        root = Path(folder)
        (root / "content/guide").mkdir(parents=True)
        (root / "content/site.yml").write_text("titre: T\n", encoding="utf-8")
        (root / "content/guide/a.md").write_text("---\ntitre: A\nordre: 1\n---\n\nTexte.\n", encoding="utf-8")
        (root / "browser").write_text(BROWSER.format(folder=root), encoding="utf-8")
        (root / "browser").chmod(0o755)
        command = [PROGRAM, "pdf", "--root", root, "--chromium", root / "browser", "--edition", "guide",
                   "--output", root / "a.pdf"]
        # What a killed run leaves in the temporary folder goes with this folder.
        environment = {**os.environ, "TMPDIR": folder}
        for number in range(-1, PRINTS):
            (root / "document").write_bytes(documents[number % 2])
            began = time.monotonic()
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if number < 0:
                # The first run is not killed: it shows how long a run takes.
                assert process.wait() == 0
                seconds = time.monotonic() - began
            else:
                statuses[kill_within(process, seconds, chance)] += 1
            assert (root / "a.pdf").read_bytes() in documents
    print(statuses)
    assert statuses[-signal.SIGKILL] > PRINTS // 2
