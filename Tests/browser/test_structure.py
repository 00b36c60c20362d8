"""The requirements on every page, for any reading tool: the parts of RGAA that a program can check."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from reader import Reader
from site_pages import site_title

LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
HOME = "index.html"


def test_language_is_french(reader: Reader, page: str) -> None:
    assert reader.facts(page).language == "fr"


def test_title_names_the_page_then_the_site(reader: Reader, page: str) -> None:
    assert reader.facts(page).title.endswith(" – " + site_title())


def test_titles_name_their_pages(reader: Reader) -> None:
    titles = Counter(reader.facts(page).title for page in reader.site.pages)
    assert not [title for title, times in titles.items() if times > 1]


def test_one_main_with_text(reader: Reader, page: str) -> None:
    texts = reader.facts(page).main_texts
    assert len(texts) == 1 and texts[0].strip()


def test_headings_begin_with_the_only_h1_and_never_jump(reader: Reader, page: str) -> None:
    headings = reader.facts(page).headings
    assert [heading.text for heading in headings if not heading.text] == []
    assert [heading.level for heading in headings].count(1) == 1
    jumps = [
        f"h{before} then h{heading.level} “{heading.text}”"
        for before, heading in zip([0, *(heading.level for heading in headings)], headings)
        if heading.level > before + 1
    ]
    assert not jumps, "\n".join(jumps)


def test_ids_are_unique(reader: Reader, page: str) -> None:
    twice = [name for name, times in Counter(reader.facts(page).ids).items() if times > 1 or not name]
    assert not twice


def test_pictures_have_a_text_or_are_hidden(reader: Reader, page: str) -> None:
    assert not reader.facts(page).pictures_without_text


def test_fields_have_a_label(reader: Reader, page: str) -> None:
    assert not reader.facts(page).unlabelled_fields


def test_links_and_buttons_have_a_name(reader: Reader, page: str) -> None:
    assert not reader.facts(page).nameless_controls


def test_breadcrumb_ends_with_the_current_page(reader: Reader, page: str) -> None:
    breadcrumb = reader.facts(page).breadcrumb
    if page == HOME:
        assert breadcrumb is None, "there is nothing above the home page"
        return
    assert breadcrumb is not None and breadcrumb.is_outside_main
    assert [step.is_link for step in breadcrumb.current] == [False]
    assert breadcrumb.current[0].text


def test_skip_link_comes_first_and_moves_the_focus_to_main(reader: Reader, page: str) -> None:
    tab = reader.open(page)
    tab.keyboard.press("Tab")
    focused = tab.locator("*:focus")
    assert (focused.get_attribute("href") or "").startswith("#"), focused.evaluate("element => element.outerHTML")
    assert focused.is_visible()
    focused.press("Enter")
    assert tab.evaluate("document.activeElement.localName") == "main"


def test_nothing_scrolls_sideways_at_320_pixels(narrow_reader: Reader, page: str) -> None:
    beyond = narrow_reader.open(page).evaluate(LAYOUT)
    assert not beyond, "\n".join(beyond)


def test_text_needs_no_javascript(reader: Reader, scriptless_reader: Reader, page: str) -> None:
    assert scriptless_reader.facts(page).text == reader.facts(page).text
