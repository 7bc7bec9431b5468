from collections.abc import Callable

from site_builder.load.sources import load
from site_builder.validate.stage import Records, validate
from tests.conftest import PORTALS, PortalFolder

Make = Callable[..., PortalFolder]


def records_of(folder: PortalFolder) -> Records:
    """What validate makes of a portal in which nothing is wrong."""
    sources, unread = load(folder.root)
    records, problems = validate(sources)
    assert (unread, problems) == ([], [])
    assert records is not None
    return records


def test_a_list_may_stand_in_any_file(portal: Make) -> None:
    records = records_of(
        portal(
            """
data/one.yml
    sectors: [{id: bois, name: Bois, covers: [bourg]}]
    contacts:
data/deep/two.yaml
    sectors: [{id: mer, name: Mer, covers: [bourg]}]
    absences: [{role: childcare, covers: [bourg], checked_by: Nous, checked_on: 2026-01-02}]
"""
        )
    )
    data = records.data
    assert [placed.record.id for placed in data.sectors] == ["mer", "bois"]
    assert [str(placed.place("id")) for placed in data.sectors] == ["data/deep/two.yaml:1:16", "data/one.yml:1:16"]
    assert [str(placed.place("checked_on")) for placed in data.absences] == ["data/deep/two.yaml:2:77"]
    assert data.contacts == ()


def test_place_names(portal: Make) -> None:
    folder = portal(
        """
data/reference/place_names.yml
    bourg:
      fr: {at: au Bourg}
      en: at the Bourg
    hameau: au hameau
    pays:
      fr: {att: au pays}
"""
    )
    assert folder.lines("fr") == [
        (
            "data/reference/place_names.yml:3:7 [not-a-mapping] On attend ici des lignes «\u00a0clé: valeur\u00a0». "
            "→ {name: …, short: …, at: …, of: …, to: …}"
        ),
        (
            "data/reference/place_names.yml:4:9 [not-a-mapping] On attend ici des lignes «\u00a0clé: valeur\u00a0». "
            "→ fr: {at: …, of: …}"
        ),
        (
            "data/reference/place_names.yml:6:8 [unknown-field] Le champ «\u00a0att\u00a0» n’existe pas. "
            "Vouliez-vous dire «\u00a0at\u00a0»\u00a0? → at: au pays"
        ),
    ]


def test_place_names_that_are_no_mapping(portal: Make) -> None:
    assert portal("data/reference/place_names.yml\n    - a\n").lines("en") == [
        (
            "data/reference/place_names.yml:1:1 [not-a-mapping] Lines of `key: value` are expected here. "
            '→ "40088": {fr: {at: …, of: …}}'
        )
    ]


def test_an_image_s_sidecar(portal: Make) -> None:
    records = records_of(
        portal(
            """
media/a.yml
    alt: {fr: Dune, en: Dune}
    credit: Jeanne
    licence: CC0
""",
            binary={"media/a.png": (PORTALS / "districts/media/lake.png").read_bytes()},
        )
    )
    assert {path: (each.path, each.file.name, each.sidecar.credit) for path, each in records.media.items()} == {
        "media/a.png": ("media/a.png", "a.png", "Jeanne")
    }


def test_outlines_of_a_good_file_survive_a_bad_one(portal: Make) -> None:
    ring = "[[0, 0], [1, 0], [1, 1], [0, 0]]"
    checked = portal(
        f"""
data/a.geojson
    [1]
data/b.geojson
    {{"features": [{{"properties": {{"code": "bourg"}}, "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}]}}
data/c.geojson
    {{"features": 5}}
data/d.geojson
    {"[" * 5000}
"""
    ).check()
    assert [(p.code, p.place.path) for p in checked.problems] == [
        ("bad-outlines", f"data/{name}.geojson") for name in "acd"
    ]
    assert checked.planned is not None
    assert list(checked.planned.portal.outlines) == ["bourg"]
