"""The journey of an arrival: a date makes dates and reminders; ticks stay on the device, print, and can be erased."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader

from tests.browser.conftest import Served, Visit
from tests.browser.portal_pages import BASE

KEY = "journey:244000675"
SCHOOL, VISA = "step-school-enrolment", "step-visa-validation"
STORED = f"portail:journey:{BASE}"
STATUS = "form.arrival [role=status]"
TODAY = datetime(2026, 10, 1, 12, tzinfo=UTC)


def opened(visit: Visit, url: str, today: datetime = TODAY) -> Page:
    page = visit.page()
    page.clock.set_fixed_time(today)
    page.goto(url)
    return page


def kept(page: Page) -> object:
    """What the device keeps."""
    return json.loads(page.evaluate(f"localStorage.getItem('{STORED}')") or "null")


def arrive(page: Page, day: str) -> None:
    page.locator("#arrival").fill(day)
    page.locator("#arrival").dispatch_event("change")


def test_ticks_and_date_survive_a_reload_and_can_be_erased(visit: Visit, served: Served) -> None:
    page = opened(visit, served.url(KEY))
    arrive(page, "2027-03-01")
    every = page.locator(".step").count()
    expect(page.locator(".count")).to_have_text(f"Fait\u00a0: 0 sur {every}.")
    expect(page.locator(STATUS)).to_have_text("Date gardée\u00a0: lundi 1er mars 2027. Gardé sur cet appareil.")
    page.locator(f"#{SCHOOL} label").click()
    expect(page.locator(STATUS)).to_have_text(f"Fait\u00a0: 1 sur {every}. Gardé sur cet appareil.")
    expect(page.locator(".count")).to_have_text(f"Fait\u00a0: 1 sur {every}.")

    page.reload()
    expect(page.locator(f"#{SCHOOL} input")).to_be_checked()
    expect(page.locator(".count")).to_have_text(f"Fait\u00a0: 1 sur {every}.")
    expect(page.locator("#arrival")).to_have_value("2027-03-01")
    expect(page.locator(".step input:checked")).to_have_count(1)

    page.get_by_role("button", name="Effacer mes coches et ma date").click()
    expect(page.locator("form.arrival [role=status]")).to_have_text(
        "Vos coches et votre date sont effacées de cet appareil."
    )
    page.reload()
    expect(page.locator(".step input:checked")).to_have_count(0)
    expect(page.locator("#arrival")).to_have_value("")


@pytest.mark.parametrize(
    ("lang", "arrival", "day", "said"),
    [
        ("fr", "2027-02-22", 7, "Conseillé d’ici le lundi 1er mars 2027."),
        ("en", "2027-02-22", 7, "Best done by Monday 1 March 2027."),
        ("fr", "2027-03-01", -10, "Conseillé avant le vendredi 19 février 2027."),
        ("en", "2027-03-01", -10, "Best done before Friday 19 February 2027."),
    ],
)
def test_a_date_of_arrival_gives_dates(
    visit: Visit, served: Served, lang: str, arrival: str, day: int, said: str
) -> None:
    page = opened(visit, served.url(KEY, lang))
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


def reminders(page: Page, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.locator(".remind").click()
    assert download.value.suggested_filename == "mon-arrivee.ics"
    download.value.save_as(folder / "reminders.ics")
    return (folder / "reminders.ics").read_bytes()


def test_reminders_of_what_is_not_done(visit: Visit, served: Served, tmp_path: Path) -> None:
    page = opened(visit, served.url(KEY))
    expect(page.locator(".remind")).to_be_disabled()
    arrive(page, "2027-03-01")
    steps = page.locator(".step").count()
    page.locator(f"#{SCHOOL} label").click()
    written = reminders(page, tmp_path)
    expect(page.locator(STATUS)).to_be_empty()
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    events = events_of(written.decode())
    assert len(events) == steps - 1
    assert SCHOOL not in events
    visa = events[VISA]
    days = int(page.locator(f"#{VISA}").get_attribute("data-day") or "")
    assert visa["UID"] == f"{VISA}@{served.origin.removeprefix('http://')}.{BASE.strip('/')}"
    assert visa["DTSTART;VALUE=DATE"] == (date(2027, 3, 1) + timedelta(days)).strftime("%Y%m%d")
    assert visa["SUMMARY"] == page.locator(f"#{VISA} label").inner_text()
    assert visa["URL"] == f"{served.url(KEY)}#{VISA}"


def test_a_later_arrival_moves_the_reminders(visit: Visit, served: Served, tmp_path: Path) -> None:
    """A calendar takes the event of the same UID whose SEQUENCE is higher (RFC 5546 §2.1.4), even after an erasure."""
    found = []
    for minute, arrival in enumerate(("2027-03-01", "2027-03-08")):
        page = opened(visit, served.url(KEY), TODAY + timedelta(minutes=minute))
        arrive(page, arrival)
        found.append(events_of(reminders(page, tmp_path).decode())[VISA])
        page.locator(".erase").click()
    first, second = found
    assert first["UID"] == second["UID"]
    assert int(second["SEQUENCE"]) == int(first["SEQUENCE"]) + 1
    assert int(second["SEQUENCE"]) < 2**31
    assert second["DTSTAMP"] > first["DTSTAMP"]
    assert second["DTSTART;VALUE=DATE"] > first["DTSTART;VALUE=DATE"]


def test_what_is_late_is_reminded_of_tomorrow(visit: Visit, served: Served, tmp_path: Path) -> None:
    page = opened(visit, served.url(KEY), datetime(2027, 3, 1, 12, tzinfo=UTC))
    arrive(page, "2027-03-01")
    days = {step.get_attribute("id"): int(step.get_attribute("data-day") or "") for step in page.locator(".step").all()}
    past = sum(day < 0 for day in days.values())
    assert 0 < past < len(days)
    written = reminders(page, tmp_path).decode()
    expect(page.locator(STATUS)).to_have_text(f"Étapes dont la date est passée, mises à demain\u00a0: {past}.")
    assert {step: event["DTSTART;VALUE=DATE"] for step, event in events_of(written).items()} == {
        step: (date(2027, 3, 1) + timedelta(1 if day < 0 else day)).strftime("%Y%m%d") for step, day in days.items()
    }
    # The alarm of what is due by tomorrow rings on its day: the day before is today, and may be over.
    soon = sum(day <= 1 for day in days.values())
    assert (written.count("TRIGGER:PT9H"), written.count("TRIGGER:-PT15H")) == (soon, len(days) - soon)


def test_of_what_is_done_nobody_is_reminded(visit: Visit, served: Served) -> None:
    page = opened(visit, f"{served.url(KEY)}?pour=etudes")
    arrive(page, "2027-03-01")
    for label in page.locator(".step:visible label").all():
        label.click()
    page.locator(".remind").click()
    expect(page.locator(STATUS)).to_have_text(
        "Tout est coché\u00a0: il n’y a pas de rappel à mettre dans votre agenda."
    )


@pytest.mark.parametrize(
    ("lang", "said", "once"),
    [
        ("fr", "Date passée", "Certaines dates conseillées sont passées\u00a0: faites ces étapes dès que possible."),
        ("en", "Date passed", "Some suggested dates have passed: do these steps as soon as you can."),
    ],
)
def test_what_is_late_says_so_until_it_is_done(visit: Visit, served: Served, lang: str, said: str, once: str) -> None:
    page = opened(visit, served.url(KEY, lang), datetime(2027, 3, 1, 12, tzinfo=UTC))
    expect(page.get_by_text(once)).to_be_hidden()
    arrive(page, "2027-03-01")
    expect(page.get_by_text(once)).to_be_visible()
    late = page.locator(".step").filter(has=page.get_by_text(said, exact=True))
    past = page.locator(".step[data-day^='-']")
    assert past.count() > 1
    assert late.evaluate_all("all => all.map(step => step.id)") == past.evaluate_all("all => all.map(step => step.id)")
    done = past.first
    done.locator("label").click()
    expect(done.get_by_text(said)).to_have_count(0)
    expect(done.locator("time")).to_have_count(1)
    expect(late).to_have_count(past.count() - 1)
    done.locator("label").click()
    expect(done.get_by_text(said)).to_be_visible()
    for step in past.all():
        step.locator("label").click()
    expect(page.get_by_text(once)).to_be_hidden()


def test_two_tabs_keep_each_other_s_ticks(visit: Visit, served: Served) -> None:
    one, other = opened(visit, served.url(KEY)), opened(visit, served.url(KEY))
    one.locator(f"#{SCHOOL} label").click()
    expect(other.locator(f"#{SCHOOL} input")).to_be_checked()
    other.locator(f"#{VISA} label").click()
    expect(one.locator(f"#{VISA} input")).to_be_checked()
    arrive(one, "2027-03-01")
    expect(other.locator("#arrival")).to_have_value("2027-03-01")
    assert kept(one) == {"done": [SCHOOL, VISA], "arrival": "2027-03-01"}
    one.locator(".erase").click()
    expect(other.locator(".step input:checked")).to_have_count(0)
    expect(other.locator(".step time")).to_have_count(0)


def test_a_tab_that_heard_nothing_loses_nothing(visit: Visit, served: Served) -> None:
    page = opened(visit, served.url(KEY))
    page.evaluate(f"localStorage.setItem('{STORED}', JSON.stringify({{ done: ['{SCHOOL}'] }}))")  # no event in this tab
    page.locator(f"#{VISA} label").click()
    assert kept(page) == {"done": [SCHOOL, VISA]}


def test_a_date_that_is_half_typed_is_not_heard(visit: Visit, served: Served) -> None:
    page = opened(visit, served.url(KEY))
    field, status = page.locator("#arrival"), page.locator(STATUS)
    assert (field.get_attribute("min"), field.get_attribute("max")) == ("2025-10-01", "2029-10-01")
    field.focus()
    for key in "0301202":
        page.keyboard.type(key)
        assert (status.inner_text(), kept(page), page.locator(".step time").count()) == ("", None, 0)
    expect(field).to_have_value("0202-03-01")
    page.keyboard.type("7")
    expect(status).to_have_text("Date gardée\u00a0: lundi 1er mars 2027. Gardé sur cet appareil.")
    assert kept(page) == {"done": [], "arrival": "2027-03-01"}

    page.keyboard.press("Backspace")
    page.keyboard.type("1999")
    field.blur()
    expect(status).to_have_text(
        "Indiquez une date complète, entre le mercredi 1er octobre 2025 et le lundi 1er octobre 2029."
    )
    assert kept(page) == {"done": [], "arrival": "2027-03-01"}


def test_a_date_emptied_part_by_part_is_forgotten(visit: Visit, served: Served) -> None:
    page = opened(visit, served.url(KEY))
    arrive(page, "2027-03-01")
    page.locator("#arrival").focus()
    for _ in range(3):
        page.keyboard.press("Backspace")
        page.keyboard.press("ArrowRight")
    page.locator("#arrival").blur()
    expect(page.locator(".step time")).to_have_count(0)
    assert kept(page) == {"done": []}


def test_enter_in_the_date_stays_on_the_page(visit: Visit, served: Served) -> None:
    page = opened(visit, f"{served.url(KEY)}?lieu=dax")
    arrive(page, "2027-03-01")
    page.locator("#arrival").press("Enter")
    page.locator(f"#{SCHOOL} label").click()
    expect(page).to_have_url(f"{served.url(KEY)}?lieu=dax")
    expect(page.locator(STATUS)).to_contain_text("Gardé sur cet appareil.")


BROKEN: dict[str, tuple[str, dict[str, object]]] = {
    "no JSON": ("{", {"done": [VISA]}),
    "null": ("null", {"done": [VISA]}),
    "a list": ('["step"]', {"done": [VISA]}),
    "a text": ('{"done": "step", "arrival": "2027-03-01"}', {"done": [VISA], "arrival": "2027-03-01"}),
    "numbers": ('{"done": [1, 2]}', {"done": [VISA]}),
    "no day": (f'{{"done": ["{SCHOOL}"], "arrival": "demain"}}', {"done": [SCHOOL, VISA]}),
    "no such day": ('{"done": [], "arrival": "2027-02-30"}', {"done": [VISA]}),
    "the year 2": ('{"done": [], "arrival": "0002-03-01"}', {"done": [VISA]}),
    "a number": ('{"done": [], "arrival": 20270301}', {"done": [VISA]}),
}


def test_what_is_kept_in_another_shape_counts_for_nothing(visit: Visit, served: Served) -> None:
    page = opened(visit, served.url(KEY))
    found = {}
    for shape, (stored, after) in BROKEN.items():
        page.evaluate("([name, value]) => localStorage.setItem(name, value)", [STORED, stored])
        page.reload()
        expect(page.locator("#arrival")).to_have_value(str(after.get("arrival", "")))
        page.locator(f"#{VISA} label").click()
        found[shape] = kept(page)
    assert found == {shape: after for shape, (_, after) in BROKEN.items()}


def test_a_device_that_keeps_nothing_says_so(visit: Visit, served: Served) -> None:
    page = visit.page()
    page.clock.set_fixed_time(TODAY)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(served.url(KEY))
    for step in (SCHOOL, VISA):
        page.locator(f"#{step} label").click()
    expect(page.locator(STATUS)).to_have_text(re.compile("^Cet appareil ne garde rien"))
    arrive(page, "2027-03-01")
    expect(page.locator(".step input:checked")).to_have_count(2)


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
    own = page.locator("#contact a.here")
    expect(own).to_have_attribute("href", re.compile(r"/bienvenue/seyresse/#contact$"))
    expect(own).to_have_text("Le contact de votre commune\u00a0: téléphone et horaires")


@pytest.mark.parametrize("key", [KEY, "partner-work:244000675"])
def test_readers_who_said_no_commune_choose_theirs(visit: Visit, served: Served, key: str) -> None:
    page = visit.open(served.url(key))
    page.locator("#contact").get_by_role("link", name="Choisir ma commune").click()
    expect(page).to_have_url(f"{served.url('guide:244000675')}#level-commune")
    expect(page.locator("#level-commune")).to_be_in_viewport()


@pytest.mark.parametrize("key", [KEY, "partner-work:244000675"])
@pytest.mark.parametrize(("query", "contacts"), [("", 1), ("?lieu=dax", 1), ("?lieu=seyresse", 0)])
def test_a_town_s_contact_stays_for_its_own_readers(
    visit: Visit, served: Served, key: str, query: str, contacts: int
) -> None:
    page = visit.open(f"{served.url(key)}{query}")
    expect(page.locator("#contact .contact")).to_have_count(contacts)
    expect(page.locator("#contact[data-town=dax]")).to_have_count(1)


@pytest.mark.parametrize("place", ["../../evil", "//evil.example", "%3Cscript%3E", "DAX"])
def test_what_is_no_address_changes_no_link(visit: Visit, served: Served, place: str) -> None:
    page = visit.open(f"{served.url(KEY)}?lieu={place}")
    expect(page.locator(f"#{SCHOOL} a.here").first).to_have_attribute(
        "href", served.url("guide:244000675").removeprefix(served.origin) + "#role-town-hall"
    )


def visible_steps(page: Page) -> set[str]:
    return set(page.locator(".step:visible").evaluate_all("all => all.map(step => step.id)"))


def test_from_a_guide_for_families_to_their_steps_and_back(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url('guide:40088')}?pour=famille")
    page.get_by_role("link", name="Votre arrivée, pas à pas").click()
    expect(page).to_have_url(f"{served.url(KEY)}?lieu=dax&pour=famille")
    said = page.locator(".for [role=status]")
    expect(said).to_be_visible()
    every, shown = page.locator(".step").count(), visible_steps(page)
    assert SCHOOL in shown
    assert {VISA, "step-student-formalities"} & shown == set()
    assert len(shown) < every
    assert said.inner_text().replace("\u00a0", " ") == (
        f"« Nous venons en famille » : étapes affichées, {len(shown)} sur {every}."
    )
    expect(page.locator(".langs a")).to_have_attribute("href", f"{served.url(KEY, 'en')}?lieu=dax&pour=famille")
    expect(page.locator(f"#{SCHOOL} a.here").first).to_have_attribute(
        "href", f"{served.url('guide:40088')}?pour=famille#role-town-hall"
    )
    count = page.locator(".count")
    expect(count).to_have_text(f"Fait\u00a0: 0 sur {len(shown)}.")
    page.get_by_role("link", name="Voir toutes les étapes").click()
    expect(page).to_have_url(f"{served.url(KEY)}?lieu=dax")
    expect(count).to_have_text(f"Fait\u00a0: 0 sur {every}.")
    expect(page.locator(".step:visible")).to_have_count(every)
    expect(page.locator(".for")).to_be_hidden()
    expect(page.locator(".filter summary")).to_be_focused()  # the link that had it is gone


def test_the_steps_are_filtered_in_place(visit: Visit, served: Served) -> None:
    page = visit.open(f"{served.url(KEY)}?lieu=seyresse")
    every = page.locator(".step").count()
    study = page.get_by_role("button", name="Je viens étudier")
    study.click()
    expect(page).to_have_url(f"{served.url(KEY)}?lieu=seyresse&pour=etudes")
    expect(study).to_have_attribute("aria-pressed", "true")
    shown = visible_steps(page)
    assert "step-student-formalities" in shown
    assert SCHOOL not in shown
    expect(page.locator(".count")).to_have_text(f"Fait\u00a0: 0 sur {len(shown)}.")
    expect(page.locator(".for [role=status]")).to_have_text(
        f"«\u00a0Je viens étudier\u00a0»\u00a0: étapes affichées, {len(shown)} sur {every}."
    )
    own = served.url("guide:40088").removeprefix(served.origin).replace("/dax/", "/seyresse/")
    to_contact, *_ = page.locator("a.here").evaluate_all("all => all.map(it => it.href)")
    assert to_contact == f"{served.origin}{own}?pour=etudes#contact"
    page.get_by_role("link", name="Toutes les étapes").first.click()
    expect(page).to_have_url(f"{served.url(KEY)}?lieu=seyresse")
    expect(page.locator(".step:visible")).to_have_count(every)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "Pour\u00a0: «\u00a0Je viens étudier\u00a0»"),
        ("en", "For: ‘I am coming to study’"),
    ],
)
def test_a_step_says_whom_it_is_for(visit_without_script: Visit, served: Served, lang: str, said: str) -> None:
    page = visit_without_script.open(served.url(KEY, lang))
    expect(page.locator("#step-student-formalities").get_by_text(said, exact=True)).to_be_visible()
    saying = page.locator(".step > p.small:not(.when)")
    assert saying.count() == page.locator(".step[data-a] > p.small:not(.when)").count() > 1
    assert saying.count() == page.locator(".step[data-a]").count() < page.locator(".step").count()


def test_without_script_the_chips_of_the_steps_lead_to_the_page_of_the_audience(
    visit_without_script: Visit, served: Served
) -> None:
    page = visit_without_script.open(served.url(KEY))
    page.locator(".filter summary").click()
    page.get_by_role("link", name="Nous venons en famille").click()
    expect(page).to_have_url(served.url("audience:family"))


def back(page: Page) -> tuple[str, str]:
    """What the link to the guide says, and where it leads."""
    link = page.locator("a[data-back]")
    return link.inner_text(), link.evaluate("it => it.href")


@pytest.mark.parametrize("key", [KEY, "partner-work:244000675"])
@pytest.mark.parametrize(
    ("lang", "wider", "own"),
    [
        ("fr", "Bienvenue dans le Grand Dax", "Revenir à votre guide"),
        ("en", "Welcome to Grand Dax", "Back to your guide"),
    ],
)
def test_the_link_to_a_guide_says_whose_it_is(
    visit: Visit, served: Served, key: str, lang: str, wider: str, own: str
) -> None:
    page = visit.open(served.url(key, lang))
    assert back(page) == (wider, served.url("guide:244000675", lang))
    page.goto(f"{served.url(key, lang)}?lieu=narrosse")
    assert back(page) == (own, served.url("guide:40202", lang))


def test_the_steps_on_paper(visit: Visit, served: Served) -> None:
    page = opened(visit, f"{served.url(KEY)}?lieu=dax&pour=famille")
    arrive(page, "2027-03-01")
    links = page.locator(".step:visible a:not(.here, [role=doc-glossref])")
    outside = set(links.evaluate_all("all => all.map(a => a.href)"))
    words = page.locator(".step:visible [role=doc-glossref]").all_inner_texts()
    paper = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
    assert "Date de votre arrivée\u00a0: lundi 1er mars 2027" in paper[0]
    assert "Je viens étudier" not in "".join(paper)
    text = re.sub(r"\s+", "", "".join(paper))
    assert len(outside) > 3
    assert [url for url in outside if url.rstrip("/") not in text] == []
    assert "état des lieux" in words
    assert [word for word in words if f"{word.replace(' ', '')}(" not in text] == []
    assert served.origin not in text
    page.locator(".erase").click()
    expect(page.locator("[data-arrived]")).to_be_empty()


def test_reminders_of_the_steps_that_are_shown(visit: Visit, served: Served, tmp_path: Path) -> None:
    page = opened(visit, f"{served.url(KEY)}?pour=famille")
    arrive(page, "2027-03-01")
    shown = visible_steps(page)
    assert set(events_of(reminders(page, tmp_path).decode())) == shown
    assert VISA not in shown


@pytest.mark.parametrize("query", ["?pour=personne", f"?pour=famille#{VISA}"])
def test_steps_for_nobody_or_of_somebody_else_are_all_shown(visit: Visit, served: Served, query: str) -> None:
    page = visit.open(f"{served.url(KEY)}{query}")
    expect(page.locator(f"#{VISA}")).to_be_visible()
    expect(page.locator(".step:visible")).to_have_count(page.locator(".step").count())
    expect(page.locator(".for")).to_be_hidden()


def test_without_script_all_steps_are_there(visit_without_script: Visit, served: Served) -> None:
    page = visit_without_script.open(f"{served.url(KEY)}?pour=famille")
    expect(page.locator(".step:visible")).to_have_count(page.locator(".step").count())
    expect(page.locator(".for")).to_be_hidden()


@pytest.mark.parametrize(("place", "contacts"), [("dax", 1), ("seyresse", 1), ("narrosse", 0)])
def test_a_town_s_contact_stays_for_places_without_a_number(
    visit: Visit, served: Served, place: str, contacts: int
) -> None:
    page = visit.page()

    def as_if_seyresse_had_none(route: Route) -> None:
        html = (served.folder / served.url(KEY).partition(BASE)[2] / "index.html").read_text(encoding="utf-8")
        assert html.count('data-town="dax"') == 1
        route.fulfill(body=html.replace('data-town="dax"', 'data-town="dax seyresse"'), content_type="text/html")

    page.route("**/pas-a-pas/*", as_if_seyresse_had_none)
    page.goto(f"{served.url(KEY)}?lieu={place}")
    expect(page.locator("#contact a.here")).to_have_attribute("href", re.compile(rf"/{place}/#contact$"))
    expect(page.locator("#contact .contact")).to_have_count(contacts)
