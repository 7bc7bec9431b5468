"""A guide shows what its own territory has: its assets, its people, or else those of what it lies in."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import PORTAL_YML, PortalFolder

Make = Callable[..., PortalFolder]
LEVELS = PORTAL_YML.replace(
    "  - {id: commune,",
    "  - {id: canton, name: {fr: canton, en: canton}, plural: {fr: cantons, en: cantons}}\n  - {id: commune,",
)
PORTAL = f"""
data/portal.yml
{"".join(f"    {line}" + chr(10) for line in LEVELS.splitlines())}
data/territories/territories.yml
    territories:
      - {{code: pays, level: pays, name: Petit pays}}
      - {{code: nord, level: canton, name: Nord, parents: [pays]}}
      - {{code: sud, level: canton, name: Sud, parents: [pays]}}
      - {{code: bourg, level: commune, name: Le Bourg, parents: [nord]}}
      - {{code: hameau, level: commune, name: Hameau, parents: [nord]}}
      - {{code: port, level: commune, name: Le Port, parents: [sud]}}
content/assets/halle.md
    ---
    id: halle
    title: "La halle"
    summary: "Un marché."
    angle: economy
    territory: bourg
    sources: [{{name: Les archives}}]
    ---
    Un marché.
content/assets/halle.en.md
    ---
    title: "The market hall"
    summary: "A market."
    ---
    A market.
content/assets/ruines.md
    ---
    id: ruines
    title: "Les ruines"
    summary: "Pour se souvenir."
    angle: historical-heritage
    territory: port
    place_of_memory: true
    sources: [{{name: Les archives}}]
    ---
    Pour se souvenir.
content/assets/gare.md
    ---
    id: gare
    title: "La gare"
    summary: "Des trains."
    angle: public-services
    territory: hameau
    sources: [{{name: Les archives}}]
    ---
    Des trains.
content/ambassadors/jeanne.md
    ---
    id: jeanne
    title: "Jeanne Doe"
    summary: "Meunière."
    theme: professional-life
    territory: bourg
    born: {{year: 1801}}
    died: {{year: 1870}}
    sources: [{{name: Les archives}}]
    ---
    Meunière.
"""
HERE = re.compile(
    r"<h3>([^<]*)</h3>\s*<ul class=links>\s*<li>"
    r'<a href="/(?:en/)?(?:atouts|ambass\w+|assets)/[^"]*"([^>]*)>([^<]*)<'
)


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("bienvenue/le-bourg", [("À voir ici", "", "La halle"), ("Des vies d’ici", "", "Jeanne Doe")]),
        ("bienvenue/hameau", [("À voir près d’ici", "", "La halle"), ("Des vies d’ici", "", "Jeanne Doe")]),
        ("bienvenue/canton-nord", [("À voir ici", "", "La halle"), ("Des vies d’ici", "", "Jeanne Doe")]),
        ("bienvenue/le-port", []),
        (
            "en/welcome/le-bourg",
            [("Worth seeing here", "", "The market hall"), ("Lives lived here", ' lang="fr"', "Jeanne Doe")],
        ),
    ],
)
def test_what_a_guide_shows_of_its_territory(page: str, shown: list[tuple[str, str, str]], portal: Make) -> None:
    folder = portal(PORTAL)
    built = folder.build()
    assert not built.failed, built.problems
    assert HERE.findall(folder.html(page)) == shown


@pytest.mark.parametrize(("others", "more"), [(5, []), (6, [("/atouts/", "Tous les atouts")])])
def test_a_guide_that_shows_some_leads_to_all(others: int, more: list[tuple[str, str]], portal: Make) -> None:
    hall = PORTAL[PORTAL.index("content/assets/halle.md") : PORTAL.index("content/assets/halle.en.md")]
    entries = [hall.replace("halle.md", f"z{n}.md").replace("id: halle", f"id: z{n}") for n in range(others)]
    titled = [entry.replace("La halle", f"Atout {n}") for n, entry in enumerate(entries)]
    folder = portal("".join([PORTAL, *titled]))
    built = folder.build()
    assert not built.failed, built.problems
    shown = folder.html("bienvenue/le-bourg").partition("À voir ici</h3>")[2].partition("</ul>")[0]
    links = re.findall(r'<a href="([^"]*)">([^<]*)<', shown)
    there = [*((f"/atouts/z{n}/", f"Atout {n}") for n in range(others)), ("/atouts/halle/", "La halle")]
    assert links == [*there[:6], *more]
