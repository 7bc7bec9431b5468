"""A new namesake is an error that asks for a line, said once; the corpus shows its words."""

from collections.abc import Callable

import pytest

from tests.conftest import PORTAL_YML, PortalFolder

Make = Callable[..., PortalFolder]
FRENCH = "data/portal.yml\n" + "".join(
    f"    {line}\n" for line in PORTAL_YML.replace("  - {code: en, name: English}\n", "").splitlines()
)
TERRITORIES = "data/territories/territories.yml"
LINES = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: dax, level: commune, name: Dax, parents: [pays]}
"""
NEW = "      - {code: new, level: commune, name: Dax, parents: [pays]}\n"


def told(folder: PortalFolder) -> list[tuple[str, str, str, str]]:
    return [(str(p.place), p.code, p.message("en"), p.fix("en")) for p in folder.check().problems]


def test_a_new_namesake_is_asked_for_an_address_and_its_line_mends_it(portal: Make) -> None:
    table = "data/reference/addresses.csv\n    code,slug\n"
    taken = f"The address “dax” already belongs to Dax (dax): Dax (new) gets another one in {TERRITORIES}."
    assert told(portal(FRENCH + LINES)) == []
    assert [(place, code) for place, code, *_ in told(portal(FRENCH + LINES + NEW))] == [
        (f"{TERRITORIES}:4:12", "address-shared")
    ]
    assert told(portal(FRENCH + LINES + NEW + table + "    dax,dax\n")) == [
        (f"{TERRITORIES}:4:12", "address-taken", taken, "slug: dax-pays")
    ]
    assert told(portal(FRENCH + LINES + NEW.replace("name", "slug: dax-pays, name"))) == []
    assert told(portal(FRENCH + LINES + NEW + table + "    new,dax-pays\n")) == []


@pytest.mark.parametrize(
    ("slug", "fix"),
    [
        ("dax-north", "slug: dax-pays"),
        ("dax-pays", "slug: dax-new"),
        ("dax-pays, note: dax-new", "slug: dax-…"),
    ],
)
def test_an_address_that_is_taken_is_not_proposed(slug: str, fix: str, portal: Make) -> None:
    other, _, another = slug.partition(", note: ")
    lines = f"      - {{code: other, level: commune, name: Autre, slug: {other}, parents: [pays]}}\n"
    if another:
        lines += f"      - {{code: another, level: commune, name: Autre, slug: {another}, parents: [pays]}}\n"
    found = told(portal(FRENCH + LINES.replace("name: Dax", "name: Dax, slug: dax") + NEW + lines))
    assert [(code, mended) for _, code, _, mended in found] == [("address-taken", fix)]
