"""docs/fidelite.md matches the content: each text that readers see outside advice has a row there with its source, and
each row has its text. In the content, a paragraph is one line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
import yaml

from site_pages import PROJECT
from source_data import CONTENT, front_matter

DOCUMENT = (PROJECT / "docs/fidelite.md").read_text(encoding="utf-8")
PLACES, SOURCES = re.split(r"^## Ce que dit le (?:guide|site), .*$", DOCUMENT, flags=re.MULTILINE)[1:]
#: The section with the texts of templates: each row has the name of its template as key.
THEME = "Les mots de l'habillage"
#: Files without content of the guide, which need no rows; the register names them too.
FUNCTIONAL = ("declarations/", "pages/donnees-personnelles.md", "pages/mentions-legales.md", "LICENCE.md")
#: The keys that order, place or sort an entry, and the settings of the site.
UNSEEN = {"ordre", "menu", "mots-cles", "voix", "chapitres", "ressources", "nature", "theme", "choix", "url"}

ALL_FILES = sorted(file.relative_to(CONTENT).as_posix() for file in CONTENT.rglob("*.md"))
FILES = ["site.yml", *(name for name in ALL_FILES if not name.startswith(FUNCTIONAL))]


def plain(markdown: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\[([^\]]+)\]\([^)]+\)|\*\*|`|\s*\{#[^}]+\}", r"\1", markdown))


def expanded(template: str) -> str:
    """A template with its labels in French, in the plural."""
    labels = yaml.load((PROJECT / "themes/default/libelles/fr.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    def text(tag: re.Match[str]) -> str:
        place = labels
        for key in tag[1].split("."):
            place = place[key]
        return place

    written = re.sub(r"{{libelles\.([^}]+)}}", text, template)
    plural = re.sub(r"{{#(isSingle\w+)}}.*?{{/\1}}", "", written)
    return re.sub(r"{{[\^/]isSingle\w+}}", "", plural)


def sentences(text: str) -> list[str]:
    """The sentences of a text, split between a stop and a capital; stops after initials do not split."""
    return re.split(r"(?<=[.?!])(?<!\b[A-Z]\.)\s+(?=[A-ZÀ-Ý«])", text.strip())


def body_texts(markdown: str) -> Iterator[str]:
    """The texts of a body outside advice, at any nesting; a directive that makes the site show something counts."""
    fences: list[str] = []
    for line in markdown.splitlines():
        fence = re.match(r":{3,}\s*(.*)", line)
        if fence:
            fences = [*fences, fence[1]] if fence[1] else fences[:-1]
        if any(name.startswith("conseil") for name in fences):
            continue
        line = re.sub(r"^(?:> ?)?(?:\[!\w+\]|- |\d+\. |Table : )?", "", plain(line))
        if fence:
            yield from [f"::: {fence[1]}"] if fence[1] and not fence[1].startswith("pour ") else []
        elif line.startswith("#"):
            yield line.lstrip("# ")
        elif line.startswith("|"):
            yield from [] if set(line) <= set("|:- ") else [re.sub(r" *\| *", " · ", line.strip("| "))]
        elif line.strip():
            yield from sentences(line)


def values(data: dict, path: str = "") -> Iterator[str]:
    """Every value that readers see, split into sentences, each after its key; a title stands without its key."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from values(value, f"{path}{key}.")
        elif key not in UNSEEN:
            prefix = "" if path + key == "titre" else f"{path}{key} : "
            yield from (prefix + plain(words) for words in sentences(value if isinstance(value, str) else ", ".join(value)))


def texts(name: str) -> list[str]:
    """The texts of a content file that readers see, without those that only the publisher knows."""
    written = (CONTENT / name).read_text(encoding="utf-8")
    if name == "site.yml":
        return [*values({**yaml.load(written, Loader=yaml.BaseLoader), "editeur": {}})]
    return [*values(front_matter(CONTENT / name)), *body_texts(written.split("---\n", 2)[2])]


def rows(part: str) -> dict[str, list[str]]:
    """The texts of each section's rows, without their kinds; a row without a source does not count."""
    row = re.compile(r"^\| (.+?)(?: \((?:titre|tableau)\))? \| (?!D'où il vient)\S.* \|$", re.MULTILINE)
    sections = (section.partition("\n") for section in part.split("\n### ")[1:])
    return {plain(title).removeprefix("content/"): [plain(cell) for cell in row.findall(body)] for title, _, body in sections}


