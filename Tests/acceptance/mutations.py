"""Damaged or hostile content: bytes changed, cut, repeated, and mixed with the syntax of every format that is read."""

from __future__ import annotations

import random
from pathlib import Path

ENDINGS = {".md", ".yml", ".json"}

MARKS = [
    b"\0", b"[x]:", b"[x]", b"](", b"javascript:", b"java\tscript:", b"```", b":::", b"::: pour binome", b"---\n", b"|-|-|",
    b"| a | b |\n", b"\xff\xfe", b"\xc3", b"<!--", b"<script>", b"</a>", b"*", b"_", b"~~", b"#", b"> ", b"- ", b"1. ", b"\t",
    b"\r\n", b"\r", "\u2028".encode(), b"&#0;", b"&Tab;", b"\\", b"{#x}", b"[^1]", b"[^1]: ", b"$", b"{{x}}", b"titre: ", b"&a ",
    b"*a", b": [", b"  ", b"https://", b"//", b"/\\", b"guide:", b"../", "\u0301".encode(), "\U0001f600".encode(), b"-" * 50,
    b"[" * 200, b">" * 200, b"(" * 100,
]  # fmt: skip


def texts(folder: Path) -> dict[Path, bytes]:
    """The files that an editor writes, by their paths in the folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix in ENDINGS)
    return {file.relative_to(folder): file.read_bytes() for file in files}


def mutated(text: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A text after a few changes, or a few dozen."""
    for _ in range(chance.choice([1, 1, 2, 3, 5, 10, 30])):
        text = changed(text, others, chance)
    return text


def changed(text: bytes, others: list[bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice([1, 2, 5, 20, 100, 1000]))
    mark = chance.choice(MARKS)
    match chance.randrange(7):
        case 0:
            return text[:start] + bytes([chance.randrange(256)]) + text[start + 1 :]
        case 1:
            return text[:start] + mark * chance.choice([1, 1, 1, 2, 10]) + text[start:]
        case 2:
            return text[:start] + text[end:]
        case 3:
            return text[:start] + text[start:end] * chance.choice([2, 3, 20]) + text[end:]
        case 4:
            other = chance.choice(others)
            place = chance.randrange(len(other))
            return text[:start] + other[place : place + chance.choice([10, 100, 1000])] + text[start:]
        case 5:
            return text[:start]
        case _:
            return text[:start] + mark + text[end:]
