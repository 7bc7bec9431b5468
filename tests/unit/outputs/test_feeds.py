"""Feeds of news, read back with parsers that others wrote; what they hold, and whom they no longer name."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from site_builder.outputs.feed_formats import Feed, FeedItem, json_feed, rss
from site_builder.outputs.feeds import feeds
from site_builder.reading import check_portal
from site_builder.render.geography import geography
from site_builder.render.links import Links
from site_builder.render.scene import Scene
from site_builder.render.stage import Materials, set_scene
from tests.conftest import PORTALS, SITE_URLS, TODAY, PortalFolder, engine_theme
from tests.feeds import as_html, items, parsed

HOME = "https://valdaine.example/portail/"


def scene_on(day: date, folder: Any) -> Scene:
    planned = check_portal(PORTALS / "districts", today=day).planned
    assert planned is not None
    theme = engine_theme(folder, SITE_URLS["districts"])
    return set_scene(planned, theme, Materials(geography=geography(planned.portal)))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The scene of the districts, whose pages are not made."""
    return scene_on(TODAY, tmp_path_factory.mktemp("feeds"))


def made(scene: Scene) -> dict[str, bytes]:
    return {output.path: output.data for output in feeds(scene)}


def test_one_of_each_kind_in_each_language_and_format(scene: Scene) -> None:
    names = [f"quoi-de-neuf/{name}" for name in ("actualites", "changements")]
    names += [f"en/whats-new/{name}" for name in ("news", "changes")]
    assert sorted(made(scene)) == sorted(f"{name}.{ending}" for name in names for ending in ("rss", "json"))


def test_what_a_json_feed_says(scene: Scene) -> None:
    data = made(scene)["en/whats-new/news.json"]
    assert {key: said for key, said in json.loads(data).items() if key != "items"} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News – Valdaine",
        "home_page_url": f"{HOME}en/whats-new/",
        "feed_url": f"{HOME}en/whats-new/news.json",
        "description": "What is happening here and may be useful to you.",
        "language": "en",
    }
    assert items(data) == [  # the newest first
        {
            "id": "urn:uuid:79ea2919-34bf-597b-b8d9-1d87726be699",
            "url": f"{HOME}en/whats-new/#workshop",
            "title": "Nora Lindqvist ouvre son atelier",
            "content_text": "On y répare les barques & les rames.",
            "date_published": "2026-11-18T00:00:00+01:00",
            "language": "fr",
        },
        {
            "id": "urn:uuid:0b5bf039-2ccd-57d0-806b-ea759e13e81f",
            "url": f"{HOME}en/whats-new/#lake-bus",
            "title": "A bus joins the lake and the pass",
            "content_text": "Three times a day, all year round.",
            "date_published": "2026-11-01T00:00:00+01:00",
            "tags": ["transport"],
        },
    ]


def test_what_rss_says_is_the_same(scene: Scene) -> None:
    files = made(scene)
    for path in (path for path in files if path.endswith(".rss")):
        said = items(files[path.replace(".rss", ".json")])
        root = ET.fromstring(files[path])  # noqa: S314 - our own
        assert root.attrib["version"] == "2.0"
        found = root.findall("channel/item")
        assert [
            (i.findtext("guid"), i.findtext("title"), i.findtext("link"), i.findtext("description")) for i in found
        ] == [(item["id"], item["title"], item["url"], as_html(item["content_text"])) for item in said]
        stamps = [parsedate_to_datetime(item.findtext("pubDate") or "").isoformat() for item in found]
        assert stamps == [item["date_published"] for item in said]
        own = root.find("channel/{http://www.w3.org/2005/Atom}link")
        assert own is not None
        assert own.attrib["href"] == f"{HOME}{path}"


