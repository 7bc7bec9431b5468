"""The picture of somebody whom the portal no longer publishes, however they left: no file of the site tells of it."""

from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder
from tests.small_portals.traces import files_naming, files_of, fingerprints, pictures_below
from tests.unit.leaving_out.test_stage import GOOD, change, listed, publish
from tests.unit.test_mistakes import WHITE

Make = Callable[..., PortalFolder]
ADA, BOB = "content/ambassadors/p-0a1b2c3d.md", "content/ambassadors/p-9e8f7a6b.md"
PROFILES = """\
content/ambassadors/p-0a1b2c3d.md
    ---
    id: p-0a1b2c3d
    title: Ada Exemple
    theme: sport
    consent: {scope: [site], granted_on: 2026-01-01, expires_on: 2027-01-01, reference: A-1, minor: false}
    ---
    Bonjour.
content/ambassadors/p-9e8f7a6b.md
    ---
    id: p-9e8f7a6b
    title: Bob Exemple
    theme: sport
    consent: {scope: [site], granted_on: 2026-01-01, expires_on: 2027-01-01, reference: A-2, minor: false}
    ---
    Bonsoir.
"""
SIDECAR = """\
media/regatta.yml
    alt: {fr: Zénith de la course, en: Zenith of the race}
    credit: Atelier Kaléidoscope
    licence: CC0
"""
NAMED = SIDECAR + "    people: [p-0a1b2c3d]\n"
SHOWN = "image: media/regatta.png\n---\n![Zénith du jour](../../media/regatta.png)\n\n"
TRACES = ("regatta", "Zénith", "Zenith", "Kaléidoscope")
ENDED = {
    "withdrawn": ("minor: false", "minor: false, withdrawn_on: 2026-02-01"),
    "over": ("expires_on: 2027-01-01", "expires_on: 2026-02-01"),
    "archived": ("theme:", "status: archived\ntheme:"),
    "left out": ("theme:", "thema:"),
}


def pictured(portal: Make, *, sidecar: str = NAMED) -> PortalFolder:
    folder = portal(GOOD + PROFILES + sidecar, binary={"media/regatta.png": WHITE[".png"]})
    change(folder, "content/pages/dune.md", "---\nDu sable", f"{SHOWN}Du sable")
    change(folder, "content/pages/dune.en.md", "---\nSand", "---\n![Zenith](../../media/regatta.png)\n\nSand")
    return folder


def assert_untold(folder: PortalFolder, pictures: set[str]) -> None:
    assert files_naming(folder.site, *TRACES) == set()
    assert not pictures & fingerprints(folder.site)
    assert "Du sable." in folder.html("dune/")


def made_of(folder: PortalFolder) -> set[str]:
    """What the site holds of the picture while everybody is there."""
    publish(folder)
    assert {"dune/index.html", "en/pages/dune/index.html"} & files_naming(folder.site, "Zénith", "Zenith")
    return pictures_below(folder.site, "media/regatta")


@pytest.mark.parametrize(
    "way", [pytest.param(way, marks=() if way == "withdrawn" else pytest.mark.long) for way in ENDED]
)
def test_of_whoever_has_left_no_picture_stays(way: str, portal: Make) -> None:
    folder = pictured(portal)
    pictures = made_of(folder)
    change(folder, ADA, *ENDED[way])
    assert not publish(folder).built.failed
    assert_untold(folder, pictures)


@pytest.mark.parametrize("people", [pytest.param("p-0a1b2c3d", marks=pytest.mark.long), "p-0a1b2c3d, p-9e8f7a6b"])
def test_nor_of_whoever_is_deleted(people: str, portal: Make) -> None:
    folder = pictured(portal, sidecar=SIDECAR + f"    people: [{people}]\n")
    pictures = made_of(folder)
    (folder.root / ADA).unlink()
    published = publish(folder)
    assert listed(published.mistakes) == ["media/regatta.yml:4:10 unknown-person-id"]
    assert listed(published.done) == ["media/regatta.yml:1:1 left-out"]
    assert_untold(folder, pictures)


def test_a_picture_that_names_nobody_stays(portal: Make) -> None:
    folder = pictured(portal, sidecar=SIDECAR)
    pictures = made_of(folder)
    (folder.root / ADA).unlink()
    assert publish(folder).mistakes == ()
    assert pictures <= fingerprints(folder.site)
    assert "Zénith de la course" in folder.html("dune/")


def test_a_picture_with_two_sidecars_shows_whom_either_names(portal: Make) -> None:
    """The one that is not read names somebody who has left."""
    folder = pictured(portal, sidecar=SIDECAR + NAMED.replace("regatta.yml", "regatta.yaml"))
    change(folder, ADA, *ENDED["withdrawn"])
    assert not publish(folder).built.failed
    assert not [path for path in files_of(folder.site) if "regatta" in path]
