"""Every link of every page, opened from the disk, leads to something that exists, and the console stays empty."""

from __future__ import annotations

import links
from reader import Reader

# The page that a server shows for a missing address: no page links to it.
NOT_FOUND = "404.html"


def test_every_address_leads_somewhere(reader: Reader, page: str) -> None:
    wrong = links.faults(reader, page)
    assert not wrong, "\n".join(wrong)


def test_console_is_silent(reader: Reader, page: str) -> None:
    noise = reader.facts(page).noise
    assert not noise, "\n".join(noise)


def test_every_page_can_be_reached_from_the_home_page(reader: Reader) -> None:
    orphans = [page for page in links.unreachable(reader, "index.html") if page != NOT_FOUND]
    assert not orphans, "no link leads to: " + ", ".join(orphans)
