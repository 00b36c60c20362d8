"""A toolbox of 60 pages with 200 links, good and bad, and the truth about each: the same for the same seed."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from web import HOSTS

PAGES = 60
LINKS = 200
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


class Truth(Enum):
    GOOD = "bon"
    MOVED = "déplacé"
    BROKEN = "mort"
    UNCERTAIN = "à vérifier à la main"


@dataclass(frozen=True)
class Link:
    """A link as it will be written. `{n}` in it is a number that makes it unlike the others."""

    text: str
    truth: Truth
    kind: str


@dataclass(frozen=True)
class Placed:
    """A link where it stands. Where a definition follows it, a tool may report either of the two."""

    file: str
    lines: range
    link: Link

    @property
    def places(self) -> list[tuple[str, int]]:
        return [(self.file, line) for line in self.lines]


# A host that does not exist ends in `.internal`, which is never delegated: names like `.invalid` would do, but lychee
# leaves them out on purpose, as examples.
#
# Kind, how it is written, how many, what it is. `@` stands for the address of the web.
INSIDE: list[tuple[str, str, int, Truth]] = [
    ("fichier", "[lien {n}](page-{p}.md)", 16, Truth.GOOD),
    ("fichier d’un autre dossier", "[lien {n}](../ressources/ressource-{r}.md)", 6, Truth.GOOD),
    ("ancre", "[lien {n}](page-{p}.md#partie)", 4, Truth.GOOD),
    ("ancre d’un titre accentué", "[lien {n}](page-{p}.md#l-etat-d-oeuvre)", 2, Truth.GOOD),
    ("fragment de texte d’une page", "[lien {n}](page-{p}.md#:~:text=Partie)", 2, Truth.GOOD),
    ("ancre répétée", "[lien {n}](page-{p}.md#partie-1)", 3, Truth.GOOD),
    ("ancre choisie", "[lien {n}](page-{p}.md#choisie)", 3, Truth.GOOD),
    ("ancre en HTML", "[lien {n}](page-{p}.md#vieille)", 2, Truth.GOOD),
    ("haut de page", "[lien {n}](page-{p}.md#top)", 2, Truth.GOOD),
    ("même page", "[lien {n}](#partie)", 3, Truth.GOOD),
    ("nom accentué, codé", "[lien {n}](../fichiers/caf%C3%A9.pdf)", 2, Truth.GOOD),
    ("nom à espaces et à points", "[lien {n}](<../fichiers/Mon guide v1.2.pdf>)", 2, Truth.GOOD),
    ("nom à parenthèses", "[lien {n}](../fichiers/Foo_(album).pdf)", 2, Truth.GOOD),
    ("avec une requête", "[lien {n}](page-{p}.md?x=1)", 2, Truth.GOOD),
    ("par référence", "[lien {n}][page suivante]", 3, Truth.GOOD),
    ("référence sur deux lignes", "[lien {n}][page\nsuivante]", 2, Truth.GOOD),
    ("image", "![image {n}](../fichiers/point.png)", 2, Truth.GOOD),
    ("courriel", "[lien {n}](mailto:contact{n}@exemple.fr)", 3, Truth.GOOD),
    ("téléphone", "[lien {n}](tel:+33100000000)", 2, Truth.GOOD),
    ("fichier mal écrit", "[lien {n}](paje-{p}.md)", 10, Truth.BROKEN),
    ("casse du fichier", "[lien {n}](Page-{p}.md)", 5, Truth.BROKEN),
    ("mauvais dossier", "[lien {n}](../rex/page-{p}.md)", 5, Truth.BROKEN),
    ("dossier sans page", "[lien {n}](../fichiers/)", 2, Truth.BROKEN),
    ("ancre absente", "[lien {n}](page-{p}.md#absente-{n})", 8, Truth.BROKEN),
    ("casse de l’ancre", "[lien {n}](page-{p}.md#L-Etat-D-Oeuvre)", 4, Truth.BROKEN),
    ("ancre suivie d’une barre", "[lien {n}](page-{p}.md#partie/)", 2, Truth.BROKEN),
    ("référence sans définition", "[lien {n}][nulle part]", 4, Truth.BROKEN),
    ("référence vers un fichier absent", "[lien {n}][absent {n}]\n\n[absent {n}]: absent-{n}.md", 3, Truth.BROKEN),
    ("adresse avec une espace", "[lien {n}](../fichiers/Mon guide v1.2.pdf)", 2, Truth.BROKEN),
    ("courriel mal écrit", "[lien {n}](mailto:contact{n}.exemple.fr)", 2, Truth.BROKEN),
    ("téléphone mal écrit", "[lien {n}](tel:appelez-nous-{n})", 1, Truth.BROKEN),
    ("image absente", "![image {n}](../fichiers/absente-{n}.png)", 3, Truth.BROKEN),
]

OUTSIDE: list[tuple[str, str, int, Truth]] = [
    ("ancre d’un site", "[lien {n}](@/page/{n}#titre)", 3, Truth.GOOD),
    ("ancre accentuée d’un site", "[lien {n}](@/page/{n}#%C3%A9t%C3%A9)", 2, Truth.GOOD),
    ("fragment de texte", "[lien {n}](@/page/{n}#:~:text=les%20agents)", 2, Truth.GOOD),
    ("page comprimée, ancre", "[lien {n}](@/gzip/{n}#titre)", 2, Truth.GOOD),
    ("PDF à une page", "[lien {n}](@/pdf/{n}#page=2)", 2, Truth.GOOD),
    ("HEAD refusé (405)", "[lien {n}](@/sans-head/{n})", 2, Truth.GOOD),
    ("HEAD perdu (404)", "[lien {n}](@/head-404/{n})", 2, Truth.GOOD),
    ("panne brève (500 puis 200)", "[lien {n}](@/panne-breve/{n})", 2, Truth.GOOD),
    ("429 puis 200", "[lien {n}](@/patience/{n})", 2, Truth.GOOD),
    ("redirection passagère", "[lien {n}](@/302/{n})", 3, Truth.GOOD),
    ("fichier énorme", "[lien {n}](@/enorme/{n})", 2, Truth.GOOD),
    ("adresse nue avant un point", "Voir @/page/{n}.", 3, Truth.GOOD),
    ("adresse nue avant une espace insécable", "« Voir @/page/{n}\N{NO-BREAK SPACE}»", 2, Truth.GOOD),
    ("redirection permanente (301)", "[lien {n}](@/301/{n})", 4, Truth.MOVED),
    ("redirection permanente (308)", "[lien {n}](@/308/{n})", 2, Truth.MOVED),
    ("suite de redirections permanentes", "[lien {n}](@/suite/{n})", 2, Truth.MOVED),
    ("404", "[lien {n}](@/404/{n})", 6, Truth.BROKEN),
    ("410", "[lien {n}](@/410/{n})", 3, Truth.BROKEN),
    ("redirection vers une 404", "[lien {n}](@/vers-404/{n})", 1, Truth.BROKEN),
    ("site inexistant", "[lien {n}](http://perdu-{n}.internal/)", 3, Truth.BROKEN),
    ("ancre absente d’un site", "[lien {n}](@/page/{n}#absente)", 4, Truth.BROKEN),
    ("403", "[lien {n}](@/403/{n})", 3, Truth.UNCERTAIN),
    ("401", "[lien {n}](@/401/{n})", 2, Truth.UNCERTAIN),
    ("429 qui dure", "[lien {n}](@/429/{n})", 1, Truth.UNCERTAIN),
    ("500 qui dure", "[lien {n}](@/500/{n})", 2, Truth.UNCERTAIN),
    ("boucle de redirections", "[lien {n}](@/boucle/{n})", 2, Truth.UNCERTAIN),
    ("jamais de réponse", "[lien {n}](@/lent/{n})", 1, Truth.UNCERTAIN),
    ("connexion coupée", "[lien {n}](@/coupe/{n})", 2, Truth.UNCERTAIN),
    ("page d’erreur en 200", "[lien {n}](@/introuvable/{n})", 2, Truth.UNCERTAIN),
    ("ancre d’une page faite de scripts", "[lien {n}](@/application/{n}#titre)", 1, Truth.UNCERTAIN),
]

#: What looks like a link and is none: to report one is a false alarm.
TRAPS = [
    "`[code](absent-{n}.md)`", "<!-- [commentaire](absent-{n}.md) -->", "```\n[bloc](absent-{n}.md)\n```",
    "- [x] fait {n}", "> [!NOTE]\n> Note {n}.", "`http://absent-{n}.invalid/`",
]

BODY = """
## L’état d’œuvre

