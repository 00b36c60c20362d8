"""Advice beyond the source is marked on screen, for screen readers, in search and on paper, in every edition."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from reader import Reader
from test_search import ask, results

LABEL = "Notre conseil"
EDITIONS = ["guide", "binome", "referent"]


@pytest.mark.parametrize("page_of_advice", [f"{edition}/{name}.html" for edition in EDITIONS for name in ["charge", "imprimer"]])
def test_each_advice_begins_with_its_label_and_stands_in_a_frame(reader: Reader, page_of_advice: str) -> None:
    boxes = reader.open(page_of_advice).locator(".advice")
    assert boxes.count() > 0
    for box in boxes.all():
        expect(box.locator(":scope > :first-child")).to_have_text(LABEL)
        expect(box.locator(":scope > :first-child")).to_be_visible()
        assert box.evaluate("e => parseFloat(getComputedStyle(e).borderLeftWidth)") > 0
        assert box.inner_text().removeprefix(LABEL).strip(), "an empty advice"


def test_no_advice_stands_in_another(reader: Reader, page: str) -> None:
    assert reader.open(page).locator(".advice .advice").count() == 0


def test_who_listens_is_told(reader: Reader) -> None:
    notes = reader.open("binome/charge.html").get_by_role("note")
    assert notes.count() > 0
    assert all(text.startswith(LABEL) for text in notes.all_inner_texts())


def test_paper_shows_label_and_frame(reader: Reader) -> None:
    tab = reader.open("binome/imprimer.html")
    tab.emulate_media(media="print")
    box = tab.locator(".advice").first
    expect(box.locator(".advice-label")).to_be_visible()
    assert box.evaluate("e => getComputedStyle(e).borderLeftStyle") != "none"
    tab.emulate_media(media="screen")


@pytest.fixture
def tab(reader: Reader) -> Page:
    return reader.open("guide/charge.html")


def extracts(tab: Page) -> list[tuple[bool, str]]:
    """For each result with an extract: whether it is marked as advice, and its words."""
    return [
        (item.locator("strong.where").count() == 1, item.locator("p").inner_text())
        for item in results(tab).all() if item.locator("p").count()
    ]


def test_an_extract_is_advice_or_the_guide_and_says_so(reader: Reader, tab: Page) -> None:
    """The words of each extract stand in advice on the page, or outside of it, as the result says."""
    ask(tab, "interlocuteur")
    found = [(address, *extract) for address, extract in zip(ask(tab, "interlocuteur"), extracts(tab), strict=True)]
    assert any(is_advice for _, is_advice, _ in found)
    for address, is_advice, extract in found:
        words = re.sub(r"\s+", " ", extract).strip("… ")
        page = reader.open(address.partition("#")[0])
        advice = re.sub(r"\s+", " ", " ".join(page.locator(".advice").all_text_contents()))
        assert (words in advice) == is_advice, f"{address}: {extract}"


def test_an_extract_is_cut_only_where_something_is_left_out(tab: Page) -> None:
    """The section begins with advice, and nothing stands before it."""
    ask(tab, "comptez vos heures disponibles")
    (first, *_) = [words for is_advice, words in extracts(tab) if is_advice]
    assert first.startswith("Comptez vos heures") and first.endswith("…")


def test_the_guides_own_words_are_not_called_advice(tab: Page) -> None:
    ask(tab, "ambassadeurs")
    assert extracts(tab) and not any(is_advice for is_advice, _ in extracts(tab))


def test_the_workload_is_found_by_what_is_done_with_it(tab: Page) -> None:
    addresses = ask(tab, "calcul")
    assert any("charge.html" in address for address in addresses)
