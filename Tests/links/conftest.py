"""A small toolbox for each test, a web server on loopback, and the program as a user runs it."""

from __future__ import annotations

import http.server
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / ".build/release/trousse"
#: The longest wait for a program, in seconds.
PATIENCE = 60

Answer = tuple[int, dict[str, str], bytes]
Handler = Callable[[http.server.BaseHTTPRequestHandler], Answer]

SITE = """titre: Une boîte
vocabulaires: {nature: {guide: Guide}, theme: {reperes: Repères}}
"""

RESOURCE = """---
titre: Une ressource
adresse: "{address}"
editeur: E
nature: guide
theme: reperes
---
Elle sert.
"""


def page(body: str = "<title>Une page</title><p>Texte.", status: int = 200) -> Answer:
    return status, {"Content-Type": "text/html"}, body.encode()


def moved(target: str, status: int = 301) -> Answer:
    return status, {"Location": target}, b""


# Complete, so that it gives no finding.
DECLARATION = """organisme: Un organisme
adresse: une copie de travail
date: 2026-01-31
schema-pluriannuel: Il est publié.
plan-d-action: Il est publié.
"""


class Toolbox:
    """A toolbox on the disk, and the program run in its folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("site.yml", SITE)
        self.write("declarations/accessibilite.yml", DECLARATION)

    def write(self, path: str, text: str) -> None:
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def chapter(self, text: str) -> None:
        self.write("guide/a.md", f"---\ntitre: Un chapitre\nordre: 1\n---\n{text}\n")

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def command(self, *arguments: str) -> list[str]:
        return [str(PROGRAM), *arguments]

    def environment(self, more: dict[str, str]) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "LANG": "C", "no_proxy": "", **more}

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments), cwd=self.root, env=self.environment(environment), capture_output=True,
            text=True, timeout=PATIENCE)

    def check(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs a check of links, with the loopback address allowed."""
        return self.run("check", "--external", "--allow-host", "127.0.0.1", *arguments, **environment)


@pytest.fixture
def toolbox(tmp_path: Path) -> Toolbox:
    return Toolbox(tmp_path)


class Web:
    """A server on loopback that answers as each test says, and stops with it."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Handler] = {}
        self.asked: list[str] = []
        self.stopped = threading.Event()
        web = self

        class RequestHandler(http.server.BaseHTTPRequestHandler):
            def answer(self) -> None:
                web.asked.append(self.path)
                found = web.answers.get(self.path, page("<title>Rien</title>", 404))
                status, headers, body = found(self) if callable(found) else found
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            do_GET = do_HEAD = answer

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), RequestHandler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def stop(self) -> None:
        self.stopped.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()
    yield web
    web.stop()
