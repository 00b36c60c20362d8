"""Pages show only the figures of the guide, multiplied at most, in the text that Chromium renders: every number is in
the data, every total has "environ" before it, and each edition shows its own figures."""

from __future__ import annotations

import re

import pytest

from reader import Reader
from site_pages import Site
from source_data import AUTHORITIES, Workload, durations, number

BINOME = Workload.of("binome")
REFERENT = Workload.of("referent")
BOTH = BINOME | REFERENT

#: A number, which may contain no-break spaces or a comma, and the unit after it.
FIGURE = re.compile(
    r"(?P<number>(?:\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?)\s*(?P<unit>h|heures?|journées?|jours?|semaines?|%)(?!\w)"
)
ECODESIGN = "ecoconception.html"


def workload_of(page: str) -> Workload:
    """The workload that a page may show: in an edition, only its own figures."""
    return {"binome": BINOME, "referent": REFERENT}.get(page.partition("/")[0], BOTH)


def strangers(text: str, workload: Workload, shares: frozenset[float] = frozenset()) -> list[str]:
    """The figures of a text that are not in the data."""
    given = {
        "h": workload.totals | workload.weekly_hours, "j": workload.weekly_days, "s": workload.weeks, "%": shares,
    }
    return [found.group() for found in FIGURE.finditer(text) if number(found["number"]) not in given[found["unit"][0]]]


def bare_totals(text: str, workload: Workload) -> list[str]:
    """The totals of a text without "environ" before them."""
    return [
        text[max(0, found.start() - 20) : found.end()]
        for found in FIGURE.finditer(text)
        if found["unit"][0] == "h" and number(found["number"]) in workload.totals
        and not re.search(r"\benviron\s*$", text[: found.start()], re.IGNORECASE)
    ]


def read(reader: Reader, page: str) -> str:
    """The text of `main`, without the durations of resources."""
    text = reader.main_text(page)
    for duration in durations():
        text = text.replace(duration, "")
    return text


def ecodesign_score(reader: Reader) -> frozenset[float]:
    """The score of the declaration, computed from the page of the criteria: met weight divided by applicable weight."""
    weights = {"prioritaire": 1.5, "recommandé": 1.25, "modéré": 1.0}
    rows = re.findall(
        r"\((prioritaire|recommandé|modéré)\)\s*: (respecté|non respecté|sans objet|non évalué)\.",
        reader.main_text("ecoconception-criteres.html"))
    assert len(rows) == 78
    met = sum(weights[priority] for priority, verdict in rows if verdict == "respecté")
    applicable = sum(weights[priority] for priority, verdict in rows if verdict != "sans objet")
    return frozenset({float(met / applicable * 100 // 1)})


def test_every_figure_is_one_that_the_data_give(reader: Reader, page: str) -> None:
    shares = ecodesign_score(reader) if page == ECODESIGN else frozenset()
    assert not strangers(read(reader, page), workload_of(page), shares)


def test_environ_stands_with_every_total(reader: Reader, page: str) -> None:
    assert not bare_totals(read(reader, page), workload_of(page))


@pytest.mark.parametrize(
    ("page_of_figures", "expected"),
    [
        ("binome/index.html", [BINOME]), ("binome/charge.html", [BINOME]), ("binome/imprimer.html", [BINOME]),
        ("referent/index.html", [REFERENT]), ("referent/charge.html", [REFERENT]), ("referent/imprimer.html", [REFERENT]),
        ("guide/charge.html", [BINOME, REFERENT]), ("guide/imprimer.html", [BINOME, REFERENT]),
        ("index.html", [BINOME, REFERENT]), ("accompagnements/index.html", [BINOME, REFERENT]),
    ],
)
def test_the_figures_are_there_with_whose_they_are_and_their_reserve(
    reader: Reader, page_of_figures: str, expected: list[Workload]
) -> None:
    text = re.sub(r"\s+", " ", read(reader, page_of_figures))
    for workload in expected:
        total = int(min(workload.totals))
        told = rf"environ {total} (?:h|heures) de travail de l’organisme mutualisateur"
        assert re.search(told, text, re.IGNORECASE), page_of_figures
        rhythm = "3 heures" if workload is BINOME else "1 journée"
        assert rhythm in text and "15 semaines" in text, page_of_figures
        assert ("Repose sur 2 dispositifs." if workload is BINOME else "Repose sur 1 organisme.") in text, page_of_figures


def test_four_authorities_ask_the_same_in_the_table_without_a_script_and_on_paper(scriptless_reader: Reader) -> None:
    for folder, row in [("binome", "4 environ 200 h 12 h"), ("referent", "4 environ 440 h 4 journées")]:
        for page in ["index.html", "charge.html", "imprimer.html"]:
            text = re.sub(r"\s+", " ", scriptless_reader.main_text(f"{folder}/{page}"))
            assert row in text, f"{folder}/{page}"


def test_tables_give_every_number_of_authorities_once(reader: Reader) -> None:
    rows = reader.open("binome/charge.html").locator(".projections tbody th").all_inner_texts()
    assert rows == [str(many) for many in AUTHORITIES]


def test_a_reserve_stands_once_with_its_figure(reader: Reader) -> None:
    for page in ["index.html", "accompagnements/index.html", "guide/charge.html", "guide/imprimer.html"]:
        assert reader.open(page).locator(".reserve").count() == 2, page
    for page in ["binome/index.html", "binome/charge.html", "referent/charge.html", "binome/imprimer.html"]:
        assert reader.open(page).locator(".reserve").count() == 1, page


@pytest.mark.parametrize("gone", ["3,3 h", "13,3 h", "seul dispositif", "temps plein"])
def test_no_file_says_what_the_guide_does_not(site: Site, gone: str) -> None:
    wanted = re.sub(r"\s", "[ \u00a0\u202f]", gone)
    files = [file for file in site.root.rglob("*") if file.suffix in {".html", ".js"}]
    assert files
    assert not [site.name(file) for file in files if re.search(wanted, file.read_text(encoding="utf-8"))]


# Tests of the checks.


@pytest.mark.parametrize("text", ["3,3 h", "13,3\u00a0h par semaine", "45 heures", "6 jours", "16 semaines", "9 %", "1\u00a0110 heures"])
def test_a_strange_figure_is_recognised(text: str) -> None:
    assert strangers(text, BOTH) == [text.split(" par")[0]]


@pytest.mark.parametrize("text", ["50 heures", "110\u00a0h", "12 h", "4\u00a0journées", "15 semaines", "24 territoires", "18 hommes"])
def test_a_given_figure_is_not_taken_for_one(text: str) -> None:
    assert strangers(text, BOTH) == []


def test_an_edition_may_not_give_the_other_ones_figures() -> None:
    assert strangers("110 h, 1 journée", BINOME) == ["110 h", "1 journée"]
    assert strangers("50 h, 3 heures", REFERENT) == ["50 h", "3 heures"]


def test_a_total_without_environ_is_recognised() -> None:
    assert bare_totals("environ 50 h", BINOME) == []
    assert bare_totals("soit 200 h", BINOME) == ["soit 200 h"]
