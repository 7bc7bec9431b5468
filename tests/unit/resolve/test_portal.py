"""The portal as a whole: what is published, what is withheld, populations, organisations."""

from collections.abc import Callable
from datetime import date

import pytest

from site_builder.resolve.portal import Portal
from tests.conftest import PortalFolder

TREE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: bourg, level: commune, name: Le Bourg, parents: [pays], population: 120}
      - {code: hameau, level: commune, name: Hameau, parents: [pays], population: 30}
data/organisations.yml
    organisations:
      - {id: club, name: Club, kind: club, covers: [bourg, pays]}
      - {id: network, name: Réseau, kind: network, covers: [pays]}
    sectors:
      - {id: north, name: Nord, covers: [hameau]}
content/pages/z.md
    ---
    id: z
    title: Zoo
    ---
content/pages/a.md
    ---
    id: a
    title: Abbaye
    ---
content/pages/draft.md
    ---
    id: draft
    title: Brouillon
    status: draft
    ---
content/carnet/second.md
    ---
    id: second
    title: Avant
    part: values
    order: 2
    ---
content/carnet/first.md
    ---
    id: first
    title: Après
    part: values
    order: 1
    ---
content/ambassadors/living.md
    ---
    id: p-0a1b2c3d
    title: Nora
    theme: sport
    image: media/nora.png
    consent: {scope: [site], granted_on: 2025-01-01, expires_on: 2027-01-01, reference: 12, minor: false}
    ---
content/ambassadors/past.md
    ---
    id: past
    title: Adèle
    theme: sport
    status: draft
    image: media/adele.png
    died: {year: 1920}
    ---
media/lake.yml
    {alt: Le lac, credit: Atelier, licence: CC0}
media/nora.yml
    {alt: Nora, credit: Atelier, licence: CC0}
media/group.yml
    {alt: Au bord du lac, credit: Atelier, licence: CC0, people: [past, p-0a1b2c3d]}
media/adele.yml
    {alt: Adèle, credit: Atelier, licence: CC0, people: [past]}
"""
IMAGES = {f"media/{name}.png": b"" for name in ("nora", "group", "adele", "lake")}


@pytest.fixture
def resolved(portal: Callable[..., PortalFolder]) -> Callable[..., Portal]:
    def resolve(tree: str = TREE, today: date = date(2026, 11, 21)) -> Portal:
        checked = portal(tree, binary=IMAGES).check(today)
        assert checked.planned is not None
        return checked.planned.portal

    return resolve


def test_published_entries_in_the_order_of_their_lists(resolved: Callable[..., Portal]) -> None:
    found = resolved()
    assert {kind: [entry.id for entry in entries] for kind, entries in found.entries.items()} == {
        "ambassador": ["p-0a1b2c3d"],
        "guideline": ["first", "second"],
        "page": ["a", "z"],
    }
    assert found.by_path["content/pages/z.md"].id == "z"
    assert found.by_key["page:z"].id == "z"
    assert "content/pages/draft.md" not in found.by_path


@pytest.mark.parametrize(
    ("today", "people", "images"),
    [
        ("2026-11-21", ["past", "p-0a1b2c3d"], ["adele.png", "group.png", "lake.png", "nora.png"]),
        # With the consent go the portrait and the group picture.
        ("2027-01-02", ["past"], ["adele.png", "lake.png"]),
    ],
)
def test_consent_decides_of_pages_and_images(
    today: str, people: list[str], images: list[str], resolved: Callable[..., Portal]
) -> None:
    found = resolved(TREE.replace("    status: draft\n    image", "    image"), date.fromisoformat(today))
    assert [entry.id for entry in found.entries.get("ambassador", ())] == people
    assert sorted(path.removeprefix("media/") for path in found.media) == images


def test_the_dead_whose_profile_is_not_published_are_not_shown_either(resolved: Callable[..., Portal]) -> None:
    assert sorted(resolved().media) == ["media/lake.png", "media/nora.png"]


PICTURED = """
content/ambassadors/living.md
    ---
    id: p-0a1b2c3d
    title: Nora
    theme: sport
    consent: {scope: [%s], granted_on: 2025-01-01, expires_on: 2027-01-01, reference: 12, minor: false}
    ---
    %s
content/pages/a.md
    ---
    id: a
    title: Abbaye
    ---
    ![Le lac](../../media/le%%20lac.png)
media/le lac.yml
    {alt: Le lac, credit: Atelier, licence: CC0}
media/tour.yml
    {alt: La tour, credit: Atelier, licence: CC0}
