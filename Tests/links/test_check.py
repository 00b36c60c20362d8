"""`trousse check --external` as the maintainers of a toolbox use it."""

from __future__ import annotations

import html.parser
import json
import os
import pty
import signal
import subprocess

import pytest

from conftest import PATIENCE, RESOURCE, Toolbox, Web, moved, page


def test_links_that_work_end_well_and_are_remembered(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    outcome = toolbox.check()
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.endswith("Aucun lien à corriger.\n")
    entry = json.loads(toolbox.read("content/liens.json"))["links"][0]
    assert (entry["address"], entry["verdict"], entry["title"]) == (web.url("/bon"), "works", "Une page")


def test_what_is_gone_for_good_is_an_error_at_every_place(toolbox: Toolbox, web: Web) -> None:
    web.answers["/retire"] = page(status=410)
    toolbox.chapter(f"[un]({web.url('/retire')})\n\n[deux]({web.url('/retire')})")
    outcome = toolbox.check("--format", "json")
    assert outcome.returncode == 1
    (finding,) = json.loads(outcome.stdout)
    assert (finding["id"], finding["severity"], finding["line"]) == ("dead-link", "error", 5)
    assert [place["line"] for place in finding["related"]] == [7]


def test_links_that_work_are_trusted_for_a_day_and_no_longer_than_asked(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    toolbox.check()
    web.asked.clear()
    toolbox.check()
    assert web.asked == []
    toolbox.check("--max-age", "0")
    assert web.asked


def test_a_dead_link_stops_a_strict_publication_and_no_other_verdict_does(toolbox: Toolbox, web: Web) -> None:
    web.answers |= {"/refus": page(status=403), "/vieux": moved("/neuf"), "/neuf": page()}
    toolbox.chapter(f"[refus]({web.url('/refus')}) [vieux]({web.url('/vieux')})")
    assert toolbox.check().returncode == 0
    assert toolbox.run("build", "--strict").returncode == 0
    web.answers["/refus"] = page(status=410)
    toolbox.check()
    strict = toolbox.run("build", "--strict")
    assert strict.returncode == 1 and "[dead-link]" in strict.stderr
    assert toolbox.run("build").returncode == 0


def test_a_resource_says_when_its_link_last_worked(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.write("ressources/r.md", RESOURCE.format(address=web.url("/bon")))
    toolbox.chapter("[r](../ressources/r.md)")
    toolbox.check()
    day = json.loads(toolbox.read("content/liens.json"))["links"][0]["lastWorked"][:4]
    toolbox.run("build")
    catalogue = toolbox.read("output/ressources/index.html")
    assert "lien vérifié le" in catalogue and day in catalogue


def test_a_network_of_ones_own_is_refused_unless_it_is_named(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    outcome = toolbox.run("check", "--external")
    assert outcome.returncode == 0
    assert "réseau privé" in outcome.stdout
    assert web.asked == []


def test_what_a_damaged_record_holds_is_not_lost(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    toolbox.write("liens.json", "<<<<<<< HEAD\n")
    outcome = toolbox.check()
    assert outcome.returncode == 1 and "[damaged-record]" in outcome.stderr
    assert toolbox.read("content/liens.json") == "<<<<<<< HEAD\n"


def test_the_report_is_one_page_that_loads_nothing(toolbox: Toolbox, web: Web) -> None:
    web.answers["/retire"] = page(status=410)
    toolbox.chapter(f"[un & deux]({web.url('/retire')})")
    toolbox.check("--report", "rapport.html")
    tags: list[tuple[str, dict[str, str | None]]] = []

    class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            tags.append((tag, dict(attributes)))

    text = toolbox.read("rapport.html")
    Reader().feed(text)
    loading = [values for tag, values in tags if tag in {"script", "img", "iframe"} or values.get("rel") == "stylesheet"]
    assert loading == []
    assert {"a-corriger"} <= {values.get("id") for _, values in tags}
    assert web.url("/retire") in {values.get("href") for tag, values in tags if tag == "a"}
    assert "un &amp; deux" in text and "410" in text


def test_a_report_that_cannot_be_written_is_the_machines_fault(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    assert toolbox.check("--report", "absent/rapport.html").returncode == 3


def test_nothing_is_said_of_progress_where_nobody_watches(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    assert toolbox.check().stderr == ""


def test_progress_is_told_on_a_terminal(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    screen, side = pty.openpty()
    command = toolbox.command("check", "--external", "--allow-host", "127.0.0.1")
    subprocess.run(
        command, cwd=toolbox.root, env=toolbox.environment({}), stdout=subprocess.DEVNULL, stderr=side, timeout=PATIENCE,
        check=True)
    os.close(side)
    shown = os.read(screen, 4096).decode()
    os.close(screen)
    assert "1 liens vérifiés sur 1" in shown or "1 lien vérifié sur 1" in shown


def test_ctrl_c_tells_what_is_known_so_far(toolbox: Toolbox, web: Web) -> None:
    def slow(_: object) -> tuple[int, dict[str, str], bytes]:
        web.stopped.wait(PATIENCE)
        return page()

    web.answers |= {"/retire": page(status=410), "/lent": slow}
    toolbox.chapter(f"[retiré]({web.url('/retire')}) [lent]({web.url('/lent')})")
    command = toolbox.command("check", "--external", "--allow-host", "127.0.0.1", "--request-timeout", "50s")
    screen, side = pty.openpty()
    program = subprocess.Popen(
        command, cwd=toolbox.root, env=toolbox.environment({}), stdout=subprocess.PIPE, stderr=side, text=True)
    os.close(side)
    # Only the line of progress tells that the program has the verdict on a link.
    shown = ""
    while "1 lien vérifié sur 2" not in shown:
        shown += os.read(screen, 4096).decode(errors="ignore")
    program.send_signal(signal.SIGINT)
    output, _ = program.communicate(timeout=PATIENCE)
    os.close(screen)
    assert program.returncode == 130, output
    assert "Non vérifiés, faute de temps (1)" in output and web.url("/lent") in output


def test_what_there_is_no_time_for_is_counted_and_fails_a_strict_check(toolbox: Toolbox, web: Web) -> None:
    def slow(_: object) -> tuple[int, dict[str, str], bytes]:
        web.stopped.wait(PATIENCE)
        return page()

    web.answers["/lent"] = slow
    toolbox.chapter(f"[lent]({web.url('/lent')})")
    outcome = toolbox.check("--total-timeout", "1s")
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.endswith("1 adresse n’a pas été vérifiée.\n")
    assert "Aucun lien à corriger" not in outcome.stdout
    strict = toolbox.check("--total-timeout", "1s", "--strict", "--format", "json")
    (finding,) = json.loads(strict.stdout)
    assert strict.returncode == 1
    assert (finding["id"], finding["severity"]) == ("unchecked-links", "error")


def test_a_site_that_shows_robots_a_wall_is_not_said_to_work(toolbox: Toolbox, web: Web) -> None:
    web.answers["/mur"] = page("<title>Just a moment...</title><p>Verifying you are human.")
    toolbox.chapter(f"[mur]({web.url('/mur')}) [ancre]({web.url('/mur#ancre')})")
    outcome = toolbox.check()
    assert "À vérifier à la main (2)" in outcome.stdout and "refuse les robots" in outcome.stdout
    assert "lastWorked" not in toolbox.read("content/liens.json")


MOVED = """[un]({old} "Titre") et [deux]({old}#suite), <{old}>.\r
\r
[ref]: {old} 'Autre titre'\r
Voir [trois][ref]."""


def moved_toolbox(toolbox: Toolbox, web: Web) -> str:
    """Writes links to a page that has moved into a toolbox; returns the content of the file."""
    web.answers |= {"/vieux": moved("/neuf"), "/neuf": page("<title>Neuf</title><p id=suite>Texte.")}
    toolbox.chapter(MOVED.format(old=web.url("/vieux")))
    return toolbox.read("content/guide/a.md")


def test_fix_writes_new_addresses_and_nothing_else(toolbox: Toolbox, web: Web) -> None:
    before = moved_toolbox(toolbox, web)
    outcome = toolbox.check("--fix")
    assert outcome.returncode == 0, outcome.stderr
    assert toolbox.read("content/guide/a.md") == before.replace("/vieux", "/neuf")
    assert "+++ b/content/guide/a.md" in outcome.stdout
    assert outcome.stdout.endswith("Aucun lien à corriger.\n")
    web.asked.clear()
    again = toolbox.check("--fix")
    assert web.asked == [] and "@@" not in again.stdout


def without_times(record: str) -> dict[str, object]:
    """A record without the times of its checks, which differ if the second ends between two of them."""
    content = json.loads(record)
    for link in content["links"]:
        for key in ("lastWorked", "lastChecked", "since"):
            link.pop(key, None)
    return content


def test_fix_writes_nothing_by_the_word_of_the_record_alone(toolbox: Toolbox, web: Web) -> None:
    web.answers["/bon"] = page()
    toolbox.chapter(f"[bon]({web.url('/bon')})")
    before = toolbox.read("content/guide/a.md")
    toolbox.check()
    record = toolbox.read("content/liens.json")
    toolbox.write("liens.json", record.replace('"works"', '"moved", "target": "http://127.0.0.1/"'))
    web.asked.clear()
    outcome = toolbox.check("--fix")
    assert outcome.returncode == 0, outcome.stderr
    assert web.asked == ["/bon"]
    assert toolbox.read("content/guide/a.md") == before
    assert "ne l’a pas confirmé" in outcome.stdout
    assert without_times(toolbox.read("content/liens.json")) == without_times(record)


def test_a_dry_run_is_a_patch_that_git_takes(toolbox: Toolbox, web: Web) -> None:
    before = moved_toolbox(toolbox, web)
    command = toolbox.command("check", "--external", "--allow-host", "127.0.0.1", "--fix", "--dry-run")
    environment = toolbox.environment({"GIT_CEILING_DIRECTORIES": str(toolbox.root.parent)})
    # Bytes, not text: line ends are part of the patch.
    outcome = subprocess.run(command, cwd=toolbox.root, env=environment, capture_output=True, timeout=PATIENCE)
    assert toolbox.read("content/guide/a.md") == before
    assert not (toolbox.root / "content/liens.json").exists()
    patch = subprocess.run(
        ["git", "apply", "-"], cwd=toolbox.root, input=outcome.stdout, capture_output=True, timeout=PATIENCE,
        env=environment)
    assert patch.returncode == 0, patch.stderr
    assert toolbox.read("content/guide/a.md") == before.replace("/vieux", "/neuf")


def test_options_that_mean_nothing_alone_are_refused(toolbox: Toolbox) -> None:
    for arguments in (["--fix"], ["--external", "--dry-run"], ["--report", "x.html"],
                      ["--external", "--fix", "--dry-run", "--format", "json"], ["--external", "--max-age", "3"]):
        assert toolbox.run("check", *arguments).returncode == 64, arguments


@pytest.mark.parametrize("arguments", [[], ["--fix", "--dry-run"]])
def test_a_full_disk_at_standard_output_ends_with_3(toolbox: Toolbox, web: Web, arguments: list[str]) -> None:
    moved_toolbox(toolbox, web)
    command = toolbox.command("check", "--external", "--allow-host", "127.0.0.1", *arguments)
    with open("/dev/full", "w") as full:
        outcome = subprocess.run(
            command, cwd=toolbox.root, env=toolbox.environment({}), stdout=full, stderr=subprocess.PIPE, text=True,
            timeout=PATIENCE)
    assert outcome.returncode == 3 and "la sortie standard ne peut pas être écrite" in outcome.stderr


def test_an_anchor_lost_in_a_redirect_names_the_page_where_it_ended(toolbox: Toolbox, web: Web) -> None:
    web.answers |= {"/vieux": moved("/neuf"), "/neuf": page()}
    toolbox.chapter(f"[x]({web.url('/vieux#perdu')})")
    outcome = toolbox.check()
    assert "renvoyé vers" in outcome.stdout and web.url("/neuf") in outcome.stdout


@pytest.mark.parametrize("path", ["content/guide/a.md", "content/rapport.html", "LISEZ-MOI.md", ".git/rapport.html"])
def test_a_report_never_replaces_what_a_person_wrote(toolbox: Toolbox, web: Web, path: str) -> None:
    toolbox.chapter("Texte.")
    (toolbox.root / "LISEZ-MOI.md").write_text("À lire.\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in toolbox.root.rglob("*") if file.is_file()}
    outcome = toolbox.check("--report", path)
    assert outcome.returncode == 64 and "--report ne" in outcome.stderr
    assert {file: file.read_bytes() for file in toolbox.root.rglob("*") if file.is_file()} == before


def test_a_report_replaces_a_report(toolbox: Toolbox, web: Web) -> None:
    toolbox.chapter("Texte.")
    assert toolbox.check("--report", "rapport.html").returncode == 0
    toolbox.chapter("[x](http://a.invalid/)")
    toolbox.check("--report", "rapport.html")
    assert "a.invalid" in toolbox.read("rapport.html")
