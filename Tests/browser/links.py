"""The link checker: every address of every page must lead to something that exists."""

from __future__ import annotations

import re
from pathlib import Path

from facts import Reference
from reader import Reader

# A host has letters, digits, hyphens and dots between them; a port may follow.
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?", re.IGNORECASE)
ADDRESSEE = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+|tel:\+?[\d.\- ]+")


def faults(reader: Reader, page: str) -> list[str]:
    """The problems of the addresses in a page, in words."""
    found = ((one, fault(reader, one)) for one in reader.facts(page).references)
    return [f"{page}: {one}: {wrong}" for one, wrong in found if wrong]


def fault(reader: Reader, one: Reference) -> str | None:
    """The problem of one address; None if it leads to something that exists."""
    if one.is_malformed:
        return "is not an address"
    if not one.written.strip():
        return "is empty"
    if one.protocol == "file:":
        return _file_fault(reader, one)
    if one.use == "load":
        return None if one.protocol == "data:" else "is loaded from another host"
    if one.protocol in ("http:", "https:"):
        return None if HOST.fullmatch(one.host) and " " not in one.written else "is not a well-formed external address"
    return None if ADDRESSEE.fullmatch(one.written) else "leads nowhere that a reader can go"


def _file_fault(reader: Reader, one: Reference) -> str | None:
    target = Path(one.path or "")
    name = reader.site.name(target)
    if name is None:
        return f"leaves the site: {target}"
    if not target.is_file():
        return f"no file “{name}”"
    if one.fragment is None:
        return None
    if not one.fragment:
        return "names no place after “#”"
    if target.suffix == ".html":
        return None if one.fragment in reader.facts(name).anchors else f"no place “{one.fragment}” in “{name}”"
    # A symbol of an SVG file, the page of a PDF: not an anchor of a page.
    return None


def unreachable(reader: Reader, start: str) -> list[str]:
    """The pages to which no chain of links leads from the first one."""
    reached: set[str] = set()
    ahead = [start]
    while ahead:
        page = ahead.pop()
        if page in reached:
            continue
        reached.add(page)
        ahead += _pages_linked_from(reader, page)
    return [page for page in reader.site.pages if page not in reached]


def _pages_linked_from(reader: Reader, page: str) -> list[str]:
    links = (one for one in reader.facts(page).references if one.tag in ("a", "area") and one.protocol == "file:")
    names = (reader.site.name(Path(one.path or "")) for one in links)
    return [name for name in names if name and name.endswith(".html") and reader.site.has(name)]