def unmatched(said: list[str], registered: list[str]) -> tuple[list[str], list[str]]:
    """The texts without a row, and the rows without a text. A row gives its text, or the beginning of it and "…"."""
    def is_of(row: str, text: str) -> bool:
        return row == text or row.endswith("…") and text.startswith(row.removesuffix("…"))

    return (
        [text for text in said if not any(is_of(row, text) for row in registered)],
        [row for row in registered if not any(is_of(row, text) for text in said)])


def anchors(markdown: str) -> set[str]:
    """Chosen anchors, and the slugs of headings."""
    folded = (unicodedata.normalize("NFKD", plain(title)) for title in re.findall(r"^#+ (.+)$", markdown, re.MULTILINE))
    slugs = {re.sub(r"[^a-z0-9]+", "-", re.sub(r"[^ -~]", "", title).lower()).strip("-") for title in folded}
    return slugs | set(re.findall(r"\{#([^}]+)\}", markdown))


@pytest.mark.parametrize("name", FILES)
def test_each_text_has_its_row_and_each_row_its_text(name: str) -> None:
    new, stale = unmatched(texts(name), rows(SOURCES).get(name, []))
    section = f"docs/fidelite.md, ### `content/{name}`"
    assert not new, f"{section}: add a row with the source; put what the guide does not say into ::: conseil:\n" + "\n".join(new)
    assert not stale, f"{section}: take out the rows of what the file no longer says:\n" + "\n".join(stale)


def test_each_file_has_its_section_or_is_said_to_need_none() -> None:
    wrong = set(rows(SOURCES)) ^ {*FILES, THEME}
    assert not wrong, f"docs/fidelite.md, part 2: add a section for each file of content/, take out those of lost files: {wrong}"
    unsaid = [name for name in FUNCTIONAL if f"`content/{name}`" not in SOURCES]
    assert not unsaid, f"docs/fidelite.md, part 2: say that these are functional: {unsaid}"


def test_templates_say_what_the_register_quotes() -> None:
    for template, words in (row.split(" : ", 1) for row in rows(SOURCES)[THEME]):
        written = expanded((PROJECT / f"themes/default/templates/{template}.mustache").read_text(encoding="utf-8"))
        quoted = ".*".join(re.escape(part.strip()) for part in words.split("…"))
        is_said = re.search(quoted, plain(written).replace("’", "'")) is not None
        assert is_said, f"docs/fidelite.md, ### {THEME}: {template}.mustache no longer says « {words} »: correct the row"


def test_numbers_and_places_exist() -> None:
    unknown = set(re.findall(r"\bG\d+\b", SOURCES)) - set(re.findall(r"^\| (G\d+) \|", PLACES, re.MULTILINE))
    assert not unknown, f"docs/fidelite.md, part 2: part 1 has no {unknown}: correct the number"
    places = re.findall(r"\[`([^`#]+)#?([^`]*)`\]\(\.\./content/([^)]+)\)", PLACES)
    assert len(places) == PLACES.count("](") > 0
    for name, anchor, address in places:
        assert name == address and (CONTENT / name).is_file(), f"docs/fidelite.md, part 1: no file {name}, or not at {address}"
        known = anchors((CONTENT / name).read_text(encoding="utf-8"))
        is_there = not anchor or anchor in known
        assert is_there, f"docs/fidelite.md, part 1: {name} has no #{anchor}: name one that it has: {sorted(known)}"


@pytest.mark.parametrize("advice", ["::: conseil\nAgissez.\n:::", ":::: conseil\nA.\n::: pour binome\nB.\n:::\nC.\n::::"])
def test_advice_is_skipped_wherever_it_is(advice: str) -> None:
    body = f"{advice}\nFait.\n::::: pour binome\n## Titre {{#x}}\n{advice}\nDit.\n:::::"
    assert [*body_texts(body)] == ["Fait.", "Titre", "Dit."]


def test_texts_are_cut_and_stripped() -> None:
    body = "- **Un [lien](a).** L. Diaz le dit.\n> [!NOTE]\n> Note.\nTable : Vu\n| A | [B](b) |\n|---|---|\n::: rex a=b\n:::"
    assert [*body_texts(body)] == ["Un lien.", "L. Diaz le dit.", "Note.", "Vu", "A · B", "::: rex a=b"]


def test_a_row_matches_its_text_whole_or_begun_and_a_stale_one_is_found() -> None:
    table = "\n### `content/a.md`\n| Un fait. (titre) | G1 |\n| `resume` : Un autre… | G2 |\n| Sans source. |  |"
    assert unmatched(["Un fait.", "resume : Un autre fait."], rows(table)["a.md"]) == ([], [])
    assert unmatched(["Un fait.", "Un autre fait."], ["Un fait.", "Parti…"]) == (["Un autre fait."], ["Parti…"])
