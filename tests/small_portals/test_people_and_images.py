"""People who agree and who no longer do, and what is said of images."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import TODAY, PortalFolder
from tests.small_portals.reading import Site, attribute, words

GONE = ("/ambassadeurs/p-44444444/", "/en/ambassadors/p-44444444/")


def test_a_person_who_no_longer_consents_is_nowhere(sites: Mapping[str, Site]) -> None:
    """Page, image, lists, sitemap, finder, other people's pages: the name is in no file, and neither is the image.

    What stands at the address that was the profile's is the same for everybody.
    """
    folder = sites["districts"].folder
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    for trace in ("Zénobie", "Quartz", "quartz", "Z\\u00e9nobie"):
        assert [path for path, data in files.items() if trace.encode() in data or trace in path] == []
    named = {path for path, data in files.items() if b"p-44444444" in data or "p-44444444" in path}
    gone = {"ambassadeurs/p-44444444/index.html", "en/ambassadors/p-44444444/index.html"}
    cards = {f"embed/{lang}/ambassador/p-44444444.html" for lang in ("fr", "en")}
    assert named == {*gone, *cards, "q/p-44444444/index.html"}
    shown = {path for path in files if path.startswith("media/")}
    assert {path.partition(".")[0] for path in shown} == {"media/lake", "media/nora"}
    assert {"media/lake.png", "media/nora.png"} <= shown
    assert b"Nora Lindqvist" in files["ambassadeurs/index.html"]


def test_what_others_say_of_that_person_loses_its_link_and_its_picture(sites: Mapping[str, Site]) -> None:
    """The rest of the portal is still published, so that the page of that person really goes."""
    body = sites["districts"].pages["/atouts/moulin/"].one(".body")
    assert "grâce à une amie. Voyez" in words(body).replace(" .", ".")
    assert [attribute(n, "href") for n in body.css("a")] == [
        "/portail/atouts/lac/#la-jetee",
        "/portail/bienvenue/valdaine/#register",
    ]
    assert body.css("img") == []


def test_a_person_who_consents_has_an_address_that_says_nothing(sites: Mapping[str, Site]) -> None:
    page = sites["districts"].pages["/ambassadeurs/p-0a1b2c3d/"]
    assert page.text("h1") == "Nora Lindqvist"
    assert [attribute(n, "alt") for n in page.all("main figure picture img")] == ["Nora Lindqvist devant une barque"]
    assert not any("nora" in address or "lindqvist" in address for address in sites["districts"].pages)


@pytest.mark.parametrize(
    ("address", "other", "said", "leads"),
    [
        (*GONE, "Cette page n’est plus publiée", "/portail/ambassadeurs/"),
        (*reversed(GONE), "This page is no longer published", "/portail/en/ambassadors/"),
    ],
)
def test_the_address_of_whoever_has_left_says_so_in_each_language(
    address: str, other: str, said: str, leads: str, sites: Mapping[str, Site]
) -> None:
    page = sites["districts"].pages[address]
    assert (page.text("h1"), page.text("title")) == (said, f"{said} – Valdaine")
    assert [attribute(link, "href") for link in page.all("main a")] == [leads]
    assert [attribute(link, "href") for link in page.all("nav.langs a")] == [f"/portail{other}"]
    assert page.all('meta[name="robots"][content="noindex"]')
    assert not any(address in sites["districts"].text(f"sitemap-{lang}.xml") for lang in ("fr", "en"))


@pytest.mark.parametrize(
    ("today", "present"), [("2026-11-20", True), (TODAY.isoformat(), False)]
)  # fmt: skip
def test_consent_ends_on_its_day(
    today: str, present: bool, tmp_path: Path, small_site: Callable[[str], PortalFolder]
) -> None:
    folder = PortalFolder(small_site("districts").root)
    planned = folder.check(type(TODAY).fromisoformat(today)).planned
    assert planned is not None
    assert (planned.site.get("ambassador:p-44444444", "fr") is not None) is present
    assert ("media/quartz.png" in planned.portal.media) is present


def test_images_say_what_they_show_and_whose_they_are(sites: Mapping[str, Site]) -> None:
    for address, alt in (
        ("/atouts/lac/", "Le lac un matin d’automne"),
        ("/en/assets/lake/", "The lake on an autumn morning"),
    ):
        figure = sites["districts"].pages[address].one("main figure")
        image = figure.css_first("picture img")
        assert image is not None
        assert (attribute(image, "src"), attribute(image, "alt")) == ("/portail/media/lake.png", alt)
        assert "Atelier de la Valdaine" in words(figure)
    with Image.open(sites["districts"].folder / "media" / "lake.png") as picture:
        assert picture.size == (960, 600)
    inside = sites["districts"].pages["/atouts/lac/"].one('main img[alt="Le lac vu de la jetée"]')
    assert attribute(inside, "src") == "/portail/media/lake.png"