"""


BODIES = [
    "![Nora](../../media/le%20lac.png)",
    '<img src="../../media/le lac.png" alt="Nora">',
    '<img src="../../media/le&#32;lac.png" alt="Nora">',
    "![Nora](<../../media/le lac.png>)",
    "![Nora][a]\n\n    [a]: ../../media/le%20lac.png",
]


@pytest.mark.parametrize("scope", ["print", "print, social", "social"])
@pytest.mark.parametrize("body", BODIES)
def test_what_the_text_of_somebody_withheld_shows_is_withheld(
    scope: str, body: str, portal: Callable[..., PortalFolder]
) -> None:
    images = {f"media/{name}": b"" for name in ("le lac.png", "le lac.webp", "tour.png")}
    for written, shown in ((scope, ["media/tour.png"]), (f"{scope}, site", sorted(images))):
        planned = portal(PICTURED % (written, body), binary=images).check().planned
        assert planned is not None
        assert sorted(planned.portal.media) == shown


@pytest.mark.parametrize("body", BODIES)
def test_what_a_profile_shows_that_cannot_be_read_is_withheld(body: str, portal: Callable[..., PortalFolder]) -> None:
    images = {f"media/{name}": b"" for name in ("le lac.png", "le lac.webp", "tour.png")}
    unread = (PICTURED % ("site", body)).replace("theme: sport", "theme sport")
    planned = portal(unread, binary=images).check().planned
    assert planned is not None
    assert sorted(planned.portal.media) == ["media/tour.png"]


@pytest.mark.parametrize(
    ("scope", "shown"), [("print", ["media/tour.png"]), ("site", ["media/le lac.png", "media/tour.png"])]
)
def test_what_a_translation_shows_that_cannot_be_read_goes_with_its_profile(
    scope: str, shown: list[str], portal: Callable[..., PortalFolder]
) -> None:
    """Of somebody who is published, it keeps no picture from the others who show it."""
    english = (
        "content/ambassadors/living.en.md\n    ---\n    title Nora\n    ---\n    ![Nora](../../media/le%20lac.png)\n"
    )
    images = {f"media/{name}": b"" for name in ("le lac.png", "tour.png")}
    planned = portal(PICTURED % (scope, "Bonjour.") + english, binary=images).check().planned
    assert planned is not None
    assert sorted(planned.portal.media) == shown


USED = """
content/perks/over.md
    ---
    id: over
    title: Fini
    territory: bourg
    kind: gift
    offered_by: La mairie
    conditions: [Habiter ici]
    how: Venez.
    expires_on: 2026-11-20
    image: media/over.png
    ---
    ![Les deux](../../media/both.png)
content/events/past.md
    ---
    id: past
    title: Passé
    territory: bourg
    kind: visit
    starts: 2026-11-20
    image: media/past.png
    ---
content/pages/a.md
    ---
    id: a
    title: Abbaye
    image: media/page.png
    ---
    ![Les deux](../../media/both.png)
content/pages/draft.md
    ---
    id: draft
    title: Brouillon
    status: draft
    ---
    ![Le brouillon](../../media/draft.png)
"""
USED_IMAGES = ("both.png", "draft.png", "draft.webp", "nobody.png", "over.png", "page.png", "past.png")


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        ("2026-11-20", "both.png nobody.png over.png page.png past.png"),
        ("2026-11-21", "both.png nobody.png page.png"),
    ],
)
def test_an_image_that_only_what_is_not_published_shows_is_not_either(
    today: str, shown: str, portal: Callable[..., PortalFolder]
) -> None:
    """One that nothing shows stays; one that a page shows as well, too."""
    sidecars = "".join(
        f"media/{name.removesuffix('.png')}.yml\n    {{alt: Là, credit: Atelier, licence: CC0}}\n"
        for name in USED_IMAGES
        if name.endswith(".png")
    )
    folder = portal(USED + sidecars, binary={f"media/{name}": b"" for name in USED_IMAGES})
    planned = folder.check(date.fromisoformat(today)).planned
    assert planned is not None
    assert sorted(planned.portal.media) == [f"media/{name}" for name in shown.split()]


@pytest.mark.parametrize(
    ("whole", "bourg", "hameau", "expected"),
    [
        ("", ", population: 120", ", population: 30", {"pays": 150, "bourg": 120, "hameau": 30}),
        (", population: 151", ", population: 120", "", {"pays": 151, "bourg": 120}),
        ("", ", population: 120", "", {"bourg": 120}),  # a sum of some would be wrong
        ("", ", population: 0", ", population: 0", {"pays": 0, "bourg": 0, "hameau": 0}),
        ("", "", "", {}),
    ],
)
def test_populations(
    whole: str, bourg: str, hameau: str, expected: dict[str, int], resolved: Callable[..., Portal]
) -> None:
    tree = f"""
data/territories/territories.yml
    territories:
      - {{code: pays, level: pays, name: Petit pays{whole}}}
      - {{code: bourg, level: commune, name: Le Bourg, parents: [pays]{bourg}}}
      - {{code: hameau, level: commune, name: Hameau, parents: [pays]{hameau}}}
"""
    assert dict(resolved(tree).populations) == expected


def test_organisations_and_sectors(resolved: Callable[..., Portal]) -> None:
    found = resolved()
    assert {code: [o.id for o in group] for code, group in found.organisations_by_territory.items()} == {
        "bourg": ["club"],
        "pays": ["club", "network"],
    }
    assert list(found.sectors) == ["north"]
    assert (found.reference_lang, found.languages) == ("fr", ("fr", "en"))


def test_the_portal_s_own_territories_come_before_the_open_data(resolved: Callable[..., Portal]) -> None:
    tree = """
data/reference/communes.csv
    code,name,departement,epci,postal_codes,population,seat_rank
    bourg,Le Bourg des tables,,,40100,7,0
    neuf,Neuf,,,40200,9,0
"""
    found = resolved(tree)
    assert {t.code: t.name for t in found.territories} == {
        "pays": "Petit pays",
        "bourg": "Le Bourg",
        "hameau": "Hameau",
        "neuf": "Neuf",
    }
