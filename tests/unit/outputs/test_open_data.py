"""The open data of portals that know little: no address of the site, no address of the licence, one language."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from site_builder.incremental.watched import settled
from site_builder.outputs.open_data.stage import open_data, open_data_of_contacts
from site_builder.outputs.open_data.territories import territory_files
from site_builder.reading import check_portal
from site_builder.render.geography import geography
from site_builder.render.scene import Scene
from site_builder.render.stage import Materials, set_scene
from tests.conftest import PORTAL_YML, TODAY, PortalFolder, engine_theme
from tests.open_data import SCHEMAS, judge

TREE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: "40088", level: commune, name: Dax, parents: [pays], postal_codes: ["40100"], population: 22109}
      - {code: "40179", level: commune, name: Narrosse, parents: [pays], postal_codes: ["40180", "40181"]}
data/contacts.yml
    contacts:
      - id: dax
        role: town-hall
        covers: ["40088"]
        name: Mairie de Dax
        telephone: 05 58 56 80 00
        opening_hours: sur rendez-vous
        verified_on: 2026-03-01
      - {id: narrosse, role: town-hall, covers: ["40179"], name: Mairie de Narrosse, telephone: "112233"}
content/houses/house.md
    ---
    id: house
    title: La maison de Narrosse
    territory: "40179"
    email: accueil@narrosse.example
    verified_on: 2026-04-01
    ---
    Poussez la porte.
content/relays/relay.md
    ---
    id: relay
    title: Les anciens du collège
    summary: On vous montre la ville.
    territory: "40088"
    kind: school
    ---
    Venez.
"""


@pytest.fixture
def scene(portal: Callable[..., PortalFolder]) -> Scene:
    """Whose pages are not made."""
    folder = portal(f"data/portal.yml\n{_indented(PORTAL_YML)}    licence: {{name: CC BY 4.0}}\n{TREE}")
    planned = check_portal(folder.root, today=TODAY).planned
    assert planned is not None
    theme = engine_theme(folder.site, "")
    plain = replace(planned, portal=settled(planned.portal))
    return set_scene(plain, theme, Materials(geography=geography(planned.portal)))


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def made(scene: Scene) -> dict[str, bytes]:
    outputs = (*open_data(scene), *open_data_of_contacts(scene), *territory_files(scene, [*scene.portal.territories]))
    return {output.path.removeprefix("api/v1/"): output.data for output in outputs}


def read(scene: Scene, path: str) -> Any:
    return json.loads(made(scene)[path])


def test_a_body_of_a_commune_of_france_has_its_codes(scene: Scene) -> None:
    """A postal code where there is but one; hours that follow no rule are left out, as is what nobody has checked."""
    said = read(scene, "services.json")
    assert said["structures"] == [
        {
            "source": "portail-petit-pays",
            "id": "portail-petit-pays--house",
            "nom": "La maison de Narrosse",
            "date_maj": "2026-04-01",
            "commune": "Narrosse",
            "code_insee": "40179",
            "courriel": "accueil@narrosse.example",
        },
        {
            "source": "portail-petit-pays",
            "id": "portail-petit-pays--dax",
            "nom": "Mairie de Dax",
            "date_maj": "2026-03-01",
            "commune": "Dax",
            "code_insee": "40088",
            "code_postal": "40100",
            "telephone": "0558568000",
        },
    ]
    assert said["services"] == []  # the house says nothing of what it does, and nobody has checked the relay


def test_a_licence_without_an_address_is_named(scene: Scene) -> None:
    assert read(scene, "index.json")["licence"] == {"name": "CC BY 4.0"}
    assert read(scene, "contacts.csv-metadata.json")["dc:license"] == "CC BY 4.0"
    assert read(scene, "openapi.json")["info"]["license"] == {"name": "CC BY 4.0"}
    assert read(scene, "catalog.jsonld")["dct:license"] == {
        "@type": "dct:LicenseDocument",
        "dct:title": "CC BY 4.0",
    }


def test_without_the_address_of_the_site_addresses_begin_at_its_root(scene: Scene) -> None:
    assert read(scene, "index.json")["each"]["territories"] == "/api/v1/territories/{code}.json"
    assert read(scene, "territories/40088.json")["territory"]["pages"]["guide"]["en"] == "/en/welcome/dax/"
    assert "externalDocs" not in read(scene, "openapi.json")


def test_the_same_portal_gives_the_same_bytes_in_whatever_order(scene: Scene) -> None:
    first = made(scene)
    turned = territory_files(scene, [*reversed([*scene.portal.territories])])
    assert {output.path.removeprefix("api/v1/"): output.data for output in turned}.items() <= first.items()
    assert made(scene) == first


def test_a_territory_is_made_again_when_one_of_its_contacts_changes(scene: Scene) -> None:
    asked = {output.path: output.asked for output in territory_files(scene, [*scene.portal.territories])}
    assert asked["api/v1/territories/40088.json"] == ("contacts 40088", "contacts pays")


def test_the_files_keep_their_schemas(scene: Scene) -> None:
    for name in ("index", "alerts", "vocabulary", "contacts", "services", "territories", "houses", "relays"):
        assert [*judge(SCHEMAS / f"{name}.json").iter_errors(read(scene, f"{name}.json"))] == []
