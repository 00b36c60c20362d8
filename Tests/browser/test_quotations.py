"""The three testimonials equal the guide's to the letter, with their speakers and the person who accompanied each."""

from __future__ import annotations

import pytest

from reader import Reader

#: As in the guide, with straight apostrophes and plain spaces.
QUOTATIONS = {
    "M. Boyé": (
        "Notre collectivité a pu pleinement optimiser et réussir cette démarche Numérique responsable grâce à "
        "l'accompagnement de Haute-Garonne Numérique",
        "Directrice Générale des services, Communauté de communes des Coteaux Bellevue, accompagnée par Haute-Garonne Numérique",
    ),
    "L. Diaz Perez": (
        "L'accompagnement de L'ARNia nous a permis d'aller plus loin dans nos réflexions autour de la feuille de route "
        "Numérique responsable. Il a permis d'élargir notre vision départementale et finir sur une stratégie plus ambitieuse "
        "et responsable.",
        "Coordinatrice du Schéma Départemental des Usages Numériques, Yonne, accompagnée par L'ARNia",
    ),
    "V. Vernoux": (
        "Il n'est pas nécessaire d'être expert sur le Numérique responsable pour accompagner une collectivité dans cette démarche",
        "Directrice du Développement et de l'Innovation, SOLURIS, accompagnant Vals de Saintonge",
    ),
}


def as_typed(text: str) -> str:
    """The text without typographic spaces and apostrophes: typography may change nothing else in a quotation."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def voices(reader: Reader, page: str) -> dict[str, tuple[str, str]]:
    """The quotations on a page: for each speaker, the words, and the caption after the name."""
    figures = reader.open(page).locator("figure.voice").evaluate_all(
        "figures => figures.map((f) => [f.querySelector('figcaption strong'), f.querySelector('blockquote'),"
        " f.querySelector('figcaption')].map((e) => e.textContent.trim()))")
    return {
        as_typed(name): (as_typed(words), as_typed(caption.removeprefix(name)).removeprefix(", ").removesuffix(" (Vague 1)"))
        for name, words, caption in figures
    }


@pytest.mark.parametrize(
    "quoting", ["rex/index.html", "guide/benefices.html", "binome/benefices.html", "referent/benefices.html",
                "guide/imprimer.html", "binome/imprimer.html", "referent/imprimer.html"])
def test_all_three_are_quoted_to_the_letter(reader: Reader, quoting: str) -> None:
    assert voices(reader, quoting) == QUOTATIONS


def test_the_home_page_quotes_one_of_them(reader: Reader) -> None:
    (quoted,) = voices(reader, "index.html").items()
    assert quoted in QUOTATIONS.items()


@pytest.mark.parametrize("edition", ["guide", "binome", "referent"])
def test_no_advice_comes_between_a_heading_and_the_voices_below_it(reader: Reader, edition: str) -> None:
    """A commentary follows its quotation."""
    before = reader.open(f"{edition}/benefices.html").locator("ul.voices").evaluate_all(
        "lists => lists.map((list) => list.previousElementSibling.localName)")
    assert before == ["h3", "h3"]
