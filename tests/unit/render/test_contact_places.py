"""How far a contact is, in a straight line, and which is the nearest beside a place that has none."""

from collections.abc import Callable

import pytest

from site_builder.reading import check_portal
from site_builder.render.contact_places import ContactPlaces, contact_places
from site_builder.render.geography import geography
from site_builder.resolve.directory import CheckedAbsent, Known
from tests.conftest import TODAY, PortalFolder

TREE = """
data/portal.yml
    name: Pays
    tagline: Bienvenue
    languages: [{code: fr, name: Français}]
    territory: pays
    first_contacts: [concierge, town-hall]
    levels:
      - {id: pays, name: pays, plural: pays}
      - {id: vallee, name: vallée, plural: vallées}
      - {id: commune, name: commune, plural: communes}
    colours: {paper: "#FBF8F2", ink: "#16242B", ocean: "#0F4C5C", pine: "#2E6B4F", wine: "#7B2740", ochre: "#C8821E", line: "#DDD5C7"}
    dark_colours: {paper: "#101C24", ink: "#F1EADC", ocean: "#8CCBD6", pine: "#93CFAF", wine: "#EBA5B8", ochre: "#E0A040", line: "#33434D"}
data/guide.yml
    sections: [{id: first-steps, title: Premiers pas}]
    roles:
      - {id: concierge, title: Accueil}
      - {id: town-hall, title: Mairie}
      - {id: childcare, title: Crèche}
      - {id: health-centre, title: Santé}
data/territories.yml
    territories:
      - {code: pays, level: pays, name: Pays}
      - {code: haute, level: vallee, name: Haute, parents: [pays], seat: h1}
      - {code: basse, level: vallee, name: Basse, parents: [pays]}
      - {code: h1, level: commune, name: H1, parents: [haute]}
      - {code: h2, level: commune, name: H2, parents: [haute]}
      - {code: h3, level: commune, name: H3, parents: [haute]}
      - {code: b1, level: commune, name: B1, parents: [basse]}
      - {code: b2, level: commune, name: B2, parents: [basse]}
    contacts:
      - {id: m-h1, role: town-hall, covers: [h1], name: Mairie, verified_on: 2026-01-05, position: {latitude: 46.0, longitude: 6.0}}
      - {id: m-h2, role: town-hall, covers: [h2], name: Mairie, verified_on: 2026-01-05, position: {latitude: 46.1, longitude: 6.0}}
      - {id: m-b1, role: town-hall, covers: [b1], name: Mairie, verified_on: 2026-01-05, position: {latitude: 46.2, longitude: 6.0}}
      - {id: m-b2, role: town-hall, covers: [b2], name: Mairie, verified_on: 2026-01-05, position: {latitude: 46.5, longitude: 6.0}}
      - {id: creche, role: childcare, covers: [haute], name: Crèche, verified_on: 2026-01-05}
      - {id: accueil, role: concierge, covers: [basse], name: Accueil, verified_on: 2026-01-05, position: {latitude: 46.3, longitude: 6.0}}
      - {id: sante-h2, role: health-centre, covers: [h2], name: Santé, verified_on: 2026-01-05}
      - {id: sante-b1, role: health-centre, covers: [b1], name: Santé, verified_on: 2026-01-05}
    absences:
      - {role: childcare, covers: [h2], checked_by: H2, checked_on: 2026-01-05}
      - {role: childcare, covers: [basse], checked_by: Basse, checked_on: 2026-01-05}
      - {role: concierge, covers: [haute, b2], checked_by: Pays, checked_on: 2026-01-05}
      - {role: health-centre, covers: [h1, b2, h3], checked_by: Pays, checked_on: 2026-01-05}
"""  # noqa: E501


@pytest.fixture
def places(portal: Callable[..., PortalFolder]) -> ContactPlaces:
    planned = check_portal(portal(TREE).root, today=TODAY).planned
    assert planned is not None
    return contact_places(planned.portal, geography(planned.portal))


@pytest.mark.parametrize(
    ("role", "code", "km"),
    [
        ("childcare", "h1", None),  # the valley's nursery is known by its seat alone, which is H1: never 0 km
        ("childcare", "h3", None),  # nobody knows where H3 is
        ("concierge", "b1", 11.1),
        ("concierge", "basse", None),  # nor where a valley without outline is
    ],
)
def test_how_far_a_contact_is(role: str, code: str, km: float | None, places: ContactPlaces) -> None:
    known = places.portal.directory.answer(role, code)
    assert isinstance(known, Known)
    found = places.km(code, known)
    assert (round(found, 1) if found else found) == km


@pytest.mark.parametrize(
    ("role", "code", "nearest"),
    [
        ("childcare", "h2", ("creche", "haute", 11.1)),  # the scale above, by its seat
        ("childcare", "b1", ("creche", "haute", 22.2)),  # absent in the valley: the next valley
        ("concierge", "h1", None),  # 33 km
        ("concierge", "h2", ("accueil", "basse", 22.2)),
        ("concierge", "h3", None),  # nobody knows where it is
        ("concierge", "b2", ("accueil", "basse", 22.2)),
        ("health-centre", "h1", ("sante-h2", "h2", 11.1)),
        ("health-centre", "b2", None),  # 33 km and more
        ("health-centre", "h3", None),
    ],
)
def test_the_nearest_that_has_one(
    role: str, code: str, nearest: tuple[str, str, float] | None, places: ContactPlaces
) -> None:
    absent = places.portal.directory.answer(role, code)
    assert isinstance(absent, CheckedAbsent)
    found = places.nearest(role, code, absent)
    assert (found and (found.contact.id, found.scale, round(places.km(code, found) or 0, 1))) == nearest


def test_only_roles_that_are_somewhere_absent_are_indexed(places: ContactPlaces) -> None:
    assert set(places.beside) == {("childcare", "vallee"), ("concierge", "vallee"), ("health-centre", "commune")}
