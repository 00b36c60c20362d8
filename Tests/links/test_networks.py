"""The networks of public bodies: proxies, and a certificate authority of their own."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from conftest import PATIENCE, Toolbox, Web, page

AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_asked(toolbox: Toolbox, web: Web, name: str) -> None:
    web.answers["http://ailleurs.example/page"] = page()
    toolbox.chapter("[ailleurs](http://ailleurs.example/page)")
    outcome = toolbox.run("check", "--external", **{name: web.url("")})
    assert outcome.returncode == 0, outcome.stdout
    assert "http://ailleurs.example/page" in web.asked
    assert "marche" not in outcome.stderr and outcome.stdout.endswith("Aucun lien à corriger.\n")


def test_a_host_that_needs_no_proxy_is_asked_directly(toolbox: Toolbox, web: Web) -> None:
    web.answers["/page"] = page()
    toolbox.chapter(f"[ici]({web.url('/page')})")
    outcome = toolbox.check(http_proxy="http://127.0.0.1:9", no_proxy="127.0.0.1")
    assert outcome.returncode == 0 and "/page" in web.asked


def test_a_proxy_that_refuses_is_no_fault_of_the_link(toolbox: Toolbox, web: Web) -> None:
    toolbox.chapter("[ailleurs](http://ailleurs.example/page)")
    outcome = toolbox.run("check", "--external", "--request-timeout", "2s", http_proxy="http://127.0.0.1:9")
    assert outcome.returncode == 0
    assert "À vérifier à la main (1)" in outcome.stdout


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=PATIENCE)


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """A certificate authority, and a certificate of `localhost` that it signed."""
    folder = tmp_path / "authority"
    folder.mkdir()
    openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.crt", "-days", "2",
            "-subj", "/CN=Une collectivite")
    openssl(folder, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "site.key", "-out", "site.csr", "-subj",
            "/CN=localhost")
    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl(folder, "x509", "-req", "-in", "site.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days",
            "2", "-extfile", "names", "-out", "site.crt")
    return folder


def namespace(script: str) -> list[str] | None:
    """A command that runs in a mount namespace of its own, or None if the system forbids that."""
    if shutil.which("unshare") is None:
        return None
    command = ["unshare", "--mount"] if subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0 \
        else ["unshare", "--map-root-user", "--mount"]
    if subprocess.run([*command, "true"], capture_output=True).returncode != 0:
        return None
    return [*command, "sh", "-c", script]


def test_an_authority_of_the_systems_store_is_trusted_and_no_other(toolbox: Toolbox, web: Web, authority: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "site.crt", authority / "site.key")
    web.server.socket = context.wrap_socket(web.server.socket, server_side=True)
    web.answers["/page"] = page()
    toolbox.chapter(f"[ici](https://127.0.0.1:{web.server.server_port}/page)")
    stranger = toolbox.check()
    assert "certificat" in stranger.stdout and "À vérifier à la main (1)" in stranger.stdout

    command = toolbox.command("check", "--external", "--allow-host", "127.0.0.1")
    # The effect of `update-ca-certificates`, in a mount namespace of this test alone.
    store = authority / "store.crt"
    store.write_bytes(Path(AUTHORITIES).read_bytes() + (authority / "ca.crt").read_bytes())
    inside = namespace(f'mount --bind "{store}" {AUTHORITIES} && exec "$0" "$@"')
    if inside is None:
        pytest.skip("this system allows no view of the disk of one's own (unshare)")
    outcome = subprocess.run(
        [*inside, *command], cwd=toolbox.root, env=toolbox.environment({}), capture_output=True, text=True,
        timeout=PATIENCE)
    assert outcome.returncode == 0, outcome.stderr
    assert "À vérifier" not in outcome.stdout and outcome.stdout.endswith("Aucun lien à corriger.\n")
