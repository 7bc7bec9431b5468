"""A town's own contact is nobody else's: what sheets that are handed out say of a territory that has no other."""

from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest

from site_builder.paper.edition import Edition
from tests.conftest import GUIDE_YML, NEEDED, PORTAL_YML, PortalFolder, files_of, write_files
from tests.unit.paper.conftest import run_printing
from tests.unit.paper.printing import printer_of
from tests.unit.paper.reading import sheet

COUNTRY, ITS_LEVEL = PORTAL_YML.partition("  - {id: pays")[0::2]
LEVELS = """\
  - {id: region, name: {fr: région, en: region}, plural: {fr: régions, en: regions}}
  - {id: departement, name: {fr: département, en: département}, plural: {fr: départements, en: départements}}
  - {id: epci, name: {fr: intercommunalité, en: area}, plural: {fr: intercommunalités, en: areas}}
"""
OWN_LEVELS = (COUNTRY + LEVELS + ITS_LEVEL.partition("\n")[2]).replace("territory: pays", "territory: region")
ROLE = "roles:\n  - {id: concierge, title: {fr: Accueil, en: Welcome}}\n"
SETTINGS = f"""
data/portal.yml
{indent(OWN_LEVELS.replace("[town-hall]", "[concierge, town-hall]"), "    ")}
data/guide.yml
{indent(GUIDE_YML.replace("roles:", ROLE.rstrip()), "    ")}
"""
PLACES = """
data/territories/territories.yml
    territories:
      - {code: region, level: region, name: Région, seat: dax}
      - {code: dep, level: departement, name: Landes, seat: dax, parents: [region]}
      - {code: grand, level: epci, name: Grand Dax, seat: dax, parents: [dep]}
      - {code: dax, level: commune, name: Dax, parents: [grand, dep], population: 900}
      - {code: seyresse, level: commune, name: Seyresse, parents: [grand, dep], population: 80}
data/contacts/halls.yml
    contacts:
      - {id: dax-hall, role: town-hall, covers: [dax], name: {fr: Mairie de Dax, en: Dax town hall},
         telephone: "01 00 00 00 01"}
"""
CONCIERGE = """
      - {id: con, role: concierge, covers: [region], name: {fr: Conciergerie, en: Concierge}}
"""
SITE = "https://portail.example/"


def edition(portal: Callable[..., PortalFolder], code: str, more: str = "") -> Edition:
    return printer_of(portal(SETTINGS + PLACES + more).root, SITE).editions.edition(code, "en")


@pytest.mark.parametrize(
    ("code", "town", "places"),
    [
        ("region", "Town hall of the main town (chef-lieu), Dax.", "en/welcome/"),
        ("dep", "Town hall of the main town (chef-lieu), Dax.", "q/dep/#level-commune"),
        ("grand", "Town hall of the main town (chef-lieu), Dax.", None),
        ("dax", None, None),
    ],
)
def test_whose_a_contact_is(
    code: str, town: str | None, places: str | None, portal: Callable[..., PortalFolder]
) -> None:
    made = edition(portal, code)
    assert (str(made.contact_of_town.title) if made.contact_of_town else None) == town
    assert (made.contact_places.url if made.contact_places else None) == (f"{SITE}{places}" if places else None)


@pytest.mark.parametrize("code", ["region", "dep", "grand", "dax"])
def test_a_concierge_of_the_territory_is_nobody_s_own(code: str, portal: Callable[..., PortalFolder]) -> None:
    made = edition(portal, code, CONCIERGE)
    assert made.contact is not None
    assert (made.contact.name, made.contact_of_town, made.contact_places) == ("Concierge", None, None)


OWN = "Votre mairie s’occupe de votre commune : trouvez son téléphone et ses horaires avec le code."
WHY = "Chaque mairie s’occupe de sa commune."
HALL = "01 00 00 00 01"


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is printed of all four, in one process."""
    folder = tmp_path_factory.mktemp("contact-of-town")
    write_files(folder / "portal", NEEDED | files_of(SETTINGS + PLACES))
    run_printing(folder / "portal", SITE, folder / "out", "region", "dep", "grand", "dax", formats="leaflet,flyer")
    return folder / "out"


@pytest.mark.parametrize("code", ["region", "dep", "grand", "dax"])
def test_what_sheets_say_of_it(code: str, sheets: Path) -> None:
    said = {"region": [OWN], "dep": [OWN], "grand": [WHY, HALL, "Mairie du chef-lieu, Dax."], "dax": [HALL]}[code]
    for form in ("leaflet", "flyer"):
        text = sheet(sheets / f"{code}-fr-{form}.pdf")
        assert [part for part in (OWN, WHY, HALL, "Mairie du chef-lieu, Dax.") if part in text] == said
