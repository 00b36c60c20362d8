"""Texts that hold scripts, in every field of plain text: the pages show them, and a browser runs none."""

from __future__ import annotations

import re
import shutil

import pytest
from playwright.sync_api import Browser, expect

import english
from reader import Reader
from site_pages import Site
from test_search import results

# What would run: from an element, from the end of an attribute, from the end of a script. The image would fail to load.
MARK = (
    "<img src=ran onerror=console.error('ran')>\"'><script>console.error('ran')</script>"
    "<svg onload=console.error('ran')></svg>--></title></textarea>{{{page.title}}}"
)
# Keys whose value is plain text.
PLAIN = "titre|sous-titre|resume|auteur|fonction|organisme|editeur|libelle|alternative"
FIELD = re.compile(rf"^(\s*(?:{PLAIN}): +)(?!\{{)(.+)$", re.MULTILINE)
CODE = f"\n\nA mark: `` {MARK} ``, then:\n\n```html\n{MARK}\n```\n\n    {MARK}\n"


def marked(field: re.Match[str]) -> str:
    value = field[2].strip("\"'").replace("'", "''")
    return f"{field[1]}'{value} {MARK.replace(chr(39), chr(39) * 2)}'"


@pytest.fixture(scope="module")
def marked_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("injection") / "toolbox"
    shutil.copytree(english.TOOLBOX, folder)
    for file in [*folder.rglob("*.md"), folder / "content/site.yml"]:
        text = FIELD.sub(marked, file.read_text(encoding="utf-8"))
        file.write_text(text + CODE if file.suffix == ".md" else text, encoding="utf-8")
    return english.built(folder).site


def test_no_script_of_a_text_runs(browser: Browser, marked_site: Site) -> None:
    reader = Reader(browser, marked_site)
    assert sum("ran" in reader.main_text(page) for page in marked_site.pages) > 10
    noise = [f"{page}: {line}" for page in marked_site.pages for line in reader.facts(page).noise]
    reader.close()
    assert noise == []


def test_no_script_of_a_title_runs_in_a_result_of_the_search(browser: Browser, marked_site: Site) -> None:
    reader = Reader(browser, marked_site)
    tab = reader.open("index.html")
    noise: list[str] = []
    tab.on("console", lambda message: noise.append(message.text))
    tab.get_by_role("searchbox", name="Search this site").fill("console")
    expect(results(tab).first).to_contain_text("console.error('ran')")
    tab.wait_for_load_state("networkidle")
    reader.close()
    assert noise == []