@pytest.mark.parametrize("ending", ["rss", "json"])
def test_nobody_who_is_not_shown_is_named(ending: str, scene: Scene, tmp_path: Any) -> None:
    """Zénobie Quartz’s agreement ended the day before; Nora Lindqvist’s is to end on 1 January."""
    path = f"quoi-de-neuf/actualites.{ending}"
    assert "Nora Lindqvist" in made(scene)[path].decode()
    assert not any("Quartz" in data.decode() for data in made(scene).values())
    later = made(scene_on(date(2027, 1, 2), tmp_path))
    assert not any("Lindqvist" in data.decode() or "barques" in data.decode() for data in later.values())
    assert "passerelle" in later[path].decode()


def test_without_the_site_s_address_there_are_none(scene: Scene) -> None:
    assert made(replace(scene, links=Links(""))) == {}


NEWS = """
content/news/{file}.md
    ---
    id: bridge
    title: {title}
    kind: news
    publish_on: 2026-11-01
    ---
    On passe.
"""


def test_an_item_is_known_by_the_same_when_all_else_changes(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(NEWS.format(file="bridge", title="La passerelle"))
    assert not folder.build().failed
    (first,) = items((folder.site / "quoi-de-neuf/actualites.json").read_bytes())
    (folder.root / "content/news/bridge.md").unlink()
    folder = portal(NEWS.format(file="2026/passerelle", title="La passerelle neuve"))
    assert not folder.build(site_url="https://ailleurs.example/portail/").failed
    (second,) = items((folder.site / "quoi-de-neuf/actualites.json").read_bytes())
    assert first["id"] == second["id"]
    assert (first["title"], second["title"]) == ("La passerelle", "La passerelle neuve")
    found = re.findall('<link rel=alternate type=(.+?) title="(.+?)" href=(.+?)>', folder.html("en/"))
    assert found[:2] == [
        ("application/rss+xml", "News – Small country", "/portail/en/whats-new/news.rss"),
        ("application/feed+json", "News – Small country", "/portail/en/whats-new/news.json"),
    ]
    assert "application/rss+xml" not in folder.html("bienvenue/le-bourg/")


def test_what_xml_cannot_hold_is_left_out(portal: Callable[..., PortalFolder]) -> None:
    """Markdown writes any character by its number, which the check of the file's own text does not see."""
    text = NEWS.format(file="bridge", title="La passerelle").replace("On passe.", "On&#12;passe&#x1b;!")
    folder = portal(text)
    assert not folder.build().failed
    made = ET.fromstring((folder.site / "quoi-de-neuf/actualites.rss").read_bytes())  # noqa: S314 - ours
    assert made.findtext("channel/item/description") == "On passe !"


def test_what_looks_like_markup_is_read_as_it_is_written(portal: Callable[..., PortalFolder]) -> None:
    """Readers take the description of an item for HTML, and would drop what looks like a tag."""
    folder = portal(NEWS.format(file="bridge", title="Le pont").replace("On passe.", "Sous &lt;dix&gt; mètres."))
    assert not folder.build().failed
    (item,) = parsed((folder.site / "quoi-de-neuf/actualites.rss").read_bytes())
    (same,) = items((folder.site / "quoi-de-neuf/actualites.json").read_bytes())
    assert unescape(item.description) == same["content_text"] == "Sous <dix> mètres."


def test_a_reader_of_feeds_that_others_wrote(scene: Scene) -> None:
    for path, data in made(scene).items():
        if path.endswith(".rss"):
            assert [entry.id for entry in parsed(data)] == [
                item["id"] for item in items(made(scene)[path[:-3] + "json"])
            ]


def test_a_text_that_looks_like_html_is_shown_as_text() -> None:
    said = "Moins de <b>3</b> & plus\nde 2"
    item = FeedItem(guid="urn:uuid:1", url=HOME, title="Un titre", text=said, lang="fr", published=None, tags=())
    feed = Feed(title="T", description="D", lang="fr", home=HOME, url={"rss": HOME, "json": HOME}, items=(item,))
    (found,) = parsed(rss(feed))
    assert found.description == "Moins de &lt;b&gt;3&lt;/b&gt; &amp; plus<br />de 2"
    assert items(json_feed(feed))[0]["content_text"] == said
