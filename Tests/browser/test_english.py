"""A toolbox in English: no word that the program or the theme adds is French, and dates, numbers and search are English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, expect

import axe
import english
import labels
import words
from english import Built
from reader import Reader
from site_pages import Site
from test_markup import faults, messages
from test_search import home_of, results
from test_tools import calculator
from words import PageWords, Words

#: Words that English texts do not have, as whole words.
FRENCH_WORDS = re.compile(
    r"\b(?:au|aux|avec|ces|cet|cette|dans|des|du|elle|est|et|il|ils|la|le|les|leur|leurs|notre|nos|ou|pour|que|qui|sont|sur|"
    r"une|votre|vous)\b", re.IGNORECASE)
ACCENTED = re.compile(r"\w*[à-öø-ÿÀ-ÖØ-ÞŒœ]\w*")
#: French spacing and quotation marks.
FRENCH_SIGNS = re.compile(r"\s[:;!?](?=\s|$)|[«»]", re.MULTILINE)

#: French that may stand in English texts: names, an address, and what the content itself says in French.
ALLOWED = (
    "Défenseur des droits",
    "Libre réponse 71120",
    "Acheter des équipements durables",
    "un marché réservé",
    "Le titulaire reprend les équipements usagés et remet un bordereau de suivi.",
)


@pytest.fixture(scope="session")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return english.complete(tmp_path_factory.mktemp("english") / "complete")


@pytest.fixture(scope="session")
def unfinished(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return english.unfinished(tmp_path_factory.mktemp("english") / "unfinished")


@pytest.fixture(scope="session", params=["complete", "unfinished"])
def built(request: pytest.FixtureRequest) -> Built:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def english_reader(browser: Browser, complete: Built) -> Iterator[Reader]:
    """Reads the complete site, in a browser whose own language is French."""
    reader = Reader(browser, complete.site)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def read(built: Built) -> dict[str, PageWords]:
    """The words of each page."""
    return {page: words.of_page(built.site, page) for page in built.site.pages}


@pytest.fixture(scope="session")
def all_words(built: Built, read: dict[str, PageWords]) -> list[Words]:
    """The words of the pages, the scripts, the style sheets and the search indexes."""
    return [*(one for page in read.values() for one in page.all), *words.of_files(built.site)]


# Languages.


def test_the_build_finds_nothing_to_correct(complete: Built) -> None:
    assert complete.findings == []
    assert len(complete.site.pages) > 30


def test_what_is_missing_is_a_warning(unfinished: Built) -> None:
    assert {finding["id"] for finding in unfinished.findings} == {"missing-declaration", "to-complete", "dead-link"}


def test_every_page_is_in_english(read: dict[str, PageWords]) -> None:
    assert {page.language for page in read.values()} == {"en"}


def test_no_label_is_french(all_words: list[Words]) -> None:
    found = [f"{one.place}: {label}" for one in all_words for label in labels.french_in(without_allowed(one.text))]
    assert not found, "\n".join(sorted(set(found)))


def test_no_other_word_is_french(all_words: list[Words]) -> None:
    found = [f"{one.place}: {line}" for one in all_words for line in french_lines(one.text)]
    assert not found, "\n".join(sorted(set(found)))


def test_no_sign_is_french(read: dict[str, PageWords]) -> None:
    found = [
        f"{one.place}: {line}"
        for page in read.values() for one in page.all for line in one.text.split("\n") if FRENCH_SIGNS.search(line)]
    assert not found, "\n".join(sorted(set(found)))


def french_lines(text: str) -> list[str]:
    """The lines with a French word or an accent."""
    lines = without_allowed(text).split("\n")
    return [line for line in lines if FRENCH_WORDS.search(line) or ACCENTED.search(line)]


def without_allowed(text: str) -> str:
    return reduce(lambda rest, allowed: rest.replace(allowed, "…"), ALLOWED, text)


def test_french_is_found_where_there_is_some(site: Site) -> None:
    """On the pages of the real toolbox, which are in French."""
    for page, label in (
        ("binome/charge.html", "charge.chiffres.travail"),
        ("binome/charge.html", "charge.calcul.reponse"),
        ("accessibilite.html", "accessibilite.engagement"),
        ("ecoconception-criteres.html", "ecoconception.critere"),
        ("ressources/index.html", "textes.lien-a-venir"),
        ("404.html", "navigation.menu-principal"),
        ("404.html", "recherche.invite"),
    ):
        texts = words.of_page(site, page).all
        found = {one.partition(": ")[0] for text in texts for one in labels.french_in(text.text)}
        assert label in found, f"{page}: {label}"
        assert any(french_lines(text.text) for text in texts), page
    assert any(labels.french_in(one.text) for one in words.of_files(site) if one.place.endswith("index-recherche.js"))


#: The labels that neither site shows, by their key or the start of it.
UNSEEN = (
    "accessibilite.conformite.totale", "accessibilite.aucun-defaut",  # an audit without any problem
    "accessibilite.signaler.",  # no audit, and a publisher who can be reached
    "ecoconception.par-dossier",  # more than 40 pages
    "etat-des-liens.",  # the report of `trousse check --external`
    "formats.", "mois.",  # parts of numbers and dates
    "langues.",  # languages of resources: one of them is shown
)


def test_the_sites_show_every_other_label(complete: Built, unfinished: Built) -> None:
    """So that the tests above have met them all."""
    sites = [complete.site, unfinished.site]
    read = [one for site in sites for page in site.pages for one in words.of_page(site, page).all]
    files = [one for site in sites for one in words.of_files(site)]
    # Most lines stand on many pages.
    shown = "\n".join({labels.plain(line) for one in (*read, *files) for line in one.text.split("\n")})
    unseen = [
        key for key, text in labels.texts("en").items()
        if (forms := labels.Label.of(key, text)) and not any(form.is_in(shown) for form in forms)]
    assert [key for key in unseen if not key.startswith(UNSEEN)] == []


def test_no_label_in_english_holds_one_in_french() -> None:
    found = [f"{key}: {label}" for key, text in labels.texts("en").items() for label in labels.french_in(text)]
    assert not found, "\n".join(found)


# Sentences, with plain spaces.

SENTENCES = {
    "index.html": [
        "about 250 hours of work by the support team",
        "An average of 1.5 days a week, counting the preparation phase and the 20 weeks of the programme.",
        "24 hours of work by the support team",
        "An average of 1 hour a week, over the 20 weeks of the programme, plus 6 hours for preparation.",
        "An average of 1 day a week, over the 8 weeks of the programme.",
        "Based on 4 town halls. Treat this average as a guide only.",
        "Voices from Wave 1",
        "H. Barlow, Clerk, Little Wexcombe Town Council, supported by Wexcombe County Council (Wave 1)",
        "Guided or Light touch",
        "Version 1.2, 25 November 2026",
        "Source: Greener IT, a handbook for town halls (external site), The Wexcombe Institute.",
        "Accessibility: partially compliant",
    ],
    "404.html": [
        "Page not found",
        "There is nothing at this address: the page has moved, or the address is mistyped.",
        "Look in the site map",
    ],
    "guide/why.html": ["Updated: 1 October 2026", "Note", "Tip", "Notes", "Next 2 Buying equipment"],
    "guide/after.html": ["4 After the support", "Chapters of this part", "4.1 Keep going"],
    "guide/buying.html": ["Important", "Warning", "Caution", "Our advice", "Guided, Large town", "link checked on 20 November 2026"],
    "guided/time.html": [
        "about 250 hours of work by the support team for the local authority being supported",
        "1.5 days a week, on average",
        "Guided: working time by the support team, calculated by number of local authorities",
        "Town halls",
        "about 1,250 h",
        "You are reading: Guided",
    ],
    "light/time.html": ["24 hours of work by the support team for the local authority being supported, plus 6 hours for preparation", "5 h"],
    "rex/index.html": ["T. Oduya, Support officer, Wexcombe County Council, with Great Tarrant"],
    "ressources/index.html": [
        "Tool · The Wexcombe Institute, in partnership with Example University, Example Repair Trust and Great Tarrant"
        " · 4 hours 30 · Free · XLSX, 1.2 MB · 1 March 2025 · link checked on 20 November 2026",
        "Online course · Open Learning Example · 2 hours · Free · October 2026",
        "Guide · PDF · language: French · 2024",
        "Energy meter link to come",
    ],
    "etapes/index.html": [
        "Preparation", "Week 1", "Weeks 2 to 5", "Who to invite", "What to ask", "What to prepare", "What to decide",
        "Who does what", "Prepared by: you", "Led by: you and the lead", "Decided by: the town hall", "Success factors",
        "To help you",
    ],
    "facteurs/index.html": ["Throughout", "To help you"],
    "glossaire.html": ["Glossary", "carbon dioxide"],
    "plan-du-site.html": ["Site map", "Print version", "Ecodesign criteria"],
    "guided/imprimer.html": [
        "The whole edition is on this page. Print it, or save it as a PDF, from the menu of your browser.",
        "Publisher: Wexcombe County Council",
        "Source: “Greener IT, a handbook for town halls (external site)”, The Wexcombe Institute.",
        "This site is online: …",
        "Link addresses",
    ],
    "legal-notice.html": ["Publication director", "Hosting provider", "Email address"],
    "accessibilite.html": [
        "Wexcombe County Council is committed to making this site accessible, in accordance with article 47 of French law"
        " no. 2005-102 of 11 February 2005.",
        "This statement applies to: the pages of this site, without the documents to download.",
        "The “Greener IT for town halls” site is partially compliant with version 4.1.2 of the French general accessibility"
        " improvement framework (RGAA), due to the non-compliances and exemptions listed below.",
        "The compliance audit of 1 October 2026, carried out by Example Access Ltd, found that 85.7% of the criteria of"
        " version 4.1.2 of the RGAA that apply to the site are met.",
        "Criteria not applicable: 36",
        "Firefox 140, with NVDA",
        "This statement was prepared on: 25 November 2026",
    ],
    "ecoconception.html": [
        "Date of the assessment: 1 November 2026",
        "Score: 9%",
        "24 of 78 criteria have been assessed (met: 5; not met: 4; not applicable: 15). Those that have not been (54) count"
        " as not met. The score is the weight of the criteria that are met, as a share of the weight of those that apply:"
        " 1.5 for a high-priority criterion, 1.25 for a recommended one, 1 for a moderate one.",
        "Elements: 12,500 at most",
        "Weight transferred: 45 kB at most",
    ],
    "ecoconception-criteres.html": [
        "The 78 criteria of the RGESN, version 2024: met, 5; not met, 4; not applicable, 15; not assessed, 54.",
        "4.1 No video, sound or animation that plays automatically (high priority): met. Nothing plays by itself.",
        "1.2 Target users, needs and expectations defined (high priority): not assessed.",
    ],
}

MISSING = {
    "index.html": ["What is your situation?", "Testimonial", "Accessibility: not compliant"],
    "accessibilite.html": [
        "Multi-year accessibility scheme: to be completed",
        "The publisher has not yet said how to contact them.",
        "No page has had its compliance checked yet.",
    ],
    "ecoconception.html": ["Objective: to be completed", "The measurements, page by page, have yet to be recorded."],
    "legal-notice.html": ["The publisher has not given this information yet."],
    "rex/index.html": ["Testimonials", "H. Barlow, Clerk, Little Wexcombe Town Council, with Wexcombe County Council"],
    "etapes/index.html": ["Steps", "Get ready"],
    "ressources/index.html": ["this link no longer works (found on 1 November 2026)"],
}


@pytest.mark.parametrize(("built", "page_of_site", "sentences"), [
    *(pytest.param("complete", page, told, id=page) for page, told in SENTENCES.items()),
    *(pytest.param("unfinished", page, told, id=f"unfinished {page}") for page, told in MISSING.items()),
], indirect=["built"])
def test_it_is_said_in_english(
    built: Built, read: dict[str, PageWords], page_of_site: str, sentences: list[str]
) -> None:
    written = read[page_of_site].text.text
    text = re.sub(r"\s+", " ", written)
    missing = [sentence for sentence in sentences if sentence not in text]
    assert not missing, "\n".join([*missing, "", written])


def test_measures_are_in_english(english_reader: Reader, complete: Built) -> None:
    tab = english_reader.open("ecoconception.html")
    measures = tab.locator("#mesures ~ p").first.inner_text().replace("\u00a0", " ")
    pages = len(complete.site.pages)
    assert re.match(rf"Measured on \d{{1,2}} [A-Z][a-z]+ 20\d\d, on the {pages} pages of the site as published: ", measures)
    cells = tab.locator("#mesures ~ .table td.number").all_inner_texts()
    assert cells and all(re.fullmatch(r"\d+(\.\d)?( [A-G])?", cell) for cell in cells), cells


def test_readers_can_report_a_dead_link(english_reader: Reader) -> None:
    link = english_reader.open("guide/why.html").get_by_role("link", name="Report a broken link")
    assert (link.get_attribute("href") or "").startswith("mailto:links@example.org?subject=Broken%20link%3A%20")


def test_quotation_marks_are_english(english_reader: Reader) -> None:
    marks = english_reader.open("rex/index.html").locator(".voice blockquote").first.evaluate(
        """quote => [[quote.firstElementChild, '::before'], [quote.lastElementChild, '::after']]
          .map(([part, place]) => getComputedStyle(part, place).content)""")
    assert marks == ['"“"', '"”"']


# Search.


@pytest.fixture
def searched(english_reader: Reader) -> Page:
    return english_reader.open("guide/time.html")


def ask(tab: Page, question: str) -> list[str]:
    """The addresses of the results, relative to the site."""
    tab.get_by_role("searchbox", name="Search this site").fill(question)
    tab.wait_for_function("window.trousseIndex !== undefined")
    tab.wait_for_function("document.querySelector('.search-panel [role=status]').textContent !== ''")
    return tab.eval_on_selector_all(
        "#resultats a", "(links, home) => links.map((link) => link.href.slice(home.length))", home_of(tab))


def told(tab: Page) -> str:
    return tab.locator(".search-panel").get_by_role("status").inner_text()


@pytest.mark.parametrize(("question", "wanted"), [
    ("authorities", "guide/why.html#footprint"),  # says “authority”
    ("battery", "guide/buying.html#before-you-buy"),  # says “batteries”
    ("repairing", "guide/buying.html#before-you-buy"),  # says “repaired”
    ("lessons", "ressources/index.html#green-buying"),
    ("authority's", "guide/why.html#footprint"),
])
def test_other_forms_of_a_word_are_found(searched: Page, question: str, wanted: str) -> None:
    assert wanted in ask(searched, question)


def test_common_words_are_ignored(searched: Page) -> None:
    found = ask(searched, "wipe disk")
    assert found and found == ask(searched, "how can you wipe the disk that is on a")
    assert ask(searched, "the"), "a common word alone is a question like any other"


def test_the_number_of_results_is_said(searched: Page) -> None:
    assert len(ask(searched, "cupboard")) == 1 and told(searched) == "1 result"
    many = len(ask(searched, "laptop"))
    assert 1 < many < 20 and told(searched) == f"{many} results"
    ask(searched, "town")
    assert re.fullmatch(r"The first 20 of \d+ results", told(searched))
    assert ask(searched, "zzzzzz") == [] and told(searched) == "No results"


def test_advice_is_named_in_results(searched: Page) -> None:
    ask(searched, "register start")
    expect(results(searched).first.locator("strong.where")).to_have_text("Our advice")


# The calculator and the filters.


@pytest.mark.parametrize(("shown", "number", "answer"), [
    ("guided/time.html", "1", "About 250 hours in all, an average of 1.5 days a week."),
    ("guided/time.html", "2", "About 500 hours in all, an average of 3 days a week."),
    ("guided/time.html", "5", "About 1,250 hours in all, an average of 7.5 days a week."),
    ("guided/time.html", "50", "About 12,500 hours in all, an average of 75 days a week."),
    ("light/time.html", "3", "72 hours in all, an average of 3 h a week."),
])
def test_the_calculator_answers_in_english(english_reader: Reader, shown: str, number: str, answer: str) -> None:
    field, output = calculator(english_reader.open(shown))
    field.fill(number)
    assert output.inner_text().replace("\u00a0", " ") == answer


def test_one_day_is_a_day(english_reader: Reader) -> None:
    visits = english_reader.open("guide/time.html").locator(".calculator").last
    for number, answer in (
        ("1", "60 hours in all, an average of 1 day a week."),
        ("2", "120 hours in all, an average of 2 days a week."),
    ):
        visits.get_by_role("spinbutton", name="With how many local authorities?").fill(number)
        assert visits.get_by_role("status").inner_text().replace("\u00a0", " ") == answer


def test_the_calculator_says_what_it_takes(english_reader: Reader) -> None:
    field, output = calculator(english_reader.open("guided/time.html"))
    field.fill("2.5")
    assert output.inner_text() == "Enter a whole number from 1 to 999."


def test_the_filters_count_in_english(english_reader: Reader) -> None:
    tab = english_reader.open("ressources/index.html")
    tab.get_by_role("combobox", name="Topic").select_option(label="Buying equipment")
    expect(tab.locator(".filter output")).to_have_text("3 of 5 resources")
    tab.get_by_role("combobox", name="Type").select_option(label="Guide")
    expect(tab.locator(".filter output")).to_have_text("1 of 5 resources")


# Every page.


def test_axe_finds_nothing_in_english(english_reader: Reader) -> None:
    """Each page in one setting, each setting on a quarter of the pages: the other tests read every page in all of them."""
    settings = cycle(axe.SETTINGS)
    found = [
        fault for page in english_reader.site.pages for fault in axe.faults(english_reader, page, settings=[next(settings)])]
    assert not found, "\n".join(found)


def test_the_markup_is_valid_in_english(complete: Built) -> None:
    found = faults(messages(complete.site.root))
    assert not found, "\n".join(found)
