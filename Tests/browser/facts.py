"""The facts about a page that Chromium has rendered: the result of facts.js, with types."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("facts.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Reference:
    """An address in a page, as the browser resolves it."""

    tag: str
    written: str
    use: str  # "link" leads the reader somewhere, "load" is fetched with the page
    protocol: str | None
    host: str
    path: str | None
    fragment: str | None  # decoded; None where the address has no "#"
    is_malformed: bool

    def __str__(self) -> str:
        return f'<{self.tag} "{self.written}">'


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class CurrentPage:
    """The last step of a breadcrumb."""

    text: str
    is_link: bool


@dataclass(frozen=True)
class Breadcrumb:
    is_outside_main: bool
    current: list[CurrentPage]


@dataclass(frozen=True, repr=False)  # too long for the report of a failure
class Facts:
    """The facts about one page."""

    title: str
    language: str
    text: str
    main_texts: list[str]
    headings: list[Heading]
    ids: list[str]
    anchors: frozenset[str]
    references: list[Reference]
    unlabelled_fields: list[str]
    nameless_controls: list[str]
    pictures_without_text: list[str]
    breadcrumb: Breadcrumb | None
    noise: list[str]  # console messages, refused and failed requests while the page loaded

    @classmethod
    def of(cls, answer: dict[str, Any], noise: list[str]) -> Facts:
        breadcrumb = answer["breadcrumb"]
        return cls(
            title=answer["title"],
            language=answer["language"],
            text=answer["text"],
            main_texts=answer["mainTexts"],
            headings=[Heading(**heading) for heading in answer["headings"]],
            ids=answer["ids"],
            anchors=frozenset(answer["anchors"]),
            references=[_reference(one) for one in answer["references"]],
            unlabelled_fields=answer["unlabelledFields"],
            nameless_controls=answer["namelessControls"],
            pictures_without_text=answer["picturesWithoutText"],
            breadcrumb=breadcrumb
            and Breadcrumb(
                breadcrumb["isOutsideMain"],
                [CurrentPage(one["text"], one["isLink"]) for one in breadcrumb["current"]],
            ),
            noise=noise,
        )


def _reference(answer: dict[str, Any]) -> Reference:
    return Reference(
        **{key: answer[key] for key in ("tag", "written", "use", "protocol", "host", "path", "fragment")},
        is_malformed=answer["isMalformed"],
    )
