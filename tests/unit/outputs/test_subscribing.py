"""What somebody sees who subscribed to the calendar of a commune, by its INSEE code, from one night to the next."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.conftest import PortalFolder, write_files
from tests.unit.cli.test_history import git

PARIS = ZoneInfo("Europe/Paris")
ADDRESS = "rendez-vous/calendrier/40088.ics"
TREE = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: "40088", level: commune, name: Le Bourg, parents: [pays]}
      - {code: "40001", level: commune, name: Hameau, parents: [pays]}
"""
EVENT = """\
---
id: {id}
title: {title}
territory: "40088"
kind: meeting
starts: {starts}
{more}---
Venez.
"""


class Subscriber:
    """A calendar program: of two editions of an event it keeps the one of the higher sequence, then of the later stamp
    (RFC 5546 §2.1.5), and what a file no longer holds it no longer shows.
    """

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def fetch(self, portal: PortalFolder, address: str = ADDRESS) -> None:
        read: Any = Calendar.from_ical((portal.site / address).read_bytes())
        assert [zone["TZID"] for zone in read.walk("VTIMEZONE")] == ["Europe/Paris"]
        found = {str(event["UID"]): event for event in read.walk("VEVENT")}
        self.events = {
            uid: max(self.events.get(uid, event), event, key=lambda each: (each.get("SEQUENCE", 0), each["DTSTAMP"].dt))
            for uid, event in found.items()
        }

    @property
    def shown(self) -> list[tuple[str, str, datetime]]:
        return [(str(e["SUMMARY"]), str(e["STATUS"]), e["DTSTART"].dt) for e in self.events.values()]


def night(portal: PortalFolder, **texts: str) -> None:
    """What editors proposed is published: committed, then built."""
    write_files(portal.root, {f"content/events/{name}.md": text for name, text in texts.items()})
    git(portal.root, "add", "data", "content")
    git(portal.root, "commit", "--message", "a version")
    assert not portal.build().failed


def event(name: str, title: str, starts: str, more: str = "") -> str:
    return EVENT.format(id=name, title=title, starts=starts, more=more)


@pytest.fixture
def published(portal: Callable[..., PortalFolder]) -> PortalFolder:
    """A portal in a repository."""
    made = portal(TREE)
    git(made.root, "init", "--initial-branch", "main")
    return made


def test_an_update_and_a_cancellation_arrive(published: PortalFolder) -> None:
    reader = Subscriber()
    night(
        published,
        walk=event("walk", "La marche", "2026-12-05T14:00"),
        tea=event("tea", "Le thé", "2026-12-06T16:00"),
    )
    reader.fetch(published)
    first = datetime(2026, 12, 5, 14, tzinfo=PARIS)
    assert reader.shown == [
        ("La marche", "CONFIRMED", first),
        ("Le thé", "CONFIRMED", datetime(2026, 12, 6, 16, tzinfo=PARIS)),
    ]

    night(
        published,
        walk=event("walk", "La marche des arrivants", "2026-12-05T15:00", "revision: 1\n"),
        tea=event("tea", "Le thé", "2026-12-06T16:00", "cancelled: true\n"),
    )
    reader.fetch(published)
    later = datetime(2026, 12, 5, 15, tzinfo=PARIS)
    assert reader.shown == [
        ("La marche des arrivants", "CONFIRMED", later),
        ("Annulé\u00a0: Le thé", "CANCELLED", datetime(2026, 12, 6, 16, tzinfo=PARIS)),
    ]
    assert "n’aura pas lieu" in published.html("rendez-vous/tea/")

    night(published, tea=event("tea", "Le thé", "2026-12-06T17:00", "revision: 1\n"))
    reader.fetch(published)
    assert reader.shown[1] == ("Le thé", "CONFIRMED", datetime(2026, 12, 6, 17, tzinfo=PARIS))
    assert {uid: e["SEQUENCE"] for uid, e in reader.events.items()} == {
        "event-walk@pays.portail": 2,
        "event-tea@pays.portail": 2,
    }
    assert all(e["LAST-MODIFIED"].dt == e["DTSTAMP"].dt for e in reader.events.values())  # of the last commit
    assert not (published.site / "rendez-vous/calendrier/40001.ics").exists()  # nothing was ever to be held there
