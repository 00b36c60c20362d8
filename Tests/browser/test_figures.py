"""The guide's figures stand on the pages of the right editions, in the text that Chromium shows, and on no other's.

A binôme costs 50 hours, 3 hours a week; the référent's role 110 hours, 1 day a week; both over 15 weeks. The first
figure rests on two arrangements, the second on one.
"""

from __future__ import annotations

import re

import pytest

from reader import Reader
from site_pages import Site

HOURS = r"(?:h|heures?)\b"
PER_WEEK = r"(?:par|/)\s*semaine"


def number(value: str) -> str:
    """That number and no longer one that holds it: neither `1 110` with a no-break space, nor `3,50`."""
    return rf"(?<![\d.,])(?<!\d[\u00a0\u202f]){value}(?![\d]|[.,]\d|[\u00a0\u202f]\d)"


# Each pattern is searched whatever the case; \s covers line ends and no-break spaces.
BINOME = {
    "50 heures": number("50") + r"\s*" + HOURS,
    "3 heures par semaine": number("3") + r"\s*" + HOURS + r"\s*" + PER_WEEK,
    "15 semaines": number("15") + r"\s*semaines",
    "la réserve : deux dispositifs": r"\b(?:2|deux)\s+dispositifs\b",
}
REFERENT = {
    "110 heures": number("110") + r"\s*" + HOURS,
    "1 journée par semaine": number("1") + r"\s*journée\s*" + PER_WEEK,
    "15 semaines": number("15") + r"\s*semaines",
    "la réserve : un seul dispositif": r"\b(?:1|un|un\s+seul)\s+dispositif\b",
}
# A table gives the week in its row heading, not beside the figure.
COMPARED = {
    **BINOME,
    **REFERENT,
    "3 heures par semaine": PER_WEEK + r".*" + number("3") + r"\s*" + HOURS,
    "1 journée par semaine": PER_WEEK + r".*" + number("1") + r"\s*journée",
}

# What a page of an edition must not give as the reader's.
NOT_FOR_BINOME = {"110": number("110"), "1 journée": number("1") + r"\s*journée"}
NOT_FOR_REFERENT = {name: BINOME[name] for name in ("50 heures", "3 heures par semaine")}


def given(text: str, patterns: dict[str, str]) -> list[str]:
    """The names of those figures that the text gives."""
    return [name for name, pattern in patterns.items() if re.search(pattern, text, re.IGNORECASE)]



@pytest.mark.parametrize(
    ("page_of_figures", "expected"),
    [
        ("binome/index.html", BINOME),
        ("binome/charge.html", BINOME),
        ("binome/imprimer.html", BINOME),
        ("referent/index.html", REFERENT),
        ("referent/charge.html", REFERENT),
        ("referent/imprimer.html", REFERENT),
        ("guide/charge.html", BINOME | REFERENT),
        ("guide/imprimer.html", BINOME | REFERENT),
        ("accompagnements/index.html", COMPARED),
    ],
)
def test_the_figures_are_there(reader: Reader, page_of_figures: str, expected: dict[str, str]) -> None:
    text = reader.main_text(page_of_figures)
    missing = [name for name in expected if name not in given(text, expected)]
    assert not missing, f"{page_of_figures} does not show: {', '.join(missing)}"


@pytest.mark.parametrize(
    ("folder", "others"), [("binome", NOT_FOR_BINOME), ("referent", NOT_FOR_REFERENT)], ids=["binome", "referent"]
)
def test_no_page_of_an_edition_gives_the_other_ones_figures(
    reader: Reader, site: Site, folder: str, others: dict[str, str]
) -> None:
    pages = site.pages_under(folder)
    assert len(pages) >= 6, f"the edition {folder} has but {pages}"
    wrong = {page: given(reader.main_text(page), others) for page in pages}
    assert not any(wrong.values()), "\n".join(f"{page} gives {names}" for page, names in wrong.items() if names)


@pytest.mark.parametrize("text", ["110 heures", "110\u00a0h", "110\u202fh", "total : 110.", "(110)"])
def test_the_other_figure_is_recognised(text: str) -> None:
    assert given(text, NOT_FOR_BINOME) == ["110"]


@pytest.mark.parametrize("text", ["1\u202f110 heures", "1100 heures", "2110", "110,5 h", "3,110"])
def test_a_longer_number_is_not_taken_for_it(text: str) -> None:
    assert given(text, NOT_FOR_BINOME) == []


@pytest.mark.parametrize("text", ["550 heures", "1\u00a050 h", "7,3 heures par semaine", "50 %"])
def test_a_referents_own_projections_are_not_taken_for_a_binomes(text: str) -> None:
    assert given(text, NOT_FOR_REFERENT) == []
