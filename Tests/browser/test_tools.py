"""The tools that scripts add to complete pages: the workload calculator, the filters of the catalogue."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from reader import Reader

WORKLOAD = "binome/charge.html"
CATALOGUE = "ressources/index.html"

# The workload calculator.


def figures(text: str) -> list[str]:
    """The numbers of a text, as they are written."""
    return re.findall(r"\d+(?:[.,]\d+)?", re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3})", "", text))


def calculator(tab: Page) -> tuple[Locator, Locator]:
    place = tab.locator(".calculator").first
    return place.get_by_role("spinbutton"), place.get_by_role("status")


@pytest.fixture
def workload(reader: Reader) -> Page:
    return reader.open(WORKLOAD)


def test_it_says_for_any_number_what_the_table_says_for_some(workload: Page) -> None:
    field, answer = calculator(workload)
    rows = workload.locator(".projections tbody tr").all_inner_texts()
    assert rows
    for row in rows:
        authorities, hours, weekly = figures(row)
        field.fill(authorities)
        assert figures(answer.inner_text()) == [hours, weekly], row


@pytest.mark.parametrize(
    ("type_page", "answers"),
    [
        ("binome/charge.html", {"4": "Environ 200 h en tout, 12 h par semaine en moyenne."}),
        (
            "referent/charge.html",
            {
                "4": "Environ 440 h en tout, 4 journées par semaine en moyenne.",
                "1": "Environ 110 h en tout, 1 journée par semaine en moyenne.",
            },
        ),
    ],
)
def test_it_multiplies_the_total_and_the_weekly_rhythm(reader: Reader, type_page: str, answers: dict[str, str]) -> None:
    field, answer = calculator(reader.open(type_page))
    for authorities, expected in answers.items():
        field.fill(authorities)
        assert answer.inner_text().replace("\u00a0", " ") == expected


@pytest.mark.parametrize("typed", ["", "0", "-1", "2.5", "1000"])
def test_it_says_what_it_takes(workload: Page, typed: str) -> None:
    field, answer = calculator(workload)
    field.fill(typed)
    assert answer.inner_text() == "Indiquez un nombre entier, de 1 à 999."
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("3")
    assert "aria-invalid" in field.evaluate("e => e.outerHTML") and field.get_attribute("aria-invalid") == "false"


def test_the_reserve_and_the_warning_stay_beside_it(workload: Page) -> None:
    expect(workload.locator(".reserve").first).to_be_visible()
    expect(workload.get_by_text("lues comme celles d’une collectivité").first).to_be_visible()


def test_each_type_has_its_own(reader: Reader) -> None:
    tab = reader.open("guide/charge.html")
    answers = tab.locator(".calculator output").all_inner_texts()
    assert [figures(answer)[0] for answer in answers] == ["200", "440"]


# The filters of the catalogue.


def shown(tab: Page) -> list[str]:
    return tab.locator(".cards > li:visible").evaluate_all("cards => cards.map((card) => card.id)")


@pytest.fixture
def catalogue(reader: Reader) -> Page:
    return reader.open(CATALOGUE)


def test_all_is_shown_at_first(catalogue: Page) -> None:
    assert len(shown(catalogue)) == catalogue.locator(".cards > li").count()
    expect(catalogue.locator(".filter output")).to_have_text("")


def test_a_theme_leaves_its_own_resources_and_heading(catalogue: Page) -> None:
    catalogue.get_by_role("combobox", name="Thème").select_option(label="Équivalences")
    assert catalogue.locator("main h2:visible").all_inner_texts() == ["Équivalences"]
    count = len(shown(catalogue))
    assert 0 < count < 22
    expect(catalogue.locator(".filter output")).to_have_text(re.compile(rf"^{count} ressources? sur 22$"))


def test_a_nature_is_looked_for_in_all_themes(catalogue: Page) -> None:
    catalogue.get_by_role("combobox", name="Nature").select_option(label="Guide")
    natures = catalogue.locator(".cards > li:visible .meta").all_inner_texts()
    assert natures and all(text.startswith("Guide ·") for text in natures)
    assert catalogue.locator("main h2:visible").count() < catalogue.locator("main h2").count()


def test_both_must_hold_and_none_is_said(catalogue: Page) -> None:
    catalogue.get_by_role("combobox", name="Thème").select_option(label="Équivalences")
    catalogue.get_by_role("combobox", name="Nature").select_option(label="Communauté")
    assert shown(catalogue) == []
    expect(catalogue.locator(".filter output")).to_have_text("0 ressource sur 22")


def test_a_link_to_what_is_filtered_out_shows_all_again(catalogue: Page) -> None:
    link = catalogue.get_by_role("navigation", name="Par thème").get_by_role("link", name="Se former")
    for _ in range(2):  # The second time, the address does not change.
        catalogue.get_by_role("combobox", name="Thème").select_option(label="Équivalences")
        link.click()
        expect(catalogue.get_by_role("heading", name="Se former")).to_be_in_viewport()
        expect(catalogue.get_by_role("combobox", name="Thème")).to_have_value("")


# Without scripts.


def test_neither_shows_without_a_script(scriptless_reader: Reader) -> None:
    expect(scriptless_reader.open(WORKLOAD).locator(".calculator").first).to_be_hidden()
    tab = scriptless_reader.open(CATALOGUE)
    expect(tab.locator(".filter")).to_be_hidden()
    assert len(shown(tab)) == 22