## Partie

## Partie

## Un titre {#choisie}

<a id="vieille"></a>

"""

SITE = """titre: Banc d’essai
vocabulaires:
  nature: {guide: Guide}
  theme: {reperes: Repères}
  cote: {collectivite: Collectivité}
"""


def links(port: int, random: random.Random) -> list[Link]:
    """The links, in an order of their own."""
    found: list[Link] = []

    def add(kind: str, text: str, truth: Truth) -> None:
        number = len(found)
        host = f"http://{HOSTS[number % len(HOSTS)]}:{port}"
        written = text.replace("{n}", str(number)).replace("{p}", str(number % 40)).replace("{r}", str(number % 20))
        found.append(Link(written.replace("@", host) if "mailto:" not in text else written, truth, kind))

    for kind, text, count, truth in INSIDE + OUTSIDE:
        for _ in range(count):
            add(kind, text, truth)
    while len(found) < LINKS:
        add("page d’un site", "[lien {n}](@/page/{n})", Truth.GOOD)
    assert len(found) == LINKS
    random.shuffle(found)
    return found


def pages() -> Iterator[tuple[str, str]]:
    """The path and the front matter of each page."""
    for number in range(40):
        yield f"guide/page-{number}.md", f"titre: Page {number}\nordre: {number}\n"
    for number in range(20):
        yield (
            f"ressources/ressource-{number}.md",
            f"titre: Ressource {number}\na-venir: oui\nediteur: E\nnature: guide\ntheme: reperes\n")


def generate(root: Path, port: int, seed: int = 7) -> list[Placed]:
    """Writes the toolbox below a folder, and gives back the truth."""
    chance = random.Random(seed)
    content = root / "content"
    for name, data in {"café.pdf": b"%PDF", "Mon guide v1.2.pdf": b"%PDF", "Foo_(album).pdf": b"%PDF", "point.png": PIXEL}.items():
        (content / "fichiers").mkdir(parents=True, exist_ok=True)
        (content / "fichiers" / name).write_bytes(data)
    (content / "site.yml").write_text(SITE)
    waiting = links(port, chance)
    everything = list(pages())
    assert len(everything) == PAGES
    placed: list[Placed] = []
    for index, (path, front) in enumerate(everything):
        own = waiting[index * LINKS // PAGES:(index + 1) * LINKS // PAGES]
        # Paths are meant from the guide: from a resource, its pages are one folder further.
        inside = path.startswith("ressources/")
        text = f"---\n{front}---\n" + BODY
        for link in own:
            written = link.text.replace("](page-", "](../guide/page-").replace("](paje-", "](../guide/paje-") \
                .replace("](Page-", "](../guide/Page-") if inside else link.text
            first = text.count("\n") + 1
            lines = range(first, first + written.count("\n") + 1)
            placed.append(Placed(f"content/{path}", lines, Link(written, link.truth, link.kind)))
            text += written + "\n\n"
        text += TRAPS[index % len(TRAPS)].replace("{n}", str(index)) + "\n\n"
        text += "[page suivante]: " + ("../guide/" if inside else "") + "page-1.md\n"
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return placed
