"""The words of a site, where a reader can meet them: pages, scripts, style sheets, search indexes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote

from site_pages import Site

# A literal of a script, or of a style sheet: "…", '…', `…`.
LITERAL = re.compile(r"""(["'`])((?:\\.|(?!\1)[^\\])*)\1""")
# The address of a page, or of a site: folders have the names of the content model.
ADDRESS = re.compile(r"https?://\S+|\S*[\w*-]+\.html")

# Elements within a line of text; any other one ends the line.
INLINE = {"a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub",
          "sup", "time"}
# Elements without an end tag.
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
# Attributes that hold text, besides `data-…`.
TEXT_ATTRIBUTES = {"alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext", "content", "label",
                   "placeholder", "summary", "title"}
# These hold addresses.
ADDRESS_ATTRIBUTES = {"data-home", "data-index", "data-script"}


@dataclass(frozen=True)
class Words:
    """A text and where it is: `guide/index.html`, `guide/index.html [aria-label]`."""

    place: str
    text: str


@dataclass(frozen=True)
class PageWords:
    """The words of a page in its own language; passages that are marked as another language are left out."""

    language: str
    # The title and the text of the page, one line for each block.
    text: Words
    # The attributes that hold text, and the subjects of mails.
    attributes: list[Words]

    @property
    def all(self) -> list[Words]:
        return [self.text, *self.attributes]


@cache
def of_page(site: Site, page: str) -> PageWords:
    """Reads a page as it is published, without its scripts. Each page is read once."""
    parser = _Parser()
    parser.feed((site.root / page).read_text(encoding="utf-8"))
    parser.close()
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(parser.text).split("\n"))
    attributes = [Words(f"{page} [{name}]", ADDRESS.sub("…", value)) for name, value in sorted(parser.attributes)]
    return PageWords(parser.language, Words(page, ADDRESS.sub("…", "\n".join(filter(None, lines)))), attributes)


def of_files(site: Site) -> Iterator[Words]:
    """The words of the search indexes, and the literals of the other scripts and of the style sheets."""
    for path in sorted((*site.root.rglob("*.js"), *site.root.rglob("*.css"))):
        name, text = path.relative_to(site.root).as_posix(), path.read_text(encoding="utf-8")
        if path.name == "index-recherche.js":
            yield from (Words(name, line) for line in _indexed(text))
        else:
            yield from (Words(name, literal[2]) for literal in LITERAL.finditer(text))


def _indexed(index: str) -> Iterator[str]:
    """The titles, headings and texts of a search index, without the addresses and anchors."""
    for _, title, sections in json.loads(index.removeprefix("var trousseIndex=")):
        yield from filter(None, (title, *sections[1::3], *(ADDRESS.sub("…", text) for text in sections[2::3])))


class _Parser(HTMLParser):
    """Collects the texts and the attributes. Pages are valid: every element has its end tag."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.text: list[str] = []
        self.attributes: set[tuple[str, str]] = set()
        # The open elements: name and language.
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang", self._open[-1][1] if self._open else "")
        if tag == "html":
            self.language = language
        if tag not in INLINE:
            self.text.append("\n")
        if language == self.language:
            self.attributes.update((name, value) for name, value in given.items() if value and _holds_text(name))
            if given.get("href", "").startswith("mailto:"):
                self.attributes.add(("href", unquote(given["href"].partition("?")[2])))
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A drawing's element: `<path/>`."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.text.append("\n")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1][0] in ("script", "style"):
            return
        # A line end in the source is a space for readers.
        self.text.append(data.replace("\n", " ") if self._open[-1][1] == self.language else "…")


def _holds_text(name: str) -> bool:
    return name in TEXT_ATTRIBUTES or (name.startswith("data-") and name not in ADDRESS_ATTRIBUTES)
