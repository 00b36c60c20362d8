"""Screenshots of each kind of page for visual review: three widths, light and dark, text at 200 %, and on paper.
Also takes the screenshots of the README.

    screenshots.py SITE FOLDER README_FOLDER
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from site_pages import Site

WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")
#: Text at twice its size, in the middle width, as RGAA 10.4 asks.
LARGE = "html { font-size: 212.5% !important }"

#: One page of each kind: a pattern of its path, below the site.
KINDS = {
    "accueil": "index.html", "guide": "guide/index.html", "chapitre": "guide/charge.html",
    "edition": "binome/index.html", "edition-chapitre": "binome/charge.html", "imprimer": "referent/imprimer.html",
    "accompagnements": "accompagnements/index.html", "etapes": "etapes/index.html", "facteurs": "facteurs/index.html",
    "ressources": "ressources/index.html", "temoignages": "rex/index.html", "page": "accessibilite.html",
    "glossaire": "glossaire.html", "plan": "plan-du-site.html", "introuvable": "404.html",
}


def take(browser: Browser, site: Site, folder: Path) -> int:
    """Takes all screenshots for review; returns their number."""
    count = 0
    missing = [page for page in KINDS.values() if not site.has(page)]
    if missing:
        raise SystemExit(f"screenshots: pages that the site has not: {', '.join(missing)}")
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="fr-FR")
            tab = context.new_page()
            for kind, page in KINDS.items():
                tab.goto(site.address(page))
                tab.screenshot(path=folder / f"{kind}-{width}-{scheme}.png", full_page=True)
                count += 1
                if width == 768 and scheme == "light":
                    tab.add_style_tag(content=LARGE)
                    tab.screenshot(path=folder / f"{kind}-{width}-200.png", full_page=True)
                    tab.goto(site.address(page))
                    tab.pdf(path=folder / f"{kind}.pdf", format="A4", print_background=False)
                    count += 2
            context.close()
    return count


def take_for_readme(browser: Browser, site: Site, folder: Path) -> None:
    """Takes the screenshots of the README, so that it shows the current site."""
    context = browser.new_context(viewport={"width": 1200, "height": 800}, color_scheme="light", locale="fr-FR")
    tab = context.new_page()
    for name, page in [("accueil", "index.html"), ("comparaison", "accompagnements/index.html")]:
        tab.goto(site.address(page))
        tab.screenshot(path=folder / f"{name}.png")
    tab.goto(site.address("index.html"))
    tab.get_by_role("searchbox").fill("sobriete")
    tab.locator("#resultats li").first.wait_for()
    tab.screenshot(path=folder / "recherche.png", clip={"x": 520, "y": 0, "width": 680, "height": 480})
    context.close()


def main(site: Site, folder: Path, readme: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if executable is None:
        raise SystemExit("No Chromium: install Debian's package chromium, or name one in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        count = take(browser, site, folder)
        take_for_readme(browser, site, readme)
        browser.close()
    print(f"{count} images : {folder}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(Site(Path(sys.argv[1]).resolve()), Path(sys.argv[2]), Path(sys.argv[3]))
