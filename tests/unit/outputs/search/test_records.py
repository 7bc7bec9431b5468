"""What is found, and where it leads: every text once, where it is written, and no guide of a place."""

from collections.abc import Callable

import pytest

from site_builder.outputs.search.record import Record
from site_builder.outputs.search.records import records
from site_builder.render.geography import geography
from site_builder.render.scene import Scene
from site_builder.render.stage import Materials, set_scene
from tests.conftest import PortalFolder, engine_theme

TREE = """\
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: bourg, level: commune, name: Le Bourg, parents: [pays]}
      - {code: hameau, level: commune, name: Hameau, parents: [pays]}
data/glossary.yml
    terms:
      - {id: caf, acronym: Caf, term: {fr: caisse, en: office}, meaning: {fr: Aide les familles., en: Helps families.}}
data/search.yml
    languages:
      - {code: fr, same: [[eau, robinet]], ignored: [où]}
content/welcome/water.md
    ---
    id: water
    title: Ouvrir l’eau
    slug: eau
    section: housing
    audiences: [family]
    see: Allez voir la source.
    ---
    Appelez la **mairie**.
content/welcome/water.en.md
    ---
    title: Water
    see: See the spring.
    ---
    Call the *mairie*.
content/welcome/bourg-water.md
    ---
    id: bourg-water
    title: L’eau du Bourg
    territory: bourg
    overrides: water
    mode: append
    ---
    Elle vient de loin.
content/welcome/hidden.md
    ---
    id: no-water
    title: Pas d’eau
    territory: hameau
    overrides: water
    mode: hide
    ---
content/steps/water.md
    ---
    id: step-water
    title: Appeler pour l’eau
    stage: before
    day: -3
    block: water
    documents: [Bail signé]
    ---
    Appelez.
content/easy/water.md
    ---
    id: easy-water
    title: L’eau
    block: water
    ---
    L’eau coule.
content/pages/partners.md
    ---
    id: partners
    title: Partenaires
    summary: Pour accueillir.
    door: partners
    ---
    Bonjour.
"""


@pytest.fixture
def scene(portal: Callable[..., PortalFolder]) -> Scene:
    folder = portal(TREE)
    planned = folder.check().planned
    assert planned
    return set_scene(planned, engine_theme(folder.site), Materials(geography=geography(planned.portal)))


def by_url(scene: Scene, lang: str) -> dict[str, Record]:
    found = records(scene, lang)
    assert len({record.url for record in found}) == len(found)
    return {record.url: record for record in found}


def test_where_results_lead(scene: Scene) -> None:
    rows = [(r.url, r.kind, r.title, r.door.value, r.places) for r in records(scene, "fr")]
    assert [row for row in rows if row[1] != "part"] == [
        ("/bienvenue/petit-pays/#emergency", "emergency", "En cas d’urgence", "both", ()),
        ("/bienvenue/petit-pays/portrait/", "place", "Portrait Petit pays", "welcome", ()),
        ("/partners/", "page", "Partenaires", "partners", ()),
        ("/bienvenue/petit-pays/#housing", "block", "Se loger", "welcome", ()),
        ("/bienvenue/le-bourg/#bourg-water", "block", "L’eau du Bourg", "welcome", ("le-bourg",)),
        ("/bienvenue/petit-pays/#water", "block", "Ouvrir l’eau", "welcome", ()),
        ("/bienvenue/petit-pays/pas-a-pas/#step-water", "step", "Appeler pour l’eau", "welcome", ()),
        ("/facile-a-lire/#easy-water", "easy", "L’eau", "welcome", ()),
        ("/lexique/#t-caf", "word", "Caf – caisse", "welcome", ()),
    ]


def test_what_they_say_and_may_be_narrowed_by(scene: Scene) -> None:
    found = by_url(scene, "fr")
    water = found["/bienvenue/petit-pays/#water"]
    assert water.text == "<p>Appelez la <strong>mairie</strong>.</p><p>Allez voir la source.</p>"
    assert (water.themes, water.audiences, water.near, water.far) == (("housing",), ("family",), ("robinet",), ())
    step = found["/bienvenue/petit-pays/pas-a-pas/#step-water"]
    assert step.text == "<p>Appelez.</p><p></p><p>Bail signé</p>"
    assert [found[url].themes for url in ("/facile-a-lire/#easy-water", "/bienvenue/le-bourg/#bourg-water")] == [
        ("housing",),
        ("housing",),
    ]
    assert found["/bienvenue/le-bourg/#bourg-water"].audiences == ()  # for everybody


def test_each_language_finds_its_own_texts(scene: Scene) -> None:
    found = by_url(scene, "en")
    water = found["/en/welcome/petit-pays/#water"]
    assert (water.title, water.text) == ("Water", "<p>Call the <em>mairie</em>.</p><p>See the spring.</p>")
    assert (water.themes, water.near) == (("housing",), ())
    assert "/en/partners/" not in found  # it has no English version


def test_guides_of_places_are_left_to_the_finder(scene: Scene) -> None:
    kinds = {record.kind for record in records(scene, "fr")}
    assert kinds == {"emergency", "part", "place", "page", "block", "step", "easy", "word"}
    parts = [record.url for record in records(scene, "fr") if record.kind == "part"]
    assert "/bienvenue/" in parts
    assert not {"/", "/recherche/", "/404.html", "/bienvenue/petit-pays/", "/coordination/"}.intersection(parts)


def test_whom_to_call_in_danger(scene: Scene) -> None:
    """By its number, by who answers, and by the words of whoever is in danger."""
    found = by_url(scene, "en")["/en/welcome/petit-pays/#emergency"]
    (first, *_) = scene.portal.frame.emergency
    assert found.title == "In an emergency"
    assert {"ambulance", "police", "fire", "urgence", first.number, first.title.root["en"]} <= set(found.near)
    assert f"{first.title.root['en']} {first.number}" in found.text
    assert found.far == ()
