"""Feeds of events: the next one first, known by its permanent address, dated by when it was written of."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from site_builder.outputs.calendars import calendars
from site_builder.outputs.event_feeds import event_feeds
from site_builder.render.links import Links
from site_builder.render.scene import Scene
from tests.conftest import TODAY, PortalFolder, write_files
from tests.feeds import items, parsed
from tests.unit.cli.test_history import git
from tests.unit.outputs.test_feeds import HOME, scene_on

OF_ALL = "en/events/calendar"


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene_on(TODAY, tmp_path_factory.mktemp("event_feeds"))


def made(scene: Scene) -> dict[str, bytes]:
    return {output.path: output.data for output in event_feeds(scene)}


def test_they_stand_beside_the_calendars(scene: Scene) -> None:
    """That of a commune which is its group's has no feed: the guide leads to the group's."""
    beside = {
        path.removesuffix(".ics")
        for path in (output.path for output in calendars(scene))
        if "calend" in path and "/event-" not in path
    }
    alone = {"rendez-vous/calendrier/101", "en/events/calendar/101"}
    assert made(scene).keys() == {f"{name}.{ending}" for name in beside - alone for ending in ("rss", "json")}


def test_what_an_item_says(scene: Scene) -> None:
    assert items(made(scene)[f"{OF_ALL}.json"])[1] == {
        "id": f"{HOME}q/winter-welcome/",
        "url": f"{HOME}en/events/winter-welcome-ceremony/",
        "title": "Saturday, 16 January 2027 from 6:30pm to 8pm · The winter welcome",
        "content_text": "Salle des fêtes, 2 place du Lac, Saint-Jean\n"
        "The town hall receives newcomers; coffee, cakes, and the village choir.",
        "_event": {
            "starts": "2027-01-16T18:30:00+01:00",
            "ends": "2027-01-16T20:00:00+01:00",
            "place": "Salle des fêtes, 2 place du Lac, Saint-Jean",
            "cancelled": False,
        },
    }


def test_both_formats_say_the_same_to_readers_that_others_wrote(scene: Scene) -> None:
    files = made(scene)
    for path in (path for path in files if path.endswith(".rss")):
        found = parsed(files[path])
        said = items(files[path.replace(".rss", ".json")])
        assert [(item.id, item.link, item.title, item.description.replace("<br />", "\n")) for item in found] == [
            (item["id"], item["url"], item["title"], item["content_text"]) for item in said
        ]
        assert [item.ev_startdate for item in found] == [item["_event"]["starts"] for item in said]


def test_the_next_one_comes_first_and_a_cancelled_one_stays_until_its_day(scene: Scene, tmp_path: Any) -> None:
    first, second, cancelled = items(made(scene)["rendez-vous/calendrier.json"])
    assert [first["_event"]["starts"], second["_event"]["starts"][:10]] == ["2026-12-05", "2027-01-16"]
    assert re.match("Annulé · Dimanche 28 mars 2027 de 1.h.30 à 4.h · ", cancelled["title"])
    assert cancelled["content_text"].startswith("Ce rendez-vous n’aura pas lieu.")
    assert cancelled["_event"]["cancelled"]
    assert items(made(scene_on(date(2027, 3, 28), tmp_path))["rendez-vous/calendrier.json"]) == [cancelled]
    assert items(made(scene_on(date(2027, 3, 29), tmp_path))["rendez-vous/calendrier.json"]) == []


def test_without_the_site_s_address_there_are_none(scene: Scene) -> None:
    assert made(replace(scene, links=Links(""))) == {}


TREE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: bourg, level: commune, name: Le Bourg, parents: [pays]}
"""
EVENT = """\
---
id: walk
title: {title}
territory: bourg
kind: meeting
starts: 2026-12-05T14:00
{more}---
Venez.
"""


def published(folder: PortalFolder, title: str, day: str, more: str = "") -> dict[str, Any]:
    """The only item, after what an editor wrote on that day is published."""
    write_files(folder.root, {"content/events/walk.md": EVENT.format(title=title, more=more)})
    git(folder.root, "add", "data", "content")
    git(folder.root, "commit", "--message", "a version", committed=day)
    assert not folder.build().failed
    (item,) = items((folder.site / "rendez-vous/calendrier.json").read_bytes())
    return item


def test_an_item_is_dated_by_what_was_written_and_known_by_the_same(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    git(folder.root, "init", "--initial-branch", "main")
    first = published(folder, "La marche", "2026-10-01T10:00:00+02:00")
    assert (first["id"], first["url"]) == (
        "https://portail.example/q/walk/",
        "https://portail.example/rendez-vous/walk/",
    )
    assert "date_published" not in first
    assert datetime.fromisoformat(first["date_modified"]) == datetime.fromisoformat("2026-10-01T10:00:00+02:00")

    more = "publish_on: 2026-10-15\nslug: grande-marche\nold_paths: [rendez-vous/walk/]\ncancelled: true\n"
    second = published(folder, "La grande marche", "2026-11-02T09:30:00+01:00", more)
    assert (second["id"], second["url"]) == (first["id"], "https://portail.example/rendez-vous/grande-marche/")
    assert second["date_published"] == "2026-10-15T00:00:00+02:00"
    assert datetime.fromisoformat(second["date_modified"]) == datetime.fromisoformat("2026-11-02T09:30:00+01:00")
    (item,) = parsed((folder.site / "rendez-vous/calendrier/bourg.rss").read_bytes())
    assert item.title.startswith("Annulé · ")
    assert item.published_parsed[:3] == (2026, 10, 14)  # in Universal Time
    assert item.updated_parsed[:3] == (2026, 11, 2)

    for page in ("", "rendez-vous/", "rendez-vous/grande-marche/"):
        found = re.findall('<link rel=alternate type="(.+?)" title="(.+?)" href="(.+?)">', folder.html(page))
        assert [each for each in found if "oembed" not in each[0]] == [
            ("application/rss+xml", "Rendez-vous d’accueil – Petit pays", "/rendez-vous/calendrier.rss"),
            ("application/feed+json", "Rendez-vous d’accueil – Petit pays", "/rendez-vous/calendrier.json"),
        ]
    assert "application/rss+xml" not in folder.html("bienvenue/le-bourg/")

    (folder.root / "content/events/walk.md").write_text(
        EVENT.format(title="La grande marche", more=f"{more}status: archived\n"), encoding="utf-8"
    )
    assert not folder.build().failed
    assert items((folder.site / "rendez-vous/calendrier/bourg.json").read_bytes()) == []
    assert "rss" not in folder.html("")
