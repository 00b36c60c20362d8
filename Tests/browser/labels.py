"""The labels of the default theme, and how to find those of one language in a text of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from site_pages import PROJECT

LABELS = PROJECT / "themes" / "default" / "libelles"

# A variable, or the start or the end of a section: `{{name}}`, `{{{name}}}`, `{{#name}}`, `{{^name}}`, `{{/name}}`.
TAG = re.compile(r"\{\{\{?([#^/]?)[\w.-]+\}?\}\}")
SECTION = re.compile(r"\{\{[#^][\w.-]+\}\}(.*?)\{\{/[\w.-]+\}\}")
# Variables at the ends of a label: its words are found without them.
OUTER_VARIABLES = re.compile(r"^(?:\{\{\{?[\w.-]+\}\}\}?\s*)+|(?:\s*\{\{\{?[\w.-]+\}\}\}?)+$")
# What scripts replace: `{heures}`, `#`.
FILLED = re.compile(r"\{\w+\}|#")
# What a variable may become.
ANYTHING = r"[^\n]{0,200}?"


def plain(text: str) -> str:
    """The text with plain spaces and straight apostrophes, in lower case; line ends stay."""
    return re.sub(r"[^\S\n]+", " ", text).replace("’", "'").casefold()


@dataclass(frozen=True)
class Label:
    """A label, or one section of a label that has no words around its sections, and the texts that it can become."""

    key: str
    text: str
    pattern: re.Pattern[str]
    # The longest part without a variable: a text without it is not searched.
    sure: str

    @classmethod
    def of(cls, key: str, text: str) -> list[Label]:
        """Nothing for a label without letters: it is no word of a language."""
        written = plain(text.replace("**", "")).strip()
        sure = max(_sure_parts(written), key=len)
        if not re.search(r"[^\W\d_]", sure):
            return [label for section in SECTION.finditer(written) for label in cls.of(key, section[1].strip(" ,;:."))]
        core = OUTER_VARIABLES.sub("", written)
        before, after = (r"(?<!\w)" if core[0].isalnum() else ""), (r"(?!\w)" if core[-1].isalnum() else "")
        return [cls(key, text, re.compile(before + _expression(core) + after), sure)]

    def is_in(self, text: str) -> bool:
        """Whether a plain text shows the label: all of it, or a sequence of its words on one line."""
        return self.sure in text and self.pattern.search(text) is not None


def texts(language: str) -> dict[str, str]:
    """Every label of a language, by its key."""
    return dict(_leaves(yaml.load((LABELS / f"{language}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)))


@cache
def french() -> list[Label]:
    """The labels in French, except those that are the same in English."""
    english = texts("en")
    other = {key: text for key, text in texts("fr").items() if plain(text) != plain(english[key])}
    return [label for key, text in other.items() for label in Label.of(key, text)]


def french_in(text: str) -> list[str]:
    """The labels in French that a text shows, with their keys."""
    searched = plain(re.sub(r"\{\w+\}", "…", text))
    return [f"{label.key}: {label.text}" for label in french() if label.is_in(searched)]


def _leaves(tree: dict, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a label: ("text", words), ("tag", its sign: "#" or "^", "/", or "" for a variable)."""
    end = 0
    for tag in TAG.finditer(text):
        yield "text", text[end : tag.start()]
        yield "tag", tag[1]
        end = tag.end()
    yield "text", text[end:]


def _sure_parts(text: str) -> list[str]:
    """The parts that every form of the label has: outside sections, between variables."""
    depth, parts = 0, [""]
    for kind, piece in _pieces(text):
        if kind == "tag":
            depth += {"": 0, "/": -1}.get(piece, 1)
            parts.append("")
        elif depth == 0:
            parts += FILLED.split(piece)
    return [part.strip() for part in parts]


def _expression(text: str) -> str:
    """The label as a regular expression: a variable is anything, a section is there or not."""
    made = []
    for kind, piece in _pieces(text):
        if kind == "text":
            made.append(ANYTHING.join(map(re.escape, FILLED.split(piece))))
        else:
            made.append({"": ANYTHING, "/": ")?"}.get(piece, "(?:"))
    return "".join(made)
