"""The journey of an arrival: a date makes dates and reminders; ticks stay on the device, print, and can be erased."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visit

KEY = "journey:244000675"
SCHOOL, VISA = "step-school-enrolment", "step-visa-validation"


def arrive(page: Page, day: str) -> None:
    page.locator("#arrival").fill(day)
    page.locator("#arrival").dispatch_event("change")


def test_ticks_and_date_survive_a_reload_and_can_be_erased(visit: Visit, served: Served) -> None:
    page = visit.open(served.url(KEY))
    arrive(page, "2027-03-01")
    page.locator(f"#{SCHOOL} label").click()
    expect(page.locator("form.arrival [role=status]")).to_have_text("Gardé sur cet appareil.")

    page.reload()
    expect(page.locator(f"#{SCHOOL} input")).to_be_checked()
    expect(page.locator("#arrival")).to_have_value("2027-03-01")
    expect(page.locator(".step input:checked")).to_have_count(1)

    page.get_by_role("button", name="Effacer mes coches et ma date").click()
    expect(page.locator("form.arrival [role=status]")).to_have_text("Tout est effacé de cet appareil.")
    page.reload()
    expect(page.locator(".step input:checked")).to_have_count(0)
    expect(page.locator("#arrival")).to_have_value("")


@pytest.mark.parametrize(
    ("lang", "arrival", "day", "said"),
    [
        ("fr", "2027-02-22", 7, "À faire d’ici le lundi 1er mars 2027."),
        ("en", "2027-02-22", 7, "To do by Monday 1 March 2027."),
        ("fr", "2027-03-01", -10, "Avant le vendredi 19 février 2027."),
        ("en", "2027-03-01", -10, "Before Friday 19 February 2027."),
    ],
)
def test_a_date_of_arrival_gives_dates(
    visit: Visit, served: Served, lang: str, arrival: str, day: int, said: str
) -> None:
    page = visit.open(served.url(KEY, lang))
    expect(page.locator("time")).to_have_count(0)
    arrive(page, arrival)
    expect(page.locator(f".step[data-day='{day}'] time")).to_have_text(said)


def events_of(calendar: str) -> dict[str, dict[str, str]]:
    """The properties of each event by its id; lines that were folded are whole again (RFC 5545 §3.1)."""
    assert calendar.startswith("BEGIN:VCALENDAR\r\n")
    assert calendar.endswith("\r\nEND:VCALENDAR\r\n")
    found = {}
    for event in calendar.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        lines = (line.partition(":") for line in event.partition("\r\nBEGIN:VALARM")[0].split("\r\n"))
        properties = {name: value for name, _, value in lines}
        found[properties["UID"].partition("@")[0]] = properties
    return found


def test_reminders_of_what_is_not_done(visit: Visit, served: Served, tmp_path: Path) -> None:
    page = visit.open(served.url(KEY))
    expect(page.locator(".remind")).to_be_disabled()
    arrive(page, "2027-03-01")
    steps = page.locator(".step").count()
    page.locator(f"#{SCHOOL} label").click()
    with page.expect_download() as download:
        page.locator(".remind").click()
    assert download.value.suggested_filename == "mon-arrivee.ics"
    file = tmp_path / "reminders.ics"
    download.value.save_as(file)

    written = file.read_bytes()
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    events = events_of(written.decode())
    assert len(events) == steps - 1
    assert SCHOOL not in events
    visa = events[VISA]
    days = int(page.locator(f"#{VISA}").get_attribute("data-day") or "")
    assert visa["DTSTART;VALUE=DATE"] == (date(2027, 3, 1) + timedelta(days)).strftime("%Y%m%d")
    assert visa["SUMMARY"] == page.locator(f"#{VISA} label").inner_text()
    assert visa["URL"] == f"{served.url(KEY)}#{VISA}"


def test_the_readers_own_commune(visit: Visit, served: Served) -> None:
    page = visit.open(served.url("guide:40088"))
    page.get_by_role("link", name="Votre arrivée, pas à pas").click()
    expect(page.locator(f"#{SCHOOL}")).to_be_visible()
    expect(page.locator("#contact a.tel")).to_have_attribute("href", "tel:+33558568000")  # the seat's, and theirs
    page.locator(f"#{SCHOOL} a.here").first.click()
    expect(page).to_have_url(f"{served.url('guide:40088')}#role-town-hall")


def test_another_town_s_contact_is_not_the_readers(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url(KEY)}?lieu=seyresse")
    expect(page.locator("#contact .contact")).to_have_count(0)
    expect(page.locator("#contact a.here")).to_have_attribute("href", re.compile(r"/bienvenue/seyresse/#contact$"))


@pytest.mark.parametrize("place", ["../../evil", "//evil.example", "%3Cscript%3E", "DAX"])
def test_what_is_no_address_changes_no_link(visit: Visit, served: Served, place: str) -> None:
    page = visit.open(f"{served.url(KEY)}?lieu={place}")
    expect(page.locator(f"#{SCHOOL} a.here").first).to_have_attribute(
        "href", served.url("guide:244000675").removeprefix(served.origin) + "#role-town-hall"
    )
