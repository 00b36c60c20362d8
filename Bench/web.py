"""A web of a few hosts on loopback, in which everything that links meet with goes wrong in its own way."""

from __future__ import annotations

import gzip
import http.server
import socket
import threading
from collections import Counter

#: The hosts, all of this machine.
HOSTS = [f"127.0.0.{number}" for number in range(2, 10)]
#: Neither the server nor one of its answers lives longer, in seconds.
LIFETIME = 600

WORDS = "Le numérique responsable se prépare avec les élus, les agents et les habitants de la collectivité. " * 8
GOOD = f'<!doctype html><title>Une page utile</title><h1 id="titre">Une page</h1><p id="été">{WORDS}'
LOST = "<!doctype html><title>404 - Page introuvable</title><h1>Page introuvable</h1><p>Cette page n’existe pas."
SCRIPTED = '<!doctype html><title>Application</title><div id="root"></div><script src="/app.js"></script>'


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the first part of the path: `/404/12` is not found."""

    protocol_version = "HTTP/1.1"
    counts: Counter[str] = Counter()
    stopped = threading.Event()

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        kind = self.path.split("/")[1]
        key = f"{self.headers['Host']}{self.path}"
        Handler.counts[key] += 1
        special = getattr(self, "on_" + kind.replace("-", "_"), None)
        if special is not None:
            special(key)
        elif kind.isdigit():
            self.send(int(kind), LOST)
        else:
            self.send(200, GOOD)

    def send(self, status: int, text: str = "", **headers: str) -> None:
        self.send_bytes(status, text.encode(), **{"Content_Type": "text/html; charset=utf-8", **headers})

    def send_bytes(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    # What goes wrong, and what only seems to.

    def on_301(self, key: str) -> None:
        self.send(301, Location="/neuf/" + self.path.split("/")[2])

    def on_308(self, key: str) -> None:
        self.send(308, Location="/neuf/" + self.path.split("/")[2])

    def on_suite(self, key: str) -> None:
        self.send(301, Location="/301/" + self.path.split("/")[2])

    def on_302(self, key: str) -> None:
        self.send(302, Location="/du-jour/" + self.path.split("/")[2])

    def on_vers_404(self, key: str) -> None:
        self.send(301, Location="/404/" + self.path.split("/")[2])

    def on_boucle(self, key: str) -> None:
        self.send(302, Location=self.path)

    def on_sans_head(self, key: str) -> None:
        self.send(405 if self.command == "HEAD" else 200, GOOD)

    def on_head_404(self, key: str) -> None:
        self.send(404 if self.command == "HEAD" else 200, GOOD)

    def on_panne_breve(self, key: str) -> None:
        self.send(500 if Handler.counts[key] < 2 else 200, GOOD)

    def on_patience(self, key: str) -> None:
        if Handler.counts[key] < 2:
            self.send(429, Retry_After="1")
        else:
            self.send(200, GOOD)

    def on_429(self, key: str) -> None:
        self.send(429, Retry_After="1")

    def on_lent(self, key: str) -> None:
        Handler.stopped.wait(20)
        self.close_connection = True

    def on_coupe(self, key: str) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.close_connection = True
        self.connection.close()

    def on_gzip(self, key: str) -> None:
        self.send_bytes(
            200, gzip.compress(GOOD.encode(), mtime=0), Content_Type="text/html", Content_Encoding="gzip")

    def on_pdf(self, key: str) -> None:
        self.send_bytes(200, b"%PDF-1.4\n", Content_Type="application/pdf")

    def on_enorme(self, key: str) -> None:
        self.send_bytes(200, b"0" * 20_000_000, Content_Type="application/zip")

    def on_introuvable(self, key: str) -> None:
        self.send(200, LOST)

    def on_application(self, key: str) -> None:
        self.send(200, SCRIPTED)

    def handle(self) -> None:
        try:
            super().handle()
        except (ConnectionError, OSError, ValueError):
            pass

    def log_message(self, *arguments: object) -> None:
        pass


class Web:
    """The servers of all hosts, on one port; they stop when told to, or after their lifetime."""

    def __init__(self) -> None:
        self.servers = [http.server.ThreadingHTTPServer((HOSTS[0], 0), Handler)]
        self.port = self.servers[0].server_port
        self.servers += [http.server.ThreadingHTTPServer((host, self.port), Handler) for host in HOSTS[1:]]
        self.timer = threading.Timer(LIFETIME, self.stop)
        self.timer.daemon = True

    def __enter__(self) -> Web:
        for server in self.servers:
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        self.timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def forget(self) -> None:
        """Makes what fails only at first fail again."""
        Handler.counts.clear()

    def stop(self) -> None:
        self.timer.cancel()
        Handler.stopped.set()
        for server in self.servers:
            server.shutdown()
            server.server_close()
