"""An invented country: a portal without errors, the same for the same seed, in which nothing is called as it was."""

from pathlib import Path

import pytest

from benchmarks.country import country
from benchmarks.disguise import Disguise, later, siren
from benchmarks.portals import REFERENCE, count, rows
from site_builder.problems import has_errors
from site_builder.reading import check_portal
from tests.browser.demonstration import COMMUNES, cut_demonstration

TERRITORIES = ("communes.csv", "epci.csv", "departements.csv")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cut demonstration, of twenty communes."""
    root = tmp_path_factory.mktemp("region")
    cut_demonstration(root)
    return root


@pytest.fixture(scope="module")
def sixty(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A country of 59 communes: the region, once more, and most of it a third time."""
    folder = tmp_path_factory.mktemp("country") / "portal"
    country(region, folder, 59)
    return folder


def test_a_country_is_a_portal(region: Path, sixty: Path) -> None:
    checked = check_portal(sixty)
    assert not has_errors(checked.problems)
    assert checked.planned is not None
    portal = checked.planned.portal
    nearest = [territory for territory in portal.territories if portal.territories.is_nearest(territory)]
    assert len(nearest) == 59
    assert len(portal.territories) == count(sixty)
    assert set(COMMUNES) < {territory.code for territory in nearest}
    assert {code for code in portal.outlines if code not in portal.territories} == set()
    assert len(portal.outlines) == count(sixty) - 1


def test_a_commune_touches_copies_of_those_that_it_touched(sixty: Path) -> None:
    touching = {row["commune"]: row["neighbours"] for row in rows(sixty / REFERENCE, "neighbours.csv")}
    own = touching["40088"].split()
    copied = [near.split() for code, near in touching.items() if code[2:] == "088" and code != "40088"]
    assert own == ["40202", "40279", "40314"]
    assert [[code[2:] for code in each] for each in copied] == [["202", "279", "314"]] * 2


def test_nothing_is_called_as_it_was(region: Path, sixty: Path) -> None:
    true, invented = (
        {row["name"] for table in TERRITORIES for row in rows(root / REFERENCE, table)} for root in (region, sixty)
    )
    assert true & invented == set()


def test_the_same_seed_gives_the_same_bytes(region: Path, sixty: Path, tmp_path: Path) -> None:
    country(region, tmp_path / "again", 59)
    assert _files(tmp_path / "again") == _files(sixty)


def _files(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_too_small_a_country_for_the_content(region: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the content names more than 2 communes"):
        country(region, tmp_path / "portal", 2)


def test_too_large_a_country(region: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no code is left for another département"):
        country(region, tmp_path / "portal", 1000)


def test_a_name_keeps_its_form() -> None:
    disguise = Disguise("a key")
    names = [disguise(name) for name in ("L’Isle-d’Espagnac", "Saint-Émilion", "Les Eyzies", "Hossegor")]
    assert Disguise("another")("Bordeaux") != disguise("Bordeaux")
    assert names == ["L’Epro-d’Opnugduv", "Saint-Éxeread", "Les Oyceop", "Happogab"]


def test_hours_are_later() -> None:
    assert later("Mo-Fr 08:30-12:00,13:55-17:00; Sa off", 10) == "Mo-Fr 08:40-12:10,14:05-17:10; Sa off"
    assert later("Mo 18:00-23:55", 5) == "Mo 18:00-23:55"


def test_a_number_of_a_group_of_communes() -> None:
    assert [siren(number) for number in (0, 7, 1262)] == ["210000006", "210000071", "210012621"]
